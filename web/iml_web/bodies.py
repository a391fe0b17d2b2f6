"""Bodies that watch over instruments, and the procedures that they operate."""

from __future__ import annotations

from flask import Blueprint, Response

from iml_graph import namespaces as ns
from iml_graph.reading import local
from iml_web import graph, language
from iml_web.formats import Asked, Page, flat, respond
from iml_web.lookup import look_up

bp = Blueprint("bodies", __name__)


def _bodies() -> dict[str, list[dict[str, str]]]:
    """Read all bodies by identifier, one row for each instrument that a body watches over."""
    found: dict[str, list[dict[str, str]]] = {}
    for row in flat(graph.select("explorer/bodies", lang=language.lang())):
        found.setdefault(local(row["body"]), []).append(row)
    return found


def _watched(rows: list[dict[str, str]]) -> list[str]:
    return list(dict.fromkeys(row["instrument"] for row in rows if row["instrument"]))


@bp.get("/bodies")
def list_all() -> Response:
    """List all bodies."""
    bodies = _bodies()
    rows = [
        {
            "body": identifier,
            "label": rows[0]["label"],
            "acronym": rows[0]["acronym"],
            "instruments": ";".join(local(iri) for iri in _watched(rows)),
        }
        for identifier, rows in bodies.items()
    ]
    page = Page(
        template="bodies.html",
        title=language.translate("bodies.title"),
        context={"bodies": rows},
        document={"bodies": rows},
        rows=rows,
        subjects=[ns.body(identifier) for identifier in bodies],
        asked=[Asked("explorer/bodies", {"lang": language.lang()})],
    )
    return respond(page)


@bp.get("/body/<identifier>")
def show(identifier: str) -> Response:
    """Show one body: what it watches over, what set it up, how it can be reached by procedure."""
    rows = look_up("body", identifier, _bodies())
    procedures = [
        row
        for row in flat(graph.select("explorer/procedures", lang=language.lang()))
        if row["body"] == ns.body(identifier)
    ]
    page = Page(
        template="body.html",
        title=rows[0]["label"],
        context={"identifier": identifier, "rows": rows, "watched": _watched(rows), "procedures": procedures},
        document={"body": identifier, "label": rows[0]["label"], "instruments": rows, "procedures": procedures},
        rows=rows,
        subjects=[ns.body(identifier), *dict.fromkeys(row["procedure"] for row in procedures)],
        asked=[Asked(f"explorer/{query}", {"lang": language.lang()}) for query in ("bodies", "procedures")],
    )
    return respond(page)
