"""Dates that users write, and intervals over them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iml_graph.dates import corroborates, holds, is_cut_date, is_full, parse_on, precision
from iml_graph.errors import BadInputError

NOW = date(2026, 11, 22)


@given(st.dates(date(1900, 1, 1), date(2036, 12, 31)))
def test_every_iso_date_in_range_is_read(day: date) -> None:
    assert parse_on(day.isoformat(), NOW) == day


@pytest.mark.parametrize(
    "text", ["", "yesterday", "2026-2-3", "03/02/2026", "2026-02-30", "2026-02-03T00:00", " 2026-02-03"]
)
def test_other_forms_are_refused_with_the_accepted_one(text: str) -> None:
    with pytest.raises(BadInputError, match="YYYY-MM-DD"):
        parse_on(text, NOW)


@pytest.mark.parametrize("text", ["1899-12-31", "2037-01-01", "9999-12-31", "0002-11-30"])
def test_dates_out_of_range_are_refused_with_the_range(text: str) -> None:
    with pytest.raises(BadInputError, match="from 1900-01-01 to 2036-12-31"):
        parse_on(text, NOW)


def test_precision_is_what_is_written() -> None:
    assert [precision(text) for text in ("1998-05-26", "1998-05", "1998", "")] == ["day", "month", "year", "unknown"]


def test_a_date_is_full_when_its_day_is_known() -> None:
    assert [text for text in ("1998-05-26", "1998-05", "1998", "") if is_full(text)] == ["1998-05-26"]


def test_a_coarser_date_corroborates_and_another_does_not() -> None:
    assert corroborates("1998", "1998-05-26")
    assert corroborates("1998-05-26", "1998-05")
    assert not corroborates("1997", "1998-05-26")
    assert not corroborates("", "1998-05-26")


def test_intervals_are_half_open() -> None:
    assert holds("2000-01-01", "2001-01-01", "2000-01-01")
    assert not holds("2000-01-01", "2001-01-01", "2001-01-01")
    assert holds("2000-01-01", None, "2099-01-01")


@pytest.mark.parametrize("text", ["1998", "1998-05", "1998-05-26", "2000-02-29"])
def test_dates_may_be_cut_to_what_is_known(text: str) -> None:
    assert is_cut_date(text)


@pytest.mark.parametrize("text", ["", "98", "1998-5", "1998-13", "1998x05-26", "1999-02-29", "1998-W05-2", "19980526"])
def test_other_texts_are_no_dates(text: str) -> None:
    assert not is_cut_date(text)
