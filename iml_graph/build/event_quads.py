"""Events, their source records and their disputes as RDF."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping

from pyoxigraph import Quad

from iml_graph import namespaces as ns
from iml_graph.build import record_quads
from iml_graph.build.answers import find_answers
from iml_graph.build.events import Dispute, Event, Record
from iml_graph.build.merging import Rank
from iml_graph.build.provision_labels import provision_labels
from iml_graph.build.quads import Description, text, truth
from iml_graph.dates import precision
from iml_graph.ingest.anchors import NONE, WHOLE
from iml_graph.ingest.rows import ActionRow

_SCOPES = {WHOLE: "whole-instrument", NONE: "no-provision"}
"""Concepts of what a statement concerns where it names no provision, by the word that stands in place of one."""

Names = Mapping[Event, str]


def name(events: Iterable[Event]) -> Names:
    """Give each event its IRI: instrument, party, action, date, and a number where that is not enough."""
    seen: Counter[str] = Counter()
    names = {}
    for event in events:
        base = "/".join((event.instrument, event.party, event.action, event.date or event.effect or "undated"))
        seen[base] += 1
        names[event] = f"{ns.ID}action/{base}" + (f"/{seen[base]}" if seen[base] > 1 else "")
    return names


def record_iri(row: ActionRow) -> str:
    """Name the record of one row in one source; stable as long as the row is."""
    return record_quads.record_iri(row, row.instrument, row.party)


def write(record: Record, names: Names, rank: Rank, described: Container[str] = ()) -> Iterator[Quad]:
    """Write all events, records, adjudications, and the provisions that they name.

    Args:
        record: all events and disputes.
        names: the IRI of each event.
        rank: order of trust in sources.
        described: IRIs of the provisions that people described; their labels stand.
    """
    for event in record.events:
        yield from _event(event, names[event], rank)
        yield from _effect(event, names[event])
        for row in event.rows:
            yield from _record(row, names[event])
    for dispute in record.disputes:
        yield from _dispute(dispute, names[dispute.event])
    yield from _answers(record.events, names)
    yield from _provisions(record.events, described)


def _event(event: Event, subject: str, rank: Rank) -> Iterator[Quad]:
    """Write the act itself into the graph of the source that is believed first."""
    best = min(event.rows, key=rank)
    about = Description(subject, best.source, ns.IML + "TreatyAction")
    about.link(ns.IML + "actor", ns.party(event.party)).link(ns.IML + "onInstrument", ns.instrument(event.instrument))
    about.link(ns.IML + "actionType", ns.concept("action-types", event.action))
    about.day(ns.IML + "depositedOn", event.date)
    about.link(ns.IML + "datePrecision", ns.concept("date-precisions", precision(event.date)))
    for instrument, article in _provisions_of(event):
        about.link(ns.IML + "concernsProvision", ns.provision(instrument, article))
    for word in _SCOPES.keys() & set(event.articles.split(";")):
        about.link(ns.IML + "statementScope", ns.concept("statement-scopes", _SCOPES[word]))
    for territory in filter(None, event.territories.split(";")):
        about.link(ns.IML + "concernsTerritory", ns.party(territory))
    for party in filter(None, event.responds_to.split(";")):
        about.link(ns.IML + "respondsTo", ns.party(party))
    return about.quads()


def _provisions_of(event: Event) -> Iterator[tuple[str, str]]:
    """Yield the provisions that an act concerns: of its instrument, or of the one that is named before a colon."""
    for article in event.articles.split(";"):
        instrument, _, reference = article.rpartition(":")
        if reference and reference not in _SCOPES:
            yield instrument or event.instrument, reference


def _effect(event: Event, subject: str) -> Iterator[Quad]:
    """Write the day of effect: as stated, into the source's graph; as computed, into the derived one."""
    if not event.effect:
        return iter(())
    stated = next((row.source for row in event.rows if row.effect == event.effect), "derived")
    about = Description(subject, stated if event.effect_basis == "stated" else "derived")
    about.day(ns.IML + "effectiveOn", event.effect)
    about.link(ns.IML + "effectBasis", ns.concept("effect-bases", event.effect_basis))
    return about.quads()


def _record(row: ActionRow, event: str | None) -> Iterator[Quad]:
    """Write what one source shows in one place, and the event that it is evidence of."""
    about = record_quads.describe(row, record_iri(row))
    about.day(ns.IML + "statesDate", row.date).day(ns.IML + "statesEffect", row.effect)
    about.link(ns.IML + "statesAction", ns.concept("action-types", row.action))
    about.add(ns.IML + "bracketed", truth(True) if row.bracketed else None)
    yield from about.quads()
    if event:
        yield from Description(event, row.source).link(ns.PROV + "wasDerivedFrom", record_iri(row)).quads()


def _dispute(dispute: Dispute, event: str) -> Iterator[Quad]:
    """Write a differing statement, and the adjudication that rejects it where there is one."""
    yield from _record(dispute.row, None)
    ruling = dispute.adjudication
    if ruling is None:
        yield from Description(record_iri(dispute.row), "derived").link(ns.IML + "disputes", event).quads()
        return
    key = "/".join(("adjudication", ruling.subject, ruling.party, ruling.action_class))
    about = Description(
        f"{ns.ID}{key}/{ruling.rejected_date}/{ruling.rejected_source}", "editorial", ns.IML + "Adjudication"
    )
    about.link(ns.IML + "aboutActor", ns.party(ruling.party))
    about.link(ns.IML + "onInstrument", ns.instrument(ruling.subject))
    about.link(ns.IML + "adopts", event).link(ns.IML + "rejects", record_iri(dispute.row))
    about.labels(ns.IML + "reason", {"en": ruling.reason_en, "fr": ruling.reason_fr, "es": ruling.reason_es})
    yield from about.day(ns.IML + "decidedOn", ruling.decided_on).quads()


def _answers(events: Iterable[Event], names: Names) -> Iterator[Quad]:
    """Write what objections and withdrawals are held to be about, into the derived graph."""
    answers = find_answers(events)
    for links, relation in ((answers.objects_to, "objectsTo"), (answers.withdraws, "withdraws")):
        for event, earlier in links.items():
            about = Description(names[event], "derived")
            for other in earlier:
                about.link(ns.IML + relation, names[other])
            yield from about.quads()


def _provisions(events: Iterable[Event], described: Container[str]) -> Iterator[Quad]:
    """Name the provisions that events concern: number and label only."""
    cited = {provision for event in events for provision in _provisions_of(event)}
    for instrument, article in sorted(cited):
        if ns.provision(instrument, article) in described:
            continue
        about = Description(ns.provision(instrument, article), "editorial", ns.IML + "Provision")
        about.link(ns.IML + "inInstrument", ns.instrument(instrument))
        about.add(ns.IML + "provisionReference", text(article))
        yield from about.labels(ns.RDFS + "label", provision_labels(article)).quads()
