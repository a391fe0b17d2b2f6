"""The SHACL shapes of ``ontology/shapes``, validated by pySHACL one module at a time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from iml_graph import resources
from iml_graph.check.report import Finding, Severity
from iml_graph.labels import LANGUAGES
from iml_graph.namespaces import BASE, XSD

if TYPE_CHECKING:
    from pyoxigraph import Store
    from rdflib import Graph
    from rdflib.term import Node

_SHAPE = BASE + "shape/"


@dataclass(frozen=True, slots=True)
class ShapeModule:
    """One file of shapes, and the names of those of its shapes that carry a message."""

    name: str
    graph: Graph
    rules: tuple[str, ...]


def modules(folder: Path | None = None) -> list[ShapeModule]:
    """Read all modules of shapes of a folder, by name; by default those of the ontology."""
    return [_read(path) for path in sorted((folder or resources.ontology() / "shapes").glob("*.ttl"))]


def _read(path: Path) -> ShapeModule:
    from rdflib import SH, Graph

    graph = Graph().parse(path, format="turtle")
    _hoist(graph)
    rules = {str(shape).removeprefix(_SHAPE) for shape in graph.subjects(SH.message)}
    return ShapeModule(path.stem, graph, tuple(sorted(rules)))


def _hoist(graph: Graph) -> None:
    """Give each property shape the targets of its node shape, which then need not lead to it.

    The results are the same, but pySHACL validates a property shape that has targets once for all of them;
    one that a node shape names, once for each node, which took four times as long.
    """
    from rdflib import SH

    targets = (SH.targetClass, SH.targetObjectsOf, SH.targetSubjectsOf)
    for node_shape, property_shape in list(graph.subject_objects(SH.property)):
        for kind in targets:
            for target in graph.objects(node_shape, kind):
                graph.add((property_shape, kind, target))
        graph.remove((node_shape, SH.property, property_shape))


@contextmanager
def without_collection() -> Iterator[None]:
    """Pause the search for unreachable cycles: a copied graph has none, and looking took a third of the time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def data_graph(store: Store, modules: list[ShapeModule]) -> Graph:
    """Copy to rdflib what the shapes can look at, from all graphs of the store.

    SHACL core reads a node's types, and values of properties that a shape names; both stand as objects
    in the shapes. None of our shapes is closed, so leaving the other triples out changes no result
    and saves most of the copy.
    """
    from pyoxigraph import NamedNode
    from rdflib import RDF, RDFS, Graph, URIRef

    named = {o for module in modules for o in module.graph.objects() if isinstance(o, URIRef)}
    graph = Graph()
    convert = _Terms()
    for predicate in sorted(named | {RDF.type, RDFS.subClassOf}):
        for quad in store.quads_for_pattern(None, NamedNode(predicate), None, None):
            graph.add((convert(quad.subject), predicate, convert(quad.object)))
    return graph


class _Terms(dict[object, "Node"]):
    """Terms of pyoxigraph to terms of rdflib, each converted once."""

    def __call__(self, term: object) -> Node:
        return self[term]

    def __missing__(self, term: object) -> Node:
        from pyoxigraph import BlankNode, Literal, NamedNode
        from rdflib import BNode, URIRef
        from rdflib import Literal as RdflibLiteral

        node: Node
        match term:
            case NamedNode():
                node = URIRef(term.value)
            case BlankNode():
                node = BNode(term.value)
            case Literal(language=str()):
                node = RdflibLiteral(term.value, lang=term.language)
            case Literal() if term.datatype.value == XSD + "string":
                node = RdflibLiteral(term.value)  # rdflib tells "a" from "a"^^xsd:string, RDF 1.1 does not
            case Literal():
                node = RdflibLiteral(term.value, datatype=URIRef(term.datatype.value), normalize=False)
            case _:
                raise TypeError(f"not an RDF 1.1 term: {term}")
        self[term] = node
        return node


def validate(data: Graph, module: ShapeModule) -> Iterator[Finding]:
    """Yield a finding for each result of one module."""
    import pyshacl
    from rdflib import SH, Graph

    _, results, text = pyshacl.validate(
        data, shacl_graph=module.graph, inplace=True, advanced=False, meta_shacl=False, inference="none"
    )
    if not isinstance(results, Graph):
        raise RuntimeError(f"{module.name}: pySHACL cannot use these shapes: {text}")
    for result in results.objects(None, SH.result):
        yield _finding(results, result, module)


def _finding(results: Graph, result: Node, module: ShapeModule) -> Finding:
    from rdflib import SH, BNode

    shape = results.value(result, SH.sourceShape)
    focus, value = results.value(result, SH.focusNode), results.value(result, SH.value)
    severity = str(results.value(result, SH.resultSeverity)).rpartition("#")[2].lower()
    return Finding(
        Severity(severity),
        str(shape).removeprefix(_SHAPE),
        _messages(module.graph, shape),
        f"_:{focus}" if isinstance(focus, BNode) else str(focus),
        None if value is None or value == focus else str(value),
        component=str(results.value(result, SH.sourceConstraintComponent)).rpartition("#")[2],
    )


def _messages(shapes: Graph, shape: Node | None) -> dict[str, str]:
    from rdflib import SH, Literal

    found = {m.language: str(m) for m in shapes.objects(shape, SH.message) if isinstance(m, Literal)}
    return {language: found[language] for language in LANGUAGES}
