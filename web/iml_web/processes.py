"""Consultation processes on migration: the list by tier, and one of them with who takes part, as of when."""

from __future__ import annotations

from collections import Counter

from flask import Blueprint, Response

from iml_graph.reading import local
from iml_web import language, memberships
from iml_web.composition import compose, queries
from iml_web.formats import Asked, Page, respond
from iml_web.lookup import look_up
from iml_web.organizations import COLUMNS, INSTRUMENTS, count_members, instruments_of, present_spells
from iml_web.things import Thing, asked, named, read_things

bp = Blueprint("processes", __name__)

KIND, MEETING, FIGURE = "ConsultationProcess", "Meeting", "ActivityFigure"
TIERS = ("global", "interregional", "regional")
IDENTITY = ("processTier", "foundedOn", "dissolvedOn", "secretariat", "secretariatName", "declaredMembers", "region")


@bp.get("/processes")
def list_all() -> Response:
    """List the processes by their tier, with the number of participants on record on a day."""
    counts = count_members("member")
    things = list(read_things(KIND).values())
    rows = [
        {
            "process": each.identifier,
            "label": each.label,
            "acronym": each.acronym,
            "tier": local(each.first("processTier")),
            "founded": each.first("foundedOn"),
            "declared_members": each.first("declaredMembers"),
            "members": str(counts[each.iri] or ""),
            "iri": each.iri,
        }
        for each in things
    ]
    page = Page(
        template="processes.html",
        title=language.translate("processes.title"),
        context={
            "tiers": [(tier, own) for tier in TIERS if (own := [row for row in rows if row["tier"] == tier])],
            "meetings": _general_meetings(),
            "figures": list(read_things(FIGURE).values()),
            "total": len(rows),
        },
        document={"on": language.on().isoformat(), "processes": rows},
        rows=rows,
        subjects=[row["iri"] for row in rows],
        asked=[asked(KIND), asked(MEETING), Asked(memberships.SPELLS)],
    )
    return respond(page)


def _general_meetings() -> list[Thing]:
    """List the meetings that are of no one process, such as the global meetings of all of them."""
    of_none = (each for each in read_things(MEETING).values() if not each.all("ofProcess"))
    return sorted(of_none, key=lambda each: each.first("from"))


@bp.get("/process/<identifier>")
def show(identifier: str) -> Response:
    """Show one process."""
    thing = look_up("process", identifier, read_things(KIND))
    composition = compose(thing.iri)
    meetings = sorted(named(read_things(MEETING), "ofProcess", thing.iri), key=lambda each: each.first("from"))
    instruments = instruments_of(thing.iri).get("adoptedByBody", [])
    overlaps = find_overlaps(thing.iri)
    page = Page(
        template="process.html",
        title=thing.label,
        context={
            "thing": thing,
            "composition": composition,
            "meetings": meetings,
            "figures": list(read_things(FIGURE).values()),
            "overlaps": overlaps,
            "instruments": instruments,
            "identity": [name for name in IDENTITY if thing.all(name)],
        },
        document={
            "process": identifier,
            "label": thing.label,
            "acronym": thing.acronym,
            "on": language.on().isoformat(),
            "facts": {name: list(thing.all(name)) for name in IDENTITY if thing.all(name)},
            "members": composition.rows,
            "complete_as_of": composition.complete_as_of or None,
            "coverage": composition.coverage,
            "meetings": [as_row(each) for each in meetings],
            "overlaps": [{"process": local(iri), "shared_members": count} for iri, count in overlaps],
            "serves": list(thing.all("serves")),
        },
        rows=composition.rows,
        columns=COLUMNS,
        subjects=[
            *(thing.iri, *(each.iri for each in meetings)),
            *memberships.subjects(memberships.of_organization(thing.iri)),
        ],
        asked=[asked(KIND), asked(MEETING), *queries(thing.iri), Asked(INSTRUMENTS, about={"organization": thing.iri})],
        sources=sorted({*thing.sources, *composition.sources}),
    )
    return respond(page)


def find_overlaps(iri: str) -> list[tuple[str, int]]:
    """Count how many participants a process shares with each other process on the day of the page, the most first."""
    spells = [each for each in present_spells() if each.status == "member"]
    own = {each.actor for each in spells if each.organization == iri}
    processes = {each.iri for each in read_things(KIND).values()} - {iri}
    counts = Counter(each.organization for each in spells if each.organization in processes and each.actor in own)
    return counts.most_common()


def as_row(meeting: Thing) -> dict[str, str]:
    """Write a meeting as a row; ``until`` is the first day after it."""
    names = ("from", "until", "place")
    return {"meeting": meeting.identifier, "label": meeting.label, **{name: meeting.first(name) for name in names}}
