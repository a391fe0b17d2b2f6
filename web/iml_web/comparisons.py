"""Parties side by side: two to six, all members of a group, and the two ends of a corridor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from flask import Blueprint, Response, make_response, redirect, request

from iml_graph import namespaces as ns
from iml_graph import reading
from iml_graph.errors import BadInputError, UnknownNameError
from iml_graph.export import contexts
from iml_graph.identifiers import fold_text
from iml_graph.labels import sentence
from iml_graph.protection import asking, comparison
from iml_graph.protection.advice import View
from iml_graph.protection.comparison import FEWEST, MOST, By, Comparison, Line, compare
from iml_graph.protection.context import Shared, corridor
from iml_graph.protection.groups import LIST, Group, Groups, Kind, read_groups
from iml_graph.store import Blank, Iri, Literal, Triple
from iml_graph.terms import Cover, Status
from iml_web import adviser, graph, language, shown
from iml_web.formats import Asked, Page, respond
from iml_web.parties import find_party
from iml_web.recent import recently

bp = Blueprint("comparisons", __name__)

TAGS, INTERVALS = "adviser/law-tags", "researcher/intervals"
LARGEST = 250
"""Parties that a matrix has at most."""
NAME = "name"
_TERRITORY = "Territory"


@bp.get("/compare")
def compare_parties() -> Response:
    """Set two to six parties side by side, right by right or instrument by instrument."""
    listed = request.args.getlist("parties")
    if len(listed) > 1:
        return make_response(redirect(language.this_page(parties=",".join(filter(None, listed))), 302))
    names = [each.strip() for each in request.args.get("parties", "").split(",") if each.strip()]
    if len(names) > MOST:
        raise BadInputError(language.translate("compare.few", fewest=FEWEST, most=MOST))
    who, on = adviser.adviser(), language.on().isoformat()
    codes = list(dict.fromkeys(asking.ask(who, find_party(name), on).view.party.code for name in names))
    by = By(adviser.one_of("by", tuple(each.value for each in By)))
    if len(codes) < FEWEST:
        return _choose(codes, by)
    found = recently(("compare", who.lang, tuple(codes), on, by), lambda: compare(who, codes, on, by))
    return _side_by_side(found, "compare.html", language.translate("compare.title", parties=_named(found)), {})


def _choose(codes: Sequence[str], by: By) -> Response:
    """Show the form where less than two parties are named."""
    page = Page(
        template="compare.html",
        title=language.translate("compare.choose"),
        context={
            "found": None,
            "by": by.value,
            "codes": codes,
            "choices": _party_choices(codes),
            "most": MOST,
        },
    )
    return respond(page)


def _party_choices(codes: Iterable[str]) -> list[adviser.Choice]:
    taken, on = set(codes), language.on().isoformat()
    parties = (each for each in _groups(on).parties.values() if each.kind != _TERRITORY)
    found = [adviser.Choice(each.code, each.label, each.code in taken) for each in parties]
    return sorted(found, key=lambda each: fold_text(each.label))


def _named(found: Comparison) -> str:
    return ", ".join(party.label for party in found.parties)


def _side_by_side(found: Comparison, template: str, title: str, more: dict[str, object]) -> Response:
    """Answer with a comparison in the order and with the lines that the address asks for."""
    sort, which = _sort(found), adviser.one_of("show", ("all", "differ"))
    lines = [each for each in _ordered(found, sort) if which == "all" or each.differs()]
    codes = [party.code for party in found.parties]
    page = Page(
        template=template,
        title=title,
        context={
            "found": found,
            "by": found.by.value,
            "codes": codes,
            "groups": _grouped(lines) if sort == NAME else [("", lines)],
            "totals": {code: sum(_held(line.cells.get(code)) for line in lines) for code in codes},
            "sort": sort,
            "show": which,
            "alike": sum(not each.differs() for each in found.lines),
            "cell": _cell_of(found.by),
            "used": _used(found),
            "choices": _party_choices(codes) if template == "compare.html" else [],
            "most": MOST,
        }
        | more,
        document=contexts.comparison_object(found, lines),
        rows=contexts.comparison_rows(lines),
        columns=contexts.comparison_columns(found),
        graph=lambda: _triples(found, lines),
        asked=[Asked(TAGS)] if found.by is By.RIGHT else [Asked("adviser/ways-to-join")],
    )
    return respond(page)


def _grouped(lines: Iterable[Line]) -> list[tuple[str, list[Line]]]:
    return [(label, list(own)) for label, own in groupby(lines, key=lambda line: line.group)]


def _held(cell: str | None) -> bool:
    return Line("", "", "", {"": cell or ""}).held() > 0


def _sort(found: Comparison) -> str:
    """Return by what the address orders the lines: name, most, least, or the code of one of the parties.

    Raises:
        BadInputError: it names something else.
    """
    return adviser.one_of("sort", (NAME, "most", "least", *(party.code for party in found.parties)))


def _ordered(found: Comparison, sort: str) -> list[Line]:
    if sort == NAME:
        return list(found.lines)
    if sort in ("most", "least"):
        sign = -1 if sort == "most" else 1
        return sorted(found.lines, key=lambda line: (sign * line.held(), fold_text(line.label)))
    order = [each.value for each in (Cover if found.by is By.RIGHT else Status)]
    places = {value: place for place, value in enumerate(order)}
    return sorted(found.lines, key=lambda line: (places.get(line.cells.get(sort, ""), 99), fold_text(line.label)))


def _cell_of(by: By) -> dict[str, tuple[str, str, str]]:
    """Give for each class or status its symbol, its name, and the class of its colour."""
    if by is By.RIGHT:
        return {
            each.value: (symbol, shown.concept("cover-classes", each.value), f"cover-{each.value}")
            for each, symbol in adviser.SYMBOLS.items()
        }
    return {each: (symbol, shown.concept("statuses", each), f"status-{each}") for each, symbol in shown.SYMBOLS.items()}


def _used(found: Comparison) -> list[str]:
    cells = {cell for line in found.lines for cell in line.cells.values()}
    return [each for each in _cell_of(found.by) if each in cells]


def _triples(found: Comparison, lines: Iterable[Line]) -> Iterable[Triple]:
    """Write each cell as an entity: its value, and of which party and right or instrument."""
    kind = Iri(ns.RDF + "type"), Iri(ns.PROV + "Entity")
    for place, line in enumerate(lines):
        about = ns.concept("rights", line.identifier) if found.by is By.RIGHT else ns.instrument(line.identifier)
        for code, cell in line.cells.items():
            answer = Blank(f"cell{place}{code}")
            yield (answer, *kind)
            yield answer, Iri(ns.PROV + "value"), Literal(cell)
            yield answer, Iri(ns.PROV + "wasDerivedFrom"), Iri(ns.party(code))
            yield answer, Iri(ns.PROV + "wasDerivedFrom"), Iri(about)


# the matrix


@bp.get("/matrix")
def matrix() -> Response:
    """Show for all members of a group how each right is covered, or where each stands towards each instrument."""
    on = language.on().isoformat()
    groups, name = _groups(on), request.args.get("group", "").strip()[: 4 * LARGEST + 100]
    by = By(adviser.one_of("by", tuple(each.value for each in By)))
    offered = _offered(groups)
    if not name:
        page = Page(
            template="matrix.html",
            title=language.translate("matrix.title_any"),
            context={"found": None, "by": by.value, "group": None, "offered": offered},
        )
        return respond(page)
    group = _find(groups, name)
    codes = [code for code in group.members if groups.parties[code].kind != _TERRITORY][:LARGEST]
    if not codes:
        raise BadInputError(language.translate("matrix.empty", group=group.label))
    key = ("matrix", language.lang(), tuple(codes), on, by)
    found = recently(key, lambda: _matrix(groups, codes, on, by))
    title = language.translate("matrix.title", group=group.name if group.kind is not Kind.LIST else group.label)
    return _side_by_side(found, "matrix.html", title, {"group": group, "offered": offered})


def _groups(on: str) -> Groups:
    lang = language.lang()
    return recently(("groups", lang, on), lambda: read_groups(graph.store(), lang, on))


def _find(groups: Groups, name: str) -> Group:
    """Find a group by name; a list of codes may stand without its mark.

    Raises:
        UnknownNameError: no group is called so.
    """
    listed = name if name.startswith(LIST) else f"{LIST}{name}" if "," in name else ""
    if listed.count(",") >= LARGEST:
        raise BadInputError(language.translate("matrix.too_many", most=LARGEST))
    try:
        return groups.find(listed or name)
    except UnknownNameError as error:
        if error.kind == "party":
            raise
        raise UnknownNameError("group", name, error.suggestions) from None


def _offered(groups: Groups) -> list[tuple[str, list[Group]]]:
    """Offer the groups that have members, by kind."""
    known = [each for each in groups.groups if each.members]
    return [(kind.value, [each for each in known if each.kind is kind]) for kind in Kind if kind is not Kind.LIST]


def _matrix(groups: Groups, codes: Sequence[str], on: str, by: By) -> Comparison:
    if by is By.RIGHT:
        return comparison.matrix(adviser.adviser(), codes, on, by)
    parties = tuple(groups.parties[code] for code in codes)
    return Comparison(by, parties, on, tuple(_instrument_lines(codes, on)), reading.read_release(graph.store()))


def _instrument_lines(codes: Iterable[str], on: str) -> list[Line]:
    """Tell where each party stands towards the treaties whose articles are described: of all, that would take long."""
    who = adviser.adviser()
    law, names = who.law, who.names
    lines: dict[str, Line] = {}
    for code in codes:
        for name, standing in View(who, who.dossier(code), on).standings.items():
            if name not in law.instruments or name in law.soft:
                continue
            branch = standing.instrument.branch_label or ""
            line = lines.setdefault(name, Line(name, names.instrument(name), branch, {}))
            line.cells[code] = standing.status.value
    shut = {Status.NOT_ELIGIBLE.value}
    found = (line for line in lines.values() if set(line.cells.values()) - shut)
    return sorted(found, key=lambda line: (fold_text(line.group), fold_text(line.label)))


# the corridor


@bp.get("/corridor")
def corridor_page() -> Response:
    """Show for each right what binds both ends of a corridor, one only, or none."""
    ends = [request.args.get(name, "").strip() for name in ("from", "to")]
    holder, group = adviser.asked_holder(), adviser.asked_group()
    who, on, lang = adviser.adviser(), language.on().isoformat(), language.lang()
    views = [asking.ask(who, find_party(name), on).view for name in ends if name]
    if len(views) < 2:
        page = Page(
            template="corridor.html",
            title=language.translate("corridor.choose"),
            context={"found": None, "parties": _party_choices(()), "ends": [view.party.code for view in views]},
        )
        return respond(page)
    first, second = views
    if first.party.code == second.party.code:
        raise BadInputError(sentence("corridor_same", lang))
    found = corridor(first, second, [group] if group else [], holder)
    rows = contexts.corridor_rows(found, who.names)
    states = {each.right: each for each in found.rights}
    page = Page(
        template="corridor.html",
        title=language.translate("corridor.title", first=first.party.label, second=second.party.label),
        context={
            "found": found,
            "names": who.names,
            "groups": [(label, list(own)) for label, own in groupby(rows, key=lambda row: row["group"])],
            "states": states,
            "counts": {each: sum(own.state is each for own in found.rights) for each in Shared},
            "holder": holder,
            "choices": {"holder": adviser.holder_choices(holder), "group": adviser.group_choices(group)},
            "parties": _party_choices(()),
            "ends": [first.party.code, second.party.code],
        },
        document=contexts.corridor_object(found),
        rows=rows,
        columns=contexts.CORRIDOR_COLUMNS,
        graph=lambda: [
            *adviser.cover_graph(first.party.code, (each.first for each in found.rights), "from"),
            *adviser.cover_graph(second.party.code, (each.second for each in found.rights), "to"),
        ],
        asked=[Asked(TAGS), *(Asked(INTERVALS, {"actor": view.party.code}) for view in views)],
    )
    return respond(page)
