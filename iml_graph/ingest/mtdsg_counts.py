"""Read numbers and lists of participants from the depositary's status XML, April 2026.

Publisher: United Nations Treaty Collection; retrieved from GitHub ``worldwidelaw/legal-sources``. There are no dates
and no acts, so these are counts to check against, never rows. Names carry footnote tags, which are cut out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from iml_graph.errors import SourceFormatError
from iml_graph.ingest.counts import PrintedCount
from iml_graph.ingest.names import Names
from iml_graph.ingest.tables import require
from iml_graph.ingest.untc_pages.page import INSTRUMENTS
from iml_graph.text_files import read_text

SOURCE = "untc-mtdsg-counts-2026-04"

FILES = ("facts.json",)

_FOOTNOTE = re.compile(r"<superscript>.*?</superscript>")


def read_counts(folder: Path, names: Names) -> Iterator[PrintedCount]:
    """Yield the printed numbers for the instruments of chapter IV that the source has.

    Raises:
        SourceFormatError: the file is missing or malformed.
    """
    for facts in _facts(folder / FILES[0]):
        if facts["mtdsg_no"] in INSTRUMENTS:
            yield _count(facts, names)


def _facts(path: Path) -> list[dict[str, Any]]:
    try:
        facts = json.loads(read_text(require(path)))
        return [dict(entry, mtdsg_no=entry["mtdsg_no"]) for entry in facts]
    except (ValueError, TypeError, KeyError) as error:
        raise SourceFormatError(path.name, "file", f"is not the expected list of treaties: {error}") from error


def _count(facts: Mapping[str, Any], names: Names) -> PrintedCount:
    number = str(facts["mtdsg_no"])
    listed = (_FOOTNOTE.sub("", name).strip() for name in facts["participants"])
    return PrintedCount(
        instrument=INSTRUMENTS[number],
        source=SOURCE,
        as_of=str(facts["_fetched_at"])[:10],
        signatories=_number(facts["signatories_count"]),
        parties=_number(facts["parties_count"]),
        participants=";".join(sorted({names.code(name, FILES[0], number) for name in listed})),
        locator=f"{FILES[0]} {number}",
    )


def _number(value: int | None) -> str:
    return "" if value is None else str(value)
