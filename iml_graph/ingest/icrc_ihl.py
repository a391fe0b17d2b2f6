"""Read who takes part in the Geneva Conventions and their Additional Protocols, from the ICRC's table.

Publisher: International Committee of the Red Cross, "IHL and other related treaties", editions of 9 November 2020 and
of 2023 (three columns of it), as normalized. One column stands for the four Conventions of 1949: each of them gets the
same act. The mode of consent is not stated. The 2023 edition repeats the one of 2020; only what differs is read
from it. Niue is left out: by the table's note it is bound through New Zealand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path

from iml_graph.errors import SourceFormatError
from iml_graph.ingest.names import Names
from iml_graph.ingest.rows import ActionRow
from iml_graph.ingest.tables import Line, read_lines

SOURCE = "icrc-ihl-states-parties"

FILES = ("ihl_2020_normalized.csv", "ihl_2023_normalized.csv")

INSTRUMENTS = {
    "GC-1949": ("gc-1949-i", "gc-1949-ii", "gc-1949-iii", "gc-1949-iv"),
    "AP-I-1977": ("gc-ap1",),
    "AP-I-ART90": ("gc-ap1",),
    "AP-II-1977": ("gc-ap2",),
    "AP-III-2005": ("gc-ap3",),
}
"""Instruments by column of the table; its other columns concern treaties of other depositaries."""

_OTHER_ACTS = {"AP-I-ART90": ("opt-in-declaration", "90")}
"""Act and article by column where it is no consent: acceptance of the International Fact-Finding Commission."""

_BOUND_THROUGH_ANOTHER = "(*)"
_WITHDRAWN = {("AP-I-ART90", "(****)"): (("opt-in-declaration", "1989-09-29"), ("opt-in-withdrawal", "2019-10-23"))}
"""Acts that the table tells only in a note, by column and mark of the note (ISO dates): the Russian Federation."""

_COLUMNS = ("state_iso3", "state_name", "instrument", "date", "date_remark")


def read(folder: Path, names: Names) -> Iterator[ActionRow]:
    """Yield consents, and declarations that accept the International Fact-Finding Commission.

    Raises:
        SourceFormatError: a file is missing or malformed, or has a note that is not known.
    """
    older, newer = (
        {(line.cells["state_iso3"], line.cells["instrument"]): line for line in read_lines(folder / file, _COLUMNS)}
        for file in FILES
    )
    for line in (*older.values(), *_changed(older, newer)):
        yield from _acts(line, names)


def _changed(older: Mapping[tuple[str, str], Line], newer: Mapping[tuple[str, str], Line]) -> Iterator[Line]:
    for key, line in newer.items():
        if key not in older or older[key].cells["date"] != line.cells["date"]:
            yield line


def _acts(line: Line, names: Names) -> Iterator[ActionRow]:
    column, remark = line.cells["instrument"], line.cells["date_remark"]
    if column not in INSTRUMENTS or remark == _BOUND_THROUGH_ANOTHER:
        return
    if remark and (column, remark) not in _WITHDRAWN:
        raise SourceFormatError(line.file, line.place, f"the mark “{remark}” is not that of a known note")
    action, articles = _OTHER_ACTS.get(column, ("consent", ""))
    stated = _WITHDRAWN.get((column, remark), ((action, line.cells["date"]),))
    for instrument, (name, day) in product(INSTRUMENTS[column], stated):
        yield line.row(
            names,
            instrument,
            line.cells["state_name"],
            name,
            line.iso(day),
            articles=articles,
            as_shown=remark or day,
            source=SOURCE,
        )
