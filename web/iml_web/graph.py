"""The published graph as the pages see it: one shared read-only store, its release, the query library."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Mapping
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from flask import Flask, current_app

from iml_graph import resources
from iml_graph.catalogue import QueryFile, load_catalogue
from iml_graph.records import Release
from iml_graph.store import Iri, Store, Triple, open_store
from iml_graph.store.base import Row
from iml_web.memory import RememberingStore

_EXTENSION = "iml-graph"
_LIBRARY = "iml-queries"

T = TypeVar("T")


class Graph:
    """Opens the store when first asked, and again when a build has published another one in its place.

    Requests that still read the former store keep it until they end.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = Lock()
        self._opened: Path | None = None
        self._store: Store | None = None
        self._memory: dict[Hashable, Any] = {}

    def store(self) -> Store:
        """Return the shared store.

        Raises:
            StoreError: nothing has been built, or it cannot be read.
        """
        published = self.path.resolve()
        with self._lock:
            if self._store is None or published != self._opened:
                self._store = RememberingStore(open_store(published))
                self._opened, self._memory = published, {}
            return self._store

    def remember(self, key: Hashable, work_out: Callable[[], T]) -> T:
        """Return what has been worked out from the store under this key, or work it out.

        Raises:
            StoreError: nothing has been built, or it cannot be read.
        """
        self.store()
        memory = self._memory  # held on to, for a build may put another in its place meanwhile
        if key not in memory:
            memory[key] = work_out()
        found: T = memory[key]
        return found


def _graph() -> Graph:
    graph: Graph = current_app.extensions[_EXTENSION]
    return graph


def store() -> Store:
    """Return the shared store of the application.

    Raises:
        StoreError: nothing has been built, or it cannot be read.
    """
    return _graph().store()


def remember(key: Hashable, work_out: Callable[[], T]) -> T:
    """Work out once, for as long as the published store is the same, what is costly to ask twice."""
    return _graph().remember(key, work_out)


def folder() -> Path:
    """Return the folder of the release that the shared store is part of."""
    store()
    return _graph().path.resolve().parent


def release() -> Release:
    """Read what is published; all fields are empty where nothing is."""
    path = Path(current_app.config["MANIFEST_PATH"])
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Release("", "")
    return Release(found.get("release", ""), found.get("data_date", ""))


def library() -> Mapping[str, QueryFile]:
    """Return the query library, read once."""
    if _LIBRARY not in current_app.extensions:
        current_app.extensions[_LIBRARY] = load_catalogue()
    found: Mapping[str, QueryFile] = current_app.extensions[_LIBRARY]
    return found


def select(query: str, about: Mapping[str, str] | None = None, **values: str) -> list[Row]:
    """Answer a SELECT of the query library.

    Args:
        query: identifier of the query.
        about: IRIs for variables that the query leaves free, where only some things are asked about.
        values: parameters as a user writes them (``party="SEN"``).
    """
    file = library()[query]
    things = {name: Iri(iri) for name, iri in (about or {}).items()}
    return store().select(file.text, **file.bind(**values), **things)


def construct(query: str, about: Mapping[str, str] | None = None, **values: str) -> list[Triple]:
    """Answer a CONSTRUCT of the query library, with the arguments of ``select``."""
    file = library()[query]
    things = {name: Iri(iri) for name, iri in (about or {}).items()}
    return list(store().construct(file.text, **file.bind(**values), **things))


def describe(iri: str) -> list[Triple]:
    """Return what the graph says of one thing."""
    return list(store().construct("DESCRIBE ?thing", thing=Iri(iri)))


def init_app(app: Flask) -> None:
    """Prepare the graph; nothing is opened before the first page asks."""
    published = resources.home() / "current"
    app.config.setdefault("STORE_PATH", published / "store")
    app.config.setdefault("MANIFEST_PATH", Path(app.config["STORE_PATH"]).parent / "manifest.json")
    app.extensions[_EXTENSION] = Graph(Path(app.config["STORE_PATH"]))
    app.jinja_env.globals["release"] = release
