"""What one source shows in one place, as RDF: the record that a fact rests on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import astuple
from typing import Any

from pyoxigraph import Quad

from iml_graph import namespaces as ns
from iml_graph.build.merging import subject_of
from iml_graph.build.quads import Description, text
from iml_graph.ingest.rows import Row


def record_iri(row: Any, *path: str) -> str:
    """Name the record of a row in its source; stable as long as the row is."""
    digest = hashlib.sha256("\x1f".join(astuple(row)).encode()).hexdigest()[:12]
    return "/".join((f"{ns.ID}record/{row.source}", *path, digest))


def describe(row: Any, iri: str) -> Description:
    """Begin the description of a record in the graph of its source."""
    about = Description(iri, row.source, ns.IML + "SourceRecord").link(ns.IML + "fromSource", ns.source(row.source))
    shown = getattr(row, "as_shown", "") or getattr(row, "participant", "")
    return about.add(ns.IML + "locator", text(row.locator)).add(ns.IML + "asShown", text(shown))


def write(row: Row, fact: str) -> Iterator[Quad]:
    """Write the record of a row and the fact that was derived from it."""
    iri = record_iri(row, row.FOLDER, subject_of(row))
    yield from describe(row, iri).quads()
    yield from Description(fact, row.source).link(ns.PROV + "wasDerivedFrom", iri).quads()
