"""The smallest set of instruments is the smallest, and of several the one that the rule for ties picks."""

from __future__ import annotations

from itertools import chain, combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iml_graph.protection.advice import Adviser
from iml_graph.protection.minimum import Problem, minimum, solve
from iml_graph.protection.ranking import COVERED
from iml_graph.store import Store

NAMES, RIGHTS = "abcdef", "uvwxyz"


def brute_force(problem: Problem) -> tuple[str, ...]:
    """Try every set of instruments."""
    names = problem.instruments
    sets = chain.from_iterable(combinations(names, size) for size in range(len(names) + 1))
    allowed = [each for each in sets if _closed(problem, each) and _covering(problem, each)]
    return min(allowed, key=lambda each: (len(each), -sum(problem.weight.get(name, 0) for name in each), each))


def _closed(problem: Problem, chosen: tuple[str, ...]) -> bool:
    return all(problem.needs.get(name, frozenset()) <= set(chosen) for name in chosen)


def _covering(problem: Problem, chosen: tuple[str, ...]) -> bool:
    covered = frozenset().union(*(problem.covers.get(name, frozenset()) for name in chosen))
    return covered == frozenset(problem.rights)


problems = st.builds(
    Problem,
    covers=st.dictionaries(st.sampled_from(NAMES), st.frozensets(st.sampled_from(RIGHTS), min_size=1), max_size=6),
    needs=st.dictionaries(st.sampled_from(NAMES), st.frozensets(st.sampled_from(NAMES), max_size=2), max_size=3),
    weight=st.dictionaries(st.sampled_from(NAMES), st.integers(0, 3000)),
)


@given(problem=problems)
@settings(max_examples=150, deadline=None)
def test_it_is_what_trying_all_sets_finds(problem: Problem) -> None:
    assert solve(problem) == brute_force(problem)


def test_fewest_come_before_the_heaviest_and_these_before_the_first_by_name() -> None:
    one, two = frozenset("u"), frozenset("v")
    assert solve(Problem({"a": one, "b": two, "c": one | two}, weight={"a": 9, "b": 9})) == ("c",)
    assert solve(Problem({"a": one, "b": one}, weight={"b": 2, "a": 1})) == ("b",)
    assert solve(Problem({"b": one, "a": one})) == ("a",)


def test_what_must_come_first_belongs_to_the_set() -> None:
    protocol = Problem({"protocol": frozenset("uv"), "other": frozenset("u")}, {"protocol": frozenset({"parent"})})
    assert solve(protocol) == ("parent", "protocol")


def test_nothing_is_chosen_where_nothing_can_be_covered() -> None:
    assert solve(Problem({})) == ()


def test_a_party_is_told_what_to_join_and_what_stays_open(tiny_graph: Store) -> None:
    found = minimum(Adviser(tiny_graph).view("NNN", "2003-01-01"))
    # The League Convention alone gives equal pay; only the convention on tides the rest.
    assert found.instruments == ("league-convention", "tidal")
    assert found.gives["league-convention"] == ("equal-pay",)
    assert "non-refoulement" in found.gives["tidal"]
    assert all(each.cover in COVERED for each in found.after if each.right in found.gives["tidal"])
    assert "diplomatic-protection" in {each.right for each in found.remaining}


def test_one_right_may_be_asked_for_and_instruments_named(tiny_graph: Store) -> None:
    view = Adviser(tiny_graph).view("NNN", "2003-01-01")
    assert minimum(view, rights=("equal-pay",)).instruments == ("league-convention",)
    assert minimum(view, names=("tidal",)).instruments == ("tidal",)
    assert minimum(view, rights=("diplomatic-protection",)).instruments == ()


LABOUR = ("ilo-c097", "ilo-c143", "icrmw", "ilo-c189", "crpd", "crc", "statelessness-1961")


@pytest.mark.parametrize("code", ["DEU", "SEN", "USA", "FJI", "COL"])
def test_it_is_exact_for_real_states(graph: Store, code: str) -> None:
    """Each set of a few instruments is joined in fact, and what it covers looked at as a whole."""
    view = Adviser(graph).view(code, "2026-02-03")
    found = minimum(view, names=LABOUR)
    aim = _covered(found.after)
    best = None
    for size in range(len(found.candidates) + 1):
        for names in combinations(found.candidates, size):
            if best is None and _covered(view.joining(*names).cover()) == aim:
                best = size
    assert _covered(view.joining(*found.candidates).cover()) == aim
    assert len(found.instruments) == best


def _covered(covers: tuple) -> set[str]:  # type: ignore[type-arg]
    return {each.right for each in covers if each.cover in COVERED}
