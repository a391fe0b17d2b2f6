"""The words of the graph: the ontology's classes and properties, and the concepts of its vocabularies."""

from __future__ import annotations

from flask import Blueprint, Response

from iml_graph import namespaces as ns
from iml_graph.reading import local
from iml_web import concepts, graph, language
from iml_web.formats import Asked, Page, flat, respond
from iml_web.instrument_page import SERVING, things_serving
from iml_web.lookup import look_up

bp = Blueprint("terms", __name__)

MATCHES = ("relatedMatch", "related", "broadMatch", "narrowMatch", "closeMatch", "exactMatch")
"""Links of a concept to concepts of other vocabularies, our own and those of others."""

_KINDS = ("Class", "ObjectProperty", "DatatypeProperty")


@bp.get("/vocabulary/")
def list_schemes() -> Response:
    """List the vocabularies."""
    schemes = list(concepts.schemes().values())
    rows = [{"scheme": each.iri, "label": each.label, "definition": each.definition} for each in schemes]
    page = Page(
        template="vocabularies.html",
        title=language.translate("terms.vocabularies"),
        context={"schemes": schemes},
        document={"schemes": rows},
        rows=rows,
        subjects=[each.iri for each in schemes],
        asked=concepts.asked(),
    )
    return respond(page)


@bp.get("/vocabulary/<scheme>")
def show_scheme(scheme: str) -> Response:
    """Show one vocabulary with all its concepts, each below those that are broader."""
    return respond(scheme_page(scheme))


def scheme_page(scheme: str) -> Page:
    """Make the page of a vocabulary, to which that of rights or of groups adds what it knows of them."""
    about = look_up("vocabulary", scheme, concepts.schemes())
    members = list(concepts.members(scheme).values())
    rows = [each.as_row() for each in members]
    return Page(
        template="vocabulary.html",
        title=about.label,
        context={"scheme": about, "branches": concepts.tree(members)},
        document={"scheme": {"concept": about.iri, "label": about.label}, "concepts": rows},
        rows=rows,
        subjects=[about.iri, *(each.iri for each in members)],
        asked=concepts.asked(),
    )


@bp.get("/vocabulary/<scheme>/<identifier>")
def show_concept(scheme: str, identifier: str) -> Response:
    """Show one concept: what it means, where its wording is from, what it is close to, and what serves it."""
    return respond(concept_page(scheme, identifier))


def concept_page(scheme: str, identifier: str) -> Page:
    """Make the page of a concept, to which those of rights, groups and objectives add what they know of it."""
    about = look_up("vocabulary", scheme, concepts.schemes())
    members = concepts.members(scheme)
    concept = look_up("concept", identifier, members)
    facts = {name: list(concept.facts.get(name, ())) for name in ("altLabel", *MATCHES) if concept.facts.get(name)}
    serving = things_serving(concept.iri)
    return Page(
        template="concept.html",
        title=concept.label,
        context={
            "scheme": about,
            "concept_row": concept,
            "narrower": [each for each in members.values() if concept.iri in each.broader],
            "matches": {name: values for name, values in facts.items() if name in MATCHES},
            "serving": serving,
        },
        document={**concept.as_row(), **facts, "served_by": serving},
        rows=[concept.as_row()],
        subjects=[concept.iri],
        asked=[*concepts.asked(), Asked(SERVING, about={"served": concept.iri})],
        sources=[local(iri) for iri in concept.facts.get("wasDerivedFrom", ())],
    )


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
        asked=[Asked("explorer/terms", {"lang": language.lang()})],
    )
    return respond(page)
