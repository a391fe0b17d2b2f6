"""Holding what the build computes against what other sources state."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from iml_graph.build.events import Event
from iml_graph.build.merging import Rank
from iml_graph.dates import is_full
from iml_graph.entry_into_force import EntryIntoForce, treaty_entry_into_force


@dataclass(frozen=True, slots=True)
class EffectCheck:
    """The day of effect that we adopted for one consent, beside the day that another source states.

    ``basis`` says how ours came to be (``computed-from-clause``, ``succession-rule``, ``stated``).
    """

    instrument: str
    party: str
    action: str
    deposited: str
    ours: str
    basis: str
    theirs: str
    source: str

    @property
    def agrees(self) -> bool:
        """Whether both are the same day."""
        return self.ours == self.theirs


@dataclass(frozen=True, slots=True)
class TreatyCheck:
    """The entry into force of a treaty as its depositary states it, beside what its clause gives."""

    instrument: str
    stated: str | None
    computed: str | None

    @property
    def agrees(self) -> bool:
        """Whether both are the same day."""
        return self.stated == self.computed


def check_effects(events: Iterable[Event], rank: Rank) -> list[EffectCheck]:
    """Compare the effect of each consent with what sources that were not adopted for it state."""
    return [
        EffectCheck(
            instrument=event.instrument,
            party=event.party,
            action=event.action,
            deposited=event.date,
            ours=event.effect,
            basis=event.effect_basis,
            theirs=row.effect,
            source=row.source,
        )
        for event in events
        if event.action_class == "consent" and event.effect
        for row in event.rows
        if row.effect and rank(row)[0] > 0
    ]


def check_treaties(events: Iterable[Event], treaties: Mapping[str, EntryIntoForce]) -> list[TreatyCheck]:
    """Compute each treaty's entry into force from its threshold and the deposits on record.

    Successions do not count towards a threshold: they relate back to an act that was counted.
    """
    deposits: dict[str, list[str]] = defaultdict(list)
    for event in events:
        if event.action_class == "consent" and event.action != "succession" and is_full(event.date):
            deposits[event.instrument].append(event.date)
    return [
        TreatyCheck(name, treaty.on, _computed(treaty, deposits[name], treaties))
        for name, treaty in sorted(treaties.items())
        if treaty.initial and treaty.initial.threshold
    ]


def _computed(treaty: EntryIntoForce, deposits: list[str], treaties: Mapping[str, EntryIntoForce]) -> str | None:
    """Apply the clause, and wait for the treaty that this one waits for."""
    found = treaty_entry_into_force(treaty.initial, deposits) if treaty.initial else None
    parent = treaties[treaty.after].on if treaty.after else None
    return max(found, parent) if found and parent else found
