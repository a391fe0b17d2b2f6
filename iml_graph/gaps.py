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
from iml_graph.terms import GapKind, NextStep, Status

KINDS: Mapping[Status, GapKind] = {
    Status.SIGNATORY: GapKind.SIGNED,
    Status.ELIGIBLE_NO_ACTION: GapKind.NO_ACTION,
    Status.FORMER_PARTY: GapKind.LEFT,
    Status.PARTY_NOT_IN_FORCE: GapKind.NOT_YET_IN_FORCE,
    Status.UNKNOWN: GapKind.UNKNOWN,
}
"""Being bound and not being allowed to join are the two statuses that are no gap."""


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
    gaps = [
        Gap(standing, KINDS[standing.status], next_step(standing.last_known or standing.status, standing.can))
        for standing in profile.standings
        if standing.status in KINDS
    ]
    order = list(KINDS.values())
    gaps.sort(key=lambda gap: order.index(gap.kind))
    return GapList(profile.party, profile.on, profile.release, tuple(gaps))


def party_gaps(store: Store, code: str, on: str, lang: str) -> GapList:
    """Read the gaps of one party on a date.

    Raises:
        UnknownNameError: no party has the code.
    """
    return find_gaps(party_profile(store, code, on, lang))
