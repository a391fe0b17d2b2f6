"""Decide what a visitor's query is before anything runs it, and refuse what a public endpoint never does.

The guard reads terminals, not grammar: Oxigraph parses the query afterwards and has the last word on syntax.
Its parser takes keywords that run together (``SERVICESILENT``, ``trueSERVICE``) and decides by context
whether ``<`` opens an IRI, so where a reader of terminals could be led to see something else than the parser
does, the guard refuses rather than guesses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from urllib.parse import urljoin

from iml_graph.errors import ImlError, QueryRefusedError, QuerySyntaxError
from iml_graph.namespaces import BASE, PREFIXES
from iml_graph.store.tokens import Token, place, scan

LONGEST = 100_000
"""Characters of the longest query that is read."""

FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"})
# Read as operators and names, such text can hold a quotation mark or a comment that hides what follows it.
# ``<scheme://`` cannot: no operator reading of it is grammatical.
_DOUBTFUL_IRI = re.compile(r"<(?![A-Za-z][A-Za-z0-9+.-]*://).*['#]")
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


class QueryTooLongError(ImlError):
    """A query is longer than the endpoint reads."""

    exit_code = 2
    http_status = 413


@dataclass(frozen=True, slots=True)
class Query:
    """A query that may run.

    ``form`` is SELECT, ASK, CONSTRUCT or DESCRIBE. ``default_graphs`` and ``named_graphs`` are the graphs that
    it chooses by FROM and FROM NAMED; none of either means all: the union as default graph, each by its name.
    """

    text: str
    form: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


def read(text: str) -> Query:
    """Read a visitor's query.

    Raises:
        QueryTooLongError: it has more than ``LONGEST`` characters.
        QueryRefusedError: it is an update, or asks another endpoint by SERVICE.
        QuerySyntaxError: it is surely not SPARQL, or not surely what it seems; points at the place.
    """
    if len(text) > LONGEST:
        raise QueryTooLongError(f"The query has {len(text)} characters; this endpoint reads at most {LONGEST}.")
    tokens = [token for token in scan(text) if token.kind not in ("space", "comment")]
    prologue = _Prologue(text)
    rest = prologue.read(tokens)
    form = _form(text, rest)
    for token in rest:
        _check(text, token, prologue.prefixes)
    default, named = _dataset(rest, prologue)
    return Query(text, form, default, named)


def choose_graphs(query: Query, default_graphs: Iterable[str], named_graphs: Iterable[str]) -> Query:
    """Put the dataset that a protocol request names in the place of the query's own.

    Source: SPARQL 1.1 Protocol, section 2.1.4: the protocol's dataset wins over FROM.
    """
    default, named = tuple(default_graphs), tuple(named_graphs)
    return replace(query, default_graphs=default, named_graphs=named) if default or named else query


def check_graphs(query: Query, stored: frozenset[str]) -> None:
    """Refuse a query over graphs that the store does not hold: the endpoint fetches nothing.

    Raises:
        QueryRefusedError: names the graph, and how to list those there are.
    """
    for graph in (*query.default_graphs, *query.named_graphs):
        if graph not in stored:
            raise QueryRefusedError(
                f"The graph <{graph}> is not in this store, and this endpoint fetches nothing from elsewhere. "
                "List its graphs with SELECT DISTINCT ?g { GRAPH ?g {} }."
            )


class _Prologue:
    """BASE and PREFIX declarations, enough of them to resolve the IRIs of a dataset clause."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._base = BASE
        self.prefixes: dict[str, str] = {}

    def read(self, tokens: list[Token]) -> list[Token]:
        """Take the declarations off the front; return the remaining terminals."""
        start = 0
        while start < len(tokens) and tokens[start].kind == "word":
            match tokens[start].text.upper(), [token.kind for token in tokens[start + 1 : start + 3]]:
                case "BASE", ["iri", *_]:
                    self._base = self.resolve(tokens[start + 1])
                    start += 2
                case "PREFIX", ["name", "iri"]:
                    self.prefixes[tokens[start + 1].text[:-1]] = self.resolve(tokens[start + 2])
                    start += 3
                case _:
                    break
        return tokens[start:]

    def resolve(self, token: Token) -> str:
        """Return the absolute IRI that an IRI or a prefixed name stands for."""
        if token.kind == "iri":
            written = _ESCAPE.sub(lambda match: chr(int(match[1] or match[2], 16)), token.text[1:-1])
            return urljoin(self._base, written)
        prefix, _, local = token.text.partition(":")
        return self.prefixes[prefix] + re.sub(r"\\(.)", r"\1", local)


def _form(text: str, tokens: list[Token]) -> str:
    if not tokens:
        raise _syntax(text, len(text), "there is no query here")
    first = tokens[0].text.upper()
    if first in _UPDATES:
        raise QueryRefusedError(f"{first} is an update. This endpoint is read-only: it answers queries.")
    if first not in FORMS:
        raise _syntax(text, tokens[0].start, "a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE")
    return first


def _check(text: str, token: Token, prefixes: dict[str, str]) -> None:
    upper = token.text.upper()
    if token.kind == "word" and "SERVICE" in upper:
        line, column = place(text, token.start)
        raise QueryRefusedError(
            f"SERVICE (line {line}, column {column}) would make this server ask another one. "
            "Ask that endpoint yourself and join the results."
        )
    if token.kind == "word" and "FROM" in upper and upper != "FROM":
        raise _syntax(text, token.start, "write FROM and the words around it apart")
    if token.kind == "iri" and _DOUBTFUL_IRI.match(token.text):
        raise _syntax(text, token.start, "write this IRI in full, or a space after “<” if it means “less than”")
    if token.kind == "name" and not token.text.startswith("_:"):
        _check_prefix(text, token, prefixes)


def _check_prefix(text: str, token: Token, prefixes: dict[str, str]) -> None:
    prefix = token.text.partition(":")[0]
    if prefix not in prefixes:
        namespace = PREFIXES.get(prefix, "…")
        raise _syntax(
            text, token.start, f"the prefix “{prefix}:” is not declared. Begin with PREFIX {prefix}: <{namespace}>"
        )


def _dataset(tokens: list[Token], prologue: _Prologue) -> tuple[tuple[str, ...], tuple[str, ...]]:
    clauses = list(_clauses(tokens))
    default = tuple(prologue.resolve(graph) for graph, named in clauses if not named)
    named = tuple(prologue.resolve(graph) for graph, named in clauses if named)
    return default, named


def _clauses(tokens: list[Token]) -> Iterator[tuple[Token, bool]]:
    """Yield the graph of each FROM, and whether it is NAMED; what is malformed is left to the parser."""
    for before, token in pairwise(tokens):
        named = before.text.upper() == "NAMED"
        if token.kind in ("iri", "name") and before.kind == "word" and (named or before.text.upper() == "FROM"):
            yield token, named


def _syntax(text: str, offset: int, message: str) -> QuerySyntaxError:
    return QuerySyntaxError(message, *place(text, offset))
