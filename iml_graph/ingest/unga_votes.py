"""Read recorded votes of the UN General Assembly on migration and refugees.

Publisher: the ``unvotes`` package, after Erik Voeten's data set of votes; roll-calls up to 14 January 2020. A State
that did not vote has no row, which is not recorded as anything. Resolutions adopted without a vote are not in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from iml_graph.errors import SourceFormatError
from iml_graph.ingest.facts import VoteRow
from iml_graph.ingest.names import Names
from iml_graph.ingest.tables import Line, read_lines

SOURCE = "unga-votes-migration"

FILES = ("un_roll_calls_migration.csv", "un_votes_migration.csv")

INSTRUMENTS: Mapping[str, str] = {
    "1922": "ga-res-33-163",
    "2049": "ga-res-34-172",
    "2172": "ga-res-35-198",
    "3071": "ga-res-41-151",
    "3202": "ga-res-42-140",
    "3358": "ga-res-43-146",
    "4830": "ga-res-62-270",
    "5245": "ga-res-67-219",
    "6135": "ga-res-73-151",
    "6140": "gcm",
    "6148": "ga-res-73-241",
    "9068": "ga-res-74-130",
}
"""Instrument of each roll-call that is read: votes on whole resolutions about migration, not on amendments."""

_VOTES = {"yes": "yes", "no": "no", "abstain": "abstention"}

_DAY_KNOWN_FROM = "2012"
"""Older roll-calls stand under a day of the right month, but not always the right day."""

_FORMER = {
    "Russia": (("1991-12-24", "SUN"), ("9999", "RUS")),
    "Yugoslavia": (("1992-04-27", "YUG"), ("2006-06-03", "SCG"), ("9999", "SRB")),
    "Yemen People's Republic": (("1990-05-22", "YMD"),),
}
"""Who voted under a name that the source keeps through changes of State: until which ISO day, which party."""


def read(folder: Path, names: Names) -> Iterator[VoteRow]:
    """Yield one row for each vote on the resolutions of ``INSTRUMENTS``.

    Raises:
        SourceFormatError: a file is missing or malformed, or a vote is on a roll-call without a date.
    """
    days = dict(_days(folder / FILES[0]))
    for line in read_lines(folder / FILES[1], ("rcid", "country", "vote")):
        roll_call = _number(line)
        if roll_call in INSTRUMENTS:
            if roll_call not in days:
                raise SourceFormatError(line.file, line.place, f"roll-call {roll_call} is not in {FILES[0]}")
            yield _vote(line, names, roll_call, days[roll_call])


def _days(path: Path) -> Iterator[tuple[str, str]]:
    for line in read_lines(path, ("rcid", "date")):
        yield _number(line), line.iso(line.cells["date"])


def _number(line: Line) -> str:
    return line.cells["rcid"].removesuffix(".0")


def _vote(line: Line, names: Names, roll_call: str, day: str) -> VoteRow:
    name, vote = line.cells["country"], line.cells["vote"]
    if vote not in _VOTES:
        raise SourceFormatError(line.file, line.place, f"“{vote}” is no vote")
    return VoteRow(
        instrument=INSTRUMENTS[roll_call],
        party=line.party(names, _actor(name, day)),
        vote=_VOTES[vote],
        date=day if day >= _DAY_KNOWN_FROM else day[:7],
        participant=name,
        source=SOURCE,
        locator=f"{line.locator}, roll-call {roll_call}",
    )


def _actor(name: str, day: str) -> str:
    return next((code for until, code in _FORMER.get(name, ()) if day < until), name)
