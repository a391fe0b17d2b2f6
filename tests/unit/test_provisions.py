"""What bears on a provision, and on what an objective rests."""

from __future__ import annotations

import pytest

from iml_graph.errors import UnknownNameError
from iml_graph.provisions import objective_profile, provision_profile, within
from iml_graph.store import Store


def test_a_paragraph_has_its_article_and_its_neighbours(tiny_graph: Store) -> None:
    found = provision_profile(tiny_graph, "tidal", "22.5", "en")
    assert found.part_of is not None
    assert (found.part_of.reference, found.parts) == ("22", ())
    assert found.previous is not None
    assert found.next is not None
    assert (found.previous.reference, found.next.reference) == ("22.1", "23")
    assert (found.sources, found.confidence) == (("tiny-list",), "medium")
    assert [tag.right.identifier for tag in found.tags] == ["expulsion-safeguards", "effective-remedy"]
    assert [each.comment.identifier for each in found.comments] == ["tide-gc-2"]
    assert [each.label for each in found.cases] == ["TC/1/D/1999"]
    assert [each.party.identifier for each in found.reservations] == ["AAA"]


def test_an_article_has_what_its_paragraphs_have(tiny_graph: Store) -> None:
    found = provision_profile(tiny_graph, "tidal", "22", "en")
    assert [each.reference for each in found.parts] == ["22.1", "22.5", "22.9"]
    assert [tag.provision.reference for tag in found.tags] == ["22.1", "22.5", "22.5"]
    assert [each.objective.identifier for each in found.groundings] == ["21"]
    assert [each.label for each in found.cases] == ["TC/2/D/2002", "TC/1/D/1999"]
    assert found.relations == ()


def test_relations_are_read_from_the_provision(tiny_graph: Store) -> None:
    found = provision_profile(tiny_graph, "tidal", "7", "en")
    assert [(each.kind.identifier, each.other.citation) for each in found.relations] == [
        ("broader", "League Convention, article 3"),
        ("equivalent", "Tide Declaration, principle 2"),
    ]


def test_the_first_and_the_last_have_one_neighbour(tiny_graph: Store) -> None:
    first, last = (provision_profile(tiny_graph, "tidal", each, "en") for each in ("1", "30"))
    assert (first.previous, last.next) == (None, None)
    assert first.next is not None
    assert last.previous is not None


def test_a_provision_that_only_a_decision_names_has_a_profile(tiny_graph: Store) -> None:
    found = provision_profile(tiny_graph, "tidal", "22.9", "en")
    assert (found.provision.heading, found.tags, found.previous, found.next) == (None, (), None, None)
    assert [each.label for each in found.cases] == ["TC/2/D/2002"]


def test_a_provision_that_is_not_there_is_named(tiny_graph: Store) -> None:
    with pytest.raises(UnknownNameError, match="No provision of tidal is called “99”"):
        provision_profile(tiny_graph, "tidal", "99", "en")


def test_an_objective_has_its_groundings_and_the_rights_close_to_it(tiny_graph: Store) -> None:
    found = objective_profile(tiny_graph, "21", "fr")
    assert found.objective.label.startswith("Coopérer en vue de faciliter le retour")
    assert [each.provision.reference for each in found.groundings if each.provision] == ["7", "22.1"]
    assert [each.norm.identifier for each in found.groundings if each.norm] == ["non-refoulement"]
    assert "safe-and-dignified-return" in {each.identifier for each in found.rights}
    with pytest.raises(UnknownNameError, match="No objective is called “24”"):
        objective_profile(tiny_graph, "24", "en")


def test_a_part_lies_within_its_whole_and_not_the_other_way() -> None:
    assert within("22.5.b", "22")
    assert within("22", "22")
    assert not within("22", "22.5")
    assert not within("2", "22")
