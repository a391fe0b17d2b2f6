"""Groups, peers, corridors, what surrounds a step, and parties side by side, on invented treaties."""

from __future__ import annotations

import pytest

from iml_graph.errors import BadInputError, UnknownNameError
from iml_graph.protection.advice import Adviser
from iml_graph.protection.comparison import By, Order, compare, matrix
from iml_graph.protection.context import Shared, context, corridor, peers
from iml_graph.protection.groups import Group, Groups, Kind, read_groups
from iml_graph.store import Store
from iml_graph.terms import Status

ON = "2004-01-01"


@pytest.fixture(scope="module")
def adviser(tiny_graph: Store) -> Adviser:
    return Adviser(tiny_graph)


def test_a_group_has_its_members_of_the_day(tiny_graph: Store) -> None:
    before, after = (read_groups(tiny_graph, "en", on).find("league").members for on in ("1994-01-01", ON))
    assert (before, after) == (("AAA", "BBB"), ("AAA", "BBB", "CCC"))


@pytest.mark.parametrize("name", ["league", "League of Tides", "LT", "ligue des marées", "list:AAA,BBB,CCC"])
def test_a_group_is_found_by_its_names(tiny_graph: Store, name: str) -> None:
    lang = "fr" if "ligue" in name else "en"
    assert read_groups(tiny_graph, lang, ON).find(name).members == ("AAA", "BBB", "CCC")


@pytest.mark.parametrize("name", ["legue", "list:AAA,QQQ"])
def test_a_group_that_does_not_exist_is_refused(tiny_graph: Store, name: str) -> None:
    with pytest.raises(UnknownNameError):
        read_groups(tiny_graph, "en", ON).find(name)


def test_an_empty_list_is_refused(tiny_graph: Store) -> None:
    with pytest.raises(BadInputError, match="list:SEN,MLI"):
        read_groups(tiny_graph, "en", ON).find("list:")


def test_of_regions_the_nearest_counts_and_no_universal_organization() -> None:
    groups = Groups(
        ON,
        {},
        (
            Group(Kind.REGION, "002", "Africa", tuple("ABCDEFG")),
            Group(Kind.REGION, "011", "Western Africa", ("A", "B")),
            Group(Kind.ORGANIZATION, "un", "United Nations", tuple("ABCDEFG")),
            Group(Kind.ORGANIZATION, "league", "League", ("A", "C")),
        ),
    )
    assert [group.identifier for group in groups.of("A")] == ["011", "league"]
    assert groups.near("A") == {"B", "C"}


def test_peers_stand_with_the_bound_ones_first(tiny_graph: Store) -> None:
    found = peers(tiny_graph, "AAA", "tidal", ON, "en", "league")
    assert [(each.standing.party.code, each.standing.status) for each in found.peers] == [
        ("BBB", Status.PARTY),
        ("CCC", Status.PARTY),
    ]
    assert found.counts(found.groups[0]) == {"party": 2}
    assert found.own
    assert found.own.status is Status.PARTY


@pytest.mark.parametrize("group", ["neighbours", "income", "region"])
def test_a_group_of_which_nothing_is_known_is_refused(tiny_graph: Store, group: str) -> None:
    with pytest.raises(BadInputError):
        peers(tiny_graph, "AAA", "tidal", ON, "en", group)


def test_a_corridor_tells_what_binds_both_one_or_none(adviser: Adviser) -> None:
    rights = ("non-refoulement", "collective-expulsion-prohibition")
    found = corridor(adviser.view("AAA", ON), adviser.view("NNN", ON), rights)
    assert [each.state for each in found.rights] == [Shared.FIRST, Shared.FIRST]
    both = corridor(adviser.view("AAA", ON), adviser.view("BBB", ON), rights)
    assert [each.state for each in both.rights] == [Shared.BOTH, Shared.BOTH]
    assert {basis.tag.article for basis in both.rights[0].common} >= {"tidal/7"}
    turned = corridor(adviser.view("NNN", ON), adviser.view("AAA", ON), rights)
    assert {each.state for each in turned.rights} == {Shared.SECOND}


def test_the_context_of_a_step(adviser: Adviser) -> None:
    found = context(adviser, "BBB", "tidal-op", ON)
    assert [(each.session, each.by and each.by.identifier, each.response) for each in found.recommendations] == [
        (5, "AAA", "accepted")
    ]
    assert found.accepted == 1
    tides = context(adviser, "NNN", "tidal", ON)
    assert "8.8" in {each.number for each in tides.targets}
    assert tides.recommendations == ()


def test_a_comparison_has_a_cell_for_each_party(adviser: Adviser) -> None:
    found = compare(adviser, ("AAA", "NNN", "AAA"), ON, By.INSTRUMENT)
    lines = {line.identifier: line for line in found.lines}
    assert lines["tidal"].cells == {"AAA": "party", "NNN": "former-party"}
    assert lines["tidal"].differs()
    assert lines["tidal"].held() == 1


def test_lines_are_ordered_by_how_many_hold_them(adviser: Adviser) -> None:
    found = matrix(adviser, ("AAA", "BBB", "NNN"), ON, By.RIGHT)
    held = [line.held() for line in found.ordered(Order.MOST)]
    assert held == sorted(held, reverse=True)
    assert [line.held() for line in found.ordered(Order.LEAST)] == sorted(held)
    assert found.ordered(Order.NAME) == found.lines


@pytest.mark.parametrize("codes", [("AAA",), ("AAA", "AAA"), ("AAA", "BBB", "CCC", "NNN", "OOO", "XXX", "TTT")])
def test_two_to_six_parties_are_compared(adviser: Adviser, codes: tuple[str, ...]) -> None:
    with pytest.raises(BadInputError, match="2 to 6"):
        compare(adviser, codes, ON, By.RIGHT)
