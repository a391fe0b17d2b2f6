"""Read the ratification dashboard of the High Commissioner for Human Rights (OHCHR), Excel exports.

Publisher: OHCHR, from the database of the UN Office of Legal Affairs. One file a treaty: signature, consent
(the mode is not given) and the acceptance of individual communications, which for five treaties is the consent to
a protocol. For the other four it is a declaration under an article, which only the depositary's pages
tell in full and which is not read, nor is the column on inquiries: it mixes protocols, opt-outs and blanks.
Dates of 1900-01-01 are blanks that Excel dated, and are dropped. The ICESCR file of October 2025
repeats an old communications column, which is not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import xlrd

from iml_graph.errors import SourceFormatError
from iml_graph.ingest.names import Names
from iml_graph.ingest.rows import ActionRow
from iml_graph.ingest.tables import Line, require

SOURCE = "ohchr-dashboard-2020-09"
SOURCE_ICESCR = "ohchr-dashboard-icescr-2025-10"

INSTRUMENTS = {
    "CAT": "cat",
    "CEDAW": "cedaw",
    "CPED": "cped",
    "CRC": "crc",
    "CRPD": "crpd",
    "ICCPR": "iccpr",
    "ICERD": "icerd",
    "ICESCR": "icescr",
    "ICRMW": "icrmw",
}
"""Instrument id by the acronym in the file's name."""

FILES = tuple(f"UnderlyingData_{acronym}_OHCHR_19_09_2020.xls" for acronym in INSTRUMENTS)
FILES_ICESCR = ("UnderlyingData_ICESCR_OHCHR_02_07_2026.xls",)

_PROTOCOLS = {
    "cedaw": "cedaw-op",
    "crc": "crc-opic",
    "crpd": "crpd-op",
    "iccpr": "iccpr-op1",
    "icescr": "icescr-op",
}

_PARTY = "Country"
_SIGNATURE = "Date of Signature (dd/mm/yyyy)"
_CONSENT = "Date of Ratification/Accession"
_COMMUNICATIONS = "Date of acceptance of individual communications procedure"
_SENTINEL = "1900-01-01"


def read(folder: Path, names: Names) -> Iterator[ActionRow]:
    """Yield signatures and consents, to the protocols on individual communications too, September 2020.

    Raises:
        SourceFormatError: a file is missing or malformed.
    """
    return _read(folder, FILES, SOURCE, (_SIGNATURE, _CONSENT, _COMMUNICATIONS), names)


def read_icescr(folder: Path, names: Names) -> Iterator[ActionRow]:
    """Yield signatures and consents of the ICESCR, October 2025; raises as ``read`` does."""
    return _read(folder, FILES_ICESCR, SOURCE_ICESCR, (_SIGNATURE, _CONSENT), names)


def _read(
    folder: Path, files: tuple[str, ...], source: str, columns: tuple[str, ...], names: Names
) -> Iterator[ActionRow]:
    for file in files:
        treaty = INSTRUMENTS[file.split("_")[1]]
        for line in _lines(folder / file):
            for column in columns:
                instrument = _PROTOCOLS.get(treaty) if column == _COMMUNICATIONS else treaty
                day = line.cells[column]
                if instrument and day and day != _SENTINEL:
                    action = "signature" if column == _SIGNATURE else "consent"
                    yield line.row(names, instrument, line.cells[_PARTY], action, day, as_shown=day, source=source)


def _lines(path: Path) -> Iterator[Line]:
    """Yield the lines of the sheet below its two headings, up to the empty line above the footer."""
    require(path)
    try:
        book = xlrd.open_workbook(path)
    except Exception as error:  # a damaged workbook makes xlrd raise what it happens to meet
        raise SourceFormatError(path.name, "workbook", f"cannot be read ({error!r})") from error
    sheet = book.sheet_by_index(0)
    headings = [str(cell.value).strip() for cell in sheet.row(1)] if sheet.nrows > 1 else []
    if headings[:4] != [_PARTY, _SIGNATURE, _CONSENT, _COMMUNICATIONS]:
        raise SourceFormatError(path.name, "line 2", "is not the expected heading")
    for number in range(2, sheet.nrows):
        values = [_text(cell, book.datemode, path.name, number + 1) for cell in sheet.row(number)]
        if not values[0]:
            return
        yield Line(path.name, number + 1, dict(zip(headings, values, strict=True)))


def _text(cell: xlrd.sheet.Cell, datemode: int, file: str, number: int) -> str:
    if cell.ctype == xlrd.XL_CELL_DATE:
        if cell.value < 2:  # Excel's first day is 1900-01-01, which xlrd holds to be ambiguous
            return _SENTINEL
        return str(xlrd.xldate_as_datetime(cell.value, datemode).date().isoformat())
    if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK, xlrd.XL_CELL_TEXT):
        return str(cell.value).strip()
    raise SourceFormatError(file, f"line {number}", f"the cell “{cell.value}” is neither a date nor text")
