"""What one party has promised of a right: by which treaties, within what limits, since when, before whom."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

Rows = list[dict[str, str]]
Ask = Callable[..., Rows]
Table = Callable[[str], Rows]

DASHBOARD = "2020-09-16"
"""Day of the OHCHR ratification dashboard."""

NOT_AS_ON_PAGE = {"AND", "GHA", "GRD", "LKA", "SYC"}
"""Declarations under article 22 of the Convention against Torture that the dashboard misdates: see test_researcher."""


def by_right(rows: Rows) -> dict[str, dict[str, str]]:
    return {row["right"]: row for row in rows}


def named(cell: str) -> set[str]:
    return set(cell.split(";")) - {""}


@pytest.mark.answers("A3")
def test_a_right_is_covered_by_the_treaties_of_the_dashboard_and_from_their_day(ask: Ask, expected: Table) -> None:
    rights = by_right(ask("adviser/cover-by-right", party="SEN", on=DASHBOARD))
    consented = {row["instrument"] for row in expected("senegal-2020") if row["consented"]}
    # Hathaway, Leveraging Asylum, and the Istanbul Protocol (2022), para. 114: the Convention against Torture forbids
    # return.
    assert {"cat", "cped", "refugee-1951"} <= named(rights["non-refoulement"]["binding"])
    # Each of these treaties bears the right in its title, or alone gives it (temporary absence).
    for right, instrument in (
        ("racial-discrimination-prohibition", "icerd"),
        ("gender-equality", "cedaw"),
        ("enforced-disappearance-prohibition", "cped"),
        ("equality-persons-with-disabilities", "crpd"),
        ("temporary-absence", "icrmw"),
    ):
        assert (instrument in named(rights[right]["binding"])) == (instrument in consented), right
    # Convention against Torture, article 27: in force on 26 June 1987.
    (eve, day) = (
        by_right(ask("adviser/cover-by-right", party="SEN", on=on))["torture-prohibition"]["binding"]
        for on in ("1987-06-25", "1987-06-26")
    )
    assert named(day) - named(eve) == {"cat"}


@pytest.mark.answers("A3")
def test_reservations_to_the_articles_of_a_right_are_told(ask: Ask) -> None:
    rights = by_right(ask("adviser/cover-by-right", party="USA", on=DASHBOARD))
    # Treaty body database of the UNHCHR, reservation of the United States: ICCPR, articles 7, 10, 14, 15, 20.
    # E/CN.4/2006/120, note 47: ICCPR, article 7, and Convention against Torture, article 16.
    assert named(rights["torture-prohibition"]["reserved"]) == {"iccpr", "cat"}
    for right in ("conditions-of-detention", "fair-trial", "no-punishment-without-law", "protection-from-xenophobia"):
        assert "iccpr" in named(rights[right]["reserved"]), right
    # Articles 9, 12, 17 to 19, 21 and 24 of the Covenant are not among them.
    for right in (
        "liberty-of-person",
        "freedom-of-movement",
        "leave-any-country",
        "privacy-and-data",
        "birth-registration",
    ):
        assert "iccpr" not in named(rights[right]["reserved"]), right
        assert "iccpr" in named(rights[right]["binding"]), right
    # Depositary, page IV-2: on private conduct, also to article 5 of the ICERD.
    assert "icerd" in named(rights["freedom-of-movement"]["reserved"])


@pytest.mark.answers("A3")
def test_a_right_may_rest_on_other_texts_alone(ask: Ask) -> None:
    # International Review of the Red Cross, 17 April 2018, on the Kampala Convention: no globally binding instrument
    # protects internally displaced persons, for whom there are the Guiding Principles of 1998; Africa has its
    # convention.
    france = by_right(ask("adviser/cover-by-right", party="FRA", on=DASHBOARD))["protection-of-idps"]
    assert not france["binding"] + france["indirect"] + france["unknown"]
    assert int(france["soft"]) > 0
    senegal = by_right(ask("adviser/cover-by-right", party="SEN", on=DASHBOARD))["protection-of-idps"]
    assert "kampala-convention" in named(senegal["binding"]) | named(senegal["unknown"])
    # Protocol No. 4 is open to members of the Council of Europe that signed the Convention: no question for Senegal.
    assert "echr-p4" not in named(
        by_right(ask("adviser/cover-by-right", party="SEN", on=DASHBOARD))["leave-any-country"]["unknown"]
    )


@pytest.mark.answers("R9", "A3")
@pytest.mark.parametrize("party", ["CPV", "USA", "VEN"])
def test_rights_of_refugees_may_bind_through_the_protocol_alone(ask: Ask, party: str) -> None:
    # Treaty Collection, copy of April 2012: on list V-5 and not on list V-2; articles 2 to 34 by article I(1) of the
    # Protocol.
    rights = by_right(ask("adviser/cover-by-right", party=party, on="2012-04-30"))
    for right in ("non-penalization-of-irregular-entry", "facilitated-naturalization"):
        assert named(rights[right]["indirect"]) == {"refugee-1967"}, right
        assert not rights[right]["binding"], right


@pytest.mark.answers("R10")
def test_what_an_excluded_annex_gives_is_limited_and_the_rest_is_not(ask: Ask, expected: Table) -> None:
    # ILO, General Survey of 1999, paras. 132 and 133: annexes I and II to Convention No. 97 are on recruitment.
    # Diário da Assembleia da República, 30 March 1978, p. 508-(9): III is on the customs duties of personal effects
    # and tools.
    for row in expected("excluded-annexes"):
        rights = by_right(ask("adviser/cover-by-right", party=row["code"], on="2020-01-01"))
        parts = named(row["parts"])
        assert ("ilo-c097" in named(rights["equality-in-taxation"]["reserved"])) == ("annex-3" in parts), row["code"]
        recruited = "ilo-c097" in named(rights["fair-recruitment"]["reserved"])
        assert recruited == bool(parts & {"annex-1", "annex-2"}), row["code"]
        assert "ilo-c097" not in named(rights["freedom-of-association"]["reserved"]), row["code"]


@pytest.mark.answers("R10")
def test_without_a_part_the_rights_of_the_other_part_stand_whole(ask: Ask) -> None:
    # Lebanese NGO Forum, ILO conventions: Part I of Convention No. 143 is on migrations in abusive conditions, Part
    # II, from article 10, on equality of opportunity and treatment. Sweden has excluded the second.
    (scope,) = ask("researcher/bound-in-part", instrument="ilo-c143", actor="SWE", on=DASHBOARD)
    assert (scope["scope"], scope["parts"]) == ("excluded", "part-2")
    rights = by_right(ask("adviser/cover-by-right", party="SWE", on=DASHBOARD))
    limited = {right for right, row in rights.items() if "ilo-c143" in named(row["reserved"])}
    assert "non-discrimination-nationality-status" in limited
    abuse = rights["action-against-irregular-employment"]
    assert "ilo-c143" in named(abuse["binding"])
    assert "action-against-irregular-employment" not in limited
    # Wikipedia, table of ratifications: Italy, 1981, without a note.
    rights = by_right(ask("adviser/cover-by-right", party="ITA", on=DASHBOARD))
    assert not [right for right, row in rights.items() if "ilo-c143" in named(row["reserved"])]


@pytest.mark.answers("R9")
def test_the_protocol_takes_in_the_articles_that_it_names(ask: Ask) -> None:
    # Protocol, article 1(1), as prorefugiu.org prints it: articles 2 to 34 inclusive.
    rows = ask("researcher/taken-in", through="refugee-1967")
    assert {row["instrument"] for row in rows} == {"refugee-1951"}
    assert {int(row["reference"].partition(".")[0]) for row in rows} == set(range(2, 35))


@pytest.mark.answers("R12")
def test_a_right_that_only_the_migrant_workers_convention_gives(ask: Ask) -> None:
    # Beside it, Protocol No. 4, the American Convention and the African Charter forbid collective expulsion (brief of
    # the High Commissioner for Human Rights in Hirsi; IOM Glossary). Morocco is the one African State outside the
    # Charter (APS, 2021; SPS, 8 January 2024), and has signed the Arab Charter only (PANA, 28 December 2004).
    found = by_right(ask("researcher/only-here", party="MAR", instrument="icrmw", on=DASHBOARD))
    assert found["collective-expulsion-prohibition"]["provisions"] == "22.1"
    assert found["collective-expulsion-prohibition"]["perhaps"] == ""
    # CYIL 10 (2019), p. 225: life, slavery, arrest, trial and privacy are everyone’s by the ICCPR, which binds
    # Morocco.
    everyones = {
        "right-to-life",
        "slavery-and-forced-labour-prohibition",
        "liberty-of-person",
        "fair-trial",
        "privacy-and-data",
    }
    assert not everyones & found.keys()
    # Fifty-four of fifty-five have ratified the Charter, Senegal among them: on a day that no source here gives.
    senegal = by_right(ask("researcher/only-here", party="SEN", instrument="icrmw", on=DASHBOARD))
    assert senegal["collective-expulsion-prohibition"]["perhaps"] == "achpr"


@pytest.mark.answers("R12")
def test_a_right_that_only_the_european_convention_on_trafficking_gives(ask: Ask) -> None:
    # IPN, 1 February 2008: Moldova was the first to ratify it; among its highlights is the right to
    # non-incrimination.
    found = by_right(ask("researcher/only-here", party="MDA", instrument="cets-197", on=DASHBOARD))
    assert found["non-punishment-of-trafficked-persons"]["provisions"] == "26"
    # Assistance and prosecution are in the Palermo Protocol too, as anti-thb.org says.
    assert not {"protection-of-trafficked-persons", "prevention-and-prosecution-of-trafficking"} & found.keys()


@pytest.mark.answers("A20")
def test_hooks_for_an_objective_are_bound_since_the_days_that_the_dashboard_gives(ask: Ask, expected: Table) -> None:
    # RLI Blog, GCM indicators, objective 13: ICCPR 9, Migrant Workers Convention 16. Three months after the deposit
    # (ICCPR, article 49(2)); thirty days (CRPD, article 45(2)); with the first twenty, on 1 July 2003 (Migrant
    # Workers Convention).
    consented = {row["instrument"]: row["consented"] for row in expected("senegal-2020")}
    thirty_days_later = date.fromisoformat(consented["crpd"]) + timedelta(days=30)
    since = {
        "iccpr": consented["iccpr"].replace("-02-", "-05-"),
        "icrmw": "2003-07-01",
        "crpd": thirty_days_later.isoformat(),
    }
    rows = ask("adviser/objective-hooks", party="SEN", objective="13", on=DASHBOARD, lang="fr")
    hooks = {(row["instrument"], row["reference"].partition(".")[0]): row for row in rows}
    for instrument, article in (("iccpr", "9"), ("icrmw", "16"), ("icrmw", "17"), ("crpd", "14")):
        hook = hooks[instrument, article]
        assert (hook["hook"], hook["since"]) == ("bound", since[instrument])
    # Before that day it was none.
    before = ask("adviser/objective-hooks", party="SEN", objective="13", on="2003-06-30", lang="fr")
    assert {row["hook"] for row in before if row["instrument"] == "icrmw"} == {"not bound"}


@pytest.mark.answers("A20")
def test_hooks_that_are_missing_or_taken_in_are_told_apart(ask: Ask) -> None:
    # Amnesty International (nospank.net): the United States has not ratified the Convention on the Rights of the
    # Child. Chetail, MPEiPro: no Western country has ratified the one on migrant workers. Copy of April 2012: on list
    # V-5, and not on list V-2.
    rows = ask("adviser/objective-hooks", party="USA", objective="13", on=DASHBOARD, lang="en")
    hooks = {(row["instrument"], row["reference"].partition(".")[0]): (row["hook"], row["since"]) for row in rows}
    assert hooks["crc", "37"] == hooks["icrmw", "16"] == ("not bound", "")
    assert hooks["refugee-1951", "31"] == ("taken in", "1968-11-01")


@pytest.mark.answers("A21")
def test_a_target_has_the_articles_of_a_guide_where_they_bind(ask: Ask) -> None:
    # Danish Institute for Human Rights, Human Rights Guide to the SDGs, target 8.7: ICCPR 8.1, 8.2, 8.3.a.
    guide = {"iccpr 8.1", "iccpr 8.2", "iccpr 8.3.a"}

    def cited(on: str) -> set[str]:
        rows = ask("adviser/target-hooks", party="SEN", target="8.7", on=on)
        return {name for row in rows for name in named(row["provisions"])}

    assert guide <= cited(DASHBOARD)
    # OHCHR dashboard: ratified on 13 February 1978; three months later it binds.
    assert not {name for name in cited("1978-05-12") if name.startswith("iccpr ")}
    assert guide <= cited("1978-05-13")
    # Agenda 2030, target 16.9: legal identity, including birth registration; target 10.c: remittances.
    targets = {(row["target"], row["right"]) for row in ask("adviser/target-hooks", party="SEN", on=DASHBOARD)}
    assert {("16.9", "birth-registration"), ("10.c", "transfer-of-earnings")} <= targets
    assert not {right for _, right in targets} & {
        "entry-and-stay",
        "legal-identity",
        "economic-rights",
        "work",
    }  # groups


@pytest.mark.answers("R26")
@pytest.mark.parametrize(
    ("instrument", "body", "right", "opened"),
    [
        # Convention against Torture, article 22(8): five declarations; they were there when it entered into force.
        ("cat", "cat", "non-refoulement", "1987-06-26"),
        ("cped", "ced", "enforced-disappearance-prohibition", "2010-12-23"),
    ],
)
def test_one_can_complain_about_a_right_since_the_dashboard_says(
    ask: Ask, expected: Table, instrument: str, body: str, right: str, opened: str
) -> None:
    for row in expected("complaints-2020"):
        if row["instrument"] != instrument or row["code"] in NOT_AS_ON_PAGE:
            continue
        (found,) = [
            each
            for each in ask("researcher/complaints-on-right", party=row["code"], right=right, on=DASHBOARD)
            if each["body"] == body
        ]
        accepted, since = date.fromisoformat(row["accepted"]), date.fromisoformat(found["since"])
        # At once, or with the treaty itself: thirty days after the deposit, or when it entered into force for all.
        assert since - accepted in (timedelta(0), timedelta(days=30)) or found["since"] == opened, row["code"]


@pytest.mark.answers("R26")
def test_who_has_not_accepted_cannot_be_complained_of(ask: Ask, expected: Table) -> None:
    accepted = {row["code"] for row in expected("complaints-2020") if row["instrument"] == "cat"}
    for party in ("USA", "CHN", "IND", "EGY", "JPN"):  # none in the column of article 22
        assert party not in accepted
        rows = ask("researcher/complaints-on-right", party=party, right="non-refoulement", on=DASHBOARD)
        assert "cat" not in {row["body"] for row in rows}


@pytest.mark.answers("R26")
def test_complaints_wait_for_the_number_of_declarations(ask: Ask, expected: Table) -> None:
    declared = sorted(
        (row["accepted"], row["code"]) for row in expected("complaints-2020") if row["instrument"] == "icerd"
    )
    tenth = declared[9][0]  # ICERD, article 14(9): ten
    for accepted, party in declared[:12]:
        rows = ask(
            "researcher/complaints-on-right", party=party, right="racial-discrimination-prohibition", on=DASHBOARD
        )
        (since,) = {row["since"] for row in rows if row["body"] == "cerd"}
        assert since == max(accepted, tenth), party
    # The dashboard has four declarations under article 77 of the Migrant Workers Convention, which asks for ten.
    four = [row["code"] for row in expected("complaints-2020") if row["instrument"] == "icrmw"]
    assert len(four) == 4
    for party in four:
        rows = ask("researcher/complaints-on-right", party=party, right="temporary-absence", on=DASHBOARD)
        assert "cmw" not in {row["body"] for row in rows}


@pytest.mark.answers("R26")
def test_a_protocol_on_social_rights_opens_no_way_for_the_rights_of_the_convention(ask: Ask) -> None:
    # Protocol of San Salvador, article 19(6): individual petitions on its own articles 8(a) and 13 only.
    rows = ask("researcher/complaints-on-right", party="MEX", right="non-refoulement", on=DASHBOARD)
    procedures = {row["procedure"] for row in rows}
    assert "achr-individual-communications" in procedures
    assert "achr-san-salvador-individual-communications" not in procedures
