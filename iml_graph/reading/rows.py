"""What the readers share: cells of rows, the last part of an IRI, and the release that a store holds."""

from __future__ import annotations

from iml_graph import namespaces as ns
from iml_graph.catalogue import query
from iml_graph.records import Release
from iml_graph.store import Iri, Store
from iml_graph.store.base import Row


def local(iri: str) -> str:
    """Cut the last part of an IRI: the code, identifier or concept that it names."""
    return iri.rpartition("/")[2].rpartition("#")[2]


def text(row: Row, name: str) -> str:
    """Return a cell, empty if it is unbound."""
    return row[name] or ""


def local_or_none(iri: str | None) -> str | None:
    """Cut the last part of an IRI, if there is one."""
    return local(iri) if iri else None


def restriction(party: str | None, instrument: str | None = None) -> dict[str, Iri]:
    """Bind the variables ``actor`` and ``instrument`` of a query where they are given."""
    only = {}
    if party:
        only["actor"] = Iri(ns.party(party))
    if instrument:
        only["instrument"] = Iri(ns.instrument(instrument))
    return only


def read_release(store: Store) -> Release:
    """Read which release the store holds."""
    rows = store.select(query("maintainer/release").text)
    return Release(text(rows[0], "release"), text(rows[0], "data_date")) if rows else Release("unknown", "unknown")
