"""Reading what people wrote by hand: Turtle files of the ontology and of curated data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    NamedNode,
    Quad,
    RdfFormat,
    Store,
    parse,
)

from iml_graph import namespaces as ns
from iml_graph.catalogue import query
from iml_graph.entry_into_force import Clause, EntryIntoForce
from iml_graph.errors import DataError
from iml_graph.store.base import Row
from iml_graph.store.embedded import EmbeddedStore

T = TypeVar("T")


def read(folder: Path, graph: str, below: Path | None = None) -> Iterator[Quad]:
    """Read every Turtle file below a folder into one named graph, in the order of their paths.

    Blank nodes get canonical names (RDFC-1.0) file by file, so that the same files give the same bytes; they bear the
    path of their file from ``below``, which is the folder itself if not given.

    Raises:
        DataError: a file is not Turtle; names the file and the place in it.
    """
    for path in sorted(folder.rglob("*.ttl")):
        yield from _read_file(path, NamedNode(ns.graph(graph)), prefix=path.relative_to(below or folder).as_posix())


def read_ontology(folder: Path) -> Iterator[Quad]:
    """Read the terms, the vocabularies and the alignments; shapes and examples are not part of the graph."""
    yield from _read_file(folder / "iml.ttl", NamedNode(ns.graph("ontology")), prefix="iml")
    for part in ("modules", "vocabularies", "alignments"):
        yield from read(folder / part, "ontology")


def _read_file(path: Path, graph: NamedNode, prefix: str) -> Iterator[Quad]:
    try:
        triples = Dataset(parse(path=path, format=RdfFormat.TURTLE))
    except SyntaxError as error:
        raise DataError(f"{path}: {error}") from None
    triples.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    for quad in triples:
        subject, value = _own_name(quad.subject, prefix), _own_name(quad.object, prefix)
        yield Quad(subject, quad.predicate, value, graph)


def _own_name(term: T, prefix: str) -> T | BlankNode:
    """Make a blank node's canonical name, unique in its file, unique in the dataset."""
    if not isinstance(term, BlankNode):
        return term
    stem = "".join(c if c.isalnum() else "-" for c in prefix.removesuffix(".ttl"))
    return BlankNode(f"{stem}-{term.value}")


def read_clauses(quads: Iterable[Quad]) -> dict[str, EntryIntoForce]:
    """Read the final clauses of all instruments: identifier to what is needed to compute effect."""
    graph = Store()
    graph.bulk_extend(quads)
    by_instrument: dict[str, list[Row]] = defaultdict(list)
    for row in EmbeddedStore(graph).select(query("maintainer/final-clauses").text):
        by_instrument[row["identifier"] or ""].append(row)
    return {identifier: _entry_into_force(rows) for identifier, rows in by_instrument.items()}


def _entry_into_force(rows: list[Row]) -> EntryIntoForce:
    clauses = {row["kind"].removeprefix(ns.IML): _clause(row) for row in rows if row["kind"]}
    return EntryIntoForce(
        on=rows[0]["in_force"],
        initial=clauses.get("initialEntryIntoForce"),
        later=clauses.get("laterEntryIntoForce"),
        denunciation=clauses.get("denunciationClause"),
        after=next((row["after"] for row in rows if row["after"]), None),
    )


def _clause(row: Row) -> Clause:
    return Clause(
        delay=row["delay"] or "",
        rule=(row["rule"] or "exact").rpartition("/")[2],
        threshold=int(row["threshold"]) if row["threshold"] else None,
    )
