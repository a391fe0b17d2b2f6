"""The smallest set of instruments open to a party that covers every right which can still be covered, exactly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from iml_graph.gaps import Gap
from iml_graph.protection.advice import View
from iml_graph.protection.cover import RightCover
from iml_graph.protection.newness import Weights
from iml_graph.protection.ranking import COVERED, open_gaps

_GRAIN = 1000
"""Weights are compared in thousandths, whole numbers, so that the solver's tolerance decides nothing."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Which rights each instrument covers, which others it needs first, and what it weighs (a whole number)."""

    covers: Mapping[str, frozenset[str]]
    needs: Mapping[str, frozenset[str]] = field(default_factory=dict)
    weight: Mapping[str, int] = field(default_factory=dict)

    @property
    def instruments(self) -> tuple[str, ...]:
        """All instruments that can be chosen, in the order of identifiers."""
        return tuple(sorted({*self.covers, *(each for own in self.needs.values() for each in own)}))

    @property
    def rights(self) -> tuple[str, ...]:
        """All rights that can be covered."""
        return tuple(sorted(frozenset().union(*self.covers.values())))


@dataclass(frozen=True, slots=True)
class Minimum:
    """The chosen instruments, what each alone would cover, and the rights that stay open.

    ``gaps`` are the chosen instruments that can be joined, with their next steps; ``required`` those that only come
    first; ``covered`` is told of the party once all are joined; ``perhaps`` are rights that instruments cover which the
    party may join only if invited.
    """

    gaps: tuple[Gap, ...]
    required: tuple[str, ...]
    gives: Mapping[str, tuple[str, ...]]
    before: tuple[RightCover, ...]
    after: tuple[RightCover, ...]
    candidates: tuple[str, ...]

    @property
    def instruments(self) -> tuple[str, ...]:
        """The identifiers of all that are to be joined."""
        return (*self.required, *(gap.standing.instrument.identifier for gap in self.gaps))

    @property
    def remaining(self) -> tuple[RightCover, ...]:
        """The rights that nothing open to the party would cover whole."""
        return tuple(each for each in self.after if each.cover not in COVERED)


def minimum(
    view: View,
    weights: Weights | None = None,
    rights: Iterable[str] = (),
    holder: str | None = None,
    names: Iterable[str] = (),
) -> Minimum:
    """Find the fewest instruments to join; of as few those that weigh most by what they add, then by identifier.

    Args:
        view: the party on the day.
        weights: of what an instrument adds.
        rights: rights or groups of rights; all if empty.
        holder: the group of persons asked about.
        names: instruments among which to choose; all that are open to the party if empty.
    """
    rights = tuple(rights)
    before = view.cover(rights, holder)
    lacking = [each.right for each in before if each.cover not in COVERED]
    gaps = {
        gap.standing.instrument.identifier: gap for gap in open_gaps(view, names) if gap.standing.can.eligible is True
    }
    covers, needs, weight = {}, {}, {}
    for name, gap in gaps.items():
        after = view.joining(name).cover(lacking, holder) if lacking else ()
        covers[name] = frozenset(each.right for each in after if each.cover in COVERED)
        needs[name] = frozenset(gap.standing.can.missing)
        weight[name] = round(view.adds(name, weights).new * _GRAIN)
    useful = {name: own for name, own in covers.items() if own}
    chosen = solve(Problem(useful, _closure(useful, needs), weight))
    then = view.joining(*chosen).cover(rights, holder)
    return Minimum(
        gaps=tuple(gaps[name] for name in chosen if name in gaps),
        required=tuple(name for name in chosen if name not in gaps),
        gives={name: tuple(sorted(covers.get(name, ()))) for name in chosen},
        before=before,
        after=then,
        candidates=tuple(sorted(gaps)),
    )


def _closure(useful: Iterable[str], needs: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Keep what useful instruments need, and what that needs in turn."""
    found, waiting = {}, list(useful)
    for name in waiting:  # grows as it goes
        if name not in found:
            found[name] = needs.get(name, frozenset())
            waiting += found[name]
    return found


def solve(problem: Problem) -> tuple[str, ...]:
    """Choose the fewest instruments that cover all rights of the problem; ties by weight, then by identifiers.

    Each step is an integer programme: fewest first, then of those the heaviest; then one instrument after the other, in
    the order of identifiers, is kept if a solution as good has it.
    """
    instruments = problem.instruments
    if not problem.rights:
        return ()
    weights = [problem.weight.get(name, 0) for name in instruments]
    ones = [1] * len(instruments)
    model = _Model(problem, instruments)
    fewest = model.least(ones)
    model.require(ones, fewest, fewest)
    lightest = model.least([-each for each in weights])
    model.require(weights, -lightest, -lightest)
    for place in range(len(instruments)):
        unit = [int(place == other) for other in range(len(instruments))]
        best = -model.least([-each for each in unit])
        model.require(unit, best, best)
    return tuple(name for name, taken in zip(instruments, model.solution, strict=True) if taken)


class _Model:
    """An integer programme with a variable of 0 or 1 for each instrument."""

    def __init__(self, problem: Problem, instruments: tuple[str, ...]) -> None:
        self.rows: list[list[int]] = []
        self.low: list[float] = []
        self.high: list[float] = []
        self.solution: tuple[int, ...] = ()
        for right in problem.rights:
            row = [int(right in problem.covers.get(name, ())) for name in instruments]
            self.require(row, 1, len(instruments))
        for name, first in problem.needs.items():
            for other in first:
                row = [int(each == other) - int(each == name) for each in instruments]
                self.require(row, 0, 1)

    def require(self, row: list[int], low: float, high: float) -> None:
        """Add that a sum lies between two bounds."""
        self.rows.append(row)
        self.low.append(low)
        self.high.append(high)

    def least(self, cost: list[int]) -> int:
        """Minimise a sum and keep the solution."""
        from scipy.optimize import Bounds, LinearConstraint, milp  # slow to import, and only this answer needs it

        found = milp(
            c=cost,
            integrality=[1] * len(cost),
            bounds=Bounds(0, 1),
            constraints=LinearConstraint(self.rows, self.low, self.high),
            options={"mip_rel_gap": 0.0},
        )
        if found.x is None:  # cannot happen: to take all instruments is always a solution
            raise ArithmeticError(found.message)
        self.solution = tuple(round(each) for each in found.x)
        return sum(price * taken for price, taken in zip(cost, self.solution, strict=True))
