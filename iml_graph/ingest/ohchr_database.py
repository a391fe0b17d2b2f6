"""Read the table of ratifications of the UN treaty body database, late 2023.

Publisher: OHCHR; retrieved from GitHub ``gl0bsec/uni-CA``. Only ``(a)`` and ``(d)`` are marked, so that an unmarked
date is a consent whose mode is not stated. Two names went through a wrong encoding and are mended.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from iml_graph.errors import SourceFormatError
from iml_graph.ingest.cells import SIGNATURE, Markers, read_cell
from iml_graph.ingest.names import Names
from iml_graph.ingest.rows import ActionRow
from iml_graph.ingest.tables import Line, read_lines

SOURCE = "ohchr-treatybodydb-2023-10"

FILES = ("updated_merged_tables.csv",)

INSTRUMENTS = {
    "CAT": "cat",
    "CAT-OP": "opcat",
    "CCPR": "iccpr",
    "CCPR-OP2-DP": "iccpr-op2",
    "CED": "cped",
    "CEDAW": "cedaw",
    "CERD": "icerd",
    "CESCR": "icescr",
    "CRC": "crc",
    "CRC-OP-AC": "crc-opac",
    "CRC-OP-SC": "crc-opsc",
    "CRPD": "crpd",
}
"""Instrument id by the acronym of the database."""

_SIGNED = "Signature Date"
_CONSENTED = "Ratification Date, Accession(a), Succession(d) Date"
_MARKERS: Markers = {"": "consent", "a": "accession", "d": "succession"}
_MARKER = re.compile(r"\((\w)\)$")


def read(folder: Path, names: Names) -> Iterator[ActionRow]:
    """Yield signatures and consents.

    Raises:
        SourceFormatError: the file is missing or malformed.
    """
    for line in read_lines(folder / FILES[0], ("COUNTRY", "Treaty Name", _SIGNED, _CONSENTED)):
        for heading, markers in ((_SIGNED, SIGNATURE), (_CONSENTED, _MARKERS)):
            if line.cells[heading].strip():
                yield _act(line, names, heading, markers)


def _act(line: Line, names: Names, heading: str, markers: Markers) -> ActionRow:
    acronym, shown = line.cells["Treaty Name"], line.cells[heading].strip()
    cell = read_cell(_MARKER.sub(r"\1", shown), markers)
    if cell is None or acronym not in INSTRUMENTS:
        raise SourceFormatError(line.file, line.place, f"“{acronym}: {shown}” is of no known form")
    name = mend(line.cells["COUNTRY"].strip())
    return line.row(names, INSTRUMENTS[acronym], name, cell.action, cell.date, as_shown=shown, source=SOURCE)


def mend(name: str) -> str:
    """Undo UTF-8 that was read as Windows-1251 (``TГјrkiye`` is ``Türkiye``)."""
    return name.encode("cp1251").decode() if "Г" in name else name
