"""Norms that are claimed as custom: who asserts, denies or contests that each of them binds."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response

from iml_graph.reading import read_claims
from iml_web import analysis, graph, language, terms
from iml_web.formats import Asked, respond
from iml_web.rights import CUSTOM, claim_row, sources_of_claims

bp = Blueprint("norms", __name__)

SCHEME = "customary-norms"


@bp.get("/vocabulary/customary-norms/<identifier>")
def show(identifier: str) -> Response:
    """Show one norm with the claims that are made of it; never whether it binds."""
    base, lang = terms.concept_page(SCHEME, identifier), language.lang()
    claims = read_claims(graph.store(), lang, norm=identifier, lexicon=analysis.lexicon())
    rows = [claim_row(each) for each in claims]
    page = replace(
        base,
        template="norm.html",
        context={**base.context, "claims": claims},
        document={**(base.document or {}), "claims": rows},
        rows=rows or base.rows,
        asked=[Asked(CUSTOM, {"norm": identifier, "lang": lang}), *base.asked],
        sources=sorted({*base.sources, *sources_of_claims(claims)}),
    )
    return respond(page)
