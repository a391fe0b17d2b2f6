"""Read parties to nine treaties with the entry into force for each, hand coded by a research project.

Publisher: manytreaties 1.0.0 (J. Hollway and others, IHEID), CC BY 4.0. The mode of consent is not given. For the
Genocide Convention the consent of early parties is often its entry into force, and two successor States
carry their predecessors' dates: those consents are read as they stand and rejected by adjudication. The
predecessors' signatures are left out, since the successors have no act of their own to hold against them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from iml_graph.ingest.names import Names
from iml_graph.ingest.rows import ActionRow
from iml_graph.ingest.tables import Line, read_lines

SOURCE = "manytreaties-2025-10"

FILES = ("ggo_parties_selected.csv",)

INSTRUMENTS = {
    "IV-1": "genocide",
    "IV-2": "icerd",
    "IV-3": "icescr",
    "IV-4": "iccpr",
    "IV-8": "cedaw",
    "IV-9": "cat",
    "IV-11": "crc",
    "IV-13": "icrmw",
    "XVIII-10": "rome-statute",
}
"""Instrument id by the depositary's number."""

OWN_CODES = {"ALG": "DZA"}
"""Our code by the project's, where they differ."""

STILL_PARTY = "9999-12-31"
"""The end of a participation that has none."""

_OWN_ACTS_FROM = {"CZE": "1993-01-01", "SRB": "1992-04-27"}
"""Signatures of earlier days are those of Czechoslovakia and of the Socialist Federal Republic of Yugoslavia."""


def read(folder: Path, names: Names) -> Iterator[ActionRow]:
    """Yield signatures, consents with their effect, and withdrawals by their effect.

    Raises:
        SourceFormatError: the file is missing or malformed.
    """
    columns = ("mtdsg_no", "stateID", "StateSignature", "StateRatification", "StateForce", "StateEnd")
    for line in read_lines(folder / FILES[0], columns):
        yield from _acts(line, names)


def _acts(line: Line, names: Names) -> Iterator[ActionRow]:
    signed, consented, in_force, ended = (
        line.iso(line.cells[name]) if line.cells[name] else ""
        for name in ("StateSignature", "StateRatification", "StateForce", "StateEnd")
    )
    if signed >= _OWN_ACTS_FROM.get(line.cells["stateID"], "0001"):
        yield _row(line, names, "signature", signed, as_shown=signed)
    if consented:
        yield _row(line, names, "consent", consented, effect=in_force, as_shown=consented)
    if ended not in ("", STILL_PARTY):
        yield _row(line, names, "withdrawal", "", effect=ended, as_shown=ended)


def _row(line: Line, names: Names, action: str, day: str, **rest: str) -> ActionRow:
    state = line.cells["stateID"]
    instrument = INSTRUMENTS[line.cells["mtdsg_no"]]
    return line.row(names, instrument, OWN_CODES.get(state, state), action, day, source=SOURCE, **rest)
