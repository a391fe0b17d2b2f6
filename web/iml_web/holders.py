"""Holders of rights: all groups of persons, and the page of each with what provisions give it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import groupby

from flask import Blueprint, Response, make_response, redirect

from iml_graph.reading import resolve_holder
from iml_web import analysis, concepts, facets, graph, language, terms
from iml_web.formats import Asked, respond
from iml_web.rights import RECORD, TAGS

bp = Blueprint("holders", __name__)

SCHEME = "holders"


@bp.get("/vocabulary/holders")
def list_all() -> Response:
    """List all groups, the narrower below the broader ones, with the number of rights and provisions of each."""
    base = terms.scheme_page(SCHEME)
    members = concepts.members(SCHEME)
    tags = {each: analysis.tags_of_holder(each) for each in members}
    counts = {each: analysis.count(own) for each, own in tags.items()}
    rights = {each: len({tag.right for tag in own}) for each, own in tags.items()}
    rows = [
        {**each.as_row(), "rights": str(rights[name]), "provisions": str(counts[name].total)}
        for name, each in members.items()
    ]
    page = replace(
        base,
        template="holders.html",
        context={
            **base.context,
            "lines": concepts.lines(concepts.tree(members.values())),
            "counts": counts,
            "rights": rights,
        },
        document={**(base.document or {}), "concepts": rows},
        rows=rows,
        asked=[*base.asked, Asked(TAGS, {"lang": language.lang()})],
    )
    return respond(page)


@bp.get("/vocabulary/holders/<identifier>")
def show(identifier: str) -> Response:
    """Show one group: which rights provisions give it, in which way; what names a narrower group is included."""
    known = find_holder(identifier)
    if known != identifier:
        return make_response(redirect(language.this_page(identifier=known), 301))
    base, lang = terms.concept_page(SCHEME, known), language.lang()
    narrower = len(analysis.lexicon().within(SCHEME, known)) > 1
    tags = analysis.tags_of_holder(known)
    own = [analysis.holder_facet()] if narrower else []
    choices = [analysis.right_facet(), analysis.reach_facet(), *own]
    found = facets.narrow(tags, choices, analysis.words_of, analysis.PER_PAGE)
    rows = [analysis.tag_row(tag) for tag in found.items]
    digest = Counter(tag.right for tag in tags)
    page = replace(
        base,
        template="holder.html",
        context={
            **base.context,
            "found": found,
            "counts": analysis.count(tags),
            "digest": sorted(digest.items(), key=lambda each: each[0].label.casefold()),
            "groups": [(right, list(group)) for right, group in groupby(found.shown, key=lambda tag: tag.right)],
        },
        document={**(base.document or {}), "provisions": rows},
        rows=rows,
        columns=analysis.TAG_COLUMNS,
        records=[Asked(RECORD, {"concept": known})],
        asked=[
            Asked("explorer/rights-of-group", {"holder": known, "lang": lang}),
            Asked(TAGS, {"holder": known, "lang": lang}),
            *base.asked,
        ],
        sources=sorted({*base.sources, *analysis.sources_of(tag.judgement for tag in tags)}),
    )
    return respond(page)


def find_holder(asked: str) -> str:
    """Return the identifier of a group from any of its names.

    Raises:
        UnknownNameError: no group is called so; carries the nearest names.
    """
    return asked if asked in concepts.members(SCHEME) else resolve_holder(graph.store(), asked)


@bp.get("/holders")
def list_short() -> Response:
    """Send on from the short address of the list."""
    return make_response(redirect(language.link("holders.list_all"), 301))


@bp.get("/holders/<name>")
def show_short(name: str) -> Response:
    """Send on from the short address of a group, by any of its names."""
    return make_response(redirect(language.link("holders.show", identifier=find_holder(name)), 301))
