"""Dates as the depositary prints them: ``4 Oct 2007`` in grids, ``4 October 2007`` in prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_NUMBERS = {name[:length].lower(): n for n, name in enumerate(_MONTHS, 1) for length in (3, len(name))}
_NUMBERS["sept"] = 9
_NUMBERS |= {"septembre": 9, "octobre": 10, "decmeber": 12}  # so printed on pages
_MONTH = "|".join(sorted(_NUMBERS, key=len, reverse=True))

_YEAR = r"[1l]9\d\d|2\d{3}"  # a page has the letter l for the digit
PATTERN = rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?i:{_MONTH})\.?,?\s*(?:{_YEAR})(?!\d)"
"""A whole date in prose or grid, for use inside larger expressions."""

_DATE = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+({_MONTH})\.?,?\s*({_YEAR})(?!\d)", re.IGNORECASE)


def find_dates(text: str) -> Iterator[str]:
    """Yield every whole date of the text, in its order, as ISO dates.

    A day that no calendar has (``31 June 1990``) is no date and is left out.
    """
    for day, month, year in _DATE.findall(text):
        try:
            yield date(int(year.replace("l", "1")), _NUMBERS[month.lower()], int(day)).isoformat()
        except ValueError:
            continue


def read_date(text: str) -> str | None:
    """Return the first whole date of the text as an ISO date, or None."""
    return next(find_dates(text), None)
