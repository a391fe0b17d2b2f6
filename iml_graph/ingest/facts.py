"""The rows of facts that are no treaty actions: memberships, votes, recommendations, visits, decisions and others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from iml_graph.ingest.rows import ActionRow, Row


@dataclass(frozen=True, order=True, slots=True)
class MembershipRow:
    """What a source states of an actor and an organization or consultation process.

    ``event`` is ``admission``, ``withdrawal``, ``suspension`` or ``suspension-lifted`` on ``date``, or ``listed`` or
    ``not-listed`` where a list of that day has the actor or, being whole, lacks it. ``status`` is ``member``,
    ``associate`` or ``observer``.
    """

    FOLDER: ClassVar[str] = "memberships"
    KEY: ClassVar[str] = "organization"
    DATES: ClassVar[tuple[str, ...]] = ("date",)

    organization: str
    party: str
    event: str
    date: str
    status: str = "member"
    participant: str = ""
    as_shown: str = ""
    source: str = ""
    locator: str = ""


@dataclass(frozen=True, order=True, slots=True)
class VoteRow:
    """A recorded vote on the adoption of an instrument: ``yes``, ``no`` or ``abstention``; absence is not recorded."""

    FOLDER: ClassVar[str] = "votes"
    KEY: ClassVar[str] = "instrument"
    DATES: ClassVar[tuple[str, ...]] = ("date",)

    instrument: str
    party: str
    vote: str
    date: str
    participant: str = ""
    source: str = ""
    locator: str = ""


@dataclass(frozen=True, order=True, slots=True)
class RecommendationRow:
    """A recommendation of the universal periodic review, without its text.

    ``number`` is its number in the source, ``response`` is ``accepted``, ``noted`` or ``voluntary-pledge``,
    ``action`` the source's code of what is asked (1 to 5). ``issues`` and ``urges`` (instruments) are lists
    joined by ``;``.
    """

    FOLDER: ClassVar[str] = "recommendations"
    KEY: ClassVar[str] = "review"
    DATES: ClassVar[tuple[str, ...]] = ()

    review: str
    number: str
    session: str
    under_review: str
    recommending: str
    response: str
    action: str = ""
    issues: str = ""
    urges: str = ""
    participant_from: str = ""
    participant_to: str = ""
    source: str = ""
    locator: str = ""


@dataclass(frozen=True, order=True, slots=True)
class BilateralRow:
    """A bilateral treaty as one State's register has it. ``parties`` and ``references`` are lists joined by ``;``."""

    FOLDER: ClassVar[str] = "bilateral"
    KEY: ClassVar[str] = "register"
    DATES: ClassVar[tuple[str, ...]] = ("signed", "in_force", "provisional_from", "terminated")

    register: str
    register_id: str
    title: str
    topic: str
    parties: str
    signed: str
    signed_at: str = ""
    in_force: str = ""
    provisional_from: str = ""
    terminated: str = ""
    references: str = ""
    url: str = ""
    source: str = ""
    locator: str = ""


@dataclass(frozen=True, order=True, slots=True)
class VisitRow:
    """A visit of a body to a party, ``[start, end]`` with both days included. ``report`` is a document symbol."""

    FOLDER: ClassVar[str] = "visits"
    KEY: ClassVar[str] = "body"
    DATES: ClassVar[tuple[str, ...]] = ("start", "end")

    body: str
    party: str
    start: str
    end: str = ""
    report: str = ""
    source: str = ""
    locator: str = ""


@dataclass(frozen=True, order=True, slots=True)
class DecisionRow:
    """A decision or judgment as one source has it; rows of one ``identifier`` are of one decision.

    ``kind`` is a concept of ``decision-types``, empty where the source has none. ``numbers``, ``respondents``,
    ``requested_by``, ``provisions``, ``issues`` and ``rights`` are lists joined by ``;``. A provision is an instrument
    and a reference (``cat 22.5.b``); those in ``violated`` and ``not_violated`` are among ``provisions``. ``issues``
    are keywords of the source, ``rights`` what they or the case stand for in our own scheme. Only a published judgment
    or opinion has a ``name``.
    """

    FOLDER: ClassVar[str] = "decisions"
    KEY: ClassVar[str] = "register"
    DATES: ClassVar[tuple[str, ...]] = ("submitted", "admissibility", "delivered")

    register: str
    identifier: str
    body: str
    kind: str = ""
    symbol: str = ""
    numbers: str = ""
    name: str = ""
    respondents: str = ""
    requested_by: str = ""
    session: str = ""
    submitted: str = ""
    admissibility: str = ""
    delivered: str = ""
    provisions: str = ""
    violated: str = ""
    not_violated: str = ""
    issues: str = ""
    rights: str = ""
    url: str = ""
    participant: str = ""
    source: str = ""
    locator: str = ""


@dataclass(frozen=True, order=True, slots=True)
class IncomeRow:
    """An income group (``low``, ``lower-middle``, ``upper-middle``, ``high``) of a party in ``[start, until)``."""

    FOLDER: ClassVar[str] = "income"
    KEY: ClassVar[str] = "classification"
    DATES: ClassVar[tuple[str, ...]] = ("start", "until")

    classification: str
    party: str
    group: str
    start: str
    until: str
    participant: str = ""
    source: str = ""
    locator: str = ""


KINDS: tuple[type[Row], ...] = (
    *(ActionRow, MembershipRow, VoteRow, RecommendationRow, BilateralRow, VisitRow),
    *(DecisionRow, IncomeRow),
)
"""Every type of row that an ingest writes."""
