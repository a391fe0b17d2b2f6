"""What rights and objectives rest on beside treaties: custom, comments, texts that bind no one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = list[dict[str, str]]
Ask = Callable[..., Rows]
Table = Callable[[str], Rows]


@pytest.mark.answers("R24")
def test_comments_on_a_right_are_found_with_their_articles(ask: Ask, expected: Table) -> None:
    for row in expected("comments-on-rights"):
        found = {one["comment"]: one for one in ask("researcher/comments-on-right", right=row["right"], lang="en")}
        comment = found[row["comment"]]
        assert comment["instrument"] == row["instrument"]
        assert comment["articles"] == row["articles"], row["comment"]
        assert comment["adopted"].startswith(row["adopted"]), row["comment"]


@pytest.mark.answers("R24")
def test_a_comment_of_two_committees_stands_once_for_each_treaty(ask: Ask) -> None:
    # Its title: No. 4 of the Committee on Migrant Workers and No. 23 of the Committee on the Rights of the Child.
    rows = ask("researcher/comments-on-right", right="family-unity", lang="en")
    joint = [row for row in rows if row["comment"] == "cmw-gc-4"]
    assert sorted(row["instrument"] for row in joint) == ["crc", "icrmw"]
    assert all(set(row["symbol"].split()) == {"CMW/C/GC/4", "CRC/C/GC/23"} for row in joint)


@pytest.mark.answers("R21")
def test_objectives_rest_on_the_articles_that_commentators_cite(ask: Ask, expected: Table) -> None:
    for row in expected("objective-grounds"):
        rows = ask("researcher/groundings", objective=row["objective"], lang="en")
        (found,) = [
            one
            for one in rows
            if (one["instrument"], one["reference"].partition(".")[0]) == (row["instrument"], row["article"])
        ]
        assert found["role"] == "core"
        assert found["authors"]
        assert found["confidence"] in {
            "medium",
            "low",
        }  # no judgement of ours is certain without a commentary read for it
    # RLI Blog, 1 November 2018, objective 21: it upholds the prohibition of collective expulsion.
    rows = ask("researcher/groundings", objective="21", lang="es")
    assert "no-collective-expulsion" in {row["basis"] for row in rows if not row["instrument"]}


@pytest.mark.answers("R22")
def test_a_court_may_assert_custom_and_deny_peremptory_law_in_one_judgment(ask: Ask) -> None:
    # O. Jones, ICLQ 58 (2009), abstract (SSRN 1688157): Hartmann J, C v Director of Immigration, recognized a
    # customary norm of non-refoulement and denied that it had attained the status of jus cogens. Judgment of 18
    # February 2008 (HCAL 132/2006).
    rows = ask("researcher/custom", norm="non-refoulement", lang="en")
    found = {(row["stance"], row["status"]) for row in rows if (row["claimant"], row["on"]) == ("HKG", "2008-02-18")}
    assert found == {("asserts", "custom"), ("denies", "jus-cogens")}


@pytest.mark.answers("R22")
def test_who_contests_custom_stands_beside_who_asserts_it(ask: Ask) -> None:
    # Costello and Foster, NYIL 46 (2015), abstract: there remains a lack of consensus as to the status of
    # non-refoulement.
    rows = ask("researcher/custom", norm="non-refoulement", lang="fr")
    stances = {row["claimant"]: row["stance"] for row in rows if row["status"] == "custom"}
    assert (stances["unhcr"], stances["USA"]) == ("asserts", "contests")
    # Judgment in Roma Rights (UKHL 55), parts 2 and 3: on persons who have not left their State. A limit and no
    # denial.
    assert stances["GBR"] == "contests"
    assert all(row["document"] and row["source"] for row in rows)
    assert {row["rights"] for row in rows} == {"non-refoulement"}


@pytest.mark.answers("R22")
def test_the_day_of_a_claim_is_that_of_its_document(ask: Ask) -> None:
    # ICJ, Summary 2012/4: judgment of 20 July 2012. OC-18/03 (hrlibrary.umn.edu): 17 September 2003.
    days = {(row["claimant"], row["norm"]): row["on"] for row in ask("researcher/custom", lang="en")}
    assert days["icj", "no-torture"] == "2012-07-20"
    assert days["iacthr", "equality-and-non-discrimination"] == "2003-09-17"


@pytest.mark.answers("R20")
def test_a_treaty_that_draws_on_soft_law_is_found_from_both_ends(ask: Ask) -> None:
    # Deng and Adeola, JAL 2021, abstract: the Kampala Convention draws on the Guiding Principles as the leading
    # framework.
    for given in ({"related": "gp-internal-displacement"}, {"instrument": "kampala-convention"}):
        rows = ask("researcher/soft-law", lang="en", **given)
        ties = {(row["instrument"], row["relation"], row["related"]): row for row in rows}
        tie = ties["kampala-convention", "inspiredBy", "gp-internal-displacement"]
        assert (tie["nature"], tie["related_nature"]) == ("Treaty", "SoftLawInstrument")


@pytest.mark.answers("R20")
def test_both_compacts_carry_out_the_declaration_that_began_them(ask: Ask) -> None:
    # RLI, The UN’s Global Compact, analysis of the final draft: the New York Declaration initiated a process towards
    # two Compacts.
    rows = ask("researcher/soft-law", lang="es", related="new-york-declaration-2016")
    assert {"gcm", "gcr"} <= {row["instrument"] for row in rows if row["relation"] == "implements"}
