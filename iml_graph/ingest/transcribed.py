"""Read acts that were transcribed by hand from stored pages: depositaries, official gazettes, mirrors of both.

Two files of one form. The first (``web-transcribed-nonun``) holds what could be seen of lists outside the United
Nations; the second (``web-transcribed-2``) mostly the scope-of-application tables of the Swiss Federal Chancellery
(Fedlex). Act, deposit and entry into force stand on lines of their own and are joined into one row for each page.
Lines that state that a State has *not* acted are no acts and stay out; so do those that a curated table names.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import groupby
from pathlib import Path

from iml_graph import resources
from iml_graph.dates import is_cut_date
from iml_graph.errors import SourceFormatError
from iml_graph.ingest.curation import load_left_out
from iml_graph.ingest.names import Names
from iml_graph.ingest.rows import ActionRow
from iml_graph.ingest.tables import Line, read_lines
from iml_graph.ingest.transcribed_acts import (
    ACCEPTANCE,
    CONSENTS,
    DENUNCIATION,
    EFFECT,
    EXTENSION,
    Act,
    is_predecessors,
    join,
    name_action,
)
from iml_graph.parties import PartyRecord, load_parties

SOURCE = "web-transcribed-nonun"
SOURCE_SWISS = "web-transcribed-2"

FILES = ("events.csv",)

INSTRUMENTS = {
    "ACHPR-1981": "achpr",
    "ACHR-1969": "achr",
    "ACRWC-1990": "acrwc",
    "ARAB-CHARTER-2004": "arab-charter",
    "ASEAN-ACTIP-2015": "asean-actip",
    "AU-KAMPALA-2009": "kampala-convention",
    "AU-MAPUTO-2003": "maputo-protocol",
    "BELEM-DO-PARA-1994": "belem-do-para",
    "C097": "ilo-c097",
    "C143": "ilo-c143",
    "C189": "ilo-c189",
    "C190": "ilo-c190",
    "CETS-197": "cets-197",
    "ECHR-1950": "echr",
    "ECHR-P4": "echr-p4",
    "ETS-093": "cets-093",
    "HCCH-1996": "hcch-1996-child-protection",
    "OAU-1969": "oau-refugee-1969",
    "SAN-SALVADOR-1988": "achr-san-salvador",
    "au-free-movement": "au-free-movement-2018",
    "cets-197": "cets-197",
    "consular-relations-1963": "vccr",
    "echr-p13": "echr-p13",
    "echr-p15": "echr-p15",
    "echr-p7": "echr-p7",
    "hcch-1980-abduction": "hcch-1980-abduction",
    "hcch-1996": "hcch-1996-child-protection",
    "ilo-c118": "ilo-c118",
    "ilo-c143": "ilo-c143",
    "ilo-c189": "ilo-c189",
    "mlc-2006": "mlc-2006",
    "palermo-smuggling": "palermo-smuggling",
    "palermo-trafficking": "palermo-trafficking",
    "refugees-1951": "refugee-1951",
    "refugees-1967": "refugee-1967",
    "statelessness-1954": "statelessness-1954",
    "statelessness-1961": "statelessness-1961",
    "untoc": "untoc",
}
"""Our instrument by the name in the files. Left out: the Schengen Agreement, read as membership of an area."""

_COURT = "62"
"""American Convention on Human Rights, the article under which States accept the Court."""

_PREDECESSOR = "CSK"

_OUR_CODES = {"VDR": "RVN"}
"""The transcription has the withdrawn ISO code of the Republic of Viet-Nam, which here is the northern State's."""

_EXCLUDED = {
    "excludes Annex II": "annex-2",
    "excludes Annex III": "annex-3",
    "excludes Annexes I-III": "annex-1;annex-2;annex-3",
    "Part II excluded under Article 16": "part-2",
}
"""The provisions by what stands at the end of a note."""

_RATIFIED_ONLY = frozenset({"maputo-protocol"})
"""Lists that print the day on which a State ratified, not that of its deposit, which decides."""

_COLUMNS = ("state_iso3", "instrument", "action", "date", "note", "confidence", "source_url")


def read(folder: Path, names: Names, source: str = SOURCE) -> Iterator[ActionRow]:
    """Yield the acts, each with its entry into force where the page prints it.

    Raises:
        SourceFormatError: the file is missing or malformed.
    """
    left_out = load_left_out(source)
    parties = load_parties(resources.data() / "parties")
    lines = (line for line in read_lines(folder / FILES[0], _COLUMNS) if line.cells["instrument"] in INSTRUMENTS)
    kept = sorted((line for line in lines if not _is_left_out(line, left_out)), key=_pair)
    for _, group in groupby(kept, key=_pair):
        own = list(group)
        for act in join(own):
            row = _row(act, name_action(act, own), names, source)
            yield _of_its_state(row, act.line, parties) if act.line.cells["action"] == EXTENSION else row
        yield from (_exclusion(line, phrase, names, source) for line in own if (phrase := _excluded(line)))


read_swiss = partial(read, source=SOURCE_SWISS)


def _pair(line: Line) -> tuple[str, str]:
    return line.cells["instrument"], line.cells["state_iso3"]


def _is_left_out(line: Line, left_out: Container[tuple[str, ...]]) -> bool:
    """Tell whether a line stands in the curated table, or is an entry into force that the transcriber doubts."""
    instrument = INSTRUMENTS[line.cells["instrument"]]
    key = (instrument, *(line.cells[column] for column in ("state_iso3", "action", "date")))
    doubted = line.cells["action"] == EFFECT and line.cells["confidence"] == "suspect"
    return doubted or any(key[:length] in left_out for length in range(2, len(key) + 1))


def _row(act: Act, action: str, names: Names, source: str) -> ActionRow:
    """Make the row of one act."""
    day, effect = _days(act)
    code = _PREDECESSOR if is_predecessors(act.line) else act.line.cells["state_iso3"]
    row = act.line.row(
        names,
        INSTRUMENTS[act.line.cells["instrument"]],
        _OUR_CODES.get(code, code),
        action,
        day,
        effect=effect,
        articles=_COURT if act.line.cells["action"] == ACCEPTANCE else "",
        as_shown=", ".join(_shown(line) for line in (act.line, act.deposit) if line),
        source=source,
    )
    return replace(row, participant=act.line.cells["state_iso3"], locator=_locator(act.line))


def _of_its_state(row: ActionRow, line: Line, parties: Mapping[str, PartyRecord]) -> ActionRow:
    """Put the State for its territory: the tables print this below it, the transcription this alone.

    Raises:
        SourceFormatError: the territory is of no State.
    """
    state = parties[row.party].territory_of if row.party in parties else ""
    if not state:
        raise SourceFormatError(line.file, line.place, f"“{row.participant}” is the territory of no State")
    return replace(row, party=state, territories=row.party)


def _days(act: Act) -> tuple[str, str]:
    """Return the day of the act, which is that of its deposit, and the day of its effect.

    Of a denunciation the pages give the day of its effect.
    """
    stated = _date(act.line)
    if act.line.cells["action"] in (DENUNCIATION, EFFECT):
        return "", stated
    undeposited = act.line.cells["action"] in CONSENTS and INSTRUMENTS[act.line.cells["instrument"]] in _RATIFIED_ONLY
    day = _date(act.deposit) if act.deposit else "" if undeposited else stated
    return day, _date(act.effect) if act.effect else ""


def _excluded(line: Line) -> str:
    return next((phrase for phrase in _EXCLUDED if line.cells["note"].endswith(phrase)), "")


def _exclusion(line: Line, phrase: str, names: Names, source: str) -> ActionRow:
    """Make the row of the annexes, or the part, that a State excluded when it ratified."""
    row = _row(Act(line), "exclusion-of-provisions", names, source)
    return replace(row, articles=_EXCLUDED[phrase], as_shown=phrase)


def _shown(line: Line) -> str:
    return " ".join((line.cells["action"].replace("_", " "), line.cells["date"])).strip()


def _locator(line: Line) -> str:
    return f"{line.locator}: {line.cells['source_url']}"


def _date(line: Line) -> str:
    """Return the date, cut to the year where the page has no more, or empty."""
    day = line.cells["date"]
    return day if not day or is_cut_date(day) else line.iso(day)
