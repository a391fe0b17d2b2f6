"""What instruments give, in a form to reckon with."""

from __future__ import annotations

from iml_graph.protection.law import Hierarchy, Law, Relation, turned


def test_a_concept_includes_itself_and_what_is_under_it_at_any_distance(law: Law) -> None:
    assert law.holders.includes("all", "workers")
    assert law.holders.includes("workers", "workers")
    assert not law.holders.includes("workers", "all")
    assert not law.holders.includes("workers", "children")
    assert law.holders.narrower("migrants") == {"migrants", "workers", "children"}


def test_a_concept_under_two_is_under_both() -> None:
    holders = Hierarchy({"a": (), "b": (), "both": ("a", "b")})
    assert holders.includes("a", "both")
    assert holders.includes("b", "both")


def test_a_circle_of_concepts_comes_to_an_end() -> None:
    assert Hierarchy({"a": ("b",), "b": ("a",)}).narrower("a") == {"a", "b"}


def test_the_rights_that_a_tag_can_name_are_those_under_a_group(law: Law) -> None:
    assert law.rights.leaves() == ("food", "shelter", "wage")
    assert law.rights.group("wage") == "work"
    assert law.rights.group("work") == "work"


def test_hierarchies_of_the_same_concepts_are_equal() -> None:
    assert Hierarchy({"a": ["b"], "b": ()}) == Hierarchy({"a": ("b",), "b": ()})
    assert Hierarchy({"a": ()}) != Hierarchy({"b": ()})


def test_parts_are_found_from_the_whole_at_any_depth(law: Law) -> None:
    assert law.parts_of["alpha/2"] == ("alpha/2.1",)
    assert "alpha/1" not in law.parts_of


def test_articles_come_by_instrument_in_their_order(law: Law) -> None:
    assert [each.reference for each in law.of("alpha")] == ["1", "2", "2.1", "3", "4"]
    assert law.of("nothing") == ()
    assert law.instruments == ("alpha", "beta", "gamma", "delta", "omega")


def test_the_principal_tag_of_an_article_comes_first(law: Law) -> None:
    assert [each.right for each in law.tags_of["alpha/2.1"]] == ["food"]


def test_a_relation_is_told_from_both_ends(law: Law) -> None:
    told = {(each.first, each.kind, each.second) for each in law.relations_of["alpha/1"]}
    assert told == {("alpha/1", "equivalent", "omega/1"), ("alpha/1", "broader", "beta/1")}


def test_a_relation_turned_twice_is_itself() -> None:
    relation = Relation("a/1", "narrower", "b/1", ("holders",), "low", ("someone",))
    assert turned(relation).kind == "broader"
    assert turned(turned(relation)) == relation
