"""Hold the sources against each other: where two state the same acts, do they state the same days?

Only consents and signatures are compared, and only for parties of which both sources state one. A party
may consent more than once (after a denunciation), so that sets of days are compared, not single days.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, zip_longest

from iml_graph.adjudications import Adjudication
from iml_graph.dates import corroborates
from iml_graph.ingest.counts import PrintedCount
from iml_graph.ingest.rows import CLASSES, CONSENTS, SIGNATURES, ActionRow

Acts = Mapping[str, Mapping[str, ActionRow]]
"""The dated acts of one class in one source, by party and day."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two sources agree on one instrument and class of act (``consent`` or ``signature``).

    ``agree`` and ``differ`` count days of parties that both have. ``modes_differ`` counts agreeing days on which
    both state how, and not the same. ``only_left`` and ``only_right`` count acts of parties that one alone has.
    """

    left: str
    right: str
    instrument: str
    action_class: str
    agree: int
    differ: int
    modes_differ: int
    only_left: int
    only_right: int

    @property
    def compared(self) -> int:
        """Number of acts of which both sources state a day."""
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
    left: ActionRow | None
    right: ActionRow | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sources held against each other, by instrument and class, with every difference."""

    left: str
    right: str
    agreements: tuple[Agreement, ...]
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class CountCheck:
    """A printed count beside our own, and the participants that only one of the two lists has (codes)."""

    printed: PrintedCount
    signatories: int
    parties: int
    missing: tuple[str, ...]
    unprinted: tuple[str, ...]

    @property
    def agrees(self) -> bool:
        """Whether every number that is printed is ours too, and the lists are the same."""
        numbers = ((self.printed.signatories, self.signatories), (self.printed.parties, self.parties))
        return not self.missing and not self.unprinted and all(text in ("", str(own)) for text, own in numbers)


def compare_all(rows: Iterable[ActionRow], order: Sequence[str]) -> tuple[Comparison, ...]:
    """Compare every two sources that share an instrument.

    Args:
        rows: the rows of all instruments.
        order: ids of the sources, the most trusted first: it decides which is ``left``.
    """
    by_source: dict[str, list[ActionRow]] = defaultdict(list)
    for row in rows:
        by_source[row.source].append(row)
    pairs = combinations((source for source in order if source in by_source), 2)
    found = (compare(by_source[left], by_source[right]) for left, right in pairs)
    return tuple(comparison for comparison in found if comparison.agreements)


def compare(left: Sequence[ActionRow], right: Sequence[ActionRow]) -> Comparison:
    """Compare the rows of two sources, each not empty and of one source."""
    agreements: list[Agreement] = []
    differences: list[Difference] = []
    ours, theirs = _acts(left), _acts(right)
    for key in sorted(ours.keys() & theirs.keys()):
        instrument, action_class = key
        shared = ours[key].keys() & theirs[key].keys()
        own, other = ours[key], theirs[key]
        found = [d for party in other for d in _differ(action_class, own.get(party, {}), other[party])]
        differences += found
        agreements.append(
            Agreement(
                left=left[0].source,
                right=right[0].source,
                instrument=instrument,
                action_class=action_class,
                agree=sum(len(ours[key][party].keys() & theirs[key][party].keys()) for party in shared),
                differ=sum(difference.kind == "day" for difference in found),
                modes_differ=sum(difference.kind == "mode" for difference in found),
                only_left=len(ours[key].keys() - theirs[key].keys()),
                only_right=len(theirs[key].keys() - ours[key].keys()),
            )
        )
    return Comparison(left[0].source, right[0].source, tuple(agreements), tuple(differences))


def _acts(rows: Iterable[ActionRow]) -> dict[tuple[str, str], dict[str, dict[str, ActionRow]]]:
    """Sort the dated consents and signatures by instrument and class, then party, then day."""
    found: dict[tuple[str, str], dict[str, dict[str, ActionRow]]] = defaultdict(lambda: defaultdict(dict))
    for row in sorted(rows):
        if row.date and (action_class := class_of(row)):
            found[row.instrument, action_class][row.party][row.date] = row
    return found


def class_of(row: ActionRow) -> str:
    """Tell whether a row is a ``consent``, a ``signature`` or neither (empty)."""
    found = CLASSES.get(row.action, "")
    return "" if found == "termination" else found


def _differ(action_class: str, left: Mapping[str, ActionRow], right: Mapping[str, ActionRow]) -> Iterator[Difference]:
    """Yield the differences between what two sources say of one party."""
    for day in sorted(left.keys() & right.keys()):
        if _modes_differ(left[day], right[day]):
            yield Difference("mode", action_class, left[day], right[day])
    only_left, only_right = _uncorroborated(left, right), _uncorroborated(right, left)
    for ours, theirs in zip_longest(only_left, only_right):
        kind = "left" if theirs is None else "right" if ours is None else "day"
        yield Difference(kind, action_class, left.get(ours or ""), right.get(theirs or ""))


def _uncorroborated(days: Iterable[str], others: Iterable[str]) -> list[str]:
    """Return the days that no day of the other source is, to the precision of the coarser of the two."""
    others = tuple(others)
    return sorted(day for day in days if not any(corroborates(day, other) for other in others))


def _modes_differ(left: ActionRow, right: ActionRow) -> bool:
    return left.action != right.action and "consent" not in (left.action, right.action)


def undecided(comparisons: Iterable[Comparison], adjudications: Iterable[Adjudication]) -> tuple[Difference, ...]:
    """Return the differing days of which neither is rejected by an adjudication."""
    rejected = {adjudication.rejects for adjudication in adjudications}
    return tuple(
        difference
        for comparison in comparisons
        for difference in comparison.differences
        if difference.kind == "day" and not rejected & {_rejection(difference, row) for row in _both(difference)}
    )


def _both(difference: Difference) -> Iterator[ActionRow]:
    return (row for row in (difference.left, difference.right) if row)


def _rejection(difference: Difference, row: ActionRow) -> tuple[str, str, str, str, str]:
    return (row.instrument, row.party, difference.action_class, row.date, row.source)


def check_counts(rows: Iterable[ActionRow], counts: Iterable[PrintedCount], source: str) -> tuple[CountCheck, ...]:
    """Hold printed counts against the rows of one source, as the depositary counts.

    It counts neither acts in square brackets nor those that it tells only in end notes: these are of former
    States, or came before the act that counts.
    """
    own = [row for row in rows if row.source == source and class_of(row) and _is_counted(row)]
    return tuple(_check_count(printed, own) for printed in counts)


def _is_counted(row: ActionRow) -> bool:
    return not row.bracketed and "end note" not in row.locator


def _check_count(printed: PrintedCount, rows: Iterable[ActionRow]) -> CountCheck:
    own = [row for row in rows if row.instrument == printed.instrument]
    listed = set(printed.participants.split(";")) if printed.participants else None
    ours = {row.party for row in own}
    return CountCheck(
        printed=printed,
        signatories=len({row.party for row in own if row.action in SIGNATURES}),
        parties=len({row.party for row in own if row.action in CONSENTS}),
        missing=() if listed is None else tuple(sorted(listed - ours)),
        unprinted=() if listed is None else tuple(sorted(ours - listed)),
    )
