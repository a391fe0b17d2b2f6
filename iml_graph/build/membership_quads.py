"""Events, records, disputes and intervals of membership as RDF."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from pyoxigraph import Quad

from iml_graph import namespaces as ns
from iml_graph.build import record_quads
from iml_graph.build.memberships import Membership, MembershipDispute, MembershipEvent, MembershipRecord
from iml_graph.build.merging import Rank
from iml_graph.build.quads import Description
from iml_graph.dates import precision
from iml_graph.ingest.facts import MembershipRow

Place = Callable[[str], str]
"""Gives the IRI of an organization or process by its identifier."""


def event_iri(event: MembershipEvent) -> str:
    """Name an event: organization, party, event, date, and the status where it is not that of a member."""
    key = "/".join((event.organization, event.party, event.event, event.date or "undated"))
    return f"{ns.ID}membership-event/{key}" + ("" if event.status == "member" else f"/{event.status}")


def interval_iri(span: Membership) -> str:
    """Name an interval by what it is about and when it starts."""
    return f"{ns.ID}membership/{span.organization}/{span.party}/{span.status}/{span.start}"


def write(record: MembershipRecord, spans: Iterable[Membership], place: Place, rank: Rank) -> Iterator[Quad]:
    """Write events with their records and disputes, then the intervals that follow from them."""
    for event in record.events:
        yield from _event(event, place, rank)
    for dispute in record.disputes:
        yield from _dispute(dispute, place)
    for span in spans:
        yield from _interval(span, place)


def _event(event: MembershipEvent, place: Place, rank: Rank) -> Iterator[Quad]:
    """Write the event into the graph of the source that is believed first, and each record into its own."""
    subject = event_iri(event)
    about = Description(subject, min(event.rows, key=rank).source, ns.IML + "MembershipEvent")
    about.link(ns.IML + "actor", ns.party(event.party)).link(ns.IML + "ofOrganization", place(event.organization))
    about.link(ns.IML + "membershipEventType", ns.concept("membership-events", event.event))
    about.link(ns.IML + "membershipStatus", ns.concept("membership-statuses", event.status))
    about.day(ns.IML + "occurredOn", event.date)
    about.link(ns.IML + "datePrecision", ns.concept("date-precisions", precision(event.date)))
    yield from about.quads()
    for row in event.rows:
        yield from _record(row)
        derived = Description(subject, row.source).link(ns.PROV + "wasDerivedFrom", _record_iri(row))
        yield from derived.quads()


def _record_iri(row: MembershipRow) -> str:
    return record_quads.record_iri(row, "memberships", row.organization, row.party)


def _record(row: MembershipRow) -> Iterator[Quad]:
    about = record_quads.describe(row, _record_iri(row)).day(ns.IML + "statesDate", row.date)
    about.link(ns.IML + "statesEvent", ns.concept("membership-events", row.event))
    return about.link(ns.IML + "statesStatus", ns.concept("membership-statuses", row.status)).quads()


def _dispute(dispute: MembershipDispute, place: Place) -> Iterator[Quad]:
    """Write a differing statement, and the adjudication that rejects it where there is one."""
    row, ruling = dispute.row, dispute.adjudication
    yield from _record(row)
    if ruling is None:
        open_ = Description(_record_iri(row), "derived").link(ns.IML + "disputes", event_iri(dispute.event))
        yield from open_.quads()
        return
    key = "/".join((ruling.subject, ruling.party, ruling.action_class, ruling.rejected_date, ruling.rejected_source))
    about = Description(f"{ns.ID}adjudication/{key}", "editorial", ns.IML + "Adjudication")
    about.link(ns.IML + "aboutActor", ns.party(ruling.party)).link(ns.IML + "ofOrganization", place(ruling.subject))
    about.link(ns.IML + "adopts", event_iri(dispute.event)).link(ns.IML + "rejects", _record_iri(row))
    about.labels(ns.IML + "reason", {"en": ruling.reason_en, "fr": ruling.reason_fr, "es": ruling.reason_es})
    yield from about.day(ns.IML + "decidedOn", ruling.decided_on).quads()


def _interval(span: Membership, place: Place) -> Iterator[Quad]:
    about = Description(interval_iri(span), "derived", ns.IML + "MembershipInterval")
    about.link(ns.IML + "actor", ns.party(span.party)).link(ns.IML + "ofOrganization", place(span.organization))
    about.link(ns.IML + "membershipStatus", ns.concept("membership-statuses", span.status))
    about.day(ns.IML + "from", span.start).day(ns.IML + "until", span.until)
    about.day(ns.IML + "possiblyFrom", span.possibly_from).day(ns.IML + "possiblyUntil", span.possibly_until)
    about.link(ns.IML + "startedBy", event_iri(span.started_by))
    return about.link(ns.IML + "endedBy", event_iri(span.ended_by) if span.ended_by else None).quads()
