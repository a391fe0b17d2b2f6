"""The Global Compact for Migration: its objectives and principles, the votes, the champions, what stands around it."""

from __future__ import annotations

from collections import Counter, defaultdict

from flask import Blueprint, Response

from iml_graph import namespaces as ns
from iml_graph.provision_records import Grounding
from iml_graph.reading import local, read_groundings
from iml_web import analysis, concepts, graph, instrument_page, language, memberships
from iml_web.composition import shown_rows
from iml_web.formats import Asked, Page, flat, respond
from iml_web.memberships import Held

bp = Blueprint("compact", __name__)

COMPACT, CHAMPIONS = "gcm", "gcm-champions"
OBJECTIVES, PRINCIPLES = "gcm-objectives", "gcm-principles"
NEIGHBOURS = ("sdg-targets", "migof-principles", "migof-objectives", "iom-strategy-points", "rights", "holders")
"""Vocabularies that the objectives are linked with, or that stand beside them."""


@bp.get("/global-compact")
def show() -> Response:
    """Show the Compact: objectives, principles, votes, champions and neighbouring vocabularies."""
    objectives, principles = (list(concepts.members(scheme).values()) for scheme in (OBJECTIVES, PRINCIPLES))
    rows = [each.as_row() for each in (*objectives, *principles)]
    day = language.on().isoformat()
    named = memberships.of_organization(ns.process(CHAMPIONS))
    champions = [each for each in named if each.on(day) not in (Held.FORMER, Held.LATER)]
    grounded = Counter(each.objective.identifier for each in _groundings())
    served = Counter(row["served"] for row in flat(graph.select(instrument_page.SERVING)))
    votes = read_votes()
    page = Page(
        template="compact.html",
        title=language.translate("compact.title"),
        context={
            "objectives": objectives,
            "principles": principles,
            "served": served,
            "grounded": grounded,
            "votes": votes,
            "champions": shown_rows(champions),
            "neighbours": [own for scheme in NEIGHBOURS if (own := concepts.schemes().get(scheme))],
            "compact": ns.instrument(COMPACT),
            "initiative": ns.process(CHAMPIONS),
        },
        document={"concepts": rows, "votes": votes, "champions": [local(each.actor) for each in champions]},
        rows=rows,
        subjects=[each.iri for each in (*objectives, *principles)],
        asked=[*concepts.asked(), Asked(instrument_page.VOTES), Asked(instrument_page.SERVING)],
        sources=sorted({local(iri) for each in objectives for iri in each.facts.get("wasDerivedFrom", ())}),
    )
    return respond(page)


def _groundings() -> tuple[Grounding, ...]:
    """Read the provisions on which objectives rest; claimed norms are left aside."""
    lang = language.lang()
    found = read_groundings(graph.store(), lang, lexicon=analysis.lexicon())
    return tuple(each for each in found if each.provision)


def read_votes() -> list[dict[str, str]]:
    """Count the votes on each instrument that has any on record, by the day of the vote."""
    cast: dict[str, Counter[str]] = defaultdict(Counter)
    days: dict[str, str] = {}
    for row in flat(graph.select(instrument_page.VOTES)):
        cast[row["instrument"]][local(row["vote"])] += 1
        days[row["instrument"]] = max(row["day"], days.get(row["instrument"], ""))
    return [
        {"instrument": iri, "day": day, **{vote: str(cast[iri][vote]) for vote in instrument_page.BALLOT}}
        for iri, day in sorted(days.items(), key=lambda each: each[1], reverse=True)
    ]
