"""The rows of facts that are no treaty actions: memberships, votes, recommendations, bilateral treaties, visits."""

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


KINDS: tuple[type[Row], ...] = (ActionRow, MembershipRow, VoteRow, RecommendationRow, BilateralRow, VisitRow)
"""Every type of row that an ingest writes."""
