"""Who is not bound, or is bound, by an act of an organization otherwise than as its member: opt-outs and opt-ins.

``data/organizations/exceptions.csv`` is curated: each row names the article or protocol that it rests on.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from iml_graph.dates import is_cut_date, is_full
from iml_graph.errors import DataError
from iml_graph.text_files import read_rows

KINDS = ("opt-in", "opt-out")
COLUMNS = ("instrument", "party", "kind", "from", "until", "basis", "source", "locator")


@dataclass(frozen=True, order=True, slots=True)
class MemberException:
    """An exception of ``kind`` in ``[start, until)`` (ISO days; empty: without limit), with its legal basis."""

    instrument: str
    party: str
    kind: str
    start: str
    until: str
    basis: str
    source: str
    locator: str


def load_exceptions(path: Path) -> tuple[MemberException, ...]:
    """Read all exceptions, sorted; none if there is no file.

    Raises:
        DataError: the header is another, a kind is unknown, or a date is not a day.
    """
    if not path.is_file():
        return ()
    return tuple(sorted(_read(path.name, row) for row in read_rows(path, COLUMNS)))


def _read(file: str, row: dict[str, str]) -> MemberException:
    found = MemberException(*row.values())
    if found.kind not in KINDS:
        raise DataError(f"{file}: “{found.kind}” ({found.instrument}, {found.party}) is not one of {', '.join(KINDS)}.")
    for day in filter(None, (found.start, found.until)):
        if not (is_full(day) and is_cut_date(day)):
            raise DataError(f"{file}: “{day}” ({found.instrument}, {found.party}) is not an ISO day.")
    return found
