"""What a briefing is made of, whatever its form: sections of paragraphs, lists, tables and figures.

Texts are plain, in one language, already typeset. Nothing here knows how a form is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a ``note`` is set smaller."""

    text: str
    note: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list, with words at its head that stand out, their stop included."""

    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Item, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, with the address that it links to and the language of its text, where it is another."""

    text: str
    address: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, its share of the width (in hundredths), and whether it holds numbers."""

    title: str
    width: int
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that belong together, under a heading of their own if ``title`` is set."""

    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first cell of each row is its heading."""

    caption: str
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]

    @property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """All rows, whatever group they are in."""
        return tuple(row for group in self.groups for row in group.rows)


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture as SVG, with its caption and what it shows in words; ``width`` and ``height`` in its own units."""

    svg: str
    caption: str
    alternative: str
    width: int
    height: int


Block = Paragraph | Items | Table | Figure


@dataclass(frozen=True, slots=True)
class Section:
    """A part with a heading, its blocks, then its own parts; ``page`` begins a new page where there are pages."""

    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    page: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A briefing: its language (``en``, ``fr``, ``es``), what stands on top, what runs on every page, its sections.

    ``running`` names the subject, ``origin`` the release and the day of the data; ``page_of`` is how a page is
    numbered, with ``{page}`` and ``{pages}``.
    """

    lang: str
    title: str
    subtitle: str
    running: str
    origin: str
    page_of: str
    sections: tuple[Section, ...]

    def walk(self) -> Iterator[tuple[int, Section]]:
        """Yield all sections in their order, with the depth of each (1 for those at the top)."""
        yield from _walk(self.sections, 1)


def _walk(sections: tuple[Section, ...], depth: int) -> Iterator[tuple[int, Section]]:
    for section in sections:
        yield depth, section
        yield from _walk(section.sections, depth + 1)
