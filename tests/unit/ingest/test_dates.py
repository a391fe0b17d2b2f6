from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iml_graph.ingest.dates import find_dates, read_date

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
ENGLISH = [date(2000, month, 1).strftime("%B") for month in range(1, 13)]


@given(DAYS, st.booleans(), st.sampled_from([" ", "\t ", "  "]))
def test_every_day_is_read_as_printed_in_grid_and_prose(day: date, short: bool, space: str) -> None:
    month = ENGLISH[day.month - 1]
    printed = f"{day.day}{space}{month[:3] if short else month}{space}{day.year}"
    assert read_date(f"[{printed} a]") == day.isoformat()


@given(st.lists(DAYS, max_size=4))
def test_dates_come_in_the_order_of_the_text(days: list[date]) -> None:
    text = " and ".join(f"on {day.day} {ENGLISH[day.month - 1]} {day.year}" for day in days)
    assert list(find_dates(text)) == [day.isoformat() for day in days]


@pytest.mark.parametrize("text", ["", "31 June 1990", "June 1990", "1990", "12 Foo 1990", "112 May 1990"])
def test_what_is_no_whole_date_is_none(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("1 Decmeber 1999", "1999-12-01"),
        ("8 August l989", "1989-08-08"),
        ("14 July1994", "1994-07-14"),
        ("28 Septembre 2016", "2016-09-28"),
        ("4 Octobre 2002", "2002-10-04"),
    ],
)
def test_a_date_misprinted_on_a_page_is_still_the_date(printed: str, day: str) -> None:
    assert read_date(printed) == day
