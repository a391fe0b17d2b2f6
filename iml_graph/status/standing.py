"""Where a party stands towards an instrument on a date.

The rules are those of the model: positive facts stand on their own; that an actor is *not* bound is said only
where a source is complete up to the date asked about. Beyond it the answer is ``unknown``, with the last
status that was known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from iml_graph.dates import holds
from iml_graph.eligibility import Eligibility, eligibility, next_step
from iml_graph.records import (
    CONSENT,
    NO_MEMBERS,
    SIGNATURE,
    TERMINATION,
    Act,
    Belonging,
    Dispute,
    Exemption,
    History,
    Instrument,
    Members,
    Party,
    Span,
)
from iml_graph.terms import NextStep, Status

BOUND, SIGNED, AS_MEMBER = "PartyInterval", "SignatoryInterval", "MemberBindingInterval"

_STAND_ALONE = frozenset({Status.PARTY, Status.BOUND_BY_INCORPORATION})
"""Statuses that need no complete source, for they are recorded facts."""


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


def recorded_status(history: History, on: str, in_force: str | None = None) -> Status | None:
    """Decide a status from the record alone; ``None`` where nothing is recorded up to the date.

    Args:
        history: what is recorded between a party and an instrument.
        on: ISO date.
        in_force: the day on which the instrument itself entered into force; where it has, a consent whose effect no
            source and no clause tells may have taken effect.
    """
    bound = history.spans_of(BOUND)
    if any(holds(span.start, span.until, on) for span in bound):
        return Status.PARTY
    if not bound and any(_of_unknown_span(act, on) for act in history.of(CONSENT)):
        return Status.UNKNOWN
    if pending := _pending(history, on):
        reckoned = pending.effective or not in_force or on < in_force
        return Status.PARTY_NOT_IN_FORCE if reckoned else Status.UNKNOWN
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
    known = recorded_status(history, on, instrument.in_force) or _without_record(party, can)
    known = Status.BOUND_BY_INCORPORATION if through and known in _NOT_BOUND else known
    certain = _is_certain(known, can, complete is not None and on <= complete)
    consent = _latest(history.of(CONSENT), on)
    current = _current_span(history, on)
    gone = _latest(history.of(TERMINATION), on) if known is Status.FORMER_PARTY else None
    return Standing(
        party=party,
        instrument=instrument,
        on=on,
        status=known if certain else Status.UNKNOWN,
        last_known=None if certain else _last_known(known, complete),
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


def _is_certain(known: Status, can: Eligibility, covered: bool) -> bool:
    """Tell whether a status stands: as a recorded fact, as a rule of law, or within what a complete source covers."""
    return can.certain if known is Status.NOT_ELIGIBLE else known in _STAND_ALONE or covered


def _last_known(known: Status, complete: str | None) -> Status | None:
    """Tell what was known last; where no source was ever complete, that nothing is recorded tells nothing."""
    silent = known is Status.ELIGIBLE_NO_ACTION and complete is None
    return None if silent or known is Status.UNKNOWN else known


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


_AS_MEMBER = frozenset({Status.BOUND_THROUGH_ORGANIZATION, Status.NOT_YET_APPLICABLE, Status.NO_LONGER_BOUND})


def _status_as_member(party: Party, act: Instrument, spans: tuple[Span, ...], on: str, belonging: Belonging) -> Status:
    if any(holds(span.start, span.until, on) for span in spans):
        return Status.BOUND_THROUGH_ORGANIZATION
    if any(on < span.start for span in spans) and belonging.member is not False:
        return Status.NOT_YET_APPLICABLE
    if any(span.until and span.until <= on for span in spans):
        return Status.NO_LONGER_BOUND
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
