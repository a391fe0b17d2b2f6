"""Who is asked about and which release answers: all that some answers need of the records."""

from __future__ import annotations

from dataclasses import dataclass


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
class Release:
    """Which release of the graph answers, and the newest date of its sources."""

    release: str
    data_date: str
