"""Read the depositary's participation tables as scraped in 2013 to 2015, all chapters.

Publisher: United Nations Treaty Collection; retrieved from GitHub ``zmjones/untreaties``. The scrape dropped
footnotes, end notes and square brackets, so that acts no longer in effect look like any other; what
it cannot show is left to the sources' coverage statements. The Slavery Convention as amended (XVIII-2)
has a column that mixes definitive signatures with participation by other acts: those are consents whose
mode is not stated. The Slavery Convention of 1926 (XVIII-3) and the treaties of 1904 to 1933 against the traffic in
women (VII) list only acts deposited with the UN, not those with the League of Nations or with France.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from iml_graph.ingest.cells import ANY_CONSENT, SIGNATURE, UNSTATED, Markers
from iml_graph.ingest.names import Names
from iml_graph.ingest.rows import ActionRow
from iml_graph.ingest.tables import Line, read_lines

SOURCE = "untc-zmjones-2015-03"

INSTRUMENTS = {
    "3-3": "vcdr",
    "3-4": "vcdr-op-nationality",
    "3-5": "vcdr-op-disputes",
    "3-6": "vccr",
    "3-7": "vccr-op-nationality",
    "3-8": "vccr-op-disputes",
    "4-1": "genocide",
    "4-2": "icerd",
    "4-3": "icescr",
    "4-3-a": "icescr-op",
    "4-4": "iccpr",
    "4-5": "iccpr-op1",
    "4-8": "cedaw",
    "4-8-b": "cedaw-op",
    "4-9": "cat",
    "4-9-b": "opcat",
    "4-11": "crc",
    "4-11-b": "crc-opac",
    "4-11-c": "crc-opsc",
    "4-11-d": "crc-opic",
    "4-12": "iccpr-op2",
    "4-13": "icrmw",
    "4-15": "crpd",
    "4-15-a": "crpd-op",
    "4-16": "cped",
    "5-2": "refugee-1951",
    "5-3": "statelessness-1954",
    "5-4": "statelessness-1961",
    "5-5": "refugee-1967",
    "7-1": "traffic-protocol-1947",
    "7-3": "traffic-1921",
    "7-5": "traffic-1933",
    "7-6": "traffic-protocol-1949",
    "7-8": "traffic-1904",
    "7-10": "traffic-1910",
    "7-11-a": "traffic-1949",
    "16-2": "married-women-1957",
    "16-3": "consent-to-marriage-1962",
    "18-1": "slavery-protocol-1953",
    "18-2": "slavery-1926-amended",
    "18-3": "slavery-1926",
    "18-4": "slavery-1956",
    "18-10": "rome-statute",
    "18-12": "untoc",
    "18-12-a": "palermo-trafficking",
    "18-12-b": "palermo-smuggling",
    "20-1": "maintenance-1956",
    "21-6": "unclos",
    "23-1": "vclt",
}
"""Instrument id by the name of its table (chapter in arabic numerals, number, letter)."""

FILES = tuple(f"treaties/{stem}.csv" for stem in INSTRUMENTS)


def read(folder: Path, names: Names) -> Iterator[ActionRow]:
    """Yield every signature and consent of the tables.

    Raises:
        SourceFormatError: a table is missing or malformed.
    """
    for file in FILES:
        yield from read_table(folder / file, names)


def read_table(path: Path, names: Names) -> Iterator[ActionRow]:
    """Yield the signatures and consents of one table.

    Raises:
        SourceFormatError: the table is missing or malformed.
    """
    for line in read_lines(path, ("Participant",)):
        columns = [(heading, markers(heading)) for heading in line.cells if heading != "Participant"]
        yield from line.acts(names, INSTRUMENTS[path.stem], _name(line), columns, SOURCE)


def markers(heading: str) -> Markers:
    """Tell what the letters mean below a heading as the depositary words it."""
    if heading.startswith("Definitive signature or participation"):
        return UNSTATED
    return SIGNATURE if heading.startswith("Signature") else ANY_CONSENT


def _name(line: Line) -> str:
    return line.cells["Participant"].strip()
