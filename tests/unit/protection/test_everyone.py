"""All rights of all parties on one day, equal to what ``cover`` tells of each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from iml_graph.protection.advice import Adviser, View
from iml_graph.protection.cover import cover_rights
from iml_graph.protection.everyone import giving
from iml_graph.protection.law import Law
from iml_graph.protection.position import Bearing, Position, Statement
from iml_graph.terms import Cover

Placed = Callable[..., Position]
Reserved = Callable[..., Statement]


def positions(placed: Placed, reserved: Reserved) -> list[Position]:
    doubtful, accepted = Bearing(unknown=True), Bearing("2000-01-01", accepted=("2",))
    return [
        placed(),
        placed("alpha"),
        placed("beta", "omega"),
        placed("alpha", "gamma"),
        placed("beta", alpha=doubtful),
        placed(gamma=accepted),
        placed(beta=Bearing("2000-01-01", through="league")),
        placed(alpha=Bearing("2000-01-01", excluded=(("1", "2000-01-01"),))),
        placed("alpha", statements=(reserved("alpha/1"),)),
        placed("alpha", "omega", statements=(reserved(whole="alpha"), reserved("omega/1"))),
        placed("omega", statements=(reserved("alpha/2"),)),
        placed("beta", statements=(reserved("alpha/1"),)),
    ]


@pytest.mark.parametrize("holder", [None, "all", "migrants", "workers", "children"])
def test_the_classes_of_a_party_are_those_of_cover(
    law: Law, placed: Placed, reserved: Reserved, holder: str | None
) -> None:
    given = giving(law, holder)
    for position in positions(placed, reserved):
        expected = tuple(each.cover for each in cover_rights(law, position, (), holder))
        assert given.classes(position) == expected


@pytest.mark.parametrize("on", ["1949-10-01", "1976-03-23", "1993-01-01", "2003-07-01", "2026-02-03", "2026-11-29"])
def test_every_pair_of_party_and_right_is_as_cover_tells_it(indexed: Adviser, on: str) -> None:
    for code, classes in indexed.everyone(on).items():
        view = View(indexed, indexed.dossier(code), on)
        assert classes == {each.right: each.cover for each in view.cover()}


@pytest.mark.parametrize("holder", ["children", "refugees"])
def test_every_pair_is_as_cover_tells_it_of_one_group(indexed: Adviser, holder: str) -> None:
    for code, classes in indexed.everyone("2026-02-03", holder).items():
        view = View(indexed, indexed.dossier(code), "2026-02-03")
        assert classes == {each.right: each.cover for each in view.cover((), holder)}


def test_the_store_tells_the_same_of_everyone(indexed: Adviser, stored: Adviser) -> None:
    assert stored.everyone("2026-02-03") == indexed.everyone("2026-02-03")


def test_nobody_was_bound_before_there_were_treaties(indexed: Adviser) -> None:
    bound = {Cover.FULL, Cover.INDIRECT, Cover.LIMITED}
    assert not any(bound & set(classes.values()) for classes in indexed.everyone("1900-01-01").values())
