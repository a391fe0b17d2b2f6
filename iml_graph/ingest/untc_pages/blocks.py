"""The body of an entry as blocks: the depositary sets dates and headings apart from the statements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from lxml import html

from iml_graph.ingest.dates import PATTERN
from iml_graph.ingest.untc_pages.page import Entry, squeeze

_ESCAPED_MARK = re.compile(r"<superscript>.*?</superscript>")
_DATE_HEADING = re.compile(rf"(?:On |\()?(?P<date>{PATTERN})\)?\*?(?: \(Dated? {PATTERN}\))?\s*:?", re.IGNORECASE)
_HEADING_WORDS = (
    r"(?:Upon|(?:Partial )?Withdrawal of |Declar|Reserv|Interpretat|Statement|Understanding|With regard|Objection"
    r"|Article)"
)
_HEADING = re.compile(rf"[\"“]?(?:\(?(?:[0-9A-Za-z]|[ivx]{{2,4}})\)?[.)] )?{_HEADING_WORDS}", re.IGNORECASE)


class Kind(Enum):
    """What a block is."""

    DATE = "date"
    HEADING = "heading"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Block:
    """A date, a heading or one line of a statement, as plain text."""

    kind: Kind
    text: str


def read_blocks(entry: Entry) -> list[Block]:
    """Cut an entry's body into blocks, without the participant's name that most bodies repeat first."""
    blocks = [block for piece in _pieces(entry.body) for block in _classify(*piece)]
    return blocks[1:] if blocks and blocks[0].text == entry.participant else blocks


def _pieces(body: html.HtmlElement) -> Iterator[tuple[str, bool]]:
    """Yield each line with whether it stands out: a paragraph of its own, or wholly in italics."""
    line, plain = "", ""
    for child in body.iterchildren():
        if child.tag in ("p", "center"):
            yield line, not plain
            yield _text(child), child.tag == "p"
            line = plain = ""
        elif child.tag == "br":
            yield line, not plain
            line = plain = ""
        else:
            line += _text(child)
            plain += "" if child.tag == "i" else _text(child)
        line += child.tail or ""
        plain += squeeze(child.tail or "")
    yield line, not plain


def _classify(text: str, stands_out: bool) -> Iterator[Block]:
    text = squeeze(text)
    if not text:
        return
    if _DATE_HEADING.fullmatch(text):
        yield Block(Kind.DATE, text)
    elif stands_out and _HEADING.match(text):
        yield Block(Kind.HEADING, text)
    else:
        yield Block(Kind.LINE, text)


def _text(element: html.HtmlElement) -> str:
    """Return the text without footnote marks, be they elements or (an error of the page) escaped ones."""
    parts = element.xpath(".//text()[not(ancestor::sup or ancestor::superscript)]")
    return _ESCAPED_MARK.sub("", "".join(parts))
