"""Reading the records of parties and instruments from a store: one reader for everything that speaks of status."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from iml_graph import namespaces as ns
from iml_graph.catalogue import query
from iml_graph.identifiers import NameIndex, fold, fold_text
from iml_graph.records import (
    Act,
    Coverage,
    Dispute,
    Evidence,
    History,
    Instrument,
    Pair,
    Party,
    Release,
    Span,
    Way,
)
from iml_graph.store import Iri, Store
from iml_graph.store.base import Row

_IDENTIFIER = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")


@dataclass
class _Builder:
    acts: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    spans: list[Span] = field(default_factory=list)
    disputes: list[Dispute] = field(default_factory=list)


def local(iri: str) -> str:
    """Cut the last part of an IRI: the code, identifier or concept that it names."""
    return iri.rpartition("/")[2].rpartition("#")[2]


def read_release(store: Store) -> Release:
    """Read which release the store holds."""
    rows = store.select(query("maintainer/release").text)
    return Release(_text(rows[0], "release"), _text(rows[0], "data_date")) if rows else Release("unknown", "unknown")


def read_parties(store: Store, lang: str, code: str | None = None) -> dict[str, Party]:
    """Read the identity of all parties, or of one, keyed by code."""
    only = {"party": Iri(ns.party(code))} if code else {}
    rows = store.select(query("explorer/parties").text, lang=lang, **only)
    return {_text(row, "code"): _party(row) for row in rows}


def read_instruments(store: Store, lang: str) -> dict[str, Instrument]:
    """Read the identity, ways to join and coverage of all instruments, keyed by identifier."""
    ways, parents = _read_ways(store)
    coverage = _read_coverage(store)
    found: dict[str, Instrument] = {}
    for row in store.select(query("researcher/instruments").text, lang=lang):
        iri = _text(row, "instrument")
        known = _instrument(row, tuple(ways[iri]), tuple(sorted(parents[iri])), coverage.get(iri, Coverage()))
        found.setdefault(known.identifier, known)
    return found


def read_histories(
    store: Store, lang: str, *, party: str | None = None, instrument: str | None = None
) -> dict[Pair, History]:
    """Read what is recorded of one party, of one instrument, or of one pair."""
    only = _restriction(party, instrument)
    pairs: dict[Pair, _Builder] = defaultdict(_Builder)
    for row in store.select(query("researcher/acts").text, **only):
        pairs[_pair(row)].acts[_text(row, "action")].append(row)
    for row in store.select(query("researcher/intervals").text, **only):
        pairs[_pair(row)].spans.append(_span(row))
    for row in store.select(query("researcher/disagreements").text, lang=lang, **only):
        pairs[_pair(row)].disputes.append(_dispute(row))
    return {pair: _history(builder) for pair, builder in pairs.items()}


def read_concept_labels(store: Store, lang: str) -> dict[str, str]:
    """Read what the statuses, acts, gaps and steps are called, keyed by the identifier of the concept."""
    rows = store.select(query("explorer/concept-labels").text, lang=lang)
    return {local(_text(row, "concept")): _text(row, "label") for row in rows}


def resolve_party(store: Store, name: str) -> str:
    """Find the code of the party that has a name, in any of the three languages, or a code.

    Raises:
        UnknownNameError: no party has it; carries the nearest names.
    """
    return _known(store, ns.party(name.upper()), name) or _resolve(store, "party", name, fold)


def resolve_instrument(store: Store, name: str) -> str:
    """Find the identifier of the instrument that has a title, an acronym or a number.

    Raises:
        UnknownNameError: no instrument has it; carries the nearest names.
    """
    return _known(store, ns.instrument(name.lower()), name) or _resolve(store, "instrument", name, fold_text)


def _known(store: Store, iri: str, name: str) -> str | None:
    """Take a name that is an identifier already, without reading all names there are."""
    if not _IDENTIFIER.fullmatch(name):
        return None
    return local(iri) if store.ask(query("explorer/is-described").text, thing=Iri(iri)) else None


def _resolve(store: Store, kind: str, name: str, key: Callable[[str], str]) -> str:
    names: dict[str, list[str]] = defaultdict(list)
    for row in store.select(query("explorer/names").text):
        iri = _text(row, "thing")
        if iri.startswith(f"{ns.ID}{kind}/"):
            names[local(iri)].append(_text(row, "name"))
    return NameIndex(kind, names, key).resolve(name)


def _restriction(party: str | None, instrument: str | None) -> dict[str, Iri]:
    only = {}
    if party:
        only["actor"] = Iri(ns.party(party))
    if instrument:
        only["instrument"] = Iri(ns.instrument(instrument))
    return only


def _text(row: Row, name: str) -> str:
    return row[name] or ""


def _pair(row: Row) -> Pair:
    return local(_text(row, "actor")), local(_text(row, "instrument"))


def _evidence(row: Row) -> Evidence:
    return Evidence(local(_text(row, "source")), _text(row, "shown"), _text(row, "locator"))


def _span(row: Row) -> Span:
    subject = row["subject"]
    return Span(local(_text(row, "kind")), _text(row, "start"), row["until"], local(subject) if subject else None)


def _dispute(row: Row) -> Dispute:
    return Dispute(_text(row, "action"), row["adopted"], row["stated"], _evidence(row), row["reason"], row["decided"])


def _act(iri: str, rows: list[Row]) -> Act:
    first = rows[0]
    return Act(
        iri=iri,
        action_class=local(_text(first, "class")),
        action=local(_text(first, "type")),
        deposited=first["deposited"],
        effective=first["effective"],
        basis=local(first["basis"]) if first["basis"] else None,
        bracketed=any(row["bracketed"] == "true" for row in rows),
        evidence=tuple(dict.fromkeys(_evidence(row) for row in rows)),
    )


def _history(builder: _Builder) -> History:
    acts = (_act(iri, rows) for iri, rows in builder.acts.items())
    return History(
        acts=tuple(sorted(acts, key=lambda act: (act.deposited or act.effective or "", act.iri))),
        spans=tuple(sorted(builder.spans, key=lambda span: (span.kind, span.start, span.subject or ""))),
        disputes=tuple(builder.disputes),
    )


def _party(row: Row) -> Party:
    return Party(
        code=_text(row, "code"),
        label=_text(row, "label"),
        kind=local(_text(row, "kind")),
        alpha2=row["alpha2"],
        exists_from=row["exists_from"],
        exists_until=row["exists_until"],
        un_member=row["un_member"],
        region=row["region"],
        territory_of=row["territory_of"],
    )


def _instrument(row: Row, ways: tuple[Way, ...], parents: tuple[str, ...], coverage: Coverage) -> Instrument:
    return Instrument(
        identifier=_text(row, "identifier"),
        title=_text(row, "title"),
        acronym=row["acronym"],
        short_title=row["short"],
        branch=local(row["branch"]) if row["branch"] else None,
        branch_label=row["branch_label"],
        kind=row["kind"],
        adopted=_text(row, "adopted"),
        in_force=row["in_force"],
        mtdsg=row["mtdsg"],
        ways=ways,
        parents=parents,
        coverage=coverage,
    )


def _read_ways(store: Store) -> tuple[dict[str, list[Way]], dict[str, set[str]]]:
    gates: dict[str, dict[Way, set[str]]] = defaultdict(lambda: defaultdict(set))
    parents: dict[str, set[str]] = defaultdict(set)
    for row in store.select(query("adviser/ways-to-join").text):
        iri = _text(row, "instrument")
        way = Way(local(_text(row, "open_to")), local(_text(row, "mode")), row["opens"], row["closes"])
        gates[iri][way] |= {local(row["gate"])} if row["gate"] else set()
        if row["parent"]:
            parents[iri].add(local(row["parent"]))
    ways = {iri: [replace(way, gates=tuple(sorted(own[way]))) for way in own] for iri, own in gates.items()}
    return defaultdict(list, ways), parents


def _read_coverage(store: Store) -> dict[str, Coverage]:
    by_instrument: dict[str, list[Row]] = defaultdict(list)
    for row in store.select(query("maintainer/coverage").text):
        by_instrument[_text(row, "instrument")].append(row)
    return {iri: _coverage(rows) for iri, rows in by_instrument.items()}


def _coverage(rows: Iterable[Row]) -> Coverage:
    """Sum up the statements on one instrument: the newest date up to which some source is complete counts."""
    rows = list(rows)
    complete = max((row for row in rows if row["complete"]), key=lambda row: _text(row, "complete"), default=None)
    return Coverage(
        complete_as_of=complete["complete"] if complete else None,
        terminations_recorded=complete is not None and complete["terminations"] == "true",
        sources=tuple(dict.fromkeys(local(_text(row, "source")) for row in rows)),
        notes=tuple(_text(row, "note") for row in rows if row["note"]),
    )
