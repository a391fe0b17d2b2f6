"""Answers as plain objects for JSON."""

from __future__ import annotations

from iml_graph.entries import Entry, Fact
from iml_graph.export.forms import Object
from iml_graph.gaps import GapList
from iml_graph.records import Act, Dispute, Exemption, Span
from iml_graph.status import InstrumentProfile, PartyProfile, Standing
from iml_graph.terms import Status


def party_object(profile: PartyProfile) -> Object:
    """Everything that a party's profile says."""
    return {
        "party": profile.party.code,
        "label": profile.party.label,
        "kind": profile.party.kind,
        "on": profile.on,
        "release": profile.release.release,
        "data_date": profile.release.data_date,
        "instruments": [standing_object(standing) for standing in profile.standings],
    }


def instrument_object(profile: InstrumentProfile) -> Object:
    """Everything that an instrument's profile says."""
    bound = profile.of(Status.PARTY)
    return {
        "instrument": profile.instrument.identifier,
        "title": profile.instrument.title,
        "acronym": profile.instrument.acronym,
        "on": profile.on,
        "release": profile.release.release,
        "data_date": profile.release.data_date,
        "adopted": profile.instrument.adopted,
        "entered_into_force": profile.instrument.in_force,
        "in_force": profile.in_force,
        "complete_as_of": profile.instrument.coverage.complete_as_of,
        "sources": list(profile.instrument.coverage.sources),
        "counts": profile.counts(),
        "parties": [_member(standing) for standing in bound],
        "others": [_member(s) | {"status": s.status.value} for s in profile.standings if s not in bound],
    }


def gaps_object(found: GapList) -> Object:
    """Everything that a list of gaps says."""
    return {
        "party": found.party.code,
        "label": found.party.label,
        "on": found.on,
        "release": found.release.release,
        "data_date": found.release.data_date,
        "gaps": [
            {"gap": gap.kind.value, "step": gap.step.value, "first": list(gap.first)} | standing_object(gap.standing)
            for gap in found.gaps
        ],
    }


def standing_object(standing: Standing) -> Object:
    """One standing with its evidence."""
    return {
        "instrument": standing.instrument.identifier,
        "title": standing.instrument.title,
        "acronym": standing.instrument.acronym,
        "branch": standing.instrument.branch,
        "nature": standing.instrument.nature,
        "status": standing.status.value,
        "last_known": standing.last_known.value if standing.last_known else None,
        "mode": standing.mode,
        "signed": standing.signed,
        "deposited": standing.deposited,
        "in_force_from": standing.in_force_from,
        "until": standing.until,
        "through": standing.through,
        "excluded": [_provision_object(span) for span in standing.scope("excluded")],
        "accepted": [_provision_object(span) for span in standing.scope("accepted")],
        "exceptions": [_exemption_object(each) for each in standing.exemptions],
        "complete_as_of": standing.complete_as_of,
        "sources": list(standing.sources),
        "intervals": [{"kind": s.kind, "from": s.start, "until": s.until} for s in standing.intervals if not s.subject],
        "history": [_act_object(act) for act in standing.history],
        "disputes": [_dispute_object(dispute) for dispute in standing.disputes],
    }


def _provision_object(span: Span) -> Object:
    return {"provision": span.subject, "label": span.label, "from": span.start, "until": span.until}


def _exemption_object(exemption: Exemption) -> Object:
    return {
        "kind": exemption.kind,
        "from": exemption.start,
        "until": exemption.until,
        "basis": exemption.basis,
    }


def _act_object(act: Act) -> Object:
    return {
        "action": act.action,
        "deposited": act.deposited,
        "effective": act.effective,
        "basis": act.basis,
        "evidence": [{"source": e.source, "shown": e.shown, "locator": e.locator} for e in act.evidence],
        "iri": act.iri,
    }


def _dispute_object(dispute: Dispute) -> Object:
    return {
        "adopted": dispute.adopted,
        "stated": dispute.stated,
        "source": dispute.evidence.source,
        "shown": dispute.evidence.shown,
        "locator": dispute.evidence.locator,
        "adjudicated": dispute.reason is not None,
        "reason": dispute.reason,
        "decided": dispute.decided,
    }


def _member(standing: Standing) -> Object:
    return {
        "code": standing.party.code,
        "label": standing.party.label,
        "since": standing.in_force_from,
        "mode": standing.mode,
        "signed": standing.signed,
        "deposited": standing.deposited,
        "until": standing.until,
        "through": standing.through,
        "excluded": [span.subject for span in standing.scope("excluded")],
        "accepted": [span.subject for span in standing.scope("accepted")],
        "sources": list(standing.sources),
    }


def entry_object(entry: Entry) -> Object:
    """Everything that an entry says of an instrument that nobody joins."""
    instrument, vote = entry.instrument, entry.vote
    return {
        "instrument": instrument.identifier,
        "title": instrument.title,
        "acronym": instrument.acronym,
        "nature": instrument.nature,
        "release": entry.release.release,
        "data_date": entry.release.data_date,
        "adopted": instrument.adopted,
        "entered_into_force": instrument.in_force,
        "ended": instrument.ended,
        "facts": [_fact_object(fact) for fact in entry.facts],
        "vote": {"on": vote.on, **vote.cast, "not_recorded": vote.not_recorded} if vote else None,
    }


def _fact_object(fact: Fact) -> Object:
    return {"property": fact.property, "inverse": fact.inverse, "values": list(fact.values)}
