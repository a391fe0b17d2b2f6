"""Who was a member of which organization or process on a day, and how exactly that is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from iml_graph import namespaces as ns
from iml_graph.dates import holds, precision
from iml_graph.reading import local
from iml_web import graph, language, shown
from iml_web.formats import Asked, flat

SPELLS = "explorer/membership-spells"
UNDATED = "explorer/membership-undated"
RECORDS = "explorer/membership-records"
DISAGREEMENTS = "explorer/membership-disagreements"
COVERAGE = "maintainer/membership-coverage"


class Held(StrEnum):
    """How a spell of membership stands to a day."""

    CURRENT = "current"
    UNDATED = "undated"
    PERHAPS = "perhaps"
    FORMER = "former"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Spell:
    """One time as a member; certain in ``[start, until)``, all dates ISO, some cut to a month or a year.

    ``status`` is a concept (``member`` …), ``begun`` the event that it begins with; ``begun_on`` and ``ended_on``
    are the dates as exact as the sources have them. All are empty where a list names the member and states no day.
    ``membership`` and ``event`` are the IRIs of the interval, if there is one, and of the event that it begins with.
    """

    actor: str
    organization: str
    status: str
    begun: str
    start: str = ""
    until: str = ""
    possibly_from: str = ""
    possibly_until: str = ""
    begun_on: str = ""
    ended_on: str = ""
    membership: str = ""
    event: str = ""

    @property
    def listed(self) -> bool:
        """Whether only a list names it, so that it began on or before the day of the list."""
        return self.begun == "listed"

    def on(self, day: str) -> Held:
        """Tell how it stands to a day (ISO)."""
        if not self.start:
            return Held.UNDATED
        if holds(self.start, self.until or None, day):
            return Held.CURRENT
        if day < self.start:
            return Held.PERHAPS if self.listed or (self.possibly_from or self.start) <= day else Held.LATER
        return Held.PERHAPS if day < self.possibly_until else Held.FORMER


def read_spells() -> list[Spell]:
    """Read all memberships, by organization and actor; last those that only a list without a day names."""
    return graph.remember("spells", _read_spells)


def _read_spells() -> list[Spell]:
    dated = [_spell(row) for row in flat(graph.select(SPELLS))]
    known = {(each.actor, each.organization, each.status) for each in dated}
    undated = (_spell(row) for row in flat(graph.select(UNDATED)))
    return dated + [each for each in undated if (each.actor, each.organization, each.status) not in known]


def _spell(row: dict[str, str]) -> Spell:
    return Spell(**{**row, "status": local(row["status"]), "begun": local(row["begun"])})


def of_organization(iri: str) -> list[Spell]:
    """List the memberships of one organization or process, by the names of the members."""
    return sorted((each for each in read_spells() if each.organization == iri), key=lambda each: shown.name(each.actor))


def of_actor(code: str) -> list[Spell]:
    """List the memberships of one party, by the names of the organizations."""
    own = (each for each in read_spells() if each.actor == ns.party(code))
    return sorted(own, key=lambda each: (shown.name(each.organization), each.start))


def since(spell: Spell) -> str:
    """Say since when, as exactly as it is known: a date, “on or before” the day of a list, or that none is stated."""
    if not spell.begun_on:
        return language.translate("memberships.no_day")
    day = language.long_date(spell.begun_on)
    return language.translate("memberships.on_or_before", date=day) if spell.listed else day


def suspended(records: Iterable[dict[str, str]], day: str) -> dict[str, str]:
    """Return who is suspended on a day, and since when, from the events of an organization."""
    found: dict[str, str] = {}
    for row in sorted((row for row in records if row["date"]), key=lambda row: row["date"]):
        if row["date"] <= day and local(row["type"]) == "suspension":
            found[row["actor"]] = row["date"]
        elif row["date"] <= day and local(row["type"]) in ("suspension-lifted", "withdrawal"):
            found.pop(row["actor"], None)
    return found


def read_records(iri: str) -> list[dict[str, str]]:
    """Read what sources state of the members of one organization or process."""
    return Asked(RECORDS, about={"organization": iri}).answer()


def read_disagreements(iri: str) -> list[dict[str, str]]:
    """Read where sources disagree on the members of one organization or process."""
    return Asked(DISAGREEMENTS, {"lang": language.lang()}, {"organization": iri}).answer()


def read_coverage(iri: str) -> list[dict[str, str]]:
    """Read which sources list the members of one organization or process, and how completely."""
    return [row for row in flat(graph.select(COVERAGE)) if row["organization"] == iri]


def subjects(spells: Iterable[Spell]) -> list[str]:
    """Return the IRIs of memberships and of the events that they begin with."""
    return [iri for each in spells for iri in (each.membership, each.event) if iri]


def as_row(spell: Spell, day: str) -> dict[str, str]:
    """Write a membership as a row of a table or of a download."""
    return {
        "code": local(spell.actor),
        "party": shown.name(spell.actor),
        "organization": shown.name(spell.organization),
        "organization_iri": spell.organization,
        "status": shown.concept("membership-statuses", spell.status),
        "held": spell.on(day),
        "since": spell.begun_on,
        "since_precision": "on-or-before" if spell.listed and spell.begun_on else precision(spell.begun_on),
        "until": spell.ended_on or spell.until,
        "certain_from": spell.start,
        "certain_until": spell.until,
    }
