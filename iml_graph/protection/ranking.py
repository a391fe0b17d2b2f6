"""What each instrument that a party could join would add, and which rights it would cover better."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from iml_graph.gaps import Gap, find_gaps
from iml_graph.protection.advice import View
from iml_graph.protection.cover import Cover, RightCover
from iml_graph.protection.newness import Additions, Weights
from iml_graph.status import PartyProfile
from iml_graph.terms import GapKind, NextStep

COVERED = frozenset({Cover.FULL, Cover.INDIRECT})
"""Classes of a right that is given whole: by the party's own treaty, or through another that binds it."""

_RANK = {cover: place for place, cover in enumerate(Cover)}


@dataclass(frozen=True, slots=True)
class Change:
    """A right whose cover differs between two positions."""

    before: RightCover
    after: RightCover

    @property
    def right(self) -> str:
        """The right."""
        return self.after.right

    @property
    def better(self) -> bool:
        """Whether it is covered better after; that it is not known after is no gain."""
        return _RANK[self.after.cover] < _RANK[self.before.cover] and self.after.cover is not Cover.UNKNOWN


def changes(before: Iterable[RightCover], after: Iterable[RightCover]) -> tuple[Change, ...]:
    """Pair the rights whose class of cover differs, in the order of the second."""
    was = {each.right: each for each in before}
    pairs = (Change(was[each.right], each) for each in after if each.right in was)
    return tuple(each for each in pairs if each.before.cover is not each.after.cover)


class Order(StrEnum):
    """By what candidates are ordered."""

    NEW = "new"
    RIGHTS = "rights"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An instrument open to the party: why it does not bind, the next step, what it adds, what it covers better.

    ``chooses`` tells that a party accepts articles of it one by one, so that the gain depends on its choice.
    """

    gap: Gap
    additions: Additions
    changes: tuple[Change, ...]
    chooses: bool = False

    @property
    def identifier(self) -> str:
        """Of the instrument."""
        return self.gap.standing.instrument.identifier

    @property
    def better(self) -> tuple[Change, ...]:
        """The rights that it would cover better."""
        return tuple(each for each in self.changes if each.better)


def open_gaps(view: View, names: Iterable[str] = ()) -> tuple[Gap, ...]:
    """Pick the instruments with articles that the party could join; of some that are named only.

    What waits for its entry into force after the party's consent is none; what it may join only if it is invited is.
    """
    profile = PartyProfile(view.party, view.on, view.adviser.law.release, tuple(view.standings.values()))
    wanted, law = frozenset(names), view.adviser.law
    return tuple(
        gap
        for gap in find_gaps(profile).gaps
        if (name := gap.standing.instrument.identifier) in law.instruments
        and name not in law.soft
        and name not in view.joined
        and gap.step is not NextStep.AWAIT_ENTRY_INTO_FORCE
        and (not wanted or name in wanted)
    )


def rank(
    view: View, weights: Weights | None = None, order: Order = Order.NEW, names: Iterable[str] = ()
) -> tuple[Candidate, ...]:
    """Order the instruments that the party could join by what they would add, the most first.

    Those that it may join only if it is invited stand last, for no step of its own leads there.
    """
    law, now = view.adviser.law, view.cover()
    found = []
    for gap in open_gaps(view, names):
        name = gap.standing.instrument.identifier
        after = view.joining(name).cover()
        added = view.adds(name, weights)
        if added.additions:
            found.append(Candidate(gap, added, changes(now, after), name in law.chosen))
    return tuple(sorted(found, key=lambda each: _place(each, order)))


def _place(candidate: Candidate, order: Order) -> tuple[bool, float, float, str]:
    sizes: Mapping[Order, float] = {
        Order.NEW: candidate.additions.new,
        Order.RIGHTS: len(candidate.better),
        Order.SHARE: candidate.additions.share,
    }
    invited = candidate.gap.kind is GapKind.BY_INVITATION
    return invited, -round(sizes[order], 9), -round(candidate.additions.new, 9), candidate.identifier
