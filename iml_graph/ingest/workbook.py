"""Sheets of Excel workbooks (Office Open XML, ``.xlsx``) as lines of cells by the letters of their columns."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from iml_graph.errors import SourceFormatError
from iml_graph.ingest.tables import Line, require

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def read_sheet(path: Path, sheet: str) -> Iterator[Line]:
    """Yield the rows of a sheet that have any cell, with what is in each; numbers come as they are written.

    Raises:
        SourceFormatError: the file is missing or no workbook, or has no such sheet.
    """
    try:
        with zipfile.ZipFile(require(path)) as book:
            rows = _parse(book, _member(book, path, sheet))
            shared = ["".join(each.itertext(_MAIN + "t")) for each in _parse(book, "xl/sharedStrings.xml")]
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        raise SourceFormatError(path.name, "file", f"is not a workbook ({error})") from None
    for row in rows.iter(_MAIN + "row"):
        cells = {_column(cell): _value(cell, shared) for cell in row.iter(_MAIN + "c")}
        if found := {column: value for column, value in cells.items() if value}:
            yield Line(path.name, int(row.get("r", "0")), found)


def _parse(book: zipfile.ZipFile, member: str) -> etree._Element:
    return etree.fromstring(book.read(member))


def _member(book: zipfile.ZipFile, path: Path, sheet: str) -> str:
    """Find the file that holds a sheet."""
    for each in _parse(book, "xl/workbook.xml").iter(_MAIN + "sheet"):
        if each.get("name") == sheet:
            for relation in _parse(book, "xl/_rels/workbook.xml.rels"):
                if relation.get("Id") == each.get(_RELATION):
                    return f"xl/{relation.get('Target')}"
    raise SourceFormatError(path.name, "file", f"has no sheet “{sheet}”")


def _column(cell: etree._Element) -> str:
    return re.sub(r"\d", "", cell.get("r", ""))


def _value(cell: etree._Element, shared: list[str]) -> str:
    shown = cell.findtext(_MAIN + "v") or ""
    return shared[int(shown)].strip() if cell.get("t") == "s" and shown else shown
