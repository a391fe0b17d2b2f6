"""Memberships from events: exact dates, years, lists, and what sources dispute."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from iml_graph.adjudications import Adjudication
from iml_graph.build.intervals import Existence
from iml_graph.build.memberships import MembershipEvent, collect, derive, memberships
from iml_graph.dates import first_day, holds, last_day
from iml_graph.ingest.facts import MembershipRow


def event(kind: str, day: str, status: str = "member") -> MembershipEvent:
    return MembershipEvent("o", "AAA", kind, day, status, ())


def spans(*events: MembershipEvent, extinct: str | None = None) -> list[tuple[str | None, ...]]:
    found = memberships(list(events), extinct)
    return [(span.possibly_from, span.start, span.until, span.possibly_until) for span in found]


def test_admission_to_withdrawal() -> None:
    assert spans(event("admission", "1963-05-25"), event("withdrawal", "1985-11-12")) == [
        (None, "1963-05-25", "1985-11-12", None)
    ]


def test_a_suspension_does_not_end_it() -> None:
    events = (
        event("admission", "1975-05-28"),
        event("suspension", "2022-01-09"),
        event("suspension-lifted", "2023-01-01"),
    )
    assert spans(*events) == [(None, "1975-05-28", None, None)]


def test_a_year_leaves_both_ends_open() -> None:
    assert spans(event("admission", "1975"), event("withdrawal", "2000-12")) == [
        ("1975-01-01", "1975-12-31", "2000-12-01", "2000-12-31")
    ]


def test_within_one_year_nothing_is_certain() -> None:
    assert spans(event("admission", "1975"), event("withdrawal", "1975-06-01")) == []


def test_a_list_says_nothing_of_the_days_before_it() -> None:
    assert spans(event("listed", "2012-04-01"), event("listed", "2015-03-01")) == [(None, "2012-04-01", None, None)]


def test_a_whole_list_without_the_actor_ends_it_after_it_was_last_seen() -> None:
    events = event("listed", "2012-04-01"), event("listed", "2014-04-01"), event("not-listed", "2016-01-01")
    assert spans(*events) == [(None, "2012-04-01", "2014-04-02", "2016-01-01")]


def test_a_withdrawal_explains_a_later_list() -> None:
    events = event("admission", "1975-05-28"), event("withdrawal", "2000-12-26"), event("not-listed", "2016-01-01")
    assert spans(*events) == [(None, "1975-05-28", "2000-12-26", None)]


def test_another_status_ends_the_first() -> None:
    found = list(memberships([event("admission", "2004-03-01", "associate"), event("admission", "2012-07-31")]))
    assert [(span.status, span.start, span.until) for span in found] == [
        ("associate", "2004-03-01", "2012-07-31"),
        ("member", "2012-07-31", None),
    ]


def test_leaving_and_coming_back() -> None:
    events = event("admission", "1958-01-01"), event("withdrawal", "1970-01-01"), event("admission", "1980-01-01")
    assert spans(*events) == [(None, "1958-01-01", "1970-01-01", None), (None, "1980-01-01", None, None)]


def test_a_former_state_is_a_member_until_it_ends() -> None:
    found = derive([event("admission", "1945-10-24")], {"AAA": Existence(until="1991-12-26")})
    assert [(span.until, span.ended_by) for span in found] == [("1991-12-26", None)]


def test_an_undated_list_begins_nothing() -> None:
    assert derive([event("listed", "")], {}) == ()


def row(kind: str, day: str, source: str = "best", status: str = "member") -> MembershipRow:
    return MembershipRow("o", "AAA", kind, day, status, source=source)


def rank(own: object) -> tuple[int, int, str]:
    source = str(getattr(own, "source", ""))
    return (0 if source == "best" else 1, 0, source)


def ruling(kind: str, adopted: str, rejected: str, source: str) -> Adjudication:
    return Adjudication("o", "AAA", kind, adopted, "admission", "best", rejected, source, "a", "b", "c", "2026-11-23")


def test_a_year_corroborates_a_day() -> None:
    record = collect([row("admission", "1975-05-28"), row("admission", "1975", "other")], [], rank)
    assert [(found.date, len(found.rows)) for found in record.events] == [("1975-05-28", 2)]
    assert record.disputes == ()


def test_a_differing_year_is_disputed_and_can_be_decided() -> None:
    rows = [row("admission", "1975-05-28"), row("admission", "1976", "other")]
    (still_open,) = collect(rows, [], rank).disputes
    assert (still_open.event.date, still_open.adjudication) == ("1975-05-28", None)
    decided = ruling("admission", "1975-05-28", "1976", "other")
    (settled,) = collect(rows, [decided], rank).disputes
    assert settled.adjudication == decided


def test_a_list_before_the_admission_disputes_it() -> None:
    record = collect([row("admission", "1993-07-09"), row("listed", "1990-01-01", "other")], [], rank)
    assert [found.event for found in record.events] == ["admission"]
    assert [(found.event.date, found.row.date) for found in record.disputes] == [("1993-07-09", "1990-01-01")]


def test_a_list_after_it_is_an_event_of_its_own() -> None:
    record = collect([row("admission", "1993-07-09"), row("listed", "2000-01-01", "other")], [], rank)
    assert ([found.event for found in record.events], record.disputes) == (["admission", "listed"], ())


def test_a_list_can_be_rejected() -> None:
    rows = [row("admission", "1993-07-09"), row("withdrawal", "1995-01-01"), row("listed", "2000-01-01", "other")]
    decided = ruling("listed", "1995-01-01", "2000-01-01", "other")
    record = collect(rows, [decided], rank)
    assert [found.event for found in record.events] == ["admission", "withdrawal"]
    assert [found.event.event for found in record.disputes] == ["withdrawal"]


START = date(1990, 1, 1)
days = st.integers(0, 1500).map(lambda number: (START + timedelta(number)).isoformat())
cuts = st.tuples(days, st.sampled_from([4, 7, 10]))
acts = st.lists(st.tuples(st.sampled_from(["admission", "withdrawal"]), cuts), max_size=6)


@given(acts, days)
def test_on_certain_days_it_was_a_member_whatever_the_true_days_were(
    stated: list[tuple[str, tuple[str, int]]], on: str
) -> None:
    """The true days are drawn; what the graph knows of them is cut to a year or a month."""
    admitted = [day for kind, (day, _) in stated if kind == "admission"]
    left = [day for kind, (day, _) in stated if kind == "withdrawal"]
    truly = any(start <= on and not any(start < end <= on for end in left) for start in admitted)
    certain = memberships([event(kind, day[:cut]) for kind, (day, cut) in stated])
    if any(holds(span.start, span.until, on) for span in certain):
        assert truly


@given(st.lists(st.tuples(st.sampled_from(["admission", "withdrawal"]), days), max_size=6), days)
def test_exact_days_follow_the_rule_of_participation(stated: list[tuple[str, str]], on: str) -> None:
    admitted = [day for kind, day in stated if kind == "admission"]
    left = [day for kind, day in stated if kind == "withdrawal"]
    truly = any(start <= on and not any(start < end <= on for end in left) for start in admitted)
    found = memberships([event(kind, day) for kind, day in stated])
    assert any(holds(span.start, span.until, on) for span in found) is truly


@given(days, st.sampled_from([4, 7, 10]))
def test_a_cut_date_means_the_days_from_its_first_to_its_last(day: str, cut: int) -> None:
    assert first_day(day[:cut]) <= day <= last_day(day[:cut])
    assert (first_day(day[:cut])[:cut], last_day(day[:cut])[:cut]) == (day[:cut], day[:cut])
