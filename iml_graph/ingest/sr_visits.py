"""Read visits of the Special Rapporteur on the human rights of migrants; the list is known to be partial.

Transcribed from pages that show reports and announcements. The name of the mandate holder is not kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from iml_graph.ingest.facts import VisitRow
from iml_graph.ingest.names import Names
from iml_graph.ingest.tables import read_lines

SOURCE = "sr-migrants-visits"

FILES = ("visits.csv",)

_BODY = "special-rapporteur-migrants"

_COLUMNS = ("place", "iso3", "start", "end", "report_symbol", "source_url")


def read(folder: Path, names: Names) -> Iterator[VisitRow]:
    """Yield the visits to one State each; a visit to the border of two is left out, since it is of neither alone.

    Raises:
        SourceFormatError: the file is missing or malformed.
    """
    for line in read_lines(folder / FILES[0], _COLUMNS):
        if not line.cells["iso3"]:
            continue
        yield VisitRow(
            body=_BODY,
            party=line.party(names, line.cells["place"]),
            start=line.cells["start"],
            end=line.cells["end"],
            report=line.cells["report_symbol"],
            source=SOURCE,
            locator=f"{line.locator}, {line.cells['source_url']}",
        )
