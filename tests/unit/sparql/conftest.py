"""A small graph on disk, large enough for its cross products to take longer than any test waits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from iml_graph.sparql.runner import Limits, Runner

EX = "http://example.org/"


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("endpoint") / "store"
    store = ox.Store(str(path))
    store.extend(_quads())
    store.flush()
    return path


def _quads() -> Iterator[ox.Quad]:
    for number in range(400):
        thing, graph = ox.NamedNode(f"{EX}{number}"), ox.NamedNode(EX + ("even" if number % 2 == 0 else "odd"))
        yield ox.Quad(thing, ox.NamedNode(EX + "name"), ox.Literal(f"thing {number}"), graph)
        yield ox.Quad(thing, ox.NamedNode(EX + "next"), ox.NamedNode(f"{EX}{(number + 1) % 400}"), graph)
    shared = (ox.NamedNode(EX + "0"), ox.NamedNode(EX + "in"), ox.Literal("both"))
    yield ox.Quad(*shared, ox.NamedNode(EX + "even"))
    yield ox.Quad(*shared, ox.NamedNode(EX + "odd"))


@pytest.fixture(scope="session")
def limits() -> Limits:
    return Limits(seconds=2, memory=256 * 2**20, rows=1000, size=2**20, workers=2, waiting=2)


@pytest.fixture(scope="session")
def runner(folder: Path, limits: Limits) -> Iterator[Runner]:
    with Runner(folder, limits) as opened:
        yield opened
