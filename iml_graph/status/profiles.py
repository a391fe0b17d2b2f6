"""All standings of one party, or towards one instrument, on a date."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from iml_graph import reading
from iml_graph.eligibility import eligibility, exists, organizations_of
from iml_graph.errors import UnknownNameError
from iml_graph.identifiers import fold_text
from iml_graph.records import (
    MULTILATERAL,
    NO_MEMBERS,
    SECONDARY_LAW,
    History,
    Instrument,
    Members,
    Pair,
    Party,
    Release,
)
from iml_graph.status.standing import Standing, recorded_status, stand, stand_as_member
from iml_graph.store import Store
from iml_graph.terms import Status


@dataclass(frozen=True, slots=True)
class PartyProfile:
    """All standings of one party on one date, ordered by branch of law and adoption."""

    party: Party
    on: str
    release: Release
    standings: tuple[Standing, ...]

    def counts(self) -> dict[str, int]:
        """Number of instruments of each status, every status named."""
        return _counts(self.standings)


@dataclass(frozen=True, slots=True)
class InstrumentProfile:
    """All standings towards one instrument on one date, ordered by the names of the parties."""

    instrument: Instrument
    on: str
    release: Release
    standings: tuple[Standing, ...]

    @property
    def adopted(self) -> bool:
        """Whether the instrument had been adopted on the date."""
        return self.instrument.adopted <= self.on

    @property
    def in_force(self) -> bool:
        """Whether the instrument was in force on the date."""
        return bool(self.instrument.in_force) and str(self.instrument.in_force) <= self.on

    def counts(self) -> dict[str, int]:
        """Number of actors of each status, every status named."""
        return _counts(self.standings)

    def of(self, *statuses: Status) -> tuple[Standing, ...]:
        """Standings of some statuses, in order."""
        return tuple(standing for standing in self.standings if standing.status in statuses)


def _counts(standings: tuple[Standing, ...]) -> dict[str, int]:
    return {status.value: sum(standing.status is status for standing in standings) for status in Status}


def stand_all(
    party: Party,
    instruments: Mapping[str, Instrument],
    histories: Mapping[Pair, History],
    on: str,
    members: Members = NO_MEMBERS,
    only: Collection[str] | None = None,
) -> Iterator[Standing]:
    """Yield the standings of one party towards all treaties and acts of organizations that were adopted by the date.

    Treaties between two States bind those that made them, and soft law nobody: neither is something to join. ``only``
    names the instruments to yield; the others still count for what presupposes them.
    """
    nothing = History()
    own = {key: histories.get((party.code, key), nothing) for key in instruments}
    standing = _Prior(party, instruments, own, on, members)
    for key, instrument in instruments.items():
        if instrument.adopted > on or (only is not None and key not in only):
            continue
        if instrument.nature == SECONDARY_LAW:
            yield stand_as_member(party, instrument, own[key], on, members)
        elif instrument.joinable:
            found = stand(party, instrument, own[key], on, standing.towards(instrument), members)
            yield replace(found, through_name=instruments[found.through].name) if found.through else found


@dataclass(frozen=True, slots=True)
class _Prior:
    """The status of one party towards the instruments that others presuppose."""

    party: Party
    instruments: Mapping[str, Instrument]
    own: Mapping[str, History]
    on: str
    members: Members

    def towards(self, instrument: Instrument, above: frozenset[str] = frozenset()) -> dict[str, Status]:
        """Return its status, where one is known, towards all that an instrument looks at.

        ``above`` names those that look at it in turn: some instruments wait for each other.
        """
        above |= {instrument.identifier}
        found = {name: self._of(name, above) for name in presupposed(instrument) if name in self.instruments}
        return {name: status for name, status in found.items() if status}

    def _of(self, name: str, above: frozenset[str]) -> Status | None:
        instrument = self.instruments[name]
        if recorded := recorded_status(self.own[name], self.on, instrument.in_force):
            return recorded
        if name not in above:
            can = eligibility(self.party, instrument, self.on, self.towards(instrument, above), self.members)
            if can.eligible is False and not can.by_invitation:
                return Status.NOT_ELIGIBLE
        return _uncovered(instrument)


def _uncovered(instrument: Instrument) -> Status | None:
    """Read the silence of the record on an instrument for which no source was ever complete."""
    return None if instrument.coverage.complete_as_of else Status.UNKNOWN


def presupposed(instrument: Instrument) -> tuple[str, ...]:
    """Name the instruments that count for who may join this one, and those that take in provisions of it."""
    gates = (gate for way in instrument.ways for gate in way.gates)
    return tuple(dict.fromkeys((*instrument.parents, *gates, *instrument.incorporated_by)))


def party_profile(store: Store, code: str, on: str, lang: str) -> PartyProfile:
    """Read where one party stands towards every treaty and act of an organization on a date.

    Args:
        store: the graph.
        code: of the party.
        on: ISO date.
        lang: language of labels.

    Raises:
        UnknownNameError: no party has the code.
    """
    parties = reading.read_parties(store, lang, code)
    if code not in parties:
        raise UnknownNameError("party", code)
    histories = reading.read_histories(store, lang, party=code)
    members = reading.read_members(store, party=code)
    instruments = reading.read_instruments(store, lang, sorted(MULTILATERAL | {SECONDARY_LAW}))
    standings = stand_all(parties[code], instruments, histories, on, members)
    return PartyProfile(parties[code], on, reading.read_release(store), tuple(standings))


def instrument_profile(store: Store, identifier: str, on: str, lang: str) -> InstrumentProfile:
    """Read where every actor stands towards one instrument on a date.

    Raises:
        UnknownNameError: no instrument has the identifier.
    """
    instruments = reading.read_instruments(store, lang)
    if identifier not in instruments:
        raise UnknownNameError("instrument", identifier)
    instrument = instruments[identifier]
    needed = {name: instruments[name] for name in _closure(identifier, instruments)}
    read = (reading.read_histories(store, lang, instrument=name) for name in needed)
    histories = dict(chain.from_iterable(found.items() for found in read))
    asked = sorted({name for each in needed.values() for name in organizations_of(each)})
    members = reading.read_members(store, organizations=asked) if asked else NO_MEMBERS
    parties = sorted(reading.read_parties(store, lang).values(), key=lambda party: (fold_text(party.label), party.code))
    standings = [
        standing
        for party in parties
        if _takes_part(party, (party.code, identifier) in histories, on)
        for standing in stand_all(party, needed, histories, on, members)
        if standing.instrument.identifier == identifier
    ]
    return InstrumentProfile(instrument, on, reading.read_release(store), tuple(standings))


def _closure(identifier: str, instruments: Mapping[str, Instrument]) -> list[str]:
    """Name an instrument and all that it presupposes, step by step."""
    found = [identifier]
    for name in found:  # grows as it goes
        found += [each for each in presupposed(instruments[name]) if each in instruments and each not in found]
    return found


def _takes_part(party: Party, recorded: bool, on: str) -> bool:
    """Tell whether an actor belongs in the list of an instrument: it existed, or something is recorded of it."""
    if party.kind == "Territory":
        return recorded
    return recorded if party.exists_until and party.exists_until <= on else exists(party, on) or recorded
