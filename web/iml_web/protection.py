"""How each right is covered for a party on a day, what that rests on, and why: the gaps by right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from flask import Blueprint, Response, make_response, redirect, request

from iml_graph.export import chains, cover
from iml_graph.labels import sentence
from iml_graph.protection.asking import Asked as Question
from iml_graph.protection.cover import Basis, RightCover, best_first
from iml_graph.protection.explain import Explainer, Explanation
from iml_graph.protection.names import Names
from iml_graph.protection.ranking import changes, open_gaps
from iml_graph.store import Triple
from iml_graph.terms import Cover
from iml_web import adviser, language
from iml_web.adviser import WHAT_IF
from iml_web.adviser import adviser as who_answers
from iml_web.formats import Asked, Page, respond
from iml_web.parties import find_party
from iml_web.recent import recently

bp = Blueprint("protection", __name__)

TAGS, INTERVALS = "adviser/law-tags", "researcher/intervals"
ALL, GAPS, CHANGED = "all", "gaps", "changed"
SHOWN = 4
"""How many articles of one instrument, limits and instruments a cell names; the page of the right has all."""


@dataclass(frozen=True, slots=True)
class Cited:
    """Articles of one instrument that cover a right: the first ones, how many more there are, and through what."""

    instrument: str
    name: str
    articles: tuple[tuple[str, str], ...]
    more: int
    through: str


@dataclass(frozen=True, slots=True)
class Line:
    """One right as the page shows it."""

    right: str
    label: str
    group: str
    cover: Cover
    before: Cover | None
    cited: tuple[Cited, ...]
    rests_on: tuple[str, ...]
    limits: tuple[str, ...]
    perhaps: tuple[str, ...]


@bp.get("/party/<code>/rights")
def show(code: str) -> Response:
    """Show how the rights are covered for a party, by group, as if it had joined what the address says."""
    if other := adviser.elsewhere(code):
        return other
    asked, holder, group = adviser.ask(code), adviser.asked_holder(), adviser.asked_group()
    covers = asked.view.cover([group] if group else (), holder)
    before = _before(asked, covers, holder)
    shown = adviser.one_of("show", (CHANGED, ALL, GAPS) if before is not None else (ALL, GAPS))
    names, law = asked.names, asked.adviser.law
    listed = _listed(covers, before, shown)
    lines = sorted((_line(each, before, names, law.rights.group(each.right)) for each in listed), key=_place)
    page = Page(
        template="cover.html",
        title=language.translate("rights.title", party=asked.view.party.label),
        context={
            "asked": asked,
            "groups": [(label, list(own)) for label, own in groupby(lines, key=lambda each: each.group)],
            "counts": cover.cover_counts(covers),
            "counts_before": cover.cover_counts(before.values()) if before is not None else None,
            "total": len(covers),
            "shown": shown,
            "holder": holder,
            "choices": _choices(asked, holder, group),
            "joined_already": _joined_already(asked),
            "worse": [] if before is None else [c for c in changes(before.values(), covers) if not c.better],
        },
        document=cover.cover_object(asked.view, covers, names, holder, before),
        rows=cover.cover_rows(listed, law, names, before),
        columns=cover.COVER_COLUMNS,
        graph=lambda: adviser.cover_graph(asked.view.party.code, listed),
        asked=_queries(asked),
    )
    return respond(page)


def _before(asked: Question, covers: Iterable[RightCover], holder: str | None) -> dict[str, RightCover] | None:
    if not asked.view.joined:
        return None
    return {each.right: each for each in adviser.plain(asked.view).cover([each.right for each in covers], holder)}


def _listed(
    covers: Sequence[RightCover], before: Mapping[str, RightCover] | None, shown: str
) -> tuple[RightCover, ...]:
    if shown == CHANGED and before is not None:
        changed = {each.right for each in changes(before.values(), covers)}
        return tuple(each for each in covers if each.right in changed)
    return tuple(each for each in covers if shown == ALL or each.cover is not Cover.FULL)


def _place(line: Line) -> tuple[str, str]:
    return line.group.casefold(), line.label.casefold()


def _line(found: RightCover, before: Mapping[str, RightCover] | None, names: Names, group: str) -> Line:
    best = [each for each in best_first(found.bases) if each.cover is found.cover]
    return Line(
        right=found.right,
        label=names.concept("rights", found.right),
        group=names.concept("rights", group),
        cover=found.cover,
        before=before[found.right].cover if before else None,
        cited=tuple(_cite(best, names)),
        rests_on=() if best else tuple(cover.rests_on(found, names, SHOWN)),
        limits=tuple(cover.limits_of(found, names, SHOWN)),
        perhaps=tuple(cover.perhaps(*each, names) for each in found.unknown) if found.cover is Cover.UNKNOWN else (),
    )


def _cite(bases: Iterable[Basis], names: Names) -> Iterable[Cited]:
    """Cite articles, those of an instrument that bind through the same together."""
    groups: dict[tuple[str, str | None], dict[str, None]] = {}
    for basis in bases:
        key = basis.tag.article
        groups.setdefault((key.partition("/")[0], basis.through), {})[key] = None
    for (instrument, through), keys in groups.items():
        own = tuple((key, names.number(key)) for key in keys)
        name, way = names.instrument(instrument), names.instrument(through) if through else ""
        yield Cited(instrument, name, own[:SHOWN], max(0, len(own) - SHOWN), way)


def _choices(asked: Question, holder: str | None, group: str | None) -> dict[str, list[adviser.Choice]]:
    open_ = [gap.standing for gap in open_gaps(adviser.plain(asked.view)) if gap.standing.can.eligible is True]
    names = [each.instrument.identifier for each in open_]
    return {
        "holder": adviser.holder_choices(holder),
        "group": adviser.group_choices(group),
        "instruments": adviser.instrument_choices(names, asked.view.joined),
    }


def _joined_already(asked: Question) -> list[str]:
    """Say which of the instruments that are taken as joined bind the party anyway."""
    if not asked.view.joined:
        return []
    bound = adviser.plain(asked.view).position.bound
    return [
        sentence(
            "joined_already", asked.lang, instrument=asked.names.instrument(each), since=language.long_date(bound[each])
        )
        for each in asked.view.joined
        if each in bound
    ]


def _queries(asked: Question) -> list[Asked]:
    return [Asked(TAGS), Asked(INTERVALS, {"actor": asked.view.party.code})]


@dataclass(frozen=True, slots=True)
class Chain:
    """One ground of an answer with all that stands below it."""

    head: chains.Line
    lines: tuple[chains.Line, ...]


@bp.get("/party/<code>/rights/<right>")
def explain(code: str, right: str) -> Response:
    """Show why a right is covered as it is: the chain from the answer to the records of the sources."""
    if other := adviser.elsewhere(code):
        return other
    known = adviser.find_right(right)
    if not who_answers().law.rights.broader[known]:
        return make_response(redirect(language.link("protection.show", code=code, group=known), 302))
    if known != right:
        return make_response(redirect(language.this_page(right=known), 301))
    asked, holder = adviser.ask(code), adviser.asked_holder()
    found = next(each for each in asked.view.cover([known], holder) if each.right == known)  # not the narrower ones
    before = _before(asked, [found], holder)
    told = _explained(asked, found, holder)
    names, lines = asked.names, chains.cover_lines(told, asked.names)
    page = Page(
        template="cover_right.html",
        title=language.translate(
            "rights.why_title", right=names.concept("rights", known), party=asked.view.party.label
        ),
        context={
            "asked": asked,
            "found": found,
            "before": before[known].cover if before else None,
            "holder": holder,
            "bases": cover.basis_rows((*found.bases, *found.excluded), names),
            "perhaps": [cover.perhaps(*each, names) for each in found.unknown],
            "soft": list(dict.fromkeys(tag.article for tag in found.soft)),
            "chain": _blocks(lines[1:]),
            "say_sure": lambda line: chains.say_sure(line, names),
            "choices": {"holder": adviser.holder_choices(holder)},
        },
        document=cover.cover_object(asked.view, [found], names, holder, before) | {"chain": chains.chain_object(lines)},
        rows=chains.chain_rows(lines, names),
        columns=chains.CHAIN_COLUMNS,
        graph=lambda: _graph(asked, told),
        asked=_queries(asked),
    )
    return respond(page)


def _explained(asked: Question, found: RightCover, holder: str | None) -> Explanation:
    view = asked.view
    key = ("why", asked.lang, view.party.code, view.on, view.joined, found.right, holder)
    return recently(key, lambda: Explainer(view).cover(found))


def _graph(asked: Question, told: Explanation) -> Iterable[Triple]:
    return chains.cover_graph([told], asked.view.party.code)


def _blocks(lines: Iterable[chains.Line]) -> list[Chain]:
    """Part a chain at its grounds."""
    found: list[list[chains.Line]] = []
    for line in lines:
        if line.depth == 1 or not found:
            found.append([])
        found[-1].append(line)
    return [Chain(own[0], tuple(own[1:])) for own in found]


@bp.get("/rights/<name>/of")
def explain_of(name: str) -> Response:
    """Send on from the form on the page of a right, which names a party."""
    code = find_party(request.args.get("party", "").strip())
    return make_response(redirect(language.link("protection.explain", code=code, right=name), 302))


@bp.get("/rights/<name>/<code>")
def explain_short(name: str, code: str) -> Response:
    """Send on from the short address of a right of a party."""
    kept = {WHAT_IF: request.args[WHAT_IF]} if request.args.get(WHAT_IF) else {}
    return make_response(redirect(language.link("protection.explain", code=code, right=name, **kept), 301))
