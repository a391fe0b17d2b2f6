"""The graph to read: embedded Oxigraph, or any SPARQL 1.1 endpoint, behind one protocol."""

from __future__ import annotations

from pathlib import Path

from iml_graph import resources
from iml_graph.store.base import Blank, Iri, Literal, Row, Store, Term, TermRow, Triple, Value

__all__ = ["Blank", "Iri", "Literal", "Row", "Store", "Term", "TermRow", "Triple", "Value", "open_store", "release_of"]

_REMOTE = ("http://", "https://")


def default_location() -> Path:
    """Folder of the store that the last good build published."""
    return resources.home() / "current" / "store"


def release_of(location: str | Path | None = None) -> Path | None:
    """Folder of the release that a store on disk is part of; ``None`` for an endpoint."""
    if isinstance(location, str) and location.startswith(_REMOTE):
        return None
    return (Path(location) if location else default_location()).parent


def open_store(location: str | Path | None = None) -> Store:
    """Open a graph: a folder on disk, or the URL of a SPARQL 1.1 endpoint (``http`` or ``https``).

    Without a location it is the one that ``iml build`` published.

    Raises:
        StoreError: there is no graph in that folder, or it cannot be read; says how to rebuild it.
    """
    if isinstance(location, str) and location.startswith(_REMOTE):
        from iml_graph.store.remote import RemoteStore  # imports rdflib: slow, and needed by few

        return RemoteStore(location)
    from iml_graph.store.embedded import EmbeddedStore

    return EmbeddedStore.open(Path(location) if location else default_location())
