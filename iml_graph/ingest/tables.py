"""What the readers of tables share: lines with their numbers, the acts that they state."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from iml_graph.errors import SourceFormatError
from iml_graph.ingest.cells import Markers, read_cell
from iml_graph.ingest.names import Names
from iml_graph.ingest.rows import ActionRow
from iml_graph.text_files import read_text

_DAY_FIRST = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table: its cells by heading, and where it stands (lines are counted from one)."""

    file: str
    number: int
    cells: Mapping[str, str]

    @property
    def place(self) -> str:
        """The line as people cite it."""
        return f"line {self.number}"

    @property
    def locator(self) -> str:
        """File and line, as rows have them."""
        return f"{self.file} {self.place}"

    def party(self, names: Names, name: str) -> str:
        """Return the code of a party, or an empty text after noting the unknown name with this place."""
        return names.code(name, self.file, self.place)

    def row(self, names: Names, instrument: str, participant: str, action: str, day: str, **rest: str) -> ActionRow:
        """Make the row of one act that this line states.

        Args:
            names: turns the participant into a code, or notes it with this place.
            instrument: id of the instrument.
            participant: the name as printed.
            action: concept of the scheme ``action-types``.
            day: ISO date cut to what is known.
            rest: other fields of the row.
        """
        return ActionRow(
            instrument=instrument,
            party=self.party(names, participant),
            action=action,
            date=day,
            participant=participant,
            locator=self.locator,
            **rest,
        )

    def acts(
        self, names: Names, instrument: str, participant: str, columns: Iterable[tuple[str, Markers]], source: str
    ) -> Iterator[ActionRow]:
        """Yield the act of each column whose cell is a date with a marker, as the depositary prints it.

        Raises:
            SourceFormatError: a cell is neither empty nor of that form.
        """
        for heading, markers in columns:
            shown = self.cells[heading].strip()
            if not shown:
                continue
            cell = read_cell(shown, markers)
            if cell is None:
                raise SourceFormatError(self.file, self.place, f"the cell “{shown}” is not a date with a marker")
            bracketed = "yes" if cell.bracketed else ""
            yield self.row(
                names,
                instrument,
                participant,
                cell.action,
                cell.date,
                bracketed=bracketed,
                as_shown=shown,
                source=source,
            )

    def iso(self, text: str) -> str:
        """Return the text if it is an ISO date.

        Raises:
            SourceFormatError: it is not one.
        """
        try:
            return date.fromisoformat(text).isoformat()
        except ValueError:
            raise SourceFormatError(self.file, self.place, f"“{text}” is not an ISO date") from None

    def day_first(self, text: str) -> str:
        """Return the ISO date of a day written day first, parted by points or strokes: ``4.10.2007``, ``04/10/2007``.

        Raises:
            SourceFormatError: it is not of that form, or no day of the calendar.
        """
        found = _DAY_FIRST.fullmatch(text)
        if found is None:
            raise SourceFormatError(self.file, self.place, f"“{text}” is not a date, day first")
        day, month, year = found.groups()
        return self.iso(f"{year}-{month:0>2}-{day:0>2}")


def require(path: Path) -> Path:
    """Return the path of a file of a source that is there.

    Raises:
        SourceFormatError: it is missing.
    """
    if not path.is_file():
        raise SourceFormatError(path.name, "file", "is missing from the folder of the source")
    return path


def read_lines(path: Path, columns: Iterable[str] = (), delimiter: str = ",") -> Iterator[Line]:
    """Yield the lines of a table below its heading.

    Args:
        path: the file, UTF-8.
        columns: headings that it must have.
        delimiter: what parts the cells.

    Raises:
        SourceFormatError: the file or a heading is missing, or a line is not UTF-8 or has too many or too few cells.
    """
    reader = csv.DictReader(io.StringIO(read_text(require(path)), newline=""), delimiter=delimiter)
    if not reader.fieldnames:
        raise SourceFormatError(path.name, "line 1", "has no heading")
    if missing := set(columns) - set(reader.fieldnames):
        raise SourceFormatError(path.name, "line 1", f"lacks the headings {', '.join(sorted(missing))}")
    for cells in reader:
        if None in cells or None in cells.values():
            raise SourceFormatError(path.name, f"line {reader.line_num}", "has more or fewer cells than the heading")
        yield Line(path.name, reader.line_num, cells)
