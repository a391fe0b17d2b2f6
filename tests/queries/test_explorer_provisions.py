"""What pages of rights, groups of persons, objectives and provisions ask."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from iml_graph import namespaces
from iml_graph.catalogue import query
from iml_graph.store import Iri, Store

Rows = list[dict[str, str]]
Ask = Callable[..., Rows]


def articles(rows: Rows) -> set[tuple[str, str]]:
    """Instruments with the numbers of their articles, paragraphs left aside."""
    return {(row["instrument"], row["reference"].partition(".")[0]) for row in rows}


@pytest.mark.answers("W5", "R11")
def test_the_provisions_that_forbid_refoulement_are_those_of_the_textbooks(ask: Ask) -> None:
    # UNHCR, Advisory Opinion on the Extraterritorial Application of Non-Refoulement Obligations (2007).
    rows = ask("explorer/tags", right="non-refoulement", lang="en")
    assert {("refugee-1951", "33"), ("cat", "3"), ("oau-refugee-1969", "2"), ("achr", "22")} <= articles(rows)
    assert all(row["holder"] and row["modality"] and row["authors"] and row["confidence"] for row in rows)


@pytest.mark.answers("W5")
def test_a_right_is_explained_in_each_language_and_has_its_objectives(ask: Ask) -> None:
    for lang, word in (("en", "sent"), ("fr", "envoyé"), ("es", "enviado")):
        rows = ask("explorer/analysis-concept", scheme="rights", concept="non-refoulement", lang=lang)
        assert any(word in row["definition"] for row in rows)
        assert "21" in {row["related"] for row in rows}  # A/RES/73/195, para. 37
    names = ask("explorer/analysis-names")
    assert {row["concept"] for row in names if row["name"] == "no devolución"} == {"non-refoulement"}
    broader = {row["concept"]: row["broader"] for row in ask("explorer/analysis-terms", lang="es")}
    assert broader["non-refoulement"] == "protection-from-removal"


@pytest.mark.answers("W6")
def test_what_a_group_is_given_stands_under_its_name(ask: Ask) -> None:
    # The trafficking protocol: arts 6 (assistance), 7 (residence), 8 (repatriation) name the victims.
    rows = ask("explorer/tags", holder="trafficked-persons", lang="en")
    assert {("palermo-trafficking", "6"), ("palermo-trafficking", "7"), ("palermo-trafficking", "8")} <= articles(rows)
    assert {row["holder"] for row in rows} == {"trafficked-persons"}


@pytest.mark.answers("W1")
def test_an_instrument_has_all_its_articles_in_order(ask: Ask) -> None:
    # Numbers of articles as the treaties end: CAT 33, CRC 54, ICCPR 53, the migrant workers convention 93.
    for instrument, last in (("cat", 33), ("crc", 54), ("iccpr", 53), ("icrmw", 93)):
        rows = [row for row in ask("explorer/provisions", instrument=instrument, lang="fr") if row["order"]]
        own = [row["reference"] for row in rows if row["reference"].isdecimal()]
        assert own == [str(number) for number in range(1, last + 1)]
        assert all(row["heading"] and row["role"] for row in rows)
    described = {row["instrument"]: row for row in ask("explorer/described-instruments", lang="es")}
    assert (described["echr"]["reach"], described["crc"]["reach"]) == ("regional", "universal")


@pytest.mark.answers("R13")
def test_a_relation_is_found_from_both_of_its_ends(ask: Ask) -> None:
    rows = ask("explorer/relations", instrument="iccpr", reference="13", lang="en")
    # Both give an alien who is lawfully present a decision, reasons and a review before expulsion.
    (one, *_) = [row for row in rows if row["other_instrument"] == "echr-p7"]
    back = ask("explorer/relations", instrument="echr-p7", reference=one["other"], lang="en")
    (same,) = [row for row in back if (row["other_instrument"], row["other"]) == ("iccpr", "13")]
    assert (same["kind"], same["differs"]) == (one["kind"], one["differs"])
    assert {same["side"], one["side"]} == {"first", "second"}


@pytest.mark.answers("R21")
def test_an_objective_rests_on_provisions_and_a_provision_supports_objectives(ask: Ask) -> None:
    # A/RES/73/195, para. 29 (objective 13): detention as a last resort; para. 37 (21): no collective expulsion.
    assert ("iccpr", "9") in articles(ask("explorer/groundings", objective="13", lang="en"))
    rows = ask("explorer/groundings", objective="21", lang="en")
    assert ("icrmw", "22") in articles(rows)
    assert "no-collective-expulsion" in {row["norm"] for row in rows}
    (one, *_) = [row for row in ask("explorer/groundings", objective="13", lang="en") if row["instrument"] == "iccpr"]
    asked = {"instrument": "iccpr", "reference": one["reference"]}
    assert "13" in {row["objective"] for row in ask("explorer/groundings", lang="en", **asked) if not row["norm"]}


@pytest.mark.answers("R24")
def test_comments_name_the_articles_that_they_elaborate(ask: Ask) -> None:
    rows = ask("explorer/comments", instrument="iccpr", lang="en")
    about = {(row["comment"], row["reference"]) for row in rows}
    assert {("hrc-gc-15", "13"), ("hrc-gc-27", "12"), ("hrc-gc-35", "9")} <= about  # titles of the three comments
    assert ("cat", "3") in {(row["instrument"], row["reference"]) for row in ask("explorer/comments", lang="es")}


@pytest.mark.answers("R6")
def test_reservations_on_a_paragraph_are_found_from_its_article(ask: Ask) -> None:
    # Page IV-13 of the depositary: Chile on articles 22(5) and 48(2); Mexico on article 22(4), withdrawn.
    asked = {"instrument": "icrmw", "lang": "en"}
    rows = ask("explorer/reservations-on", reference="22", **asked)
    found = {(row["code"], row["type"], row["articles"], row["withdrawn"]) for row in rows}
    assert found == {("CHL", "reservation", "48.2;22.5", ""), ("MEX", "reservation", "22.4", "2014-07-11")}
    assert {row["code"] for row in ask("explorer/reservations-on", reference="22.5", **asked)} == {"CHL"}


@pytest.mark.answers("W5")
def test_cases_are_found_by_right_provision_and_respondent(graph: Store) -> None:
    cases = query("explorer/cases").text

    def found(iri: str) -> dict[str, str]:
        rows = graph.select(cases, lang="en", about=Iri(iri))
        return {row["label"] or "": row["provisions"] or "" for row in rows}

    # CAT/C/12/D/13/1993 (Mutombo v. Switzerland): return to Zaire would violate art. 3.
    symbol = "CAT/C/12/D/13/1993"
    assert "cat 3" in found(namespaces.concept("rights", "non-refoulement"))[symbol]
    assert symbol in found(namespaces.party("CHE"))
    assert symbol in found(namespaces.provision("cat", "3.1"))
    on_article = graph.select(
        query("explorer/cases-on").text, lang="en", instrument=Iri(namespaces.instrument("cat")), reference="3"
    )
    assert symbol in {row["label"] for row in on_article}


@pytest.mark.answers("R14")
def test_links_lead_from_each_kind_of_thing(ask: Ask, graph: Store) -> None:
    links = {(row["from"], row["link"], row["to"]) for row in ask("researcher/links", node_type="instrument")}
    assert ("iccpr-op1", "protocolTo", "iccpr") in links
    assert {row["link"] for row in ask("researcher/links", node_type="gcm-objectives")} == {"groundedIn"}
    assert "interprets" in {row["link"] for row in ask("researcher/links", node_type="decision")}
    (found,) = graph.select(query("explorer/decision-named").text, name="cat/c/12/d/13/1993")
    assert graph.ask(query("explorer/is-decision").text, decision=Iri(found["decision"] or ""))
    assert not graph.ask(query("explorer/is-decision").text, decision=Iri(namespaces.party("SEN")))
    (shown,) = graph.select(query("explorer/shown").text, thing=Iri(namespaces.provision("cat", "3")), lang="fr")
    assert shown["label"] == "article 3"
    assert shown["heading"]


@pytest.mark.answers("M7")
def test_every_provision_with_a_role_is_counted_with_its_tags(ask: Ask) -> None:
    rows = {(row["instrument"], row["reference"]): row for row in ask("maintainer/tagged", lang="en")}
    assert rows["cat", "3.1"]["role"] == "guarantee"
    assert int(rows["cat", "3.1"]["tags"]) == len(ask("explorer/tags", instrument="cat", reference="3.1", lang="en"))
    assert rows["cat", "33"]["tags"] == "0"  # languages


@pytest.mark.answers("R22")
def test_a_norm_is_claimed_by_some_and_contested_by_others(ask: Ask) -> None:
    # Observations of the United States on the UNHCR Advisory Opinion (2007) contest that non-refoulement is custom.
    rows = ask("researcher/custom", norm="non-refoulement", lang="en")
    assert {"asserts", "contests"} <= {row["stance"] for row in rows}
    assert any(row["stance"] == "contests" and row["claimant_name"] == "United States of America" for row in rows)
    assert all(row["document"] and row["source"] and row["status"] for row in rows)
    assert {row["rights"] for row in rows} == {"non-refoulement"}


@pytest.mark.answers("R11", "R13", "R21", "R24")
def test_a_researcher_is_told_the_same_as_a_page(ask: Ask) -> None:
    tags = ask("explorer/tags", right="non-refoulement", lang="en")
    assert articles(ask("researcher/provisions-on-right", right="non-refoulement", lang="en")) == articles(tags)
    related = ask("explorer/relations", instrument="iccpr", lang="en")
    compared = {(row["reference"], row["other"]) for row in related if row["other_instrument"] == "echr-p7"}
    rows = ask("researcher/overlap", instrument="iccpr", other="echr-p7")
    assert {(row["reference"], row["other_reference"]) for row in rows if row["relation"]} == compared
    grounded = articles(ask("explorer/groundings", objective="21", lang="en"))
    assert articles(ask("researcher/groundings", objective="21", lang="en")) == grounded
    comments = {
        row["comment"] for row in ask("researcher/comments-on-right", right="protection-from-removal", lang="en")
    }
    assert {"hrc-gc-15", "cat-gc-4"} <= comments  # art. 13 of the Covenant, art. 3 of the Convention against Torture
