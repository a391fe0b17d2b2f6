"""The query page and the endpoint as browsers and programs meet them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import iml_web
import pyoxigraph as ox
import pytest
from flask.testing import FlaskClient
from iml_web import create_app
from iml_web.sparql import PAGE_ROWS

from iml_graph.sparql.runner import Limits, RunnerBusyError

BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
EX = "http://example.org/"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    path = tmp_path_factory.mktemp("sparql") / "store"
    store = ox.Store(str(path))
    graph, predicate = ox.NamedNode(EX + "graph"), ox.NamedNode(EX + "label")
    store.extend(
        ox.Quad(ox.NamedNode(f"{EX}{number}"), predicate, ox.Literal(f"<b>n° {number}</b>", language="fr"), graph)
        for number in range(PAGE_ROWS + 20)
    )
    store.flush()
    app = create_app({"TESTING": True, "STORE_PATH": path, "SPARQL_LIMITS": Limits(seconds=2, rows=510)})
    yield app.test_client()
    app.extensions["iml_runner"].close()


def get(client: FlaskClient, query: str, accept: str = "*/*", **arguments: str):  # type: ignore[no-untyped-def]
    return client.get("/sparql", query_string={"query": query, **arguments}, headers={"Accept": accept})


class _Text(HTMLParser):
    """Collects the text of a page, its links, and its cells."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text, self.links, self.tags = "", [], []
        self.feed(page)

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]


@pytest.mark.parametrize(
    ("query", "format_", "media_type"),
    [
        ("SELECT * {}", "json", "application/sparql-results+json"),
        ("SELECT * {}", "xml", "application/sparql-results+xml"),
        ("SELECT * {}", "csv", "text/csv"),
        ("SELECT * {}", "tsv", "text/tab-separated-values"),
        ("SELECT * {}", "html", "text/html"),
        ("ASK {}", "html", "text/html"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "turtle", "text/turtle"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "jsonld", "application/ld+json"),
        ("DESCRIBE <http://example.org/1>", "rdfxml", "application/rdf+xml"),
        ("DESCRIBE <http://example.org/1>", "ntriples", "application/n-triples"),
        ("DESCRIBE <http://example.org/1>", "html", "text/html"),
    ],
)
def test_an_answer_comes_in_the_format_asked_for(
    client: FlaskClient, query: str, format_: str, media_type: str
) -> None:
    by_address = get(client, query, format=format_)
    by_header = get(client, query, accept=media_type)
    assert by_address.status_code == by_header.status_code == 200
    assert by_address.mimetype == by_header.mimetype == media_type
    assert "Accept" in by_header.headers["Vary"]
    assert by_header.headers["Access-Control-Allow-Origin"] == "*"


def test_the_same_answer_is_not_sent_twice(client: FlaskClient) -> None:
    first = get(client, "CONSTRUCT WHERE { ?s ?p ?o }")
    again = client.get(
        "/sparql",
        query_string={"query": "CONSTRUCT WHERE { ?s ?p ?o }"},
        headers={"If-None-Match": first.headers["ETag"]},
    )
    assert (again.status_code, again.data) == (304, b"")


def test_a_cut_answer_says_so_in_a_header(client: FlaskClient) -> None:
    response = get(client, "SELECT * { ?s ?p ?o }", format="csv")
    assert response.headers["X-IML-Truncated"] == "after 510"
    assert "X-IML-Truncated" not in get(client, "SELECT * { ?s ?p ?o } LIMIT 510", format="csv").headers


def test_a_cut_page_says_so_in_words_and_offers_the_files(client: FlaskClient) -> None:
    response = get(client, "SELECT * { ?s ?p ?o }", accept=BROWSER["Accept"])
    page = _Text(response.text)
    assert f"This page shows the first {PAGE_ROWS} rows" in page.text
    assert page.tags.count("tr") == PAGE_ROWS + 1
    assert any("format=csv" in link for link in page.links)


def test_values_are_shown_and_never_become_markup_or_scripts(client: FlaskClient) -> None:
    query = "SELECT * { <http://example.org/1> ?p ?o BIND(IRI('javascript:alert(1)') AS ?bad) }"
    page = _Text(get(client, query, accept=BROWSER["Accept"]).text)
    assert "<b>n° 1</b>" in page.text
    assert "javascript:alert(1)" in page.text
    assert not [link for link in page.links if link.startswith("javascript:")]


def test_our_own_iris_lead_to_our_own_pages(client: FlaskClient) -> None:
    page = _Text(get(client, "SELECT (<id/party/SEN> AS ?party) {}", accept=BROWSER["Accept"]).text)
    assert "/id/party/SEN" in page.links


@pytest.mark.parametrize(
    ("query", "status", "sentence"),
    [
        ("SELECT *\nWHERE { ?s ?p }", 400, "line 2, column 15: “}” does not fit here"),
        ("SELECT * { ?s dct:title ?o }", 400, "PREFIX dct: <http://purl.org/dc/terms/>"),
        ("DELETE WHERE { ?s ?p ?o }", 403, "read-only"),
        ("SELECT * { SERVICE <http://example.org/> {} }", 403, "SERVICE"),
        ("SELECT * FROM <file:///etc/passwd> {}", 403, "not in this store"),
        ("ASK {} #" + "x" * 100_000, 413, "at most 100000"),
        (ENDLESS, 503, "stopped after 2 seconds"),
    ],
)
def test_a_refusal_is_a_sentence_for_programs_and_people(
    client: FlaskClient, query: str, status: int, sentence: str
) -> None:
    response = client.post("/sparql", data={"query": query}, headers={"Accept": "*/*"})
    assert (response.status_code, response.mimetype) == (status, "text/plain")
    assert sentence in response.text
    page = client.post("/sparql", data={"query": query}, headers=BROWSER)
    assert (page.status_code, page.mimetype) == (status, "text/html")
    shown = _Text(page.text).text
    assert sentence in shown
    assert query.splitlines()[-1][:60] in shown, "the form keeps the query to correct"


@pytest.mark.parametrize(
    "dataset",
    [{"default-graph-uri": "file:///etc/passwd"}, {"named-graph-uri": "http://example.org/other"}],
    ids=["default", "named"],
)
def test_a_foreign_dataset_of_the_protocol_is_refused(client: FlaskClient, dataset: dict[str, str]) -> None:
    assert get(client, "ASK {}", **dataset).status_code == 403


def test_a_stored_dataset_of_the_protocol_is_used(client: FlaskClient) -> None:
    assert get(client, "ASK { ?s ?p ?o }", **{"default-graph-uri": EX + "graph"}).json["boolean"] is True
    assert get(client, "ASK { ?s ?p ?o }", **{"named-graph-uri": EX + "graph"}).json["boolean"] is False


def test_unknown_formats_are_refused_with_those_there_are(client: FlaskClient) -> None:
    assert get(client, "SELECT * {}", format="xlsx").status_code == 400
    assert get(client, "SELECT * {}", accept="image/png").status_code == 406


def test_without_a_query_programs_get_the_service_description(client: FlaskClient) -> None:
    response = client.get("/sparql", headers={"Accept": "text/turtle"})
    assert response.mimetype == "text/turtle"
    assert f"<{EX}graph>" in response.text
    assert f" {PAGE_ROWS + 20} " in response.text
    assert "http://localhost/sparql" in response.text
    assert client.get("/sparql", headers={"Accept": "application/ld+json"}).mimetype == "application/ld+json"


def test_without_a_query_people_get_the_form_and_examples(client: FlaskClient) -> None:
    page = _Text(client.get("/sparql", headers=BROWSER).text)
    assert "textarea" in page.tags
    assert [link for link in page.links if "query=" in link]


def test_the_query_in_the_empty_form_runs(client: FlaskClient) -> None:
    page = client.get("/sparql", query_string={"lang": "fr"}, headers=BROWSER).text
    query = unescape(page.partition("<textarea")[2].partition(">")[2].partition("</textarea>")[0])
    assert '"fr"' in query
    assert get(client, query).status_code == 200


def test_a_full_queue_says_when_to_come_back(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise RunnerBusyError(7)

    monkeypatch.setattr(client.application.extensions["iml_runner"], "run", full)
    response = get(client, "ASK {}")
    assert (response.status_code, response.headers["Retry-After"]) == (503, "7")


def test_a_post_without_a_query_is_an_error(client: FlaskClient) -> None:
    assert client.post("/sparql", data={"format": "json"}).status_code == 400


def test_an_address_below_ours_that_names_another_host_is_no_link(client: FlaskClient) -> None:
    page = get(client, 'SELECT ?x { BIND(IRI("https://w3id.org/iml-graph//evil.example") AS ?x) }', "text/html").text
    assert 'href="//' not in page
    assert 'href="https://w3id.org/iml-graph//evil.example"' in page


@pytest.mark.parametrize("address", ["/sparql", "/sparql/"])
def test_head_and_options_answer(client: FlaskClient, address: str) -> None:
    head = client.head(address, query_string={"query": "ASK {}"})
    assert (head.status_code, head.data) == (200, b"")
    options = client.options(address, headers={"Origin": "https://example.org"})
    assert options.status_code == 200
    assert "POST" in options.headers["Access-Control-Allow-Methods"]
    assert options.headers["Access-Control-Allow-Origin"] == "*"


def test_a_request_too_large_is_not_read(client: FlaskClient) -> None:
    response = client.post("/sparql", data=b"x" * 2_000_000, content_type="application/sparql-query")
    assert response.status_code == 413


@pytest.mark.parametrize("lang", ["en", "fr", "es"])
def test_the_page_speaks_the_language_asked_for(client: FlaskClient, lang: str) -> None:
    words = tomllib.loads(
        (Path(iml_web.__file__).parent / "translations" / "sparql" / f"{lang}.toml").read_text(encoding="utf-8")
    )
    page = client.get("/sparql", query_string={"lang": lang}, headers=BROWSER).text
    assert f'lang="{lang}"' in page
    assert words["title"] in page
    assert words["examples_note"] in page


def test_the_three_languages_have_the_same_words() -> None:
    folder = Path(iml_web.__file__).parent / "translations" / "sparql"
    keys = [set(tomllib.loads(path.read_text(encoding="utf-8"))) for path in sorted(folder.glob("*.toml"))]
    assert len(keys) == 3
    assert keys[0] == keys[1] == keys[2]
