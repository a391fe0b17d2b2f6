"""The members of one organization or process on a day, as its page shows them: present, former, suspended."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from iml_graph.reading import local
from iml_web import language, memberships
from iml_web.formats import Asked
from iml_web.memberships import Held, Spell

CAPACITIES = ("member", "associate", "observer")
"""In which capacity one can belong, in the order of a page."""

Rows = list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Composition:
    """Who belongs, by capacity; who did; what the sources state, how completely, and where they disagree."""

    rows: Rows
    groups: list[tuple[str, Rows]]
    former: Rows
    records: Rows
    coverage: Rows
    disagreements: Rows

    @property
    def sources(self) -> set[str]:
        """Identifiers of the sources of the membership."""
        return {local(row["source"]) for row in (*self.records, *self.coverage)}

    @property
    def complete_as_of(self) -> str:
        """The newest day to which a source has all members; empty where none has."""
        return max((row["complete"] for row in self.coverage), default="")


def compose(iri: str) -> Composition:
    """Gather the members of an organization or process on the day of the page."""
    day = language.on().isoformat()
    records = memberships.read_records(iri)
    suspended = memberships.suspended(records, day)
    spells = [each for each in memberships.of_organization(iri) if each.on(day) is not Held.LATER]
    current = [each for each in spells if each.on(day) is not Held.FORMER]
    present = {(each.actor, each.status) for each in current}
    former = [each for each in spells if each not in current and (each.actor, each.status) not in present]
    return Composition(
        rows=_with_evidence(shown_rows(spells, suspended), records),
        groups=[
            (status, _with_evidence(shown_rows(_in_capacity(status, current), suspended), records))
            for status in CAPACITIES
        ],
        former=_with_evidence(shown_rows(former), records),
        records=records,
        coverage=memberships.read_coverage(iri),
        disagreements=memberships.read_disagreements(iri),
    )


def _in_capacity(status: str, spells: Iterable[Spell]) -> list[Spell]:
    return [each for each in spells if each.status == status]


def _with_evidence(rows: Rows, records: Rows) -> Rows:
    """Add to each member the sources that name it, and what the first of them shows."""
    own: dict[str, Rows] = {}
    for record in records:
        own.setdefault(record["actor"], []).append(record)
    return [
        {
            **row,
            "sources": ";".join(dict.fromkeys(local(each["source"]) for each in own.get(row["actor"], ()))),
            "shown": next((each["shown"] for each in own.get(row["actor"], ()) if each["shown"]), ""),
        }
        for row in rows
    ]


def shown_rows(spells: Iterable[Spell], suspended: Mapping[str, str] | None = None) -> Rows:
    """Write memberships as rows, with since when they hold in words and since when they are suspended."""
    day = language.on().isoformat()
    return [
        {
            **memberships.as_row(each, day),
            "actor": each.actor,
            "since_shown": memberships.since(each),
            "suspended": (suspended or {}).get(each.actor, "") if each.status == "member" else "",
        }
        for each in spells
    ]


def queries(iri: str) -> list[Asked]:
    """Return the queries behind the members of an organization or process."""
    about = {"organization": iri}
    return [Asked(query, about=about) for query in (memberships.SPELLS, memberships.UNDATED, memberships.RECORDS)]
