"""The curated table of what end notes tell in no regular form: facts alone, each tied to its note's text.

A row bears the SHA-256 digest of the note that it was read from. When a later page words the note
differently, reading fails and names the note, so that a person reads it again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from iml_graph.errors import SourceFormatError
from iml_graph.ingest.rows import ActionRow
from iml_graph.ingest.untc_pages.page import Page
from iml_graph.text_files import read_rows

COLUMNS = (
    "mtdsg_no",
    "note_number",
    "party",
    "action",
    "date",
    "effect",
    "articles",
    "territories",
    "responds_to",
    "sha256",
)


@dataclass(frozen=True, slots=True)
class CuratedNotes:
    """Rows of the table by (MTDSG number of the treaty, number of the note)."""

    table: Mapping[tuple[str, str], tuple[Mapping[str, str], ...]]

    def rows(self, page: Page, number: str, sha256: str, locator: str) -> list[ActionRow]:
        """Return what the table tells of a note; nothing if it does not hold the note.

        Raises:
            SourceFormatError: the note is not the text that the table was made from.
        """
        told = self.table.get((page.mtdsg_no, number), ())
        if any(row["sha256"] != sha256 for row in told):
            raise SourceFormatError(
                page.file, locator, f"the end note has changed; read it again for end-notes.csv (now {sha256})"
            )
        return [_action(row, page, locator) for row in told]


def load_curated_notes(path: Path) -> CuratedNotes:
    """Load ``data/curation/end-notes.csv``.

    Raises:
        DataError: the table's columns are not the expected ones.
    """
    table = defaultdict(list)
    for row in read_rows(path, COLUMNS):
        table[row["mtdsg_no"], row["note_number"]].append(row)
    return CuratedNotes({key: tuple(rows) for key, rows in table.items()})


def _action(row: Mapping[str, str], page: Page, locator: str) -> ActionRow:
    return ActionRow(
        instrument=page.instrument,
        party=row["party"],
        action=row["action"],
        date=row["date"],
        effect=row["effect"],
        articles=row["articles"],
        territories=row["territories"],
        responds_to=row["responds_to"],
        locator=locator,
    )
