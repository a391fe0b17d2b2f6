"""How a right is covered: the best article decides, and unknown is never no."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from iml_graph.protection.cover import cover, cover_rights, sufficient
from iml_graph.protection.law import Article, Hierarchy, Law, Tag
from iml_graph.protection.position import Bearing, Position, Statement
from iml_graph.terms import Cover, LimitKind

Placed = Callable[..., Position]
Reserved = Callable[..., Statement]

DOUBTFUL = Bearing(unknown=True, last_known="signatory")


def test_an_article_for_all_that_are_asked_about_covers_in_full(law: Law, placed: Placed) -> None:
    found = cover(law, placed("alpha"), "shelter")
    assert found.cover is Cover.FULL
    assert [basis.tag.article for basis in found.bases] == ["alpha/1"]


def test_an_article_for_fewer_persons_covers_in_a_limited_way(law: Law, placed: Placed) -> None:
    found = cover(law, placed("beta"), "shelter")
    assert found.cover is Cover.LIMITED
    assert [limit.kind for limit in found.bases[0].limits] == [LimitKind.HOLDER]


def test_for_the_persons_that_it_is_for_it_covers_in_full(law: Law, placed: Placed) -> None:
    assert cover(law, placed("beta"), "shelter", "workers").cover is Cover.FULL
    assert cover(law, placed("beta"), "shelter", "children").cover is Cover.NONE


def test_an_article_for_more_persons_than_asked_covers_them(law: Law, placed: Placed) -> None:
    assert cover(law, placed("alpha"), "shelter", "children").cover is Cover.FULL


def test_an_article_at_discretion_covers_in_a_limited_way(law: Law, placed: Placed) -> None:
    found = cover(law, placed("beta"), "wage")
    assert found.cover is Cover.LIMITED
    assert [limit.kind for limit in found.bases[0].limits] == [LimitKind.DISCRETION]


def test_an_article_taken_in_covers_indirectly(law: Law, placed: Placed) -> None:
    found = cover(law, placed("omega"), "food")
    assert (found.cover, found.bases[0].through) == (Cover.INDIRECT, "omega")


def test_a_reservation_limits_and_another_article_without_one_covers(
    law: Law, placed: Placed, reserved: Reserved
) -> None:
    limited = (reserved("alpha/1"),)
    assert cover(law, placed("alpha", statements=limited), "shelter").cover is Cover.LIMITED
    both = cover(law, placed("alpha", "omega", statements=limited), "shelter")
    assert [(basis.tag.article, basis.cover) for basis in both.bases] == [
        ("omega/1", Cover.FULL),
        ("alpha/1", Cover.LIMITED),
    ]


def test_an_excluded_article_covers_nothing(law: Law, placed: Placed) -> None:
    found = cover(law, placed(alpha=Bearing("2000-01-01", excluded=(("1", "2000-01-01"),))), "shelter")
    assert found.cover is Cover.NONE
    assert found.bases == ()
    assert [basis.tag.article for basis in found.excluded] == ["alpha/1"]


def test_an_instrument_that_may_bind_makes_unknown_and_never_no(law: Law, placed: Placed) -> None:
    found = cover(law, placed(alpha=DOUBTFUL), "shelter")
    assert (found.cover, found.unknown) == (Cover.UNKNOWN, (("alpha", "signatory"),))


def test_what_covers_comes_before_what_is_unknown(law: Law, placed: Placed) -> None:
    assert cover(law, placed("beta", alpha=DOUBTFUL), "shelter").cover is Cover.LIMITED


def test_a_choice_that_is_not_on_record_makes_unknown(law: Law, placed: Placed) -> None:
    found = cover(law, placed("gamma"), "wage")
    assert (found.cover, found.unknown) == (Cover.UNKNOWN, (("gamma", "party"),))


def test_custom_is_told_where_nothing_binds_and_texts_that_bind_nobody_last(law: Law, placed: Placed) -> None:
    food, wage = cover(law, placed(), "food"), cover(law, placed(), "wage")
    assert (food.cover, food.asserted, food.contested) == (Cover.CUSTOMARY, 2, 1)
    assert (wage.cover, [tag.article for tag in wage.soft]) == (Cover.SOFT, ["delta/1"])
    assert cover(law, placed(), "shelter").cover is Cover.NONE


def test_where_nothing_gives_a_right_to_those_asked_about_the_widest_groups_suffice(law: Law) -> None:
    assert sufficient(law, {"workers", "children"}, frozenset({"migrants"})) == {"workers", "children"}
    assert sufficient(law, {"all", "workers"}, frozenset({"migrants"})) == {"all"}
    assert sufficient(law, set(), frozenset({"migrants"})) == frozenset()


def test_a_right_with_a_typical_holder_is_whole_for_that_one(law: Law, placed: Placed) -> None:
    found = cover(law, placed(gamma=Bearing("2000-01-01", accepted=("1",))), "wage")
    assert found.cover is Cover.FULL  # wages are of workers, and Gamma gives them to all migrants


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ((), ["food", "shelter", "wage"]),
        (("safety",), ["food", "shelter"]),
        (("wage", "safety", "food"), ["wage", "food", "shelter"]),
        (("wage",), ["wage"]),
    ],
)
def test_a_group_stands_for_the_rights_under_it(
    law: Law, placed: Placed, asked: tuple[str, ...], expected: list[str]
) -> None:
    assert [each.right for each in cover_rights(law, placed(), asked)] == expected


@pytest.fixture(scope="module")
def narrow(law: Law) -> Law:
    """Wartime is a convention for civilians, which names children among them; Equal one against discrimination."""
    own = ("wartime/1", "wartime/2", "equal/1", "equal/2")
    group, ground = "equality-and-non-discrimination", "racial-discrimination-prohibition"
    return replace(
        law,
        rights=Hierarchy({**law.rights.broader, group: (), ground: (group,)}),
        holders=Hierarchy({**law.holders.broader, "civilians": ("all",), "women": ("all",)}),
        typical={**law.typical, "shelter": frozenset({"women"})},
        articles={
            **law.articles,
            **{key: Article(key, key.partition("/")[0], key.partition("/")[2], "guarantee") for key in own},
        },
        tags=(
            *law.tags,
            Tag("wartime/1", "shelter", "women", "respect", True, "high"),
            Tag("wartime/1", "shelter", "civilians", "respect", True, "high"),
            Tag("wartime/2", "food", "civilians", "respect", True, "high"),
            Tag("equal/1", ground, "all", "prohibition", True, "high"),
            Tag("equal/1", ground, "workers", "prohibition", True, "high"),
            Tag("equal/2", "shelter", "all", "equal-treatment", True, "high"),
        ),
    )


def test_of_two_groups_one_is_that_of_the_instrument_and_narrows_the_other(narrow: Law, placed: Placed) -> None:
    found = cover(narrow, placed("wartime"), "shelter")
    assert found.cover is Cover.LIMITED
    assert {limit.subject for basis in found.bases for limit in basis.limits} == {"civilians"}
    assert cover(narrow, placed("wartime"), "shelter", "civilians").cover is Cover.FULL


def test_equality_on_one_ground_is_not_the_right_itself(narrow: Law, placed: Placed) -> None:
    found = cover(narrow, placed("equal"), "shelter")
    assert found.cover is Cover.LIMITED
    assert [limit.kind for limit in found.bases[0].limits] == [LimitKind.DISCRIMINATION]
    assert cover(narrow, placed("equal"), "racial-discrimination-prohibition").cover is Cover.FULL


def test_a_text_that_binds_nobody_counts_from_its_adoption(law: Law, placed: Placed) -> None:
    before = replace(placed(), on="1999-12-31")
    assert cover(law, placed(), "wage").cover is Cover.SOFT
    assert cover(law, before, "wage").cover is Cover.NONE
