"""Read who was a member of the International Labour Organization when, from a plain copy of an encyclopedia's page.

The page has tables for present members, for those that left, were removed, or ceased to exist, and a list of those
that never joined. Notes give earlier times of membership by year. A State that the Organization counts as a member all
along although it was struck off its list (Ethiopia) has no gap here either. The page is in Markdown of a kind: one
line a row, cells parted by bars.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from iml_graph.errors import SourceFormatError
from iml_graph.ingest.dates import read_date
from iml_graph.ingest.facts import MembershipRow
from iml_graph.ingest.names import Names
from iml_graph.ingest.tables import require
from iml_graph.text_files import read_text

SOURCE = "wikipedia-org-pages-2025"

FILES = ("member_states_of_the_international_labour_organization.md",)

AS_OF = "2025-02"
"""To what the page dates its list of members."""

_PRESENT, _OBSERVERS, _LEFT = "Member states", "Observer states", "Member withdrawals"
_REMOVED, _FORMER = "States removed from membership", "Former members"
_NEVER = "UN member and observer states not members of the ILO"
_SECTIONS = (_PRESENT, _OBSERVERS, _LEFT, _REMOVED, _FORMER, _NEVER)

_EARLIER = re.compile(r"(?:ember (?:as \w+ |from )?|Joined in |Readmitted in )(\d{4})\b")
_NO_GAP = "still considered to have held membership"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its section, its line (counted from one), and its cells."""

    section: str
    line: int
    cells: tuple[str, ...]

    @property
    def place(self) -> str:
        """The line as people cite it."""
        return f"line {self.line}"

    def day(self, number: int) -> str:
        """Return the date of a cell, cut to what is known (``1940``, ``1940-02``, ``1934-09-18``).

        Raises:
            SourceFormatError: the cell is missing or no date.
        """
        text = self.cells[number] if number < len(self.cells) else ""
        if whole := read_date(text):
            return whole
        for form, cut in (("%B %Y", "%Y-%m"), ("%Y", "%Y")):
            try:
                return datetime.strptime(text, form).strftime(cut)  # noqa: DTZ007 - a month has no time zone
            except ValueError:
                continue
        raise SourceFormatError(FILES[0], self.place, f"“{text}” is not a date")


def read(folder: Path, names: Names) -> Iterator[MembershipRow]:
    """Yield admissions, withdrawals, and who is on the list of observers or of those that never joined.

    Raises:
        SourceFormatError: the file is missing, lacks a section, or has a cell that is no date.
    """
    path = folder / FILES[0]
    rows = list(read_rows(path))
    if missing := set(_SECTIONS) - {row.section for row in rows}:
        raise SourceFormatError(path.name, "sections", f"lacks {', '.join(sorted(missing))}")
    present = {_name(row) for row in rows if row.section == _PRESENT}
    for row in rows:
        for event, date, status in _statements(row, present):
            yield _membership(row, names, event, date, status)


def read_rows(path: Path) -> Iterator[Row]:
    """Yield the rows of the sections that are read; headings and rules above a table are none.

    Raises:
        SourceFormatError: the file is missing or not UTF-8.
    """
    section = ""
    for number, line in enumerate(read_text(require(path)).splitlines(), 1):
        if line.startswith("## "):
            section = line.removeprefix("## ").strip()
        elif line.startswith("| ") and section in _SECTIONS:
            yield Row(section, number, tuple(cell.strip() for cell in line.removeprefix("|").split("|")))


def _statements(row: Row, present: set[str]) -> Iterator[tuple[str, str, str]]:
    """Yield event, date and status of all that a row states."""
    if row.section == _PRESENT:
        yield from (("admission", year, "member") for year in _EARLIER.findall(row.cells[-1]))
        yield "admission", row.day(1), "member"
    elif row.section == _OBSERVERS:
        yield "listed", AS_OF, "observer"
    elif row.section == _NEVER:
        yield "not-listed", AS_OF, "member"
    elif row.section == _FORMER:
        yield "admission", row.day(1), "member"
        yield "withdrawal", row.day(2), "member"
    elif _NO_GAP not in row.cells[-1]:
        yield "withdrawal", row.day(1), "member"
        if _name(row) not in present and row.section == _LEFT:
            yield "admission", row.day(2), "member"


def _name(row: Row) -> str:
    """Return the name without the marks of founding and of invited members."""
    return row.cells[0].rstrip("\\+* ")


def _membership(row: Row, names: Names, event: str, date: str, status: str) -> MembershipRow:
    shown = row.section if event.endswith("listed") else " | ".join(cell[:60] for cell in row.cells[1:3])
    return MembershipRow(
        organization="ilo",
        party=names.code(_name(row), FILES[0], row.place),
        event=event,
        date=date,
        status=status,
        participant=_name(row),
        as_shown=shown,
        source=SOURCE,
        locator=f"{FILES[0]} {row.place}",
    )
