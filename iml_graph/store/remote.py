"""A graph behind any SPARQL 1.1 endpoint, through SPARQLWrapper."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from urllib.error import URLError

import rdflib
from SPARQLWrapper import CONSTRUCT, JSON, POST, RDFXML, SELECT, URLENCODED, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed, SPARQLWrapperException

from iml_graph.errors import QuerySyntaxError, StoreError
from iml_graph.namespaces import XSD
from iml_graph.store.base import Blank, Iri, Literal, Row, Term, TermRow, Triple, Value, bind


class RemoteStore:
    """Answers by asking an endpoint, whose default graph must be the union of its named graphs.

    ``timeout`` is in seconds, for each query.
    """

    def __init__(self, endpoint: str, timeout: int = 60) -> None:
        self._endpoint, self._timeout = endpoint, timeout
        self._closed = False

    def select(self, query: str, /, **bindings: Value) -> list[Row]:
        """Answer a SELECT by lexical values."""
        names, rows = self._rows(query, bindings)
        return [{name: row[name]["value"] if name in row else None for name in names} for row in rows]

    def select_terms(self, query: str, /, **bindings: Value) -> list[TermRow]:
        """Answer a SELECT by typed terms."""
        names, rows = self._rows(query, bindings)
        return [{name: _from_json(row[name]) if name in row else None for name in names} for row in rows]

    def ask(self, query: str, /, **bindings: Value) -> bool:
        """Answer an ASK."""
        answer = self._json(query, bindings)
        if "boolean" not in answer:
            raise TypeError("not an ASK query")
        return bool(answer["boolean"])

    def construct(self, query: str, /, **bindings: Value) -> Iterable[Triple]:
        """Answer a CONSTRUCT or DESCRIBE, each triple once."""
        # RDF/XML, because a document cut short is never well-formed: what is read is all there was.
        document = self._fetch(bind(query, bindings), RDFXML)
        try:
            graph = rdflib.Graph().parse(data=document, format="xml")
        except Exception as error:  # the parser lets errors of several libraries through
            raise self._broken("RDF/XML", error) from error
        return [(_from_rdflib(s), Iri(str(p)), _from_rdflib(o)) for s, p, o in graph]

    def close(self) -> None:
        """Answer nothing more; no connection is kept between queries."""
        self._closed = True

    def _rows(self, query: str, bindings: dict[str, Value]) -> tuple[list[str], list[dict[str, Any]]]:
        answer = self._json(query, bindings)
        if "results" not in answer:
            raise TypeError("not a SELECT query")
        return answer["head"]["vars"], answer["results"]["bindings"]

    def _json(self, query: str, bindings: dict[str, Value]) -> dict[str, Any]:
        # Some engines answer a time-out by status 200 and half a document, so it must be whole to count.
        document = self._fetch(bind(query, bindings), JSON)
        try:
            answer = json.loads(document)
        except ValueError as error:
            raise self._broken("JSON", error) from error
        if not isinstance(answer, dict):
            raise self._broken("JSON", "not an object")
        return answer

    def _fetch(self, query: str, expected: str) -> bytes:
        if self._closed:
            raise StoreError("This store is closed.")
        try:
            with self._request(query, expected).query().response as response:
                return bytes(response.read())
        except QueryBadFormed as error:
            raise QuerySyntaxError(f"{self._endpoint} does not understand the query: {error}", 1, 1) from error
        except (SPARQLWrapperException, URLError, OSError) as error:
            raise StoreError(f"{self._endpoint} does not answer: {error}. Is the endpoint running?") from error

    def _request(self, query: str, expected: str) -> SPARQLWrapper:
        request = SPARQLWrapper(self._endpoint)
        request.setMethod(POST)
        request.setRequestMethod(URLENCODED)
        request.setTimeout(self._timeout)
        request.setReturnFormat(expected)
        # Set directly: setQuery guesses the kind of query by an expression that long queries keep busy.
        request.queryString, request.queryType = query, SELECT if expected == JSON else CONSTRUCT
        return request

    def _broken(self, syntax: str, why: object) -> StoreError:
        return StoreError(f"{self._endpoint} broke off its answer or sent no {syntax} ({why}). Ask again, or for less.")


def _from_json(term: dict[str, str]) -> Term:
    if term["type"] == "uri":
        return Iri(term["value"])
    if term["type"] == "bnode":
        return Blank(term["value"])
    return _literal(term["value"], term.get("xml:lang"), term.get("datatype"))


def _from_rdflib(term: rdflib.term.Node) -> Term:
    if isinstance(term, rdflib.Literal):
        return _literal(str(term), term.language, term.datatype)
    return Iri(str(term)) if isinstance(term, rdflib.URIRef) else Blank(str(term))


def _literal(value: str, language: str | None, datatype: str | None) -> Literal:
    if language:
        return Literal(value, language, str(rdflib.RDF.langString))
    return Literal(value, None, str(datatype or XSD + "string"))
