"""What of the provisions is not tagged, is doubtful, or was tagged by one author only."""

from __future__ import annotations

import pytest

from iml_graph.store import Store
from iml_graph.tagging import DUTY, GUARANTEE, Tagging, read_tagging


@pytest.fixture(scope="module")
def tagging(tiny_graph: Store) -> Tagging:
    return read_tagging(tiny_graph, "en")


def test_a_guarantee_without_a_tag_in_any_part_is_untagged(tagging: Tagging) -> None:
    # Of article 22 the paragraphs are tagged; 22.9 is only named by a decision.
    assert [(each.instrument.identifier, each.reference) for each in tagging.untagged(GUARANTEE)] == [("tidal", "23")]
    assert [each.reference for each in tagging.untagged(DUTY)] == ["25"]


def test_tags_that_are_not_sure_are_doubtful(tagging: Tagging) -> None:
    assert [(tag.provision.reference, tag.judgement.confidence) for tag in tagging.doubtful] == [
        ("22.5", "medium"),
        ("22.5", "low"),
        ("principle-2", "medium"),
    ]


def test_tags_of_one_author_are_told_from_those_of_two(tagging: Tagging) -> None:
    assert {(tag.provision.instrument.identifier, tag.provision.reference) for tag in tagging.single} == {
        ("tidal", "22.5"),
        ("tidal", "24"),
        ("league-convention", "3"),
        ("tide-declaration", "principle-2"),
    }


def test_each_instrument_is_counted_in_the_order_of_adoption(tagging: Tagging) -> None:
    assert [
        (each.instrument.identifier, each.provisions, each.untagged, each.untagged_duties, each.tags)
        for each in tagging.counts
    ] == [("tidal", 9, 1, 1, 5), ("league-convention", 2, 0, 0, 2), ("tide-declaration", 1, 0, 0, 1)]
    assert [(each.doubtful, each.single) for each in tagging.counts] == [(2, 3), (0, 1), (1, 1)]
