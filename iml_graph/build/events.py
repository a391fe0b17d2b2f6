"""Rows of many sources become events: who did what to which instrument, and who says so.

Sources that state the same event corroborate it. Where two state different days for one act, an
adjudication says which is adopted; the other stays on record. What nobody has adjudicated is kept as an
open dispute, which the checks report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from iml_graph.adjudications import Adjudication
from iml_graph.build import merging
from iml_graph.build.merging import Rank, RulingKey
from iml_graph.ingest.rows import CLASSES, ActionRow


@dataclass(frozen=True, slots=True)
class Event:
    """One act of one actor towards one instrument, with the rows that state it.

    ``date`` is the day of deposit or notification, ``effect`` the day on which it takes effect (ISO, cut
    to what is known, empty if not); ``effect_basis`` says where the latter comes from.
    """

    instrument: str
    party: str
    action: str
    date: str
    effect: str
    effect_basis: str
    articles: str
    territories: str
    responds_to: str
    rows: tuple[ActionRow, ...]

    @property
    def action_class(self) -> str:
        """``consent``, ``signature``, ``termination``, or the action itself for all other kinds."""
        return CLASSES.get(self.action, self.action)

    @property
    def bracketed(self) -> bool:
        """Whether a source prints the act in square brackets: it is no longer in effect."""
        return any(row.bracketed for row in self.rows)


@dataclass(frozen=True, slots=True)
class Dispute:
    """A row that states another day than the adopted event; ``adjudication`` is ``None`` while open."""

    event: Event
    row: ActionRow
    adjudication: Adjudication | None


@dataclass(frozen=True, slots=True)
class Record:
    """All events of the data with their disputes, in a stable order."""

    events: tuple[Event, ...]
    disputes: tuple[Dispute, ...]


Slot = tuple[str, str, str]


def collect(rows: Iterable[ActionRow], adjudications: Iterable[Adjudication], rank: Rank) -> Record:
    """Merge rows into events.

    In each slot (instrument, party, class of act) the best source alone says how many acts there were;
    the others corroborate them or differ.
    """
    ruling = {adjudication.rejects: adjudication for adjudication in adjudications}
    slots: dict[Slot, list[ActionRow]] = defaultdict(list)
    others: dict[tuple[str, ...], list[ActionRow]] = defaultdict(list)
    for row in rows:
        if kind := CLASSES.get(row.action):
            slots[row.instrument, row.party, kind].append(row)
        else:
            others[_identity(row)].append(row)
    events: list[Event] = [_event(group, rank) for group in others.values()]
    disputes: list[Dispute] = []
    for slot in slots.values():
        found, contested = _settle(slot, ruling, rank)
        events += found
        disputes += contested
    return Record(tuple(sorted(events, key=_order)), tuple(sorted(disputes, key=lambda d: d.row)))


def _identity(row: ActionRow) -> tuple[str, ...]:
    return (row.instrument, row.party, row.action, row.date, row.articles, row.territories, row.responds_to)


def _order(event: Event) -> tuple[str, ...]:
    return (
        *(event.instrument, event.party, event.date, event.effect),
        *(event.action, event.articles, event.territories, event.responds_to),
    )


def _settle(
    rows: list[ActionRow],
    rulings: Mapping[RulingKey, Adjudication],
    rank: Rank,
) -> tuple[list[Event], list[Dispute]]:
    """Sort the rows of one slot into events and disputes."""
    found = merging.settle(rows, rulings, rank, _ruling_key, _same_day)
    events = [_event(list(group), rank) for group in found.groups]
    disputes = [Dispute(_nearest(events, ruled.adopted_date), row, ruled) for row, ruled in found.rejected]
    disputes += [Dispute(_nearest(events, row.date), row, None) for row in found.differing]
    return events, disputes


def _ruling_key(row: ActionRow) -> RulingKey:
    return (row.instrument, row.party, CLASSES[row.action], row.date, row.source)


def _same_day(first: ActionRow, row: ActionRow) -> bool:
    """Tell whether two rows state one act; where one of them has no day of it, by the day of its effect."""
    if first.date and row.date:
        return merging.same_day(first, row)
    return first.effect == row.effect and (bool(first.effect) or first.date == row.date)


def _event(rows: list[ActionRow], rank: Rank) -> Event:
    """Make one event of agreeing rows: the best source that is specific gives the action, any gives the effect."""
    ordered = sorted(rows, key=lambda row: (rank(row), row))
    specific = next((row for row in ordered if row.action != "consent"), ordered[0])
    effect = next((row.effect for row in ordered if row.effect and rank(row)[0] == 0), "")
    first = ordered[0]
    return Event(
        instrument=first.instrument,
        party=first.party,
        action=specific.action,
        date=max((row.date for row in ordered if row.source == first.source), key=len),
        effect=effect,
        effect_basis="stated" if effect else "",
        articles=first.articles,
        territories=first.territories,
        responds_to=first.responds_to,
        rows=tuple(sorted(rows)),
    )


def _nearest(events: list[Event], day: str) -> Event:
    """Pick the event that a differing statement is about: the adopted day, else the closest one."""
    return min(events, key=lambda event: merging.distance(day, event.date))
