"""What a party could join: each instrument with what it would add, the smallest set, and one article by article."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from flask import Blueprint, Response, make_response, redirect, request

from iml_graph.errors import BadInputError
from iml_graph.export import additions, candidates
from iml_graph.labels import sentence, word
from iml_graph.protection import asking
from iml_graph.protection.asking import Asked as Question
from iml_graph.protection.minimum import Minimum, minimum
from iml_graph.protection.newness import Addition, Additions, Weights, equal_weights
from iml_graph.protection.ranking import COVERED, Candidate, Order, rank
from iml_graph.terms import GapKind, Status
from iml_web import adviser, language
from iml_web.formats import Asked, Page, respond
from iml_web.parties import find_party
from iml_web.recent import recently

bp = Blueprint("candidates", __name__)

TAGS, RELATIONS, INTERVALS = "adviser/law-tags", "adviser/law-relations", "researcher/intervals"
NEARLY = 0.05
"""Up to this share that is new, nearly nothing is."""


@bp.get("/party/<code>/candidates")
def show(code: str) -> Response:
    """Order the instruments that a party could join by what each would add; name the fewest that would do."""
    if other := adviser.elsewhere(code):
        return other
    asked, weights = adviser.ask(code), adviser.asked_weights()
    order = Order(adviser.one_of("by", tuple(each.value for each in Order)))
    view, names = asked.view, asked.names
    key = (asked.lang, view.party.code, view.on, view.joined, weights.name)
    ranked, fewest = recently(("candidates", *key, order), lambda: _both(asked, weights, order))
    rows = candidates.candidate_rows(ranked, names)
    answer = candidates.candidates_object(view, ranked, weights.name, order)
    page = Page(
        template="candidates.html",
        title=language.translate("candidates.title", party=view.party.label),
        context={
            "asked": asked,
            "rows": list(zip(rows, ranked, strict=True)),
            "order": order.value,
            "orders": tuple(each.value for each in Order),
            "weights": weights.name,
            "fewest": fewest,
            "chosen": candidates.chosen_rows(fewest, names),
            "before": sum(each.cover in COVERED for each in fewest.before),
            "after": sum(each.cover in COVERED for each in fewest.after),
            "say_change": lambda change: candidates.say_change(change, names),
            "doubtful": any(each.gap.kind is GapKind.UNKNOWN for each in ranked),
        },
        document=answer | {"minimum": candidates.minimum_object(view, fewest, weights.name)},
        rows=[row | {"smallest_set": "1" if row["id"] in fewest.instruments else ""} for row in rows],
        columns=(*candidates.CANDIDATE_COLUMNS, "smallest_set"),
        records=[Asked("explorer/party-record", {"party": view.party.code})],
        asked=_queries(asked),
    )
    return respond(page)


def _both(asked: Question, weights: Weights, order: Order) -> tuple[tuple[Candidate, ...], Minimum]:
    return rank(asked.view, weights, order), minimum(asked.view, weights)


def _queries(asked: Question) -> list[Asked]:
    return [Asked(TAGS), Asked(RELATIONS), Asked(INTERVALS, {"actor": asked.view.party.code})]


@dataclass(frozen=True, slots=True)
class Line:
    """One article of the instrument: the row of a table, and what it is made from."""

    row: dict[str, str]
    addition: Addition
    kind: str


@bp.get("/party/<code>/adds/<instrument>")
def adds(code: str, instrument: str) -> Response:
    """Show what an instrument would add for a party, article by article."""
    if other := adviser.elsewhere(code):
        return other
    known = adviser.find_instrument(instrument)
    if known != instrument:
        return make_response(redirect(language.this_page(instrument=known), 301))
    asked, weights = adviser.ask(code), adviser.asked_weights()
    asking.check_instrument(asked, known)
    standing, bound = asked.view.standings[known], asked.view.position.bound.get(known)
    if bound is None and standing.can.eligible is False and not standing.can.by_invitation:
        raise BadInputError(asking.not_open(asked, known))
    added, equal = asked.view.adds(known, weights), asked.view.adds(known, equal_weights())
    rows = additions.addition_rows(added.additions, asked.names)
    ordered = sorted(added.additions, key=lambda each: additions.KINDS.index(additions.kind_of(each)))
    lines = [Line(row, each, additions.kind_of(each)) for row, each in zip(rows, ordered, strict=True)]
    page = Page(
        template="adds.html",
        title=language.translate("adds.title", instrument=asked.names.instrument(known), party=asked.view.party.label),
        context={
            "asked": asked,
            "instrument": standing.instrument,
            "standing": standing,
            "bound": bound,
            "groups": [(kind, [each for each in lines if each.kind == kind]) for kind in additions.KINDS],
            "weights": weights.name,
            "share": additions.percent(asked.view.adds(known).share),
            "share_equal": additions.percent(equal.share),
            "said": _said(asked, added, equal, bound),
            "untagged": additions.untagged_lines(added, asked.adviser.law, asked.names),
            "untagged_count": len(added.untagged),
        },
        document=additions.additions_object(asked.view, added, equal, asked.names, bound),
        rows=rows,
        columns=additions.ADDITION_COLUMNS,
        graph=lambda: adviser.addition_graph(asked.view.party.code, added.additions),
        asked=_queries(asked),
    )
    return respond(page)


def _said(asked: Question, added: Additions, equal: Additions, bound: str | None) -> list[str]:
    """Say what to know before reading the table."""
    lang, lines, standing = asked.lang, [], asked.view.standings[added.instrument]
    if bound is not None:
        lines.append(sentence("adds_bound", lang, since=language.long_date(bound) or "?"))
    elif standing.can.by_invitation:
        clauses = word("list_mark", lang).join(asking.clauses(asked, added.instrument, "invited-states"))
        lines.append(sentence("adds_invited", lang, articles=f": {clauses}" if clauses else ""))
    elif standing.status is Status.UNKNOWN:
        lines.append(sentence("adds_unknown", lang))
    if added.instrument in asked.adviser.law.chosen:
        lines.append(sentence("adds_chooses", lang))
    same = (other for each in added.additions for other in each.overlaps if other.article == each.article.key)
    for name, count in Counter(other.through for other in same if other.through).items():
        values = {"count": count, "total": len(added.additions), "through": asked.names.instrument(name)}
        lines.append(sentence("adds_through", lang, **values))
    share = max(added.share, equal.share)
    if added.additions and share <= NEARLY:
        lines.append(sentence("adds_nearly_nothing" if share else "adds_nothing", lang))
    return lines


@bp.get("/instrument/<identifier>/of")
def adds_of(identifier: str) -> Response:
    """Send on from the form on the page of an instrument, which names a party: to what it adds, or to the road."""
    code = find_party(request.args.get("party", "").strip())
    endpoint = {"adds": "candidates.adds", "road": "roads.show"}[adviser.one_of("to", ("adds", "road"))]
    return make_response(redirect(language.link(endpoint, code=code, instrument=identifier), 302))
