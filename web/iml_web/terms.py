"""The words of the graph: the ontology's classes and properties, and the concepts of its vocabularies."""

from __future__ import annotations

from flask import Blueprint, Response

from iml_graph import namespaces as ns
from iml_graph.reading import local
from iml_web import graph, language
from iml_web.formats import Asked, Page, flat, respond
from iml_web.lookup import look_up

bp = Blueprint("terms", __name__)


def _concepts() -> list[dict[str, str]]:
    """Read all concepts and schemes; a concept with two broader ones stands in the list once."""
    rows = flat(graph.select("explorer/concepts", lang=language.lang()))
    return list({row["concept"]: row for row in reversed(rows)}.values())[::-1]


def _schemes(concepts: list[dict[str, str]]) -> dict[str, dict[str, str]]:
    return {local(row["concept"]): row for row in concepts if row["concept"] == row["scheme"]}


def _asked(query: str) -> list[Asked]:
    return [Asked(f"explorer/{query}", {"lang": language.lang()})]


@bp.get("/vocabulary/")
def list_schemes() -> Response:
    """List the vocabularies."""
    schemes = list(_schemes(_concepts()).values())
    page = Page(
        template="vocabularies.html",
        title=language.translate("terms.vocabularies"),
        context={"schemes": schemes},
        document={"schemes": schemes},
        rows=schemes,
        subjects=[row["concept"] for row in schemes],
        asked=_asked("concepts"),
    )
    return respond(page)


@bp.get("/vocabulary/<scheme>")
def show_scheme(scheme: str) -> Response:
    """Show one vocabulary with all its concepts."""
    concepts = _concepts()
    about = _scheme(scheme, concepts)
    members = [row for row in concepts if row["scheme"] == about["concept"] != row["concept"]]
    page = Page(
        template="vocabulary.html",
        title=about["label"],
        context={"scheme": about, "concepts": members},
        document={"scheme": about, "concepts": members},
        rows=members,
        subjects=[about["concept"], *(row["concept"] for row in members)],
        asked=_asked("concepts"),
    )
    return respond(page)


def _scheme(identifier: str, concepts: list[dict[str, str]]) -> dict[str, str]:
    return look_up("vocabulary", identifier, _schemes(concepts))


@bp.get("/vocabulary/<scheme>/<identifier>")
def show_concept(scheme: str, identifier: str) -> Response:
    """Show one concept: what it means, in which vocabulary, above and below which others."""
    concepts = _concepts()
    about = _scheme(scheme, concepts)
    members = {local(row["concept"]): row for row in concepts if row["scheme"] == about["concept"] != row["concept"]}
    concept = look_up("concept", identifier, members)
    page = Page(
        template="concept.html",
        title=concept["label"],
        context={
            "scheme": about,
            "concept_row": concept,
            "narrower": [row for row in members.values() if row["broader"] == concept["concept"]],
        },
        document=dict(concept),
        rows=[concept],
        subjects=[concept["concept"]],
        asked=_asked("concepts"),
    )
    return respond(page)


@bp.get("/ontology")
def show_ontology() -> Response:
    """Show the classes and properties of the ontology."""
    rows = flat(graph.select("explorer/terms", lang=language.lang()))
    terms = list({row["term"]: row for row in reversed(rows)}.values())[::-1]
    groups = {kind: [row for row in terms if local(row["kind"]) == kind] for kind in _KINDS}
    page = Page(
        template="ontology.html",
        title=language.translate("terms.ontology"),
        context={"groups": groups},
        document={"terms": terms},
        rows=terms,
        subjects=[ns.IML.rstrip("#"), *(row["term"] for row in terms)],
        asked=_asked("terms"),
    )
    return respond(page)


_KINDS = ("Class", "ObjectProperty", "DatatypeProperty")
