"""The concept schemes: complete in three languages, and the same as the names that the code uses."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import RDF, SKOS, Graph, URIRef

from iml_graph import resources, terms
from iml_graph.ingest.rows import CONSENTS, SIGNATURES, TERMINATIONS
from iml_graph.namespaces import VOCABULARY

SCHEMES = sorted((resources.ontology() / "vocabularies").glob("*.ttl"))


def graph_of(path: Path) -> Graph:
    return Graph().parse(path, format="turtle")


def concepts(graph: Graph) -> list[URIRef]:
    return sorted(s for s in graph.subjects(RDF.type, SKOS.Concept) if isinstance(s, URIRef))


def narrower(scheme: str, broader: str) -> set[str]:
    graph = graph_of(resources.ontology() / "vocabularies" / f"{scheme}.ttl")
    found = graph.subjects(SKOS.broader, URIRef(f"{VOCABULARY}{scheme}/{broader}"))
    return {str(concept).rpartition("/")[2] for concept in found}


@pytest.mark.parametrize("path", SCHEMES, ids=lambda path: path.stem)
def test_each_concept_has_one_label_and_one_definition_a_language(path: Path) -> None:
    graph = graph_of(path)
    for node in [*concepts(graph), URIRef(VOCABULARY + path.stem)]:
        for predicate in (SKOS.prefLabel, SKOS.definition):
            assert sorted(str(o.language) for o in graph.objects(node, predicate)) == ["en", "es", "fr"], node


@pytest.mark.parametrize("path", SCHEMES, ids=lambda path: path.stem)
def test_each_concept_is_in_the_scheme_of_its_file_under_its_notation(path: Path) -> None:
    graph = graph_of(path)
    for node in concepts(graph):
        assert list(graph.objects(node, SKOS.inScheme)) == [URIRef(VOCABULARY + path.stem)]
        assert str(node) == f"{VOCABULARY}{path.stem}/{graph.value(node, SKOS.notation)}"


@pytest.mark.parametrize("path", SCHEMES, ids=lambda path: path.stem)
def test_a_concept_is_at_the_top_or_under_one_of_its_scheme(path: Path) -> None:
    graph = graph_of(path)
    tops = set(graph.objects(URIRef(VOCABULARY + path.stem), SKOS.hasTopConcept))
    assert tops == set(graph.subjects(SKOS.topConceptOf))
    for node in concepts(graph):
        broader = set(graph.objects(node, SKOS.broader))
        assert (node in tops) != bool(broader)
        assert broader <= set(concepts(graph))


@pytest.mark.parametrize("path", SCHEMES, ids=lambda path: path.stem)
def test_no_two_concepts_of_a_scheme_share_a_label(path: Path) -> None:
    graph = graph_of(path)
    labels = [label for node in concepts(graph) for label in graph.objects(node, SKOS.prefLabel)]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize("enumeration", terms.SCHEMES, ids=lambda enumeration: enumeration.__name__)
def test_the_code_names_the_concepts_of_each_scheme(enumeration: type) -> None:
    path = resources.ontology() / "vocabularies" / f"{terms.SCHEMES[enumeration]}.ttl"
    assert {terms.iri(term) for term in enumeration} == {str(node) for node in concepts(graph_of(path))}


def test_the_actions_of_a_row_are_those_under_consent_and_termination() -> None:
    assert narrower("action-types", "consent-to-be-bound") == CONSENTS
    assert narrower("action-types", "termination") == TERMINATIONS
    assert narrower("action-types", "signature") | {"signature"} == SIGNATURES
