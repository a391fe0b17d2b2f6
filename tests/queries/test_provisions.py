"""Which provisions give a right, and to whom; what treaties share; how one gets from one text to another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from iml_graph import namespaces
from iml_graph.catalogue import query
from iml_graph.store import Store

Rows = list[dict[str, str]]
Ask = Callable[..., Rows]
Table = Callable[[str], Rows]

CORE = {"iccpr", "icescr", "icerd", "cedaw", "cat", "crc", "icrmw", "cped", "crpd"}


def articles(rows: Rows) -> set[tuple[str, str]]:
    """Instruments with the numbers of their articles, paragraphs left aside."""
    return {(row["instrument"], row["reference"].partition(".")[0]) for row in rows}


@pytest.mark.answers("R11")
def test_the_right_to_a_nationality_is_where_a_toolkit_on_it_says(ask: Ask) -> None:
    # Addressing the Right to a Nationality through the CRC, “Excerpts of other relevant standards”: UDHR 15, ICCPR
    # 24, CERD 5, CEDAW 9, CRMW 29, CRPD 18. Institute on Statelessness and Inclusion: CRC 7 and 8. Both leave the
    # other conventions out.
    rows = ask("researcher/provisions-on-right", right="right-to-nationality", lang="en")
    found = {(name, article) for name, article in articles(rows) if name in CORE - {"cped"}}
    assert found == {
        ("iccpr", "24"),
        ("icerd", "5"),
        ("cedaw", "9"),
        ("crc", "7"),
        ("crc", "8"),
        ("icrmw", "29"),
        ("crpd", "18"),
    }
    assert {row["reference"].partition(".")[0] for row in rows if row["instrument"] == "udhr"} == {"15"}
    binding = {row["instrument"]: row["binding"] for row in rows}
    assert (binding["udhr"], binding["icrmw"]) == ("no", "yes")
    # Institute on Statelessness and Inclusion, human rights and statelessness: CEDAW, article 9, equal rights with
    # men.
    own = [row for row in rows if row["narrower"] == "right-to-nationality"]
    assert {row["modality"] for row in own if row["instrument"] == "cedaw"} == {"equal-treatment"}


@pytest.mark.answers("R11")
def test_non_refoulement_is_not_read_into_articles_that_only_imply_it(ask: Ask) -> None:
    # Hathaway, Leveraging Asylum [2009] UMelbLRS 6: an explicit duty in the Torture Convention, implied ones in
    # articles 6 and 7 of the Covenant; more embryonic support in the Convention on the Rights of the Child.
    rows = ask("researcher/provisions-on-right", right="non-refoulement", lang="en")
    assert ("cat", "3") in articles(rows)
    assert not {row["instrument"] for row in rows} & {"iccpr", "crc", "echr", "udhr"}
    # Istanbul Protocol (2022), paras. 113 and 114: refugees and asylum seekers there, any person here.
    holders = {row["instrument"]: row["holder"] for row in rows if row["principal"] == "true"}
    assert (holders["refugee-1951"], holders["cat"]) == ("refugees", "all-persons")


@pytest.mark.answers("R11")
def test_collective_expulsion_is_forbidden_for_all_aliens_and_safeguards_are_for_some(ask: Ask) -> None:
    # Brief of the High Commissioner for Human Rights in Hirsi, paras. 6 and 40: Protocol No. 4, article 4, for aliens
    # without a qualification, and Migrant Workers Convention, article 22(1); Protocol No. 7, article 1, for those
    # lawfully resident. Glossary of the IOM, Spanish edition of 2019: the African Charter, article 12(5), on mass
    # expulsion.
    rows = ask("researcher/provisions-on-right", right="collective-expulsion-prohibition", lang="es")
    found = {(row["instrument"], row["reference"]): row for row in rows}
    assert {("echr-p4", "4"), ("icrmw", "22.1"), ("achpr", "12.5")} <= found.keys()
    assert found["echr-p4", "4"]["holder"] == "non-nationals"
    assert {row["modality"] for row in rows if row["binding"] == "yes"} == {"prohibition"}
    safeguards = ask("researcher/provisions-on-right", right="expulsion-safeguards", lang="es")
    assert {row["holder"] for row in safeguards if row["instrument"] == "echr-p7"} == {"migrants-regular"}
    assert not {row["instrument"] for row in safeguards} & {"echr", "echr-p4"}


@pytest.mark.answers("R11")
def test_everyone_has_the_rights_of_the_covenants_in_two_ways(ask: Ask) -> None:
    # CYIL 10 (2019), p. 225: of the ICCPR everyone has freedom from arbitrary killing, torture, slavery and forced
    # labour, arrest, unfair trial, invasions of privacy; of the ICESCR the progressive realisation of housing, health
    # and education.
    def given(right: str, instrument: str) -> set[tuple[str, str, str]]:
        rows = ask("researcher/provisions-on-right", right=right, lang="en")
        return {(row["reference"], row["holder"], row["modality"]) for row in rows if row["instrument"] == instrument}

    for right in ("right-to-life", "torture-prohibition", "slavery-and-forced-labour-prohibition", "liberty-of-person"):
        assert "all-persons" in {holder for _, holder, _ in given(right, "iccpr")}, right
        assert "progressive" not in {modality for *_, modality in given(right, "iccpr")}, right
    for right in ("fair-trial", "privacy-and-data"):
        assert "all-persons" in {holder for _, holder, _ in given(right, "iccpr")}, right
    for right in ("health", "housing", "education"):
        assert ("all-persons", "progressive") in {
            (holder, modality) for _, holder, modality in given(right, "icescr")
        }, right


@pytest.mark.answers("W5")
def test_a_page_of_a_right_has_binding_and_other_texts_and_its_comment(ask: Ask) -> None:
    # Refugee Law Reader, II.1.7, right to leave a country: UDHR 13, ICCPR 12, Protocol No. 4, article 2.2; soft law:
    # comment 27.
    rows = ask("researcher/provisions-on-right", right="leave-any-country", lang="fr")
    found = {(row["instrument"], row["reference"]): (row["binding"], row["reach"]) for row in rows}
    assert found["udhr", "13.2"] == ("no", "universal")
    assert found["iccpr", "12.2"] == ("yes", "universal")
    assert found["echr-p4", "2.2"] == ("yes", "regional")
    assert "hrc-gc-27" in {
        row["comment"] for row in ask("researcher/comments-on-right", right="leave-any-country", lang="fr")
    }


@pytest.mark.answers("W5")
def test_a_group_of_rights_has_what_its_members_have(ask: Ask) -> None:
    # IOM Hungary, family reunification: family unity in the UDHR, the ICCPR and the CRC.
    rows = ask("researcher/provisions-on-right", right="family-and-child", lang="en")
    assert {"udhr", "iccpr", "crc"} <= {row["instrument"] for row in rows}
    assert "family-and-child" not in {row["narrower"] for row in rows}  # the group itself is never tagged


@pytest.mark.answers("W6")
def test_stateless_persons_have_the_rights_of_a_commentary(ask: Ask, expected: Table) -> None:
    rows = [
        row
        for row in ask("explorer/rights-of-group", holder="stateless-persons", lang="fr")
        if row["instrument"] == "statelessness-1954"
    ]
    found = {(row["reference"].partition(".")[0], row["right"]) for row in rows}
    assert {(row["article"], row["right"]) for row in expected("statelessness-1954")} <= found
    # UNHCR, introductory note to the Convention of 1954: as citizens in religion and the education of children; in
    # association, employment and housing at a minimum as other non-nationals.
    how = {row["reference"]: row["modality"] for row in rows}
    assert (how["4"], how["22.1"]) == ("equal-treatment", "equal-treatment")
    assert "equal-treatment" not in {how["15"], how["17.1"], how["18"], how["21"]}


@pytest.mark.answers("W6")
def test_trafficked_persons_have_what_europe_added(ask: Ask) -> None:
    rows = ask("explorer/rights-of-group", holder="trafficked-persons", lang="en")
    found = {(row["right"], row["instrument"], row["reference"]) for row in rows}
    # GRETA, guidance note on article 13 of the Council of Europe Convention: a period to recover and reflect, during
    # which expulsion orders are not enforced. IPN (Moldova), 1 February 2008: residence permits, and no incrimination
    # of victims.
    assert ("residence-of-trafficked-persons", "cets-197", "13.1") in found
    assert ("expulsion-safeguards", "cets-197", "13.1") in found
    assert ("residence-of-trafficked-persons", "cets-197", "14.1") in found
    assert {name for right, name, _ in found if right == "non-punishment-of-trafficked-persons"} >= {"cets-197"}
    assert "palermo-trafficking" not in {
        name for right, name, _ in found if right == "non-punishment-of-trafficked-persons"
    }


@pytest.mark.answers("R13")
def test_the_convention_of_1954_follows_that_of_1951_article_by_article(ask: Ask, expected: Table) -> None:
    rows = ask("researcher/overlap", instrument="statelessness-1954", other="refugee-1951")
    judged = {
        (row["reference"].partition(".")[0], row["other_reference"].partition(".")[0]): row
        for row in rows
        if row["relation"]
    }
    # Robinson, preface: articles of the Refugee Convention taken over, or modified; for different groups of persons.
    for row in expected("statelessness-1954"):
        pair = judged[row["article"], row["article"]]
        assert "holder" in pair["differs"].split(";")
        assert pair["relation"] == "partly-covers"
    # UNHCR, introductory note: in association stateless persons have at a minimum what other non-nationals have,
    # where article 15 for refugees has the most favourable treatment of them; in religion both have what citizens
    # have.
    assert "strength" in judged["15", "15"]["differs"]
    assert "strength" not in judged["4", "4"]["differs"]


@pytest.mark.answers("R13")
def test_what_one_treaty_encourages_and_another_requires_differs_in_strength(ask: Ask) -> None:
    # anti-thb.org, Council of Europe: the Palermo Protocol only encourages States to consider measures for the
    # recovery of victims, and the Convention goes further.
    rows = ask("researcher/overlap", instrument="palermo-trafficking", other="cets-197")
    pairs = [row for row in rows if row["relation"] and row["reference"] == "6.3"]
    assert "12.1" in {row["other_reference"] for row in pairs}
    assert all("strength" in row["differs"] for row in pairs)
    assert not {row["relation"] for row in pairs} & {"equivalent", "broader"}
    # The same pairs from the other end: what was narrower is broader.
    back = ask("researcher/overlap", instrument="cets-197", other="palermo-trafficking")
    turned = {"narrower": "broader", "broader": "narrower"}
    assert {
        (row["other_reference"], row["reference"], turned.get(row["relation"], row["relation"])) for row in back
    } == {(row["reference"], row["other_reference"], row["relation"]) for row in rows}


@pytest.mark.answers("R13")
def test_the_two_prohibitions_of_refoulement_overlap_and_neither_contains_the_other(ask: Ask) -> None:
    # Istanbul Protocol (2022), para. 114: no ground of persecution is needed under the Convention against Torture,
    # but a risk of torture or ill-treatment.
    (pair,) = [
        row
        for row in ask("researcher/overlap", instrument="cat", other="refugee-1951")
        if (row["reference"], row["other_reference"]) == ("3.1", "33.1")
    ]
    assert (pair["relation"], pair["shared"]) == ("partly-covers", "non-refoulement")
    assert {"holder", "content"} <= set(pair["differs"].split(";"))


@pytest.mark.answers("R14")
def test_an_objective_is_linked_with_an_article_and_the_article_with_its_comment(graph: Store) -> None:
    # RLI Blog, 20 February 2019, GCM indicators, objective 13: ICCPR, article 9, with General Comment 35 (2014).
    found = {(row["from"], row["link"], row["to"]) for row in graph.select(query("researcher/links").text)}
    article = namespaces.provision("iccpr", "9")
    assert (namespaces.concept("gcm-objectives", "13"), namespaces.BASE + "ontology#groundedIn", article) in found
    assert (namespaces.instrument("hrc-gc-35"), namespaces.BASE + "ontology#elaborates", article) in found
    # Comment 27 is on article 12 (equalrightstrust.org): it must not lead to article 9.
    assert (namespaces.instrument("hrc-gc-27"), namespaces.BASE + "ontology#elaborates", article) not in found
    # From the article to its paragraphs, and from them to the European Convention, article 5, which has the same
    # subject.
    paragraphs = {one for one, link, whole in found if link.endswith("#partOfProvision") and whole == article}
    european = namespaces.provision("echr", "5")
    assert any(one.startswith(european) and other in paragraphs for one, _, other in found)
