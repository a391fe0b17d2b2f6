"""What a party has not joined: by instrument, told apart by why, with the next legal step.

A gap is an instrument that is open to the party and does not bind it on the date. Where the record is not
complete the gap is ``unknown``, never a plain no.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from iml_graph.eligibility import next_step
from iml_graph.records import Party, Release
from iml_graph.status import PartyProfile, Standing, party_profile
from iml_graph.store import Store
from iml_graph.terms import CLOSED, GapKind, NextStep, Status

KINDS: Mapping[Status, GapKind] = {
    Status.SIGNATORY: GapKind.SIGNED,
    Status.ELIGIBLE_NO_ACTION: GapKind.NO_ACTION,
    Status.FORMER_PARTY: GapKind.LEFT,
    Status.PARTY_NOT_IN_FORCE: GapKind.NOT_YET_IN_FORCE,
    Status.BOUND_BY_INCORPORATION: GapKind.BY_INCORPORATION,
    Status.UNKNOWN: GapKind.UNKNOWN,
    Status.BY_INVITATION: GapKind.BY_INVITATION,
}
"""The statuses that are gaps, in the order of lists; all others mean being bound, or not being allowed to join."""

_JOINED = (Status.PARTY, Status.PARTY_NOT_IN_FORCE)
"""Statuses of one that need not join what the instrument would denounce."""


@dataclass(frozen=True, slots=True)
class Gap:
    """One instrument that does not bind the party, why, and what it can do next."""

    standing: Standing
    kind: GapKind
    step: NextStep

    @property
    def first(self) -> tuple[str, ...]:
        """Instruments that must be joined before this one."""
        return self.standing.can.missing if self.step is NextStep.JOIN_PARENT_FIRST else ()


@dataclass(frozen=True, slots=True)
class GapList:
    """All gaps of one party on one date."""

    party: Party
    on: str
    release: Release
    gaps: tuple[Gap, ...]

    def of(self, kind: GapKind) -> tuple[Gap, ...]:
        """Gaps of one kind, in order."""
        return tuple(gap for gap in self.gaps if gap.kind is kind)


def find_gaps(profile: PartyProfile) -> GapList:
    """Pick the gaps out of a profile, in the order of their kinds."""
    joined = {each.instrument.identifier for each in profile.standings if each.status in _JOINED}
    left = (each for each in profile.standings if not joined.intersection(each.instrument.denounced_by))
    gaps = [gap for standing in left if (gap := _gap(standing))]
    order = list(KINDS.values())
    gaps.sort(key=lambda gap: order.index(gap.kind))
    return GapList(profile.party, profile.on, profile.release, tuple(gaps))


def _gap(standing: Standing) -> Gap | None:
    """Make a gap of a standing, unless the party is bound, or the instrument is not open to it or to anybody."""
    status, known = standing.status, standing.last_known or standing.status
    if status not in KINDS or known is Status.NOT_ELIGIBLE or not _open(standing):
        return None
    step = next_step(known, standing.can)
    if step is NextStep.NONE_OPEN:
        return None
    return Gap(standing, KINDS[Status.BY_INVITATION if known is Status.BY_INVITATION else status], step)


def _open(standing: Standing) -> bool:
    """Tell whether the instrument can be joined at all, so far as its clauses and its status say."""
    instrument = standing.instrument
    ended = instrument.ended is not None and instrument.ended <= standing.on
    joinable = instrument.joinable and bool(instrument.ways) and not ended and not instrument.states & CLOSED
    return joinable and (standing.can.advised or bool(standing.history))


def party_gaps(store: Store, code: str, on: str, lang: str) -> GapList:
    """Read the gaps of one party on a date.

    Raises:
        UnknownNameError: no party has the code.
    """
    return find_gaps(party_profile(store, code, on, lang))
