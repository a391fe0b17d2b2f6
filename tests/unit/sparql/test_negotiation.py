from __future__ import annotations

import pytest

from iml_graph.errors import BadInputError
from iml_graph.sparql.negotiation import NotAcceptableError, choose, prefers_page

FIREFOX = "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8"


@pytest.mark.parametrize(
    ("form", "accept", "expected"),
    [
        ("SELECT", None, "json"),
        ("SELECT", "*/*", "json"),
        ("SELECT", FIREFOX, "html"),
        ("SELECT", "application/sparql-results+xml", "xml"),
        ("SELECT", "text/csv;q=0.5, text/tab-separated-values", "tsv"),
        ("SELECT", "text/csv, application/sparql-results+json;q=0.9", "csv"),
        ("SELECT", "application/json", "json"),
        ("SELECT", "text/turtle, application/xml;q=0.1", "xml"),
        ("SELECT", "application/sparql-results+json;q=0, */*;q=0.1", "xml"),
        ("ASK", "application/sparql-results+xml;q=0.8, text/html;q=0.2", "xml"),
        ("CONSTRUCT", None, "turtle"),
        ("CONSTRUCT", "application/rdf+xml, text/turtle;q=0.9", "rdfxml"),
        ("CONSTRUCT", "application/ld+json", "jsonld"),
        ("DESCRIBE", "application/n-triples", "ntriples"),
        ("DESCRIBE", "text/*;q=0.4, application/n-triples;q=0.2", "turtle"),
        ("DESCRIBE", FIREFOX, "html"),
    ],
)
def test_accept_chooses_by_quality_and_kind_of_answer(form: str, accept: str | None, expected: str) -> None:
    assert choose(form, accept).name == expected


@pytest.mark.parametrize(
    ("form", "asked", "expected"),
    [
        ("SELECT", "csv", "csv"),
        ("SELECT", "HTML", "html"),
        ("CONSTRUCT", "ttl", "turtle"),
        ("CONSTRUCT", "json-ld", "jsonld"),
        ("DESCRIBE", "rdf", "rdfxml"),
        ("CONSTRUCT", "application/n-triples", "ntriples"),
    ],
)
def test_a_format_in_the_address_wins(form: str, asked: str, expected: str) -> None:
    assert choose(form, "text/html", asked).name == expected


def test_an_unknown_format_is_answered_with_those_there_are() -> None:
    with pytest.raises(BadInputError, match="json, xml, csv, tsv, html"):
        choose("SELECT", None, "turtle")
    with pytest.raises(BadInputError, match="turtle, jsonld, rdfxml, ntriples, html"):
        choose("CONSTRUCT", None, "xlsx")


def test_nothing_acceptable_is_said_so() -> None:
    with pytest.raises(NotAcceptableError, match="application/sparql-results") as caught:
        choose("SELECT", "image/png")
    assert caught.value.http_status == 406


@pytest.mark.parametrize(
    ("accept", "page"), [(FIREFOX, True), ("*/*", False), (None, False), ("text/turtle, text/html;q=0.5", False)]
)
def test_only_browsers_prefer_a_page(accept: str | None, page: bool) -> None:
    assert prefers_page(accept) is page
