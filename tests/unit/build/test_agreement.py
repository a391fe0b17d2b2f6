"""What the build computes is held against what other sources state."""

from __future__ import annotations

import pytest

from iml_graph.build.agreement import check_effects, check_treaties
from iml_graph.build.events import Event
from iml_graph.entry_into_force import Clause, EntryIntoForce
from iml_graph.ingest.rows import ActionRow


def row(source: str, effect: str = "", date: str = "1990-01-01", action: str = "accession") -> ActionRow:
    return ActionRow(instrument="t", party="AAA", action=action, date=date, effect=effect, source=source)


def event(effect: str, *rows: ActionRow) -> Event:
    return Event("t", "AAA", rows[0].action, rows[0].date, effect, "computed-from-clause", "", "", "", rows)


def rank(own: ActionRow) -> tuple[int, int, str]:
    return (0 if own.source == "primary" else 1, 0, own.source)


def deposit(date: str, action: str = "ratification", instrument: str = "t") -> Event:
    own = ActionRow(instrument=instrument, party="AAA", action=action, date=date)
    return Event(instrument, "AAA", action, date, "", "", "", "", "", (own,))


def test_another_source_that_states_our_day_agrees() -> None:
    (check,) = check_effects([event("1990-01-31", row("primary"), row("other", "1990-01-31"))], rank)
    assert (check.source, check.ours, check.theirs, check.agrees) == ("other", "1990-01-31", "1990-01-31", True)


def test_another_day_differs() -> None:
    (check,) = check_effects([event("1990-01-31", row("primary"), row("other", "1990-02-01"))], rank)
    assert not check.agrees
    assert check.basis == "computed-from-clause"


@pytest.mark.parametrize(
    "own",
    [
        event("1990-01-31", row("primary", "1990-01-31")),
        event("1990-01-31", row("primary"), row("other")),
        event("", row("primary"), row("other", "1990-02-01")),
        event("1990-01-31", row("primary", action="denunciation"), row("other", "1990-02-01", action="denunciation")),
    ],
    ids=["the adopted source itself", "nothing stated", "nothing computed", "no consent"],
)
def test_nothing_is_compared_that_cannot_be(own: Event) -> None:
    assert check_effects([own], rank) == []


def test_the_threshold_gives_the_stated_entry_into_force() -> None:
    treaty = EntryIntoForce(on="1985-06-01", initial=Clause("P3M", threshold=2))
    (check,) = check_treaties([deposit("1985-03-01"), deposit("1984-01-10"), deposit("1990-01-01")], {"t": treaty})
    assert (check.computed, check.agrees) == ("1985-06-01", True)


def test_successions_and_cut_dates_do_not_count_towards_a_threshold() -> None:
    treaty = EntryIntoForce(on="1985-06-01", initial=Clause("P3M", threshold=2))
    events = [deposit("1984-01-10"), deposit("1985-03-01", "succession"), deposit("1985"), deposit("1985-04-01")]
    (check,) = check_treaties(events, {"t": treaty})
    assert (check.computed, check.agrees) == ("1985-07-01", False)


def test_a_treaty_that_waits_for_another_enters_into_force_with_it() -> None:
    parent = EntryIntoForce(on="2003-09-29", initial=Clause("P90D", threshold=40))
    protocol = EntryIntoForce(on="2003-09-29", initial=Clause("P90D", threshold=1), after="parent")
    checks = check_treaties([deposit("2001-01-01")], {"t": protocol, "parent": parent})
    assert {check.instrument: check.computed for check in checks} == {"t": "2003-09-29", "parent": None}


def test_a_treaty_without_threshold_is_not_checked() -> None:
    assert check_treaties([], {"t": EntryIntoForce(on="1985-06-01", initial=Clause("P3M"))}) == []
