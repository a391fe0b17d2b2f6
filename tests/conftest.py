"""Graphs that many tests read: the real one, built once a session, and one of invented treaties, built in a moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from iml_graph import resources
from iml_graph.build.pipeline import build
from iml_graph.protection.indexing import index_release
from iml_graph.store import Store, open_store


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The release that the committed data give: its folder has ``graph.nq``, ``manifest.json`` and ``store``."""
    return _release(resources.data(), tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="session")
def graph(published: Path) -> Iterator[Store]:
    """The real graph, open."""
    with closing(open_store(published / "store")) as opened:
        yield opened


@pytest.fixture(scope="session")
def tiny() -> Path:
    """Data of three treaties and eight parties, all invented: a folder like ``data``."""
    return Path(__file__).parent / "tiny"


@pytest.fixture(scope="session")
def tiny_release(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The release that the invented data give."""
    return _release(tiny, tmp_path_factory.mktemp("tiny-home"))


@pytest.fixture(scope="session")
def tiny_graph(tiny_release: Path) -> Iterator[Store]:
    """The invented graph, open."""
    with closing(open_store(tiny_release / "store")) as opened:
        yield opened


def _release(data: Path, home: Path) -> Path:
    build(resources.ontology(), data, home, finish=index_release)
    return home / "current"
