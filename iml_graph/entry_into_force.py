"""When a treaty enters into force for a party: the final clauses as arithmetic.

Treaties fix two things: when the treaty itself enters into force (a number of consents and a delay) and
when it does so for a party that consents later. Source of each clause: the instrument's own final
provisions, named in ``data/instruments``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from iml_graph.dates import is_full
from iml_graph.errors import DataError

_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?")


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause on entry into force or on denunciation.

    ``delay`` is an ISO 8601 duration (``P90D``, ``P3M``); ``rule`` is ``exact`` or
    ``first-of-month-after`` (the first day of the month that follows the delay).
    """

    delay: str
    rule: str = "exact"
    threshold: int | None = None


@dataclass(frozen=True, slots=True)
class EntryIntoForce:
    """What is needed to compute effect under one treaty; a missing clause means that it is not known.

    ``after`` is another treaty whose entry into force this one waits for (an optional protocol, its parent).
    """

    on: str | None = None
    initial: Clause | None = None
    later: Clause | None = None
    denunciation: Clause | None = None
    after: str | None = None


def parse_delay(text: str) -> relativedelta:
    """Read an ISO 8601 duration of years, months and days.

    Raises:
        DataError: it is no such duration.
    """
    match = _DURATION.fullmatch(text)
    if not match or not any(match.groups()):
        raise DataError(f"“{text}” is not a duration such as P90D or P3M.")
    years, months, days = (int(part or 0) for part in match.groups())
    return relativedelta(years=years, months=months, days=days)


def apply(clause: Clause, deposited: str) -> str:
    """Add a clause's delay to the day of deposit; both are ISO dates."""
    after = date.fromisoformat(deposited) + parse_delay(clause.delay)
    if clause.rule == "first-of-month-after":
        after = after.replace(day=1) + relativedelta(months=1)
    return after.isoformat()


def effect_of_consent(treaty: EntryIntoForce, deposited: str) -> str | None:
    """Compute when a treaty enters into force for a party that deposited its consent on a day.

    A consent that counted towards the threshold takes effect with the treaty itself; a later one by the
    clause for later parties, and never before the treaty. ``None`` where the treaty is not in force, the
    day of deposit is not known in full, or the clause is not known.
    """
    if treaty.on is None or not is_full(deposited):
        return None
    if treaty.initial and apply(treaty.initial, deposited) <= treaty.on:
        return treaty.on
    if treaty.later is None:
        return None
    return max(treaty.on, apply(treaty.later, deposited))


def treaty_entry_into_force(initial: Clause, deposits: list[str]) -> str | None:
    """Compute when a treaty enters into force from its threshold and all deposits (ISO dates).

    ``None`` while the threshold is not met. Used to check the date that the depositary states.
    """
    if initial.threshold is None or len(deposits) < initial.threshold:
        return None
    return apply(initial, sorted(deposits)[initial.threshold - 1])
