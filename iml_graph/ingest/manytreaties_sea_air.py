"""Read the parties to SOLAS 1974 and to the Chicago Convention, hand coded by a research project.

Publisher: manytreaties 1.0.0 (J. Hollway and others, IHEID), table HUGGO of environmental treaties, where the
Chicago Convention stands under the title of one of its annexes. Dates are day first. Signatures are not read: many
of them are the day of the treaty itself. Successor States carry their predecessor's consent beside their
succession, of which only the latter is read; so is China's renewed participation of 1954, by its effect.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from iml_graph.ingest.manytreaties import STILL_PARTY
from iml_graph.ingest.names import Names
from iml_graph.ingest.rows import ActionRow
from iml_graph.ingest.tables import Line, read_lines

SOURCE = "manytreaties-memberships"

FILES = ("HUGGO_MEM_env_reconciled_subset.csv",)

INSTRUMENTS = {"INTSLS_1974A": "solas", "ICAAAN_1944A": "chicago-convention"}
"""Instrument id by the project's identifier; the other treaties of the table are left to other readers."""

_MODES = (("Accession", "accession"), ("Acceptance", "acceptance"))
"""Column that repeats the day of the consent where this was its mode, and the mode."""

_BLANKS = ("", "NA")
_MISWRITTEN = {"1985-11-01-": "01.11.1985"}  # Benin, SOLAS
_COLUMNS = ("manyID", "stateID", "stateRat", "stateForce", "stateForce2", "stateWithdrawal", "Succession", "Accession")


def read(folder: Path, names: Names) -> Iterator[ActionRow]:
    """Yield consents with their effect, successions, and withdrawals by their effect.

    Raises:
        SourceFormatError: the file is missing or malformed.
    """
    for line in read_lines(folder / FILES[0], _COLUMNS):
        if line.cells["manyID"] in INSTRUMENTS:
            yield from _acts(line, names)


def _acts(line: Line, names: Names) -> Iterator[ActionRow]:
    consented, in_force, again, succeeded, ended = (
        _day(line, heading) for heading in ("stateRat", "stateForce", "stateForce2", "Succession", "stateWithdrawal")
    )
    left = ended not in ("", STILL_PARTY)
    if succeeded and not left:
        yield _row(line, names, "succession", succeeded)
        return
    yield _row(line, names, _mode(line, consented), consented, effect=in_force)
    if left:
        yield _row(line, names, "withdrawal", "", effect=ended)
    if again:
        yield _row(line, names, "consent", "", effect=again)


def _mode(line: Line, consented: str) -> str:
    return next((mode for heading, mode in _MODES if _day(line, heading) == consented), "consent")


def _day(line: Line, heading: str) -> str:
    shown = line.cells[heading].strip()
    return "" if shown in _BLANKS else line.day_first(_MISWRITTEN.get(shown, shown))


def _row(line: Line, names: Names, action: str, day: str, effect: str = "") -> ActionRow:
    state, instrument = line.cells["stateID"], INSTRUMENTS[line.cells["manyID"]]
    return line.row(names, instrument, state, action, day, effect=effect, as_shown=day or effect, source=SOURCE)
