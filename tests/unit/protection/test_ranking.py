"""What the instruments open to a party would add, in order."""

from __future__ import annotations

import pytest

from iml_graph.protection.advice import Adviser, View
from iml_graph.protection.cover import Cover
from iml_graph.protection.newness import equal_weights
from iml_graph.protection.ranking import Order, changes, open_gaps, rank
from iml_graph.store import Store
from iml_graph.terms import GapKind, NextStep


@pytest.fixture(scope="module")
def norland(tiny_graph: Store) -> View:
    """One that has left the convention on tides, and is named by that of the League."""
    return Adviser(tiny_graph).view("NNN", "2003-01-01")


def test_what_adds_most_stands_first_with_its_next_step(norland: View) -> None:
    found = rank(norland)
    assert [each.identifier for each in found] == ["tidal", "league-convention"]
    assert [each.gap.step for each in found] == [NextStep.ACCEDE_AGAIN, NextStep.RATIFY]
    assert found[0].additions.new == 3.5  # two prohibitions and a guarantee whole, a duty by half


def test_rights_that_it_covers_better_are_told_with_their_classes(norland: View) -> None:
    (league,) = rank(norland, names=("league-convention",))
    better = {each.right: (each.before.cover, each.after.cover) for each in league.better}
    # Its article 3 is for migrants alone, article 7 of the convention on tides for everyone.
    assert better == {
        "non-refoulement": (Cover.CUSTOMARY, Cover.LIMITED),
        "equal-pay": (Cover.NONE, Cover.FULL),
    }


def test_other_weights_and_orders_are_named_and_used(norland: View) -> None:
    by_rights = rank(norland, equal_weights(), Order.RIGHTS)
    assert {each.additions.weights for each in by_rights} == {"equal"}
    assert [len(each.better) for each in by_rights] == [5, 2]
    assert [each.additions.new for each in by_rights] == [4.0, 2.0]


def test_what_binds_or_has_no_articles_or_awaits_its_entry_into_force_is_not_ranked(tiny_graph: Store) -> None:
    view = Adviser(tiny_graph).view("AAA", "2010-01-01")
    assert [each.standing.instrument.identifier for each in open_gaps(view)] == []
    waiting = Adviser(tiny_graph).view("NNN", "2005-07-15")
    assert "tidal" not in {each.standing.instrument.identifier for each in open_gaps(waiting)}


def test_what_may_be_joined_only_by_invitation_stands_last(graph: Store) -> None:
    found = rank(Adviser(graph).view("SEN", "2026-02-03"))
    invited = [each.gap.kind is GapKind.BY_INVITATION for each in found]
    assert invited == sorted(invited)
    assert any(invited)


def test_that_it_is_not_known_after_is_no_gain(norland: View) -> None:
    (none,) = norland.cover(("equal-pay",))
    unknown = none._replace(cover=Cover.UNKNOWN)
    (change,) = changes([none], [unknown])
    assert not change.better
    assert changes([none], [none]) == ()
