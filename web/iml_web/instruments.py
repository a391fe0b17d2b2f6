"""Instruments: the list, and one of them with its clauses, relations, parties and statements on a day."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import groupby

from flask import Blueprint, Response, make_response, redirect, request

from iml_graph import namespaces as ns
from iml_graph.export import STANDING_COLUMNS, instrument_object, instrument_rows
from iml_graph.reading import local, read_instruments, resolve_instrument
from iml_graph.records import Instrument
from iml_graph.status import instrument_profile
from iml_graph.terms import Status
from iml_web import graph, language, shown
from iml_web.formats import Asked, Page, flat, respond

bp = Blueprint("instruments", __name__)

_RELATED = re.compile(rf"{re.escape(ns.instrument(''))}[^/]+(/art/|$)")
"""Instruments and their provisions, but not the clauses and title records that lie below an instrument."""

LISTED = (Status.PARTY, Status.PARTY_NOT_IN_FORCE, Status.SIGNATORY, Status.FORMER_PARTY)
"""Statuses of which the page lists the actors; those of the others are too many, and in the downloads."""


IDENTITY = (
    ns.IML + "acronym",
    ns.IML + "adoptedOn",
    ns.IML + "adoptedAt",
    ns.IML + "adoptedBy",
    ns.IML + "openedForSignatureOn",
    ns.IML + "enteredIntoForceOn",
    ns.IML + "depositary",
    ns.IML + "monitoredBy",
    ns.IML + "mtdsgNumber",
    ns.IML + "untsRegistration",
    ns.IML + "untsVolume",
    ns.IML + "authenticLanguage",
)
"""Properties that the page shows as plain facts, in this order."""


@bp.get("/instruments")
def list_all() -> Response:
    """List all instruments adopted by a day, or those of one branch."""
    everything = list(read_instruments(graph.store(), language.lang()).values())
    wanted = request.args.get("branch", "")
    chosen = [each for each in everything if wanted in ("", each.branch)]
    bound = _bound()
    rows = [_row(each, bound) for each in chosen]
    page = Page(
        template="instruments.html",
        title=language.translate("instruments.title"),
        context={
            "branches": [(name, list(group)) for name, group in groupby(chosen, key=lambda i: i.branch_label or "")],
            "choices": sorted({(each.branch, each.branch_label) for each in everything if each.branch}),
            "bound": bound,
            "total": len(chosen),
        },
        document={"on": language.on().isoformat(), "instruments": rows},
        rows=rows,
        subjects=[ns.instrument(each.identifier) for each in chosen],
        asked=[
            Asked("researcher/instruments", {"lang": language.lang()}),
            Asked("explorer/bound-counts", {"on": language.on().isoformat()}),
        ],
    )
    return respond(page)


def _bound() -> dict[str, str]:
    rows = graph.select("explorer/bound-counts", on=language.on().isoformat())
    return {local(row["instrument"] or ""): row["parties"] or "0" for row in rows}


def _row(instrument: Instrument, bound: dict[str, str]) -> dict[str, str]:
    return {
        "instrument": instrument.identifier,
        "acronym": instrument.acronym or "",
        "title": instrument.title,
        "branch": instrument.branch or "",
        "adopted": instrument.adopted,
        "entered_into_force": instrument.in_force or "",
        "recorded_parties": bound.get(instrument.identifier, "0"),
        "complete_as_of": instrument.coverage.complete_as_of or "",
        "iri": ns.instrument(instrument.identifier),
    }


@bp.get("/instrument/<identifier>")
def show(identifier: str) -> Response:
    """Show one instrument and who is bound by it on a day."""
    known = find_instrument(identifier)
    if known != identifier:
        return make_response(redirect(language.this_page(identifier=known), 301))
    lang, on = language.lang(), language.on().isoformat()
    profile = instrument_profile(graph.store(), known, on, lang)
    page = Page(
        template="instrument.html",
        title=profile.instrument.title,
        context={
            "profile": profile,
            "counts": profile.counts(),
            "lists": [(status, profile.of(status)) for status in LISTED if profile.of(status)],
            "statements": flat(graph.select("explorer/statement-counts", instrument=known, on=on)),
            "clauses": flat(graph.select("explorer/clauses", instrument=known)),
            "IDENTITY": IDENTITY,
            "SEE_ALSO": ns.RDFS + "seeAlso",
            **_facts(known),
        },
        document=instrument_object(profile),
        rows=instrument_rows(profile, shown.concept_names()),
        columns=STANDING_COLUMNS,
        records=[Asked("explorer/instrument-record", {"instrument": known})],
        asked=[
            Asked("explorer/instrument-facts", {"instrument": known, "lang": lang}),
            Asked("researcher/intervals", {"instrument": known}),
            Asked("researcher/acts", {"instrument": known}),
            Asked("explorer/statement-counts", {"instrument": known, "on": on}),
        ],
        sources=profile.instrument.coverage.sources,
    )
    return respond(page)


def find_instrument(asked: str) -> str:
    """Return the identifier of an instrument from any of its names or numbers.

    Raises:
        UnknownNameError: nothing is called so; carries the nearest names.
    """
    if ns.instrument(asked) in shown.names():
        return asked
    return resolve_instrument(graph.store(), asked)


def _facts(identifier: str) -> dict[str, object]:
    """Sort what is recorded into plain facts by property, and relations to other instruments."""
    facts: dict[str, list[str]] = defaultdict(list)
    relations: dict[tuple[str, bool], list[str]] = defaultdict(list)
    for row in graph.select("explorer/instrument-facts", instrument=identifier, lang=language.lang()):
        prop, value = row["property"] or "", row["value"] or ""
        if _RELATED.match(value) and prop.startswith(ns.IML):
            relations[prop, bool(row["inverse"])].append(value)
        elif not row["inverse"]:
            facts[prop].append(value)
    return {"facts": facts, "relations": sorted(relations.items())}
