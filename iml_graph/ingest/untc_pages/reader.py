"""All sections of all pages, in one pass that either succeeds as a whole or raises."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from iml_graph.errors import SourceFormatError
from iml_graph.ingest.rows import ActionRow
from iml_graph.ingest.untc_pages.declarations import read_declarations
from iml_graph.ingest.untc_pages.names import NameResolver, Names
from iml_graph.ingest.untc_pages.notifications import read_notifications
from iml_graph.ingest.untc_pages.objections import read_objections
from iml_graph.ingest.untc_pages.opt_ins import read_opt_ins
from iml_graph.ingest.untc_pages.page import INSTRUMENTS, Page, open_page
from iml_graph.ingest.untc_pages.participants import acts_of, read_participants
from iml_graph.ingest.untc_pages.territories import read_territories

SOURCE = "untc-ch4-2026-02"


def read(folder: Path, names: NameResolver) -> Iterator[ActionRow]:
    """Yield the rows of all 18 pages; nothing is yielded before everything was read.

    Args:
        folder: the source's folder, whose ``html`` holds one page a treaty.
        names: turns the names on the pages into party codes.

    Raises:
        SourceFormatError: a page is missing or malformed; names the file and the element.
        UnknownNamesError: names of no known party, every one with its file and element.
    """
    noting = Names(names)
    rows = [row for number in INSTRUMENTS for row in read_page(_page(folder, number), noting)]
    noting.raise_unknown()
    yield from rows


def read_page(page: Page, names: Names) -> Iterator[ActionRow]:
    """Yield the rows of one page, with the source's id."""
    grid = list(read_participants(page, names))
    acts = acts_of(grid)
    sections = (
        grid,
        read_declarations(page, names, acts),
        read_opt_ins(page, names, acts),
        read_objections(page, names, acts),
        read_notifications(page, names),
        read_territories(page, names),
    )
    for row in chain.from_iterable(sections):
        yield replace(row, source=SOURCE)


def _page(folder: Path, number: str) -> Page:
    path = folder / "html" / f"{number}.html"
    if not path.is_file():
        raise SourceFormatError(path.name, "file", "is missing from the folder of the source")
    return open_page(path)
