from __future__ import annotations

from rdflib import RDF, Literal, URIRef

from iml_graph.check import shapes
from iml_graph.namespaces import DCT, IML, RDFS


def test_the_copy_leaves_out_what_no_shape_reads(filled) -> None:  # type: ignore[no-untyped-def]
    modules = shapes.modules()
    store = filled('<party/XAA> a iml:State ; iml:partyCode "XAA" ; rdfs:comment "a note" .')
    data = shapes.data_graph(store, modules)
    assert URIRef(IML + "partyCode") in set(data.predicates())
    assert URIRef(RDFS + "comment") not in set(data.predicates())


def test_the_copy_keeps_types_languages_and_spellings(filled) -> None:  # type: ignore[no-untyped-def]
    store = filled("""<source/a> a iml:Source ; dct:title "Liste"@fr ; iml:asOf "2010"^^xsd:gYear .
        <x> iml:confidence "high" .""")
    data = shapes.data_graph(store, shapes.modules())
    source = URIRef("https://w3id.org/iml-graph/id/source/a")
    assert (source, RDF.type, URIRef(IML + "Source")) in data
    assert data.value(source, URIRef(DCT + "title")) == Literal("Liste", lang="fr")
    assert data.value(source, URIRef(IML + "asOf")).n3() == '"2010"^^<http://www.w3.org/2001/XMLSchema#gYear>'
    assert Literal("high") in set(data.objects(None, URIRef(IML + "confidence")))


def test_a_blank_node_is_a_focus_too(filled) -> None:  # type: ignore[no-untyped-def]
    modules = {module.name: module for module in shapes.modules()}
    store = filled('<instrument/x> iml:participationClause [ a iml:ParticipationClause ; iml:closesOn "soon" ] .')
    data = shapes.data_graph(store, list(modules.values()))
    findings = list(shapes.validate(data, modules["instrument"]))
    assert {f.rule for f in findings} == {"participation-closes-on", "participation-mode", "participation-open-to"}
    assert all(f.focus.startswith("_:") for f in findings)


def test_a_finding_names_its_constraint_and_its_value(filled) -> None:  # type: ignore[no-untyped-def]
    modules = {module.name: module for module in shapes.modules()}
    store = filled('<instrument/x> a iml:Instrument ; iml:mtdsgNumber "4-2" .')
    data = shapes.data_graph(store, list(modules.values()))
    (finding,) = [f for f in shapes.validate(data, modules["identifier"]) if f.rule == "instrument-mtdsg-number"]
    assert (finding.component, finding.value) == ("PatternConstraintComponent", "4-2")
