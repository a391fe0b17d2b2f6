"""The store that ``iml build`` writes, read in this process by Oxigraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from iml_graph.errors import StoreError
from iml_graph.store.base import Blank, Iri, Literal, Row, Term, TermRow, Triple, Value, bind
from iml_graph.store.syntax import syntax_error

_REBUILD = "Run `iml build` to build it again."


def open_files(path: Path) -> ox.Store:
    """Open a store on disk read-only, so that any number of processes can.

    Raises:
        StoreError: nothing is there, or it cannot be read; says how to rebuild it.
    """
    if not (path / "CURRENT").is_file():  # RocksDB's pointer to its manifest: without it there is no store
        raise StoreError(f"There is no graph at {path}. {_REBUILD}")
    try:
        return ox.Store.read_only(str(path))
    except (OSError, ValueError, RuntimeError) as error:
        raise StoreError(f"The graph at {path} cannot be read ({error}). {_REBUILD}") from error


class EmbeddedStore:
    """Answers from Oxigraph. For our own queries only: it has no time limit and would follow SERVICE."""

    def __init__(self, graph: ox.Store) -> None:
        self._graph: ox.Store | None = graph

    @classmethod
    def open(cls, path: Path) -> EmbeddedStore:
        """Open the store in a folder.

        Raises:
            StoreError: see ``open_files``.
        """
        return cls(open_files(path))

    def select(self, query: str, /, **bindings: Value) -> list[Row]:
        """Answer a SELECT by lexical values."""
        solutions = self._solutions(query, bindings)
        names = [variable.value for variable in solutions.variables]
        return [
            {name: None if term is None else term.value for name, term in zip(names, row, strict=True)}
            for row in _reading(solutions)
        ]

    def select_terms(self, query: str, /, **bindings: Value) -> list[TermRow]:
        """Answer a SELECT by typed terms."""
        solutions = self._solutions(query, bindings)
        names = [variable.value for variable in solutions.variables]
        return [
            {name: None if term is None else _term(term) for name, term in zip(names, row, strict=True)}
            for row in _reading(solutions)
        ]

    def ask(self, query: str, /, **bindings: Value) -> bool:
        """Answer an ASK."""
        answer = self._query(query, bindings)
        if not isinstance(answer, ox.QueryBoolean):
            raise TypeError("not an ASK query")
        return bool(answer)

    def construct(self, query: str, /, **bindings: Value) -> Iterable[Triple]:
        """Answer a CONSTRUCT or DESCRIBE, each triple once."""
        answer = self._query(query, bindings)
        if not isinstance(answer, ox.QueryTriples):
            raise TypeError("not a CONSTRUCT or DESCRIBE query")
        found = dict.fromkeys(_reading(answer))
        return [(_term(each.subject), Iri(each.predicate.value), _term(each.object)) for each in found]

    def close(self) -> None:
        """Let go of the files."""
        self._graph = None

    def _solutions(self, query: str, bindings: dict[str, Value]) -> ox.QuerySolutions:
        answer = self._query(query, bindings)
        if not isinstance(answer, ox.QuerySolutions):
            raise TypeError("not a SELECT query")
        return answer

    def _query(self, query: str, bindings: dict[str, Value]) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        if self._graph is None:
            raise StoreError("This store is closed.")
        bound = bind(query, bindings)
        try:
            return self._graph.query(bound, use_default_graph_as_union=True)
        except SyntaxError as error:
            raise syntax_error(bound, str(error)) from None
        except (OSError, RuntimeError) as error:
            raise StoreError(f"The query cannot be answered: {error}") from error


def _reading(answer: Iterable[Any]) -> Iterator[Any]:
    # Solutions are computed while they are read, so what can go wrong goes wrong here.
    try:
        yield from answer
    except (OSError, RuntimeError) as error:
        raise StoreError(f"The query cannot be answered: {error}") from error


def _term(term: ox.NamedNode | ox.Literal | ox.BlankNode) -> Term:
    if isinstance(term, ox.NamedNode):
        return Iri(term.value)
    if isinstance(term, ox.BlankNode):
        return Blank(term.value)
    return Literal(term.value, term.language, term.datatype.value)
