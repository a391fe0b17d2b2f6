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
_CONSENT_OF_SIGNATORY = {
    "formal-confirmation": NextStep.CONFIRM_FORMALLY,
    "ratification": NextStep.RATIFY,
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
    modes = frozenset(way.mode for way in instrument.ways if _admits(way, mine, on, instrument.parents, standing))
    by_invitation = any(way.open_to == "invited-states" for way in instrument.ways)
    if not modes:
        waits = party.kind == "State" and any(way.open_to in _OF_PARENT for way in instrument.ways)
        missing = _missing(instrument, standing) if waits and mine else ()
        return Eligibility(True if missing else (None if by_invitation and mine else False), missing=missing)
    return Eligibility(True, modes, _missing(instrument, standing))


def _admits(way: Way, mine: frozenset[str], on: str, parents: tuple[str, ...], standing: Mapping[str, Status]) -> bool:
    in_window = (way.opens or "") <= on and (not way.closes or on <= way.closes)
    if way.open_to in _OF_PARENT:
        joined = all(standing.get(parent) in _OF_PARENT[way.open_to] for parent in parents)
        return in_window and bool(mine) and joined
    return in_window and way.open_to in mine


def _missing(instrument: Instrument, standing: Mapping[str, Status]) -> tuple[str, ...]:
    bound = _OF_PARENT["parties-to-parent"]
    return tuple(parent for parent in instrument.parents if standing.get(parent) not in bound)


def next_step(status: Status, can: Eligibility) -> NextStep:
    """Tell which legal step is open to an actor that has a status towards an instrument."""
    if status is Status.PARTY_NOT_IN_FORCE:
        return NextStep.AWAIT_ENTRY_INTO_FORCE
    if can.eligible is None:
        return NextStep.CHECK_DEPOSITARY
    if can.missing and status is not Status.SIGNATORY:
        return NextStep.JOIN_PARENT_FIRST
    if status is Status.SIGNATORY:
        return next((step for mode, step in _CONSENT_OF_SIGNATORY.items() if mode in can.modes), NextStep.NONE_OPEN)
    return _step_without_signature(status, can.modes)


def _step_without_signature(status: Status, modes: frozenset[str]) -> NextStep:
    if "accession" in modes:
        if status is Status.FORMER_PARTY:
            return NextStep.ACCEDE_AGAIN
        return NextStep.SIGN_OR_ACCEDE if "signature" in modes else NextStep.ACCEDE
    if "signature" in modes:
        return NextStep.SIGN_AND_RATIFY
    return NextStep.NONE_OPEN
