"""What bears on a right and on a group of persons."""

from __future__ import annotations

import pytest

from iml_graph.errors import UnknownNameError
from iml_graph.provision_records import Named
from iml_graph.rights import holder_profile, right_profile
from iml_graph.store import Store


def test_a_right_has_its_meaning_its_place_and_what_bears_on_it(tiny_graph: Store) -> None:
    found = right_profile(tiny_graph, "non-refoulement", "en")
    assert found.definition.startswith("Not to be sent to a place where")
    assert found.broader == (Named("protection-from-removal", "protection from removal"),)
    assert {each.identifier for each in found.objectives} >= {"8", "21"}
    assert (len(found.tags), len(found.claims), len(found.comments), len(found.cases)) == (3, 2, 1, 1)
    assert found.release.data_date == "2020-12-31"


def test_its_provisions_are_told_apart_by_force_and_reach(tiny_graph: Store) -> None:
    found = right_profile(tiny_graph, "non-refoulement", "en")
    told = {
        "universal": found.tags_of(binding=True, universal=True),
        "regional": found.tags_of(binding=True, universal=False),
        "not binding": found.tags_of(binding=False),
    }
    assert {key: [tag.provision.instrument.identifier for tag in tags] for key, tags in told.items()} == {
        "universal": ["tidal"],
        "regional": ["league-convention"],
        "not binding": ["tide-declaration"],
    }


def test_a_group_of_rights_has_narrower_ones(tiny_graph: Store) -> None:
    found = right_profile(tiny_graph, "protection-from-removal", "fr")
    assert Named("non-refoulement", "non-refoulement") in found.narrower
    assert len(found.tags) == 5
    assert len(found.cases) == 2


def test_targets_of_a_right_are_read(tiny_graph: Store) -> None:
    found = right_profile(tiny_graph, "abolition-of-child-labour", "en")
    assert [each.identifier for each in found.targets] == ["8.7", "16.2"]
    assert found.tags == ()


def test_a_group_of_persons_has_its_rights_in_the_order_of_their_names(tiny_graph: Store) -> None:
    found = holder_profile(tiny_graph, "non-nationals", "en")
    by_right = {right.identifier: [tag.provision.reference for tag in tags] for right, tags in found.by_right}
    assert by_right == {
        "effective-remedy": ["22.5"],
        "non-refoulement": ["3"],
        "collective-expulsion-prohibition": ["22.1"],
        "expulsion-safeguards": ["22.5"],
    }
    assert list(by_right)[-1] == "expulsion-safeguards"  # “safeguards in individual expulsion”
    assert found.definition
    assert Named("migrants", "migrants") in found.narrower


def test_what_is_no_concept_is_named(tiny_graph: Store) -> None:
    with pytest.raises(UnknownNameError, match="No right is called “no-such”"):
        right_profile(tiny_graph, "no-such", "en")
    with pytest.raises(UnknownNameError, match="No holder is called “no-such”"):
        holder_profile(tiny_graph, "no-such", "en")
