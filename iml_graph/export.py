"""Answers as plain objects for JSON, and as flat rows for tables and CSV: the same from CLI and browser."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping

from iml_graph.coverage import CoverageReport, Force, InstrumentCoverage, Support
from iml_graph.entries import Entry, Fact
from iml_graph.gaps import Gap, GapList
from iml_graph.labels import word
from iml_graph.records import Act, Dispute, Exemption, Span
from iml_graph.status import InstrumentProfile, PartyProfile, Standing
from iml_graph.terms import Status

Object = dict[str, object]
Table = list[dict[str, str]]

PARTY_COLUMNS = (
    *("id", "instrument", "title", "branch", "status", "through", "mode", "signed", "deposited", "in_force_from"),
    *("until", "scope", "last_known", "complete_as_of", "sources"),
)
GAP_COLUMNS = (
    "kind",
    "id",
    "instrument",
    "title",
    "status",
    "last_known",
    "step",
    "first",
    "signed",
    "complete_as_of",
    "sources",
)
ENTRY_COLUMNS = ("property", "inverse", "value")
STANDING_COLUMNS = (
    *("code", "party", "status", "through", "mode", "signed", "deposited", "since", "until", "scope", "last_known"),
    "sources",
)


COVERAGE_COLUMNS = (
    *("instrument", "force", "branch", "official_titles", "missing", "acts", "complete_as_of", "sources"),
)
BRANCH_COLUMNS = ("branch", *Force)
SUPPORT_COLUMNS = ("facts", "one", "several", "editorial")


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


def entry_rows(entry: Entry) -> Table:
    """One row a value."""
    facts = ((fact, value) for fact in entry.facts for value in fact.values)
    return [{"property": fact.property, "inverse": "yes" if fact.inverse else "", "value": v} for fact, v in facts]


def party_rows(profile: PartyProfile, names: Mapping[str, str]) -> Table:
    """One row a standing; ``names`` are the labels of concepts in the language of the answer."""
    return [_standing_row(standing, names) for standing in profile.standings]


def gap_rows(found: GapList, names: Mapping[str, str]) -> Table:
    """One row a gap."""
    acronyms = {gap.standing.instrument.identifier: gap.standing.instrument.name for gap in found.gaps}
    return [_gap_row(gap, names, acronyms) for gap in found.gaps]


def instrument_rows(profile: InstrumentProfile, names: Mapping[str, str]) -> Table:
    """One row an actor that has done something or is bound, or whose status is not known."""
    silent = (Status.ELIGIBLE_NO_ACTION, Status.NOT_ELIGIBLE, Status.BY_INVITATION)
    shown = (s for s in profile.standings if s.status not in silent and not s.shut_out)
    return [
        {"code": s.party.code, "party": s.party.label, "since": s.in_force_from or ""} | _standing_row(s, names)
        for s in shown
    ]


def _gap_row(gap: Gap, names: Mapping[str, str], acronyms: Mapping[str, str]) -> dict[str, str]:
    return _standing_row(gap.standing, names) | {
        "kind": names.get(gap.kind.value, gap.kind.value),
        "step": names.get(gap.step.value, gap.step.value),
        "first": ", ".join(acronyms.get(first, first) for first in gap.first),
    }


def _standing_row(standing: Standing, names: Mapping[str, str]) -> dict[str, str]:
    instrument = standing.instrument
    return {
        "id": instrument.identifier,
        "instrument": instrument.name,
        "title": (instrument.short_title if instrument.acronym else None) or instrument.title,
        "branch": instrument.branch_label or "",
        "status": names.get(standing.status.value, standing.status.value),
        "last_known": names.get(standing.last_known.value, "") if standing.last_known else "",
        "through": standing.through_name or standing.through or "",
        "mode": names.get(standing.mode or "", standing.mode or ""),
        "signed": standing.signed or "",
        "deposited": standing.deposited or "",
        "in_force_from": standing.in_force_from or "",
        "until": standing.until or "",
        "scope": _scope(standing),
        "complete_as_of": standing.complete_as_of or "",
        "sources": ", ".join(standing.sources),
    }


def _scope(standing: Standing) -> str:
    """Write which provisions the party excludes, with a minus, and which it accepts, with a plus."""
    signs = (("−", standing.scope("excluded")), ("+", standing.scope("accepted")))
    return ", ".join(f"{sign} {span.label or span.subject}" for sign, spans in signs for span in spans)


def coverage_object(report: CoverageReport) -> Object:
    """What the graph holds, whole."""
    return {
        "release": report.release.release,
        "data_date": report.release.data_date,
        "counts": {force.value: len(report.of(force)) for force in Force},
        "facts": {s.kind: _support_object(s) for s in (*report.supports, report.total)},
        "instruments": [_coverage_object(entry) for entry in report.instruments],
    }


def _support_object(support: Support) -> Object:
    return {"one_source": support.one, "several_sources": support.several, "editorial": support.editorial}


def _coverage_object(entry: InstrumentCoverage) -> Object:
    return {
        "instrument": entry.identifier,
        "force": entry.force.value,
        "branches": list(entry.branches),
        "official_titles": entry.official_titles,
        "missing": list(entry.missing),
        "acts": entry.acts,
        "complete_as_of": entry.complete_as_of,
        "sources": list(entry.sources),
    }


def coverage_rows(report: CoverageReport, lang: str) -> Table:
    """Every instrument with what is recorded of it, as a flat row."""
    return [
        {
            "instrument": entry.identifier,
            "force": word(entry.force, lang),
            "branch": ", ".join(entry.branches),
            "official_titles": str(entry.official_titles),
            "missing": ", ".join(word(name, lang).lower() for name in entry.missing),
            "acts": str(entry.acts or ""),
            "complete_as_of": entry.complete_as_of or "",
            "sources": ", ".join(entry.sources),
        }
        for entry in report.instruments
    ]


def branch_rows(report: CoverageReport, lang: str) -> Table:
    """Numbers of instruments, by branch and force, with a line of totals."""
    lines = [(label, counts) for label, counts in report.by_branch().items()]
    rows = [{"branch": label, **{force: str(counts[force] or "") for force in Force}} for label, counts in lines]
    return [*rows, {"branch": word("total", lang), **{force: str(len(report.of(force))) for force in Force}}]


def support_rows(report: CoverageReport, lang: str) -> Table:
    """Numbers of facts, by what they rest on, with a line of totals."""
    return [
        {
            "facts": s.label or word(s.kind, lang),
            "one": str(s.one),
            "several": str(s.several),
            "editorial": str(s.editorial),
        }
        for s in (*report.supports, report.total)
    ]


def to_json(answer: Object) -> str:
    """Write an object as JSON, accents kept."""
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def to_csv(rows: Iterable[Mapping[str, str]], columns: tuple[str, ...]) -> str:
    """Write rows as CSV (RFC 4180, but LF line ends); headings are the stable keys, in no language."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
