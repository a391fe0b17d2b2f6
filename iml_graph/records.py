"""What the graph records of parties and instruments, as plain dataclasses.

Dates are ISO texts; intervals are half-open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from iml_graph.dates import holds
from iml_graph.named import Party as Party
from iml_graph.named import Release as Release

CONSENT, SIGNATURE, TERMINATION = "consent-to-be-bound", "signature", "termination"

MULTILATERAL = frozenset({"AmendingTreaty", "ConstituentTreaty", "Protocol", "Treaty"})
BILATERAL, SECONDARY_LAW = "BilateralTreaty", "SecondaryLaw"

Pair = tuple[str, str]
"""A party's code and the identifier of an instrument or organization."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a fact stands: the source, the string as shown there, and the place in it."""

    source: str
    shown: str
    locator: str


@dataclass(frozen=True, slots=True)
class Act:
    """A signature, a consent to be bound or a termination, with all the evidence for it."""

    iri: str
    action_class: str
    action: str
    deposited: str | None
    effective: str | None
    basis: str | None
    bracketed: bool
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A derived interval ``[start, until)`` of one kind (``PartyInterval`` …).

    ``subject`` is the provision or territory that it is about, with its ``label``; ``scope`` says whether a provision
    is ``excluded`` or ``accepted``; ``through`` is the organization as whose member the actor is bound.
    """

    kind: str
    start: str
    until: str | None
    subject: str | None
    scope: str | None = None
    label: str | None = None
    through: str | None = None


@dataclass(frozen=True, slots=True)
class Dispute:
    """A statement that differs from the adopted act; ``reason`` is ``None`` while nobody has adjudicated it."""

    act: str
    adopted: str | None
    stated: str | None
    evidence: Evidence
    reason: str | None
    decided: str | None


@dataclass(frozen=True, slots=True)
class Exemption:
    """An ``opt-out`` from an act of an organization or an ``opt-in`` to it, in ``[start, until)``, with its basis."""

    kind: str
    start: str | None
    until: str | None
    basis: str


@dataclass(frozen=True, slots=True)
class Membership:
    """Membership that is certain in ``[start, until)``; ``begun_by`` is the event that it begins with."""

    start: str
    until: str | None
    possibly_from: str | None
    possibly_until: str | None
    begun_by: str | None


@dataclass(frozen=True, slots=True)
class Belonging:
    """Whether an actor is a member on a day (``None``: not known).

    A no is ``certain`` up to the day to which the membership is completely known; after it, it is the last known state.
    """

    member: bool | None
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Members:
    """Who was a member of which organization when, and to which day each organization's members are all known."""

    spans: Mapping[Pair, tuple[Membership, ...]] = field(default_factory=dict)
    complete: Mapping[str, str] = field(default_factory=dict)

    def belonging(self, party: str, organization: str, on: str) -> Belonging:
        """Tell whether a party is a member of an organization on a day (ISO)."""
        own = self.spans.get((party, organization), ())
        if any(holds(span.start, span.until, on) for span in own):
            return Belonging(True)
        complete = self.complete.get(organization)
        if complete is None or any(_possible(span, on) for span in own):
            return Belonging(None)
        return Belonging(False, on <= complete)


NO_MEMBERS = Members()
"""Nothing is known of any membership."""


def _possible(span: Membership, on: str) -> bool:
    """Tell whether a membership may hold a day: at an inexact end, or before a list that does not say since when."""
    if span.begun_by == "listed" and on < span.start:
        return True
    return holds(span.possibly_from or span.start, span.possibly_until or span.until, on)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far the sources are complete for one instrument."""

    complete_as_of: str | None = None
    terminations_recorded: bool = True
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """One way to join an instrument: open to a class of actors, by an act, in a window ``[opens, closes]``.

    ``gates`` are the instruments that a class such as ``parties-to-parent`` refers to, ``organizations`` those whose
    members it is open to, ``named`` the parties that it names; one of them suffices.
    """

    open_to: str
    mode: str
    opens: str | None
    closes: str | None
    gates: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Instrument:
    """Identity of an instrument in the language asked for, and how it can be joined.

    ``nature`` is its class in the ontology (``Treaty`` …), ``states`` the concepts of its status (``shelved`` …),
    ``ended`` the first day on which it was in force for nobody, ``incorporated_by`` the instruments that take in
    provisions of it, ``denounced_by`` those whose ratification denounces it, ``constitutes`` the organizations that it
    creates.
    """

    identifier: str
    title: str
    acronym: str | None
    short_title: str | None
    branch: str | None
    branch_label: str | None
    kind: str | None
    adopted: str
    in_force: str | None
    mtdsg: str | None
    ways: tuple[Way, ...] = ()
    parents: tuple[str, ...] = ()
    coverage: Coverage = Coverage()
    nature: str = "Treaty"
    states: frozenset[str] = frozenset()
    applies_from: str | None = None
    ended: str | None = None
    binds_members_of: str | None = None
    incorporated_by: tuple[str, ...] = ()
    denounced_by: tuple[str, ...] = ()
    constitutes: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What a table calls it: its acronym, else its short title, else its title."""
        return self.acronym or self.short_title or self.title

    @property
    def joinable(self) -> bool:
        """Whether it is a treaty between many that States join one by one."""
        return self.nature in MULTILATERAL

    @property
    def binding(self) -> bool:
        """Whether it binds those to whom it applies: a treaty, or an act of an organization."""
        return self.joinable or self.nature == SECONDARY_LAW or self.nature == BILATERAL


@dataclass(frozen=True, slots=True)
class History:
    """All that is recorded between one party and one instrument."""

    acts: tuple[Act, ...] = ()
    spans: tuple[Span, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    exemptions: tuple[Exemption, ...] = ()

    def of(self, action_class: str) -> tuple[Act, ...]:
        """Acts of one class, in the order of their dates."""
        return tuple(act for act in self.acts if act.action_class == action_class)

    def spans_of(self, kind: str) -> tuple[Span, ...]:
        """Intervals of one kind, in order."""
        return tuple(span for span in self.spans if span.kind == kind)
