"""Rights: all of them by group, and the page of each with the provisions that give it."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response, make_response, redirect

from iml_graph.provision_records import Claim, Comment, Tag
from iml_graph.reading import read_claims, read_comments, resolve_right
from iml_web import analysis, cases, concepts, facets, graph, language, terms
from iml_web.concepts import Concept
from iml_web.facets import Facet
from iml_web.formats import Asked, respond

bp = Blueprint("rights", __name__)

SCHEME = "rights"
TAGS, RECORD, CUSTOM = "explorer/tags", "explorer/concept-record", "researcher/custom"
LATEST = 20
"""How many decisions a page shows that is not their register."""


@bp.get("/vocabulary/rights")
def list_all() -> Response:
    """List all rights by group, with the number of provisions that give each and of decisions that concern it."""
    base = terms.scheme_page(SCHEME)
    members = concepts.members(SCHEME)
    groups = [(each.concept, concepts.lines(each.narrower)) for each in concepts.tree(members.values())]
    counts = {each: analysis.count(analysis.tags_of_right(each)) for each in members}
    decisions = {each: len(decisions_on(each)) for each in members}
    rows = [
        {**each.as_row(), **_as_columns(counts[name]), "decisions": str(decisions[name])}
        for name, each in members.items()
    ]
    page = replace(
        base,
        template="rights.html",
        context={**base.context, "groups": groups, "counts": counts, "decisions": decisions},
        document={**(base.document or {}), "concepts": rows},
        rows=rows,
        asked=[*base.asked, Asked(TAGS, {"lang": language.lang()})],
    )
    return respond(page)


def _as_columns(counts: analysis.Counts) -> dict[str, str]:
    return {
        "binding_universal": str(counts.universal),
        "binding_regional": str(counts.regional),
        "non_binding": str(counts.non_binding),
    }


def decisions_on(right: str) -> list[cases.Decision]:
    """List the decisions that concern a right or a narrower one, the latest first."""
    return cases.on_rights(analysis.lexicon().within(SCHEME, right))


@bp.get("/vocabulary/rights/<identifier>")
def show(identifier: str) -> Response:
    """Show one right, which may be a group: what gives it to whom, what is claimed, said and decided of it."""
    known = find_right(identifier)
    if known != identifier:
        return make_response(redirect(language.this_page(identifier=known), 301))
    base, lang = terms.concept_page(SCHEME, known), language.lang()
    narrower = [each for each in concepts.members(SCHEME).values() if _iri(known) in each.broader]
    tags = analysis.tags_of_right(known)
    found = facets.narrow(tags, _facets(narrower), analysis.words_of, analysis.PER_PAGE)
    claims = read_claims(graph.store(), lang, right=known, lexicon=analysis.lexicon())
    comments = read_comments(graph.store(), lang, right=known, lexicon=analysis.lexicon())
    decisions = decisions_on(known)
    rows = [analysis.tag_row(tag) for tag in found.items]
    page = replace(
        base,
        template="right.html",
        context={
            **base.context,
            "found": found,
            "counts": analysis.count(tags),
            "groups": analysis.by_force(found.shown),
            "below": {each.identifier: analysis.count(analysis.tags_of_right(each.identifier)) for each in narrower},
            "claims": claims,
            "comments": comments,
            "decisions": decisions[:LATEST],
            "decision_count": len(decisions),
        },
        document={
            **(base.document or {}),
            "provisions": rows,
            "claims": [claim_row(each) for each in claims],
            "comments": [comment_row(each) for each in comments],
            "decisions": [each.identifier for each in decisions],
        },
        rows=rows,
        columns=analysis.TAG_COLUMNS,
        records=[Asked(RECORD, {"concept": known})],
        asked=[
            Asked(TAGS, {"right": known, "lang": lang}),
            Asked("researcher/provisions-on-right", {"right": known, "lang": lang}),
            *([Asked(CUSTOM, {"norm": each, "lang": lang}) for each in sorted({c.norm.identifier for c in claims})]),
            *([Asked("researcher/comments-on-right", {"right": known, "lang": lang})] if comments else []),
            *([cases.asked()] if decisions else []),
            *base.asked,
        ],
        sources=sorted(
            {*base.sources, *analysis.sources_of(tag.judgement for tag in tags), *sources_of_claims(claims)}
        ),
    )
    return respond(page)


def _iri(identifier: str) -> str:
    return concepts.members(SCHEME)[identifier].iri


def _facets(narrower: list[Concept]) -> list[Facet[Tag]]:
    own = [analysis.right_facet()] if narrower else []
    return [analysis.holder_facet(), analysis.reach_facet(), *own]


def sources_of_claims(claims: tuple[Claim, ...]) -> set[str]:
    """List the sources in which some claims were read."""
    return {source for claim in claims for source in claim.source.split(";")}


def claim_row(claim: Claim) -> dict[str, str]:
    """Write a claim about custom as a row of a download."""
    return {
        "norm": claim.norm.identifier,
        "claimant": claim.claimant,
        "stance": claim.stance.identifier,
        "status": claim.status.identifier,
        "document": claim.document,
        "on": claim.on or "",
        "place": claim.place or "",
        "source": claim.source,
        "confidence": claim.confidence,
    }


def comment_row(comment: Comment) -> dict[str, str]:
    """Write a general comment as a row of a download."""
    return {
        "comment": comment.comment.identifier,
        "symbol": comment.symbol or "",
        "adopted": comment.adopted,
        "instrument": comment.instrument.identifier,
        "provisions": ";".join(comment.references),
    }


def find_right(asked: str) -> str:
    """Return the identifier of a right from any of its names.

    Raises:
        UnknownNameError: no right is called so; carries the nearest names.
    """
    return asked if asked in concepts.members(SCHEME) else resolve_right(graph.store(), asked)


@bp.get("/rights")
def list_short() -> Response:
    """Send on from the short address of the list."""
    return make_response(redirect(language.link("rights.list_all"), 301))


@bp.get("/rights/<name>")
def show_short(name: str) -> Response:
    """Send on from the short address of a right, by any of its names."""
    return make_response(redirect(language.link("rights.show", identifier=find_right(name)), 301))
