"""Write the answer to a query in its format, cut at a number of rows and of bytes, and whole as a document.

Formats: SPARQL 1.1 Query Results JSON, XML, and CSV and TSV; RDF 1.1 Turtle, N-Triples, RDF/XML, JSON-LD.
Tables are written here because Oxigraph's own writer cannot stop before the last row and still close the
document.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Any, TypeAlias
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

from iml_graph.namespaces import PREFIXES, XSD

OxTerm: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
_Terms: TypeAlias = Iterable[OxTerm | None]
_NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_BOOLEANS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
_GRAPHS = {
    "turtle": ox.RdfFormat.TURTLE,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "ntriples": ox.RdfFormat.N_TRIPLES,
}


@dataclass(frozen=True, slots=True)
class Written:
    """A document, the number of rows or triples in it, and whether there would have been more."""

    body: bytes
    count: int
    truncated: bool


class _Cut:
    """Passes items on until there are too many, or what was written of them is too long."""

    def __init__(self, items: Iterable[object], rows: int, size: int) -> None:
        self._items, self._rows, self._size = items, rows, size
        self.out = io.BytesIO()
        self.count = 0
        self.truncated = False

    def __iter__(self) -> Iterator[Any]:
        for item in self._items:
            if self.count >= self._rows or self.out.tell() >= self._size:
                self.truncated = True
                return
            self.count += 1
            yield item


def write(answer: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, format_: str, rows: int, size: int) -> Written:
    """Write an answer in one of the formats: ``json xml csv tsv`` or ``turtle jsonld rdfxml ntriples``.

    At most ``rows`` rows or triples are written, and none begins after ``size`` bytes.

    Raises:
        KeyError: the format is not one for this kind of answer.
        ValueError: the format cannot express the answer.
    """
    if isinstance(answer, ox.QueryBoolean):
        return Written(answer.serialize(format=_BOOLEANS[format_]) or b"", 1, truncated=False)
    if isinstance(answer, ox.QueryTriples):
        cut = _Cut(_once(answer), rows, size)
        return Written(write_triples(cut, format_, cut.out), cut.count, cut.truncated)
    cut = _Cut(answer, rows, size)
    for piece in _TABLES[format_]([variable.value for variable in answer.variables], cut):
        cut.out.write(piece.encode())
    return Written(cut.out.getvalue(), cut.count, cut.truncated)


def write_triples(triples: Iterable[ox.Triple], format_: str, out: io.BytesIO | None = None) -> bytes:
    """Write triples in one of the formats of graphs, the same triples always in the same bytes.

    ``out`` receives them as they are written, for who wants to know how long the document has become.
    """
    out = io.BytesIO() if out is None else out
    turtle = format_ == "turtle"
    ox.serialize(triples, out, _GRAPHS[format_], prefixes=PREFIXES if turtle else None)
    return _with_sorted_prefixes(out.getvalue()) if turtle else out.getvalue()


def _with_sorted_prefixes(turtle: bytes) -> bytes:
    """Put the declarations in a fixed order: Oxigraph writes them in another one in every process."""
    lines = turtle.splitlines(keepends=True)
    declarations = list(takewhile(lambda line: line.startswith(b"@prefix "), lines))
    return b"".join(sorted(declarations) + lines[len(declarations) :])


def _once(triples: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
    # A triple that several graphs hold comes several times out of their union.
    seen: set[ox.Triple] = set()
    for triple in triples:
        if triple not in seen:
            seen.add(triple)
            yield triple


def _json(names: list[str], rows: Iterable[_Terms]) -> Iterator[str]:
    yield f'{{"head":{{"vars":{json.dumps(names, ensure_ascii=False)}}},"results":{{"bindings":['
    between = ""
    for row in rows:
        bindings = {name: _json_term(term) for name, term in zip(names, row, strict=True) if term is not None}
        yield between + json.dumps(bindings, ensure_ascii=False, separators=(",", ":"))
        between = ",\n"
    yield "]}}"


def _json_term(term: OxTerm) -> dict[str, object]:
    if isinstance(term, ox.Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: _json_term(part) for name, part in parts.items()}}
    if isinstance(term, ox.Literal):
        return {"type": "literal", "value": term.value, **_json_tag(term)}
    return {"type": "uri" if isinstance(term, ox.NamedNode) else "bnode", "value": term.value}


def _json_tag(literal: ox.Literal) -> dict[str, str]:
    if literal.language:
        return {"xml:lang": literal.language}
    plain = literal.datatype.value == XSD + "string"
    return {} if plain else {"datatype": literal.datatype.value}


def _xml(names: list[str], rows: Iterable[_Terms]) -> Iterator[str]:
    head = "".join(f"<variable name={quoteattr(name)}/>" for name in names)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">'
    yield f"<head>{head}</head><results>\n"
    for row in rows:
        bound = ((name, term) for name, term in zip(names, row, strict=True) if term is not None)
        bindings = "".join(f"<binding name={quoteattr(name)}>{_xml_term(term)}</binding>" for name, term in bound)
        yield f"<result>{bindings}</result>\n"
    yield "</results></sparql>\n"


def _xml_term(term: OxTerm) -> str:
    if isinstance(term, ox.Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        inner = "".join(f"<{name}>{_xml_term(part)}</{name}>" for name, part in parts.items())
        return f"<triple>{inner}</triple>"
    value = escape(_NOT_IN_XML.sub("\ufffd", term.value))
    if isinstance(term, ox.Literal):
        return f"<literal{_xml_tag(term)}>{value}</literal>"
    name = "uri" if isinstance(term, ox.NamedNode) else "bnode"
    return f"<{name}>{value}</{name}>"


def _xml_tag(literal: ox.Literal) -> str:
    if literal.language:
        return f' xml:lang="{literal.language}"'
    plain = literal.datatype.value == XSD + "string"
    return "" if plain else f" datatype={quoteattr(literal.datatype.value)}"


def _csv(names: list[str], rows: Iterable[_Terms]) -> Iterator[str]:
    line = io.StringIO()
    writer = csv.writer(line)
    writer.writerow(names)
    yield line.getvalue()
    for row in rows:
        line.seek(0)
        line.truncate()
        writer.writerow([_csv_term(term) for term in row])
        yield line.getvalue()


def _csv_term(term: OxTerm | None) -> str:
    if term is None:
        return ""
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)


def _tsv(names: list[str], rows: Iterable[_Terms]) -> Iterator[str]:
    yield "\t".join(f"?{name}" for name in names) + "\n"
    for row in rows:
        yield "\t".join("" if term is None else _tsv_term(term) for term in row) + "\n"


def _tsv_term(term: OxTerm) -> str:
    return str(term).replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


_TABLES: dict[str, Callable[[list[str], Iterable[_Terms]], Iterator[str]]] = {
    "json": _json,
    "xml": _xml,
    "csv": _csv,
    "tsv": _tsv,
}
