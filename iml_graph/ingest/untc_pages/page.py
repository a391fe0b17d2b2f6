"""One status page as a tree whose elements are found by the depositary's own ids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree, html

from iml_graph.errors import SourceFormatError

PREFIX = "ctl00_ctl00_ContentPlaceHolder1_ContentPlaceHolderInnerPage_"

INSTRUMENTS = {
    "IV-2": "icerd",
    "IV-3": "icescr",
    "IV-3-a": "icescr-op",
    "IV-4": "iccpr",
    "IV-5": "iccpr-op1",
    "IV-8": "cedaw",
    "IV-8-b": "cedaw-op",
    "IV-9": "cat",
    "IV-9-b": "opcat",
    "IV-11": "crc",
    "IV-11-b": "crc-opac",
    "IV-11-c": "crc-opsc",
    "IV-11-d": "crc-opic",
    "IV-12": "iccpr-op2",
    "IV-13": "icrmw",
    "IV-15": "crpd",
    "IV-15-a": "crpd-op",
    "IV-16": "cped",
}
"""Instrument id by the number of the treaty among the multilateral treaties deposited (MTDSG)."""


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page: its file name, the depositary's number of the treaty, and the tree."""

    file: str
    mtdsg_no: str
    root: html.HtmlElement

    @property
    def instrument(self) -> str:
        """Id of the instrument whose status the page gives."""
        return INSTRUMENTS[self.mtdsg_no]

    def find(self, element_id: str) -> html.HtmlElement | None:
        """Return the element with this id (without the common prefix), or None."""
        found = self.root.xpath("//*[@id=$id]", id=PREFIX + element_id)
        return found[0] if found else None

    def get(self, element_id: str) -> html.HtmlElement:
        """Return the element with this id.

        Raises:
            SourceFormatError: the page has no such element.
        """
        found = self.find(element_id)
        if found is None:
            raise SourceFormatError(self.file, element_id, "the page has no such element")
        return found


def open_page(path: Path) -> Page:
    """Parse a page.

    Raises:
        SourceFormatError: the file is not HTML or is cut short, or its name is not the number of a known treaty.
    """
    if path.stem not in INSTRUMENTS:
        raise SourceFormatError(path.name, "file name", "is not the number of a treaty of chapter IV")
    content = path.read_bytes()
    if b"</html>" not in content[-200:].lower():  # a parser of HTML would close what is open, and miss the rest
        raise SourceFormatError(path.name, "</html>", "the page does not end here; it is cut short")
    try:
        root = html.document_fromstring(content, parser=html.HTMLParser(encoding="utf-8"))
    except etree.ParserError as error:
        raise SourceFormatError(path.name, "document", str(error)) from error
    return Page(path.name, path.stem, root)


def squeeze(text: str) -> str:
    """Return the text with every run of white space as one space, and none at its ends."""
    return " ".join(text.split())


def text_of(element: html.HtmlElement) -> str:
    """Return an element's text without its footnote marks (``Belarus 6`` gives ``Belarus``)."""
    marks = "ancestor::sup or ancestor::superscript"
    return squeeze("".join(element.xpath(f".//text()[not({marks})]")))


@dataclass(frozen=True, slots=True)
class Entry:
    """What one participant has under one heading of the page: its name, place, body and end notes' numbers."""

    participant: str
    place: str
    body: html.HtmlElement
    notes: tuple[str, ...] = ()


def entries(page: Page, grid: str, body: str = "divText") -> Iterator[Entry]:
    """Yield the entries of a section; none if the page lacks the section.

    Raises:
        SourceFormatError: a row of the section lacks its participant or its body.
    """
    table = page.find(grid)
    if table is None:
        return
    for row in table.iter("tr"):
        yield _entry(page, row, grid, body)


def _entry(page: Page, row: html.HtmlElement, grid: str, body: str) -> Entry:
    names = row.xpath(".//div[contains(@id, '_divParticipant')]")
    bodies = [div for div in row.iter("div") if (div.get("id") or "").endswith(f"_{body}")]
    if len(names) != 1 or len(bodies) != 1:
        place = f"{grid} row {row.getparent().index(row) + 1}"
        raise SourceFormatError(page.file, place, "does not have one participant and one body")
    name = text_of(names[0]) or text_of(bodies[0])  # one former State is named in the body alone
    marks = names[0].xpath(".//text()[ancestor::sup or ancestor::superscript]")
    return Entry(name, f"{grid} {name}", bodies[0], tuple(re.findall(r"\d+", " ".join(marks))))
