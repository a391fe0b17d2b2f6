"""Read the ratifications of the Charter of the United Nations and the admissions of later Members.

Publisher: United Nations Treaty Collection, tables I-1 and I-2 as scraped in 2013 and 2014 (GitHub
``zmjones/untreaties``). A later Member's declaration of acceptance has no day in the table: the consent has its effect
only, the day on which the General Assembly adopted the resolution that admitted it (Charter, article 4). A Member is by
that fact a party to the Statute of the International Court of Justice (article 93), which gets the same acts.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from iml_graph.errors import SourceFormatError
from iml_graph.ingest.cells import CONSENT
from iml_graph.ingest.dates import read_date
from iml_graph.ingest.names import Names
from iml_graph.ingest.rows import ActionRow
from iml_graph.ingest.tables import Line, read_lines

SOURCE = "untc-zmjones-2015-03"

_ORIGINAL, _LATER = FILES = ("treaties/1-1.csv", "treaties/1-2.csv")

INSTRUMENTS = ("un-charter", "icj-statute")

_PARTICIPANT, _ADMITTED = "Participant", "Date of Adoption"


def read(folder: Path, names: Names) -> Iterator[ActionRow]:
    """Yield the ratifications of original Members and, by their effect, the consents of those admitted later.

    Raises:
        SourceFormatError: a table is missing or malformed.
    """
    for instrument in INSTRUMENTS:
        for line in read_lines(folder / _ORIGINAL, (_PARTICIPANT, "Ratification")):
            yield from line.acts(names, instrument, _name(line), (("Ratification", CONSENT),), SOURCE)
        for line in read_lines(folder / _LATER, (_PARTICIPANT, _ADMITTED)):
            yield _admission(line, names, instrument)


def _admission(line: Line, names: Names, instrument: str) -> ActionRow:
    shown = line.cells[_ADMITTED].strip()
    admitted = read_date(shown)
    if admitted is None:
        raise SourceFormatError(line.file, line.place, f"“{shown}” is not a date")
    return line.row(names, instrument, _name(line), "consent", "", effect=admitted, as_shown=shown, source=SOURCE)


def _name(line: Line) -> str:
    return line.cells[_PARTICIPANT].strip()
