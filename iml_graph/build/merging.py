"""Statements of many sources on one thing: which agree, which differ, which an adjudication rejects.

Used for treaty actions and for memberships alike. The best source alone says how many events there were; the
others corroborate them or differ.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from iml_graph.adjudications import Adjudication
from iml_graph.dates import corroborates
from iml_graph.errors import DataError
from iml_graph.ingest.rows import Row

Rank = Callable[[Row], tuple[int, int, str]]
"""Orders the statements on one subject by source, the first believed lowest; ``(0, …)`` is primary."""

RulingKey = tuple[str, str, str, str, str]
"""Subject, party, class of act, date and source: what identifies a statement that may be rejected."""


class Dated(Row, Protocol):
    """A row that states a date."""

    @property
    def date(self) -> str:
        """ISO date cut to what is known."""


D = TypeVar("D", bound=Dated)


@dataclass(frozen=True, slots=True)
class Settled(Generic[D]):
    """The rows of one slot, sorted: those of each event, and those that differ (with the ruling, if there is one)."""

    groups: tuple[tuple[D, ...], ...]
    rejected: tuple[tuple[D, Adjudication], ...]
    differing: tuple[D, ...]


def settle(
    rows: list[D],
    rulings: Mapping[RulingKey, Adjudication],
    rank: Rank,
    key: Callable[[D], RulingKey],
    same: Callable[[D, D], bool],
) -> Settled[D]:
    """Sort the rows of one slot into events and disputes.

    Args:
        rows: all that sources state of one kind of act of one party.
        rulings: adjudications by what they reject.
        rank: order of trust.
        key: what identifies a row to an adjudication.
        same: whether two rows state the same event.

    Raises:
        DataError: the adjudications reject every row.
    """
    rejected = tuple((row, rulings[key(row)]) for row in rows if key(row) in rulings)
    accepted = [row for row in rows if key(row) not in rulings]
    if not accepted:
        raise DataError(f"adjudications.csv rejects every statement on {'/'.join(key(rows[0])[:3])}.")
    groups = _group(sorted(accepted, key=lambda row: (rank(row), -len(row.date), row)), same)
    best = min(map(rank, accepted))
    return Settled(
        groups=tuple(tuple(group) for group in groups if rank(group[0]) == best),
        rejected=rejected,
        differing=tuple(row for group in groups if rank(group[0]) != best for row in group),
    )


def _group(rows: list[D], same: Callable[[D, D], bool]) -> list[list[D]]:
    """Group rows that state the same event; rows come best source and fullest date first."""
    groups: list[list[D]] = []
    for row in rows:
        group = next((group for group in groups if same(group[0], row)), None)
        if group is None:
            groups.append([row])
        else:
            group.append(row)
    return groups


def same_day(first: Dated, row: Dated) -> bool:
    """Tell whether two rows state the same day, or both none."""
    return corroborates(row.date, first.date) or first.date == row.date


def distance(stated: str, adopted: str) -> tuple[bool, int]:
    """Tell how far a stated date is from an adopted one, for picking the event that a differing statement is about."""
    apart = abs(int((adopted or "0")[:4]) - int((stated or "0")[:4]))
    return (not corroborates(adopted, stated), apart)


def subject_of(row: Row) -> str:
    """Return the identifier of what a row is about: its instrument, organization or register."""
    value: Any = getattr(row, row.KEY)
    return str(value)
