"""Read which States are named as champions of the Global Compact for Migration.

Transcribed from pages of the UN Network on Migration and of the press. The list is not whole: absence says nothing.
The page on the event in Accra mixes champions and guests and prints no year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from iml_graph.errors import SourceFormatError
from iml_graph.ingest.curation import load_left_out
from iml_graph.ingest.facts import MembershipRow
from iml_graph.ingest.names import Names
from iml_graph.ingest.tables import Line, read_lines

SOURCE = "gcm"

FILES = ("champion_countries_partial.csv",)

_ORGANIZATION = "gcm-champions"

_AT_EVENT = re.compile(r"attended the cross-regional Champions event, Accra, 28-30 November")
_CONFIRMED = re.compile(r"confirmed as champion country in July 2020")


def read(folder: Path, names: Names) -> Iterator[MembershipRow]:
    """Yield one row for each State that is named.

    Raises:
        SourceFormatError: the file is missing or malformed, or states a fact of another form.
    """
    left_out = load_left_out(SOURCE)
    for line in read_lines(folder / FILES[0], ("state", "fact", "source_url")):
        if (_ORGANIZATION, line.cells["state"]) not in left_out:
            yield _champion(line, names)


def _champion(line: Line, names: Names) -> MembershipRow:
    name = line.cells["state"]
    day, shown = _read_fact(line)
    return MembershipRow(
        organization=_ORGANIZATION,
        party=line.party(names, name),
        event="listed",
        date=day,
        participant=name,
        as_shown=shown,
        source=SOURCE,
        locator=f"{line.locator}, {line.cells['source_url']}",
    )


def _read_fact(line: Line) -> tuple[str, str]:
    """Return the date, cut to what is known or empty, and what the page shows in short."""
    fact = line.cells["fact"]
    if _CONFIRMED.match(fact):
        return "2020-07", "confirmed as champion in July 2020"
    if _AT_EVENT.match(fact):
        return "", "at the Champions event in Accra, 28–30 November (no year)"
    raise SourceFormatError(line.file, line.place, f"the fact “{fact}” is of no known form")
