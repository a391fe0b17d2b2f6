"""Sources: what the graph is built from, who publishes it, and how far each is complete."""

from __future__ import annotations

from flask import Blueprint, Response

from iml_graph import namespaces as ns
from iml_graph.reading import local
from iml_web import graph, language
from iml_web.formats import Asked, Page, flat, respond
from iml_web.lookup import look_up

bp = Blueprint("sources", __name__)


def _sources() -> dict[str, dict[str, str]]:
    return {row["identifier"]: row for row in flat(graph.select("explorer/sources"))}


@bp.get("/sources")
def list_all() -> Response:
    """List all sources."""
    sources = _sources()
    page = Page(
        template="sources.html",
        title=language.translate("sources.title"),
        context={"sources": list(sources.values())},
        document={"sources": list(sources.values())},
        rows=list(sources.values()),
        subjects=[ns.source(identifier) for identifier in sources],
        asked=[Asked("explorer/sources")],
    )
    return respond(page)


@bp.get("/source/<identifier>")
def show(identifier: str) -> Response:
    """Show one source and what it covers."""
    source = look_up("source", identifier, _sources())
    coverage = [
        {**row, "instrument": local(row["instrument"])}
        for row in flat(graph.select("maintainer/coverage"))
        if row["source"] == ns.source(identifier)
    ]
    page = Page(
        template="source.html",
        title=source["title"],
        context={"source": source, "coverage": coverage},
        document={**source, "coverage": coverage},
        rows=coverage,
        subjects=[ns.source(identifier)],
        asked=[Asked("explorer/sources"), Asked("maintainer/coverage")],
        sources=[identifier],
    )
    return respond(page)
