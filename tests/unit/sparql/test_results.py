from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic
from rdflib.plugins.sparql.results.jsonresults import JSONResultParser
from rdflib.plugins.sparql.results.xmlresults import XMLResultParser

from iml_graph.sparql.results import write

# rdflib's own JSON-LD reader uses the class that rdflib warns of.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

EX = "http://example.org/"
NS = "{http://www.w3.org/2005/sparql-results#}"
TRICKY = (
    "SELECT ?iri ?text ?tagged ?number ?blank ?none WHERE { VALUES (?iri ?text ?tagged ?number) { "
    "(<http://example.org/a&b> 'a <b> & \"c\", d\\te\\nf' 'Môle'@fr 7) } BIND(BNODE() AS ?blank) }"
)


@pytest.fixture
def store() -> ox.Store:
    store = ox.Store()
    for number in range(5):
        subject, predicate = ox.NamedNode(f"{EX}{number}"), ox.NamedNode(EX + "label")
        for graph in ("one", "two"):
            store.add(ox.Quad(subject, predicate, ox.Literal(f"n° {number}", language="fr"), ox.NamedNode(EX + graph)))
    return store


def select(store: ox.Store, query: str, format_: str, rows: int = 100, size: int = 10**6) -> str:
    return write(store.query(query, use_default_graph_as_union=True), format_, rows, size).body.decode()


def test_json_is_what_another_reader_takes_it_for(store: ox.Store) -> None:
    result = JSONResultParser().parse(io.BytesIO(select(store, TRICKY, "json").encode()))
    [row] = result.bindings
    assert row[rdflib.Variable("text")] == rdflib.Literal('a <b> & "c", d\te\nf')
    assert row[rdflib.Variable("tagged")] == rdflib.Literal("Môle", lang="fr")
    assert row[rdflib.Variable("number")] == rdflib.Literal(7)
    assert rdflib.Variable("none") in result.vars
    assert rdflib.Variable("none") not in row


def test_json_equals_oxigraphs_own_but_for_white_space(store: ox.Store) -> None:
    query = f"SELECT * {{ ?s <{EX}label> ?label }}"
    own = store.query(query, use_default_graph_as_union=True).serialize(format=ox.QueryResultsFormat.JSON)
    assert json.loads(select(store, query, "json")) == json.loads(own or b"")


def test_xml_is_what_another_reader_takes_it_for(store: ox.Store) -> None:
    result = XMLResultParser().parse(io.BytesIO(select(store, TRICKY, "xml").encode()))
    [row] = result.bindings
    assert row[rdflib.Variable("iri")] == rdflib.URIRef("http://example.org/a&b")
    assert row[rdflib.Variable("tagged")] == rdflib.Literal("Môle", lang="fr")
    assert row[rdflib.Variable("number")] == rdflib.Literal(7)


def test_xml_stays_well_formed_with_characters_that_it_cannot_hold(store: ox.Store) -> None:
    root = ElementTree.fromstring(select(store, "SELECT ('a\\u0001b' AS ?x) {}", "xml"))  # noqa: S314 -- ours
    assert root.findtext(f".//{NS}literal") == "a\ufffdb"


def test_csv_gives_plain_values(store: ox.Store) -> None:
    [head, row] = csv.reader(io.StringIO(select(store, TRICKY, "csv")))
    assert head == ["iri", "text", "tagged", "number", "blank", "none"]
    assert row[:4] == ["http://example.org/a&b", 'a <b> & "c", d\te\nf', "Môle", "7"]
    assert row[4].startswith("_:")
    assert row[5] == ""


def test_tsv_gives_terms_one_row_a_line(store: ox.Store) -> None:
    [head, row, end] = select(store, TRICKY, "tsv").split("\n")
    assert head == "?iri\t?text\t?tagged\t?number\t?blank\t?none"
    assert row.split("\t")[1:4] == [
        '"a <b> & \\"c\\", d\\te\\nf"',
        '"Môle"@fr',
        '"7"^^<http://www.w3.org/2001/XMLSchema#integer>',
    ]
    assert end == ""


@pytest.mark.parametrize("format_", ["json", "xml", "csv", "tsv"])
@pytest.mark.parametrize(("rows", "size"), [(2, 10**6), (100, 1)])
def test_a_cut_document_is_whole(store: ox.Store, format_: str, rows: int, size: int) -> None:
    answer = store.query(f"SELECT DISTINCT * {{ ?s <{EX}label> ?label }}", use_default_graph_as_union=True)
    written = write(answer, format_, rows, size)
    assert written.truncated
    text = written.body.decode()
    counts = {
        "json": lambda: len(json.loads(text)["results"]["bindings"]),
        "xml": lambda: len(ElementTree.fromstring(text).findall(f".//{NS}result")),  # noqa: S314 -- ours
        "csv": lambda: len(text.splitlines()) - 1,
        "tsv": lambda: len(text.splitlines()) - 1,
    }
    assert counts[format_]() == written.count
    assert written.count == (2 if rows == 2 else 0)


@pytest.mark.parametrize("format_", ["json", "xml", "csv", "tsv"])
def test_a_yes_or_no_can_be_written_in_every_table_format(store: ox.Store, format_: str) -> None:
    assert "true" in select(store, "ASK {}", format_)


@pytest.mark.parametrize(
    ("format_", "parser"), [("turtle", "turtle"), ("jsonld", "json-ld"), ("rdfxml", "xml"), ("ntriples", "nt")]
)
def test_a_graph_is_the_same_in_every_format_and_holds_each_triple_once(
    store: ox.Store, format_: str, parser: str
) -> None:
    written = write(store.query("CONSTRUCT WHERE { ?s ?p ?o }", use_default_graph_as_union=True), format_, 100, 10**6)
    assert (written.count, written.truncated) == (5, False)
    expected = rdflib.Graph()
    for number in range(5):
        expected.add(
            (rdflib.URIRef(f"{EX}{number}"), rdflib.URIRef(EX + "label"), rdflib.Literal(f"n° {number}", "fr"))
        )
    assert isomorphic(rdflib.Graph().parse(data=written.body, format=parser), expected)


def test_a_graph_is_cut_at_a_number_of_triples(store: ox.Store) -> None:
    written = write(store.query("CONSTRUCT WHERE { ?s ?p ?o }", use_default_graph_as_union=True), "ntriples", 3, 10**6)
    assert (written.count, written.truncated) == (3, True)
    assert len(written.body.splitlines()) == 3


def test_turtle_declares_prefixes_in_a_fixed_order(store: ox.Store) -> None:
    lines = select(store, "CONSTRUCT WHERE { ?s ?p ?o }", "turtle").splitlines()
    declared = [line for line in lines if line.startswith("@prefix")]
    assert declared
    assert declared == sorted(declared) == lines[: len(declared)]
