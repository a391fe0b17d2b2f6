"""The work of the IOM on migration law: its unit, lines of work, courses and networks, with the figures it states."""

from __future__ import annotations

from flask import Blueprint, Response

from iml_graph import namespaces as ns
from iml_web import language
from iml_web.formats import Page, respond
from iml_web.lookup import look_up
from iml_web.organizations import instruments_of
from iml_web.things import Thing, asked, named, read_things

bp = Blueprint("iom", __name__)

IOM = "iom"
UNIT, LINE, COURSE, NETWORK = "OrganizationalUnit", "LineOfWork", "Course", "ExpertNetwork"
MODULE, AIM, FIGURE = "CourseModule", "Aim", "ActivityFigure"
IDENTITY = (
    *("unitOf", "foundedOn", "carriedOutBy", "offeredBy", "cooperatesWith", "place", "inLanguage", "timeRequired"),
    *("audience", "region"),
)

BELOW = (("lines", LINE, "carriedOutBy"), ("courses", COURSE, "offeredBy"), ("networks", NETWORK, "carriedOutBy"))
"""What can stand below a unit: the heading, the class, the property by which it points at the unit."""


@bp.get("/iom")
def show() -> Response:
    """Show the units, lines of work, courses, networks and figures, and the documents that the IOM adopted."""
    units, lines, courses, networks = (list(read_things(kind).values()) for kind in (UNIT, LINE, COURSE, NETWORK))
    things = [*units, *lines, *courses, *networks]
    own = {ns.organization(IOM), *(each.iri for each in things)}
    figures = [each for each in read_things(FIGURE).values() if set(each.all("figureOf")) & own]
    page = Page(
        template="iom.html",
        title=language.translate("iom.title"),
        context={
            "units": units,
            "lines": lines,
            "courses": courses,
            "networks": [(each, in_order(AIM, "ofNetwork", each.iri)) for each in networks],
            "figures": figures,
            "documents": instruments_of(ns.organization(IOM)),
            "council": instruments_of(ns.body("iom-council")).get("adoptedByBody", []),
            "organization": ns.organization(IOM) if IOM in read_things("InternationalOrganization") else "",
        },
        document={
            "units": [as_object(each) for each in units],
            "lines_of_work": [as_object(each) for each in lines],
            "courses": [as_object(each) for each in courses],
            "networks": [as_object(each) for each in networks],
            "figures": [as_object(each) for each in figures],
        },
        rows=[{"kind": each.iri.removeprefix(ns.ID).partition("/")[0], **as_row(each)} for each in things],
        subjects=[each.iri for each in (*things, *figures)],
        asked=[asked(kind) for kind in (UNIT, LINE, COURSE, NETWORK, FIGURE)],
        sources=sorted({source for each in (*things, *figures) for source in each.sources}),
    )
    return respond(page)


@bp.get("/unit/<identifier>")
def show_unit(identifier: str) -> Response:
    """Show one unit of an organization: its lines of work, courses and networks."""
    return respond(activity_page(UNIT, identifier))


@bp.get("/line-of-work/<identifier>")
def show_line(identifier: str) -> Response:
    """Show one line of work: what it serves, and with whom it is done."""
    return respond(activity_page(LINE, identifier))


@bp.get("/course/<identifier>")
def show_course(identifier: str) -> Response:
    """Show one course: language, place, length, audience, modules, what it serves."""
    return respond(activity_page(COURSE, identifier))


@bp.get("/network/<identifier>")
def show_network(identifier: str) -> Response:
    """Show one network of experts with its aims."""
    return respond(activity_page(NETWORK, identifier))


def activity_page(kind: str, identifier: str) -> Page:
    """Make the page of a unit, a line of work, a course or a network.

    Raises:
        UnknownNameError: nothing of that kind has the identifier.
    """
    thing = look_up(kind, identifier, read_things(kind))
    parts = [*in_order(MODULE, "ofCourse", thing.iri), *in_order(AIM, "ofNetwork", thing.iri)]
    figures = named(read_things(FIGURE), "figureOf", thing.iri)
    below = {key: named(read_things(own), name, thing.iri) for key, own, name in BELOW}
    return Page(
        template="activity.html",
        title=thing.label,
        context={
            "thing": thing,
            "kind": kind,
            "pieces": parts,
            "figures": figures,
            "below": {key: own for key, own in below.items() if own},
            "identity": [name for name in IDENTITY if thing.all(name)],
        },
        document={
            **as_object(thing),
            "parts": [each.label for each in parts],
            "figures": [as_object(each) for each in figures],
            **{key: [each.identifier for each in own] for key, own in below.items()},
        },
        rows=[as_row(thing)],
        subjects=[thing.iri, *(each.iri for each in (*parts, *figures))],
        asked=[asked(kind), *([asked(MODULE)] if kind == COURSE else []), *([asked(AIM)] if kind == NETWORK else [])],
        sources=sorted({source for each in (thing, *parts, *figures) for source in each.sources}),
    )


def in_order(kind: str, name: str, iri: str) -> list[Thing]:
    """List the modules of a course or the aims of a network, in their order."""
    return sorted(named(read_things(kind), name, iri), key=lambda each: int(each.first("position") or 0))


def as_object(thing: Thing) -> dict[str, object]:
    """Write a thing for JSON: its facts by the local names of their properties."""
    facts = {name: list(values) for name, values in thing.facts.items()}
    return {"iri": thing.iri, "label": thing.label, "facts": facts}


def as_row(thing: Thing) -> dict[str, str]:
    """Write a thing as a row of a download."""
    return {
        "id": thing.identifier,
        "label": thing.label,
        "languages": ";".join(thing.all("inLanguage")),
        "place": thing.first("place"),
        "duration": thing.first("timeRequired"),
        "audience": thing.first("audience"),
        "serves": ";".join(thing.all("serves")),
        "iri": thing.iri,
    }
