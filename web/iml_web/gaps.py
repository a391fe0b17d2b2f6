"""What does not bind a party on a day, why, and what it can lawfully do next."""

from __future__ import annotations

from flask import Blueprint, Response, make_response, redirect

from iml_graph.export import GAP_COLUMNS, gap_rows, gaps_object
from iml_graph.gaps import KINDS, party_gaps
from iml_web import graph, language, shown
from iml_web.formats import Asked, Page, respond
from iml_web.parties import find_party, sources_of

bp = Blueprint("gaps", __name__)


@bp.get("/party/<code>/gaps")
def show(code: str) -> Response:
    """Show the gaps of one party as of a day, by their kinds."""
    known = find_party(code)
    if known != code:
        return make_response(redirect(language.this_page(code=known), 301))
    found = party_gaps(graph.store(), known, language.on().isoformat(), language.lang())
    page = Page(
        template="gaps.html",
        title=language.translate("gaps.title", party=found.party.label),
        context={"found": found, "kinds": [kind for kind in KINDS.values() if found.of(kind)]},
        document=gaps_object(found),
        rows=gap_rows(found, shown.concept_names()),
        columns=GAP_COLUMNS,
        records=[Asked("explorer/party-record", {"party": known})],
        asked=[Asked("researcher/intervals", {"actor": known}), Asked("adviser/ways-to-join")],
        sources=sources_of(tuple(gap.standing for gap in found.gaps)),
    )
    return respond(page)
