"""Decisions and judgments: what interprets a provision, against whom, and was the respondent bound."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = list[dict[str, str]]
Ask = Callable[..., Rows]
Table = Callable[[str], Rows]


@pytest.mark.answers("R23")
def test_judgments_on_collective_expulsion_have_day_respondent_and_outcome(ask: Ask) -> None:
    rows = ask("researcher/cases-on-provision", instrument="echr-p4", reference="4")
    found = {(row["known_as"], row["respondent"]): row for row in rows}
    # Hirsi Jamaa, heading and paragraph 1: 23 February 2012, on an application of 26 May 2009.
    hirsi = found["Hirsi Jamaa and Others v. Italy", "ITA"]
    assert (hirsi["day"], hirsi["delivered"], hirsi["outcome"]) == ("2009-05-26", "2012-02-23", "violation")
    assert (hirsi["body"], hirsi["type"], hirsi["state"]) == ("ecthr", "judgment", "bound")
    # Headnotes of the European Database of Asylum Law: Grand Chamber, no violation of the article.
    for name, code, day in (
        ("N.D. and N.T. v. Spain", "ESP", "2020-02-13"),
        ("Khlaifia and Others v. Italy", "ITA", "2016-12-15"),
    ):
        assert (found[name, code]["delivered"], found[name, code]["outcome"]) == (day, "no-violation")
        assert found[name, code]["state"] == "bound"
    # Judgment against Italy and against Greece, of which no source says that it has joined the Protocol.
    sharifi = {code: row["state"] for (name, code), row in found.items() if name.startswith("Sharifi")}
    assert sharifi == {"GRC": "unknown", "ITA": "bound"}


@pytest.mark.answers("R23")
def test_a_respondent_of_the_committee_against_torture_had_accepted_complaints(ask: Ask, expected: Table) -> None:
    accepted = {row["code"]: row["accepted"] for row in expected("complaints-2020") if row["instrument"] == "cat"}
    rows = ask("researcher/cases-on-provision")
    assert len(rows) > 150
    for row in rows:
        assert row["day"] >= accepted[row["respondent"]], row
        assert (row["body"], row["state"]) == ("cat", "bound"), row
        assert row["since"] <= row["day"], row


@pytest.mark.answers("R23")
def test_a_state_that_began_after_the_complaint_was_not_bound(ask: Ask) -> None:
    # The Czech Republic began on 1 January 1993; a communication with a number of 1992 was made before.
    rows = ask("researcher/cases-on-provision", instrument="iccpr", reference="26")
    (row,) = [row for row in rows if row["known_as"] == "CCPR/C/54/D/516/1992"]
    assert (row["respondent"], row["day"], row["state"]) == ("CZE", "1991-09-17", "not-bound")


@pytest.mark.answers("R23")
def test_judgments_on_consular_information_are_found_by_article_and_have_paragraphs(ask: Ask) -> None:
    rows = ask("researcher/cases-on-provision", instrument="vccr", reference="36")
    found = {row["decision"]: row for row in rows}
    # ICJ: applications of 2 March 1999 and 9 January 2003; article 77 (2), thirtieth day after the 24 November 1969.
    for decision, day in (("icj-lagrand-104", "1999-03-02"), ("icj-avena-128", "2003-01-09")):
        row = found[decision]
        assert (row["respondent"], row["day"], row["state"], row["since"]) == ("USA", day, "bound", "1969-12-24")
    # OC-16/99, paragraph 1: requested by Mexico; an opinion has no respondent, so nobody is bound or not.
    opinion = found["iacthr-oc-16-99"]
    assert (opinion["type"], opinion["respondent"], opinion["state"]) == ("advisory-opinion", "", "")


@pytest.mark.answers("A23")
def test_complaints_on_removal_by_sweden_are_under_a_convention_in_force_for_it(ask: Ask, expected: Table) -> None:
    accepted = {row["code"]: row["accepted"] for row in expected("complaints-2020") if row["instrument"] == "cat"}
    rows = [row for row in ask("adviser/cases-against", actor="SWE", right="non-refoulement") if row["body"] == "cat"]
    assert len(rows) > 40
    assert {row["known_as"] for row in rows if row["provisions"] == ""} == set()
    for row in rows:
        assert row["day"] >= accepted["SWE"]
        assert "non-refoulement" in row["rights"].split(";")
        # The Convention entered into force on 26 June 1987; Sweden was among the first twenty.
        assert (row["instrument"], row["state"], row["since"]) == ("cat", "bound", "1987-06-26")


@pytest.mark.answers("A23")
def test_cases_against_italy_are_by_group_of_rights_or_all(ask: Ask) -> None:
    grouped, all_cases = (
        {row["known_as"] for row in ask("adviser/cases-against", actor="ITA", **right)}
        for right in ({"right": "protection-from-removal"}, {})
    )
    courts = {
        "Hirsi Jamaa and Others v. Italy",
        "Khlaifia and Others v. Italy",
        "Sharifi and Others v. Italy and Greece",
    }
    assert courts <= grouped < all_cases
    assert not {name for name in grouped if name.startswith("El Dridi")}  # on a sentence of imprisonment


@pytest.mark.answers("A23")
def test_the_state_that_answers_is_not_the_one_to_which_a_person_was_to_be_removed(ask: Ask) -> None:
    # Headings of the decisions: against Germany, the Russian Federation, Canada.
    for code, symbol in (
        ("DEU", "CCPR/C/91/D/1516/2006"),
        ("RUS", "CCPR/C/113/D/2192/2012"),
        ("CAN", "CAT/C/43/D/331/2007"),
    ):
        assert symbol in {row["known_as"] for row in ask("adviser/cases-against", actor=code)}, code
