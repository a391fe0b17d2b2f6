"""What someone who advises one State asks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from iml_graph.eligibility import next_step
from iml_graph.gaps import party_gaps
from iml_graph.status import Standing, party_profile
from iml_graph.store import Store
from iml_graph.terms import CLOSED, NextStep

Rows = list[dict[str, str]]
Ask = Callable[..., Rows]
Table = Callable[[str], Rows]

DASHBOARD = "2020-09-16"
"""Day of the OHCHR ratification dashboard."""


@pytest.mark.answers("A1", "W2")
def test_the_profile_of_a_state_holds_what_the_dashboard_has(ask: Ask, expected: Table) -> None:
    rows = ask("adviser/profile", actor="SEN", on=DASHBOARD)
    bound = {row["instrument"] for row in rows if row["branch"] in ("human-rights", "labour")}
    for row in expected("senegal-2020"):
        assert (row["instrument"] in bound) == bool(row["consented"]), row["instrument"]
    (torture,) = [row for row in rows if row["instrument"] == "cat"]
    assert torture["procedures"] == "2"  # articles 21 and 22, by one declaration of 16 October 1996


@pytest.mark.answers("A1")
def test_a_profile_holds_acts_of_an_organization_as_long_as_the_party_is_its_member(ask: Ask) -> None:
    # The CIA World Factbook of 2020 no longer names the United Kingdom among the members of the European Union.
    before, after = (
        {row["instrument"]: row["by"] for row in ask("adviser/profile", actor="GBR", on=on)}
        for on in ("2020-01-30", "2020-02-01")
    )
    assert before["eu-2004-38"] == "eu"
    assert "eu-2008-115" not in before  # its own recitals: the United Kingdom does not take part
    assert "eu" not in after.values()


@pytest.mark.answers("A1")
def test_a_profile_counts_annexes_that_are_left_out(ask: Ask) -> None:
    # NORMLEX, ratifications of C097: Algeria without annex II. No other source was found.
    (employment,) = [r for r in ask("adviser/profile", actor="DZA", on=DASHBOARD) if r["instrument"] == "ilo-c097"]
    assert employment["excluded"] == "1"


@pytest.mark.answers("A2")
def test_what_does_not_bind_a_state_is_what_the_dashboard_leaves_blank(ask: Ask, expected: Table) -> None:
    state = {row["instrument"]: row for row in ask("adviser/not-bound", actor="SEN", on=DASHBOARD)}
    blank = {row["instrument"] for row in expected("senegal-2020") if not row["consented"]}
    assert blank == {"icescr-op", "crc-opic", "crpd-op"}
    assert {state[name]["state"] for name in blank} == {"signed"}
    assert not state.keys() & {row["instrument"] for row in expected("senegal-2020") if row["consented"]}


@pytest.mark.answers("A2")
def test_where_no_source_is_complete_nothing_recorded_is_no_answer(ask: Ask) -> None:
    rows = {row["instrument"]: row for row in ask("adviser/not-bound", actor="MEX")}
    assert rows["slavery-1926"]["complete"] == ""
    left = {row["instrument"]: row["state"] for row in ask("adviser/not-bound", actor="TTO")}
    assert left["iccpr-op1"] == "left"  # IV-5, end note 1


@pytest.mark.answers("A2")
@pytest.mark.parametrize("code", ["SEN", "TTO", "USA"])
def test_the_query_and_the_command_find_the_same_gaps(ask: Ask, graph: Store, code: str) -> None:
    found = {row["instrument"] for row in ask("adviser/not-bound", actor=code)}
    gaps = {gap.standing.instrument.identifier for gap in party_gaps(graph, code, "2026-02-03", "en").gaps}
    assert gaps <= found
    standings = {s.instrument.identifier: s for s in party_profile(graph, code, "2026-02-03", "en").standings}
    for name in found - gaps:
        assert nothing_to_do(standings[name]), name


def nothing_to_do(standing: Standing) -> bool:
    """Tell whether an instrument is not open to the State, or to nobody any more."""
    closed = not standing.can.eligible or standing.instrument.ended or standing.instrument.states & CLOSED
    return bool(closed) or next_step(standing.last_known or standing.status, standing.can) is NextStep.NONE_OPEN


@pytest.mark.answers("A2")
def test_a_consent_without_a_date_is_neither_a_signature_nor_nothing(ask: Ask) -> None:
    # On which day Senegal ratified the African Charter no source states; if one comes to, the Charter binds it.
    rows = {row["instrument"]: row["state"] for row in ask("adviser/not-bound", actor="SEN")}
    assert rows.get("achpr") in (None, "consented")


@pytest.mark.answers("A6")
def test_the_ways_to_join_are_told(ask: Ask) -> None:
    # Convention on Migrant Workers, art. 86; Optional Protocol to the Convention against Torture, art. 27.
    migrant_workers = {(row["open_to"], row["mode"]) for row in ask("adviser/ways-to-join", instrument="icrmw")}
    assert migrant_workers == {("all-states", "signature"), ("all-states", "ratification"), ("all-states", "accession")}
    assert {row["parent"] for row in ask("adviser/ways-to-join", instrument="opcat")} == {"cat"}
    (signing,) = {r["closes"] for r in ask("adviser/ways-to-join", instrument="untoc") if r["mode"] == "signature"}
    assert signing == "2002-12-12"  # art. 36(1)


@pytest.mark.answers("A8")
def test_the_clause_for_later_parties_gives_the_day_that_a_source_states(ask: Ask) -> None:
    rows = ask("explorer/clauses", instrument="icrmw")
    (later,) = [row for row in rows if row["property"] == "laterEntryIntoForce"]
    # GGO row 1284: Guinea-Bissau deposited on 22 October 2018, in force for it on 1 February 2019.
    assert (later["delay"], later["rule"]) == ("P3M", "first-of-month-after")
    # Decree No. 2008-1118 (France): the Convention on trafficking in force for it on 1 May 2008, the first of a month.
    (trafficking,) = [r for r in ask("explorer/clauses", instrument="cets-197") if r["property"] == later["property"]]
    assert (trafficking["delay"], trafficking["rule"]) == ("P3M", "first-of-month-after")
    final = {(row["kind"], row["delay"]) for row in ask("maintainer/final-clauses", instrument="icrmw")}
    assert ("laterEntryIntoForce", "P3M") in final


@pytest.mark.answers("A11")
def test_open_declarations_are_those_that_the_dashboard_leaves_blank(ask: Ask) -> None:
    # Dashboard, rows 156: no date for Senegal under CPED (art. 31) and ICRMW (art. 77); dates under CAT and ICERD.
    rows = ask("adviser/open-declarations", actor="SEN", on=DASHBOARD)
    individual = {row["procedure"] for row in rows if row["procedure"].endswith("individual-communications")}
    assert individual == {
        "cped-individual-communications",
        "icrmw-individual-communications",
        # Rows 156 again: no ratification of the protocols to ICESCR, CRC and CRPD.
        "icescr-op-individual-communications",
        "crc-opic-individual-communications",
        "crpd-op-individual-communications",
    }
    before = ask("adviser/open-declarations", actor="SEN", on="1996-10-15")
    assert ("cat", "22") in {(row["instrument"], row["article"]) for row in before}


@pytest.mark.answers("A11")
def test_a_declaration_that_only_mentions_the_article_leaves_it_open(ask: Ask) -> None:
    rows = {(row["instrument"], row["article"]): row for row in ask("adviser/open-declarations", actor="TUR")}
    # IV-13, declarations: Türkiye on ratification will recognise the competence under articles 76 and 77 later.
    assert rows["icrmw", "77"]["mentioned"] == "2004-09-27"


@pytest.mark.answers("A11")
def test_an_inquiry_that_is_excluded_could_still_be_accepted(ask: Ask, expected: Table) -> None:
    not_accepted = {row["code"] for row in expected("no-inquiry-2020") if row["instrument"] == "cat"}
    for code in ("CHN", "CUB", "POL", "SYR"):
        rows = ask("adviser/open-declarations", actor=code, on=DASHBOARD)
        excluded = "cat-inquiry" in {row["procedure"] for row in rows}
        # Cuba declared on paragraphs of article 20, Poland reserved on signing only: the dashboard has both accept it.
        assert excluded == (code in not_accepted), code


@pytest.mark.answers("A11")
def test_declarations_to_the_african_court_are_told_by_the_article_on_them(ask: Ask) -> None:
    # Coalition for the African Court, on the deposit by Rwanda in 2013: the sixth of 26 parties, after Burkina Faso,
    # Ghana, Malawi, Mali and Tanzania.
    for code, open_ in (("SEN", True), ("RWA", False), ("MLI", False)):
        rows = {row["instrument"]: row for row in ask("adviser/open-declarations", actor=code, on="2013-12-31")}
        assert ("achpr-p-court" in rows) == open_, code
        assert not open_ or rows["achpr-p-court"]["article"] == "34"


@pytest.mark.answers("A11")
def test_collective_complaints_are_open_by_either_way_unless_accepted_by_one(ask: Ask) -> None:
    # Revised Social Charter, art. D: the Protocol of 1995 (France) counts for it, a declaration (Bulgaria) replaces it.
    ways = {
        code: {
            row["way"] for row in ask("adviser/open-declarations", actor=code, on="2012-04-05") if row["body"] == "ecsr"
        }
        for code in ("FRA", "BGR", "TUR")
    }
    assert ways == {"FRA": set(), "BGR": set(), "TUR": {"declaration", "protocol"}}


@pytest.mark.answers("A12")
def test_the_fact_finding_commission_needed_twenty_declarations(ask: Ask) -> None:
    # International Review of the Red Cross 281: the twentieth State declared on 20 November 1990 (it was Canada, on
    # ratifying); bound six months later, Protocol I, art. 95(2).
    for on, declarations, operative in (("1991-05-19", "19", "false"), ("1991-05-20", "20", "true")):
        (row,) = ask("adviser/operative-procedures", instrument="gc-ap1", on=on)
        assert (row["declarations"], row["operative"]) == (declarations, operative)


@pytest.mark.answers("A12")
def test_a_procedure_operates_with_its_instrument(ask: Ask) -> None:
    # Optional Protocol to the Covenant on economic rights, art. 18, and OHCHR: in force since 5 May 2013.
    eve, day = (
        ask("adviser/operative-procedures", instrument="icescr-op", on=on) for on in ("2013-05-04", "2013-05-05")
    )
    assert {row["operative"] for row in eve} == {"false"}
    assert {row["operative"] for row in day} == {"true"}


@pytest.mark.answers("A12")
def test_the_complaints_procedure_for_migrant_workers_does_not_operate_yet(ask: Ask) -> None:
    rows = {(row["instrument"], row["article"]): row for row in ask("adviser/operative-procedures")}
    # Read on page IV-13: Ecuador, El Salvador, Guatemala, Mexico, Uruguay; art. 77(8) needs ten.
    complaints = rows["icrmw", "77"]
    assert (complaints["declarations"], complaints["threshold"], complaints["operative"]) == ("5", "10", "false")
    assert rows["cat", "22"]["operative"] == "true"
    assert rows["iccpr", "41"]["operational"] == "1979-03-28"


@pytest.mark.answers("A12")
def test_ten_declarations_were_needed_before_complaints_of_racial_discrimination(ask: Ask) -> None:
    # Of the dates of acceptance on the dashboard the tenth is 3 December 1982, of Senegal (art. 14(9)).
    rows = [
        row
        for on in ("1982-12-02", "1982-12-03")
        for row in ask("adviser/operative-procedures", instrument="icerd", on=on)
        if row["threshold"]
    ]
    assert [(row["declarations"], row["operative"]) for row in rows] == [("9", "false"), ("10", "true")]


@pytest.mark.answers("A28")
def test_consents_that_rest_on_one_source_are_told(ask: Ask) -> None:
    rows = {row["instrument"]: row for row in ask("adviser/single-source", actor="SEN")}
    assert rows["traffic-1949"]["only"] == "untc-zmjones-2015-03"
    assert "icerd" not in rows  # five lists give 19 April 1972
