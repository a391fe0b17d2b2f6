"""What binds a party on a day, through what, and with which limits."""

from __future__ import annotations

from collections.abc import Callable

from iml_graph.protection.law import Law
from iml_graph.protection.position import Bearing, Limit, Position, Statement, concerned
from iml_graph.terms import LimitKind

Placed = Callable[..., Position]
Reserved = Callable[..., Statement]


def test_articles_of_a_binding_instrument_bind(law: Law, placed: Placed) -> None:
    found = placed("alpha")
    assert found.binds(law, "alpha/1")
    assert found.binds(law, "beta/1") is False
    assert found.bound == {"alpha": "2000-01-01"}


def test_what_an_instrument_takes_in_binds_through_it(law: Law, placed: Placed) -> None:
    found = placed("omega")
    assert found.through == {"alpha/2.1": "omega"}
    assert found.binds(law, "alpha/2.1")
    assert found.binds(law, "alpha/1") is False


def test_what_binds_by_itself_does_not_bind_through_another(placed: Placed) -> None:
    assert placed("alpha", "omega").through == {}


def test_an_act_of_an_organization_binds_through_it(law: Law, placed: Placed) -> None:
    found = placed(beta=Bearing("2001-01-01", through="league"))
    assert found.through == {"beta/1": "league", "beta/2": "league"}


def test_of_an_instrument_with_a_choice_only_what_was_accepted_binds(law: Law, placed: Placed) -> None:
    found = placed(gamma=Bearing("2000-01-01", accepted=("1",)))
    assert found.binds(law, "gamma/1")
    assert found.binds(law, "gamma/2") is False


def test_where_no_choice_is_on_record_it_is_not_known_what_binds(law: Law, placed: Placed) -> None:
    assert placed("gamma").binds(law, "gamma/1") is None


def test_what_is_joined_binds_from_the_day_itself(placed: Placed) -> None:
    found = placed("alpha", joined=("beta", "alpha"))
    assert found.bound == {"alpha": "2000-01-01", "beta": "2020-01-01"}


def test_what_is_joined_is_not_unknown(placed: Placed) -> None:
    doubtful = Bearing(unknown=True, last_known="signatory")
    assert placed(beta=doubtful).unknown == {"beta": "signatory"}
    assert placed(beta=doubtful, joined=("beta",)).unknown == {}


def test_a_reservation_limits_an_article_its_parts_and_what_it_is_part_of(placed: Placed, reserved: Reserved) -> None:
    limit = Limit(LimitKind.RESERVATION, "reservation", "2000-01-01")
    assert placed("alpha", statements=(reserved("alpha/2"),)).limits == {"alpha/2": (limit,), "alpha/2.1": (limit,)}
    assert set(placed("alpha", statements=(reserved("alpha/2.1"),)).limits) == {"alpha/2", "alpha/2.1"}


def test_a_reservation_on_a_finer_part_concerns_the_row_that_holds_it(law: Law) -> None:
    assert concerned(law, "alpha/1.b.iii") == ("alpha/1",)
    assert concerned(law, "nothing/1") == ()


def test_a_reservation_counts_from_its_deposit_to_its_withdrawal(placed: Placed, reserved: Reserved) -> None:
    later = reserved("alpha/1", deposited="2020-01-02")
    withdrawn = reserved("alpha/1", withdrawn="2020-01-01")
    assert placed("alpha", statements=(later, withdrawn)).limits == {}
    assert placed("alpha", statements=(reserved("alpha/1", withdrawn="2020-01-02"),)).limits


def test_a_reservation_on_the_whole_limits_every_article(placed: Placed, reserved: Reserved) -> None:
    found = placed("beta", statements=(reserved(whole="beta"),)).limits
    assert {key: limits[0].kind for key, limits in found.items()} == dict.fromkeys(
        ("beta/1", "beta/2"), LimitKind.GENERAL_RESERVATION
    )


def test_a_territory_left_out_limits_every_article(placed: Placed, reserved: Reserved) -> None:
    found = placed("beta", statements=(reserved(whole="beta", territories=("TTT", "UUU")),)).limits
    assert [limit.subject for limit in found["beta/1"]] == ["TTT", "UUU"]
    assert {limit.kind for limits in found.values() for limit in limits} == {LimitKind.TERRITORY}


def test_an_exclusion_limits_an_article_and_its_parts(placed: Placed) -> None:
    found = placed(alpha=Bearing("2000-01-01", excluded=(("2", "2005-01-01"),))).limits
    assert found == {
        "alpha/2": (Limit(LimitKind.EXCLUSION, "alpha/2", "2005-01-01"),),
        "alpha/2.1": (Limit(LimitKind.EXCLUSION, "alpha/2.1", "2005-01-01"),),
    }
