"""What the provisions of an instrument are to those of others."""

from __future__ import annotations

import pytest

from iml_graph import export
from iml_graph.errors import UnknownNameError
from iml_graph.relations import RelationTable, count, relation_table
from iml_graph.store import Store


@pytest.fixture(scope="module")
def table(graph: Store) -> RelationTable:
    return relation_table(graph, "icrmw", "en")


def test_life_of_migrant_workers_says_less_than_life_of_all(table: RelationTable) -> None:
    (life,) = [each for each in table.provisions if each.reference == "9"]
    (covenant,) = [each for each in life.of("narrower") if each.instrument == "iccpr"]
    assert (covenant.citation, "holder" in covenant.differs) == ("ICCPR 6.1", True)


def test_a_relation_is_told_from_the_end_that_is_asked(graph: Store) -> None:
    turned = relation_table(graph, "iccpr", "en", "icrmw")
    (life,) = [each for each in turned.provisions if each.reference == "6.1"]
    assert [other.citation for other in life.of("broader")] == ["ICRMW 9"]
    assert {other.instrument for each in turned.provisions for other in each.counterparts} == {"icrmw"}


def test_what_has_no_counterpart_is_listed_and_what_gives_nothing_is_not(table: RelationTable) -> None:
    listed = {each.reference: each.counterparts for each in table.provisions}
    assert listed["38.1"] == ()  # temporary absence: in no other treaty that is described here
    assert "87" not in listed  # entry into force


def test_rows_have_a_line_for_each_pair(table: RelationTable) -> None:
    rows = export.pair_rows(table)
    assert sum(bool(row["relation"]) for row in rows) == sum(count(table.provisions).values())
    assert len(export.relation_table_rows(table)) == len(table.provisions)


def test_an_unknown_instrument_is_refused(graph: Store) -> None:
    with pytest.raises(UnknownNameError):
        relation_table(graph, "nowhere", "en")
