"""The protocol tests of the W3C, by the names of their manifest entries.

Source: https://www.w3.org/2009/sparql/docs/tests/data-sparql11/protocol/manifest (w3c/rdf-tests,
``sparql/sparql11/protocol/manifest.ttl``): what each entry sends and what it expects, stated here as data.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

import pytest
from flask.testing import FlaskClient

DATA = "http://kasei.us/2009/09/sparql/data/data{}.rdf"
QUERY, FORM = "application/sparql-query", "application/x-www-form-urlencoded"
UPDATE = "application/sparql-update"
GRAPHS = {"text/turtle", "application/rdf+xml", "application/ld+json", "application/n-triples"}
TABLES = {
    "application/sparql-results+json",
    "application/sparql-results+xml",
    "text/csv",
    "text/tab-separated-values",
}


@dataclass(frozen=True)
class Case:
    name: str
    method: str = "GET"
    arguments: list[tuple[str, str]] = field(default_factory=list)
    body: bytes | str = b""
    content_type: str | None = None
    expected: str = "true"


def default(*numbers: int) -> list[tuple[str, str]]:
    return [("default-graph-uri", DATA.format(number)) for number in numbers]


def named(*numbers: int) -> list[tuple[str, str]]:
    return [("named-graph-uri", DATA.format(number)) for number in numbers]


def typed(number: int) -> str:
    return f"<{DATA.format(number)}> a ?type"


BOTH = f"ASK {{ {typed(1)} . {typed(2)} . }}"
BOTH_NAMED = f"{{ GRAPH ?g1 {{ {typed(1)} }} GRAPH ?g2 {{ {typed(2)} }} }}"
FULL = f"ASK {{ {typed(3)} GRAPH ?g1 {{ {typed(1)} }} GRAPH ?g2 {{ {typed(2)} }} }}"

QUERIES = [
    Case("query_post_form", "POST", default(0), "query=ASK%20%7B%7D", FORM),
    Case("query_dataset_default_graphs_get", "GET", [("query", BOTH), *default(1, 2)]),
    Case("query_dataset_default_graphs_post", "POST", default(1, 2), BOTH, QUERY),
    Case("query_dataset_named_graphs_post", "POST", named(1, 2), f"ASK {BOTH_NAMED}", QUERY),
    Case("query_dataset_named_graphs_get", "GET", [("query", f"ASK {BOTH_NAMED}"), *named(1, 2)]),
    Case("query_dataset_full", "POST", [*default(3), *named(1, 2)], FULL, QUERY),
    # The manifest writes the second parameter into the value of the first; here it is a parameter, as it says it means.
    Case("query_multiple_dataset", "POST", named(1, 2), f"ASK FROM <{DATA.format(3)}> {BOTH_NAMED}", QUERY),
    Case("query_get", "GET", [("query", "ASK {}"), *default(0)]),
    Case("query_content_type_select", "POST", default(0), "SELECT (1 AS ?value) {}", QUERY, "table"),
    Case("query_content_type_ask", "POST", default(0), "ASK {}", QUERY, "true"),
    Case("query_content_type_describe", "POST", default(0), "DESCRIBE <http://example.org/>", QUERY, "graph"),
    Case("query_content_type_construct", "POST", default(0), "CONSTRUCT { <s> <p> 1 } WHERE {}", QUERY, "graph"),
    Case("query_post_direct", "POST", [], "ASK {}", QUERY),
    Case("bad_query_method", "PUT", [("query", "ASK {}"), *default(0)], "", FORM, "4xx"),
    Case("bad_multiple_queries", "GET", [("query", "ASK {}"), ("query", "SELECT * {}")], expected="4xx"),
    Case("bad_query_wrong_media_type", "POST", [], "ASK {}", "text/plain", "4xx"),
    Case("bad_query_missing_form_type", "POST", [], "query=ASK%20%7B%7D", None, "4xx"),
    Case("bad_query_missing_direct_type", "POST", [], "ASK {}", None, "4xx"),
    Case("bad_query_non_utf8", "POST", [], "ASK {}".encode("utf-16"), f"{QUERY}; charset=UTF-16", "4xx"),
    Case("bad_query_syntax", "GET", [("query", "ASK {")], expected="4xx"),
    Case("bad_update_get", "GET", [("update", "CLEAR ALL")], expected="4xx"),
    Case("bad_multiple_updates", "POST", [], "update=CLEAR%20NAMED&update=CLEAR%20DEFAULT", FORM, "4xx"),
    Case("bad_update_wrong_media_type", "POST", [], "CLEAR NAMED", "text/plain", "4xx"),
    Case("bad_update_missing_form_type", "POST", [], "update=CLEAR%20NAMED", None, "4xx"),
    Case("bad_update_non_utf8", "POST", [], "CLEAR NAMED".encode("utf-16"), f"{UPDATE}; charset=UTF-16", "4xx"),
    Case("bad_update_syntax", "POST", [], "update=CLEAR%20XYZ", FORM, "4xx"),
    Case(
        "bad_update_dataset_conflict",
        "POST",
        [("using-named-graph-uri", "http://example/people")],
        "WITH <http://example/addresses> DELETE { ?p <a:name> 'Bill' } WHERE { ?p <a:name> 'Bill' }",
        UPDATE,
        "4xx",
    ),
]

UPDATES = {
    "update_dataset_default_graph": UPDATE,
    "update_dataset_default_graphs": UPDATE,
    "update_dataset_named_graphs": UPDATE,
    "update_dataset_full": UPDATE,
    "update_post_form": FORM,
    "update_post_direct": UPDATE,
    "update_base_uri": UPDATE,
}


@pytest.mark.parametrize("case", QUERIES, ids=lambda case: case.name)
def test_query_operation(client: FlaskClient, case: Case) -> None:
    response = client.open(
        f"/sparql/?{urlencode(case.arguments, quote_via=quote)}",
        method=case.method,
        data=case.body,
        content_type=case.content_type,
    )
    if case.expected == "4xx":
        assert 400 <= response.status_code < 500
        return
    assert 200 <= response.status_code < 400, response.text
    media_type = response.mimetype
    if case.expected == "true":
        assert media_type == "application/sparql-results+json"
        assert json.loads(response.data)["boolean"] is True
    else:
        assert media_type in (GRAPHS if case.expected == "graph" else TABLES)


@pytest.mark.parametrize("name", UPDATES)
def test_update_operation_is_refused_where_the_manifest_expects_it_done(client: FlaskClient, name: str) -> None:
    body = "update=CLEAR+ALL" if UPDATES[name] == FORM else "CLEAR ALL"
    response = client.post("/sparql/", data=body, content_type=UPDATES[name])
    assert response.status_code == 403
    assert client.get("/sparql", query_string={"query": "ASK { ?s ?p ?o }"}).json == {"head": {}, "boolean": True}
    pytest.skip("this endpoint is read-only by design: it answers updates with 403 and changes nothing")
