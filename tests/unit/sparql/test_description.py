from __future__ import annotations

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.namespace import VOID

from iml_graph.sparql.description import COUNTS, describe
from iml_graph.sparql.guard import read

# rdflib's own JSON-LD reader uses the class that rdflib warns of.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
ENDPOINT = "http://localhost/sparql"
GRAPHS = {"http://example.org/a": 3, "http://example.org/b": 5}


@pytest.fixture(params=["turtle", "jsonld", "rdfxml", "ntriples"])
def graph(request: pytest.FixtureRequest) -> Graph:
    parser = {"jsonld": "json-ld", "rdfxml": "xml", "ntriples": "nt"}.get(request.param, request.param)
    return Graph().parse(data=describe(ENDPOINT, GRAPHS, request.param), format=parser)


def test_the_service_names_its_endpoint_and_its_formats(graph: Graph) -> None:
    service = graph.value(predicate=RDF.type, object=SD.Service)
    assert graph.value(service, SD.endpoint) == URIRef(ENDPOINT)
    formats = {str(each).rpartition("/")[2] for each in graph.objects(service, SD.resultFormat)}
    assert {"SPARQL_Results_JSON", "SPARQL_Results_CSV", "Turtle", "JSON-LD", "RDF_XML", "N-Triples"} <= formats


def test_the_default_graph_is_said_to_be_a_union_and_updates_are_not_offered(graph: Graph) -> None:
    assert (None, SD.feature, SD.UnionDefaultGraph) in graph
    assert (None, SD.supportedLanguage, SD.SPARQL11Update) not in graph


def test_every_named_graph_has_its_number_of_triples(graph: Graph) -> None:
    dataset = graph.value(predicate=RDF.type, object=SD.Dataset)
    named = list(graph.objects(dataset, SD.namedGraph))
    sizes = {graph.value(each, SD.name): graph.value(graph.value(each, SD.graph), VOID.triples) for each in named}
    assert sizes == {URIRef(name): Literal(size) for name, size in GRAPHS.items()}


def test_the_query_for_the_counts_passes_our_own_guard() -> None:
    assert read(COUNTS).form == "SELECT"
