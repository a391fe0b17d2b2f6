"""The recommendations on migration that one party received and made in the universal periodic review."""

from __future__ import annotations

from flask import Blueprint, Response, make_response, redirect

from iml_graph import namespaces as ns
from iml_web import language, reviews, shown
from iml_web.formats import Asked, Page, respond
from iml_web.parties import find_party
from iml_web.reviews import Recommendation, Tally

bp = Blueprint("recommendations", __name__)


@bp.get("/party/<code>/recommendations")
def show(code: str) -> Response:
    """List the recommendations on migration that a party received and made."""
    known = find_party(code)
    if known != code:
        return make_response(redirect(language.this_page(code=known), 301))
    found = reviews.read_recommendations(known)
    rows = [reviews.as_row(each) for each in found]
    page = Page(
        template="recommendations.html",
        title=language.translate("reviews.of", party=shown.name(ns.party(known))),
        context={
            "code": known,
            "groups": [_group(found, direction) for direction in reviews.DIRECTIONS],
        },
        document={"party": known, "recommendations": rows},
        rows=rows,
        subjects=[ns.party(known), *(each.iri for each in found)],
        asked=[Asked(reviews.QUERY, {"actor": known})],
        sources=sorted({each.source for each in found}),
    )
    return respond(page)


def _group(found: list[Recommendation], direction: str) -> tuple[Tally, list[Recommendation]]:
    return reviews.count(found, direction), [each for each in found if each.direction == direction]
