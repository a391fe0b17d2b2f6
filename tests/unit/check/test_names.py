from __future__ import annotations

import pytest
from pyoxigraph import NamedNode

from iml_graph.check import names

ID = "https://w3id.org/iml-graph/id/"
FACTS = """
<party/XAA> a iml:State ; skos:prefLabel "Aland"@en, "Alandie"@fr .
<instrument/x> iml:acronym "EC"@en, "CE"@fr ; dct:title "Example Convention"@en .
<instrument/x/art/22.5> a iml:Provision ; iml:inInstrument <instrument/x> ; iml:provisionReference "22.5" .
<action/a> a iml:TreatyAction ; iml:actor <party/XAA> ; iml:onInstrument <instrument/x> ;
    iml:actionType <https://w3id.org/iml-graph/vocabulary/action-types/accession> ;
    iml:depositedOn "1980-01-01"^^xsd:date ; prov:wasDerivedFrom <record/r> .
<record/r> a iml:SourceRecord ; iml:fromSource <source/some-list> ; iml:locator "line 1" .
<clause/c> a iml:ParticipationClause .
<party/XAA> iml:datedName [ a iml:DatedName ] .
"""


@pytest.mark.parametrize(
    ("node", "language", "name"),
    [
        ("party/XAA", "fr", "Alandie"),
        ("party/XAA", "es", "Aland"),
        ("instrument/x", "fr", "CE"),
        ("instrument/x/art/22.5", "en", "EC · 22.5"),
        ("action/a", "fr", "Alandie · CE · adhésion · 1980-01-01"),
        ("record/r", "en", "some-list · line 1"),
        ("clause/c", "es", "cláusula de participación · clause/c"),
        ("nothing/known", "en", "nothing/known"),
    ],
)
def test_a_node_is_called_by_what_people_know(filled, node: str, language: str, name: str) -> None:  # type: ignore[no-untyped-def]
    assert names.name_of(filled(FACTS), NamedNode(ID + node), language) == name


def test_a_blank_node_is_called_after_its_owner(filled) -> None:  # type: ignore[no-untyped-def]
    store = filled(FACTS)
    predicate = NamedNode("https://w3id.org/iml-graph/ontology#datedName")
    (quad,) = store.quads_for_pattern(NamedNode(ID + "party/XAA"), predicate, None)
    assert names.name_of(store, quad.object, "en") == "Aland · dated name"


@pytest.mark.parametrize(
    ("node", "place"),
    [("action/a", "some-list: line 1"), ("party/XAA", "editorial"), ("nothing/known", None)],
)
def test_a_place_is_a_line_of_a_source_or_a_graph(filled, node: str, place: str | None) -> None:  # type: ignore[no-untyped-def]
    assert names.place_of(filled(FACTS), NamedNode(ID + node)) == place
