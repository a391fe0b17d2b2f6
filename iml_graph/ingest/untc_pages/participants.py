"""The grid of participants: signatures and consents with the depositary's markers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import html

from iml_graph.errors import SourceFormatError
from iml_graph.ingest.cells import CONSENT, SIGNATURE, read_cell
from iml_graph.ingest.names import Names
from iml_graph.ingest.rows import CONSENTS, SIGNATURES, ActionRow
from iml_graph.ingest.untc_pages.page import Page, text_of

Acts = dict[tuple[str, str], str]
"""Dates of the signature and of the consent of each party, by (party, ``signature`` or ``consent``)."""


def read_participants(page: Page, names: Names) -> Iterator[ActionRow]:
    """Yield one row a signature and one a consent.

    Raises:
        SourceFormatError: a row or a cell of the grid is not of the expected form.
    """
    grid = page.get("tblgrid")
    for number, line in enumerate(grid.iter("tr")):
        if number:
            yield from _read_line(page, line, number, names)


def _read_line(page: Page, line: html.HtmlElement, number: int, names: Names) -> Iterator[ActionRow]:
    cells = line.findall("td")
    if len(cells) != 3 or not text_of(cells[0]):
        raise SourceFormatError(page.file, f"tblgrid row {number}", "is not participant, signature, consent")
    participant = text_of(cells[0])
    place = f"tblgrid {participant}"
    for cell, markers in zip(cells[1:], (SIGNATURE, CONSENT), strict=True):
        shown = text_of(cell)
        if not shown:
            continue
        found = read_cell(shown, markers)
        if found is None:
            raise SourceFormatError(page.file, place, f"the cell “{shown}” is not a date with a marker")
        yield ActionRow(
            instrument=page.instrument,
            party=names.code(participant, page.file, place),
            action=found.action,
            date=found.date,
            bracketed="yes" if found.bracketed else "",
            participant=participant,
            as_shown=shown,
            locator=f"{page.file} {place}",
        )


def acts_of(rows: Iterable[ActionRow]) -> Acts:
    """Index the dates of signatures and consents; the latest counts where a party came back after leaving."""
    acts: Acts = {}
    for row in sorted(rows, key=lambda row: row.date):
        if row.action in SIGNATURES or row.action in CONSENTS:
            acts[row.party, "signature" if row.action in SIGNATURES else "consent"] = row.date
    return acts
