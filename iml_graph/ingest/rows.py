"""The one row type that every reader yields, and its CSV form under ``data/participation/``."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from iml_graph.dates import is_cut_date
from iml_graph.errors import DataError
from iml_graph.text_files import read_rows

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
TERMINATIONS = frozenset({"denunciation", "withdrawal"})

CLASSES: Mapping[str, str] = {
    **dict.fromkeys(CONSENTS, "consent"),
    **dict.fromkeys(SIGNATURES, "signature"),
    **dict.fromkeys(TERMINATIONS, "termination"),
}
"""The class of each act that can be in effect or not; statements on an instrument have none."""


@dataclass(frozen=True, order=True, slots=True)
class ActionRow:
    """One event as one source states it.

    ``date`` and ``effect`` are ISO dates cut to what is known (``1998``, ``1998-05``, ``1998-05-26`` or
    empty), so that their length is their precision. ``effect`` is filled only where the source itself
    states it; computed dates never stand here. ``articles`` and ``territories`` are lists joined by ``;``.
    ``as_shown`` is the short string of the source (a cell, a heading), never a sentence of a declaration.
    """

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


COLUMNS = tuple(field.name for field in fields(ActionRow))


def to_csv(rows: Iterable[ActionRow]) -> str:
    """Write rows as CSV text: sorted, LF line ends, so that the same rows give the same bytes."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(astuple(row) for row in sorted(set(rows)))
    return out.getvalue()


def read_folder(folder: Path) -> Iterator[ActionRow]:
    """Read the rows of all committed files, file by file in the order of their names.

    Raises:
        DataError: a header is not the expected one.
    """
    for path in sorted(folder.glob("*.csv")):
        yield from read_csv(path)


def read_csv(path: Path) -> Iterator[ActionRow]:
    """Read the rows of one committed file.

    Raises:
        DataError: the header is not the expected one, or a date is none.
    """
    for cells in read_rows(path, COLUMNS):
        row = ActionRow(**cells)
        for day in filter(None, (row.date, row.effect)):
            if not is_cut_date(day):
                raise DataError(f"{path.name}: “{day}” ({row.party}, {row.action}) is not an ISO date.")
        yield row
