"""Objections and withdrawals find the acts that they are about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from iml_graph.build.answers import Answers, find_answers
from iml_graph.build.events import Event, collect
from iml_graph.ingest.rows import ActionRow


def row(party: str, action: str, date: str, articles: str = "", responds_to: str = "") -> ActionRow:
    return ActionRow("t", party, action, date, articles=articles, responds_to=responds_to, source="s")


def answers(*rows: ActionRow) -> Answers:
    return find_answers(collect(rows, [], lambda own: (0, 0, own.source)).events)


def objected(*rows: ActionRow) -> set[tuple[str, str]]:
    """Dates and articles of what the objections of some rows are held to answer."""
    return {told(event) for found in answers(*rows).objects_to.values() for event in found}


def taken_back(*rows: ActionRow) -> set[tuple[str, str]]:
    return {told(event) for found in answers(*rows).withdraws.values() for event in found}


def told(event: Event) -> tuple[str, str]:
    return (event.date, event.articles)


RESERVATION = row("AAA", "reservation", "1990-05-01", "2;16.1.c")


@pytest.mark.parametrize("articles", ["", "16", "16.1.c", "16.c", "2;9"])
def test_an_objection_answers_what_its_addressee_reserved_before(articles: str) -> None:
    objection = row("BBB", "objection", "1991-05-01", articles, "AAA")
    assert objected(RESERVATION, objection) == {("1990-05-01", "2;16.1.c")}


@pytest.mark.parametrize(
    ("date", "articles", "responds_to"),
    [
        ("1989-05-01", "", "AAA"),  # before the reservation
        ("1991-05-01", "9;16.1.d", "AAA"),  # on other provisions
        ("1991-05-01", "", "CCC"),  # to another party
        ("1991-05-01", "", ""),  # to nobody by name
        ("", "", "AAA"),  # without a day
    ],
)
def test_an_objection_that_cannot_be_about_a_reservation_is_not_linked(
    date: str, articles: str, responds_to: str
) -> None:
    assert objected(RESERVATION, row("BBB", "objection", date, articles, responds_to)) == set()


def test_an_objection_may_answer_a_declaration_and_a_general_reservation() -> None:
    declaration = row("AAA", "declaration", "1990-05-01", "whole")
    objection = row("BBB", "objection", "1991", "", "AAA")
    assert objected(RESERVATION, declaration, objection) == {("1990-05-01", "2;16.1.c"), ("1990-05-01", "whole")}


def test_a_declaration_answers_for_articles_that_no_reservation_is_on() -> None:
    declarations = [row("AAA", "declaration", "1990-05-01", articles) for articles in ("2;9", "4", "2")]
    objection = row("BBB", "objection", "1991-05-01", "2;4", "AAA")
    assert objected(RESERVATION, *declarations, objection) == {("1990-05-01", "2;16.1.c"), ("1990-05-01", "4")}


def test_an_objection_without_articles_is_not_about_a_statement_on_no_provision_beside_others() -> None:
    recognition = row("AAA", "declaration", "1990-05-01", "none")
    objection = row("BBB", "objection", "1991-05-01", "", "AAA")
    assert objected(RESERVATION, recognition, objection) == {("1990-05-01", "2;16.1.c")}
    assert objected(recognition, objection) == {("1990-05-01", "none")}


def test_a_reservation_that_was_not_accepted_in_deposit_is_answered_as_a_communication() -> None:
    refused, other = row("AAA", "communication", "1990-05-01", "3"), row("AAA", "communication", "1990-06-01")
    objection = row("BBB", "objection", "1991-05-01", "", "AAA")
    assert objected(refused, other, objection) == {("1990-05-01", "3")}
    assert objected(RESERVATION, refused, objection) == {("1990-05-01", "2;16.1.c")}


def test_a_number_is_not_taken_for_the_beginning_of_another() -> None:
    twelve = row("AAA", "reservation", "1990-05-01", "12")
    assert objected(twelve, row("BBB", "objection", "1991-05-01", "1", "AAA")) == set()


def test_a_withdrawal_takes_back_what_its_author_made_before() -> None:
    later = row("AAA", "reservation", "1995-05-01", "2")
    other = row("BBB", "reservation", "1990-05-01", "2")
    withdrawal = row("AAA", "reservation-withdrawal", "1994-05-01", "2")
    assert taken_back(RESERVATION, later, other, withdrawal) == {("1990-05-01", "2;16.1.c")}


def test_what_is_made_on_the_day_of_a_withdrawal_takes_the_place_of_what_is_withdrawn() -> None:
    assert taken_back(RESERVATION, row("AAA", "reservation-withdrawal", "1990-05-01")) == set()


def test_a_withdrawal_without_articles_takes_back_all_of_its_kind() -> None:
    declaration = row("AAA", "declaration", "1990-05-01", "4")
    withdrawal = row("AAA", "reservation-withdrawal", "1994-05-01")
    assert taken_back(RESERVATION, declaration, withdrawal) == {("1990-05-01", "2;16.1.c")}


def test_a_withdrawn_reservation_that_is_recorded_as_a_declaration_is_found() -> None:
    declaration = row("AAA", "declaration", "1990-05-01", "4")
    withdrawal = row("AAA", "reservation-withdrawal", "1994-05-01", "4")
    assert taken_back(RESERVATION, declaration, withdrawal) == {("1990-05-01", "4")}


def test_a_withdrawn_objection_is_the_one_to_the_same_party() -> None:
    objections = [row("BBB", "objection", "1991-05-01", "", code) for code in ("AAA", "CCC")]
    withdrawal = row("BBB", "objection-withdrawal", "1994-05-01", "", "CCC")
    (found,) = answers(*objections, withdrawal).withdraws.values()
    assert [event.responds_to for event in found] == ["CCC"]


def test_a_withdrawal_in_part_leaves_what_the_page_still_prints() -> None:
    printed = replace(RESERVATION, locator="IV-8.html dgDec A")
    in_part = replace(row("AAA", "reservation-withdrawal", "1999-01-01", "16"), as_shown="partial")
    assert not taken_back(printed, in_part)
    assert taken_back(RESERVATION, in_part) == {("1990-05-01", "2;16.1.c")}
    assert taken_back(printed, replace(in_part, as_shown="")) == {("1990-05-01", "2;16.1.c")}


def test_a_general_reservation_withdrawn_in_part_is_taken_back_as_such() -> None:
    general = replace(row("AAA", "reservation", "1990-05-01", "whole"), locator="IV-8.html dgDec A")
    in_part = replace(row("AAA", "reservation-withdrawal", "1999-01-01", "whole"), as_shown="partial")
    assert taken_back(general, in_part) == {("1990-05-01", "whole")}
