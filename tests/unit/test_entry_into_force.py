"""The final clauses as arithmetic; expected dates are those that the depositary prints."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iml_graph.entry_into_force import (
    Clause,
    EntryIntoForce,
    apply,
    effect_of_consent,
    parse_delay,
    treaty_entry_into_force,
)
from iml_graph.errors import DataError

ICRMW = EntryIntoForce(
    on="2003-07-01",
    initial=Clause("P3M", "first-of-month-after", 20),
    later=Clause("P3M", "first-of-month-after"),
)
ICCPR = EntryIntoForce(on="1976-03-23", initial=Clause("P3M", "exact", 35), later=Clause("P3M"))

days = st.dates(date(1900, 1, 1), date(2099, 12, 31)).map(date.isoformat)


def test_first_of_month_after_three_months() -> None:
    # Guatemala's was the twentieth ratification of the ICRMW, on 14 March 2003; in force 1 July 2003.
    assert treaty_entry_into_force(Clause("P3M", "first-of-month-after", 1), ["2003-03-14"]) == "2003-07-01"


def test_threshold_not_met_is_not_in_force() -> None:
    assert treaty_entry_into_force(Clause("P3M", threshold=3), ["2000-01-01", "2001-01-01"]) is None


def test_threshold_counts_in_order_of_deposit() -> None:
    assert treaty_entry_into_force(Clause("P30D", threshold=2), ["2001-01-01", "2000-01-01"]) == "2001-01-31"


def test_an_early_consent_takes_effect_with_the_treaty() -> None:
    assert effect_of_consent(ICCPR, "1970-02-18") == "1976-03-23"


def test_a_late_consent_takes_effect_by_the_clause_for_later_parties() -> None:
    # Trinidad and Tobago acceded to the ICCPR on 21 December 1978.
    assert effect_of_consent(ICCPR, "1978-12-21") == "1979-03-21"


def test_no_effect_while_the_treaty_is_not_in_force() -> None:
    assert effect_of_consent(EntryIntoForce(later=Clause("P30D")), "2020-01-01") is None


def test_no_effect_from_a_year_alone() -> None:
    assert effect_of_consent(ICCPR, "1978") is None


@pytest.mark.parametrize("text", ["", "P", "90 days", "PT5H", "P3W"])
def test_other_durations_are_refused(text: str) -> None:
    with pytest.raises(DataError, match="not a duration"):
        parse_delay(text)


@given(days, st.integers(0, 400))
def test_effect_is_never_before_deposit(deposited: str, delay: int) -> None:
    assert apply(Clause(f"P{delay}D"), deposited) >= deposited


@given(days)
def test_first_of_month_is_a_first_and_after_the_delay(deposited: str) -> None:
    found = apply(Clause("P3M", "first-of-month-after"), deposited)
    assert found.endswith("-01")
    assert found > apply(Clause("P3M"), deposited)


@given(days)
def test_effect_is_never_before_the_treaty_itself(deposited: str) -> None:
    found = effect_of_consent(ICRMW, deposited)
    assert found is not None
    assert found >= "2003-07-01"
