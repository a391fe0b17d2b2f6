"""What a researcher asks, answered as sources other than the one that the graph adopts answer it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

Rows = list[dict[str, str]]
Ask = Callable[..., Rows]
Table = Callable[[str], Rows]

ELI = "http://data.europa.eu/eli/ontology#"
DASHBOARD = "2020-09-16"
"""Day of the OHCHR ratification dashboard."""

# What the depositary's page IV-9 prints otherwise than the dashboard, each read on the page.
ART_22_CORRECTED = {
    "AND": "2006-11-22",  # the dashboard repeats the day of ratification
    "GHA": "2000-09-07",  # no day printed beside the declaration: that of ratification; the dashboard has 2009
    "LKA": "2016-08-16",  # the dashboard has 1 January 1994
    "SYC": "2001-08-06",  # the dashboard has 2011
}
ART_22_NOT_ON_PAGE = {"GRD"}  # the dashboard gives the day of accession; the page has no declaration of Grenada


def in_state(rows: Rows, state: str) -> set[str]:
    return {row["code"] for row in rows if row["state"] == state}


@pytest.mark.answers("R1")
def test_instruments_are_listed_by_branch_with_their_dates(ask: Ask) -> None:
    rows = {(row["branch"], row["instrument"]): row for row in ask("researcher/instruments", lang="en")}
    # GGO row 1313: adopted 18 December 1990, in force 1 July 2003.
    migrant_workers = rows["labour", "icrmw"]
    assert (migrant_workers["adopted"], migrant_workers["in_force"]) == ("1990-12-18", "2003-07-01")
    assert {branch for branch, name in rows if name == "statelessness-1961"} == {"statelessness"}


@pytest.mark.answers("R2", "W2")
def test_the_state_of_participation_is_that_of_a_copy_of_the_day(ask: Ask, expected: Table) -> None:
    rows = ask("researcher/participation", instrument="cped", on="2012-03-31")
    printed = expected("cped-2012")
    consented = {row["code"] for row in printed if row["consented"]}
    assert in_state(rows, "party") | in_state(rows, "party-not-in-force") == consented
    assert in_state(rows, "party-not-in-force") == {"BIH"}  # deposited on 30 March 2012; 30 days, art. 39(2)
    assert in_state(rows, "signatory") == {row["code"] for row in printed} - consented


@pytest.mark.answers("R2")
def test_the_depositary_prints_as_many_parties_as_are_bound(ask: Ask, expected: Table) -> None:
    bound = {row["instrument"]: row["parties"] for row in ask("explorer/bound-counts", on="2026-02-03")}
    for row in expected("printed-counts"):
        waiting = in_state(ask("researcher/participation", instrument=row["instrument"]), "party-not-in-force")
        assert int(bound[row["instrument"]]) + len(waiting) == int(row["parties"]), row["instrument"]


@pytest.mark.answers("R2")
def test_who_leaves_and_comes_back_is_in_one_state_at_a_time(ask: Ask) -> None:
    # IV-5, end note 1: out on 26 August 1998, acceded again on that day; art. 9(2): bound three months later.
    for on, state in (("1998-08-25", "party"), ("1998-08-26", "party-not-in-force"), ("2000-06-27", "former-party")):
        rows = ask("researcher/participation", instrument="iccpr-op1", on=on)
        assert [row["state"] for row in rows if row["code"] == "TTO"] == [state]
        assert len(rows) == len({row["code"] for row in rows})


@pytest.mark.answers("R3")
def test_the_acts_of_a_party_are_those_of_the_dashboard(ask: Ask, expected: Table) -> None:
    acts = ask("researcher/acts", actor="SEN")
    dated = {(row["instrument"], row["class"], row["deposited"]) for row in acts}
    for row in expected("senegal-2020"):
        if row["signed"]:
            assert (row["instrument"], "signature", row["signed"]) in dated
        signed_or_consented = {act["class"] for act in acts if act["instrument"] == row["instrument"]}
        if row["consented"]:
            assert (row["instrument"], "consent-to-be-bound", row["consented"]) in dated
        else:
            assert "consent-to-be-bound" not in signed_or_consented, row["instrument"]


@pytest.mark.answers("R4", "R28")
def test_a_succession_takes_effect_before_its_deposit(ask: Ask, expected: Table) -> None:
    rows = {(row["instrument"], row["actor"]): row for row in ask("researcher/successions")}
    for row in expected("successions"):
        found = rows[row["instrument"], row["code"]]
        assert (found["deposited"], found["effective"]) == (row["deposited"], row["effective"])
        assert int(found["months"]) > 0
    assert rows["iccpr", "HRV"]["predecessors"] == "YUG"


@pytest.mark.answers("R5")
def test_departures_are_listed_with_returns(ask: Ask, expected: Table) -> None:
    rows = ask("researcher/departures")
    found = {(row["instrument"], row["actor"], row["bound_since"], row["left"], row["returned"]) for row in rows}
    for row in expected("departures"):
        assert (row["instrument"], row["code"], row["bound_since"], row["left"], row["returned"]) in found


@pytest.mark.answers("R6")
def test_reservations_to_an_article_are_found(ask: Ask) -> None:
    # Copy of the declarations of 2015: 4-13.txt, Chile; the reservation is to paragraph 5 of article 22. End note 3 of
    # IV-13: Mexico's, to paragraph 4, is withdrawn.
    chile, mexico = ask("researcher/reservations", instrument="icrmw", article="22")
    assert (chile["code"], chile["articles"], chile["withdrawals"]) == ("CHL", "22.5", "")
    assert (mexico["code"], mexico["articles"], mexico["withdrawals"]) == ("MEX", "22.4", "2014-07-11")
    (mexico,) = ask("researcher/reservations", instrument="icrmw", article="22", on="2005-03-20")
    assert (mexico["code"], mexico["withdrawals"]) == ("MEX", "")
    before = ask("researcher/reservations", instrument="icrmw", article="22", on="1999-03-07")
    assert not before


@pytest.mark.answers("R6")
def test_who_reserved_the_inquiry_procedure_has_not_accepted_it_on_the_dashboard(ask: Ask, expected: Table) -> None:
    rows = ask("researcher/reservations", instrument="cat", article="20", on=DASHBOARD)
    reserving = {row["code"] for row in rows if row["type"] == "reservation" and not row["withdrawals"]}
    unconfirmed = {"POL"}  # made upon signature only
    assert {"CHN", "ISR", "KWT", "SAU"} <= reserving
    assert reserving - unconfirmed <= {row["code"] for row in expected("no-inquiry-2020")}


@pytest.mark.answers("R6")
def test_reservations_are_counted_by_instrument(ask: Ask) -> None:
    rows = ask("explorer/statement-counts", instrument="icrmw", on="2005-03-21")
    later = ask("explorer/statement-counts", instrument="icrmw")
    assert rows
    assert rows != later


OBJECTING = {"BEL", "DEU", "DNK", "ESP", "FIN", "FRA", "ITA", "NLD", "NOR", "PRT", "SWE"}


@pytest.mark.answers("R7")
def test_objections_to_the_reservations_of_a_party_are_found(ask: Ask) -> None:
    rows = ask("researcher/objections", reserving="USA", instrument="iccpr")
    # Read by eye on page IV-4, "Objections": eleven States; all but Germany say that the Covenant enters into force.
    assert {row["code"] for row in rows} == OBJECTING
    assert {row["code"] for row in rows if row["effect"] != "does-not-preclude"} == {"DEU"}


@pytest.mark.answers("R7")
def test_an_objection_is_linked_to_the_reservation_that_it_answers(ask: Ask) -> None:
    # IV-4, Objections: the Netherlands objects to the reservations of the United States on articles 6 and 7.
    (row,) = [r for r in ask("researcher/objections", reserving="USA", instrument="iccpr") if r["code"] == "NLD"]
    assert row["statements"] == "iccpr/USA/reservation/1992-06-08"
    # IV-9, end note on Pakistan: the reservation of 23 June 2010 that was withdrawn in part on 20 September 2011.
    objectors = {r["code"] for r in ask("researcher/objections", reserving="PAK", instrument="cat") if r["statements"]}
    (reservation,) = [r for r in ask("researcher/reservations", instrument="cat", article="3") if r["code"] == "PAK"]
    assert reservation["withdrawals"] == "2011-09-20"
    assert set(reservation["objectors"].split(";")) <= objectors
    assert {"CAN", "DEU", "ESP"} <= objectors


@pytest.mark.answers("R6")
def test_a_reservation_to_the_protocol_names_the_articles_of_the_convention(ask: Ask) -> None:
    # Copy of the declarations of 2015: 5-5.txt, Botswana.
    (row,) = ask("researcher/statements", instrument="refugee-1967", actor="BWA")
    articles = ("7", "12.1", "17", "26", "31", "32", "34")
    assert set(row["articles"].split(";")) == {"4", *(f"refugee-1951:{article}" for article in articles)}


@pytest.mark.answers("R8")
def test_reservations_made_after_consent_are_found(ask: Ask) -> None:
    rows = {(row["instrument"], row["actor"]): row["deposited"] for row in ask("researcher/late-reservations")}
    # End notes of IV-8 (Bahrain, Maldives) and IV-4 (Luxembourg, Denmark) tell how each came to be accepted.
    assert rows["cedaw", "MDV"] == "1999-06-23"
    assert rows["cedaw", "BHR"] == "2016-06-01"
    assert rows["iccpr", "LUX"] == "2004-12-01"
    assert rows["iccpr", "DNK"] == "2014-04-02"
    assert ("icrmw", "CHL") not in rows


@pytest.mark.answers("R9")
def test_three_states_are_bound_by_the_convention_of_1951_through_the_protocol_only(ask: Ask) -> None:
    # Copy of April 2012: on list V-5 and not on list V-2.
    rows = ask("researcher/bound-by-incorporation")
    assert {row["code"] for row in rows} == {"CPV", "USA", "VEN"}
    assert {row["provisions"] for row in rows} == {"33"}  # articles 2 to 34, by article I(1) of the Protocol


@pytest.mark.answers("R15")
def test_the_lineage_of_instruments_is_told(ask: Ask) -> None:
    rows = {(row["instrument"], row["relation"], row["related"]) for row in ask("researcher/lineage", lang="en")}
    protocols = {name for name, relation, parent in rows if (relation, parent) == ("protocolTo", "crc")}
    assert protocols == {"crc-opac", "crc-opsc", "crc-opic"}
    assert ("slavery-protocol-1953", ELI + "amends", "slavery-1926") in rows
    assert ("opcat", "requiresPartyTo", "cat") in rows
    facts = ask("explorer/instrument-facts", instrument="crc", lang="en")
    assert {row["value"] for row in facts if row["property"] == "protocolTo" and row["inverse"]} == protocols


@pytest.mark.answers("R17")
def test_participation_has_grown_as_a_copy_of_2012_counts(ask: Ask, expected: Table) -> None:
    rows = ask("researcher/growth", instrument="icrmw")
    bound = {row["year"]: int(row["bound"]) for row in rows}
    # The last consent in the copy, of 24 August 2011, took effect on 1 December 2011 (art. 87(2)).
    assert bound["2011"] == len(expected("icrmw-2012"))
    # Bound by the end of 2003: who deposited by August, since it takes the month that follows three months.
    assert bound["2003"] == len([row for row in expected("icrmw-2012") if row["consented"] < "2003-09"])
    assert bound[max(bound)] == sum(int(row["joined"]) - int(row["left"]) for row in rows)


@pytest.mark.answers("R18")
def test_who_signed_and_never_consented_is_as_on_the_dashboard(ask: Ask, expected: Table) -> None:
    rows = ask("researcher/signed-only", instrument="icrmw", on=DASHBOARD, years="0")
    assert {(row["actor"], row["signed"]) for row in rows} == {
        (row["code"], row["signed"]) for row in expected("signed-only-2020")
    }
    long_ago = ask("researcher/signed-only", instrument="icrmw", on=DASHBOARD, years="16")
    assert {row["actor"] for row in long_ago} == {"SLE", "COM", "TGO"}


@pytest.mark.answers("R18")
def test_never_consented_is_no_more_certain_than_the_sources(ask: Ask) -> None:
    rows = ask("researcher/signed-only", years="40")
    certain = {row["instrument"]: row["complete"] for row in rows}
    assert certain["traffic-1949"] == "2013-07-06"


@pytest.mark.answers("R19")
def test_thresholds_of_entry_into_force_are_told(ask: Ask) -> None:
    rows = ask("explorer/clauses", instrument="icrmw")
    assert {row["threshold"] for row in rows if row["property"] == "initialEntryIntoForce"} == {"20"}  # art. 87(1)


@pytest.mark.answers("R25")
def test_procedures_are_told_with_their_basis_and_acceptance(ask: Ask) -> None:
    rows = ask("researcher/supervision", instrument="icrmw")
    # International Convention on Migrant Workers, articles 73, 76, 77 and 92; Committee of article 72.
    assert {(row["basis"], row["acceptance"], row["threshold"]) for row in rows} == {
        ("73.1", "automatic", ""),
        ("76.1", "declaration", "10"),
        ("77.1", "declaration", "10"),
        ("92.1", "opt-out", ""),
    }
    assert {row["body"] for row in rows} == {"cmw", "icj"}
    operated = {(row["procedure"], row["body"]) for row in ask("explorer/procedures", lang="es")}
    assert {(row["procedure"], row["body"]) for row in rows} <= operated
    watching = {(row["instrument"], row["relation"]): row["body"] for row in ask("explorer/bodies", lang="fr")}
    assert watching["icrmw", "monitoredBy"] == "cmw"


@pytest.mark.answers("R26", "W9")
@pytest.mark.parametrize("instrument", ["icerd", "cat", "cped", "icrmw"])
def test_who_accepts_complaints_is_as_on_the_dashboard(ask: Ask, expected: Table, instrument: str) -> None:
    accepted = {row["code"]: row["accepted"] for row in expected("complaints-2020") if row["instrument"] == instrument}
    since = {row["actor"]: row["since"] for row in ask("researcher/complaints", instrument=instrument, on=DASHBOARD)}
    missing_there = {"cped": {"PER"}, "icrmw": {"GTM"}}.get(instrument, set())  # pages: 22 July 2016, 11 September 2007
    missing_here = ART_22_NOT_ON_PAGE if instrument == "cat" else set()
    assert since.keys() - missing_there == accepted.keys() - missing_here
    corrected = ART_22_CORRECTED if instrument == "cat" else {}
    for code in since.keys() & accepted.keys() - corrected.keys():
        assert since[code] >= accepted[code], code  # a declaration counts once its author is bound
    declared = {row["actor"]: row["deposited"] for row in reversed(opt_ins(ask, instrument))}  # the first of each
    assert {code: declared[code] for code in corrected} == corrected
    assert {c: declared[c] for c in accepted.keys() - missing_here - corrected.keys()} == {
        c: day for c, day in accepted.items() if c not in missing_here | corrected.keys()
    }


def opt_ins(ask: Ask, instrument: str) -> Rows:
    individual = {"icerd": "14", "cat": "22", "cped": "31", "icrmw": "77"}[instrument]
    rows = ask("researcher/statements", instrument=instrument)
    return [r for r in rows if r["type"] == "opt-in-declaration" and individual in r["articles"].split(";")]


@pytest.mark.answers("R26")
def test_complaints_accepted_through_a_protocol_end_with_it(ask: Ask) -> None:
    # IV-5, end note 1: denounced with effect from 27 June 2000.
    on_the_eve = ask("researcher/complaints", actor="TTO", instrument="iccpr-op1", on="2000-06-26")
    assert [row["by"] for row in on_the_eve] == ["protocol"]
    assert not ask("researcher/complaints", actor="TTO", instrument="iccpr-op1", on="2000-06-27")


@pytest.mark.answers("R27")
def test_territories_are_told_with_their_extension_and_exclusion(ask: Ask) -> None:
    rows = {
        (row["actor"], row["instrument"], row["act"]): row for row in ask("researcher/territories", territory="HKG")
    }
    # Dates of the communications on Hong Kong: IV-15, declarations (1 August 2008); IV-11-c, declarations.
    assert rows["CHN", "crpd", "territorial-application"]["deposited"] == "2008-08-01"
    assert ("CHN", "crc-opsc", "territorial-exclusion") in rows
    assert {row["territory"] for row in ask("researcher/territories", actor="NLD", instrument="cat")} >= {"ABW", "ANT"}


@pytest.mark.answers("R28")
def test_successors_of_a_former_state_follow_it(ask: Ask) -> None:
    rows = ask("researcher/continuity", predecessor="CSK", instrument="iccpr")
    # Czechoslovakia ratified on 23 December 1975 (GGO row 421 gives the act under its successor's name).
    assert {(row["bound_since"], row["bound_until"]) for row in rows} == {("1976-03-23", "1993-01-01")}
    assert {(row["successor"], row["since"]) for row in rows} == {("CZE", "1993-01-01"), ("SVK", "1993-01-01")}
    facts = ask("explorer/party-facts", party="HRV", lang="en")
    assert ("predecessor", "YUG") in {(row["property"], row["value"]) for row in facts}


@pytest.mark.answers("R30")
def test_participants_that_are_not_un_members_are_listed(ask: Ask, expected: Table) -> None:
    rows = ask("researcher/beyond-un-members", lang="en", on="2023-10-01")
    bound = {(row["instrument"], row["actor"], row["kind"]) for row in rows if row["state"] == "party"}
    for row in expected("beyond-un-members"):
        assert (row["instrument"], row["code"], row["kind"]) in bound
    assert not {row["actor"] for row in rows} & {"SEN", "CHE"}
    assert "SEN" in {row["code"] for row in ask("explorer/parties", lang="en") if row["un_member"]}


@pytest.mark.answers("R31")
def test_a_disagreement_is_told_with_what_was_adopted_and_why(ask: Ask) -> None:
    rows = ask("researcher/disagreements", actor="IRQ", instrument="icerd", lang="fr")
    # Treaty body database of 2023, row 1265: 13 February 1970; copy of 2012, line 3305: 14 January 1970.
    assert {(row["adopted"], row["stated"]) for row in rows} == {("1970-02-13", "1970-01-14")}
    assert "untc-diriwa-2012-04" in {row["source"] for row in rows}
    assert all(row["reason"] for row in rows)


@pytest.mark.answers("R17")
def test_counts_by_year_agree_with_counts_on_a_day(ask: Ask) -> None:
    growth = {row["year"]: row["bound"] for row in ask("researcher/growth", instrument="icrmw")}
    on_the_day = {row["instrument"]: row["parties"] for row in ask("explorer/bound-counts", on="2013-12-31")}
    assert growth["2013"] == on_the_day["icrmw"]


@pytest.mark.answers("R5")
def test_intervals_tell_the_same_departures(ask: Ask) -> None:
    spans = ask("researcher/intervals", actor="TTO", instrument="iccpr-op1")
    closed = Counter(row["until"] for row in spans if row["kind"] == "PartyInterval")
    assert closed == {"1998-08-26": 1, "2000-06-27": 1}
