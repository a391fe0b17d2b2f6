"""What the graph records of parties and instruments, as plain dataclasses.

Dates are ISO texts; intervals are half-open.
"""

from __future__ import annotations

from dataclasses import dataclass

CONSENT, SIGNATURE, TERMINATION = "consent-to-be-bound", "signature", "termination"

Pair = tuple[str, str]
"""A party's code and an instrument's identifier."""


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
    """A derived interval ``[start, until)`` of one kind (``PartyInterval`` …)."""

    kind: str
    start: str
    until: str | None
    subject: str | None


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
class Coverage:
    """How far the sources are complete for one instrument."""

    complete_as_of: str | None = None
    terminations_recorded: bool = True
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """One way to join an instrument: open to a class of actors, by an act, in a window ``[opens, closes]``.

    ``gates`` are the instruments that a class such as ``parties-to-parent`` refers to; one of them suffices.
    """

    open_to: str
    mode: str
    opens: str | None
    closes: str | None
    gates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Instrument:
    """Identity of an instrument in the language asked for, and how it can be joined."""

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


@dataclass(frozen=True, slots=True)
class Party:
    """Identity of a party in the language asked for."""

    code: str
    label: str
    kind: str
    alpha2: str | None
    exists_from: str | None
    exists_until: str | None
    un_member: str | None
    region: str | None
    territory_of: str | None


@dataclass(frozen=True, slots=True)
class History:
    """All that is recorded between one party and one instrument."""

    acts: tuple[Act, ...] = ()
    spans: tuple[Span, ...] = ()
    disputes: tuple[Dispute, ...] = ()

    def of(self, action_class: str) -> tuple[Act, ...]:
        """Acts of one class, in the order of their dates."""
        return tuple(act for act in self.acts if act.action_class == action_class)

    def spans_of(self, kind: str) -> tuple[Span, ...]:
        """Intervals of one kind, in order."""
        return tuple(span for span in self.spans if span.kind == kind)


@dataclass(frozen=True, slots=True)
class Release:
    """Which release of the graph answers, and the newest date of its sources."""

    release: str
    data_date: str
