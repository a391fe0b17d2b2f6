"""What a researcher asks of all the registers: regional, labour, bilateral and non-binding instruments."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = list[dict[str, str]]
Ask = Callable[..., Rows]
Table = Callable[[str], Rows]

CITES = "http://data.europa.eu/eli/ontology#cites"


@pytest.mark.answers("R1")
def test_every_instrument_is_listed_with_its_keeper_or_maker(ask: Ask, expected: Table) -> None:
    rows = {row["instrument"]: row for row in ask("researcher/register", lang="en")}
    for row in expected("register"):
        found = rows[row["instrument"]]
        for column in ("branch", "binding", "adopted", "in_force"):
            assert found[column] == row[column], (row["instrument"], column)
        assert row["keeper"] in found["depositaries"] + found["adopted_by"]
    kept = {row["instrument"] for row in rows.values() if row["depositaries"] or row["adopted_by"]}
    unbinding = {row["instrument"] for row in rows.values() if row["binding"] == "no"}
    assert len(unbinding) >= 90
    assert unbinding <= kept


@pytest.mark.answers("R5")
def test_departures_from_organizations_are_listed(ask: Ask) -> None:
    rows = ask("researcher/left-organizations")
    left = {(row["organization"], row["actor"]): row for row in rows}
    # Authority of ECOWAS, 66th session, 15 December 2024 (zambianobserver.com, 17 December): from 29 January 2025.
    for code in ("BFA", "MLI", "NER"):
        assert (left["ecowas", code]["left"], left["ecowas", code]["returned"]) == ("2025-01-29", "")
    # PILA bulletin of 21 September 2022: expelled from the Council of Europe on 16 March 2022.
    assert left["coe", "RUS"]["left"] == "2022-03-16"
    # gov.uk, 8 February 2018: the Gambia has rejoined the Commonwealth, which it left in October 2013.
    assert left["commonwealth", "GMB"]["left"].startswith("2013-10")
    assert left["commonwealth", "GMB"]["returned"] == "2018-02-08"
    assert ("oau", "SEN") not in left  # the organization was dissolved, nobody left it
    assert ("ilo", "DDR") not in left  # the State ceased to exist


@pytest.mark.answers("R10")
def test_excluded_annexes_are_those_printed(ask: Ask, expected: Table) -> None:
    rows = ask("researcher/bound-in-part", instrument="ilo-c097", on="2023-01-01")
    found = {row["actor"]: row["parts"] for row in rows if row["scope"] == "excluded"}
    assert found == {row["code"]: row["parts"] for row in expected("excluded-annexes")}


@pytest.mark.answers("R10")
def test_the_geographical_limitation_of_the_convention_of_1951_is_kept_by_four_parties(ask: Ask) -> None:
    # Fedlex, SR 0.142.30, declarations under article 1 B; Türkiye deposited on 30 March 1962, article 43 (2).
    rows = ask("researcher/bound-in-part", instrument="refugee-1951")
    assert {row["actor"] for row in rows if row["parts"] == "1.b.1.a"} == {"COG", "MCO", "MDG", "TUR"}
    assert [row["since"] for row in rows if row["actor"] == "TUR"] == ["1962-06-28"]


@pytest.mark.answers("R10")
def test_a_part_is_excluded_while_its_author_is_bound(ask: Ask) -> None:
    # Sveriges överenskommelser 1982:76: Sweden, with the exception of Part II; in force one year after registration.
    for on, parts in (("1983-12-27", []), ("1983-12-28", ["part-2"])):
        rows = ask("researcher/bound-in-part", actor="SWE", instrument="ilo-c143", on=on)
        assert [row["parts"] for row in rows] == parts
    # Dutch treaty database, 007204: Albania considers itself bound by article 19, 14 November 2002.
    (albania,) = ask("researcher/bound-in-part", actor="ALB", instrument="esc-revised")
    assert (albania["scope"], albania["parts"], albania["since"]) == ("accepted", "19", "2003-01-01")


@pytest.mark.answers("R15")
def test_a_convention_that_denounces_an_older_one_binds_in_its_place(ask: Ask) -> None:
    # GB.283/LILS/WP/PRS/2, March 2002: Convention No. 183 has been in force since 7 February 2002.
    def of_italy(on: str) -> dict[str, str]:
        (row,) = ask("researcher/versions-in-force", actor="ITA", instrument="ilo-c183", on=on)
        return row

    before, after = of_italy("2002-02-06"), of_italy("2002-02-07")
    assert (before["newer_since"], before["ipso_jure"]) == ("", "true")
    assert (after["newer_since"], after["older_until"]) == ("2002-02-07", "2002-02-07")
    pairs = {(row["instrument"], row["relation"], row["related"]) for row in ask("researcher/lineage", lang="fr")}
    assert ("ilo-c097", "revises", "ilo-c066") in pairs


@pytest.mark.answers("R15")
@pytest.mark.parametrize("code", ["DNK", "LUX"])
def test_which_social_charter_binds_is_told(ask: Ask, code: str) -> None:
    # Council of Europe, situation at 1 May 2021: Denmark and Luxembourg have ratified the Charter of 1961 only.
    rows = ask("researcher/versions-in-force", actor=code, instrument="esc-revised", on="2021-05-01")
    (charter,) = [row for row in rows if row["earlier"] == "esc-1961"]
    assert charter["older_since"]
    assert not charter["newer_since"]


@pytest.mark.answers("R16", "R19")
def test_an_amendment_lacks_the_consents_that_another_depositary_lacks(ask: Ask, expected: Table) -> None:
    (protocol,) = [row for row in ask("researcher/not-yet-in-force") if row["instrument"] == "cets-142"]
    printed = expected("turin-protocol")
    assert int(protocol["dated"]) == len([row for row in printed if row["consented"]])
    assert (protocol["amends"], protocol["threshold"]) == ("esc-1961", "")  # all parties: article 8
    rows = ask("researcher/missing-consents", instrument="cets-142")
    found = {row["code"]: row["consented"] for row in rows if row["act"] == "consented"}
    assert found == {row["code"]: row["consented"] for row in printed if row["consented"]}
    # Council of Europe, situation at 1 May 2021: those marked as States whose ratification is necessary, and the
    # United Kingdom, a party to the Charter of 1961 that the Dutch table shows to have signed only.
    assert {row["code"] for row in rows if row["act"] != "consented"} == {"DEU", "DNK", "LUX", "GBR"}


@pytest.mark.answers("R19")
def test_eleven_ratifications_lack_to_free_movement_in_africa(ask: Ask) -> None:
    # Leadership (Abuja), 8 October 2019: ratified by Rwanda, Mali, São Tomé and Príncipe, and Niger; fifteen required.
    (protocol,) = [row for row in ask("researcher/not-yet-in-force") if row["instrument"] == "au-free-movement-2018"]
    assert (protocol["threshold"], protocol["undated"], protocol["left_at_least"]) == ("15", "4", "11")
    rows = ask("researcher/missing-consents", instrument="au-free-movement-2018")
    assert {row["code"] for row in rows if row["act"] == "consented"} == {"MLI", "NER", "RWA", "STP"}
    assert "NGA" in {row["code"] for row in rows if row["act"] != "consented"}


@pytest.mark.answers("R19")
def test_what_lacked_on_a_day_of_the_past_is_told(ask: Ask, expected: Table) -> None:
    (convention,) = [row for row in ask("researcher/not-yet-in-force", on="2002-06-01") if row["instrument"] == "icrmw"]
    earlier = [row for row in expected("icrmw-2012") if "" < row["consented"] <= "2002-06-01"]
    assert int(convention["dated"]) == len(earlier)
    assert int(convention["left_at_most"]) == 20 - len(earlier)


@pytest.mark.answers("R17")
def test_the_median_lag_is_that_of_another_table(ask: Ask, expected: Table) -> None:
    rows = ask("researcher/signature-to-consent", instrument="icrmw", lang="en")
    found = {row["region"]: (int(row["parties"]), float(row["median_months"])) for row in rows}
    assert found == {
        row["region"]: (int(row["parties"]), float(row["median_months"])) for row in expected("lag-to-consent")
    }


@pytest.mark.answers("R20")
def test_soft_law_is_found_by_the_treaty_that_it_cites(ask: Ask) -> None:
    # The Compact, paragraph 2, as printed on 11 July 2018 (discuss.ilw.com, blog 374112).
    rows = ask("researcher/soft-law", lang="en", instrument="gcm")
    cited = {row["related"] for row in rows if row["relation"] == CITES}
    assert {"udhr", "iccpr", "icescr", "untoc", "palermo-trafficking", "palermo-smuggling", "slavery-1926"} <= cited
    # Cartagena Declaration, conclusion III(3): the precedent of the Convention of 1969, article 1(2).
    ties = {
        (row["instrument"], row["relation"])
        for row in ask("researcher/soft-law", lang="es", related="oau-refugee-1969")
    }
    assert ("cartagena-declaration-1984", "inspiredBy") in ties


@pytest.mark.answers("R20")
def test_comments_are_found_by_the_articles_that_they_elaborate(ask: Ask) -> None:
    rows = {row["instrument"]: row["provisions"] for row in ask("researcher/soft-law", lang="fr", related="iccpr")}
    # Titles of the comments in HRI/GEN/1/Rev.9: No. 27 is on article 12, No. 35 (CCPR/C/GC/35) on article 9.
    assert (rows["hrc-gc-27"], rows["hrc-gc-35"]) == ("12", "9")
    natures = {row["related_nature"] for row in ask("researcher/soft-law", lang="fr", related="iccpr")}
    assert natures == {"Treaty"}


@pytest.mark.answers("R33")
def test_regional_regimes_of_free_movement_are_compared(ask: Ask) -> None:
    # Statement on the day (blog.jaluo.com p=6920): signed by five States, ratified by all, in operation on 1 July 2010.
    rows = {row["instrument"]: row for row in ask("researcher/free-movement", lang="en", on="2010-07-01")}
    market = rows["eac-common-market-2009"]
    assert (market["organization"], market["in_force"]) == ("eac", "2010-07-01")
    assert (market["members"], market["bound"], market["unrecorded"]) == ("5", "5", "")
    # The European Union had 27 members in 2010, and 28 from the accession of Croatia, on 1 July 2013.
    assert (rows["eu-2004-38"]["members"], rows["eu-2004-38"]["bound"]) == ("27", "27")
    later = {row["instrument"]: row for row in ask("researcher/free-movement", lang="en", on="2013-07-01")}
    assert later["eu-2004-38"]["bound"] == "28"


@pytest.mark.answers("R33")
def test_members_that_are_not_bound_are_named(ask: Ask) -> None:
    rows = {row["instrument"]: row for row in ask("researcher/free-movement", lang="es")}
    africa = rows["au-free-movement-2018"]
    assert africa["status"] == "not-yet-in-force"
    assert (africa["bound"], africa["undated"]) == ("0", "4")
    assert "NGA" in africa["unrecorded"].split(";")
    assert len(africa["unrecorded"].split(";")) == int(africa["members"]) - 4
    # Accession of Somalia to the East African Community: 4 March 2024, after the last act on the protocol.
    assert rows["eac-common-market-2009"]["unrecorded"] == "SOM"


@pytest.mark.answers("R34")
def test_bilateral_treaties_of_two_parties_are_told_with_the_multilateral_ones(ask: Ask) -> None:
    # Bevans; 62 Stat. 3824; TIAS 1926: visas, notes of 9 and 12 November 1948, in force on 12 November 1948.
    def visas(on: str) -> list[str]:
        rows = ask("researcher/between-two-parties", lang="en", one="USA", other="GBR", on=on)
        return [row["state"] for row in rows if row["instrument"] == "uk-74490"]

    assert (visas("1948-11-08"), visas("1948-11-11")) == ([], ["no entry into force recorded"])
    assert visas("1948-11-12") == ["in force"]
    rows = ask("researcher/between-two-parties", lang="fr", one="GBR", other="BEL")
    # UKTS No. 40 (1960), Cmnd. 1091: London, 1 April 1960.
    assert ("travel", "1960-04-01") in {(r["subject"], r["signed"]) for r in rows if r["sort"] == "bilateral"}
    assert {row["register"] for row in rows if row["sort"] == "bilateral"} == {"uk-treaties-2022"}
    assert {"iccpr", "echr", "ilo-c029"} <= {row["instrument"] for row in rows if row["sort"] == "multilateral"}


@pytest.mark.answers("R34")
def test_two_members_share_what_their_organization_enacts(ask: Ask) -> None:
    def shared(on: str) -> set[str]:
        rows = ask("researcher/between-two-parties", lang="en", one="FRA", other="GBR", on=on)
        return {row["instrument"] for row in rows if row["sort"] == "through an organization"}

    assert "eu-2004-38" in shared("2020-01-31")
    assert "eu-2004-38" not in shared("2020-02-01")  # the United Kingdom left the European Union on that day
    # Register of one State: between two others no bilateral treaty is known.
    rows = ask("researcher/between-two-parties", lang="en", one="FRA", other="DZA")
    assert "bilateral" not in {row["sort"] for row in rows}
    assert "icrmw" not in {row["instrument"] for row in rows}  # France is no party
