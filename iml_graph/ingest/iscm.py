"""Read who takes part in the inter-state consultation mechanisms on migration, as lists of them have it.

The lists were transcribed from pages of the IOM, of the mechanisms and of the press. They say who is on a list, not
since when; some rows follow from another membership (“28 EU Member States”), and say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from iml_graph.errors import SourceFormatError
from iml_graph.ingest.facts import MembershipRow
from iml_graph.ingest.names import Names
from iml_graph.ingest.tables import Line, read_lines

SOURCE = "iscm-membership"

FILES = ("memberships.csv",)

_COLUMNS = ("process_id", "name_as_listed", "status", "as_of", "basis", "source_url")

_STATUSES = {
    "member": "member",
    "member of the Ad Hoc Group (2009)": "member",
    "participant": "member",
    "participant at launch": "member",
    "participating State": "member",
    "signatory of the Declaration of Quito": "member",
    "participating country of the Silk Routes region": "associate",
    "observer": "observer",
}

_DAY = re.compile(r"\d{4}(-\d{2}){0,2}")


def read(folder: Path, names: Names) -> Iterator[MembershipRow]:
    """Yield one row for each participant of each list.

    Raises:
        SourceFormatError: the file is missing or malformed.
    """
    for line in read_lines(folder / FILES[0], _COLUMNS):
        yield _membership(line, names)


def _membership(line: Line, names: Names) -> MembershipRow:
    status, as_of = line.cells["status"], line.cells["as_of"]
    if status not in _STATUSES:
        raise SourceFormatError(line.file, line.place, f"“{status}” is no status that is known")
    name = line.cells["name_as_listed"]
    return MembershipRow(
        organization=line.cells["process_id"],
        party=line.party(names, name),
        event="listed",
        date=as_of if _DAY.fullmatch(as_of) else "",
        status=_STATUSES[status],
        participant=name,
        as_shown=f"{status}, {as_of}" + _derived(line.cells["basis"]),
        source=SOURCE,
        locator=f"{line.locator}, {line.cells['source_url']}",
    )


def _derived(basis: str) -> str:
    """Return from what a row follows, without the explanation in brackets: records keep short strings."""
    return f"; {basis.partition(' (')[0]}" if basis.startswith("derived") else ""
