"""Reading what people wrote by hand: Turtle files of the ontology and of curated data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

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
from iml_graph.build.entry_into_force import Clause, EntryIntoForce
from iml_graph.errors import DataError

_CLAUSES = """
SELECT ?identifier ?on ?kind ?delay ?rule ?threshold ?after WHERE {
  ?instrument dct:identifier ?identifier ; a/rdfs:subClassOf* iml:Instrument .
  OPTIONAL { ?instrument iml:enteredIntoForceOn ?on }
  OPTIONAL {
    VALUES ?kind { iml:initialEntryIntoForce iml:laterEntryIntoForce iml:denunciationClause }
    ?instrument ?kind ?clause . ?clause iml:delay ?delay .
    OPTIONAL { ?clause iml:delayRule ?rule }
    OPTIONAL { ?clause iml:threshold ?threshold }
    OPTIONAL { ?clause iml:notBeforeEntryIntoForceOf/dct:identifier ?after }
  }
}"""


def read(folder: Path, graph: str) -> Iterator[Quad]:
    """Read every Turtle file below a folder into one named graph, in the order of their paths.

    Blank nodes get canonical names (RDFC-1.0) file by file, so that the same files give the same bytes.

    Raises:
        DataError: a file is not Turtle; names the file and the place in it.
    """
    for path in sorted(folder.rglob("*.ttl")):
        yield from _read_file(path, NamedNode(ns.graph(graph)), prefix=path.relative_to(folder).as_posix())


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


def _own_name(term, prefix: str):  # type: ignore[no-untyped-def]
    """Make a blank node's canonical name, unique in its file, unique in the dataset."""
    if not isinstance(term, BlankNode):
        return term
    stem = "".join(c if c.isalnum() else "-" for c in prefix.removesuffix(".ttl"))
    return BlankNode(f"{stem}-{term.value}")


def read_clauses(quads: Iterable[Quad]) -> dict[str, EntryIntoForce]:
    """Read the final clauses of all instruments: identifier to what is needed to compute effect."""
    store = Store()
    store.bulk_extend(quads)
    found: dict[str, dict[str, Clause]] = {}
    in_force: dict[str, str | None] = {}
    waits_for: dict[str, str] = {}
    rows = store.query(_CLAUSES, prefixes=ns.PREFIXES, use_default_graph_as_union=True)
    for identifier, on, kind, delay, rule, threshold, after in rows:  # type: ignore[union-attr]
        in_force[identifier.value] = on.value if on else None
        clauses = found.setdefault(identifier.value, {})
        if after:
            waits_for[identifier.value] = after.value
        if kind:
            clauses[kind.value.removeprefix(ns.IML)] = Clause(
                delay=delay.value,
                rule=rule.value.rpartition("/")[2] if rule else "exact",
                threshold=int(threshold.value) if threshold else None,
            )
    return {name: _entry_into_force(in_force[name], own, waits_for.get(name)) for name, own in found.items()}


def _entry_into_force(on: str | None, clauses: dict[str, Clause], after: str | None) -> EntryIntoForce:
    return EntryIntoForce(
        on=on,
        after=after,
        initial=clauses.get("initialEntryIntoForce"),
        later=clauses.get("laterEntryIntoForce"),
        denunciation=clauses.get("denunciationClause"),
    )
