"""All sections of all pages, in one pass that either succeeds as a whole or raises."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from iml_graph.ingest.anchors import NO_ANCHORS, Anchors, load_anchors
from iml_graph.ingest.names import Names
from iml_graph.ingest.rows import ActionRow
from iml_graph.ingest.tables import require
from iml_graph.ingest.untc_pages.curated_notes import CuratedNotes, load_curated_notes
from iml_graph.ingest.untc_pages.declarations import read_declarations
from iml_graph.ingest.untc_pages.end_notes import read_end_notes, read_notes
from iml_graph.ingest.untc_pages.notifications import read_notifications
from iml_graph.ingest.untc_pages.objections import follow_references, read_objections
from iml_graph.ingest.untc_pages.opt_ins import read_opt_ins
from iml_graph.ingest.untc_pages.page import INSTRUMENTS, Page, open_page
from iml_graph.ingest.untc_pages.participants import acts_of, read_participants
from iml_graph.ingest.untc_pages.territories import read_territories
from iml_graph.ingest.untc_pages.withdrawn import withdrawn_statements
from iml_graph.resources import data

SOURCE = "untc-ch4-2026-02"

_WITHDRAWALS = ("reservation-withdrawal", "declaration-withdrawal")
"""What a page may tell twice: at the statement, and in an end note with the articles."""


def read(
    folder: Path, names: Names, curated: CuratedNotes | None = None, anchors: Anchors | None = None
) -> Iterator[ActionRow]:
    """Yield the rows of all 18 pages; nothing is yielded before everything was read.

    Args:
        folder: the source's folder, whose ``html`` holds one page a treaty.
        names: turns the names on the pages into party codes.
        curated: what end notes tell in no regular form; the committed table if not given.
        anchors: what a person read of single statements; the committed table if not given.

    Raises:
        SourceFormatError: a page is missing or malformed; names the file and the element.
    """
    told = curated or load_curated_notes(data() / "curation" / "end-notes.csv")
    by_hand = anchors or load_anchors(data() / "curation" / "anchors.csv")
    rows = [row for number in INSTRUMENTS for row in read_page(_page(folder, number), names, told, by_hand)]
    yield from follow_references(rows)


def read_page(page: Page, names: Names, curated: CuratedNotes, anchors: Anchors = NO_ANCHORS) -> Iterator[ActionRow]:
    """Yield the rows of one page, with the source's id."""
    grid = list(read_participants(page, names))
    notes = list(read_end_notes(page, names, curated))
    acts = acts_of(grid + notes)
    told = {(row.party, row.action, row.date) for row in notes if row.action in _WITHDRAWALS}
    stated = read_declarations(page, names, acts, anchors)
    declared = [row for row in stated if (row.party, row.action, row.date) not in told]
    sections = (
        grid,
        notes,
        declared,
        withdrawn_statements([*notes, *declared], read_notes(page), acts),
        read_opt_ins(page, names, acts),
        read_objections(page, names, acts),
        read_notifications(page, names),
        read_territories(page, names),
    )
    for row in chain.from_iterable(sections):
        yield replace(row, source=SOURCE)


def _page(folder: Path, number: str) -> Page:
    return open_page(require(folder / "html" / f"{number}.html"))
