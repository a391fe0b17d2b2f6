"""Small makers of RDF terms, so that the writers of each kind read as sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad

from iml_graph import namespaces as ns
from iml_graph.dates import precision
from iml_graph.labels import LANGUAGES

_DATE_TYPES = {"day": "date", "month": "gYearMonth", "year": "gYear"}

Value = NamedNode | Literal


def iri(text: str) -> NamedNode:
    """Make an IRI."""
    return NamedNode(text)


def iml(term: str) -> NamedNode:
    """Make the IRI of a term of the ontology."""
    return NamedNode(ns.IML + term)


def text(value: str, lang: str | None = None) -> Literal:
    """Make a text, with its language where it has one."""
    return Literal(value, language=lang)


def day(value: str) -> Literal:
    """Make a date typed by its precision: ``xsd:date``, ``xsd:gYearMonth`` or ``xsd:gYear``."""
    return Literal(value, datatype=NamedNode(ns.XSD + _DATE_TYPES[precision(value)]))


def number(value: int) -> Literal:
    """Make a whole number."""
    return Literal(value)


def truth(value: bool) -> Literal:
    """Make a boolean."""
    return Literal(value)


class Description:
    """What one named graph says of one subject; empty values are left out."""

    def __init__(self, subject: str, graph: str, *types: str) -> None:
        self._subject, self._graph = NamedNode(subject), NamedNode(ns.graph(graph))
        self._pairs: list[tuple[NamedNode, Value]] = [(iri(ns.RDF + "type"), iri(kind)) for kind in types]

    def add(self, predicate: str, value: Value | None) -> Description:
        """Say one thing."""
        if value is not None and value.value:
            self._pairs.append((NamedNode(predicate), value))
        return self

    def link(self, predicate: str, target: str | None) -> Description:
        """Link to another node by its IRI."""
        return self.add(predicate, iri(target)) if target else self

    def labels(self, predicate: str, by_language: Mapping[str, str]) -> Description:
        """Say the same in each language that is given."""
        for lang in LANGUAGES:
            self.add(predicate, text(by_language.get(lang, ""), lang))
        return self

    def day(self, predicate: str, value: str | None) -> Description:
        """Say a date, cut to what is known."""
        return self.add(predicate, day(value)) if value else self

    def quads(self) -> Iterator[Quad]:
        """Yield what was said."""
        return (Quad(self._subject, predicate, value, self._graph) for predicate, value in self._pairs)
