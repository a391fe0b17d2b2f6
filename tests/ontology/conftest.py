"""What the tests of curated data share: all Turtle below ``data`` in one store, and plain rows out of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pyoxigraph import RdfFormat, Store

from iml_graph import namespaces as ns
from iml_graph import resources
from iml_graph.build.inputs import CURATED


@pytest.fixture(scope="session")
def entries() -> Store:
    """Everything that people wrote by hand."""
    store = Store()
    for folder in CURATED:
        for path in sorted((resources.data() / folder).glob("*.ttl")):
            store.bulk_load(path=path, format=RdfFormat.TURTLE)
    return store


@pytest.fixture(scope="session")
def ask(entries: Store) -> Callable[[str], list[tuple[str, ...]]]:
    """Run a SELECT over the entries; an unbound variable reads as an empty string."""

    def rows(where: str) -> list[tuple[str, ...]]:
        found = entries.query(where, prefixes=ns.PREFIXES)
        return [tuple(value.value if value else "" for value in row) for row in found]  # type: ignore[union-attr]

    return rows
