"""A store with the ontology and a few facts, which tests break in one place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store

from iml_graph.check import files
from iml_graph.namespaces import PREFIXES, graph

Filled = Callable[[str, str], Store]


@pytest.fixture
def filled() -> Filled:
    """Make a store that holds some Turtle in a named graph beside the ontology."""

    def fill(turtle: str, name: str = "editorial") -> Store:
        prefixes = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
        store = Store()
        files.load_ontology(store)
        store.load(
            f"{prefixes}@base <https://w3id.org/iml-graph/id/> .\n{turtle}".encode(),
            format=RdfFormat.TURTLE,
            to_graph=NamedNode(graph(name)),
        )
        return store

    return fill
