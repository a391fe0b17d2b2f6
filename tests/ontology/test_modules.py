"""The modules of the ontology: complete in three languages, in order, and each term in use."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from iml_graph import resources
from iml_graph.namespaces import BASE, IML

ONTOLOGY = resources.ontology()
MODULES = sorted((ONTOLOGY / "modules").glob("*.ttl"))
LANGUAGES = {"en", "fr", "es"}
TERM_TYPES = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}


def graph_of(path: Path) -> Graph:
    return Graph().parse(path, format="turtle")


def terms_of(graph: Graph) -> list[URIRef]:
    return sorted({s for kind in TERM_TYPES for s in graph.subjects(RDF.type, kind) if str(s).startswith(IML)})


def languages(graph: Graph, term: URIRef, predicate: URIRef) -> list[str]:
    return sorted(str(label.language) for label in graph.objects(term, predicate))


@pytest.fixture(scope="module")
def whole() -> Graph:
    graph = Graph()
    for path in MODULES:
        graph.parse(path, format="turtle")
    return graph


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_each_term_has_one_label_and_one_definition_a_language(path: Path) -> None:
    graph = graph_of(path)
    for term in terms_of(graph):
        assert languages(graph, term, RDFS.label) == sorted(LANGUAGES), term
        assert languages(graph, term, SKOS.definition) == sorted(LANGUAGES), term


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_each_term_is_defined_by_its_module_and_by_no_other(path: Path) -> None:
    graph = graph_of(path)
    module = URIRef(f"{BASE}ontology/{path.stem}")
    assert (module, RDF.type, OWL.Ontology) in graph
    assert terms_of(graph)
    for term in terms_of(graph):
        assert list(graph.objects(term, RDFS.isDefinedBy)) == [module], term


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_terms_stand_in_order_classes_first(path: Path) -> None:
    written = re.findall(r"^iml:(\w+) a owl:(\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert written == sorted(written, key=lambda term: (term[1] != "Class", term[0]))


def test_each_relation_has_a_name_from_either_end_in_each_language(whole: Graph) -> None:
    """ELI's relations too: without a name of the project's, pages would show the English one."""
    graph = graph_of(ONTOLOGY / "alignments" / "eli.ttl") + whole
    relations = set(graph.transitive_subjects(RDFS.subPropertyOf, URIRef(IML + "relatedInstrument")))
    assert {str(relation).rpartition("/")[2] for relation in relations} >= {"ontology#cites", "ontology#protocolTo"}
    for relation in relations:
        assert languages(graph, relation, RDFS.label) == sorted(LANGUAGES), relation
        assert languages(graph, relation, URIRef(IML + "inverseLabel")) == sorted(LANGUAGES), relation


def test_no_term_is_defined_twice() -> None:
    defined = [term for path in MODULES for term in terms_of(graph_of(path))]
    assert len(defined) == len(set(defined))


def test_the_header_imports_every_module() -> None:
    header = graph_of(ONTOLOGY / "iml.ttl")
    imported = {str(o) for o in header.objects(URIRef(f"{BASE}ontology"), OWL.imports)}
    assert imported == {f"{BASE}ontology/{path.stem}" for path in MODULES}


def test_each_header_has_title_abstract_licence_and_version() -> None:
    dct = "http://purl.org/dc/terms/"
    for path in [ONTOLOGY / "iml.ttl", *MODULES, *sorted((ONTOLOGY / "alignments").glob("*.ttl"))]:
        graph = graph_of(path)
        (header,) = graph.subjects(RDF.type, OWL.Ontology)
        assert languages(graph, header, URIRef(dct + "title")) == sorted(LANGUAGES), path
        assert languages(graph, header, URIRef(dct + "abstract")) == sorted(LANGUAGES), path
        assert graph.value(header, URIRef(dct + "license")), path
        assert graph.value(header, OWL.versionIRI), path


def test_what_modules_and_alignments_name_is_defined(whole: Graph) -> None:
    defined = set(terms_of(whole))
    for path in [*MODULES, *sorted((ONTOLOGY / "alignments").glob("*.ttl"))]:
        named = {t for triple in graph_of(path) for t in triple if str(t).startswith(IML)}
        assert named <= defined, path


def test_shapes_and_rules_name_only_defined_terms(whole: Graph) -> None:
    defined = {str(term).removeprefix(IML) for term in terms_of(whole)}
    for path in [*(ONTOLOGY / "shapes").glob("*.ttl"), *(ONTOLOGY / "checks").glob("*.rq")]:
        assert set(re.findall(r"\biml:(\w+)", path.read_text(encoding="utf-8"))) <= defined, path


def test_each_term_is_used_by_a_query_a_shape_a_rule_or_an_example(whole: Graph) -> None:
    folders = [ONTOLOGY / "shapes", ONTOLOGY / "checks", ONTOLOGY / "examples", resources.queries()]
    files = [p for folder in folders for p in folder.rglob("*") if p.suffix in {".ttl", ".trig", ".rq"}]
    used = {name for p in files for name in re.findall(r"\biml:(\w+)", p.read_text(encoding="utf-8"))}
    assert {str(term).removeprefix(IML) for term in terms_of(whole)} <= used


def test_each_module_has_shapes_under_its_own_name() -> None:
    assert {p.stem for p in (ONTOLOGY / "shapes").glob("*.ttl")} == {p.stem for p in MODULES}


def test_domains_and_ranges_are_classes(whole: Graph) -> None:
    """A property without a range, or with a range that is no class or datatype, would say nothing."""
    allowed = set(whole.subjects(RDF.type, OWL.Class)) | {RDFS.Literal}
    for term in terms_of(whole):
        if (term, RDF.type, OWL.Class) in whole:
            continue
        (found,) = whole.objects(term, RDFS.range)
        assert found in allowed or "XMLSchema#" in str(found), term


def test_datatypes_are_those_of_owl_2(whole: Graph) -> None:
    """OWL 2 DL knows no xsd:date, xsd:gYear or xsd:duration (Structural Specification, section 4)."""
    ranges = {str(o).rpartition("#")[2] for o in whole.objects(None, RDFS.range) if "XMLSchema#" in str(o)}
    assert ranges <= {"string", "boolean", "integer"}
