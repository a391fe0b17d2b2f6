"""Read what the Swiss scope-of-application tables add to older lists of the depositary.

Publisher: Swiss Federal Chancellery (Fedlex), transcribed from ``droid-f/fedlex-assets``; two statements come
from elsewhere and say so in the register of sources. Deposit and entry into force stand on two lines,
which are joined into one row. Extensions name the territory alone, although the tables print it below its
State: the State is put back. South Sudan's accession to the 1951 Convention has no date; Luxembourg's to the
1961 Convention has only its entry into force.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from iml_graph.ingest.names import NameResolver, Names
from iml_graph.ingest.rows import CONSENTS, ActionRow
from iml_graph.ingest.tables import Line, gather, read_lines

SOURCE = "web-transcribed-2"

FILES = ("events.csv",)

INSTRUMENTS = {
    "untoc": "untoc",
    "palermo-smuggling": "palermo-smuggling",
    "palermo-trafficking": "palermo-trafficking",
    "statelessness-1954": "statelessness-1954",
    "statelessness-1961": "statelessness-1961",
    "refugees-1951": "refugee-1951",
    "refugees-1967": "refugee-1967",
    "consular-relations-1963": "vccr",
}
"""Our instrument id by the one of the transcription; its other instruments are left for later."""

_STATE_OF = {"AIA": "GBR", "BMU": "GBR", "CUW": "NLD", "GGY": "GBR", "JEY": "GBR", "TCA": "GBR"}

_COLUMNS = ("state_iso3", "instrument", "action", "date")


def read(folder: Path, names: NameResolver) -> Iterator[ActionRow]:
    """Yield consents and territorial applications, each with its entry into force.

    Raises:
        SourceFormatError: the file is missing or malformed.
        UnknownNamesError: codes of no known party, every one with its line.
    """
    return gather(names, lambda noting: _read(folder, noting))


def _read(folder: Path, names: Names) -> Iterator[ActionRow]:
    lines = [line for line in read_lines(folder / FILES[0], _COLUMNS) if line.cells["instrument"] in INSTRUMENTS]
    for _, pair in groupby(lines, key=lambda line: (line.cells["instrument"], line.cells["state_iso3"])):
        yield _join(list(pair), names)


def _join(lines: list[Line], names: Names) -> ActionRow:
    """Make one row of the act and the entry into force that follows it."""
    effect = next((_date(line) for line in lines if line.cells["action"] == "entry_into_force"), "")
    act = lines[0]
    day = "" if act.cells["action"] == "entry_into_force" else _date(act)
    row = act.row(
        names,
        INSTRUMENTS[act.cells["instrument"]],
        act.cells["state_iso3"],
        _action(act),
        day,
        effect=effect,
        as_shown=" ".join((act.cells["action"].replace("_", " "), act.cells["date"])).strip(),
        source=SOURCE,
    )
    if row.action != "territorial-application":
        return row
    state = names.code(_STATE_OF.get(row.participant, row.participant), act.file, act.place)
    return replace(row, party=state, territories=row.party)


def _action(line: Line) -> str:
    stated = line.cells["action"].replace("_", "-")
    if stated == "territorial-application" or stated in CONSENTS:
        return stated
    return "consent"


def _date(line: Line) -> str:
    return line.iso(line.cells["date"]) if line.cells["date"] else ""
