"""Rows become events: what corroborates, what differs, what is adjudicated."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iml_graph.adjudications import Adjudication
from iml_graph.build.events import collect
from iml_graph.errors import DataError
from iml_graph.ingest.rows import ActionRow


def row(action: str, date: str, source: str = "primary", **more: str) -> ActionRow:
    return ActionRow(**{"instrument": "t", "party": "AAA", "action": action, "date": date, "source": source, **more})


def rank(own: ActionRow) -> tuple[int, int, str]:
    return (0 if own.source == "primary" else 1, 0, own.source)


def ruling(rejected: str, source: str, adopted: str) -> Adjudication:
    return Adjudication(
        *("t", "AAA", "consent", adopted, "accession", "primary", rejected, source),
        *("corrected", "corrigé", "corregido", "2026-11-22"),
    )


def test_two_sources_of_one_day_corroborate_one_event() -> None:
    record = collect([row("accession", "2000-01-02"), row("consent", "2000-01-02", "other")], [], rank)
    assert [len(event.rows) for event in record.events] == [2]
    assert record.disputes == ()


def test_the_act_is_named_by_the_source_that_says_how() -> None:
    rows = [row("consent", "2000-01-02"), row("accession", "2000-01-02", "other")]
    assert [event.action for event in collect(rows, [], rank).events] == ["accession"]


def test_a_year_corroborates_a_day_of_that_year() -> None:
    record = collect([row("accession", "2000-01-02"), row("accession", "2000", "other")], [], rank)
    assert [event.date for event in record.events] == ["2000-01-02"]


@pytest.mark.parametrize(("effect", "events", "disputes"), [("2000-04-01", 1, 0), ("2000-05-01", 1, 1)])
def test_a_consent_known_by_its_effect_only_corroborates_the_same_effect(
    effect: str, events: int, disputes: int
) -> None:
    rows = [row("ratification", "2000-01-02", effect="2000-04-01"), row("consent", "", "other", effect=effect)]
    record = collect(rows, [], rank)
    assert (len(record.events), len(record.disputes)) == (events, disputes)


def test_a_differing_day_is_an_open_dispute_and_no_event() -> None:
    record = collect([row("accession", "2000-01-02"), row("accession", "1999-01-02", "other")], [], rank)
    assert [event.date for event in record.events] == ["2000-01-02"]
    assert [(d.row.date, d.adjudication) for d in record.disputes] == [("1999-01-02", None)]


def test_an_adjudicated_day_carries_its_ruling() -> None:
    decided = ruling("1999-01-02", "other", "2000-01-02")
    record = collect([row("accession", "2000-01-02"), row("accession", "1999-01-02", "other")], [decided], rank)
    assert [d.adjudication for d in record.disputes] == [decided]
    assert record.disputes[0].event == record.events[0]


def test_an_adjudication_can_reject_the_primary_source() -> None:
    rows = [row("accession", "2000-01-02"), row("accession", "1999-01-02", "other")]
    record = collect(rows, [ruling("2000-01-02", "primary", "1999-01-02")], rank)
    assert [event.date for event in record.events] == ["1999-01-02"]


def test_rejecting_every_statement_is_an_error() -> None:
    with pytest.raises(DataError, match="t/AAA/consent"):
        collect([row("accession", "2000-01-02")], [ruling("2000-01-02", "primary", "1999-01-02")], rank)


def test_a_source_that_is_alone_makes_an_event() -> None:
    record = collect([row("accession", "2000-01-02", "other")], [], rank)
    assert [event.date for event in record.events] == ["2000-01-02"]


def test_one_source_may_state_two_consents() -> None:
    rows = [row("accession", "1980-11-14"), row("accession", "1998-08-26"), row("denunciation", "1998-05-26")]
    events = collect(rows, [], rank).events
    assert [event.action for event in events] == ["accession", "denunciation", "accession"]


def test_only_a_primary_source_states_effect() -> None:
    rows = [row("accession", "2000-01-02"), row("consent", "2000-01-02", "other", effect="1999-01-01")]
    assert [event.effect for event in collect(rows, [], rank).events] == [""]


def test_statements_on_different_articles_are_different_events() -> None:
    rows = [row("reservation", "2000-01-02", articles="22"), row("reservation", "2000-01-02", articles="14")]
    assert len(collect(rows, [], rank).events) == 2


@given(st.lists(st.sampled_from(["2000-01-02", "2001", "1999-05-06", ""]), min_size=1, max_size=6), st.randoms())
def test_every_row_is_evidence_or_disputed_and_order_does_not_matter(dates: list[str], chance: random.Random) -> None:
    rows = [row("accession", date, source) for source in ("primary", "other") for date in dates]
    record = collect(rows, [], rank)
    chance.shuffle(rows)
    assert collect(rows, [], rank) == record
    kept = [own for event in record.events for own in event.rows] + [d.row for d in record.disputes]
    assert sorted(kept) == sorted(rows)
