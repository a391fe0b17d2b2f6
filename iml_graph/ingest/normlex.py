"""Read the ratification tables of the International Labour Office, as scraped in June 2023.

Publisher: International Labour Office (NORMLEX), retrieved from GitHub ``iferminm/crba-etl``; the declarations that the
Office glues to the name of a State were parted from it. The tables call successions ratifications; a curated table
tells them. The day of a denunciation is that of its registration; that of an automatic one is the entry into force of
the revising Convention, which is its effect.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from iml_graph.ingest.curation import read_table
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
    successions = load_successions()
    for line in read_lines(folder / FILES[0], (*_COLUMNS, _IN_FORCE)):
        if line.cells["instrument"] in INSTRUMENTS:
            succeeded = (line.cells["state_iso3"], line.cells["date"]) in successions
            yield _ratification(line, names, "succession" if succeeded else "ratification")
            yield from _denunciation(line, names)
            yield from _statement(line, names)


def load_successions() -> frozenset[tuple[str, str]]:
    """Return the State and ISO day of each declaration of being bound by what had bound a territory before.

    They are the successions in the scope of Convention No. 87 that the Swiss Federal Chancellery printed on 29 April
    2025, without Syria's, which has the entry into force of a ratification. What bears that day in any of the tables
    is part of the same declaration.

    Raises:
        DataError: the columns of the table are not the expected ones.
    """
    rows = read_table("ilo-successions.csv", ("party", "date", "source"))
    return frozenset((row["party"], row["date"]) for row in rows)


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


def _ratification(line: Line, names: Names, action: str) -> ActionRow:
    day = line.cells["date"]
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
