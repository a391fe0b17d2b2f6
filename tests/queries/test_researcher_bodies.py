"""What a researcher asks about supervision, and about organizations and others beside the States."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = list[dict[str, str]]
Ask = Callable[..., Rows]
Table = Callable[[str], Rows]


@pytest.mark.answers("R2")
def test_who_consented_on_an_unknown_day_is_not_taken_for_a_stranger(ask: Ask) -> None:
    rows = ask("researcher/participation", instrument="achpr")
    # Stored list of the African Commission: names without dates, Senegal among them.
    assert {row["state"] for row in rows if row["code"] == "SEN"} <= {"party", "consented-effect-unknown"}
    assert "SEN" in {row["code"] for row in rows}
    bound = ask("researcher/participation", instrument="eu-2008-115", on="2026-02-03")
    assert {row["state"] for row in bound} == {"bound-through-organization"}


@pytest.mark.answers("R3")
def test_an_act_is_not_given_to_a_namesake(ask: Ask) -> None:
    # Dutch treaty database, 007101: ratified on 26 October 2023, in force on 26 October 2024; but printed there for the
    # Democratic Republic of the Congo, where the depositary prints the Congo.
    (act,) = {
        (row["type"], row["deposited"], row["effective"])
        for row in ask("researcher/acts", actor="COG", instrument="ilo-c097")
    }
    assert act == ("ratification", "2023-10-26", "2024-10-26")
    assert not ask("researcher/acts", actor="COD", instrument="ilo-c097")


@pytest.mark.answers("R25")
def test_supervision_under_a_constitution_reaches_its_conventions(ask: Ask) -> None:
    rows = ask("researcher/supervision", instrument="ilo-c097")
    # Constitution of the International Labour Organization: reports (22), representations (24), complaints (26).
    found = {(row["basis"], row["type"]) for row in rows}
    assert {("22", "reporting"), ("24", "representations"), ("26.1", "complaints-by-members")} <= found
    assert {row["under"] for row in rows} == {"ilo-constitution"}


@pytest.mark.answers("R25")
@pytest.mark.parametrize(
    ("instrument", "body", "kind", "basis"),
    [
        ("achpr", "african-commission", "individual-communications", "55"),  # African Charter, articles 55 and 56
        ("achr", "iachr", "individual-communications", "44"),  # American Convention, article 44
        ("achr", "iacthr", "contentious-cases", "62"),  # American Convention, article 62
        ("echr", "ecthr", "individual-applications", "34"),  # European Convention as amended, article 34
        ("esc-revised", "ecsr", "collective-complaints", "D.2"),  # Charter, Part IV, article D
        ("cets-197", "greta", "reporting", "38.1"),  # Convention on Trafficking, article 38(1)
    ],
)
def test_regional_bodies_supervise(ask: Ask, instrument: str, body: str, kind: str, basis: str) -> None:
    rows = ask("researcher/supervision", instrument=instrument)
    assert (body, kind, basis) in {(row["body"], row["type"], row["basis"]) for row in rows}


@pytest.mark.answers("R26")
def test_individuals_reach_the_european_court_without_a_declaration(ask: Ask) -> None:
    # Protocol No. 11, in force on 1 November 1998, made the right of application general.
    for on, since in (("1998-10-31", []), ("1998-11-01", ["1998-11-01"])):
        rows = ask("researcher/complaints", actor="FRA", instrument="echr", on=on)
        assert [row["since"] for row in rows] == since
    assert not ask("researcher/complaints", actor="RUS", instrument="echr", on="2022-09-16")


@pytest.mark.answers("R26")
def test_individuals_reach_the_african_court_by_declaration(ask: Ask) -> None:
    rows = ask("researcher/complaints", instrument="achpr-p-court", on="2022-04-30")
    # AllAfrica, 29 March 2022, statement of the President of the Court: eight States.
    assert {row["actor"] for row in rows} == {"BFA", "GHA", "GMB", "GNB", "MLI", "MWI", "NER", "TUN"}
    assert {row["by"] for row in rows} == {"declaration"}
    # ICJ Africa, 6 May 2020: Benin and Côte d’Ivoire have given notice; it takes effect after one year.
    still = {row["actor"] for row in ask("researcher/complaints", instrument="achpr-p-court", on="2020-05-06")}
    assert {"BEN", "CIV"} <= still


@pytest.mark.answers("R29")
def test_an_organization_is_a_party_beside_its_members(ask: Ask, expected: Table) -> None:
    acts = [row for row in ask("researcher/organizations-as-parties", instrument="crpd") if row["class"] != "signature"]
    assert [(row["organization"], row["type"]) for row in acts] == [("eu", "formal-confirmation")]  # article 43
    rows = ask("researcher/organization-and-members", instrument="crpd", on="2011-01-22")
    # Thirty days after the deposit of the Union, on 23 December 2010: those that had deposited by then.
    printed = {row["code"]: row["consented"] <= "2010-12-23" for row in expected("crpd-members-2011")}
    assert {row["actor"]: row["standing"] == "party" for row in rows} == printed
    assert {row["bound_since"] for row in rows} == {"2011-01-22"}


@pytest.mark.answers("R29", "R9")
def test_acts_of_an_organization_bind_its_members_but_for_exceptions(ask: Ask) -> None:
    def standing(on: str) -> dict[str, str]:
        rows = ask("researcher/bound-through-organization", instrument="eu-2008-115", on=on)
        assert len(rows) == len({row["actor"] for row in rows})
        return {row["actor"]: row["standing"] for row in rows}

    # Directive 2008/115/EC, recitals 25 to 30: Denmark by a decision of its own, not the United Kingdom and Ireland;
    # Iceland, Norway, Switzerland and Liechtenstein through their association with Schengen.
    found = standing("2019-01-01")
    assert {code for code, kind in found.items() if kind == "opt-in"} == {"CHE", "DNK", "ISL", "LIE", "NOR"}
    assert (found["GBR"], found["IRL"], found["FRA"]) == ("excepted", "excepted", "member")
    assert "GBR" not in standing("2020-02-01")
    assert ("HRV" in standing("2013-06-30"), "HRV" in standing("2013-07-01")) == (False, True)


@pytest.mark.answers("R30")
def test_sources_that_count_a_participant_are_told_apart(ask: Ask) -> None:
    rows = ask("researcher/recognition-by-source", lang="en")
    # Page IV-8, note on the State of Palestine, and ICRC list of States parties: both count it, as does the dashboard.
    palestine = {row["source"]: int(row["acts"]) for row in rows if row["actor"] == "PSE"}
    assert {"untc-ch4-2026-02", "icrc-ihl-states-parties", "ohchr-dashboard-2020-09"} <= palestine.keys()
    # No depositary page of the United Nations counts Kosovo among the participants.
    assert "untc-ch4-2026-02" not in {row["source"] for row in rows if row["actor"] == "XKX"}
    assert not {"SEN", "CSK"} & {row["actor"] for row in rows}
