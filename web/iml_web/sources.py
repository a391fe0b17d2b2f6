"""Sources: what the graph is built from, who publishes it, and how far each is complete."""

from __future__ import annotations

from itertools import groupby

from flask import Blueprint, Response

from iml_graph import namespaces as ns
from iml_graph.reading import local
from iml_web import facets, graph, language, shown
from iml_web.facets import Facet
from iml_web.formats import Asked, Page, flat, respond
from iml_web.lookup import look_up
from iml_web.memberships import COVERAGE

bp = Blueprint("sources", __name__)

ROLES = ("primary", "check", "reference")
Source = dict[str, str]


def _sources() -> dict[str, Source]:
    """Read all sources by identifier: those that the graph follows, those that it is held against, single pages."""
    rows = {row["identifier"]: row for row in flat(graph.select("explorer/sources"))}
    order = {role: place for place, role in enumerate(ROLES)}
    return dict(sorted(rows.items(), key=lambda each: order.get(local(each[1]["role"]), len(ROLES))))


@bp.get("/sources")
def list_all() -> Response:
    """List all sources, or those of one role or publisher."""
    sources = list(_sources().values())
    found = facets.narrow(sources, _facets(), lambda each: f"{each['title']} {each['identifier']} {each['publisher']}")
    page = Page(
        template="sources.html",
        title=language.translate("sources.title"),
        context={
            "found": found,
            "roles": [(role, list(own)) for role, own in groupby(found.shown, key=lambda each: each["role"])],
        },
        document={"sources": list(found.items)},
        rows=found.items,
        subjects=[ns.source(each["identifier"]) for each in found.items],
        asked=[Asked("explorer/sources")],
    )
    return respond(page)


def _facets() -> list[Facet[Source]]:
    return [
        Facet(
            "role",
            language.translate("sources.role"),
            lambda each: [local(each["role"])],
            lambda key: shown.concept("source-roles", key) or key,
        ),
    ]


@bp.get("/source/<identifier>")
def show(identifier: str) -> Response:
    """Show one source and what it covers."""
    source = look_up("source", identifier, _sources())
    coverage = _covered("maintainer/coverage", identifier, "instrument")
    members = _covered(COVERAGE, identifier, "organization")
    page = Page(
        template="source.html",
        title=source["title"],
        context={"source": source, "coverage": coverage, "members": members},
        document={**source, "coverage": coverage, "memberships": members},
        rows=[*coverage, *members] or [source],
        subjects=[ns.source(identifier)],
        asked=[Asked("explorer/sources"), *(Asked(each) for each in ("maintainer/coverage", COVERAGE))],
        sources=[identifier],
    )
    return respond(page)


def _covered(query: str, source: str, column: str) -> list[dict[str, str]]:
    """Read what a source covers, of instruments or of memberships."""
    rows = (row for row in flat(graph.select(query)) if row["source"] == ns.source(source))
    return [{**row, column: local(row[column]), "iri": row[column]} for row in rows]
