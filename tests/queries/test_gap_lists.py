"""What ten States lack, line by line: what each line rests on, against pages other than the one it was read from.

The lists were read whole for 3 February 2026 (``docs/gap-lists-read.md``); here stands what was hard to get right.
"""

from __future__ import annotations

import pytest

from iml_graph.protection.advice import Adviser
from iml_graph.protection.cover import Cover, RightCover
from iml_graph.protection.position import LimitKind
from iml_graph.store import Store

TODAY = "2026-02-03"
"""Day of the depositary's pages on human rights."""


@pytest.fixture(scope="module")
def adviser(graph: Store) -> Adviser:
    return Adviser(graph)


def one(adviser: Adviser, code: str, right: str, on: str = TODAY) -> RightCover:
    covers = adviser.view(code, on).cover((right,))
    return next(each for each in covers if each.right == right)


def limits(found: RightCover, article: str) -> set[tuple[LimitKind, str | None]]:
    """Kinds of the limits on an article, with the day since which they stand."""
    return {(each.kind, each.since) for basis in found.bases if basis.tag.article == article for each in basis.limits}


@pytest.mark.parametrize(("on", "cover"), [("2018-06-11", Cover.LIMITED), ("2018-06-12", Cover.FULL)])
def test_marshall_islands_assembly_since_the_covenant(adviser: Adviser, on: str, cover: Cover) -> None:
    # OHCHR dashboard of September 2020: accession to the ICCPR on 12 March 2018, to the ICERD on 11 April 2019. Before,
    # article 15 of the CRC gave it to children.
    assert one(adviser, "MHL", "peaceful-assembly", on).cover is cover


def test_marshall_islands_family_reunification_for_children_only(adviser: Adviser) -> None:
    # Article 10 (1) of the Convention on the Rights of the Child is about the child and the parents.
    found = one(adviser, "MHL", "family-reunification")
    assert found.cover is Cover.LIMITED
    assert {limit.subject for basis in found.bases for limit in basis.limits if basis.tag.article == "crc/10.1"} == {
        "children"
    }


@pytest.mark.parametrize("right", ["health", "education", "housing", "social-security"])
def test_united_states_equality_without_the_right(adviser: Adviser, right: str) -> None:
    # Signed and never ratified, OHCHR dashboard: the ICESCR. Article 5 of the ICERD gives equality before the law.
    found = one(adviser, "USA", right)
    assert found.cover is Cover.LIMITED
    assert {basis.tag.article.partition("/")[0] for basis in found.bases} >= {"icerd"}


def test_united_states_reserved_on_private_conduct(adviser: Adviser) -> None:
    # Copy of 2015 of the depositary's page, 4-2.txt: paragraph 1 of article 2, articles 3 and 5; and 4 and 7 on speech.
    found = one(adviser, "USA", "racial-discrimination-prohibition")
    assert found.cover is Cover.LIMITED
    for article in ("icerd/2.1.c", "icerd/2.1.d", "icerd/3", "icerd/5"):
        assert (LimitKind.RESERVATION, "1994-10-21") in limits(found, article)


def test_united_states_refugees_through_the_protocol(adviser: Adviser) -> None:
    # Copy of 2015, 5-5.txt: articles 24 (1) (b) and 29 of the Convention are under reservation.
    assert one(adviser, "USA", "travel-documents").cover is Cover.INDIRECT
    found = one(adviser, "USA", "equality-in-taxation")
    assert (LimitKind.RESERVATION, "1968-11-01") in limits(found, "refugee-1951/29")


@pytest.mark.parametrize("code", ["KWT", "MEX"])
def test_a_reservation_withdrawn_in_part_still_stands(adviser: Adviser, code: str) -> None:
    # Kuwait withdrew what was on women, not on the forces and the police; Mexico the vote of ministers, not their
    # election. The copy of 2015, 4-4.txt, still prints Mexico's, thirteen years after.
    day = {"KWT": "1996-05-21", "MEX": "1981-03-23"}[code]
    found = one(adviser, code, "political-participation")
    assert limits(found, "iccpr/25.b") == {(LimitKind.RESERVATION, day)}
    assert limits(found, "iccpr/25.a") == set()


def test_kuwait_lacks_what_the_convention_on_children_gives_alone(adviser: Adviser) -> None:
    # The general reservation of 1990 is on the whole; article 7 (2) of the CRPD is for children with disabilities.
    found = one(adviser, "KWT", "child-protection")
    assert (LimitKind.GENERAL_RESERVATION, "1990-06-07") in limits(found, "crc/20.1")
    assert all(kind is LimitKind.HOLDER for kind, _ in limits(one(adviser, "KWT", "birth-registration"), "crpd/18.2"))


def test_mexico_expulsion_without_the_reservations_of_old(adviser: Adviser) -> None:
    # Withdrawn on 11 July 2014: article 13 of the ICCPR and 22 (4) of the ICRMW.
    before, after = (one(adviser, "MEX", "expulsion-safeguards", on) for on in ("2014-07-10", "2014-07-11"))
    assert (LimitKind.RESERVATION, "1981-03-23") in limits(before, "iccpr/13")
    assert limits(after, "iccpr/13") == set()


def test_germany_an_announcement_is_no_reservation(adviser: Adviser) -> None:
    # Upon signature in 1986 Germany kept open to make reservations, on article 3 above all; it made a declaration.
    found = one(adviser, "DEU", "non-refoulement")
    assert limits(found, "cat/3.1") == set()


def test_germany_reservations_that_one_page_has_lost(adviser: Adviser) -> None:
    # The page of 2026 has the heading and no text; the copy of 2015, 4-4.txt, has four reservations of 1973.
    found = one(adviser, "DEU", "no-punishment-without-law")
    assert found.cover is Cover.FULL  # article 7 of the European Convention
    assert limits(found, "iccpr/15.1") == {(LimitKind.RESERVATION, "1973-12-17")}


@pytest.mark.parametrize("code", ["DEU", "MHL", "LBN"])
def test_no_asylum_from_the_fourth_geneva_convention(adviser: Adviser, code: str) -> None:
    found = one(adviser, code, "seek-and-enjoy-asylum")
    assert found.cover is not Cover.FULL
    assert not any(basis.tag.article.startswith("gc-1949-iv/") for basis in found.bases)


@pytest.mark.parametrize("code", ["SEN", "PHL", "TUR"])
def test_collective_expulsion_for_migrant_workers_only(adviser: Adviser, code: str) -> None:
    # No page gives the day of Senegal's consent to the African Charter; Türkiye signed Protocol No. 4 to the ECHR.
    found = one(adviser, code, "collective-expulsion-prohibition")
    assert found.cover is Cover.LIMITED
    assert {basis.tag.article for basis in found.bases} == {"icrmw/22.1"}


@pytest.mark.parametrize(("on", "cover"), [("1995-06-30", Cover.CUSTOMARY), ("1997-11-05", Cover.FULL)])
def test_croatia_before_and_after_protocol_4(adviser: Adviser, on: str, cover: Cover) -> None:
    # Council of Europe, copy of April 2012: ratification and entry into force on 5 November 1997.
    assert one(adviser, "HRV", "collective-expulsion-prohibition", on).cover is cover


def test_croatia_had_no_text_of_later_years(adviser: Adviser) -> None:
    assert one(adviser, "HRV", "non-criminalization-of-smuggled-migrants", "1995-06-30").cover is Cover.NONE
    assert one(adviser, "HRV", "residence-of-trafficked-persons", "1995-06-30").cover is Cover.NONE


def test_croatia_succeeded_to_the_covenants(adviser: Adviser) -> None:
    # Notified on 12 October 1992; Treaty Collection, succession of Croatia: effect on 8 October 1991.
    assert one(adviser, "HRV", "peaceful-assembly", "1991-10-08").cover is Cover.FULL


def test_tuerkiye_two_paragraphs_on_education(adviser: Adviser) -> None:
    # Copy of 2015, 4-3.txt: the reservation is on paragraphs 3 and 4 of article 13.
    found = one(adviser, "TUR", "education")
    assert found.cover is Cover.FULL
    assert limits(found, "icescr/13.2.a") == set()


def test_tuerkiye_refugees(adviser: Adviser) -> None:
    # Copy of 2015, 5-2.txt and 5-5.txt: no greater rights than its citizens; events in Europe alone.
    found = one(adviser, "TUR", "refugee-status")
    assert found.cover is Cover.LIMITED
    assert (LimitKind.GENERAL_RESERVATION, "1962-03-30") in limits(found, "refugee-1951/1.a")


def test_philippines_domestic_work(adviser: Adviser) -> None:
    # Swiss list of parties to Convention No. 189: ratified on 5 September 2012, in force on 5 September 2013.
    assert one(adviser, "PHL", "domestic-work", "2013-09-04").cover is not Cover.FULL
    assert one(adviser, "PHL", "domestic-work", "2013-09-05").cover is Cover.FULL


def test_lebanon_outside_the_refugee_convention(adviser: Adviser) -> None:
    # On no list of the Treaty Collection, of 2012 or of 2015; what came after is not told. Article 3 of the CAT binds.
    assert dict(one(adviser, "LBN", "non-penalization-of-irregular-entry").unknown) == {
        "refugee-1951": "eligible-no-action"
    }
    assert one(adviser, "LBN", "non-refoulement").cover is Cover.FULL


@pytest.mark.parametrize(("on", "cover"), [("2025-07-04", Cover.LIMITED), ("2025-07-05", Cover.FULL)])
def test_lebanon_persons_with_disabilities(adviser: Adviser, on: str, cover: Cover) -> None:
    # Before, only children with disabilities, by article 23 of the CRC.
    assert one(adviser, "LBN", "equality-persons-with-disabilities", on).cover is cover


@pytest.mark.parametrize("code", ["MHL", "MEX", "DEU", "SEN", "KWT", "HRV", "USA", "TUR", "PHL", "LBN"])
def test_release_before_a_criminal_trial_is_no_alternative_to_migration_detention(adviser: Adviser, code: str) -> None:
    found = one(adviser, code, "alternatives-to-detention")
    assert found.cover is not Cover.FULL


def test_family_unity_is_for_more_than_children_and_civilians_in_war(adviser: Adviser) -> None:
    # Article 44 (1) of the ICRMW is for families; article 9 of the CRC for the child, 25 of the Convention for letters.
    covers = {code: one(adviser, code, "family-unity").cover for code in ("SEN", "DEU", "USA")}
    assert covers == {"SEN": Cover.FULL, "DEU": Cover.LIMITED, "USA": Cover.LIMITED}
