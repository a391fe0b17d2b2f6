"""Everything that a build starts from, read from the committed files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Quad

from iml_graph.adjudications import Adjudication, load_adjudications
from iml_graph.build import curated
from iml_graph.build.exceptions import MemberException, load_exceptions
from iml_graph.build.provisions import Analysis, read_analysis
from iml_graph.build.reservation_clauses import ReservationClauseRow, read_reservation_clauses
from iml_graph.ingest.facts import (
    BilateralRow,
    DecisionRow,
    IncomeRow,
    MembershipRow,
    RecommendationRow,
    VisitRow,
    VoteRow,
)
from iml_graph.ingest.rows import ActionRow, R, read_folder
from iml_graph.parties import PartyRecord, load_aliases, load_parties
from iml_graph.sources import Source, load_sources

CURATED = ("instruments", "iom", "monitoring", "organizations", "processes", "soft-law")
"""Folders of ``data`` whose Turtle goes into the editorial graph as it is."""

TRANSCRIBED = {ActionRow: "acts", DecisionRow: "decisions", MembershipRow: "memberships"}
"""Folders below ``data/transcribed`` with rows that people read off single pages, beside those of an ingest."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything that a build starts from."""

    ontology: tuple[Quad, ...]
    curated: tuple[Quad, ...]
    parties: Mapping[str, PartyRecord]
    aliases: Mapping[str, list[str]]
    sources: Mapping[str, Source]
    adjudications: tuple[Adjudication, ...]
    exceptions: tuple[MemberException, ...]
    acts: tuple[ActionRow, ...]
    memberships: tuple[MembershipRow, ...]
    votes: tuple[VoteRow, ...]
    recommendations: tuple[RecommendationRow, ...]
    bilateral: tuple[BilateralRow, ...]
    visits: tuple[VisitRow, ...]
    decisions: tuple[DecisionRow, ...]
    incomes: tuple[IncomeRow, ...]
    reservation_clauses: tuple[ReservationClauseRow, ...]
    analysis: Analysis


def read_inputs(ontology: Path, data: Path, between: Callable[[], None] = lambda: None) -> Inputs:
    """Read all committed files; ``between`` is called once the ontology was read.

    Raises:
        DataError: a file is malformed or contradicts another; names it.
    """
    terms = tuple(curated.read_ontology(ontology))
    between()
    aliases: dict[str, list[str]] = defaultdict(list)
    for alias, code in load_aliases(data / "parties"):
        aliases[code].append(alias)
    return Inputs(
        ontology=terms,
        curated=tuple(quad for name in CURATED for quad in curated.read(data / name, "editorial", below=data)),
        parties=load_parties(data / "parties"),
        aliases=aliases,
        sources=load_sources(data / "sources"),
        adjudications=tuple(load_adjudications(data / "adjudications.csv")),
        exceptions=load_exceptions(data / "organizations" / "exceptions.csv"),
        acts=rows_of(ActionRow, data),
        memberships=rows_of(MembershipRow, data),
        votes=rows_of(VoteRow, data),
        recommendations=rows_of(RecommendationRow, data),
        bilateral=rows_of(BilateralRow, data),
        visits=rows_of(VisitRow, data),
        decisions=rows_of(DecisionRow, data),
        incomes=rows_of(IncomeRow, data),
        reservation_clauses=read_reservation_clauses(data / "instruments" / "reservation-clauses.csv"),
        analysis=read_analysis(data),
    )


def rows_of(kind: type[R], data: Path) -> tuple[R, ...]:
    """Read the rows of one type: those that an ingest wrote, then those that were transcribed by hand."""
    rows = [*read_folder(kind, data / kind.FOLDER)]
    if folder := next((name for each, name in TRANSCRIBED.items() if each is kind), ""):
        rows += read_folder(kind, data / "transcribed" / folder)
    return tuple(rows)
