"""A store that keeps the answers to questions about the whole graph, which nearly every page asks again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from iml_graph import namespaces as ns
from iml_graph.labels import LANGUAGES
from iml_graph.store import Iri
from iml_graph.store.base import Row, Store, TermRow, Triple, Value


@dataclass
class RememberingStore:
    """Asks a question once if it names nothing but a language or a class; what is asked of one thing, each time.

    Such questions are not many more than the queries of the library, so that the memory stays bounded. The rows are
    shared by all who ask: they are to be read only.
    """

    store: Store
    _answers: dict[tuple[object, ...], list[Row]] = field(default_factory=dict)

    def select(self, query: str, /, **bindings: Value) -> list[Row]:
        """Answer a SELECT, from memory if it is about the whole graph."""
        if not all(_is_general(value) for value in bindings.values()):
            return self.store.select(query, **bindings)
        key = (query, *sorted(bindings.items(), key=lambda each: each[0]))
        if key not in self._answers:
            self._answers[key] = self.store.select(query, **bindings)
        return list(self._answers[key])

    def select_terms(self, query: str, /, **bindings: Value) -> list[TermRow]:
        """Answer a SELECT by typed terms."""
        return self.store.select_terms(query, **bindings)

    def ask(self, query: str, /, **bindings: Value) -> bool:
        """Answer an ASK."""
        return self.store.ask(query, **bindings)

    def construct(self, query: str, /, **bindings: Value) -> Iterable[Triple]:
        """Answer a CONSTRUCT or DESCRIBE."""
        return self.store.construct(query, **bindings)

    def close(self) -> None:
        """Let go of the graph."""
        self.store.close()


def _is_general(value: Value) -> bool:
    """Tell whether a value narrows a question no more than to a language or to a class of the ontology."""
    return value in LANGUAGES or (isinstance(value, Iri) and value.value.startswith(ns.IML))
