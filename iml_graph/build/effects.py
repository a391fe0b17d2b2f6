"""The day on which each event takes effect, where its source does not state it.

Consents follow the clauses of the treaty; successions relate back to the date of the succession of States
(Vienna Convention on Succession of States in respect of Treaties, arts 17, 22 and 23; depositary practice);
denunciations follow the clause on denunciation.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from iml_graph.build.events import Event, Record
from iml_graph.dates import is_full
from iml_graph.entry_into_force import EntryIntoForce, apply, effect_of_consent
from iml_graph.parties import PartyRecord

COMPUTED, SUCCESSION = "computed-from-clause", "succession-rule"


def compute(
    record: Record,
    treaties: Mapping[str, EntryIntoForce],
    parties: Mapping[str, PartyRecord],
) -> Record:
    """Return the record with the day of effect of each event filled in where it can be computed.

    A stated day is kept. What cannot be computed stays empty and binds nobody in the derived intervals.
    """
    done = {
        event: _computed(event, treaties.get(event.instrument, EntryIntoForce()), parties) for event in record.events
    }
    disputes = (replace(dispute, event=done[dispute.event]) for dispute in record.disputes)
    return Record(tuple(done.values()), tuple(disputes))


def _computed(event: Event, treaty: EntryIntoForce, parties: Mapping[str, PartyRecord]) -> Event:
    if event.effect:
        return event
    if event.action == "succession":
        return _with(event, effect_of_succession(event, treaty, parties), SUCCESSION)
    if event.action_class == "consent":
        return _with(event, effect_of_consent(treaty, event.date), COMPUTED)
    if event.action_class == "termination" and treaty.denunciation and is_full(event.date):
        return _with(event, apply(treaty.denunciation, event.date), COMPUTED)
    return event


def _with(event: Event, effect: str | None, basis: str) -> Event:
    return replace(event, effect=effect, effect_basis=basis) if effect else event


def effect_of_succession(event: Event, treaty: EntryIntoForce, parties: Mapping[str, PartyRecord]) -> str | None:
    """Compute the effect of a succession: the day of the succession of States, not before the treaty's own."""
    if treaty.on is None or not event.date:
        return None
    return max(treaty.on, succession_of_states(event.party, event.date, parties) or event.date)


def succession_of_states(code: str, notified: str, parties: Mapping[str, PartyRecord]) -> str | None:
    """Find the day on which the successor came to be responsible for its territory, before it gave notice.

    A State that continues another (Serbia, for the Federal Republic of Yugoslavia) takes that one's day when
    its own is later than the notice. ``None`` where no source gives a day.
    """
    record = parties.get(code)
    if record is None or not record.existed_from:
        return None
    if record.existed_from <= notified:
        return record.existed_from
    earlier = [succession_of_states(p, notified, parties) for p in record.predecessors]
    return max(filter(None, earlier), default=None)
