"""Read when the members of the United Nations were admitted.

Publisher: Wikipedia, extracted by a public repository. The list holds the present members only. A day before the
present form of a State (Yemen, 1947) is that of the State which it continues, as the United Nations count it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from iml_graph.errors import SourceFormatError
from iml_graph.ingest.dates import read_date
from iml_graph.ingest.facts import MembershipRow
from iml_graph.ingest.names import Names
from iml_graph.ingest.tables import require
from iml_graph.text_files import read_text

SOURCE = "un-members-dates"

FILES = ("un_members.json",)


def read(folder: Path, names: Names) -> Iterator[MembershipRow]:
    """Yield the admission of each member, to the day.

    Raises:
        SourceFormatError: the file is missing, no JSON of the known form, or a date is none.
    """
    path = folder / FILES[0]
    for number, member in enumerate(_members(path)):
        place = f"countries[{number}]"
        day = read_date(member["date"])
        if day is None:
            raise SourceFormatError(path.name, place, f"“{member['date']}” is not a date")
        yield MembershipRow(
            organization="un",
            party=names.code(member["country"], path.name, place),
            event="admission",
            date=day,
            participant=member["country"],
            as_shown=member["date"],
            source=SOURCE,
            locator=f"{path.name} {place}",
        )


def _members(path: Path) -> list[dict[str, str]]:
    try:
        members: list[dict[str, str]] = json.loads(read_text(require(path)))["countries"]
    except (ValueError, KeyError, TypeError) as error:
        raise SourceFormatError(path.name, "file", f"is not the list of members: {error}") from error
    return members
