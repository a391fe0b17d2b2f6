"""What to call a node in a report, and where the graph has it from: no bare IRIs for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from iml_graph.check.report import Finding, shorten
from iml_graph.labels import LANGUAGES
from iml_graph.namespaces import DCT, GRAPH, IML, PROV, RDF, RDFS, SKOS

if TYPE_CHECKING:
    from pyoxigraph import BlankNode, NamedNode, Store

    Resource = NamedNode | BlankNode

_LABELS = (
    SKOS + "prefLabel",
    IML + "acronym",
    IML + "shortTitle",
    DCT + "title",
    RDFS + "label",
    IML + "nameLabel",
)
_LINKS = ("actor", "aboutActor", "ofSource", "fromSource", "onInstrument", "inInstrument", "actionType")
_VALUES = ("provisionReference", "depositedOn", "from", "locator")
_DEPTH = 3  # a blank node is named after what points to it, which may be a blank node too


def add(store: Store, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Give each finding the names of its node, by language, and its place."""
    for finding in findings:
        node = _node(finding.focus)
        names = {language: name_of(store, node, language) for language in LANGUAGES}
        yield replace(finding, names=names, place=place_of(store, node))


def name_of(store: Store, node: Resource, language: str, depth: int = _DEPTH) -> str:
    """Call a node by its label; else by what it links; else by its class and what links to it."""
    if label := _label(store, node, language):
        return label
    parts = [name_of(store, o, language, 0) for p in _LINKS for o in _resources(store, node, IML + p)]
    parts += [value for p in _VALUES for value in _literals(store, node, IML + p)]
    if parts:
        return " · ".join(parts)
    return _by_class(store, node, language, depth)


def place_of(store: Store, node: Resource) -> str | None:
    """Say where the graph has a node from: a source and a place in it, or the graph that holds it."""
    from pyoxigraph import NamedNode

    for record in (node, *_resources(store, node, PROV + "wasDerivedFrom")):
        for locator in _literals(store, record, IML + "locator"):
            sources = [shorten(source.value) for source in _resources(store, record, IML + "fromSource")]
            return ": ".join([*sources, locator])
    graphs = {quad.graph_name for quad in store.quads_for_pattern(node, None, None)}
    named = sorted(graph.value.removeprefix(GRAPH) for graph in graphs if isinstance(graph, NamedNode))
    return ", ".join(named) or None


def _node(focus: str) -> Resource:
    from pyoxigraph import BlankNode, NamedNode

    return BlankNode(focus[2:]) if focus.startswith("_:") else NamedNode(focus)


def _objects(store: Store, node: Resource, predicate: str) -> list[object]:
    from pyoxigraph import NamedNode

    quads = store.quads_for_pattern(node, NamedNode(predicate), None)
    return sorted({quad.object for quad in quads}, key=str)


def _resources(store: Store, node: Resource, predicate: str) -> list[Resource]:
    from pyoxigraph import BlankNode, NamedNode

    return [o for o in _objects(store, node, predicate) if isinstance(o, NamedNode | BlankNode)]


def _literals(store: Store, node: Resource, predicate: str) -> list[str]:
    from pyoxigraph import Literal

    return [o.value for o in _objects(store, node, predicate) if isinstance(o, Literal)]


def _label(store: Store, node: Resource, language: str) -> str | None:
    """Label in the language, else in English, else in any; the first property that has one wins."""
    from pyoxigraph import Literal

    for predicate in _LABELS:
        found = {o.language or "": o.value for o in _objects(store, node, predicate) if isinstance(o, Literal)}
        if found:
            return found.get(language) or found.get("en") or next(iter(found.values()))
    return None


def _by_class(store: Store, node: Resource, language: str, depth: int) -> str:
    classes = [_label(store, o, language) or shorten(o.value) for o in _resources(store, node, RDF + "type")]
    owners = _owners(store, node) if depth else []
    above = [name_of(store, owner, language, depth - 1) for owner in owners[:1]]
    own = [] if str(node).startswith("_:") else [shorten(node.value)]
    return " · ".join([*above, *classes, *own]) or str(node)


def _owners(store: Store, node: Resource) -> list[Resource]:
    from pyoxigraph import BlankNode, NamedNode

    subjects = {quad.subject for quad in store.quads_for_pattern(None, None, node)}
    return sorted((s for s in subjects if isinstance(s, NamedNode | BlankNode)), key=str)
