"""Answers as flat rows for tables and CSV."""

from __future__ import annotations

from collections.abc import Mapping

from iml_graph.entries import Entry
from iml_graph.export.forms import Table
from iml_graph.gaps import Gap, GapList
from iml_graph.status import InstrumentProfile, PartyProfile, Standing
from iml_graph.terms import Status

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
