"""Where a party stands towards an instrument on a date.

The rules are those of the model: positive facts stand on their own; that an actor is *not* bound is said only
where a source is complete up to the date asked about. Beyond it the answer is ``unknown``, with the last
status that was known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from iml_graph import reading
from iml_graph.dates import holds
from iml_graph.eligibility import Eligibility, eligibility, exists, next_step, organizations_of
from iml_graph.errors import UnknownNameError
from iml_graph.identifiers import fold_text
from iml_graph.records import (
    CONSENT,
    MULTILATERAL,
    NO_MEMBERS,
    SECONDARY_LAW,
    SIGNATURE,
    TERMINATION,
    Act,
    Belonging,
    Dispute,
    Exemption,
    History,
    Instrument,
    Members,
    Pair,
    Party,
    Release,
    Span,
)
from iml_graph.store import Store
from iml_graph.terms import NextStep, Status

BOUND, SIGNED, AS_MEMBER = "PartyInterval", "SignatoryInterval", "MemberBindingInterval"

_STAND_ALONE = frozenset({Status.PARTY, Status.BOUND_BY_INCORPORATION, Status.NOT_ELIGIBLE})
"""Statuses that need no complete source: recorded facts, and what is a rule of law."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The status of one party towards one instrument on one date, and everything it rests on.

    ``mode`` is the act by which the party consented (``accession`` …), ``deposited`` and ``in_force_from`` its
    dates, ``until`` the day on which the interval ends if one is on record. ``through`` is the instrument or
    organization, called ``through_name``, through which alone it is bound. ``last_known`` is the status on
    ``complete_as_of`` where ``status`` is unknown.
    """

    party: Party
    instrument: Instrument
    on: str
    status: Status
    last_known: Status | None
    mode: str | None
    signed: str | None
    deposited: str | None
    in_force_from: str | None
    until: str | None
    complete_as_of: str | None
    sources: tuple[str, ...]
    intervals: tuple[Span, ...]
    history: tuple[Act, ...]
    disputes: tuple[Dispute, ...]
    can: Eligibility
    through: str | None = None
    through_name: str | None = None
    exemptions: tuple[Exemption, ...] = ()

    @property
    def shut_out(self) -> bool:
        """Whether the party may not join, so far as is known, and nothing is recorded between the two."""
        refused = Status.NOT_ELIGIBLE in (self.status, self.last_known)
        return refused and not self.history and not self.intervals and not self.exemptions

    def scope(self, kind: str) -> tuple[Span, ...]:
        """Provisions that are ``excluded`` or ``accepted`` on the date."""
        return tuple(span for span in self.intervals if span.scope == kind and holds(span.start, span.until, self.on))


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


def recorded_status(history: History, on: str) -> Status | None:
    """Decide a status from the record alone; ``None`` where nothing is recorded up to the date."""
    bound = history.spans_of(BOUND)
    if any(holds(span.start, span.until, on) for span in bound):
        return Status.PARTY
    if not bound and any(_of_unknown_span(act, on) for act in history.of(CONSENT)):
        return Status.UNKNOWN
    if _pending(history, on):
        return Status.PARTY_NOT_IN_FORCE
    if any(span.until and span.until <= on for span in bound):
        return Status.FORMER_PARTY
    if any(holds(span.start, span.until, on) for span in history.spans_of(SIGNED)):
        return Status.SIGNATORY
    return None


def _of_unknown_span(act: Act, on: str) -> bool:
    """Tell whether a consent is on record without its day, or was withdrawn on a day that no source states."""
    undated = not act.deposited and not act.effective
    return undated or (act.bracketed and (act.deposited or "") <= on)


def _pending(history: History, on: str) -> Act | None:
    """Find a consent that was deposited and whose effect was still to come."""
    deposited = [act for act in history.of(CONSENT) if act.deposited and act.deposited <= on]
    return next((act for act in deposited if act.effective is None or act.effective > on), None)


def stand(
    party: Party,
    instrument: Instrument,
    history: History,
    on: str,
    standing: Mapping[str, Status],
    members: Members = NO_MEMBERS,
) -> Standing:
    """Decide the status of one party towards one treaty on one date.

    Args:
        party: the actor.
        instrument: with its ways to join and its coverage.
        history: what is recorded between the two.
        on: ISO date.
        standing: the actor's status towards the instruments that this one presupposes or that take in parts of it.
        members: who is a member of which organization.
    """
    complete = instrument.coverage.complete_as_of
    can = eligibility(party, instrument, on, standing, members)
    through = next((each for each in instrument.incorporated_by if standing.get(each) is Status.PARTY), None)
    known = recorded_status(history, on) or _without_record(party, can)
    known = Status.BOUND_BY_INCORPORATION if through and known in _NOT_BOUND else known
    certain = (known in _STAND_ALONE and can.certain) or (complete is not None and on <= complete)
    last_known = None if certain or known is Status.UNKNOWN else known
    consent = _latest(history.of(CONSENT), on)
    current = _current_span(history, on)
    gone = _latest(history.of(TERMINATION), on) if known is Status.FORMER_PARTY else None
    return Standing(
        party=party,
        instrument=instrument,
        on=on,
        status=known if certain else Status.UNKNOWN,
        last_known=last_known,
        mode=consent.action if consent else None,
        signed=_first_date(history.of(SIGNATURE), on),
        deposited=consent.deposited if consent else None,
        in_force_from=current.start if current else (consent.effective if consent else None),
        until=current.until if current else (gone.effective if gone else None),
        complete_as_of=complete,
        sources=_sources(history, instrument),
        intervals=history.spans,
        history=history.acts,
        disputes=history.disputes,
        can=can,
        through=through if known is Status.BOUND_BY_INCORPORATION else None,
    )


_NOT_BOUND = frozenset({Status.SIGNATORY, Status.FORMER_PARTY, Status.ELIGIBLE_NO_ACTION, Status.NOT_ELIGIBLE})
"""Statuses of one that is not bound by an instrument, though it may be by parts of it that another takes in."""


def stand_as_member(party: Party, act: Instrument, history: History, on: str, members: Members) -> Standing:
    """Decide the status of one actor towards an act that binds the members of an organization, on one date."""
    spans = history.spans_of(AS_MEMBER)
    current = next((span for span in reversed(spans) if span.start <= on), None)
    belonging = members.belonging(party.code, act.binds_members_of or "", on)
    known = _status_as_member(party, act, spans, on, belonging)
    certain = known is not Status.NOT_ELIGIBLE or belonging.certain
    return Standing(
        party=party,
        instrument=act,
        on=on,
        status=known if certain else Status.UNKNOWN,
        last_known=None if certain else known,
        mode=None,
        signed=None,
        deposited=None,
        in_force_from=current.start if current else None,
        until=current.until if current else None,
        complete_as_of=act.coverage.complete_as_of,
        sources=act.coverage.sources,
        intervals=spans,
        history=(),
        disputes=(),
        can=Eligibility(None),  # nobody joins it
        through=act.binds_members_of if known in _AS_MEMBER else None,
        through_name=next((span.label for span in spans), None),
        exemptions=history.exemptions,
    )


_AS_MEMBER = frozenset({Status.BOUND_THROUGH_ORGANIZATION, Status.NOT_YET_APPLICABLE, Status.FORMER_PARTY})


def _status_as_member(party: Party, act: Instrument, spans: tuple[Span, ...], on: str, belonging: Belonging) -> Status:
    if any(holds(span.start, span.until, on) for span in spans):
        return Status.BOUND_THROUGH_ORGANIZATION
    if any(on < span.start for span in spans) and belonging.member is not False:
        return Status.NOT_YET_APPLICABLE
    if any(span.until and span.until <= on for span in spans):
        return Status.FORMER_PARTY
    if belonging.member and (act.in_force or "9999") <= on:
        return Status.EXCEPTED
    if belonging.member is False or party.kind in ("Territory", "RegionalIntegrationOrganization"):
        return Status.NOT_ELIGIBLE
    return Status.UNKNOWN


def _without_record(party: Party, can: Eligibility) -> Status:
    """Read the silence of the record; of a former State it says nothing, for depositaries list its successors."""
    if can.eligible is None or party.exists_until:
        return Status.UNKNOWN
    if can.by_invitation:
        return Status.BY_INVITATION
    closed = can.eligible and next_step(Status.ELIGIBLE_NO_ACTION, can) is NextStep.NONE_OPEN
    return Status.ELIGIBLE_NO_ACTION if can.eligible and not closed else Status.NOT_ELIGIBLE


def _uncovered(instrument: Instrument) -> Status | None:
    """Read the silence of the record on an instrument for which no source was ever complete."""
    return None if instrument.coverage.complete_as_of else Status.UNKNOWN


def _latest(acts: tuple[Act, ...], on: str) -> Act | None:
    """Pick the last act done, or in effect, by a day: a succession has effect before it is deposited."""
    done = [act for act in acts if min(act.deposited or "9999", act.effective or "9999") <= on]
    return done[-1] if done else None


def _first_date(acts: tuple[Act, ...], on: str) -> str | None:
    return next((act.deposited for act in acts if act.deposited and act.deposited <= on), None)


def _current_span(history: History, on: str) -> Span | None:
    """Find the interval that holds the day, else the last one that ended before it."""
    begun = [span for span in history.spans_of(BOUND) if span.start <= on]
    return begun[-1] if begun else None


def _sources(history: History, instrument: Instrument) -> tuple[str, ...]:
    """Name the sources of the record, those that cover the instrument first; with no record, those silent on it."""
    covering = instrument.coverage.sources
    stated = dict.fromkeys(evidence.source for act in history.acts for evidence in act.evidence)
    return tuple(sorted(stated, key=lambda source: source not in covering)) or covering


def stand_all(
    party: Party,
    instruments: Mapping[str, Instrument],
    histories: Mapping[Pair, History],
    on: str,
    members: Members = NO_MEMBERS,
) -> Iterator[Standing]:
    """Yield the standings of one party towards all treaties and acts of organizations that were adopted by the date.

    Treaties between two States bind those that made them, and soft law nobody: neither is something to join.
    """
    nothing = History()
    own = {key: histories.get((party.code, key), nothing) for key in instruments}
    standing = _Prior(party, instruments, own, on, members)
    for key, instrument in instruments.items():
        if instrument.adopted > on:
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
        if recorded := recorded_status(self.own[name], self.on):
            return recorded
        if name not in above:
            can = eligibility(self.party, instrument, self.on, self.towards(instrument, above), self.members)
            if can.eligible is False and not can.by_invitation:
                return Status.NOT_ELIGIBLE
        return _uncovered(instrument)


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
