"""All sections of all pages, in one pass that either succeeds as a whole or raises."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from iml_graph.errors import SourceFormatError
from iml_graph.ingest.rows import ActionRow
from iml_graph.ingest.untc_pages.names import NameResolver, Names
from iml_graph.ingest.untc_pages.page import INSTRUMENTS, Page, open_page
from iml_graph.ingest.untc_pages.participants import read_participants

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
    for row in read_participants(page, names):
        yield replace(row, source=SOURCE)


def _page(folder: Path, number: str) -> Page:
    path = folder / "html" / f"{number}.html"
    if not path.is_file():
        raise SourceFormatError(path.name, "file", "is missing from the folder of the source")
    return open_page(path)
