"""Reservations and declarations on the treaties of chapter V (refugees, stateless persons), as scraped by 2015.

Beside the tables of ``untc-zmjones-2015-03`` stands one text a treaty: under ``#State`` what the depositary's page
printed for it, run together, without headings, dates, notes and objections; for some States the name alone is left.
An undated statement was made upon the consent to be bound, as the pages say at their head, unless its words tell
otherwise; that, and what no rule tells, stands in ``data/curation/anchors.csv``. Facts leave this module, never the
text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from iml_graph.errors import SourceFormatError
from iml_graph.ingest import untc_tables
from iml_graph.ingest.anchors import Anchors, Key, digest, load_anchors
from iml_graph.ingest.names import Names
from iml_graph.ingest.rows import ActionRow
from iml_graph.ingest.tables import require
from iml_graph.ingest.untc_pages.articles import sort_articles
from iml_graph.ingest.untc_pages.declarations import Statement, anchor, apply_anchor, by_kind
from iml_graph.ingest.untc_pages.page import squeeze
from iml_graph.ingest.untc_pages.participants import Acts, acts_of
from iml_graph.resources import data
from iml_graph.text_files import read_text

TREATIES = {
    "5-2": ("V-2", "refugee-1951"),
    "5-3": ("V-3", "statelessness-1954"),
    "5-4": ("V-4", "statelessness-1961"),
    "5-5": ("V-5", "refugee-1967"),
}
"""The depositary's number of the treaty and its id, by the name of its file."""

FILES = tuple(f"declarations/{stem}.txt" for stem in TREATIES)

_RUN_TOGETHER = re.compile(r"(?<=[.;:”\"])(?=[A-Z“\"(\d])")


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands under one State's name: the line of the name, and the text."""

    participant: str
    line: int
    text: str

    @property
    def sha256(self) -> str:
        """Digest of the text, by which a curated row notices that it has changed."""
        return digest((self.text,))


def read(folder: Path, names: Names, anchors: Anchors | None = None) -> Iterator[ActionRow]:
    """Yield the statements on all four treaties.

    Args:
        folder: the source's folder, which has the tables too.
        names: turns the names into party codes.
        anchors: what a person read of single statements; the committed table if not given.

    Raises:
        SourceFormatError: a file is missing or malformed, or lacks a statement that a person read.
    """
    by_hand = anchors or load_anchors(data() / "curation" / "anchors.csv")
    for file in FILES:
        path = require(folder / file)
        acts = acts_of(untc_tables.read_table(folder / "treaties" / f"{path.stem}.csv", names))
        yield from read_statements(path, names, acts, by_hand)


def read_statements(path: Path, names: Names, acts: Acts, anchors: Anchors) -> Iterator[ActionRow]:
    """Yield one row for each kind of statement that a State made on a treaty.

    Args:
        path: the file of the treaty.
        names: turns the names into party codes.
        acts: dates of signatures and consents to the treaty.
        anchors: what a person read of single statements.

    Raises:
        SourceFormatError: the file does not begin with a name, or lacks a statement that a person read.
    """
    mtdsg_no, instrument = TREATIES[path.stem]
    seen: set[Key] = set()
    for entry in read_entries(path):
        if not entry.text:
            continue
        party = names.code(entry.participant, path.name, f"line {entry.line}")
        key = (mtdsg_no, party, entry.sha256)
        seen.add(key)
        row = ActionRow(
            instrument=instrument,
            party=party,
            action="declaration",
            date=acts.get((party, "consent"), ""),
            participant=entry.participant,
            source=untc_tables.SOURCE,
            locator=f"declarations/{path.name} line {entry.line}",
        )
        told = anchors.told(key)
        yield from (apply_anchor(row, own) for own in told)
        yield from () if told else _by_rule(row, entry)
    anchors.require_read(mtdsg_no, seen, path.name)


def read_entries(path: Path) -> Iterator[Entry]:
    """Yield the entries of a file, those of which the name alone is left too.

    Raises:
        SourceFormatError: the file does not begin with a name.
    """
    participant, start, lines = "", 0, list[str]()
    for number, line in enumerate(read_text(path).splitlines(), 1):
        if line.startswith("#"):
            if participant:
                yield Entry(participant, start, squeeze(" ".join(lines)))
            participant, start, lines = line[1:].strip(), number, []
        elif participant:
            lines.append(line)
        elif line.strip():
            raise SourceFormatError(path.name, f"line {number}", "stands before the first name")
    if participant:
        yield Entry(participant, start, squeeze(" ".join(lines)))


def _by_rule(row: ActionRow, entry: Entry) -> Iterator[ActionRow]:
    """Tell the kinds and the articles of a statement by the rules that the pages are read by."""
    if row.instrument == "refugee-1967":  # its articles have Roman numbers, those of the Convention Arabic ones
        yield row
        return
    statement = Statement(lines=_RUN_TOGETHER.split(entry.text))
    for action, lines in by_kind(statement).items():
        articles = [article for line in lines for article in anchor(line, row.instrument)]
        yield replace(row, action=action, articles=sort_articles(articles))
