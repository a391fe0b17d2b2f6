"""Instruments: the list that can be narrowed, and the page of one of them."""

from __future__ import annotations

from itertools import groupby

from flask import Blueprint, Response, make_response, redirect, request

from iml_graph import namespaces as ns
from iml_graph.coverage import Force
from iml_graph.reading import local, read_instruments, resolve_instrument
from iml_graph.records import BILATERAL, SECONDARY_LAW, Instrument
from iml_web import facets, graph, instrument_page, language, shown
from iml_web.facets import Facet
from iml_web.formats import Asked, Page, flat, respond

bp = Blueprint("instruments", __name__)

ORIGINS = "explorer/organization-instruments"
BOUND = "explorer/bound-counts"


@bp.get("/instruments")
def list_all() -> Response:
    """List all instruments but bilateral ones, or those of one branch, force, organization or status."""
    everything = [each for each in known_instruments().values() if each.nature != BILATERAL]
    found = facets.narrow(everything, _facets(), _names)
    bound = _bound()
    rows = [_row(each, bound) for each in found.items]
    page = Page(
        template="instruments.html",
        title=language.translate("instruments.title"),
        context={
            "found": found,
            "branches": [(name, list(group)) for name, group in groupby(found.shown, key=_branch)],
            "bound": bound,
            "force_of": force_of,
            "bilateral": len(known_instruments()) - len(everything),
        },
        document={"on": language.on().isoformat(), "instruments": rows},
        rows=rows,
        subjects=[ns.instrument(each.identifier) for each in found.items],
        asked=[
            Asked("researcher/instruments", {"lang": language.lang()}),
            Asked(ORIGINS),
            Asked(BOUND, {"on": language.on().isoformat()}),
        ],
    )
    return respond(page)


def _branch(instrument: Instrument) -> str:
    return instrument.branch_label or ""


def known_instruments() -> dict[str, Instrument]:
    """Return all instruments by identifier, read once for each language."""
    lang = language.lang()
    return graph.remember(("instruments", lang), lambda: read_instruments(graph.store(), lang))


def force_of(instrument: Instrument) -> Force:
    """Tell whether an instrument binds, and how."""
    if instrument.nature == SECONDARY_LAW:
        return Force.SECONDARY_LAW
    if instrument.nature == BILATERAL:
        return Force.BILATERAL
    return Force.TREATY if instrument.joinable else Force.NON_BINDING


def _facets() -> list[Facet[Instrument]]:
    origins = graph.remember("origins", _origins)
    return [
        Facet("force", shown.word("force"), lambda each: [force_of(each).value], shown.word),
        Facet(
            "branch",
            shown.word("branch"),
            lambda each: [each.branch or ""],
            lambda key: shown.concept("branches", key) or language.translate("site.none"),
        ),
        Facet(
            "by",
            language.translate("instruments.by"),
            lambda each: origins.get(each.identifier, []),
            lambda key: shown.name(ns.ID + key),
        ),
        Facet(
            "state",
            shown.word("status"),
            lambda each: sorted(each.states),
            lambda key: shown.concept("instrument-statuses", key),
        ),
    ]


def _origins() -> dict[str, list[str]]:
    """Return the organizations and bodies that adopted each instrument, whose members it binds or is open to."""
    found: dict[str, list[str]] = {}
    for row in flat(graph.select(ORIGINS)):
        if local(row["relation"]) == "constituentInstrument":
            continue  # an organization does not come before the treaty that sets it up
        own = found.setdefault(local(row["instrument"]), [])
        own.append(row["organization"].removeprefix(ns.ID))
    return found


def _names(instrument: Instrument) -> str:
    parts = (instrument.title, instrument.short_title, instrument.acronym, instrument.identifier, instrument.mtdsg)
    return " ".join(filter(None, parts))


def _bound() -> dict[str, str]:
    """Count on the day of the page how many each instrument binds; the counts of today are kept."""
    on = language.on().isoformat()
    if request.args.get("on"):
        return _count_bound(on)
    return graph.remember(("bound", on), lambda: _count_bound(on))


def _count_bound(on: str) -> dict[str, str]:
    return {local(row["instrument"] or ""): row["parties"] or "0" for row in graph.select(BOUND, on=on)}


def _row(instrument: Instrument, bound: dict[str, str]) -> dict[str, str]:
    return {
        "instrument": instrument.identifier,
        "acronym": instrument.acronym or "",
        "title": instrument.title,
        "kind": instrument.kind or "",
        "force": force_of(instrument).value,
        "branch": instrument.branch or "",
        "adopted": instrument.adopted,
        "entered_into_force": instrument.in_force or "",
        "ended": instrument.ended or "",
        "status": ";".join(sorted(instrument.states)),
        "recorded_parties": bound.get(instrument.identifier, "0") if instrument.binding else "",
        "complete_as_of": instrument.coverage.complete_as_of or "",
        "iri": ns.instrument(instrument.identifier),
    }


@bp.get("/instrument/<identifier>")
def show(identifier: str) -> Response:
    """Show one instrument: who is bound by it on a day, or what it is if nobody joins it."""
    known = find_instrument(identifier)
    if known != identifier:
        return make_response(redirect(language.this_page(identifier=known), 301))
    instrument = known_instruments()[known]
    if instrument.joinable or instrument.nature == SECONDARY_LAW:
        return respond(instrument_page.profile_page(known))
    return respond(instrument_page.entry_page(known))


def find_instrument(asked: str) -> str:
    """Return the identifier of an instrument from any of its names or numbers.

    Raises:
        UnknownNameError: nothing is called so; carries the nearest names.
    """
    if asked in known_instruments():
        return asked
    return resolve_instrument(graph.store(), asked)
