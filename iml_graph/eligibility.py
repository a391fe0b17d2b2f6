"""Who may join an instrument, and which legal step is open next.

The rules are those of each instrument's own final provisions, held as ways to join (a class of actors, an
act, a window). Vienna Convention on the Law of Treaties, arts 11 to 16, gives the forms of consent.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from iml_graph.records import Instrument, Party, Way
from iml_graph.terms import NextStep, Status

_OF_PARENT = {
    "parties-to-parent": frozenset({Status.PARTY, Status.PARTY_NOT_IN_FORCE}),
    "signatories-to-parent": frozenset({Status.SIGNATORY, Status.PARTY, Status.PARTY_NOT_IN_FORCE}),
    "parties-or-signatories-to-parent": frozenset({Status.SIGNATORY, Status.PARTY, Status.PARTY_NOT_IN_FORCE}),
}
_ASSOCIATED_STATES = frozenset({"COK", "NIU"})
_NOT_ON_RECORD = frozenset({"invited-states", "un-members-and-agencies"})
"""Classes of which a State outside the United Nations may be one, without the graph knowing."""

_CONSENT_OF_SIGNATORY = {
    "ratification": NextStep.RATIFY,
    "formal-confirmation": NextStep.CONFIRM_FORMALLY,
    "acceptance": NextStep.ACCEPT_OR_APPROVE,
    "approval": NextStep.ACCEPT_OR_APPROVE,
}


@dataclass(frozen=True, slots=True)
class Eligibility:
    """Whether an actor may join on a day (``None``: not known), by which acts, and what must come first.

    ``missing`` names the instruments that it must join before this one.
    """

    eligible: bool | None
    modes: frozenset[str] = frozenset()
    missing: tuple[str, ...] = ()


def classes_of(party: Party, on: str) -> frozenset[str]:
    """Tell to which classes of participants an actor belongs on a day."""
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


def eligibility(party: Party, instrument: Instrument, on: str, standing: Mapping[str, Status]) -> Eligibility:
    """Tell whether and how an actor may join an instrument on a day.

    Args:
        party: the actor.
        instrument: with its ways to join.
        on: ISO date.
        standing: the actor's status towards the instruments that this one presupposes.
    """
    if party.kind == "OtherParticipant" or not instrument.ways:
        return Eligibility(None)  # the depositary's practice towards it is not on record
    mine = classes_of(party, on)
    ways = [way for way in instrument.ways if _in_window(way, on)]
    modes = frozenset(way.mode for way in ways if _admits(way, mine, standing)) - _barred(party)
    missing = _missing(instrument, standing)
    if modes:
        return Eligibility(True, modes, missing)
    if "all-states" not in mine:
        return Eligibility(False)
    gates = tuple(sorted({gate for way in ways if way.open_to in _OF_PARENT for gate in way.gates}))
    not_on_record = any(way.open_to in _NOT_ON_RECORD for way in ways)
    if not_on_record or any(standing.get(gate) is Status.UNKNOWN for gate in gates):
        return Eligibility(None)
    return Eligibility(True, missing=missing or gates) if gates else Eligibility(False)


def _barred(party: Party) -> frozenset[str]:
    """Name the acts that are for the other kind: States ratify, organizations confirm formally."""
    organization = party.kind == "RegionalIntegrationOrganization"
    return frozenset({"ratification"} if organization else {"formal-confirmation"})


def _in_window(way: Way, on: str) -> bool:
    return (way.opens or "") <= on and (not way.closes or on <= way.closes)


def _admits(way: Way, mine: frozenset[str], standing: Mapping[str, Status]) -> bool:
    if way.open_to in _OF_PARENT:
        return bool(mine) and any(standing.get(gate) in _OF_PARENT[way.open_to] for gate in way.gates)
    return way.open_to in mine


def _missing(instrument: Instrument, standing: Mapping[str, Status]) -> tuple[str, ...]:
    bound = _OF_PARENT["parties-to-parent"]
    return tuple(parent for parent in instrument.parents if standing.get(parent) not in bound)


def next_step(status: Status, can: Eligibility) -> NextStep:
    """Tell which legal step is open to an actor that has a status towards an instrument."""
    if status is Status.PARTY_NOT_IN_FORCE:
        return NextStep.AWAIT_ENTRY_INTO_FORCE
    if can.eligible and status is Status.UNKNOWN:
        return NextStep.CHECK_DEPOSITARY  # a consent is on record, but not its day: it may be bound already
    if can.eligible is None:
        # Who could sign could join, even where the graph does not know by which membership or invitation.
        return NextStep.RATIFY if status is Status.SIGNATORY else NextStep.CHECK_DEPOSITARY
    if can.missing:
        return NextStep.JOIN_PARENT_FIRST
    if status is Status.SIGNATORY:
        return next((step for mode, step in _CONSENT_OF_SIGNATORY.items() if mode in can.modes), NextStep.NONE_OPEN)
    return _step_without_signature(status, can.modes)


def _step_without_signature(status: Status, modes: frozenset[str]) -> NextStep:
    if "accession" in modes:
        if status is Status.FORMER_PARTY:
            return NextStep.ACCEDE_AGAIN
        if "signature" not in modes:
            return NextStep.ACCEDE
        return NextStep.SIGN_CONFIRM_OR_ACCEDE if "formal-confirmation" in modes else NextStep.SIGN_OR_ACCEDE
    if "signature" in modes:
        return NextStep.SIGN_AND_RATIFY
    return NextStep.NONE_OPEN
