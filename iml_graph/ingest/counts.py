"""Numbers of parties and signatories as a depositary's page prints them, to hold our lists against."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from iml_graph.text_files import read_rows, table_text


@dataclass(frozen=True, order=True, slots=True)
class PrintedCount:
    """What a page says of one instrument on a day.

    ``signatories`` and ``parties`` are numbers, empty where none is printed. ``participants`` are the codes of all
    that the page lists, parties and signatories alike, joined by ``;``; empty where the source lists none.
    """

    instrument: str
    source: str
    as_of: str
    signatories: str
    parties: str
    participants: str
    locator: str


_COLUMNS = [field.name for field in fields(PrintedCount)]


def to_csv(counts: Iterable[PrintedCount]) -> str:
    """Write the counts as CSV text: sorted, LF line ends, so that the same counts give the same bytes."""
    return table_text(_COLUMNS, (astuple(count) for count in sorted(set(counts))))


def read_csv(path: Path) -> tuple[PrintedCount, ...]:
    """Read the committed counts; none if there is no file yet.

    Raises:
        DataError: the header is not the expected one.
    """
    if not path.is_file():
        return ()
    return tuple(PrintedCount(**line) for line in read_rows(path, _COLUMNS))
