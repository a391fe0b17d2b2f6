"""Bodies that watch over instruments, keep or adopt them, and the procedures that they operate."""

from __future__ import annotations

from collections import defaultdict

from flask import Blueprint, Response

from iml_graph import namespaces as ns
from iml_graph.reading import local
from iml_web import cases, graph, language
from iml_web.formats import Asked, Page, flat, respond
from iml_web.lookup import look_up
from iml_web.organizations import INSTRUMENTS, instruments_of
from iml_web.party_record import VISITS
from iml_web.things import Thing, asked, read_things

bp = Blueprint("bodies", __name__)

KINDS = ("MonitoringBody", "Court", "Depositary", "Organization")
"""Classes of bodies, in the order of the list; a body of two stands under the first."""
RELATIONS = ("monitoredBy", "adjudicatedBy", "depositary")
IDENTITY = ("subOrganizationOf", "foundedOn", "dissolvedOn", "unitOf")


def _bodies() -> dict[str, tuple[str, Thing]]:
    """Read all bodies with the class under which each is listed, by identifier."""
    found: dict[str, tuple[str, Thing]] = {}
    for kind in KINDS:
        for identifier, thing in read_things(kind).items():
            if thing.iri.startswith(ns.body("")):
                found.setdefault(identifier, (kind, thing))
    return found


def _instruments() -> dict[str, dict[str, list[str]]]:
    """Return the instruments that each body watches over, judges on or keeps, by body and relation."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in flat(graph.select("explorer/bodies", lang=language.lang())):
        own = found[row["body"]][local(row["relation"])]
        if row["instrument"] not in own:
            own.append(row["instrument"])
    return found


@bp.get("/bodies")
def list_all() -> Response:
    """List all bodies by what they are."""
    bodies, instruments = _bodies(), _instruments()
    rows = [_row(kind, thing, instruments[thing.iri]) for kind, thing in bodies.values()]
    page = Page(
        template="bodies.html",
        title=language.translate("bodies.title"),
        context={
            "kinds": [(kind, own) for kind in KINDS if (own := [row for row in rows if row["kind"] == kind])],
            "total": len(rows),
        },
        document={"bodies": rows},
        rows=rows,
        subjects=[thing.iri for _, thing in bodies.values()],
        asked=[Asked("explorer/bodies", {"lang": language.lang()}), *(asked(kind) for kind in KINDS)],
    )
    return respond(page)


def _row(kind: str, thing: Thing, instruments: dict[str, list[str]]) -> dict[str, str]:
    counts = {name: str(len(instruments.get(name, ())) or "") for name in RELATIONS}
    adopted = len(instruments_of(thing.iri).get("adoptedByBody", ()))
    return {
        "body": thing.identifier,
        "label": thing.label,
        "acronym": thing.acronym,
        "kind": kind,
        **counts,
        "adopted": str(adopted or ""),
        "iri": thing.iri,
    }


@bp.get("/body/<identifier>")
def show(identifier: str) -> Response:
    """Show one body: what it watches over, keeps and adopted, what set it up, how it can be reached by procedure."""
    kind, thing = look_up("body", identifier, _bodies())
    instruments = dict(_instruments()[thing.iri]) | instruments_of(thing.iri)
    procedures = _procedures(thing.iri)
    visits = Asked(VISITS, about={"body": thing.iri}).answer()
    identity = {"body": identifier, "label": thing.label, "kind": kind}
    rows = [{"relation": name, "instrument": iri} for name, own in instruments.items() for iri in own]
    page = Page(
        template="body.html",
        title=thing.label,
        context={
            "thing": thing,
            "kind": kind,
            "instruments": instruments,
            "procedures": procedures,
            "visits": visits,
            "decided": len(cases.that(lambda each: each.body == thing.iri)),
            "identity": [name for name in IDENTITY if thing.all(name)],
        },
        document={
            **identity,
            "instruments": rows,
            "procedures": [row for _, own in procedures for row in own],
            "visits": visits,
        },
        rows=[{**identity, **row} for row in rows] or [identity],
        columns=(*identity, "relation", "instrument"),
        subjects=[thing.iri, *(iri for iri, _ in procedures)],
        asked=[
            Asked("explorer/bodies", {"lang": language.lang()}, {"body": thing.iri}),
            Asked("explorer/procedures", {"lang": language.lang()}, {"body": thing.iri}),
            Asked(INSTRUMENTS, about={"organization": thing.iri}),
            *([Asked(VISITS, about={"body": thing.iri})] if visits else []),
        ],
        sources=thing.sources,
    )
    return respond(page)


def _procedures(body: str) -> list[tuple[str, list[dict[str, str]]]]:
    """Return the procedures of a body, each with one row for each of its legal bases."""
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in flat(graph.select("explorer/procedures", lang=language.lang())):
        if row["body"] == body:
            found[row["procedure"]].append(row)
    return list(found.items())
