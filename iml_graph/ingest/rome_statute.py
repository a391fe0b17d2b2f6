"""Read the status of the Rome Statute from sentences that a site makes of the depositary's page each day.

Publisher: survivalscores.org, from the United Nations Treaty Collection; as of 22 August 2026. Consents and
withdrawals come from the sentence of each State, signatures from the list of dated events, since States that
signed only are nowhere else. A withdrawal is dated by its effect, sometimes in the future; the day of the
notification is not given, nor are notifications that were taken back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from iml_graph.errors import SourceFormatError
from iml_graph.ingest.names import Names
from iml_graph.ingest.rows import ActionRow
from iml_graph.ingest.tables import Line, read_lines

SOURCE = "rome-statute-survivalscores-2026-08"

FILES = ("status_titles.csv", "timeline_events.csv")

_CONSENTS = {
    "ratified it": "ratification",
    "acceded to the International Criminal Court": "accession",
    "accepted membership of it": "acceptance",
    "inherited membership of the International Criminal Court": "succession",
}
_CONSENT = re.compile(rf"({'|'.join(_CONSENTS)}) on (\d{{4}}-\d\d-\d\d)")
_WITHDRAWAL = re.compile(r"withdrew on (\d{4}-\d\d-\d\d)")
_NOT_PARTY = re.compile(r"has not yet joined the International Criminal Court\.$")
_SIGNATURE = re.compile(r"(.+) signed the International Criminal Court\.")


def read(folder: Path, names: Names) -> Iterator[ActionRow]:
    """Yield signatures, consents and withdrawals.

    Raises:
        SourceFormatError: a file is missing or malformed.
    """
    for line in read_lines(folder / FILES[0], ("state_as_shown", "rome_statute_statement")):
        yield from _read_sentence(line, names)
    for line in read_lines(folder / FILES[1], ("date", "event_as_shown")):
        if found := _SIGNATURE.fullmatch(line.cells["event_as_shown"]):
            day = line.iso(line.cells["date"])
            yield _row(line, names, found[1], "signature", day, as_shown=f"signed {day}")


def _read_sentence(line: Line, names: Names) -> Iterator[ActionRow]:
    name, sentence = line.cells["state_as_shown"], line.cells["rome_statute_statement"]
    consent, withdrawal = _CONSENT.search(sentence), _WITHDRAWAL.search(sentence)
    if consent is None:
        if not _NOT_PARTY.search(sentence):
            raise SourceFormatError(line.file, line.place, f"the sentence on {name} is of no known form")
        return
    yield _row(line, names, name, _CONSENTS[consent[1]], line.iso(consent[2]), as_shown=consent[0])
    if withdrawal:
        effect = line.iso(withdrawal[1])
        yield _row(line, names, name, "withdrawal", "", effect=effect, as_shown=withdrawal[0])


def _row(line: Line, names: Names, name: str, action: str, day: str, **rest: str) -> ActionRow:
    return line.row(names, "rome-statute", name, action, day, source=SOURCE, **rest)
