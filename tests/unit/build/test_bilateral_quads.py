"""Bilateral treaties: identifiers, kinds and titles that the register does not give."""

from __future__ import annotations

import pytest

from iml_graph import namespaces as ns
from iml_graph import resources
from iml_graph.build.bilateral_quads import BRANCHES, identifier, kind
from iml_graph.build.inputs import rows_of
from iml_graph.ingest.facts import BilateralRow
from iml_graph.store import Iri, Store


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Exchange of Notes between the Government …", "exchange-of-notes"),
        ("Convention on Social Security", "convention"),
        ("Memorandum of Understanding", "memorandum"),
        ("Treaty of Commerce", "agreement"),
    ],
)
def test_the_kind_is_what_the_title_begins_with(title: str, expected: str) -> None:
    assert kind(title) == expected


def test_every_topic_of_the_data_has_a_branch() -> None:
    assert {row.topic for row in rows_of(BilateralRow, resources.data())} <= BRANCHES.keys()


def test_no_two_treaties_have_one_identifier() -> None:
    names = [identifier(row) for row in rows_of(BilateralRow, resources.data())]
    assert len(names) == len(set(names))


TITLES = """
PREFIX dct: <http://purl.org/dc/terms/>
PREFIX iml: <https://w3id.org/iml-graph/ontology#>
SELECT ?title ?status { ?treaty dct:title ?title ; iml:titleRecord ?record .
  ?record iml:titleText ?title ; iml:titleStatus ?status } ORDER BY LANG(?title)"""


def test_a_treaty_has_a_title_in_each_language_and_says_whose(tiny_graph: Store) -> None:
    rows = tiny_graph.select(TITLES, treaty=Iri(ns.instrument("ar-7")))
    found = [(str(row["title"]).partition(" (")[0], str(row["status"]).rpartition("/")[2]) for row in rows]
    assert found == [
        ("Exchange of Notes on the abolition of visas", "official"),
        ("Ardeña – Borealia, 1970", "editorial"),
        ("Ardénie – Boréalie, 1970", "editorial"),
    ]
