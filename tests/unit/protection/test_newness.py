"""What an instrument would add: weights, overlaps, and the share that is new."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from iml_graph.protection.law import Law
from iml_graph.protection.newness import additions, default_weights, equal_weights
from iml_graph.protection.position import Position, Statement

Placed = Callable[..., Position]


def new(law: Law, position: Position, instrument: str) -> dict[str, float]:
    return {each.article.key: each.new for each in additions(law, position, instrument).additions}


def test_where_nothing_binds_all_is_new(law: Law, placed: Placed) -> None:
    found = additions(law, placed(), "omega")
    assert (found.share, found.new) == (1.0, 1.0)


def test_articles_without_a_tag_are_told_and_weigh_nothing(law: Law, placed: Placed) -> None:
    found = additions(law, placed(), "alpha")
    assert [each.reference for each in found.untagged] == ["2", "4"]
    assert [each.article.reference for each in found.additions] == ["1", "2.1", "3"]


def test_what_an_equivalent_article_gives_is_not_new(law: Law, placed: Placed) -> None:
    assert new(law, placed("alpha"), "omega") == {"omega/1": 0.0}


def test_a_narrower_article_adds_nothing_and_a_broader_one_a_part(law: Law, placed: Placed) -> None:
    weights = default_weights().overlap
    assert new(law, placed("alpha"), "beta")["beta/1"] == 1 - weights["narrower"]
    assert new(law, placed("beta"), "alpha")["alpha/1"] == 1 - weights["broader"]


def test_an_article_that_binds_with_a_limit_gives_less(
    law: Law, placed: Placed, reserved: Callable[..., Statement]
) -> None:
    limited = placed("alpha", statements=(reserved("alpha/1"),))
    (found,) = additions(law, limited, "omega").additions
    assert found.new == 1 - default_weights().overlap["limited"]
    assert found.overlaps[0].limited


def test_articles_that_nobody_compared_overlap_by_their_tags(law: Law, placed: Placed) -> None:
    found = next(each for each in additions(law, placed("gamma"), "alpha").additions if each.article.reference == "2.1")
    assert found.overlaps == ()  # Gamma gives food to fewer persons
    (other,) = [each for each in additions(law, placed("alpha"), "gamma").additions if each.article.reference == "2"]
    assert (other.overlaps[0].article, other.overlaps[0].relation) == ("alpha/2.1", None)
    assert other.new == 1 - default_weights().overlap["same-tags"]


def test_an_instrument_is_not_compared_with_itself(law: Law, placed: Placed) -> None:
    assert additions(law, placed("alpha"), "alpha").share == 1.0


def test_a_duty_weighs_less_than_a_guarantee_and_by_equal_weights_the_same(law: Law, placed: Placed) -> None:
    by_default = {each.article.key: each.weight for each in additions(law, placed(), "alpha").additions}
    by_equal = {each.article.key: each.weight for each in additions(law, placed(), "alpha", equal_weights()).additions}
    assert by_default["alpha/3"] == 0.5 * by_default["alpha/1"]
    assert set(by_equal.values()) == {1.0}


def test_the_share_is_that_of_the_weights(law: Law, placed: Placed) -> None:
    found = additions(law, placed("omega"), "alpha")  # Omega gives article 1 and takes in article 2, paragraph 1
    whole = sum(each.weight for each in found.additions)
    assert found.share == pytest.approx(found.new / whole)
    assert 0 < found.share < 1


def test_an_instrument_without_a_tagged_article_adds_nothing(law: Law, placed: Placed) -> None:
    assert additions(law, placed(), "nothing").share == 0.0
