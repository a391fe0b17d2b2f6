"""Who was bound when: intervals derived from events, never edited by hand.

All intervals are half-open, ``[start, until)``, in ISO dates; ``until`` is ``None`` while open.
The rule: a consent with effect ``c`` counts on a day ``D >= c`` unless a termination of the same party and
treaty takes effect at ``t`` with ``c < t <= D``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from iml_graph.build.events import Event
from iml_graph.dates import is_full

PARTY, SIGNATORY, PROCEDURE, TERRITORIAL = "party", "signatory", "procedure", "territorial"
EXCLUDED, ACCEPTED = "excluded", "accepted"

Pair = tuple[str, str]
"""An instrument and a party."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A span during which something held between an actor and an instrument.

    ``subject`` is the article of a procedure, the provision that is excluded or accepted, or the territory of an
    extension, else empty.
    """

    kind: str
    instrument: str
    party: str
    start: str
    until: str | None
    started_by: Event
    ended_by: Event | None
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Existence:
    """When an actor or territory, as it is now constituted, began and ceased to exist (ISO days, empty if open)."""

    start: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Endings:
    """What ends treaties beside denunciations.

    ``terminated`` has the day from which a treaty is in force for nobody; ``denounces`` names the older instruments
    that consent to a newer one denounces of itself.
    """

    terminated: Mapping[str, str] = field(default_factory=dict)
    denounces: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def derive(
    events: Iterable[Event], existence: Mapping[str, Existence], endings: Endings = Endings()
) -> tuple[Interval, ...]:
    """Derive all intervals.

    Args:
        events: with their days of effect computed.
        existence: of each actor and territory. Every interval of a former actor ends with it; an extension
            to a territory ends when the territory does, becomes a State, or passes to another.
        endings: of treaties as a whole, and of older ones by newer ones.
    """
    by_pair: dict[Pair, list[Event]] = defaultdict(list)
    for event in events:
        by_pair[event.instrument, event.party].append(event)
    last = {pair: _last_day(pair, existence, endings) for pair in by_pair}
    bound = {pair: party_intervals(own, last[pair]) for pair, own in by_pair.items()}
    _denounce(bound, by_pair, endings.denounces)
    found: list[Interval] = []
    for pair, own in by_pair.items():
        found += bound[pair]
        found += signatory_intervals(own, last[pair])
        found += procedure_intervals(own, bound[pair])
        found += scope_intervals(own, bound[pair])
        found += territorial_intervals(own, bound[pair], existence)
    return tuple(sorted(found, key=_order))


def _last_day(pair: Pair, existence: Mapping[str, Existence], endings: Endings) -> str | None:
    """Find the day on which everything between an actor and an instrument ends, if one of them did."""
    instrument, party = pair
    days = (existence.get(party, Existence()).until, endings.terminated.get(instrument))
    return min(filter(None, days), default=None)


def _denounce(
    bound: dict[Pair, list[Interval]], events: Mapping[Pair, list[Event]], denounces: Mapping[str, tuple[str, ...]]
) -> None:
    """End the open intervals of older instruments where a newer one entered into force for the same actor.

    Where a source states how the actor left the older one, that stands instead.
    """
    for (newer, party), spans in bound.items():
        for older in denounces.get(newer, ()):
            left = any(event.action_class == "termination" for event in events.get((older, party), ()))
            if spans and not left and (older, party) in bound:
                bound[older, party] = [_ended(span, spans[0]) for span in bound[older, party]]


def _ended(older: Interval, newer: Interval) -> Interval:
    held = older.start < newer.start and (older.until is None or newer.start < older.until)
    return replace(older, until=newer.start, ended_by=newer.started_by) if held else older


def _order(interval: Interval) -> tuple[str, ...]:
    return (interval.instrument, interval.party, interval.kind, interval.start, interval.subject)


def party_intervals(events: list[Event], extinct: str | None = None) -> list[Interval]:
    """Derive when one actor was bound by one instrument.

    Events without a day of effect do not bind. Neither does a consent in square brackets of whose end no
    source states the day: when it stopped binding is not known, so no interval can say it.
    """
    consents = [event for event in events if event.action_class == "consent" and is_full(event.effect)]
    ends = sorted((e for e in events if e.action_class == "termination" and is_full(e.effect)), key=lambda e: e.effect)
    found: list[Interval] = []
    for consent in sorted(consents, key=lambda e: e.effect):
        if found and (found[-1].until is None or consent.effect < found[-1].until):
            continue  # a second consent while bound adds nothing
        end = next((event for event in ends if event.effect > consent.effect), None)
        until = min(filter(None, (end.effect if end else None, extinct)), default=None)
        if until is None and consent.bracketed:
            continue
        if until is None or consent.effect < until:
            ended_by = end if end and end.effect == until else None
            found.append(Interval(PARTY, consent.instrument, consent.party, consent.effect, until, consent, ended_by))
    return found


def signatory_intervals(events: list[Event], extinct: str | None = None) -> list[Interval]:
    """Derive when one actor had signed an instrument and not yet consented to be bound by it."""
    signed = sorted((e for e in events if e.action_class == "signature" and is_full(e.date)), key=lambda e: e.date)
    if not signed:
        return []
    first = signed[0]
    consent = min((e for e in events if e.action_class == "consent" and e.date), key=lambda e: e.date, default=None)
    until = min(filter(None, (consent.date if consent else None, extinct)), default=None)
    if until is not None and until <= first.date:
        return []
    ended_by = consent if consent and consent.date == until else None
    return [Interval(SIGNATORY, first.instrument, first.party, first.date, until, first, ended_by)]


@dataclass(frozen=True, slots=True)
class _Kind:
    """How acts open and close the intervals of one kind, and which of their fields names the subject."""

    name: str
    opens: str
    closes: str
    subject: str

    def subjects(self, event: Event) -> list[str]:
        return [part for part in getattr(event, self.subject).split(";") if part]


_EXCLUSIONS = _Kind(EXCLUDED, "exclusion-of-provisions", "acceptance-of-provisions", "articles")
_ACCEPTANCES = _Kind(ACCEPTED, "acceptance-of-provisions", "exclusion-of-provisions", "articles")
_PROCEDURES = _Kind(PROCEDURE, "opt-in-declaration", "opt-in-withdrawal", "articles")
_TERRITORIES = _Kind(TERRITORIAL, "territorial-application", "territorial-exclusion", "territories")


def procedure_intervals(events: list[Event], bound: list[Interval]) -> list[Interval]:
    """Derive when one actor accepted a procedure by declaration, within the spans in which it was bound."""
    return _accepted(events, bound, _PROCEDURES)


def scope_intervals(events: list[Event], bound: list[Interval]) -> list[Interval]:
    """Derive which provisions one actor excluded, or accepted where it had the choice, while it was bound."""
    return [*_accepted(events, bound, _EXCLUSIONS), *_accepted(events, bound, _ACCEPTANCES)]


def territorial_intervals(
    events: list[Event], bound: list[Interval], existence: Mapping[str, Existence]
) -> list[Interval]:
    """Derive when an instrument was extended to a territory, within the spans in which its actor was bound."""
    spans = (_until_handed_over(span, existence) for span in _accepted(events, bound, _TERRITORIES))
    return [span for span in spans if span.until is None or span.start < span.until]


def _until_handed_over(span: Interval, existence: Mapping[str, Existence]) -> Interval:
    """End an extension when its territory ceased, became a State, or passed to another."""
    territory = existence.get(span.subject, Existence())
    changed = territory.start if territory.start > span.start else territory.until
    if not changed or (span.until is not None and span.until <= changed):
        return span
    return replace(span, until=changed, ended_by=None)


def _accepted(events: list[Event], bound: list[Interval], kind: _Kind) -> list[Interval]:
    opening = sorted((e for e in events if e.action == kind.opens and is_full(_start(e))), key=_start)
    closing = sorted((e for e in events if e.action == kind.closes and is_full(_start(e))), key=_start)
    found: list[Interval] = []
    for event in opening:
        for subject in kind.subjects(event):
            end = next((e for e in closing if _start(e) > _start(event) and subject in kind.subjects(e)), None)
            found += _within(bound, Interval(kind.name, *_of(event), _start(event), _end(end), event, end, subject))
    return _first_of_overlapping(found)


def _start(event: Event) -> str:
    return event.effect or event.date


def _end(event: Event | None) -> str | None:
    return _start(event) if event else None


def _of(event: Event) -> tuple[str, str]:
    return (event.instrument, event.party)


def _within(bound: list[Interval], span: Interval) -> list[Interval]:
    """Cut a span to those in which its actor was bound: a declaration made before starts with them."""
    found = []
    for outer in bound:
        start = max(span.start, outer.start)
        until = min(filter(None, (span.until, outer.until)), default=None)
        if until is None or start < until:
            ended_by = span.ended_by if until == span.until else outer.ended_by
            found.append(replace(span, start=start, until=until, ended_by=ended_by))
    return found


def _first_of_overlapping(spans: list[Interval]) -> list[Interval]:
    """Keep the first of the spans of one subject that overlap: a declaration repeated adds nothing."""
    kept: list[Interval] = []
    for span in sorted(spans, key=_order):
        last = next((k for k in reversed(kept) if k.subject == span.subject), None)
        if last is None or (last.until is not None and last.until <= span.start):
            kept.append(span)
    return kept
