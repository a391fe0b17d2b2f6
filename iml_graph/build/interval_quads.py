"""Derived intervals as RDF, all of them in the derived graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad

from iml_graph import namespaces as ns
from iml_graph.build.event_quads import Names
from iml_graph.build.intervals import ACCEPTED, EXCLUDED, PARTY, PROCEDURE, SIGNATORY, TERRITORIAL, Interval
from iml_graph.build.quads import Description

_CLASSES = {
    PARTY: "PartyInterval",
    SIGNATORY: "SignatoryInterval",
    PROCEDURE: "ProcedureInterval",
    TERRITORIAL: "TerritorialInterval",
    EXCLUDED: "ScopeInterval",
    ACCEPTED: "ScopeInterval",
}


def write(intervals: Iterable[Interval], names: Names) -> Iterator[Quad]:
    """Write each interval with the events that start and end it."""
    for interval in intervals:
        about = Description(interval_iri(interval), "derived", ns.IML + _CLASSES[interval.kind])
        about.link(ns.IML + "actor", ns.party(interval.party))
        about.link(ns.IML + "onInstrument", ns.instrument(interval.instrument))
        about.day(ns.IML + "from", interval.start).day(ns.IML + "until", interval.until)
        about.link(ns.IML + "startedBy", names[interval.started_by])
        about.link(ns.IML + "endedBy", names[interval.ended_by] if interval.ended_by else None)
        if interval.kind == PROCEDURE:
            about.link(ns.IML + "procedure", ns.provision(interval.instrument, interval.subject))
        if interval.kind == TERRITORIAL:
            about.link(ns.IML + "concernsTerritory", ns.party(interval.subject))
        if interval.kind in (EXCLUDED, ACCEPTED):
            about.link(ns.IML + "scopeKind", ns.concept("scope-kinds", interval.kind))
            about.link(ns.IML + "concernsProvision", ns.provision(interval.instrument, interval.subject))
        yield from about.quads()


def interval_iri(interval: Interval) -> str:
    """Name an interval by what it is about and when it starts."""
    subject = f"/{interval.subject}" if interval.subject else ""
    return f"{ns.ID}interval/{interval.instrument}/{interval.party}/{interval.kind}{subject}/{interval.start}"
