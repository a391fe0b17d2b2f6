"""Intervals from events: the rule of the model, on real histories and on random ones."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from iml_graph.build.events import Event
from iml_graph.build.intervals import Existence, derive, party_intervals, procedure_intervals, signatory_intervals
from iml_graph.dates import holds
from iml_graph.ingest.rows import ActionRow


def event(action: str, date: str, effect: str = "", articles: str = "", territories: str = "") -> Event:
    return Event("t", "AAA", action, date, effect, "", articles, territories, "", ())


def spans(events: list[Event], extinct: str | None = None) -> list[tuple[str, str | None]]:
    return [(interval.start, interval.until) for interval in party_intervals(events, extinct)]


def test_bound_from_effect_and_not_from_deposit() -> None:
    assert spans([event("accession", "2000-01-02", "2000-04-01")]) == [("2000-04-01", None)]


def test_without_effect_nobody_is_bound() -> None:
    assert spans([event("accession", "2000-01-02")]) == []


def test_leaving_and_coming_back() -> None:
    # Trinidad and Tobago and the first Optional Protocol to the ICCPR, as the depositary's end note tells it.
    events = [
        event("accession", "1980-11-14", "1981-02-14"),
        event("denunciation", "1998-05-26", "1998-08-26"),
        event("accession", "1998-08-26", "1998-11-26"),
        event("denunciation", "2000-03-27", "2000-06-27"),
    ]
    assert spans(events) == [("1981-02-14", "1998-08-26"), ("1998-11-26", "2000-06-27")]


def test_a_denunciation_before_consent_ends_nothing() -> None:
    assert spans(
        [event("denunciation", "1990-01-01", "1991-01-01"), event("accession", "2000-01-02", "2000-01-02")]
    ) == [("2000-01-02", None)]


def test_a_second_consent_while_bound_adds_nothing() -> None:
    events = [event("succession", "1993-01-01", "1993-01-01"), event("ratification", "1995-01-01", "1995-01-01")]
    assert spans(events) == [("1993-01-01", None)]


def test_a_former_state_is_bound_until_it_ends() -> None:
    assert spans([event("ratification", "1975-12-23", "1976-03-23")], "1993-01-01") == [("1976-03-23", "1993-01-01")]


def test_a_bracketed_consent_of_unknown_end_makes_no_interval() -> None:
    row = ActionRow("t", "AAA", "accession", "1962-02-20", bracketed="yes")
    consent = Event("t", "AAA", "accession", "1962-02-20", "1962-05-21", "", "", "", "", (row,))
    assert spans([consent]) == []
    assert spans([consent, event("denunciation", "1965-04-02", "1966-04-02")]) == [("1962-05-21", "1966-04-02")]


def test_a_signatory_until_consent_is_deposited() -> None:
    events = [event("signature", "1990-01-26"), event("ratification", "1991-02-03", "1991-03-05")]
    assert [(i.start, i.until) for i in signatory_intervals(events)] == [("1990-01-26", "1991-02-03")]


def test_signing_and_consenting_on_one_day_makes_no_signatory() -> None:
    events = [event("signature", "1990-01-26"), event("ratification", "1990-01-26", "1990-02-26")]
    assert signatory_intervals(events) == []


def test_a_procedure_holds_only_while_its_actor_is_bound() -> None:
    events = [
        event("accession", "2000-01-02", "2000-02-01"),
        event("opt-in-declaration", "2000-01-02", articles="21;22"),
        event("opt-in-withdrawal", "2010-01-02", articles="22"),
        event("denunciation", "2011-01-01", "2012-01-01"),
    ]
    found = procedure_intervals(events, party_intervals(events))
    assert [(i.subject, i.start, i.until) for i in found] == [
        ("21", "2000-02-01", "2012-01-01"),
        ("22", "2000-02-01", "2010-01-02"),
    ]


def test_a_territory_is_one_interval_even_if_declared_twice() -> None:
    events = [
        event("ratification", "1976-01-01", "1976-04-01"),
        event("territorial-application", "1976-05-20", territories="HKG"),
        event("territorial-application", "1980-05-20", territories="HKG;BMU"),
    ]
    found = derive(events, {})
    assert [(i.subject, i.start) for i in found if i.kind == "territorial"] == [
        ("HKG", "1976-05-20"),
        ("BMU", "1980-05-20"),
    ]


def test_an_extension_ends_when_its_territory_becomes_a_state_or_ceases() -> None:
    events = [
        event("ratification", "1969-03-07", "1969-04-06"),
        event("territorial-application", "1969-03-07", territories="SLB;ANT;BMU"),
    ]
    existence = {"SLB": Existence("1978-07-07"), "ANT": Existence(until="2010-10-10"), "BMU": Existence()}
    found = {i.subject: i.until for i in derive(events, existence) if i.kind == "territorial"}
    assert found == {"SLB": "1978-07-07", "ANT": "2010-10-10", "BMU": None}


days = st.dates().map(lambda day: day.isoformat())
acts = st.builds(lambda action, day: event(action, day, day), st.sampled_from(["accession", "denunciation"]), days)


@given(st.lists(acts, max_size=8), days)
def test_intervals_say_what_the_rule_says(events: list[Event], on: str) -> None:
    consents = [e.effect for e in events if e.action == "accession"]
    ends = [e.effect for e in events if e.action == "denunciation"]
    by_rule = any(c <= on and not any(c < t <= on for t in ends) for c in consents)
    assert any(holds(start, until, on) for start, until in spans(events)) == by_rule


@given(st.lists(acts, max_size=8))
def test_intervals_never_overlap(events: list[Event]) -> None:
    found = spans(events)
    for (_, until), (start, _) in pairwise(found):
        assert until is not None
        assert until <= start
