"""Peers, corridors, what surrounds a step, and parties side by side, as objects and as rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from iml_graph.export.forms import Object, Table
from iml_graph.labels import sentence, word
from iml_graph.protection.comparison import Comparison, Line
from iml_graph.protection.context import Context, Corridor, CorridorRight, Peer, Peers, Served, Shared
from iml_graph.protection.names import Names

PEER_COLUMNS = (
    *("code", "party", "groups", "status", "last_known", "mode", "signed", "deposited", "in_force_from", "until"),
    "complete_as_of",
)
CORRIDOR_COLUMNS = ("id", "group", "right", "state", "common", "first_cover", "second_cover", "first_by", "second_by")
CONTEXT_COLUMNS = ("part", "item", "value", "from_day", "by_whom")
RECOMMENDATION_COLUMNS = ("session", "by_whom", "response")
SERVED_COLUMNS = ("number", "item", "articles", "rights")
COURSE_COLUMNS = ("course", "taught_in", "place", "audience", "length")
PROCESS_COLUMNS = ("process", "tier", "since", "serves")
SUPPORT_COLUMNS = ("document", "kind_of", "by_whom", "date", "rights")

Words = Mapping[str, str]

_SHOWN = 4
"""How many articles a cell names."""

_MARKS = {
    "full": "●",
    "indirect": "◐",
    "limited": "◑",
    "unknown": "?",
    "customary-asserted": "c",
    "soft-only": "s",
    "none": "·",
    "party": "●",
    "bound-through-organization": "◐",
    "bound-by-incorporation": "◑",
    "party-not-in-force": "○",
    "signatory": "s",
    "eligible-no-action": "·",
    "former-party": "†",
    "not-eligible": "-",
    "by-invitation": "i",
    "excepted": "e",
    "no-longer-bound": "†",
    "not-yet-applicable": "○",
}
"""One sign for each class of cover and each status: a matrix has many columns."""


# peers


def peer_rows(found: Peers, concepts: Words, lang: str) -> Table:
    """One row a peer, the bound ones first."""
    return [_peer_row(each, concepts, lang) for each in found.peers]


def _peer_row(peer: Peer, concepts: Words, lang: str) -> dict[str, str]:
    standing = peer.standing
    return {
        "code": standing.party.code,
        "party": standing.party.label,
        "groups": word("list_mark", lang).join(group.name for group in peer.groups),
        "status": concepts.get(standing.status.value, standing.status.value),
        "last_known": concepts.get(standing.last_known.value, "") if standing.last_known else "",
        "mode": concepts.get(standing.mode or "", standing.mode or ""),
        "signed": standing.signed or "",
        "deposited": standing.deposited or "",
        "in_force_from": standing.in_force_from or "",
        "until": standing.until or "",
        "complete_as_of": standing.complete_as_of or "",
    }


def group_sentences(found: Peers, lang: str) -> list[str]:
    """Say of each group how many of the others are bound."""
    said = []
    for group in found.groups:
        counts = found.counts(group)
        bound = counts.get("party", 0) + counts.get("bound-through-organization", 0)
        known = sentence("group_known_until", lang, day=group.known_until) if group.known_until else ""
        values = {"group": group.label, "kind": word(group.kind.value, lang).lower(), "bound": bound, "known": known}
        said.append(sentence("peers_group", lang, count=sum(counts.values()), **values))
    return said


def peers_object(found: Peers) -> Object:
    """Everything that a comparison with peers says."""
    return {
        "party": found.party.code,
        "label": found.party.label,
        "instrument": found.instrument.identifier,
        "on": found.on,
        "release": found.release.release,
        "data_date": found.release.data_date,
        "own_status": found.own.status.value if found.own else None,
        "groups": [
            {
                "kind": group.kind.value,
                "id": group.identifier,
                "label": group.label,
                "members": list(group.members),
                "known_until": group.known_until,
                "counts": found.counts(group),
            }
            for group in found.groups
        ],
        "peers": [
            {
                "code": each.standing.party.code,
                "label": each.standing.party.label,
                "groups": [group.identifier for group in each.groups],
                "status": each.standing.status.value,
                "last_known": each.standing.last_known.value if each.standing.last_known else None,
                "mode": each.standing.mode,
                "signed": each.standing.signed,
                "deposited": each.standing.deposited,
                "in_force_from": each.standing.in_force_from,
                "until": each.standing.until,
                "complete_as_of": each.standing.complete_as_of,
            }
            for each in found.peers
        ],
    }


# corridor


def corridor_rows(found: Corridor, names: Names) -> Table:
    """One row a right, in the order of groups of rights."""
    law = found.first.adviser.law
    rows = [_corridor_row(each, names, law.rights.group(each.right)) for each in found.rights]
    return sorted(rows, key=lambda row: (row["group"], row["right"]))


def _corridor_row(each: CorridorRight, names: Names, group: str) -> dict[str, str]:
    return {
        "id": each.right,
        "group": names.concept("rights", group),
        "right": names.concept("rights", each.right),
        "state": word(each.state.value, names.lang),
        "common": _articles((basis.tag.article for basis in each.common), names),
        "first_cover": names.concept("cover-classes", each.first.cover.value),
        "second_cover": names.concept("cover-classes", each.second.cover.value),
        "first_by": _articles((basis.tag.article for basis in each.first.bases), names),
        "second_by": _articles((basis.tag.article for basis in each.second.bases), names),
    }


def _articles(keys: Iterable[str], names: Names) -> str:
    """Cite the first articles, one of each instrument before another of the same, and count the rest."""
    every = tuple(dict.fromkeys(keys))
    heads = {key.partition("/")[0]: key for key in reversed(every)}
    ordered = [*(key for key in every if key in heads.values()), *(key for key in every if key not in heads.values())]
    shown = word("list_mark", names.lang).join(names.short(key) for key in ordered[:_SHOWN])
    more = len(ordered) - _SHOWN
    return shown + (f" {sentence('and_more', names.lang, count=more)}" if more > 0 else "")


def corridor_counts(found: Corridor, lang: str) -> list[str]:
    """Say of how many rights each is true."""
    counts = {state: sum(each.state is state for each in found.rights) for state in Shared}
    return [
        sentence("corridor_count", lang, state=word(state.value, lang), count=count)
        for state, count in counts.items()
        if count
    ]


def corridor_object(found: Corridor) -> Object:
    """Everything that a corridor says."""
    release = found.first.adviser.law.release
    return {
        "first": found.first.party.code,
        "second": found.second.party.code,
        "on": found.on,
        "release": release.release,
        "data_date": release.data_date,
        "bilateral": [{"instrument": name, "since": since} for name, since in found.bilateral],
        "rights": [
            {
                "right": each.right,
                "state": each.state.value,
                "common": [basis.tag.article for basis in each.common],
                "first": {"cover": each.first.cover.value, "articles": [b.tag.article for b in each.first.bases]},
                "second": {"cover": each.second.cover.value, "articles": [b.tag.article for b in each.second.bases]},
            }
            for each in found.rights
        ],
    }


# context


def recommendation_rows(found: Context) -> Table:
    """One row a recommendation."""
    return [
        {
            "session": str(each.session),
            "by_whom": each.by.label if each.by else "",
            "response": found.responses.get(each.response, each.response),
        }
        for each in found.recommendations
    ]


def served_rows(served: Iterable[Served], names: Names) -> Table:
    """One row an objective or target."""
    mark = word("list_mark", names.lang)
    return [
        {
            "number": each.number,
            "item": each.label,
            "articles": mark.join(names.number(key) for key in each.articles),
            "rights": mark.join(names.concepts("rights", each.rights)),
        }
        for each in served
    ]


def course_rows(found: Context) -> Table:
    """One row a course."""
    return [
        {
            "course": each.name,
            "taught_in": ", ".join(each.languages),
            "place": each.place or "",
            "audience": each.audience or "",
            "length": each.length or "",
        }
        for each in found.courses
    ]


def process_rows(found: Context, lang: str) -> Table:
    """One row a consultation process of the party, those that serve the instrument or its aims first."""
    return [
        {
            "process": each.name,
            "tier": each.tier,
            "since": each.since or "",
            "serves": word("yes", lang) if each.serves else "",
        }
        for each in found.processes
    ]


def support_rows(found: Context, names: Names) -> Table:
    """One row a text or norm on which the party can build without ratifying."""
    return [
        {
            "document": each.name or word("claims", names.lang),
            "kind_of": word(each.kind, names.lang),
            "by_whom": each.through or "",
            "date": each.on or "",
            "rights": word("list_mark", names.lang).join(names.concepts("rights", each.rights)),
        }
        for each in found.support
    ]


def context_rows(found: Context, names: Names) -> Table:
    """All parts in one table, for CSV; ``part`` is a stable key."""
    rows = [
        {"part": "recommendation", "item": row["response"], "value": row["session"], "by_whom": row["by_whom"]}
        for row in recommendation_rows(found)
    ]
    for part, served in (("objective", found.objectives), ("target", found.targets)):
        rows += [
            {"part": part, "item": f"{row['number']} {row['item']}", "value": row["articles"] or row["rights"]}
            for row in served_rows(served, names)
        ]
    rows += [{"part": "course", "item": row["course"], "value": row["taught_in"]} for row in course_rows(found)]
    rows += [
        {"part": "process", "item": row["process"], "value": row["serves"], "from_day": row["since"]}
        for row in process_rows(found, names.lang)
    ]
    rows += [
        {
            "part": "without-ratifying",
            "item": row["document"],
            "value": row["rights"],
            "from_day": row["date"],
            "by_whom": row["by_whom"],
        }
        for row in support_rows(found, names)
    ]
    return rows


def context_object(found: Context) -> Object:
    """Everything that the context says."""
    return {
        "party": found.party.code,
        "instrument": found.instrument.identifier,
        "on": found.on,
        "release": found.release.release,
        "data_date": found.release.data_date,
        "recommendations": [
            {
                "session": each.session,
                "number": each.number,
                "by": each.by.identifier if each.by else None,
                "response": each.response,
            }
            for each in found.recommendations
        ],
        "accepted": found.accepted,
        "treaty_body_recommendations": None,
        "objectives": [
            {"number": each.number, "label": each.label, "articles": list(each.articles)} for each in found.objectives
        ],
        "targets": [
            {"number": each.number, "label": each.label, "rights": list(each.rights)} for each in found.targets
        ],
        "courses": [
            {
                "id": each.identifier,
                "name": each.name,
                "languages": list(each.languages),
                "place": each.place,
                "audience": each.audience,
                "length": each.length,
            }
            for each in found.courses
        ],
        "processes": [
            {"id": each.identifier, "name": each.name, "since": each.since, "serves": each.serves}
            for each in found.processes
        ],
        "without_ratifying": [
            {
                "kind": each.kind,
                "id": each.identifier,
                "name": each.name,
                "through": each.through,
                "on": each.on,
                "rights": list(each.rights),
            }
            for each in found.support
        ],
    }


# side by side


def comparison_columns(found: Comparison) -> tuple[str, ...]:
    """Name the columns of a comparison: identifier, name, group, and one for each party."""
    return ("id", "item", "group", *(party.code for party in found.parties))


def comparison_rows(lines: Sequence[Line]) -> Table:
    """One row a line, with stable classes and statuses, for CSV."""
    return [{"id": line.identifier, "item": line.label, "group": line.group} | line.cells for line in lines]


def shown_rows(lines: Sequence[Line], concepts: Words) -> Table:
    """One row a line, with classes and statuses in words."""
    return [
        {"item": line.label, "group": line.group}
        | {code: concepts.get(cell, cell) for code, cell in line.cells.items()}
        for line in lines
    ]


def marked_rows(lines: Sequence[Line]) -> Table:
    """One row a line, with one sign for each class or status."""
    return [
        {"item": line.label, "group": line.group}
        | {code: _MARKS.get(cell, cell) for code, cell in line.cells.items()}
        | {"total": str(line.held())}
        for line in lines
    ]


def legend(lines: Iterable[Line], concepts: Words, lang: str) -> str:
    """Say what the signs in a matrix mean: those that occur."""
    used = {cell for line in lines for cell in line.cells.values()}
    said = (
        sentence("legend", lang, mark=mark, label=concepts.get(cell, cell))
        for cell, mark in _MARKS.items()
        if cell in used
    )
    return word("list_mark", lang).join(said)


def comparison_object(found: Comparison, lines: Sequence[Line]) -> Object:
    """Everything that a comparison says."""
    return {
        "by": found.by.value,
        "on": found.on,
        "release": found.release.release,
        "data_date": found.release.data_date,
        "parties": [{"code": party.code, "label": party.label} for party in found.parties],
        "lines": [
            {"id": line.identifier, "label": line.label, "group": line.group, "cells": line.cells, "held": line.held()}
            for line in lines
        ],
    }
