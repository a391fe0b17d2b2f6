"""Read eight of the depositary's participation tables as kept by UNICEF's business atlas, late 2022.

Publisher: United Nations Treaty Collection; retrieved from GitHub ``iferminm/crba-etl``. The names carry
footnote digits, which are cut off; notes, declarations and square brackets were dropped by the scrape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from iml_graph.ingest.names import Names
from iml_graph.ingest.rows import ActionRow
from iml_graph.ingest.tables import read_lines
from iml_graph.ingest.untc_tables import markers

SOURCE = "untc-crba-2022-11"

INSTRUMENTS = {
    "XVIII-12-a.X-4.csv": "palermo-trafficking",
    "IV-3.X-145.csv": "icescr",
    "IV-8.X-50.csv": "cedaw",
    "IV-11.X-173.csv": "crc",
    "IV-11-b.X-156.csv": "crc-opac",
    "IV-11-c.X-3.csv": "crc-opsc",
    "IV-11-d.X-174.csv": "crc-opic",
    "IV-13.X-24.csv": "icrmw",
}
"""Instrument id by file."""

FILES = tuple(INSTRUMENTS)

_FOOTNOTES = re.compile(r"\s+\d+(?:,\s*\d+)*$")


def read(folder: Path, names: Names) -> Iterator[ActionRow]:
    """Yield every signature and consent of the tables.

    Raises:
        SourceFormatError: a table is missing or malformed.
    """
    for file, instrument in INSTRUMENTS.items():
        for line in read_lines(folder / file, delimiter=";"):
            # The heading "Participant" carries a footnote digit in one of the tables.
            participant, *acts = (heading for heading in line.cells if heading != "ATTR_ENDPOINT")
            name = _FOOTNOTES.sub("", line.cells[participant].strip())
            yield from line.acts(names, instrument, name, [(act, markers(act)) for act in acts], SOURCE)
