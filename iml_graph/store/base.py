"""What a store of the graph offers to the rest of the package, whatever engine is behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeAlias

from iml_graph.namespaces import XSD

_NOT_IN_IRI = re.compile(r'[\x00-\x20<>"{}|\\^`]')
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"})


@dataclass(frozen=True, slots=True)
class Iri:
    """An IRI, as a value to bind or as a term of a result."""

    value: str


@dataclass(frozen=True, slots=True)
class Literal:
    """A literal: its lexical form, and either a language tag or a datatype IRI (``xsd:string`` if neither)."""

    value: str
    language: str | None = None
    datatype: str = XSD + "string"


@dataclass(frozen=True, slots=True)
class Blank:
    """A blank node of a result; ``value`` means something only inside that result."""

    value: str


Term: TypeAlias = Iri | Literal | Blank
Value: TypeAlias = Iri | Literal | str | int | date
Row: TypeAlias = dict[str, str | None]
TermRow: TypeAlias = dict[str, Term | None]
Triple: TypeAlias = tuple[Term, Iri, Term]


class Store(Protocol):
    """A graph to ask, read-only. The default graph of every query is the union of all named graphs.

    Bindings replace a variable throughout the query: ``select("… ?party …", party=Iri(…))``. A plain
    ``str`` is a plain literal, never an IRI; ``date``, ``int`` and ``bool`` become typed literals. A row has
    a key for every variable of the projection, with ``None`` where it is unbound.

    All four queries raise ``QuerySyntaxError`` for text that is not SPARQL and ``StoreError`` when the
    engine cannot answer.
    """

    def select(self, query: str, /, **bindings: Value) -> list[Row]:
        """Answer a SELECT by lexical values: IRIs and literals alike as plain strings."""
        ...

    def select_terms(self, query: str, /, **bindings: Value) -> list[TermRow]:
        """Answer a SELECT by typed terms, where language or datatype matter."""
        ...

    def ask(self, query: str, /, **bindings: Value) -> bool:
        """Answer an ASK."""
        ...

    def construct(self, query: str, /, **bindings: Value) -> Iterable[Triple]:
        """Answer a CONSTRUCT or DESCRIBE."""
        ...

    def close(self) -> None:
        """Let go of files and connections; a closed store answers nothing more."""
        ...


def is_iri(text: str) -> bool:
    """Tell whether a text has only characters that an IRI may have (RFC 3987)."""
    return not _NOT_IN_IRI.search(text)


def serialise(value: Value) -> str:
    """Write a value as a SPARQL term that can be nothing but one term, whatever its characters.

    Raises:
        ValueError: an IRI holds characters that no IRI has (RFC 3987).
    """
    if isinstance(value, Iri):
        if not is_iri(value.value):
            raise ValueError(f"{value.value!r} is not an IRI")
        return f"<{value.value}>"
    literal = _as_literal(value)
    quoted = f'"{literal.value.translate(_ESCAPES)}"'
    if literal.language is None:
        return f"{quoted}^^{serialise(Iri(literal.datatype))}"
    if not re.fullmatch(r"[A-Za-z]+(-[A-Za-z0-9]+)*", literal.language):
        raise ValueError(f"{literal.language!r} is not a language tag")
    return f"{quoted}@{literal.language}"


def _as_literal(value: Literal | str | int | date) -> Literal:
    if isinstance(value, Literal):
        return value
    if isinstance(value, str):
        return Literal(value)
    if isinstance(value, bool):
        return Literal(str(value).lower(), datatype=XSD + "boolean")
    if isinstance(value, int):
        return Literal(str(value), datatype=XSD + "integer")
    return Literal(date.isoformat(value), datatype=XSD + "date")


def bind(query: str, bindings: Mapping[str, Value]) -> str:
    """Replace variables of a query by values, safe against injection.

    Every occurrence is replaced, nested queries included. The variable may be projected, grouped or ordered
    by; it may not be assigned (``AS``, ``VALUES``) nor tested with ``BOUND``, which a term cannot stand in for.
    Done on the text because the engine's own substitution accepts projected variables only (SEP-0007),
    and so that every endpoint is asked the same.

    Raises:
        ValueError: a binding names no variable of the query, or cannot be written as a term.
    """
    if not bindings:
        return query
    from iml_graph.store.binding import replace

    return replace(query, {name: serialise(value) for name, value in bindings.items()})
