"""Reading provisions, what they give, and how they are read, from a store."""

from __future__ import annotations

import pytest

from iml_graph import reading
from iml_graph.errors import AmbiguousNameError, UnknownNameError
from iml_graph.provision_records import Named
from iml_graph.store import Store


def test_provisions_come_in_the_order_of_the_instrument_and_bare_ones_last(tiny_graph: Store) -> None:
    found = reading.read_provisions(tiny_graph, "tidal", "fr")
    assert [each.reference for each in found] == ["1", "7", "22", "22.1", "22.5", "23", "24", "25", "30", "22.9"]
    written = {each.reference: each for each in found}["22.5"]
    assert (written.heading, written.label) == ("Décision écrite d’éloignement", "article 22, paragraphe 5")
    assert (written.role, written.binding, written.reach) == (Named("guarantee", "garantie"), True, "universal")
    assert written.citation == "CM, article 22, paragraphe 5"
    named_by_a_decision = found[-1]
    assert (named_by_a_decision.heading, named_by_a_decision.role, named_by_a_decision.order) == (None, None, 0)


def test_a_record_says_where_a_provision_was_read_and_what_it_is_part_of(tiny_graph: Store) -> None:
    found = {each.provision.reference: each for each in reading.read_provision_records(tiny_graph, "tidal", "en")}
    assert (found["22.5"].sources, found["22.5"].confidence, found["22.5"].part_of) == (("tiny-list",), "medium", "22")
    assert (found["23"].sources, found["23"].confidence, found["23"].part_of) == ((), "low", None)


@pytest.mark.parametrize(
    "written", ["22.5", "22(5)", "22 (5)", "art. 22(5)", "Article 22(5)", "article 22, paragraphe 5"]
)
def test_a_provision_is_found_as_lawyers_cite_it(tiny_graph: Store, written: str) -> None:
    assert reading.resolve_provision(tiny_graph, "tidal", written, "fr") == "22.5"


def test_a_principle_is_found_by_its_label(tiny_graph: Store) -> None:
    assert reading.resolve_provision(tiny_graph, "tide-declaration", "Principle 2", "en") == "principle-2"


def test_a_provision_that_is_not_there_is_named_with_the_nearest(tiny_graph: Store) -> None:
    with pytest.raises(UnknownNameError, match=r"No provision of tidal is called “22\.6”. Did you mean") as caught:
        reading.resolve_provision(tiny_graph, "tidal", "22.6", "en")
    assert "22.5" in caught.value.suggestions


def test_tags_of_a_right_come_by_adoption_with_their_judgement(tiny_graph: Store) -> None:
    found = reading.read_tags(tiny_graph, "es", right="non-refoulement")
    assert [(tag.provision.instrument.identifier, tag.provision.reference) for tag in found] == [
        ("tidal", "7"),
        ("league-convention", "3"),
        ("tide-declaration", "principle-2"),
    ]
    first = found[0]
    assert (first.holder.identifier, first.modality.identifier, first.principal) == ("all-persons", "prohibition", True)
    assert first.right == Named("non-refoulement", "no devolución")
    assert [author.identifier for author in first.judgement.authors] == ["first-coder", "second-coder"]
    assert (first.judgement.confidence, first.judgement.checked) == ("high", ("tiny-list",))
    assert [tag.provision.binding for tag in found] == [True, True, False]


def test_tags_of_a_group_of_rights_or_holders_include_the_narrower(tiny_graph: Store) -> None:
    rights = {tag.right.identifier for tag in reading.read_tags(tiny_graph, "en", right="protection-from-removal")}
    assert rights == {"non-refoulement", "collective-expulsion-prohibition", "expulsion-safeguards"}
    holders = {tag.holder.identifier for tag in reading.read_tags(tiny_graph, "en", holder="non-nationals")}
    assert holders == {"non-nationals", "migrants"}


def test_tags_of_a_provision_are_its_own_the_principal_first(tiny_graph: Store) -> None:
    found = reading.read_tags(tiny_graph, "en", instrument="tidal", reference="22.5")
    assert [(tag.right.identifier, tag.principal) for tag in found] == [
        ("expulsion-safeguards", True),
        ("effective-remedy", False),
    ]
    assert (found[1].judgement.confidence, found[1].judgement.note) == ("low", "Only hinted at")
    assert found[1].judgement.checked == ()


def test_a_relation_is_read_from_the_provision_that_is_asked_for(tiny_graph: Store) -> None:
    (written,) = reading.read_relations(tiny_graph, "league-convention", "3", "en")
    assert (written.kind.identifier, written.other.citation) == ("narrower", "CT, article 7")
    assert [aspect.identifier for aspect in written.differs] == ["holder"]
    assert written.judgement.checked == ("tiny-check", "tiny-list")
    from_the_other_side = reading.read_relations(tiny_graph, "tidal", "7", "en")
    assert [(each.kind.identifier, each.other.instrument.identifier) for each in from_the_other_side] == [
        ("broader", "league-convention"),
        ("equivalent", "tide-declaration"),
    ]


def test_relations_of_a_whole_instrument_say_of_which_provision(tiny_graph: Store) -> None:
    assert [each.reference for each in reading.read_relations(tiny_graph, "tidal", None, "en")] == ["7", "7"]


def test_groundings_of_an_objective_begin_with_its_core_and_end_with_norms(tiny_graph: Store) -> None:
    found = reading.read_groundings(tiny_graph, "en", objective="21")
    assert [(each.role.identifier, each.provision and each.provision.reference) for each in found] == [
        ("core", "7"),
        ("supporting", "22.1"),
        ("supporting", None),
    ]
    assert found[-1].norm == Named("non-refoulement", "non-refoulement")


def test_groundings_of_a_provision_leave_norms_aside(tiny_graph: Store) -> None:
    found = reading.read_groundings(tiny_graph, "en", instrument="tidal", reference="7")
    assert [(each.objective.identifier, each.norm) for each in found] == [("21", None)]
    assert len(reading.read_groundings(tiny_graph, "en")) == 4


def test_claims_about_a_right_are_those_about_its_norm(tiny_graph: Store) -> None:
    found = {each.claimant: each for each in reading.read_claims(tiny_graph, "en", right="non-refoulement")}
    assert set(found) == {"Tide Committee", "Ardenia"}
    contested = found["Ardenia"]
    assert (contested.stance.identifier, contested.status.identifier) == ("contests", "custom")
    assert (contested.on, contested.place, contested.source) == ("2006-07", None, "tiny-check;tiny-list")
    assert found["Tide Committee"].place == "para. 4"
    assert [each.on for each in reading.read_claims(tiny_graph, "en", norm="no-slavery")] == ["2007-02-03"]
    assert len(reading.read_claims(tiny_graph, "en")) == 3


def test_a_comment_elaborates_a_right_through_a_tagged_article(tiny_graph: Store) -> None:
    (found,) = reading.read_comments(tiny_graph, "fr", right="non-refoulement")
    assert found.comment == Named("tide-gc-1", "Observation générale n° 1 : renvoi à l’eau")
    assert (found.symbol, found.adopted, found.instrument.label) == ("TC/GC/1", "2003-05-05", "CM")
    assert found.references == ("7",)
    group = reading.read_comments(tiny_graph, "en", right="protection-from-removal")
    assert [each.comment.identifier for each in group] == ["tide-gc-1", "tide-gc-2"]
    assert reading.read_comments(tiny_graph, "en", right="non-refoulement", instrument="harbour") == ()


def test_comments_on_a_provision_include_those_on_what_it_is_part_of(tiny_graph: Store) -> None:
    found = reading.read_comments(tiny_graph, "en", instrument="tidal", reference="22.5")
    assert [(each.comment.identifier, each.references) for each in found] == [("tide-gc-2", ("22",))]
    assert [each.comment.identifier for each in reading.read_comments(tiny_graph, "en", instrument="tidal")] == [
        "tide-gc-1",
        "tide-gc-2",
    ]


def test_cases_are_found_by_right_provision_and_respondent(tiny_graph: Store) -> None:
    (found,) = reading.read_cases(tiny_graph, "en", right="non-refoulement")
    assert (found.label, found.on, found.body.identifier) == ("TC/1/D/1999", "2001-03-04", "tide-committee")
    assert (found.provisions, found.respondents) == (("tidal 7", "tidal 22.5"), (Named("AAA", "Ardenia"),))
    assert found.kind == Named("views", "views")
    assert reading.read_cases(tiny_graph, "en", instrument="tidal", reference="22.5") == (found,)
    assert [each.label for each in reading.read_cases(tiny_graph, "en", respondent="BBB")] == ["TC/2/D/2002"]
    assert reading.read_cases(tiny_graph, "en", right="non-refoulement", respondent="BBB") == ()
    assert reading.read_cases(tiny_graph, "en") == ()


def test_cases_on_an_instrument_come_latest_first(tiny_graph: Store) -> None:
    found = reading.read_cases(tiny_graph, "en", instrument="tidal")
    assert [each.on for each in found] == ["2003-03-04", "2001-03-04"]
    assert reading.read_cases_on(tiny_graph, "en", "tidal", "22") == found
    assert [each.on for each in reading.read_cases_on(tiny_graph, "en", "tidal", "22.5.a")] == ["2001-03-04"]
    assert reading.read_cases_on(tiny_graph, "en", "tidal", "2") == ()


@pytest.mark.parametrize("reference", ["22", "22.5", "22.5.a"])
def test_reservations_name_a_provision_a_part_of_it_or_what_it_is_part_of(tiny_graph: Store, reference: str) -> None:
    (found,) = reading.read_reservations(tiny_graph, "tidal", reference, "fr")
    assert (found.party, found.kind.identifier, found.on) == (Named("AAA", "Ardénie"), "reservation", "1984-01-10")
    assert (found.articles, found.withdrawn_on) == (("22.5",), None)


def test_reservations_on_another_article_are_not_named(tiny_graph: Store) -> None:
    assert reading.read_reservations(tiny_graph, "tidal", "2", "fr") == ()


@pytest.mark.parametrize("name", ["non-refoulement", "Non Refoulement", "no devolución", "NO DEVOLUCION"])
def test_rights_are_found_by_name_in_any_language(tiny_graph: Store, name: str) -> None:
    assert reading.resolve_right(tiny_graph, name) == "non-refoulement"


def test_holders_and_objectives_are_found_by_name_and_number(tiny_graph: Store) -> None:
    assert reading.resolve_holder(tiny_graph, "refugiados") == "refugees"
    assert reading.resolve_holder(tiny_graph, "All persons") == "all-persons"
    assert reading.resolve_objective(tiny_graph, "21") == "21"
    name = "save lives and establish coordinated international efforts on missing migrants"
    assert reading.resolve_objective(tiny_graph, name) == "8"


def test_a_word_of_a_name_is_suggested_never_guessed(tiny_graph: Store) -> None:
    with pytest.raises(UnknownNameError, match=r"No right is called “refoulement”\. Did you mean non-refoulement"):
        reading.resolve_right(tiny_graph, "refoulement")
    with pytest.raises(UnknownNameError, match="No objective"):
        reading.resolve_objective(tiny_graph, "24")
    with pytest.raises((UnknownNameError, AmbiguousNameError)):
        reading.resolve_holder(tiny_graph, "Ardenia")


def test_the_lexicon_knows_the_hierarchy(tiny_graph: Store) -> None:
    lexicon = reading.read_lexicon(tiny_graph, "en")
    assert lexicon.broader("rights", "non-refoulement") == (
        Named("protection-from-removal", "protection from removal"),
    )
    assert "non-refoulement" in {each.identifier for each in lexicon.narrower("rights", "protection-from-removal")}
    assert lexicon.within("rights", "non-refoulement") == ("non-refoulement",)
    assert set(lexicon.within("holders", "migrants")) > {"migrants", "migrants-regular"}
    assert lexicon.instrument("tidal").title == "Convention on Tides"
    assert lexicon.instrument("no-such").named == Named("no-such", "no-such")


@pytest.mark.parametrize(
    ("one", "other", "related"),
    [("22", "22.5", True), ("22.5.b", "22", True), ("22", "22", True), ("2", "22", False), ("22.5", "22.6", False)],
)
def test_a_part_is_told_by_its_number(one: str, other: str, related: bool) -> None:
    assert reading.is_part(one, other) is related


def test_references_sort_by_their_numbers() -> None:
    references = ["22.10", "22.9", "annex-2", "9", "1.b", "1.a", "22"]
    assert sorted(references, key=reading.number_key) == ["annex-2", "1.a", "1.b", "9", "22", "22.9", "22.10"]
