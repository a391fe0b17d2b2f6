"""Rows: one fact as one source states it, kept as CSV below ``data``; and the row of a treaty action."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Any, ClassVar, Protocol, TypeVar

from iml_graph.dates import is_cut_date
from iml_graph.errors import DataError
from iml_graph.text_files import read_rows, table_text

CONSENTS = frozenset(
    {
        "ratification",
        "accession",
        "succession",
        "acceptance",
        "approval",
        "formal-confirmation",
        "definitive-signature",
        "consent",  # the source states that a party consented, but not how
    }
)
SIGNATURES = frozenset({"signature", "succession-to-signature"})
TERMINATIONS = frozenset({"cessation", "denunciation", "withdrawal"})

CLASSES: Mapping[str, str] = {
    **dict.fromkeys(CONSENTS, "consent"),
    **dict.fromkeys(SIGNATURES, "signature"),
    **dict.fromkeys(TERMINATIONS, "termination"),
}
"""The class of each act that can be in effect or not; statements on an instrument have none."""


class Row(Protocol):
    """What all rows have in common: frozen, ordered dataclasses of texts, with the source that states them.

    ``FOLDER`` is where below ``data`` the rows of a type are kept, one file for each value of the column ``KEY``.
    ``DATES`` names the columns that hold ISO dates cut to what is known (``1998``, ``1998-05``, ``1998-05-26`` or
    empty), so that their length is their precision.
    """

    __dataclass_fields__: ClassVar[dict[str, Any]]
    FOLDER: ClassVar[str]
    KEY: ClassVar[str]
    DATES: ClassVar[tuple[str, ...]]

    @property
    def source(self) -> str:
        """The identifier of the source."""

    def __lt__(self, other: Any) -> bool: ...


def file_of(row: Row) -> str:
    """Return the path below ``data`` of the file that holds a row."""
    return f"{row.FOLDER}/{getattr(row, row.KEY)}.csv"


R = TypeVar("R", bound=Row)


@dataclass(frozen=True, order=True, slots=True)
class ActionRow:
    """One treaty action as one source states it.

    ``effect`` is filled only where the source itself states it; computed dates never stand here. ``articles`` and
    ``territories`` are lists joined by ``;``. ``as_shown`` is the short string of the source (a cell, a heading),
    never a sentence of a declaration.
    """

    FOLDER: ClassVar[str] = "participation"
    KEY: ClassVar[str] = "instrument"
    DATES: ClassVar[tuple[str, ...]] = ("date", "effect")

    instrument: str
    party: str
    action: str
    date: str
    effect: str = ""
    articles: str = ""
    territories: str = ""
    responds_to: str = ""
    bracketed: str = ""
    participant: str = ""
    as_shown: str = ""
    source: str = ""
    locator: str = ""


def columns(kind: type[Row]) -> tuple[str, ...]:
    """Name the columns of a type of row, in their order."""
    return tuple(field.name for field in fields(kind))


def to_csv(kind: type[R], rows: Iterable[R]) -> str:
    """Write rows as CSV text: sorted, LF line ends, so that the same rows give the same bytes."""
    return table_text(columns(kind), (astuple(row) for row in sorted(set(rows))))


def read_folder(kind: type[R], folder: Path) -> Iterator[R]:
    """Read the rows of all files of a folder, in the order of their names; none if there is no folder.

    Raises:
        DataError: a header is not the expected one, or a date is none.
    """
    for path in sorted(folder.glob("*.csv")):
        yield from read_csv(kind, path)


def read_csv(kind: type[R], path: Path) -> Iterator[R]:
    """Read the rows of one committed file.

    Raises:
        DataError: the header is not the expected one, or a date is none.
    """
    for cells in read_rows(path, columns(kind)):
        for day in filter(None, (cells[name] for name in kind.DATES)):
            if not is_cut_date(day):
                raise DataError(f"{path.name}: “{day}” in the row {', '.join(cells.values())} is not an ISO date.")
        yield kind(**cells)
