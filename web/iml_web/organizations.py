"""Organizations: the list, and one of them with its members on a day, its acts and the treaties open to it."""

from __future__ import annotations

from collections import Counter

from flask import Blueprint, Response

from iml_graph import namespaces as ns
from iml_graph.reading import local
from iml_web import graph, language, memberships
from iml_web.composition import compose, queries
from iml_web.formats import Asked, Page, flat, respond
from iml_web.lookup import look_up
from iml_web.memberships import Held, Spell
from iml_web.things import Thing, asked, named, read_things

bp = Blueprint("organizations", __name__)

KIND, OTHER = "InternationalOrganization", "Organization"
ROLES = (
    ("offered", "Course", "offeredBy"),
    ("with", "LineOfWork", "cooperatesWith"),
    ("with", "Course", "cooperatesWith"),
    ("with", "ExpertNetwork", "cooperatesWith"),
    ("secretariat", "ConsultationProcess", "secretariat"),
)
"""What organizations have to do with courses, lines of work, networks and processes: a heading, a class, a property."""

INSTRUMENTS = "explorer/organization-instruments"
RELATIONS = ("constituentInstrument", "bindsMembersOf", "openToOrganization", "adoptedByBody")
IDENTITY = ("subOrganizationOf", "foundedOn", "dissolvedOn", "actsAs", "predecessor", "successor", "region")
COLUMNS = (
    *("code", "party", "status", "held", "since", "since_precision", "until", "certain_from", "certain_until"),
    *("suspended", "sources"),
)
"""Of the members of an organization or process, in a download."""


@bp.get("/organizations")
def list_all() -> Response:
    """List the organizations with the number of members on record on a day."""
    counts = count_members("member")
    rows = [
        {
            "organization": each.identifier,
            "label": each.label,
            "acronym": each.acronym,
            "founded": each.first("foundedOn"),
            "dissolved": each.first("dissolvedOn"),
            "members": str(counts[each.iri] or ""),
            "iri": each.iri,
        }
        for each in known_organizations().values()
    ]
    page = Page(
        template="organizations.html",
        title=language.translate("organizations.title"),
        context={"rows": rows},
        document={"on": language.on().isoformat(), "organizations": rows},
        rows=rows,
        subjects=[row["iri"] for row in rows],
        asked=[asked(KIND), asked(OTHER), Asked(memberships.SPELLS)],
    )
    return respond(page)


def known_organizations() -> dict[str, Thing]:
    """Return the organizations by identifier: those with members, and others such as institutes and programmes."""
    found = read_things(KIND, OTHER).items()
    return {identifier: each for identifier, each in found if each.iri.startswith(ns.organization(""))}


def count_members(*capacities: str) -> Counter[str]:
    """Count by IRI who belongs to each organization or process on the day of the page, or is named without a day."""
    return Counter(each.organization for each in present_spells() if each.status in capacities)


def present_spells() -> list[Spell]:
    """List the memberships that hold the day of the page, and those that a list names without a day."""
    day = language.on().isoformat()
    return [each for each in memberships.read_spells() if each.on(day) in (Held.CURRENT, Held.UNDATED)]


@bp.get("/organization/<identifier>")
def show(identifier: str) -> Response:
    """Show one organization."""
    thing = look_up("organization", identifier, known_organizations())
    composition = compose(thing.iri)
    instruments = instruments_of(thing.iri)
    page = Page(
        template="organization.html",
        title=thing.label,
        context={
            "thing": thing,
            "composition": composition,
            "instruments": instruments,
            "identity": [name for name in IDENTITY if thing.all(name)],
            "bodies": named(read_things("MonitoringBody", "Court", "Organization"), "subOrganizationOf", thing.iri),
            "units": named(read_things("OrganizationalUnit"), "unitOf", thing.iri),
            "has_members": identifier in read_things(KIND),
            "roles": _roles(thing.iri),
        },
        document={
            "organization": identifier,
            "label": thing.label,
            "acronym": thing.acronym,
            "on": language.on().isoformat(),
            "facts": {name: list(thing.all(name)) for name in IDENTITY if thing.all(name)},
            "members": composition.rows,
            "complete_as_of": composition.complete_as_of or None,
            "coverage": composition.coverage,
            "disagreements": composition.disagreements,
            "instruments": {name: [local(iri) for iri in own] for name, own in instruments.items()},
        },
        rows=composition.rows,
        columns=COLUMNS,
        subjects=[thing.iri, *memberships.subjects(memberships.of_organization(thing.iri))],
        asked=[asked(KIND), *queries(thing.iri), Asked(INSTRUMENTS, about={"organization": thing.iri})],
        sources=sorted({*thing.sources, *composition.sources}),
    )
    return respond(page)


def _roles(iri: str) -> dict[str, list[Thing]]:
    """Return what an organization offers, takes part in and keeps the secretariat of, by heading."""
    found: dict[str, list[Thing]] = {}
    for heading, kind, name in ROLES:
        if own := named(read_things(kind), name, iri):
            found.setdefault(heading, []).extend(own)
    return found


def instruments_of(iri: str) -> dict[str, list[str]]:
    """Return the instruments of an organization or body by their relation to it, in the order of adoption."""
    rows = [row for row in flat(graph.select(INSTRUMENTS)) if row["organization"] == iri]
    found = {name: [row["instrument"] for row in rows if local(row["relation"]) == name] for name in RELATIONS}
    return {name: own for name, own in found.items() if own}
