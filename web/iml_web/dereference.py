"""The graph's own IRIs, answered below the root of the browser: 303 to the page or to the data.

Linked-data practice for things that are no documents: https://www.w3.org/TR/cooluris/#r303gendocument
"""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, make_response, redirect, request, url_for
from werkzeug.exceptions import NotFound

from iml_graph import namespaces as ns
from iml_graph.store import Iri
from iml_graph.store.base import is_iri
from iml_web import graph, language, shown
from iml_web.formats import Page, asked_format, respond

bp = Blueprint("dereference", __name__)

PAGES = {
    "party": ("parties.show", "code"),
    "instrument": ("instruments.show", "identifier"),
    "organization": ("organizations.show", "identifier"),
    "body": ("bodies.show", "identifier"),
    "process": ("processes.show", "identifier"),
    "course": ("iom.show_course", "identifier"),
    "line-of-work": ("iom.show_line", "identifier"),
    "network": ("iom.show_network", "identifier"),
    "unit": ("iom.show_unit", "identifier"),
    "source": ("sources.show", "identifier"),
    "decision": ("decisions.show", "identifier"),
}


@bp.get("/id/<kind>/<path:identifier>")
def identify(kind: str, identifier: str) -> Response:
    """Send on to the page about a thing, or to its data if the visitor prefers a form of those."""
    state: dict[str, Any] = {name: value for name, value in request.args.items() if name != "format"}
    if (form := asked_format()) != "html":
        state["format"] = form
    instrument, mark, reference = identifier.partition("/art/")
    if kind == "instrument" and mark and "/" not in instrument + reference:
        endpoint, state = "provisions.show", {**state, "identifier": instrument, "reference": reference}
    elif kind in PAGES and "/" not in identifier:
        endpoint, argument = PAGES[kind]
        state[argument] = identifier
    else:
        endpoint, state = "dereference.show", {**state, "kind": kind, "identifier": identifier}
    return make_response(redirect(url_for(endpoint, **state), 303))


@bp.get("/resource/<kind>/<path:identifier>")
def show(kind: str, identifier: str) -> Response:
    """Show all statements about a thing that has no page of its own: an act, a record, a provision.

    Raises:
        NotFound: the graph says nothing about it.
    """
    iri = f"{ns.ID}{kind}/{identifier}"
    if not is_iri(iri):
        raise NotFound
    rows = [
        {"direction": direction, "property": row["property"] or "", "value": row["value"] or ""}
        for direction, query in (("out", _OUT), ("in", _IN))
        for row in graph.store().select(query, thing=Iri(iri))
    ]
    if not rows:
        raise NotFound
    page = Page(
        template="resource.html",
        title=shown.names().get(iri) or _title(rows) or identifier,
        context={"iri": iri, "rows": rows, "kind": kind},
        document={"iri": iri, "statements": rows},
        rows=rows,
        subjects=[iri],
    )
    return respond(page)


def _title(rows: list[dict[str, str]]) -> str:
    """Name an act by what was done, by whom and to what; empty for what is no act."""
    values = {row["property"]: row["value"] for row in rows if row["direction"] == "out"}
    wanted = (ns.IML + part for part in ("actionType", "actor", "onInstrument"))
    act = ", ".join(shown.name(values.get(part)) for part in wanted if part in values)
    return act[:1].upper() + act[1:]


@bp.get("/graph/<name>")
def show_graph(name: str) -> Response:
    """Send on from a named graph to the source whose statements it holds, or to what the others are."""
    known = ns.source(name) in shown.names()
    where = language.link("sources.show", identifier=name) if known else language.link("home.about")
    return make_response(redirect(where, 303))


_OUT = """SELECT DISTINCT ?property ?value WHERE { ?thing ?property ?value } ORDER BY ?property ?value"""
_IN = """SELECT DISTINCT ?property ?value WHERE { ?value ?property ?thing } ORDER BY ?property ?value LIMIT 200"""
