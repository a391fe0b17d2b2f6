"""What instruments say of reservations, from ``data/instruments/reservation-clauses.csv``, as RDF."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Quad

from iml_graph import namespaces as ns
from iml_graph.build.provision_labels import provision_labels
from iml_graph.build.quads import Description, text
from iml_graph.errors import DataError
from iml_graph.text_files import read_rows

GRAPH = "editorial"

RULES = frozenset(
    {
        *("allowed", "allowed-except", "allowed-only", "barred", "barred-by-practice"),
        *("exclusion-allowed", "exclusion-barred", "silent"),
    }
)
"""Concepts of the scheme ``reservation-rules``."""

_NAMES_PROVISIONS = frozenset({"allowed-except", "allowed-only", "exclusion-allowed"})

_COLUMNS = ("instrument", "rule", "provision", "articles", "source", "confidence")


@dataclass(frozen=True, slots=True)
class ReservationClauseRow:
    """One clause: its rule, the provision that it stands in, the provisions that it names, where it was read.

    ``provision`` is empty where the text has none. ``articles`` are joined by ``;``; those of another instrument have
    its identifier and a colon before them (``refugee-1951:33``).
    """

    instrument: str
    rule: str
    provision: str
    articles: str
    source: str
    confidence: str


def read_reservation_clauses(path: Path) -> tuple[ReservationClauseRow, ...]:
    """Read the table; no rows if there is none.

    Raises:
        DataError: the header or a cell is not as it should be; names the row.
    """
    if not path.is_file():
        return ()
    rows = tuple(ReservationClauseRow(**cells) for cells in read_rows(path, _COLUMNS))
    for row in rows:
        _check(path.name, row)
    return rows


def _check(file: str, row: ReservationClauseRow) -> None:
    place = f"{file}: {row.instrument}, {row.provision or row.rule}"
    if row.rule not in RULES:
        raise DataError(f"{place}: “{row.rule}” is no rule on reservations: {', '.join(sorted(RULES))}.")
    if row.confidence not in ("high", "medium", "low"):
        raise DataError(f"{place}: the confidence is high, medium or low.")
    if row.articles and row.rule not in _NAMES_PROVISIONS:
        raise DataError(f"{place}: the rule {row.rule} names no articles.")


def write(rows: Iterable[ReservationClauseRow], described: Container[str]) -> Iterator[Quad]:
    """Write each clause; ``described`` are the IRIs of the provisions that people described, whose labels stand."""
    named: dict[str, tuple[str, str]] = {}
    for row in rows:
        ending = f"{row.rule}/{row.provision}" if row.provision else row.rule
        subject = f"{ns.instrument(row.instrument)}/clause/reservations/{ending}"
        own = [(row.instrument, row.provision)] if row.provision else []
        to = [_provision(row.instrument, each) for each in row.articles.split(";") if each]
        about = Description(subject, GRAPH, ns.IML + "ReservationClause")
        about.link(ns.IML + "reservationRule", ns.concept("reservation-rules", row.rule))
        for instrument, reference in own:
            about.link(ns.IML + "clauseProvision", ns.provision(instrument, reference))
        for instrument, reference in to:
            about.link(ns.IML + "reservationProvision", ns.provision(instrument, reference))
        about.link(ns.PROV + "wasDerivedFrom", ns.source(row.source) if row.source else None)
        about.add(ns.IML + "assertedBy", None if row.source else text("editorial"))
        yield from about.add(ns.IML + "confidence", text(row.confidence)).quads()
        holder = Description(ns.instrument(row.instrument), GRAPH)
        yield from holder.link(ns.IML + "reservationClause", subject).quads()
        named |= {ns.provision(*each): each for each in (*own, *to)}
    for iri, (instrument_id, reference) in sorted(named.items()):
        if iri not in described:
            yield from _named(iri, instrument_id, reference)


def _provision(instrument: str, article: str) -> tuple[str, str]:
    other, _, reference = article.rpartition(":")
    return other or instrument, reference


def _named(iri: str, instrument: str, reference: str) -> Iterator[Quad]:
    """Name a provision that nothing describes: number and label only."""
    about = Description(iri, GRAPH, ns.IML + "Provision").link(ns.IML + "inInstrument", ns.instrument(instrument))
    about.add(ns.IML + "provisionReference", text(reference))
    return about.labels(ns.RDFS + "label", provision_labels(reference)).quads()
