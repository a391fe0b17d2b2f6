"""Read acts that were transcribed by hand from stored pages: depositaries, official gazettes, mirrors of both.

Two files of one form. The first (``web-transcribed-nonun``) holds what could be seen of lists outside the United
Nations; the second (``web-transcribed-2``) mostly the scope-of-application tables of the Swiss Federal Chancellery
(Fedlex). Act, deposit and entry into force stand on lines of their own and are joined into one row for each page.
Lines that state that a State has *not* acted are no acts and stay out; so do the few of ``LEFT_OUT``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from pathlib import Path

from iml_graph.dates import is_cut_date
from iml_graph.ingest.names import Names
from iml_graph.ingest.rows import ActionRow
from iml_graph.ingest.tables import Line, read_lines

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

LEFT_OUT = {
    ("C097", "COD"): "a slip of the Dutch database: the depositary's page has the Congo on that day",
    ("C190", "FRA", "entry_into_force"): "the page has 14 April, not twelve months after the 12th, as the treaty says",
    ("ACHR-1969", "PRY", "acceptance_of_court_jurisdiction", "1993-03-11"): "the later list has 26 March",
    ("ACHPR-1981", "ESH"): "not yet among the parties of this graph",
}
"""Why lines are left out, by instrument, State, action and date as printed, or by the first of these."""

_CONSENTS = {
    "ratification": "ratification",
    "accession": "accession",
    "succession": "succession",
    "party_undated": "consent",
}
_OTHERS = {
    "signature": "signature",
    "territorial_application": "territorial-application",
    "acceptance_of_court_jurisdiction": "opt-in-declaration",
    "denunciation": "denunciation",
}
_DEPOSIT, _EFFECT = "deposit", "entry_into_force"
"""Lines that belong to an act; where nothing tells of one, they show that there was a consent."""

_EXTENSION, _ACCEPTANCE = "territorial_application", "acceptance_of_court_jurisdiction"

_COURT = "62"
"""American Convention on Human Rights, the article under which States accept the Court."""

_STATE_OF = {
    **dict.fromkeys(("ABW", "BES", "CUW", "SXM"), "NLD"),
    **dict.fromkeys(("AIA", "BMU", "CYM", "FLK", "GGY", "GIB", "IMN", "JEY", "MSR", "TCA"), "GBR"),
    **dict.fromkeys(("FRO", "GRL"), "DNK"),
    **dict.fromkeys(("HKG", "MAC"), "CHN"),
    "NCL": "FRA",
}
"""The State by the territory: the tables print the territory below it, the transcription the territory alone."""

_OUR_CODES = {"VDR": "RVN"}
"""The transcription has the withdrawn ISO code of the Republic of Viet-Nam, which here is the northern State's."""

_EXCLUDED = {
    "excludes Annex II": "annex-2",
    "excludes Annex III": "annex-3",
    "excludes Annexes I-III": "annex-1;annex-2;annex-3",
    "Part II excluded under Article 16": "part-2",
}
"""The provisions by what stands at the end of a note."""

_PREDECESSOR, _PREDECESSOR_CODE = "by Czechoslovakia", "CSK"
"""In the note of acts that the Council of Europe prints beside the Czech Republic, which succeeded to them."""

_RATIFIED_ONLY = frozenset({"maputo-protocol"})
"""Lists that print the day on which a State ratified, not that of its deposit, which decides."""

_COLUMNS = ("state_iso3", "instrument", "action", "date", "note", "confidence", "source_url")


@dataclass(frozen=True, slots=True)
class _Act:
    """The line that tells of an act, and those of its deposit and entry into force where there are any."""

    line: Line
    deposit: Line | None = None
    effect: Line | None = None


def read(folder: Path, names: Names, source: str = SOURCE) -> Iterator[ActionRow]:
    """Yield the acts, each with its entry into force where the page prints it.

    Raises:
        SourceFormatError: the file is missing or malformed.
    """
    lines = (line for line in read_lines(folder / FILES[0], _COLUMNS) if line.cells["instrument"] in INSTRUMENTS)
    kept = sorted((line for line in lines if not _is_left_out(line)), key=_pair)
    for _, group in groupby(kept, key=_pair):
        own = list(group)
        for act in _acts(own):
            row = _row(act, names, source)
            yield replace(row, action="consent") if _tells_less(act.line, own) else row
        yield from (_exclusion(line, phrase, names, source) for line in own if (phrase := _excluded(line)))


read_swiss = partial(read, source=SOURCE_SWISS)


def _pair(line: Line) -> tuple[str, str]:
    return line.cells["instrument"], line.cells["state_iso3"]


def _is_left_out(line: Line) -> bool:
    """Tell whether a line has a reason in the table, or is an entry into force that the transcriber doubts."""
    key = tuple(line.cells[column] for column in ("instrument", "state_iso3", "action", "date"))
    doubted = line.cells["action"] == _EFFECT and line.cells["confidence"] == "suspect"
    return doubted or any(key[:length] in LEFT_OUT for length in range(2, len(key) + 1))


def _acts(own: Sequence[Line]) -> Iterator[_Act]:
    """Join the lines of one State and instrument: an act, its deposit and its entry into force on the same page."""
    deposits, effects = _of_action(own, _DEPOSIT), _of_action(own, _EFFECT)
    told = _of_action(own, *_CONSENTS, *_OTHERS)
    bearers = [line for line in _of_action(own, *_CONSENTS, _EXTENSION) if not _is_predecessors(line)]
    elsewhere = [line for line in effects if not _beside(line, own)]
    for line in told:
        if line in bearers:
            yield _Act(line, _first(_beside(line, deposits)), _first(_beside(line, effects) or elsewhere))
        else:
            yield _Act(line)
    alone = [line for line in deposits if not _beside(line, bearers)]
    yield from map(_Act, alone)
    if not bearers and not alone:
        yield from (_Act(line, effect=line) for line in effects)


def _tells_less(line: Line, own: Sequence[Line]) -> bool:
    """Tell whether a ratification is a succession on another page: the ILO prints both alike."""
    same = [other for other in own if other.cells["date"] == line.cells["date"]]
    return line.cells["action"] == "ratification" and bool(_of_action(same, "succession"))


def _of_action(lines: Sequence[Line], *actions: str) -> list[Line]:
    return [line for line in lines if line.cells["action"] in actions]


def _beside(line: Line, others: Sequence[Line]) -> list[Line]:
    """Return those of the other lines that were read on the same page."""
    return [other for other in others if other is not line and other.cells["source_url"] == line.cells["source_url"]]


def _first(lines: Sequence[Line]) -> Line | None:
    return lines[0] if lines else None


def _is_predecessors(line: Line) -> bool:
    return _PREDECESSOR in line.cells["note"] and line.cells["action"] != _EFFECT


def _row(act: _Act, names: Names, source: str) -> ActionRow:
    """Make the row of one act."""
    day, effect = _days(act)
    code = _PREDECESSOR_CODE if _is_predecessors(act.line) else act.line.cells["state_iso3"]
    row = act.line.row(
        names,
        INSTRUMENTS[act.line.cells["instrument"]],
        _OUR_CODES.get(code, code),
        _action(act.line),
        day,
        effect=effect,
        articles=_COURT if act.line.cells["action"] == _ACCEPTANCE else "",
        as_shown=", ".join(_shown(line) for line in (act.line, act.deposit) if line),
        source=source,
    )
    row = replace(row, participant=act.line.cells["state_iso3"], locator=_locator(act.line))
    if act.line.cells["action"] != _EXTENSION:
        return row
    state = names.code(_STATE_OF[row.participant], act.line.file, act.line.place)
    return replace(row, party=state, territories=row.party)


def _days(act: _Act) -> tuple[str, str]:
    """Return the day of the act, which is that of its deposit, and the day of its effect."""
    stated = _date(act.line)
    if act.line.cells["action"] == "denunciation":
        return "", stated  # the pages give its effect
    if act.line.cells["action"] == _EFFECT:
        return "", stated
    undeposited = act.line.cells["action"] in _CONSENTS and INSTRUMENTS[act.line.cells["instrument"]] in _RATIFIED_ONLY
    day = _date(act.deposit) if act.deposit else "" if undeposited else stated
    return day, _date(act.effect) if act.effect else ""


def _action(line: Line) -> str:
    if line.cells["action"] == _EFFECT and _PREDECESSOR in line.cells["note"]:
        return "succession"
    return {**_CONSENTS, **_OTHERS}.get(line.cells["action"], "consent")


def _excluded(line: Line) -> str:
    return next((phrase for phrase in _EXCLUDED if line.cells["note"].endswith(phrase)), "")


def _exclusion(line: Line, phrase: str, names: Names, source: str) -> ActionRow:
    """Make the row of the annexes, or the part, that a State excluded when it ratified."""
    row = _row(_Act(line), names, source)
    return replace(row, action="exclusion-of-provisions", articles=_EXCLUDED[phrase], as_shown=phrase)


def _shown(line: Line) -> str:
    return " ".join((line.cells["action"].replace("_", " "), line.cells["date"])).strip()


def _locator(line: Line) -> str:
    return f"{line.locator}: {line.cells['source_url']}"


def _date(line: Line) -> str:
    """Return the date, cut to the year where the page has no more, or empty."""
    day = line.cells["date"]
    return day if not day or is_cut_date(day) else line.iso(day)
