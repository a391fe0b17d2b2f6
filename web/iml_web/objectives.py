"""The objectives of the Global Compact: on which provisions and norms each of them rests."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response, make_response, redirect

from iml_graph.provisions import objective_profile
from iml_graph.reading import resolve_objective
from iml_web import analysis, concepts, graph, language, terms
from iml_web.formats import Asked, respond

bp = Blueprint("objectives", __name__)

SCHEME = "gcm-objectives"
ROLES = ("core", "supporting")
COLUMNS = (
    *("objective", "grounding_role", "norm", "instrument", "provision", "citation", "heading", "role", "force"),
    *("reach", "confidence", "authors", "checked", "note", "iri"),
)


@bp.get("/vocabulary/gcm-objectives/<identifier>")
def show(identifier: str) -> Response:
    """Show one objective: what is at its core, what supports it, which custom and rights stand behind it."""
    known = identifier if identifier in concepts.members(SCHEME) else resolve_objective(graph.store(), identifier)
    if known != identifier:
        return make_response(redirect(language.this_page(identifier=known), 301))
    base, lang = terms.concept_page(SCHEME, known), language.lang()
    profile = objective_profile(graph.store(), known, lang)
    laws = [each for each in profile.groundings if each.provision]
    rows = [analysis.grounding_row(each) for each in profile.groundings]
    page = replace(
        base,
        template="objective.html",
        context={
            **base.context,
            "roles": [(role, [each for each in laws if each.role.identifier == role]) for role in ROLES],
            "norms": [each for each in profile.groundings if each.norm],
            "rights": profile.rights,
        },
        document={**(base.document or {}), "groundings": rows},
        rows=rows or base.rows,
        columns=COLUMNS if rows else (),
        records=[Asked("explorer/objective-record", {"objective": known})],
        asked=[Asked("explorer/groundings", {"objective": known, "lang": lang}), *base.asked],
        sources=sorted({*base.sources, *analysis.sources_of(each.judgement for each in profile.groundings)}),
    )
    return respond(page)
