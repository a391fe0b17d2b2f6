"""The road to an instrument on the graph of invented treaties."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from iml_graph.errors import BadInputError, UnknownNameError
from iml_graph.protection.advice import Adviser
from iml_graph.protection.road import Road, Waits, road
from iml_graph.store import Store
from iml_graph.terms import NextStep, Status

ON = "2020-12-31"

Way = Callable[..., Road]


@pytest.fixture(scope="module")
def way(tiny_graph: Store) -> Way:
    adviser = Adviser(tiny_graph)

    def run(code: str, instrument: str, on: str = ON, deposit: str | None = None) -> Road:
        return road(adviser, code, instrument, on, deposit)

    return run


def test_a_step_is_opened_by_clauses_whose_window_holds_the_day(way: Way) -> None:
    early, late = way("BBB", "tidal", "1981-12-31"), way("BBB", "tidal", "1982-01-01")
    assert (early.step, late.step) == (NextStep.SIGN_OR_ACCEDE, NextStep.ACCEDE)
    assert {opening.modes for opening in early.openings} == {("signature",), ("ratification",), ("accession",)}
    assert early.closed == ()
    assert [opening.modes for opening in late.openings] == [("accession",)]
    assert [opening.closes for opening in late.closed] == ["1981-12-31"]


def test_a_signatory_ratifies(way: Way) -> None:
    found = way("AAA", "tidal", "1983-01-01")
    assert found.step is NextStep.RATIFY
    assert [opening.modes for opening in found.openings] == [("ratification",)]


def test_one_that_left_accedes_again(way: Way) -> None:
    found = way("NNN", "tidal", "2003-01-01")
    assert found.step is NextStep.ACCEDE_AGAIN
    assert [opening.modes for opening in found.openings] == [("accession",)]


def test_one_that_is_bound_has_no_step(way: Way) -> None:
    found = way("AAA", "tidal")
    assert (found.standing.status, found.step, found.openings) == (Status.PARTY, None, ())


def test_a_later_deposit_takes_effect_by_the_clause_for_later_parties(way: Way) -> None:
    found = way("NNN", "tidal", "2003-01-01", "2003-02-10").effect
    assert (found.deposited, found.on, found.with_treaty) == ("2003-02-10", "2003-03-12", False)
    assert found.clause
    assert (found.clause.kind, found.clause.clause.delay) == ("later", "P30D")


def test_the_first_of_the_month_after(way: Way) -> None:
    found = way("AAA", "tidal-op", "2003-01-01", "2003-02-10").effect
    assert found.on == "2003-06-01"


def test_a_deposit_waits_for_the_parent(way: Way) -> None:
    found = way("NNN", "tidal-op", "2003-01-01")
    assert found.step is NextStep.JOIN_PARENT_FIRST
    assert (found.effect.on, found.effect.waits, found.effect.for_) == (None, Waits.PARENT, ("tidal",))


def test_a_deposit_waits_for_the_threshold_or_meets_it(way: Way) -> None:
    # Three consents are needed; Ardenia’s is on record.
    found = way("BBB", "harbour", "2019-06-01").effect
    assert (found.on, found.waits, found.consents, found.threshold) == (None, Waits.THRESHOLD, 1, 3)


def test_a_clause_that_is_missing_is_said_to_be(way: Way, tiny_graph: Store) -> None:
    from dataclasses import replace

    from iml_graph import reading
    from iml_graph.entry_into_force import effect_of_consent
    from iml_graph.protection.clauses import read_final_clauses

    clauses = read_final_clauses(tiny_graph, reading.read_instrument(tiny_graph, "tidal", "en"), "en")
    assert effect_of_consent(replace(clauses.entry, later=None), "2003-01-01") is None


def test_what_was_not_read_of_reservations_is_unknown(way: Way) -> None:
    found = way("BBB", "tidal")
    assert found.reservations == ()
    (use,) = found.uses
    assert (use.article and use.article.reference, use.made) == ("22.5", ("AAA",))
    assert way("AAA", "tidal").uses == ()  # its own are not those of others


def test_a_reservation_counts_from_the_day_on_which_it_was_made(way: Way) -> None:
    assert way("BBB", "tidal", "1984-01-09").uses == ()


def test_the_older_convention_is_denounced(way: Way) -> None:
    (found,) = way("AAA", "league-revised", "2004-01-01").denounced
    assert found.instrument == "league-convention"


def test_areas_of_law_come_from_the_rights_of_the_articles(way: Way) -> None:
    found = way("NNN", "tidal", "2003-01-01")
    assert {"immigration-law", "labour-law", "asylum-law"} <= {each.identifier for each in found.areas}
    assert not way("AAA", "harbour", "2019-06-01").described
    assert way("AAA", "harbour", "2019-06-01").areas == ()


def test_nothing_is_on_record_of_a_depositary(way: Way) -> None:
    assert way("NNN", "tidal", "2003-01-01").formalities.depositaries == ()


@pytest.mark.parametrize(
    ("instrument", "on", "said"),
    [
        ("harbour", "2017-01-01", "was adopted on 2018-01-01"),
        ("regulation", ON, "nothing to join"),
        ("tide-declaration", ON, "nothing to join"),
    ],
)
def test_what_cannot_be_joined_is_refused_with_the_reason(way: Way, instrument: str, on: str, said: str) -> None:
    with pytest.raises(BadInputError, match=said):
        way("AAA", instrument, on)


def test_a_deposit_before_the_adoption_is_refused(way: Way) -> None:
    with pytest.raises(BadInputError, match="1980-01-01"):
        way("NNN", "tidal", "2003-01-01", "1979-01-01")


def test_an_instrument_that_does_not_exist_is_refused(way: Way) -> None:
    with pytest.raises(UnknownNameError):
        way("AAA", "no-such-thing")
