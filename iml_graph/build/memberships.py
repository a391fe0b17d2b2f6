"""Who was a member of which organization or process when: events from rows, and intervals derived from them.

An admission begins a membership and a withdrawal ends it; a suspension does not. Lists of members say that somebody
was a member on their day, not since when. Where a date is known to the year or month only, ``[start, until)`` holds the
days that are certain, ``possibly_from`` and ``possibly_until`` those that are possible.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from iml_graph.adjudications import Adjudication
from iml_graph.build import merging
from iml_graph.build.intervals import Existence
from iml_graph.build.merging import Rank, RulingKey
from iml_graph.dates import day_after, first_day, last_day
from iml_graph.ingest.facts import MembershipRow

LISTS = frozenset({"listed", "not-listed"})
"""Events that say what was so on a day, not what happened on it."""


@dataclass(frozen=True, slots=True)
class MembershipEvent:
    """What happened to a membership, or was so, on a date (ISO, cut to what is known), with the rows that state it."""

    organization: str
    party: str
    event: str
    date: str
    status: str
    rows: tuple[MembershipRow, ...]


@dataclass(frozen=True, slots=True)
class MembershipDispute:
    """A row that states another date than the adopted event; ``adjudication`` is ``None`` while open."""

    event: MembershipEvent
    row: MembershipRow
    adjudication: Adjudication | None


@dataclass(frozen=True, slots=True)
class MembershipRecord:
    """All events with their disputes, in a stable order."""

    events: tuple[MembershipEvent, ...]
    disputes: tuple[MembershipDispute, ...]


@dataclass(frozen=True, slots=True)
class Membership:
    """A span of membership in one status; ``possibly_from`` and ``possibly_until`` where its ends are not exact."""

    organization: str
    party: str
    status: str
    start: str
    until: str | None
    possibly_from: str | None
    possibly_until: str | None
    started_by: MembershipEvent
    ended_by: MembershipEvent | None


def collect(rows: Iterable[MembershipRow], rulings: Iterable[Adjudication], rank: Rank) -> MembershipRecord:
    """Merge rows into events.

    The best source says when a membership began and ended. Lists of different days stand beside each other, but for
    those that name as a member whom its admission makes one only later: these dispute the admission.

    Raises:
        DataError: the adjudications reject every statement on a membership.
    """
    by_ruling = {ruling.rejects: ruling for ruling in rulings}
    slots: dict[tuple[str, ...], list[MembershipRow]] = defaultdict(list)
    for row in rows:
        slots[_slot(row)].append(row)
    events: list[MembershipEvent] = []
    disputes: list[MembershipDispute] = []
    known: dict[tuple[str, str], list[MembershipEvent]] = defaultdict(list)
    # Lists come last: what happened to a membership says which of them contradict it.
    for own in sorted(slots.values(), key=lambda own: own[0].event in LISTS):
        settle = _settle_list if own[0].event in LISTS else _settle
        pair = (own[0].organization, own[0].party)
        made, contested = settle(own, by_ruling, rank, [each for each in known[pair] if each.event not in LISTS])
        events += made
        disputes += contested
        known[pair] += made
    return MembershipRecord(tuple(sorted(events, key=_order)), tuple(sorted(disputes, key=lambda each: each.row)))


Found = tuple[list[MembershipEvent], list[MembershipDispute]]


def _settle(
    rows: list[MembershipRow], rulings: Mapping[RulingKey, Adjudication], rank: Rank, _: list[MembershipEvent]
) -> Found:
    """Sort the statements on one kind of event into events and disputes."""
    found = merging.settle(rows, rulings, rank, _ruling_key, merging.same_day)
    events = [_event(group) for group in found.groups]
    disputes = [MembershipDispute(_nearest(events, ruled.adopted_date), row, ruled) for row, ruled in found.rejected]
    disputes += [MembershipDispute(_nearest(events, row.date), row, None) for row in found.differing]
    return events, disputes


def _settle_list(
    rows: list[MembershipRow], rulings: Mapping[RulingKey, Adjudication], rank: Rank, known: list[MembershipEvent]
) -> Found:
    """Sort the lists of one day into an event and disputes with the events that are known already."""
    against = {row: _admission_after(row, known) or _decided(row, rulings, known) for row in rows}
    disputes = [MembershipDispute(event, row, rulings.get(_ruling_key(row))) for row, event in against.items() if event]
    kept = tuple(row for row in sorted(rows, key=rank) if against[row] is None)
    return ([_event(kept)] if kept else []), disputes


def _admission_after(row: MembershipRow, known: Iterable[MembershipEvent]) -> MembershipEvent | None:
    """Find the admission that contradicts a list: the first of that status, later than the list that has the actor."""
    own = [event for event in known if event.event == "admission" and event.status == row.status and event.date]
    first = min(own, key=lambda event: event.date, default=None)
    left = any(event.event == "withdrawal" and event.date < first.date for event in known) if first else False
    if row.event != "listed" or not row.date or first is None or left:
        return None
    return first if last_day(row.date) < first_day(first.date) else None


def _decided(
    row: MembershipRow, rulings: Mapping[RulingKey, Adjudication], known: list[MembershipEvent]
) -> MembershipEvent | None:
    """Find the event that was adopted against a list, where an adjudication rejects the list."""
    ruling = rulings.get(_ruling_key(row))
    return _nearest(known, ruling.adopted_date) if ruling and known else None


def _slot(row: MembershipRow) -> tuple[str, ...]:
    """Tell which statements compete: those on one kind of event, or those of one list's day."""
    return (row.organization, row.party, row.event, row.status, row.date if row.event in LISTS else "")


def _ruling_key(row: MembershipRow) -> RulingKey:
    return (row.organization, row.party, row.event, row.date, row.source)


def _event(rows: tuple[MembershipRow, ...]) -> MembershipEvent:
    first = rows[0]
    date = max((row.date for row in rows if row.source == first.source), key=len)
    return MembershipEvent(first.organization, first.party, first.event, date, first.status, tuple(sorted(rows)))


def _nearest(events: list[MembershipEvent], day: str) -> MembershipEvent:
    return min(events, key=lambda event: merging.distance(day, event.date))


def _order(event: MembershipEvent) -> tuple[str, ...]:
    return (event.organization, event.party, event.date, event.event, event.status)


def derive(events: Iterable[MembershipEvent], existence: Mapping[str, Existence]) -> tuple[Membership, ...]:
    """Derive all memberships; those of a former State end with it.

    Args:
        events: of all organizations; one without a date begins and ends nothing.
        existence: of each actor.
    """
    by_pair: dict[tuple[str, str], list[MembershipEvent]] = defaultdict(list)
    for event in events:
        if event.date:
            by_pair[event.organization, event.party].append(event)
    ends = {party: own.until or None for party, own in existence.items()}
    found = [span for (_, party), own in by_pair.items() for span in memberships(own, ends.get(party))]
    return tuple(sorted(found, key=lambda span: (span.organization, span.party, span.status, span.start)))


def memberships(events: list[MembershipEvent], extinct: str | None = None) -> Iterator[Membership]:
    """Derive the memberships of one actor in one organization from its dated events, status by status."""
    for status in sorted({event.status for event in events if event.event in ("admission", "listed")}):
        track = _Track(status, sorted(events, key=lambda event: (last_day(event.date), event.event)))
        yield from track.spans(extinct)


@dataclass(frozen=True, slots=True)
class _End:
    """What ends a membership: on a day of ``[earliest, latest]``."""

    earliest: str
    latest: str
    event: MembershipEvent | None


@dataclass(frozen=True, slots=True)
class _Track:
    """The events of one actor in one organization, read for one status."""

    status: str
    events: list[MembershipEvent]

    def spans(self, extinct: str | None) -> Iterator[Membership]:
        """Yield the memberships: from admissions first, then from lists of days that these leave out."""
        found: list[Membership] = []
        for kind in ("admission", "listed"):
            for event in self.events:
                if event.event == kind and event.status == self.status and not _within(event, found):
                    found += self._span(event, extinct)
        yield from found

    def _span(self, event: MembershipEvent, extinct: str | None) -> Iterator[Membership]:
        start = last_day(event.date)
        earliest = first_day(event.date) if event.event == "admission" else start
        end = self._end(earliest, start, extinct)
        if end and end.earliest <= start:
            return  # there is no day on which it was a member for certain
        yield Membership(
            organization=event.organization,
            party=event.party,
            status=self.status,
            start=start,
            until=end.earliest if end else None,
            possibly_from=earliest if earliest != start else None,
            possibly_until=end.latest if end and end.latest != end.earliest else None,
            started_by=event,
            ended_by=end.event if end else None,
        )

    def _end(self, earliest: str, start: str, extinct: str | None) -> _End | None:
        """Find what ends a membership that began in ``[earliest, start]``, the first thing that can."""
        ends = [_End(first_day(each.date), last_day(each.date), each) for each in self.events if self._closes(each)]
        ends = [end for end in ends if end.latest > earliest]
        ends += [_End(extinct, extinct, None)] if extinct else []
        first = min(ends, key=lambda end: (end.earliest, end.latest), default=None)
        absent = self._first_absence(start)
        return absent if absent and (first is None or absent.latest < first.earliest) else first

    def _closes(self, event: MembershipEvent) -> bool:
        return event.event == "withdrawal" or (event.event == "admission" and event.status != self.status)

    def _first_absence(self, start: str) -> _End | None:
        """Read the first whole list without the actor: it ceased to be a member after it was last seen as one."""
        missing = next(
            (each for each in self.events if each.event == "not-listed" and first_day(each.date) > start), None
        )
        if missing is None:
            return None
        day = first_day(missing.date)
        seen = [last_day(e.date) for e in self.events if e.event == "listed" and e.status == self.status]
        return _End(day_after(max((each for each in seen if start <= each < day), default=start)), day, missing)


def _within(event: MembershipEvent, found: list[Membership]) -> bool:
    """Tell whether a membership that is already known holds the day, for certain or possibly."""
    day = last_day(event.date) if event.event == "listed" else first_day(event.date)
    return any(
        (span.possibly_from or span.start) <= day and (span.until is None or day < (span.possibly_until or span.until))
        for span in found
    )
