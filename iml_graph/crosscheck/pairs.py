"""Hold the sources against each other: where two state the same acts or memberships, do they state the same days?

Only what happened on a day is compared, not lists of those who were members on one; and only for actors of which both
sources state it. An actor may join more than once, so that sets of days are compared, not single days. A year agrees
with every day in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, zip_longest

from iml_graph.adjudications import Adjudication
from iml_graph.build.memberships import LISTS
from iml_graph.build.merging import subject_of
from iml_graph.dates import corroborates
from iml_graph.ingest.facts import MembershipRow
from iml_graph.ingest.rows import CLASSES, ActionRow

Statement = ActionRow | MembershipRow

Days = Mapping[str, Mapping[str, Statement]]
"""The dated statements of one class in one source, by party and day."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two sources agree on one class of act (``consent``, …) or membership event (``admission``, …).

    ``subject`` is an instrument or organization, empty in a sum over all. ``agree`` and ``differ`` count days of
    parties that both have. ``modes_differ`` counts agreeing days on which both state how, and not the same.
    ``only_left`` and ``only_right`` count parties that one alone has.
    """

    left: str
    right: str
    subject: str
    action_class: str
    agree: int
    differ: int
    modes_differ: int
    only_left: int
    only_right: int

    @property
    def compared(self) -> int:
        """Number of statements of which both sources give a day."""
        return self.agree + self.differ


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing on which two sources differ.

    ``kind`` is ``day`` (both rows are there), ``mode`` (same day, another way of consenting), ``left`` (a second day
    that only the more trusted source has) or ``right`` (an act that only the less trusted one has). What the
    more trusted source alone has of a party is mostly newer, and only counted.
    """

    kind: str
    action_class: str
    left: Statement | None
    right: Statement | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sources held against each other, by subject and class, with every difference."""

    left: str
    right: str
    agreements: tuple[Agreement, ...]
    differences: tuple[Difference, ...]

    def sums(self) -> tuple[Agreement, ...]:
        """Sum up over all subjects: one agreement for each class."""
        by_class: dict[str, list[Agreement]] = defaultdict(list)
        for agreement in self.agreements:
            by_class[agreement.action_class].append(agreement)
        return tuple(_sum(by_class[name]) for name in sorted(by_class))


def compare_all(rows: Iterable[Statement], order: Sequence[str]) -> tuple[Comparison, ...]:
    """Compare every two sources that share a subject.

    Args:
        rows: acts and memberships of all sources.
        order: ids of the sources, the most trusted first: it decides which is ``left``.
    """
    by_source: dict[str, list[Statement]] = defaultdict(list)
    for row in rows:
        by_source[row.source].append(row)
    sorted_days = {source: _days(own) for source, own in by_source.items()}
    pairs = combinations((source for source in order if source in by_source), 2)
    found = (_compare(left, sorted_days[left], right, sorted_days[right]) for left, right in pairs)
    return tuple(comparison for comparison in found if comparison.agreements)


def compare(left: Sequence[Statement], right: Sequence[Statement]) -> Comparison:
    """Compare the rows of two sources, each not empty and of one source."""
    return _compare(left[0].source, _days(left), right[0].source, _days(right))


Matter = tuple[str, str]
"""A subject and a class of statements on it."""


def _compare(left: str, ours: Mapping[Matter, Days], right: str, theirs: Mapping[Matter, Days]) -> Comparison:
    agreements: list[Agreement] = []
    differences: list[Difference] = []
    for matter in sorted(ours.keys() & theirs.keys()):
        own, other = ours[matter], theirs[matter]
        found = [d for party in other for d in _differ(matter[1], own.get(party, {}), other[party])]
        differences += found
        agreements.append(
            Agreement(
                left,
                right,
                *matter,
                agree=sum(_agreeing(own[party], other[party]) for party in own.keys() & other.keys()),
                differ=sum(difference.kind == "day" for difference in found),
                modes_differ=sum(difference.kind == "mode" for difference in found),
                only_left=len(own.keys() - other.keys()),
                only_right=len(other.keys() - own.keys()),
            )
        )
    return Comparison(left, right, tuple(agreements), tuple(differences))


def _sum(own: Sequence[Agreement]) -> Agreement:
    names = ("agree", "differ", "modes_differ", "only_left", "only_right")
    return replace(own[0], subject="", **{name: sum(getattr(each, name) for each in own) for name in names})


def _days(rows: Iterable[Statement]) -> dict[Matter, dict[str, dict[str, Statement]]]:
    """Sort the dated statements by subject and class, then party, then day."""
    found: dict[Matter, dict[str, dict[str, Statement]]] = defaultdict(lambda: defaultdict(dict))
    for row in sorted(rows, key=lambda row: (subject_of(row), row.party, row.date, _says(row))):
        if row.date and (action_class := class_of(row)):
            found[subject_of(row), action_class][row.party][row.date] = row
    return found


def class_of(row: Statement) -> str:
    """Tell what a row is compared as: its class of act, or its event with the status of who is no full member.

    It is empty for statements without effect on being a party, and for lists of members.
    """
    if isinstance(row, ActionRow):
        return CLASSES.get(row.action, "")
    if row.event in LISTS:
        return ""
    return row.event if row.status == "member" else f"{row.event} as {row.status}"


def _says(row: Statement) -> str:
    return row.action if isinstance(row, ActionRow) else row.event


def _differ(action_class: str, left: Mapping[str, Statement], right: Mapping[str, Statement]) -> Iterator[Difference]:
    """Yield the differences between what two sources say of one party."""
    for day in sorted(left.keys() & right.keys()):
        if _modes_differ(left[day], right[day]):
            yield Difference("mode", action_class, left[day], right[day])
    only_left, only_right = _uncorroborated(left, right), _uncorroborated(right, left)
    for ours, theirs in zip_longest(only_left, only_right):
        kind = "left" if theirs is None else "right" if ours is None else "day"
        yield Difference(kind, action_class, left.get(ours or ""), right.get(theirs or ""))


def _agreeing(days: Mapping[str, Statement], others: Mapping[str, Statement]) -> int:
    return len(days) - len(_uncorroborated(days, others))


def _uncorroborated(days: Iterable[str], others: Iterable[str]) -> list[str]:
    """Return the days that no day of the other source is, to the precision of the coarser of the two."""
    others = tuple(others)
    return sorted(day for day in days if not any(corroborates(day, other) for other in others))


def _modes_differ(left: Statement, right: Statement) -> bool:
    said = (_says(left), _says(right))
    return said[0] != said[1] and "consent" not in said


def undecided(comparisons: Iterable[Comparison], adjudications: Iterable[Adjudication]) -> tuple[Difference, ...]:
    """Return the differing days of which neither is rejected by an adjudication."""
    rejected = {adjudication.rejects for adjudication in adjudications}
    return tuple(
        difference
        for comparison in comparisons
        for difference in comparison.differences
        if difference.kind == "day" and not rejected & {_rejection(row) for row in _both(difference)}
    )


def _both(difference: Difference) -> Iterator[Statement]:
    return (row for row in (difference.left, difference.right) if row)


def _rejection(row: Statement) -> tuple[str, str, str, str, str]:
    """What an adjudication that rejects the row would name."""
    ruled = class_of(row) if isinstance(row, ActionRow) else row.event
    return (subject_of(row), row.party, ruled, row.date, row.source)
