"""Dates as the graph uses them: ISO text, sometimes cut to a year or a month, in half-open intervals.

ISO dates compare as text, so the read path never turns them into objects.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta

from iml_graph.errors import BadInputError

EARLIEST = date(1900, 1, 1)
"""No participation record of the graph is older."""

YEARS_AHEAD = 10
"""Effects are recorded some years ahead (withdrawals that are notified but not yet effective)."""


def today() -> date:
    """Return the current day in UTC."""
    return datetime.now(tz=UTC).date()


def parse_on(text: str, now: date | None = None) -> date:
    """Read the date that a user asks about.

    Args:
        text: ISO 8601 calendar date, ``2026-02-03``.
        now: the day from which the future is counted; today if not given.

    Raises:
        BadInputError: it is no such date, is before 1900, or more than ten years ahead.
    """
    latest_year = (now or today()).year + YEARS_AHEAD
    accepted = f"Write it as YYYY-MM-DD, from {EARLIEST.isoformat()} to {latest_year}-12-31."
    try:
        found = datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC).date()
    except ValueError:
        raise BadInputError(f"“{text}” is not a date. {accepted}") from None
    if found.isoformat() != text:
        raise BadInputError(f"“{text}” is not a date in full. {accepted}")
    if found < EARLIEST or found.year > latest_year:
        raise BadInputError(f"“{text}” is outside the dates that can be asked about. {accepted}")
    return found


def precision(iso: str) -> str:
    """Tell how much of a date is known: ``day``, ``month``, ``year`` or ``unknown``."""
    return {10: "day", 7: "month", 4: "year"}.get(len(iso), "unknown")


def is_cut_date(iso: str) -> bool:
    """Tell whether a text is an ISO date, whole or cut to its month or year."""
    whole = first_day(iso)
    try:
        return precision(iso) != "unknown" and date.fromisoformat(whole).isoformat() == whole
    except ValueError:
        return False


def first_day(iso: str) -> str:
    """Return the first day that a date cut to its year or month can mean: ``1998`` gives ``1998-01-01``."""
    return iso + "0000-01-01"[len(iso) :]


def last_day(iso: str) -> str:
    """Return the last day that a date cut to its year or month can mean: ``1998-02`` gives ``1998-02-28``."""
    if len(iso) == len("1998-02"):
        year, month = map(int, iso.split("-"))
        return f"{iso}-{monthrange(year, month)[1]:02}"
    return iso + "0000-12-31"[len(iso) :]


def day_after(iso: str) -> str:
    """Return the next day."""
    return (date.fromisoformat(iso) + timedelta(days=1)).isoformat()


def day_before(iso: str) -> str:
    """Return the day before."""
    return (date.fromisoformat(iso) - timedelta(days=1)).isoformat()


def is_full(iso: str) -> bool:
    """Tell whether a date is known to the day, so that it can be reckoned with."""
    return precision(iso) == "day"


def corroborates(stated: str, adopted: str) -> bool:
    """Tell whether a date as stated agrees with the adopted one, to the precision of the coarser.

    ``1998`` agrees with ``1998-05-26``; an empty date agrees with none.
    """
    if not stated or not adopted:
        return False
    return stated.startswith(adopted) or adopted.startswith(stated)


def holds(start: str, until: str | None, on: str) -> bool:
    """Tell whether the half-open interval ``[start, until)`` holds the day ``on`` (ISO texts)."""
    return start <= on and (until is None or on < until)
