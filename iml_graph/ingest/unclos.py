"""Read the acts on the United Nations Convention on the Law of the Sea from the IEADB.

Publisher: International Environmental Agreements Database Project (Mitchell and others 2020, Global
Environmental Politics 20(1): 103-121); file of 23 January 2026. It gives the entry into force for each State,
which is put on the row of the consent. "Consent to be bound" (the European Union) leaves the mode
open. The file lacks parties later than Rwanda (2023).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from iml_graph.errors import SourceFormatError
from iml_graph.ingest.names import Names
from iml_graph.ingest.rows import CONSENTS, ActionRow
from iml_graph.ingest.tables import Line, read_lines

SOURCE = "ieadb-unclos-2026-01"

FILES = ("db_members_mitch2947_unclos.csv",)

_ACTIONS = {
    "Signature": "signature",
    "Ratification": "ratification",
    "Accession": "accession",
    "Succession": "succession",
    "Consent To Be Bound": "consent",
}
_IN_FORCE = "Entry into force"
_NAME = "Country (official name)"


def read(folder: Path, names: Names) -> Iterator[ActionRow]:
    """Yield signatures and consents, the latter with their entry into force.

    Raises:
        SourceFormatError: the file is missing or malformed, or has an action of no known kind.
    """
    lines = list(read_lines(folder / FILES[0], (_NAME, "Action", "Year", "Month", "Day"), delimiter=";"))
    effects = {line.cells[_NAME]: _date(line) for line in lines if line.cells["Action"] == _IN_FORCE}
    for line in lines:
        if line.cells["Action"] == _IN_FORCE:
            continue
        row = _act(line, names)
        yield replace(row, effect=effects.get(row.participant, "")) if row.action in CONSENTS else row


def _act(line: Line, names: Names) -> ActionRow:
    stated = line.cells["Action"]
    if stated not in _ACTIONS:
        raise SourceFormatError(line.file, line.place, f"“{stated}” is no known action")
    day = _date(line)
    shown = f"{stated} {day}"
    return line.row(names, "unclos", line.cells[_NAME], _ACTIONS[stated], day, as_shown=shown, source=SOURCE)


def _date(line: Line) -> str:
    year, month, day = (line.cells[part] for part in ("Year", "Month", "Day"))
    return line.iso(f"{year:0>4}-{month:0>2}-{day:0>2}")
