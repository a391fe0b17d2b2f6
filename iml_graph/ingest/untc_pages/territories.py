"""The table of territorial application: to which territories a party extended the treaty, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from iml_graph.errors import SourceFormatError
from iml_graph.ingest.dates import read_date
from iml_graph.ingest.names import Names
from iml_graph.ingest.rows import ActionRow
from iml_graph.ingest.untc_pages.page import Page, text_of

_NAMES_WITH_AND = (
    "Falkland Islands (Malvinas) and Dependencies",
    "St. Helena and Dependencies",
    "South Georgia and the South Sandwich Islands",
    "South Georgia and South Sandwich Islands",
    "Turks and Caicos Islands",
    "Pitcairn, Henderson, Ducie and Oeno Islands",
    "Saint Helena, Ascension and Tristan da Cunha",
)
"""Names that hold the word or the comma that otherwise parts two names of a list."""


def read_territories(page: Page, names: Names) -> Iterator[ActionRow]:
    """Yield one row for each notification of territorial application in the page's table.

    Raises:
        SourceFormatError: a row is not a participant, a date and territories.
    """
    if page.find("divAppTitle") is None:
        return
    participant = ""
    for number, line in enumerate(page.get("tblDec").iter("tr")):
        cells = [text_of(cell) for cell in line.findall("td")]
        if not number:
            continue
        date = read_date(cells[1]) if len(cells) == 3 else None
        if date is None:
            raise SourceFormatError(page.file, f"tblDec row {number}", "is not participant, date, territories")
        participant = cells[0] or participant  # an empty cell repeats the participant above
        place = f"tblDec {participant}"
        yield ActionRow(
            instrument=page.instrument,
            party=names.code(participant, page.file, place),
            action="territorial-application",
            date=date,
            territories=resolve_territories(cells[2], names),
            participant=participant,
            as_shown=cells[1],
            locator=f"{page.file} {place}",
        )


def resolve_territories(text: str, names: Names) -> str:
    """Return the codes of the territories of a list; one that has none stands as printed."""
    return ";".join(names.known(name) or name for name in split_names(text))


def split_names(text: str) -> list[str]:
    """Split a list such as ``Aruba, Guernsey and Tuvalu`` into its names."""
    for number, name in enumerate(_NAMES_WITH_AND):
        text = text.replace(name, f"<{number}>")
    parts = [part for part in re.split(r",\s*(?:and\s+)?|\s+and\s+", text) if part]
    return [re.sub(r"<(\d)>", lambda found: _NAMES_WITH_AND[int(found[1])], part).strip() for part in parts]
