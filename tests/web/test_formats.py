"""The same pages as data."""

from __future__ import annotations

import csv
import io
import json

import pyoxigraph
import pytest
from flask.testing import FlaskClient
from pyoxigraph import NamedNode, RdfFormat

from iml_graph import namespaces as ns

RDF_FORMS = {
    "ttl": ("text/turtle", RdfFormat.TURTLE),
    "jsonld": ("application/ld+json", RdfFormat.JSON_LD),
    "rdf": ("application/rdf+xml", RdfFormat.RDF_XML),
    "nt": ("application/n-triples", RdfFormat.N_TRIPLES),
}


def in_form(address: str, form: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}format={form}"


def test_each_page_is_also_json_csv_and_markdown(client: FlaskClient, data_address: str) -> None:
    assert json.loads(client.get(in_form(data_address, "json")).text)
    rows = list(csv.DictReader(io.StringIO(client.get(in_form(data_address, "csv")).text)))
    assert rows
    markdown = client.get(in_form(data_address, "md")).text
    assert markdown.startswith("# ")
    assert sum(line.startswith("| ") for line in markdown.splitlines()) == len(rows) + 2


@pytest.mark.parametrize("form", RDF_FORMS)
def test_each_page_about_the_graph_is_also_rdf(client: FlaskClient, rdf_address: str, form: str) -> None:
    response = client.get(in_form(rdf_address, form))
    assert response.mimetype == RDF_FORMS[form][0]
    assert list(pyoxigraph.parse(response.data, format=RDF_FORMS[form][1]))


def test_the_rdf_of_a_party_holds_its_acts_and_their_records(client: FlaskClient) -> None:
    quads = list(pyoxigraph.parse(client.get("/party/SEN?format=nt").data, format=RdfFormat.N_TRIPLES))
    acts = {q.subject for q in quads if q.predicate.value == ns.IML + "actor" and "/action/" in q.subject.value}
    assert len(acts) == 5
    shown = {q.object.value for q in quads if q.predicate.value == ns.IML + "asShown"}
    assert "9 Jun 1999 a" in shown
    assert NamedNode(ns.party("FRA")) not in {q.subject for q in quads}


def test_data_are_the_same_bytes_each_time(client: FlaskClient) -> None:
    assert client.get("/party/SEN?format=ttl").data == client.get("/party/SEN?format=ttl").data


@pytest.mark.parametrize(
    ("accept", "location"),
    [
        ("text/html", "/party/SEN"),
        ("*/*", "/party/SEN"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "/party/SEN"),
        ("text/turtle", "/party/SEN?format=ttl"),
        ("application/ld+json", "/party/SEN?format=jsonld"),
        ("application/rdf+xml", "/party/SEN?format=rdf"),
        ("application/n-triples", "/party/SEN?format=nt"),
        ("text/turtle;q=0.5, application/rdf+xml;q=0.9", "/party/SEN?format=rdf"),
        ("application/json", "/party/SEN?format=json"),
    ],
)
def test_an_iri_answers_303_to_what_is_asked_for(client: FlaskClient, accept: str, location: str) -> None:
    response = client.get("/id/party/SEN", headers={"Accept": accept})
    assert (response.status_code, response.headers["Location"]) == (303, location)
    assert "Accept" in response.headers["Vary"]


@pytest.mark.parametrize(
    "path",
    [
        "ontology",
        "ontology#PartyInterval",
        "vocabulary/statuses",
        "vocabulary/statuses/party",
        "id/instrument/icrmw",
        "id/body/cmw",
        "id/source/small-depositary",
        "id/action/iccpr/FRA/reservation/1980-11-04",
        "id/coverage/small-depositary/icrmw",
        "graph/small-depositary",
        "graph/derived",
    ],
)
def test_each_kind_of_iri_leads_to_a_page_and_to_data(client: FlaskClient, path: str) -> None:
    address = "/" + path.partition("#")[0]
    assert client.get(address, follow_redirects=True).status_code == 200
    data = client.get(address, headers={"Accept": "text/turtle"}, follow_redirects=True)
    assert data.status_code == 200
    if not path.startswith("graph/derived"):
        assert data.mimetype == "text/turtle"
        assert NamedNode(ns.BASE + path) in {
            q.subject for q in pyoxigraph.parse(data.data, format=RdfFormat.TURTLE)
        } or (path.startswith(("ontology", "graph")))


def test_an_iri_of_nothing_is_404(client: FlaskClient) -> None:
    assert client.get("/id/action/none", follow_redirects=True).status_code == 404


def test_a_form_that_is_not_there_is_refused_with_those_that_are(client: FlaskClient) -> None:
    answer = client.get("/party/SEN?format=pdf")
    assert answer.status_code == 400
    assert "html, json, csv" in answer.text


def test_pages_link_to_their_data(client: FlaskClient) -> None:
    page = client.get("/party/SEN?on=2000-01-01").text
    assert '<link rel="alternate" type="text/turtle" href="/party/SEN?on=2000-01-01&amp;format=ttl">' in page


def test_json_is_what_the_command_line_prints(client: FlaskClient) -> None:
    found = client.get("/party/SEN?on=2026-02-03&format=json").get_json()
    assert found["party"] == "SEN"
    assert found["on"] == "2026-02-03"
    line = {each["instrument"]: each for each in found["instruments"]}["icrmw"]
    assert (line["status"], line["mode"]) == ("party", "accession")
    assert (line["deposited"], line["in_force_from"]) == ("1999-06-09", "2003-07-01")
