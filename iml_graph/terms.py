"""Concepts that Python code names, by their identifiers in ``ontology/vocabularies``.

Each enumeration has the concepts of one scheme, no more and no fewer; labels come from the graph.
"""

from __future__ import annotations

from enum import StrEnum

from iml_graph.namespaces import concept


class ActionType(StrEnum):
    """What an actor can do with respect to an instrument."""

    ACCEPTANCE = "acceptance"
    ACCEPTANCE_OF_PROVISIONS = "acceptance-of-provisions"
    ACCESSION = "accession"
    APPROVAL = "approval"
    CESSATION = "cessation"
    COMMUNICATION = "communication"
    CONSENT = "consent"
    CONSENT_TO_BE_BOUND = "consent-to-be-bound"
    DECLARATION = "declaration"
    DECLARATION_WITHDRAWAL = "declaration-withdrawal"
    DEFINITIVE_SIGNATURE = "definitive-signature"
    DENUNCIATION = "denunciation"
    DEROGATION_NOTIFICATION = "derogation-notification"
    EXCLUSION_OF_PROVISIONS = "exclusion-of-provisions"
    FORMAL_CONFIRMATION = "formal-confirmation"
    NOTIFICATION = "notification"
    OBJECTION = "objection"
    OBJECTION_WITHDRAWAL = "objection-withdrawal"
    OPT_IN_DECLARATION = "opt-in-declaration"
    OPT_IN_WITHDRAWAL = "opt-in-withdrawal"
    RATIFICATION = "ratification"
    RESERVATION = "reservation"
    RESERVATION_WITHDRAWAL = "reservation-withdrawal"
    SIGNATURE = "signature"
    SUCCESSION = "succession"
    SUCCESSION_TO_SIGNATURE = "succession-to-signature"
    TERMINATION = "termination"
    TERRITORIAL_APPLICATION = "territorial-application"
    TERRITORIAL_EXCLUSION = "territorial-exclusion"
    UNILATERAL_STATEMENT = "unilateral-statement"
    WITHDRAWAL = "withdrawal"


class Cover(StrEnum):
    """How a right is covered for a party on a date, the best first."""

    FULL = "full"
    INDIRECT = "indirect"
    LIMITED = "limited"
    UNKNOWN = "unknown"
    CUSTOMARY = "customary-asserted"
    SOFT = "soft-only"
    NONE = "none"


class DatePrecision(StrEnum):
    """How exactly a source gives a date."""

    DAY = "day"
    MONTH = "month"
    UNKNOWN = "unknown"
    YEAR = "year"


class DelayRule(StrEnum):
    """How the delay of a clause on entry into force is counted."""

    EXACT = "exact"
    FIRST_OF_MONTH_AFTER = "first-of-month-after"


class EffectBasis(StrEnum):
    """Why an action is held to take effect on a date."""

    COMPUTED_FROM_CLAUSE = "computed-from-clause"
    STATED = "stated"
    SUCCESSION_RULE = "succession-rule"


class GapKind(StrEnum):
    """Why an instrument open to a party does not bind it on a date."""

    BY_INCORPORATION = "by-incorporation"
    BY_INVITATION = "by-invitation"
    LEFT = "left"
    NOT_YET_IN_FORCE = "not-yet-in-force"
    NO_ACTION = "no-action"
    SIGNED = "signed"
    UNKNOWN = "unknown"


class LimitKind(StrEnum):
    """Why an article that binds a party gives less than it says."""

    DISCRETION = "discretion"
    DISCRIMINATION = "discrimination"
    EXCLUSION = "exclusion"
    GENERAL_RESERVATION = "general-reservation"
    HOLDER = "holder"
    RESERVATION = "reservation"
    TERRITORY = "territory"


class NextStep(StrEnum):
    """What a party can lawfully do next to become bound."""

    ACCEDE = "accede"
    ACCEDE_AGAIN = "accede-again"
    ACCEPT_OR_APPROVE = "accept-or-approve"
    AWAIT_ENTRY_INTO_FORCE = "await-entry-into-force"
    CHECK_DEPOSITARY = "check-depositary"
    CONFIRM_FORMALLY = "confirm-formally"
    JOIN_PARENT_FIRST = "join-parent-first"
    NONE_OPEN = "none-open"
    RATIFY = "ratify"
    SEEK_INVITATION = "seek-invitation"
    SIGN = "sign"
    SIGN_AND_RATIFY = "sign-and-ratify"
    SIGN_CONFIRM_OR_ACCEDE = "sign-confirm-or-accede"
    SIGN_OR_ACCEDE = "sign-or-accede"


class ParticipationClass(StrEnum):
    """To whom an instrument is open."""

    ALL_STATES = "all-states"
    INTERNATIONAL_ORGANIZATIONS = "international-organizations"
    INVITED_STATES = "invited-states"
    MEMBERS_OF_ORGANIZATION = "members-of-organization"
    NAMED_STATES = "named-states"
    PARTIES_OR_SIGNATORIES_TO_PARENT = "parties-or-signatories-to-parent"
    PARTIES_TO_PARENT = "parties-to-parent"
    REGIONAL_INTEGRATION_ORGANIZATIONS = "regional-integration-organizations"
    SELF_GOVERNING_ASSOCIATED_STATES = "self-governing-associated-states"
    SIGNATORIES_TO_PARENT = "signatories-to-parent"
    UN_MEMBERS = "un-members"
    UN_MEMBERS_AND_AGENCIES = "un-members-and-agencies"


class SourceRole(StrEnum):
    """What the graph uses a source for."""

    CHECK = "check"
    PRIMARY = "primary"
    REFERENCE = "reference"


class Status(StrEnum):
    """Where a party stands towards an instrument on a date."""

    BOUND_BY_INCORPORATION = "bound-by-incorporation"
    BOUND_THROUGH_ORGANIZATION = "bound-through-organization"
    BY_INVITATION = "by-invitation"
    ELIGIBLE_NO_ACTION = "eligible-no-action"
    EXCEPTED = "excepted"
    FORMER_PARTY = "former-party"
    NO_LONGER_BOUND = "no-longer-bound"
    NOT_ELIGIBLE = "not-eligible"
    NOT_YET_APPLICABLE = "not-yet-applicable"
    PARTY = "party"
    PARTY_NOT_IN_FORCE = "party-not-in-force"
    SIGNATORY = "signatory"
    UNKNOWN = "unknown"


SCHEMES: dict[type[StrEnum], str] = {
    ActionType: "action-types",
    Cover: "cover-classes",
    DatePrecision: "date-precisions",
    DelayRule: "delay-rules",
    EffectBasis: "effect-bases",
    GapKind: "gap-kinds",
    LimitKind: "limit-kinds",
    NextStep: "next-steps",
    ParticipationClass: "participation-classes",
    SourceRole: "source-roles",
    Status: "statuses",
}

CLOSED = frozenset({"abrogated", "outdated", "repealed", "shelved", "withdrawn"})
"""Of ``instrument-statuses``: those in which nobody is advised to join an instrument."""


def iri(term: StrEnum) -> str:
    """IRI of a concept: ``iri(Status.PARTY)`` is ``…/vocabulary/statuses/party``."""
    return concept(SCHEMES[type(term)], term.value)
