"""Read the numbers of signatories and parties from the head of the depositary's chapter IV pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from iml_graph.ingest.counts import PrintedCount
from iml_graph.ingest.names import Names
from iml_graph.ingest.untc_pages import INSTRUMENTS, SOURCE, open_page, read_header


def read_counts(folder: Path, _names: Names) -> Iterator[PrintedCount]:
    """Yield what each page prints; it lists its participants in a grid, which is read as rows.

    Raises:
        SourceFormatError: a page is missing or malformed.
    """
    for number, instrument in INSTRUMENTS.items():
        header = read_header(open_page(folder / "html" / f"{number}.html"))
        yield PrintedCount(
            instrument=instrument,
            source=SOURCE,
            as_of=header.status_as_at,
            signatories=str(header.signatories),
            parties=str(header.parties),
            participants="",
            locator=f"{number}.html rptStatus",
        )
