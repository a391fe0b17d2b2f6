"""Provisions: those of one instrument, and the page of each of them."""

from __future__ import annotations

from collections import defaultdict
from urllib.parse import quote

from flask import Blueprint, Response, make_response, redirect

from iml_graph import namespaces as ns
from iml_graph.errors import UnknownNameError
from iml_graph.provision_records import Relation
from iml_graph.provisions import ProvisionProfile, provision_profile
from iml_graph.reading import is_part, resolve_provision
from iml_graph.store import Iri
from iml_web import analysis, cases, facets, graph, language, shown
from iml_web.formats import Asked, Page, respond
from iml_web.instruments import find_instrument, known_instruments
from iml_web.provision_list import ROLES, choices, read_lines, words_of
from iml_web.relations import read_identity
from iml_web.rights import LATEST, comment_row

bp = Blueprint("provisions", __name__)

PROVISIONS, RECORD, SCOPES = "explorer/provisions", "explorer/provision-record", "explorer/scopes-on"
OPEN = ("guarantee", "duty")
"""Roles of which the list of an instrument is unfolded."""

COLUMNS = ("instrument", "provision", "citation", "heading", "role", "force", "reach", "part_of", "tags", "iri")


@bp.get("/instrument/<identifier>/provisions")
def list_all(identifier: str) -> Response:
    """List the provisions of an instrument by their roles, with what each gives to whom."""
    known = find_instrument(identifier)
    if known != identifier:
        return make_response(redirect(language.this_page(identifier=known), 301))
    lines = read_lines(known)
    found = facets.narrow(lines, choices(), words_of, max(len(lines), 1))
    instrument = known_instruments()[known]
    rows = [each.as_row() for each in found.items]
    page = Page(
        template="provisions.html",
        title=language.translate("provisions.title", instrument=instrument.short_title or instrument.title),
        context={
            "instrument": instrument,
            "found": found,
            "groups": [(role, own) for role in (*ROLES, "") if (own := [x for x in found.items if x.role == role])],
            "unfolded": OPEN if len(found.items) == len(lines) else (*ROLES, ""),
            "address": text_page(known),
        },
        document={"instrument": known, "provisions": rows},
        rows=rows,
        columns=COLUMNS,
        records=[Asked(RECORD, {"instrument": known})],
        asked=[
            Asked(PROVISIONS, {"instrument": known, "lang": language.lang()}),
            Asked("explorer/tags", {"instrument": known, "lang": language.lang()}),
        ],
        sources=sorted({source for each in lines for source in each.record.sources}),
    )
    return respond(page)


def text_page(instrument: str) -> str:
    """Return the address of the page of an instrument with its depositary or publisher; empty where none is known."""
    return next(iter(read_identity(instrument).facts.get("seeAlso", ())), "")


@bp.get("/instrument/<identifier>/art/<reference>")
def show(identifier: str, reference: str) -> Response:
    """Show one provision: what it does for whom, what it is to others, how it is read, who is bound by it."""
    known = find_instrument(identifier)
    if (article := find_provision(known, reference)) is None:
        place = {"kind": "instrument", "identifier": f"{known}/art/{reference}"}
        return make_response(redirect(language.link("dereference.show", **place), 303))
    if (known, article) != (identifier, reference):
        return make_response(redirect(language.this_page(identifier=known, reference=article), 301))
    lang = language.lang()
    profile = provision_profile(graph.store(), known, article, lang)
    decisions = cases.on_provisions(_related(profile))
    rows = [analysis.tag_row(tag) for tag in profile.tags] or [analysis.provision_row(profile.provision)]
    about = {"instrument": known, "reference": article}
    scopes = [
        each
        for each in Asked(SCOPES, {"instrument": known, "lang": lang}).answer()
        if is_part(each["reference"], article)
    ]
    page = Page(
        template="provision.html",
        title=profile.provision.citation,
        context={
            "profile": profile,
            "instrument": known_instruments()[known],
            "relations": _by_kind(profile.relations),
            "decisions": decisions[:LATEST],
            "decision_count": len(decisions),
            "scopes": scopes,
            "address": text_page(known),
        },
        document=as_object(profile) | {"decisions": [each.identifier for each in decisions], "scopes": scopes},
        rows=rows,
        records=[Asked(RECORD, about)],
        asked=[
            Asked(PROVISIONS, {"instrument": known, "lang": lang}),
            Asked("explorer/tags", {**about, "lang": lang}),
            Asked("explorer/relations", {**about, "lang": lang}),
            Asked("explorer/groundings", {**about, "lang": lang}),
            Asked("explorer/reservations-on", {**about, "lang": lang}),
            Asked("researcher/cases-on-provision", about),
            Asked(SCOPES, {"instrument": known, "lang": lang}),
        ],
        sources=sorted({*profile.sources, *analysis.sources_of(tag.judgement for tag in profile.tags)}),
    )
    return respond(page)


def find_provision(instrument: str, asked: str) -> str | None:
    """Return the reference of a provision as the graph has it, from how a person writes it.

    There is none where the graph points at a provision of which it says nothing.

    Raises:
        UnknownNameError: the instrument has no such provision here.
    """
    if ns.provision(instrument, asked) in shown.names():
        return asked
    try:
        return resolve_provision(graph.store(), instrument, asked, language.lang())
    except UnknownNameError as error:
        if graph.store().ask(
            "ASK { ?thing ?property ?provision }", provision=Iri(ns.provision(instrument, quote(asked, safe="")))
        ):
            return None
        raise UnknownNameError("provision", asked, error.suggestions) from None


def _related(profile: ProvisionProfile) -> list[str]:
    """Identify a provision with its parts and with what it is part of."""
    article = profile.provision.reference
    own = profile.provision.instrument.identifier
    known = {iri for each in cases.read_decisions().values() for iri in each.provisions}
    below = ns.provision(own, "")
    return [iri for iri in known if iri.startswith(below) and is_part(iri.removeprefix(below), article)]


def _by_kind(relations: tuple[Relation, ...]) -> list[tuple[str, list[Relation]]]:
    """Group relations by what the provision is to the others."""
    found: dict[str, list[Relation]] = defaultdict(list)
    for each in relations:
        found[each.kind.label].append(each)
    return sorted(found.items())


def as_object(profile: ProvisionProfile) -> dict[str, object]:
    """Write a provision with all that bears on it as JSON."""
    return {
        **analysis.provision_row(profile.provision),
        "part_of": profile.part_of.reference if profile.part_of else None,
        "parts": [each.reference for each in profile.parts],
        "sources": list(profile.sources),
        "confidence": profile.confidence,
        "tags": [analysis.tag_row(each) for each in profile.tags],
        "relations": [_relation(each) for each in profile.relations],
        "groundings": [analysis.grounding_row(each) for each in profile.groundings],
        "comments": [comment_row(each) for each in profile.comments],
        "statements": [
            {
                "action": each.iri,
                "party": each.party.identifier,
                "type": each.kind.identifier,
                "on": each.on,
                "articles": list(each.articles),
                "withdrawn_on": each.withdrawn_on,
            }
            for each in profile.reservations
        ],
    }


def _relation(relation: Relation) -> dict[str, str]:
    return {
        "provision": relation.reference,
        "relation": relation.kind.identifier,
        "other_instrument": relation.other.instrument.identifier,
        "other": relation.other.reference,
        "differs": ";".join(each.identifier for each in relation.differs),
        **analysis.judgement_row(relation.judgement),
    }
