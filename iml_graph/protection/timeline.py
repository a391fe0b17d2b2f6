"""From which day on which bearing holds between a party and each instrument: reckoned once for all days.

What a standing comes to can change only on a day that the record of the party, or the clauses of the instrument and of
those that it presupposes, name: between two such days it stays the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from iml_graph.dates import day_after, first_day, is_full
from iml_graph.eligibility import organizations_of
from iml_graph.protection.dossier import Dossier
from iml_graph.protection.position import Bearing, bearing
from iml_graph.records import MULTILATERAL, SECONDARY_LAW, History, Instrument, Members, Party
from iml_graph.status.profiles import presupposed

Timeline = tuple[tuple[str, Bearing], ...]
"""Bearings, each with the first day (ISO) on which it holds, in order; before the first there is none."""

_JOINED = MULTILATERAL | {SECONDARY_LAW}


def timelines(dossier: Dossier, instruments: Mapping[str, Instrument]) -> dict[str, Timeline]:
    """Reckon the bearings of a party for all days, in the order of the instruments."""
    asked = _days(dossier, instruments)
    found: dict[str, list[tuple[str, Bearing]]] = {name: [] for name in instruments}
    for day in sorted(asked):
        for standing in dossier.standings(instruments, day, asked[day]):
            own, now = found[standing.instrument.identifier], bearing(standing)
            if not own or own[-1][1] != now:
                own.append((day, now))
    return {name: tuple(own) for name, own in found.items() if own}


def _days(dossier: Dossier, instruments: Mapping[str, Instrument]) -> dict[str, set[str]]:
    """Name the days on which the standing towards an instrument can change, each with these instruments."""
    own = {name: _days_of(dossier, each) for name, each in instruments.items()}
    of_party = _full(_of_party(dossier.party))
    found: dict[str, set[str]] = defaultdict(set)
    for name, instrument in instruments.items():
        if instrument.nature in _JOINED:
            days = of_party.union(*(own[each] for each in closure(name, instruments)))
            for day in (instrument.adopted, *(each for each in days if each > instrument.adopted)):
                found[day].add(name)
    return found


def closure(name: str, instruments: Mapping[str, Instrument]) -> tuple[str, ...]:
    """Name an instrument and all that it presupposes, step by step."""
    found = [name]
    for each in found:  # grows as it goes
        found += [other for other in presupposed(instruments[each]) if other in instruments and other not in found]
    return tuple(found)


def _days_of(dossier: Dossier, instrument: Instrument) -> set[str]:
    """Name the days that the record between a party and one instrument, or that instrument itself, gives."""
    history = dossier.histories.get((dossier.party.code, instrument.identifier))
    found = set(_of_instrument(instrument)) | set(_of_history(history) if history else ())
    for organization in organizations_of(instrument):
        found |= set(_of_membership(dossier.members, dossier.party.code, organization))
    return _full(found)


def _full(days: Iterable[str | None]) -> set[str]:
    """Drop what is missing; of a date cut to its month or year take the first day, as comparisons of texts do."""
    return {first_day(day) for day in days if day}


def _of_party(party: Party) -> Iterator[str | None]:
    yield from (party.exists_from, party.exists_until, party.un_member)


def _of_instrument(instrument: Instrument) -> Iterator[str | None]:
    yield from (instrument.adopted, instrument.in_force, instrument.ended, instrument.applies_from)
    yield _next(instrument.coverage.complete_as_of)
    for way in instrument.ways:
        yield from (way.opens, _next(way.closes))


def _of_history(history: History) -> Iterator[str | None]:
    for act in history.acts:
        yield from (act.deposited, act.effective)
    for span in history.spans:
        yield from (span.start, span.until)
    for exemption in history.exemptions:
        yield from (exemption.start, exemption.until)


def _of_membership(members: Members, code: str, organization: str) -> Iterator[str | None]:
    yield _next(members.complete.get(organization))
    for span in members.spans.get((code, organization), ()):
        yield from (span.start, span.until, span.possibly_from, span.possibly_until)


def _next(day: str | None) -> str | None:
    """Return the day after one that counts itself."""
    return day_after(day) if day and is_full(day) else day
