from __future__ import annotations

import gc

from rdflib import RDF, SH, Literal, URIRef

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


def test_a_property_shape_takes_over_the_targets_of_its_node_shape(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "a.ttl").write_text("""@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <urn:x:> .
        :node a sh:NodeShape ; sh:property :property ; sh:targetClass :A ; sh:targetSubjectsOf :b .
        :property a sh:PropertyShape ; sh:path :p ; sh:minCount 1 .""")
    (module,) = shapes.modules(tmp_path)
    named = URIRef("urn:x:property")
    assert set(module.graph.objects(named, SH.targetClass)) == {URIRef("urn:x:A")}
    assert set(module.graph.objects(named, SH.targetSubjectsOf)) == {URIRef("urn:x:b")}
    assert (None, SH.property, None) not in module.graph


def test_collection_of_cycles_is_paused_and_taken_up_again() -> None:
    assert gc.isenabled()
    with shapes.without_collection():
        assert not gc.isenabled()
    assert gc.isenabled()
