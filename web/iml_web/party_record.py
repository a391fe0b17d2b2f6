"""What is on record of a party beside its standing towards instruments: memberships, votes, reviews, visits."""

from __future__ import annotations

from dataclasses import dataclass

from iml_graph import namespaces as ns
from iml_graph.reading import local
from iml_web import language, memberships, reviews
from iml_web.bilateral import REGISTER, Bilateral, read_bilateral
from iml_web.composition import Rows, shown_rows
from iml_web.formats import Asked
from iml_web.memberships import Held
from iml_web.reviews import Tally

VISITS = "explorer/country-visits"
VOTES = "researcher/votes"


@dataclass(frozen=True, slots=True)
class PartyRecord:
    """Everything of a party that is no standing, up to the day of the page; of reviews, all that is on record."""

    organizations: Rows
    processes: Rows
    former: Rows
    bilateral: list[Bilateral]
    votes: Rows
    tallies: list[Tally]
    visits: Rows


def read_record(code: str) -> PartyRecord:
    """Read it."""
    day = language.on().isoformat()
    spells = [each for each in memberships.of_actor(code) if each.on(day) is not Held.LATER]
    present = [each for each in spells if each.on(day) is not Held.FORMER]
    recommendations = reviews.read_recommendations(code)
    tallies = [reviews.count(recommendations, direction) for direction in reviews.DIRECTIONS]
    return PartyRecord(
        organizations=shown_rows(each for each in present if _is_organization(each.organization)),
        processes=shown_rows(each for each in present if not _is_organization(each.organization)),
        former=shown_rows(each for each in spells if each not in present),
        bilateral=[each for each in read_bilateral() if ns.party(code) in each.parties and each.signed <= day],
        votes=sorted((row for row in Asked(VOTES, {"actor": code}).answer() if row["day"] <= day), key=_day),
        tallies=[tally for tally in tallies if tally.total],
        visits=[row for row in Asked(VISITS, {"actor": code}).answer() if row["start"] <= day],
    )


def _is_organization(iri: str) -> bool:
    return iri.startswith(ns.organization(""))


def _day(row: dict[str, str]) -> str:
    return row["day"]


def as_object(record: PartyRecord) -> dict[str, object]:
    """Write the record for JSON."""
    return {
        "organizations": record.organizations,
        "processes": record.processes,
        "former_memberships": record.former,
        "bilateral": [local(each.iri) for each in record.bilateral],
        "votes": [_vote_object(row) for row in record.votes],
        "recommendations": {tally.direction: dict(tally.responses) for tally in record.tallies},
        "visits": record.visits,
    }


def _vote_object(row: dict[str, str]) -> dict[str, str]:
    return {"instrument": local(row["instrument"]), "vote": local(row["vote"]), "on": row["day"]}


def queries(code: str) -> list[Asked]:
    """Return the queries behind the record of a party."""
    actor = {"actor": code}
    about = {"party": ns.party(code)}
    return [
        Asked(memberships.SPELLS, actor),
        Asked(VOTES, actor),
        Asked(reviews.QUERY, actor),
        Asked(VISITS, actor),
        Asked(REGISTER, {"lang": language.lang()}, about),
    ]
