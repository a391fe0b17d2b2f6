"""Recommendations on migration in the universal periodic review, as facts without text: who to whom, what of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from iml_graph.reading import local
from iml_web.formats import Asked

QUERY = "explorer/review-recommendations"
RECEIVED, MADE = "received", "made"
DIRECTIONS = (RECEIVED, MADE)
RESPONSES = ("accepted", "noted", "voluntary-pledge")


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One recommendation: who to whom, in which session, on which issues, urging which treaties, with which response.

    Parties, issues and treaties are IRIs; ``made_by`` is empty for a voluntary pledge.
    """

    iri: str
    direction: str
    number: str
    session: str
    addressed_to: str
    made_by: str
    response: str
    issues: tuple[str, ...]
    urged: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Tally:
    """Recommendations of one direction: how many of each response, and which treaties they urge.

    ``urged`` has the IRI of an instrument, how many urge it, and how many of these were accepted.
    """

    direction: str
    responses: list[tuple[str, int]]
    urged: list[tuple[str, int, int]]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(count for _, count in self.responses)


def read_recommendations(code: str) -> list[Recommendation]:
    """Read what a party received, its own pledges among it, and what it made to others, the newest sessions first."""
    found: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in Asked(QUERY, {"actor": code}).answer():
        found.setdefault((row["direction"], row["recommendation"]), []).append(row)
    all_of_them = (_recommendation(rows) for rows in found.values())
    return [each for each in all_of_them if each.direction == RECEIVED or each.made_by != each.addressed_to]


def _recommendation(rows: list[dict[str, str]]) -> Recommendation:
    first = rows[0]
    return Recommendation(
        iri=first["recommendation"],
        direction=first["direction"],
        number=first["number"],
        session=first["session"],
        addressed_to=first["addressed"],
        made_by=first["made"],
        response=local(first["response"]),
        issues=tuple(dict.fromkeys(row["issue"] for row in rows if row["issue"])),
        urged=tuple(dict.fromkeys(row["urged"] for row in rows if row["urged"])),
        source=local(first["source"]),
    )


def count(found: list[Recommendation], direction: str) -> Tally:
    """Count the recommendations of one direction."""
    own = [each for each in found if each.direction == direction]
    responses = Counter(each.response for each in own)
    urged = Counter(iri for each in own for iri in each.urged)
    accepted = Counter(iri for each in own if each.response == "accepted" for iri in each.urged)
    return Tally(
        direction,
        [(response, responses[response]) for response in RESPONSES if responses[response]],
        [(iri, number, accepted[iri]) for iri, number in urged.most_common()],
    )


def as_row(each: Recommendation) -> dict[str, str]:
    """Write a recommendation as a row of a download."""
    return {
        "number": each.number,
        "session": each.session,
        "direction": each.direction,
        "addressed_to": local(each.addressed_to),
        "made_by": local(each.made_by),
        "response": each.response,
        "issues": ";".join(local(iri) for iri in each.issues),
        "urges": ";".join(local(iri) for iri in each.urged),
        "source": each.source,
        "iri": each.iri,
    }
