"""What the graph holds of provisions, rights and custom, as plain dataclasses with labels in the language asked for.

Identifiers are the last parts of IRIs (``non-refoulement``, ``icrmw``, ``22.5``); dates are ISO texts, cut to what is
known.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """A concept, instrument, source or body with its label."""

    identifier: str
    label: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """Who judged, how surely (``high``, ``medium``, ``low``), against which sources, with which English note."""

    authors: tuple[Named, ...]
    confidence: str
    checked: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Provision:
    """A provision: where it stands, how lawyers cite it, what it does in our own words.

    ``role`` and ``heading`` are ``None`` where a provision is only named by an act or clause; ``order`` is its place in
    the instrument, 0 if unknown; ``reach`` is ``universal``, ``regional`` or ``bilateral``.
    """

    instrument: Named
    reference: str
    label: str
    heading: str | None = None
    role: Named | None = None
    order: int = 0
    binding: bool = True
    reach: str | None = None

    @property
    def citation(self) -> str:
        """How it is cited with its instrument: ``ICRMW, article 22(5)``."""
        return f"{self.instrument.label}, {self.label}"


@dataclass(frozen=True, slots=True)
class ReadProvision:
    """A provision with the sources in which it was read, how surely, and the reference of what it is part of."""

    provision: Provision
    sources: tuple[str, ...]
    confidence: str | None
    part_of: str | None


@dataclass(frozen=True, slots=True)
class Tag:
    """That a provision gives a right to a holder in a modality, by whose judgement."""

    provision: Provision
    right: Named
    holder: Named
    modality: Named
    principal: bool
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Relation:
    """What a provision (``kind`` read from it) is to another one: ``narrower`` …, and in what they differ."""

    kind: Named
    other: Provision
    differs: tuple[Named, ...]
    judgement: Judgement
    reference: str


@dataclass(frozen=True, slots=True)
class Grounding:
    """That an objective of the Global Compact rests on a provision, or on a norm claimed as custom."""

    objective: Named
    role: Named
    provision: Provision | None
    norm: Named | None
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Claim:
    """That a claimant asserts, denies or contests that a norm binds, and as what; as read in a document."""

    norm: Named
    stance: Named
    status: Named
    claimant: str
    document: str
    on: str | None
    place: str | None
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Comment:
    """A general comment that elaborates provisions: ``references`` of ``instrument``."""

    comment: Named
    symbol: str | None
    adopted: str
    instrument: Named
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A decision that interprets provisions (``icrmw 22.5``) or concerns rights; ``respondents`` are coded."""

    iri: str
    label: str
    body: Named
    on: str | None
    respondents: tuple[Named, ...]
    provisions: tuple[str, ...]
    kind: Named | None = None


@dataclass(frozen=True, slots=True)
class ReservationOn:
    """A reservation or declaration that names a provision; ``withdrawn_on`` is its last withdrawal, whole or not."""

    party: Named
    kind: Named
    on: str | None
    articles: tuple[str, ...]
    iri: str
    withdrawn_on: str | None
