"""What someone who advises one State asks about its peers, bodies, older conventions, soft law and training."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = list[dict[str, str]]
Ask = Callable[..., Rows]
Table = Callable[[str], Rows]

DASHBOARD = "2020-09-16"
"""Day of the OHCHR ratification dashboard."""
COPY = "2012-03-31"
"""A day on which the copy of the Treaty Collection of April 2012 was current."""
REPORTED_ON = {"cat", "cedaw", "cped", "crc", "crpd", "iccpr", "icerd", "icescr", "icrmw"}
"""Instruments of the dashboard under which parties report to a committee."""


@pytest.mark.answers("A13")
def test_a_party_reports_on_what_it_has_ratified(ask: Ask, expected: Table) -> None:
    rows = ask("adviser/reporting-obligations", actor="SEN", on=DASHBOARD, lang="fr")
    ratified = {row["instrument"] for row in expected("senegal-2020") if row["consented"]}
    assert {row["instrument"] for row in rows} & REPORTED_ON == ratified & REPORTED_ON
    # OHCHR, announcement of the session of March 2023: Morocco among the parties that the Committee reviews regularly.
    morocco = ask("adviser/reporting-obligations", actor="MAR", on="2023-03-23", lang="en")
    assert {(row["body"], row["basis"]) for row in morocco if row["instrument"] == "icrmw"} == {("cmw", "73.1")}


@pytest.mark.answers("A13")
def test_the_evaluations_of_greta_begin_with_the_convention_on_trafficking(ask: Ask) -> None:
    # Decree No. 2008-1118 (France): entry into force 1 May 2008; GRETA, visit of March 2012 in its first round.
    for on, evaluated in (("2008-04-30", set()), ("2012-03-26", {"2008-05-01"})):
        rows = ask("adviser/reporting-obligations", actor="FRA", on=on, lang="fr")
        assert {row["since"] for row in rows if row["body"] == "greta"} == evaluated


@pytest.mark.answers("A13")
def test_members_of_the_ilo_report_on_each_convention_and_at_request_on_others(ask: Ask) -> None:
    # CEACR, direct request of 2023: Algeria reports on C097, ratified in 1962; ILO Constitution, arts 22 and 19(5)(e).
    rows = ask("adviser/reporting-obligations", actor="DZA", lang="es")
    basis = {row["instrument"]: row["basis"] for row in rows if row["body"] == "ceacr"}
    assert basis["ilo-c097"] == "22"
    assert basis["ilo-constitution"] == "19.5.e"
    assert "ilo-c143" not in basis


@pytest.mark.answers("A14")
def test_peers_of_a_community_are_bound_as_a_copy_of_the_day_says(ask: Ask, expected: Table) -> None:
    rows = ask("adviser/peers", actor="SEN", instrument="icrmw", group="ecowas", on=COPY)
    consented = {row["code"] for row in expected("icrmw-2012")}
    assert len(rows) == 14
    assert {row["peer"] for row in rows if row["state"] == "bound"} == consented & {row["peer"] for row in rows}
    assert {row["state"] for row in rows} == {"bound", "signed", "not-bound"}


@pytest.mark.answers("A14")
def test_peers_are_those_of_the_day(ask: Ask) -> None:
    # Wikipedia, "Economic Community of West African States": twelve members since three withdrew on 29 January 2025.
    before, after = (
        {row["peer"] for row in ask("adviser/peers", actor="SEN", instrument="icrmw", group="ecowas", on=on)}
        for on in ("2025-01-28", "2025-01-29")
    )
    assert before - after == {"BFA", "MLI", "NER"}
    assert len(after) == 11


@pytest.mark.answers("A14")
def test_peers_of_a_region_or_a_process_are_found_too(ask: Ask) -> None:
    # Rabat Process, list of partners. M49, code 002: Africa.
    dialogue = {row["peer"] for row in ask("adviser/peers", actor="SEN", instrument="icrmw", group="rabat")}
    assert {"ITA", "MAR", "CHE"} <= dialogue
    region = {row["peer"] for row in ask("adviser/peers", actor="SEN", instrument="icrmw", group="002")}
    assert {"ZAF", "EGY"} <= region
    assert not region & {"ITA", "SEN"}


@pytest.mark.answers("A14")
def test_of_peers_without_a_record_it_is_unknown_whether_they_are_bound(ask: Ask) -> None:
    states = {
        row["state"] for row in ask("adviser/peers", actor="SEN", instrument="kampala-convention", group="ecowas")
    }
    assert "unknown" in states
    assert "not-bound" not in states


@pytest.mark.answers("A15")
def test_a_corridor_holds_what_both_are_bound_by_since_the_later(ask: Ask, expected: Table) -> None:
    rows = {row["instrument"]: row for row in ask("adviser/corridor", actor="ALB", other="DZA", on=COPY)}
    consents = {row["code"]: row["consented"] for row in expected("icrmw-2012")}
    # Albania is the later; article 87(2): the first day of the month after three months.
    assert (consents["ALB"], consents["DZA"]) == ("2007-06-05", "2005-04-21")
    assert rows["icrmw"]["since"] == "2007-10-01"
    signed = {row["code"] for row in expected("cped-2012") if not row["consented"]}
    assert "DZA" in signed
    assert "cped" not in rows


@pytest.mark.answers("A15")
def test_a_corridor_holds_treaties_between_the_two(ask: Ask) -> None:
    # Statutory Instrument 1958 No. 597: convention on social security of 10 July 1956, in force on 1 May 1958.
    eve, day = (
        {row["instrument"]: row for row in ask("adviser/corridor", actor="FRA", other="GBR", on=on)}
        for on in ("1958-04-30", "1958-05-01")
    )
    (added,) = [row for name, row in day.items() if name not in eve and row["nature"] == "bilateral"]
    assert (added["branch"], added["since"]) == ("social-security", "1958-05-01")


@pytest.mark.answers("A15")
def test_a_corridor_of_two_members_holds_the_acts_that_bind_both(ask: Ask) -> None:
    # Directive 2011/95, recitals 50 and 51: Ireland and Denmark take no part.
    for code, bound in (("DEU", True), ("IRL", False), ("DNK", False)):
        acts = {row["instrument"] for row in ask("adviser/corridor", actor="FRA", other=code, on="2014-01-01")}
        assert ("eu-2011-95" in acts) == bound, code


@pytest.mark.answers("A17")
def test_the_state_of_labour_conventions_is_told(ask: Ask) -> None:
    rows = {row["code"]: row for row in ask("adviser/labour-standards", actor="BHS", on="2003-01-01")}
    # ILO, 88th Session (2000), Report VII(2): withdrawal of C066, never in force; C097 is its revision.
    assert (rows["C066"]["status"], rows["C066"]["revised_by"]) == ("withdrawn", "ilo-c097")
    # List of ratifications of C103 on 31 December 2002: Bahamas, registered on 14 June 2001, in force a year later.
    assert (rows["C103"]["state"], rows["C103"]["since"]) == ("bound", "2002-06-14")
    assert rows["C103"]["revised_by"] == "ilo-c183"
    assert rows["C183"]["state"] == "not-bound"
    assert rows["C157"]["state"] == "unknown"


@pytest.mark.answers("A18")
@pytest.mark.parametrize(
    ("code", "on", "older", "newer"),
    [
        # List of ratifications of C103 on 31 December 2002: Bolivia 15 November 1973, Austria 4 December 1969.
        ("BOL", "2003-01-01", "1974-11-15", ""),
        ("AUT", "2003-01-01", "1970-12-04", ""),
        ("AUT", "2010-01-01", "", "2005-04-30"),  # C183 ratified since, C103 gone with it
    ],
)
def test_an_older_convention_ends_with_the_ratification_of_the_newer(
    ask: Ask, code: str, on: str, older: str, newer: str
) -> None:
    (row,) = ask("adviser/automatic-denunciation", actor=code, instrument="ilo-c183", on=on)
    assert (row["older"], row["older_since"], row["newer_since"]) == ("ilo-c103", older, newer)


@pytest.mark.answers("A22")
def test_votes_for_a_text_are_told_and_others_are_not(ask: Ask) -> None:
    # UN press release GA/12113, as told in the press: five against, Czechia and Hungary among them; Senegal for it.
    for code, voted_for in (("SEN", True), ("CZE", False), ("HUN", False), ("ITA", False)):
        rows = ask("adviser/without-ratifying", actor=code)
        assert ("vote", "gcm") in {
            (row["ground"], row["thing"]) for row in rows if row["thing"] == "gcm"
        } or not voted_for
        assert voted_for or "gcm" not in {row["thing"] for row in rows}, code


@pytest.mark.answers("A22")
def test_processes_adopted_texts_and_accepted_recommendations_are_told(ask: Ask) -> None:
    # UN Network on Migration, dialogue of Accra: Morocco and El Salvador first chaired the initiative of champions.
    morocco, salvador = (ask("adviser/without-ratifying", actor=code) for code in ("MAR", "SLV"))
    for rows in (morocco, salvador):
        assert ("process", "gcm-champions") in {(row["ground"], row["thing"]) for row in rows}
    adopted = {row["thing"]: row["through"] for row in ask("adviser/without-ratifying", actor="SEN")}
    assert adopted["ecowas-common-approach-2008"] == "ecowas"  # Ouagadougou, 18 January 2008: by the fifteen
    assert "ecowas-common-approach-2008" not in {row["thing"] for row in morocco}
    benin = ask("adviser/without-ratifying", actor="BEN", on="2007-12-31")
    assert "ecowas-common-approach-2008" not in {row["thing"] for row in benin}
    urged = {row["thing"]: row["times"] for row in ask("adviser/without-ratifying", actor="AGO") if row["times"]}
    assert int(urged["icrmw"]) > 1


@pytest.mark.answers("A25")
def test_training_fits_what_does_not_bind_the_state(ask: Ask) -> None:
    # IOM, capacity-building (page in French): four days in Geneva, for officials and staff of the United Nations.
    france = {(r["subject"], r["course"]): r for r in ask("adviser/training", actor="FRA", lang="fr")}
    geneva = france["icrmw", "geneva"]
    assert (geneva["place"], geneva["length"]) == ("Genève, Suisse", "P4D")
    assert france["icrmw", "sanremo"]["languages"] == "en;es;fr"
    assert "kampala-convention" not in {subject for subject, _ in france}  # open to members of the AU only
    senegal = {row["subject"] for row in ask("adviser/training", actor="SEN", lang="fr")}
    assert "icrmw" not in senegal  # dashboard: acceded on 9 June 1999
    assert "kampala-convention" in senegal
    narrowed = ask("adviser/training", actor="SEN", lang="fr", instrument="sar")
    assert {row["subject"] for row in narrowed} == {"sar"}
