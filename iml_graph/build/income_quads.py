"""Income groups of economies, as RDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad

from iml_graph import namespaces as ns
from iml_graph.build import record_quads
from iml_graph.build.quads import Description
from iml_graph.ingest.facts import IncomeRow


def write(rows: Iterable[IncomeRow]) -> Iterator[Quad]:
    """Write in which group each economy was when, with the record."""
    for row in rows:
        subject = f"{ns.ID}income/{row.classification}/{row.party}/{row.start}"
        about = Description(subject, row.source, ns.IML + "IncomeClassification")
        about.link(ns.IML + "actor", ns.party(row.party))
        about.link(ns.IML + "incomeGroup", ns.concept("income-groups", row.group))
        yield from about.day(ns.IML + "from", row.start).day(ns.IML + "until", row.until).quads()
        yield from record_quads.write(row, subject)
