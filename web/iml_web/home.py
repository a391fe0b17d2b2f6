"""The front page, the search, what this is, and whether it is well."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, request

from iml_graph.reading import local
from iml_web import graph, language, search, shown
from iml_web.formats import Asked, Page, respond

bp = Blueprint("home", __name__)


@bp.get("/")
def show() -> Response:
    """Show the search, what the graph holds, and what it is not."""
    counts = graph.remember("counts", _count)
    page = Page(
        template="home.html",
        title=language.translate("home.title"),
        context={"counts": counts},
        document={"release": graph.release().release, "data_date": graph.release().data_date, "counts": counts},
        rows=[{"kind": kind, "count": str(count)} for kind, count in counts.items()],
        asked=[Asked("explorer/counts")],
    )
    return respond(page)


def _count() -> dict[str, int]:
    return {str(row["kind"]): int(row["count"] or 0) for row in graph.select("explorer/counts")}


@bp.get("/search")
def find() -> Response:
    """Show what has the name asked for."""
    asked = request.args.get("q", "").strip()[:200]
    found = search.search(asked)
    rows = [
        {"kind": each.kind, "id": local(each.iri), "label": label_of(each.iri), "matched": each.by, "iri": each.iri}
        for each in found
    ]
    page = Page(
        template="search.html",
        title=language.translate("search.title", asked=asked) if asked else language.translate("search.label"),
        context={"found": rows, "asked": asked},
        document={"asked": asked, "found": rows},
        rows=rows,
        asked=[Asked(query) for query in (*search.NAMES, search.HEADINGS)],
    )
    return respond(page)


def label_of(iri: str) -> str:
    """Name a thing that was found, a provision with its instrument."""
    instrument, mark, _ = iri.partition("/art/")
    return f"{shown.name(instrument)}, {shown.name(iri)}" if mark else shown.name(iri)


@bp.get("/about")
def about() -> Response:
    """Say what the graph is, what it is not, how to cite it, and how accessible these pages are."""
    return respond(Page(template="about.html", title=language.translate("about.title")))


@bp.get("/health")
def health() -> Response:
    """Say whether the graph can be asked, and which release it is; for monitors.

    Raises:
        StoreError: it cannot; answered with 503.
    """
    graph.store().ask("ASK {}")
    published = graph.release()
    return jsonify(status="ok", release=published.release, data_date=published.data_date)
