"""Describe the endpoint to programs: what it answers, in which formats, over which graphs.

Vocabularies: SPARQL 1.1 Service Description (W3C Recommendation, 2013) and VoID (W3C Interest Group Note, 2011).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from iml_graph.namespaces import RDF, VOID, XSD
from iml_graph.sparql.results import write_triples

SD = "http://www.w3.org/ns/sparql-service-description#"
FORMATS = "http://www.w3.org/ns/formats/"
_RESULTS = (
    *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
    *("Turtle", "JSON-LD", "RDF_XML", "N-Triples"),
)

COUNTS = "SELECT ?graph (COUNT(*) AS ?triples) { GRAPH ?graph { ?s ?p ?o } } GROUP BY ?graph ORDER BY ?graph"
"""The query whose rows ``describe`` needs: each graph of the store, with the number of triples in it."""


def describe(endpoint: str, graphs: Mapping[str, int], format_: str) -> bytes:
    """Write the service description of the endpoint at a URL, in one of the formats of graphs.

    ``graphs`` gives the number of triples of each named graph.
    """
    return write_triples(_triples(endpoint, graphs), format_)


def _triples(endpoint: str, graphs: Mapping[str, int]) -> Iterator[ox.Triple]:
    service, dataset, default = ox.NamedNode(endpoint), ox.BlankNode("dataset"), ox.BlankNode("default")
    yield _type(service, SD + "Service")
    yield _link(service, SD + "endpoint", service)
    yield _link(service, SD + "supportedLanguage", ox.NamedNode(SD + "SPARQL11Query"))
    yield _link(service, SD + "feature", ox.NamedNode(SD + "UnionDefaultGraph"))
    for name in _RESULTS:
        yield _link(service, SD + "resultFormat", ox.NamedNode(FORMATS + name))
    yield _link(service, SD + "defaultDataset", dataset)
    yield _type(dataset, SD + "Dataset")
    yield _link(dataset, SD + "defaultGraph", default)
    yield _type(default, SD + "Graph")
    for number, (name, triples) in enumerate(graphs.items()):
        yield from _named_graph(dataset, name, triples, number)


def _named_graph(dataset: ox.BlankNode, name: str, triples: int, number: int) -> Iterator[ox.Triple]:
    named, graph = ox.BlankNode(f"named{number}"), ox.BlankNode(f"graph{number}")
    yield _link(dataset, SD + "namedGraph", named)
    yield _type(named, SD + "NamedGraph")
    yield _link(named, SD + "name", ox.NamedNode(name))
    yield _link(named, SD + "graph", graph)
    yield _type(graph, SD + "Graph")
    yield _type(graph, VOID + "Dataset")
    count = ox.Literal(str(triples), datatype=ox.NamedNode(XSD + "integer"))
    yield ox.Triple(graph, ox.NamedNode(VOID + "triples"), count)


def _link(subject: ox.NamedNode | ox.BlankNode, predicate: str, target: ox.NamedNode | ox.BlankNode) -> ox.Triple:
    return ox.Triple(subject, ox.NamedNode(predicate), target)


def _type(subject: ox.NamedNode | ox.BlankNode, kind: str) -> ox.Triple:
    return _link(subject, RDF + "type", ox.NamedNode(kind))
