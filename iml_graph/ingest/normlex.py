"""Read the ratification tables of the International Labour Office, as scraped in June 2023.

Publisher: International Labour Office (NORMLEX), retrieved from GitHub ``iferminm/crba-etl``; the declarations that the
Office glues to the name of a State were parted from it. The tables call successions ratifications; ``CONTINUED`` tells
them. The day of a denunciation is that of its registration; that of an automatic one is the entry into force of the
revising Convention, which is its effect.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from iml_graph.ingest.names import Names
from iml_graph.ingest.rows import ActionRow
from iml_graph.ingest.tables import Line, read_lines

SOURCE = "ilo-normlex-crba-2023"

FILES = ("ilo_ratifications_normalized.csv",)

INSTRUMENTS = {
    code: f"ilo-{code.lower()}"
    for code in (
        *("C029", "C081", "C087", "C095", "C098", "C100", "C103", "C105"),
        *("C111", "C131", "C138", "C155", "C182", "C183", "P029"),
    )
}
"""Our instrument by the Office's code; its tables on hours of work (C001, C047) are not of migration law."""

CONTINUED = {
    "ATG": "1983-02-02",
    "AZE": "1992-05-19",
    "BEN": "1960-12-12",
    "BFA": "1960-11-21",
    "BGD": "1972-06-22",
    "BIH": "1993-06-02",
    "BLZ": "1983-12-15",
    "BRB": "1967-05-08",
    "CAF": "1960-10-27",
    "CIV": "1960-11-21",
    "CMR": "1962-09-03",
    "COG": "1960-11-10",
    "COM": "1978-10-23",
    "CZE": "1993-01-01",
    "DJI": "1978-08-03",
    "DMA": "1983-02-28",
    "DZA": "1962-10-19",
    "GAB": "1960-10-14",
    "GIN": "1959-01-21",
    "HRV": "1991-10-08",
    "JAM": "1962-12-26",
    "KGZ": "1992-03-31",
    "KIR": "2000-02-03",
    "LCA": "1980-05-14",
    "LSO": "1966-10-31",
    "MDG": "1960-11-01",
    "MKD": "1991-11-17",
    "MLI": "1960-09-22",
    "MNE": "2006-06-03",
    "MRT": "1961-06-20",
    "NER": "1961-02-27",
    "NGA": "1960-10-17",
    "SEN": "1960-11-04",
    "SRB": "2000-11-24",
    "SUR": "1976-06-15",
    "SVK": "1993-01-01",
    "SVN": "1992-05-29",
    "SWZ": "1978-04-26",
    "SYC": "1978-02-06",
    "TCD": "1960-11-10",
    "TGO": "1960-06-07",
    "TJK": "1993-11-26",
    "TTO": "1963-05-24",
}
"""Days on which States declared themselves bound by what had bound their territory before: the successions in the scope
of Convention No. 87 that the Swiss Federal Chancellery printed on 29 April 2025 (Syria's left out, which has the
entry into force of a ratification). What bears that day in any of the tables is part of the same declaration."""

_COLUMNS = ("state_iso3", "state_name", "instrument", "date", "inline_declaration", "note", "denunciation_date")

_IN_FORCE = "entry_into_force_if_stated"

_LONGEST = 60
"""Statements that are longer are prose of the State, which is not copied."""


@dataclass(frozen=True, slots=True)
class _Statement:
    """What a State added to its ratification: the act, the provision, and whether it was made on that day."""

    action: str
    article: str
    same_day: bool = True


_STATEMENTS = {
    "C081": _Statement("exclusion-of-provisions", "part-2"),
    "C095": _Statement("exclusion-of-provisions", "11", same_day=False),  # it follows from ratifying C173 later
    "C103": _Statement("declaration", "7"),
    "C138": _Statement("declaration", "2.1", same_day=False),  # the age may have been raised since
    "C183": _Statement("declaration", "4.2"),
}


def read(folder: Path, names: Names) -> Iterator[ActionRow]:
    """Yield ratifications and successions, denunciations, and what States excluded or declared when they ratified.

    Raises:
        SourceFormatError: the file is missing or malformed.
    """
    for line in read_lines(folder / FILES[0], (*_COLUMNS, _IN_FORCE)):
        if line.cells["instrument"] in INSTRUMENTS:
            yield _ratification(line, names)
            yield from _denunciation(line, names)
            yield from _statement(line, names)


def _row(line: Line, names: Names, action: str, day: str, **rest: str) -> ActionRow:
    return line.row(
        names,
        INSTRUMENTS[line.cells["instrument"]],
        line.cells["state_iso3"],
        action,
        line.iso(day) if day else "",
        source=SOURCE,
        **rest,
    )


def _ratification(line: Line, names: Names) -> ActionRow:
    day = line.cells["date"]
    action = "succession" if CONTINUED.get(line.cells["state_iso3"]) == day else "ratification"
    return _row(line, names, action, day, effect=line.cells[_IN_FORCE], as_shown=day)


def _denunciation(line: Line, names: Names) -> Iterator[ActionRow]:
    if not (day := line.cells["denunciation_date"]):
        return
    shown = line.cells["note"]
    if shown.startswith("Automatic"):
        yield _row(line, names, "denunciation", "", effect=line.iso(day), as_shown=shown)
    else:
        yield _row(line, names, "denunciation", day, as_shown=shown)


def _statement(line: Line, names: Names) -> Iterator[ActionRow]:
    """Yield what a State excluded or declared; that it is bound by a protocol too is said elsewhere."""
    text = line.cells["inline_declaration"]
    kind = _STATEMENTS.get(line.cells["instrument"])
    if kind is None or not text or text.startswith("Has ratified"):
        return
    # Slovenia ended its obligations under article 11 of C095 for some claims only.
    action = "declaration" if text.startswith("In accordance with") else kind.action
    shown = re.split(r"\. | by ", text)[0]
    yield _row(
        line,
        names,
        action,
        line.cells["date"] if kind.same_day else "",
        articles=kind.article,
        as_shown=shown if len(shown) <= _LONGEST else "",
    )
