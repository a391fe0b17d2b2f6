"""Who may join an instrument, and which legal step is open next.

The rules are those of each instrument's own final provisions, held as ways to join (a class of actors, an
act, a window). Vienna Convention on the Law of Treaties, arts 11 to 16, gives the forms of consent.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from iml_graph.records import NO_MEMBERS, Belonging, Instrument, Members, Party, Way
from iml_graph.terms import NextStep, ParticipationClass, Status

_OF_PARENT = {
    "parties-to-parent": frozenset({Status.PARTY, Status.PARTY_NOT_IN_FORCE}),
    "signatories-to-parent": frozenset({Status.SIGNATORY, Status.PARTY, Status.PARTY_NOT_IN_FORCE}),
    "parties-or-signatories-to-parent": frozenset({Status.SIGNATORY, Status.PARTY, Status.PARTY_NOT_IN_FORCE}),
}
_ASSOCIATED_STATES = frozenset({"COK", "NIU"})
"""Self-governing States in free association (UN Convention on the Law of the Sea, art. 305): no membership says it."""

AGENCIES = ("icao", "ilo", "imo", "unesco", "who")
"""Specialized agencies (Charter of the United Nations, art. 57) whose members the graph has; there are others, so that
being a member of none of these proves nothing."""

_CONSENT_OF_SIGNATORY = {
    "ratification": NextStep.RATIFY,
    "formal-confirmation": NextStep.CONFIRM_FORMALLY,
    "acceptance": NextStep.ACCEPT_OR_APPROVE,
    "approval": NextStep.ACCEPT_OR_APPROVE,
    "consent": NextStep.CHECK_DEPOSITARY,  # the clause does not say by which act
}


@dataclass(frozen=True, slots=True)
class Eligibility:
    """Whether an actor may join on a day (``None``: not known), by which acts, and what must come first.

    ``missing`` names the instruments that it must join before this one. ``certain`` is false where a refusal rests on
    a membership that was last completely known before the day. ``by_invitation``: only if it is invited, and
    invitations are not on record. ``direct``: no signature comes before ratification (as under the ILO Constitution).
    ``advised`` is false where to join is no advice: nothing shows that the actor is one of the members to whom alone
    the instrument is open, or it is already a member of the organization that the instrument creates.
    """

    eligible: bool | None
    modes: frozenset[str] = frozenset()
    missing: tuple[str, ...] = ()
    certain: bool = True
    by_invitation: bool = False
    direct: bool = False
    advised: bool = True


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An actor on a day, with all that a way to join can ask of it."""

    party: Party
    on: str
    classes: frozenset[str]
    standing: Mapping[str, Status]
    members: Members

    def belonging(self, organizations: Iterable[str]) -> Belonging:
        """Tell whether it is a member of any of some organizations."""
        found = [self.members.belonging(self.party.code, each, self.on) for each in organizations]
        if any(each.member for each in found):
            return Belonging(True)
        if not found or any(each.member is None for each in found):
            return Belonging(None)
        return Belonging(False, all(each.certain for each in found))

    def meets(self, way: Way) -> Belonging:
        """Tell whether it is one of those to whom a way is open."""
        if way.open_to == ParticipationClass.NAMED_STATES:
            return Belonging(self.party.code in way.named)
        if way.open_to in self.classes:
            return Belonging(True)
        if way.open_to in _OF_PARENT:
            reached = any(self.standing.get(gate) in _OF_PARENT[way.open_to] for gate in way.gates)
            return Belonging(bool(self.classes) and reached)
        if "all-states" not in self.classes:
            return Belonging(False)
        if way.open_to == ParticipationClass.MEMBERS_OF_ORGANIZATION:
            return self.belonging(way.organizations)
        if way.open_to == ParticipationClass.UN_MEMBERS_AND_AGENCIES:
            return Belonging(self.belonging(AGENCIES).member or None)
        return Belonging(False)


def classes_of(party: Party, on: str) -> frozenset[str]:
    """Tell to which classes of participants an actor belongs on a day, whatever organizations it is a member of."""
    if party.kind == "RegionalIntegrationOrganization":
        return frozenset({"regional-integration-organizations", "international-organizations"})
    if party.kind != "State" or not exists(party, on):
        return frozenset()
    found = {"all-states"}
    if party.un_member and party.un_member <= on:
        found |= {"un-members", "un-members-and-agencies"}
    if party.code in _ASSOCIATED_STATES:
        found.add("self-governing-associated-states")
    return frozenset(found)


def exists(party: Party, on: str) -> bool:
    """Tell whether an actor existed on a day, so far as its dates are known."""
    return (party.exists_from or "") <= on and (not party.exists_until or on < party.exists_until)


def eligibility(
    party: Party, instrument: Instrument, on: str, standing: Mapping[str, Status], members: Members = NO_MEMBERS
) -> Eligibility:
    """Tell whether and how an actor may join an instrument on a day.

    Args:
        party: the actor.
        instrument: with its ways to join.
        on: ISO date.
        standing: the actor's status towards the instruments that this one presupposes.
        members: who is a member of which organization.
    """
    if party.kind == "OtherParticipant" or not instrument.ways:
        return Eligibility(None)  # the depositary's practice towards it is not on record
    candidate = _Candidate(party, on, classes_of(party, on), standing, members)
    if instrument.constitutes and candidate.belonging(instrument.constitutes).member:
        return Eligibility(None, advised=False)
    ways = [(way, candidate.meets(way)) for way in instrument.ways if _in_window(way, on)]
    modes = frozenset(way.mode for way, meets in ways if meets.member) - _barred(party)
    missing = _missing(instrument, standing)
    if any(standing.get(parent) is Status.NOT_ELIGIBLE for parent in missing):
        return Eligibility(False)
    if modes:
        direct = not any(way.mode == "signature" for way in instrument.ways)
        return Eligibility(True, modes, missing, direct=direct)
    if "all-states" not in candidate.classes:
        return Eligibility(False)
    gates = tuple(sorted({gate for way, _ in ways if way.open_to in _OF_PARENT for gate in way.gates}))
    gates = tuple(gate for gate in gates if standing.get(gate) is not Status.NOT_ELIGIBLE)
    undecided = {way.open_to for way, meets in ways if meets.member is None}
    if undecided or any(standing.get(gate) is Status.UNKNOWN for gate in gates):
        return Eligibility(None, advised=undecided != {ParticipationClass.MEMBERS_OF_ORGANIZATION})
    if gates:
        return Eligibility(True, missing=missing or gates)
    if any(way.open_to == ParticipationClass.INVITED_STATES for way, _ in ways):
        return Eligibility(False, by_invitation=True)
    return Eligibility(False, certain=all(meets.certain for _, meets in ways))


def organizations_of(instrument: Instrument) -> set[str]:
    """Name the organizations whose members count for who may join an instrument or is bound by it."""
    found = {name for way in instrument.ways for name in way.organizations}
    if any(way.open_to == ParticipationClass.UN_MEMBERS_AND_AGENCIES for way in instrument.ways):
        found |= {*AGENCIES}
    return found | {*instrument.constitutes} | ({instrument.binds_members_of} if instrument.binds_members_of else set())


def _barred(party: Party) -> frozenset[str]:
    """Name the acts that are for the other kind: States ratify, organizations confirm formally."""
    organization = party.kind == "RegionalIntegrationOrganization"
    return frozenset({"ratification"} if organization else {"formal-confirmation"})


def _in_window(way: Way, on: str) -> bool:
    return (way.opens or "") <= on and (not way.closes or on <= way.closes)


def _missing(instrument: Instrument, standing: Mapping[str, Status]) -> tuple[str, ...]:
    bound = _OF_PARENT["parties-to-parent"]
    return tuple(parent for parent in instrument.parents if standing.get(parent) not in bound)


def next_step(status: Status, can: Eligibility) -> NextStep:
    """Tell which legal step is open to an actor that has a status towards an instrument."""
    if status is Status.PARTY_NOT_IN_FORCE:
        return NextStep.AWAIT_ENTRY_INTO_FORCE
    if can.eligible and status is Status.UNKNOWN:
        return NextStep.CHECK_DEPOSITARY  # a consent is on record, but not its day: it may be bound already
    if can.eligible is None or can.by_invitation:
        # Who could sign could join, even where the graph does not know by which membership or invitation.
        uninvited = can.by_invitation and status is not Status.UNKNOWN
        step = NextStep.SEEK_INVITATION if uninvited else NextStep.CHECK_DEPOSITARY
        return NextStep.RATIFY if status is Status.SIGNATORY else step
    if can.missing:
        return NextStep.JOIN_PARENT_FIRST
    if status is Status.SIGNATORY:
        return _consent(can.modes) or NextStep.NONE_OPEN
    return _step_without_signature(status, can)


def _consent(modes: frozenset[str]) -> NextStep | None:
    """Tell how one that needs no further signature consents to be bound."""
    return next((step for mode, step in _CONSENT_OF_SIGNATORY.items() if mode in modes), None)


def _step_without_signature(status: Status, can: Eligibility) -> NextStep:
    modes = can.modes
    if "accession" in modes:
        if status is Status.FORMER_PARTY:
            return NextStep.ACCEDE_AGAIN
        if "signature" not in modes:
            return NextStep.ACCEDE
        return NextStep.SIGN_CONFIRM_OR_ACCEDE if "formal-confirmation" in modes else NextStep.SIGN_OR_ACCEDE
    if "signature" in modes:
        return NextStep.SIGN_AND_RATIFY
    if "definitive-signature" in modes:
        return NextStep.SIGN
    return (_consent(modes) if can.direct else None) or NextStep.NONE_OPEN
