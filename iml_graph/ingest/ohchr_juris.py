"""Read decisions of the committees under human rights treaties on individual communications, by their symbols.

Publisher: OHCHR, jurisprudence database, as a crawl of May 2016; retrieved from GitHub
``nathanhari/ohchr_case_analysis``. Names of persons were left out of the file. Where the database names two States, one
of them mostly that to which a person was to be removed, a curated table tells which answers the communication; so it
does for other lines that contradict themselves or another line.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from iml_graph.errors import SourceFormatError
from iml_graph.ingest.curation import read_table
from iml_graph.ingest.dates import read_date
from iml_graph.ingest.facts import DecisionRow
from iml_graph.ingest.names import Names
from iml_graph.ingest.tables import Line, read_lines

SOURCE = "ohchr-juris-2016"

FILES = ("treaty_body_decisions_2016.csv",)

_COLUMNS = (
    *("symbol", "committee", "communication_numbers", "state", "session", "submission_date", "admission_date"),
    *("views_date", "decision_type", "articles", "issues"),
)

BODIES = {
    "CAT": "cat",
    "CCPR": "hrc",
    "CEDAW": "cedaw",
    "CERD": "cerd",
    "CESCR": "cescr",
    "CRC": "crc",
    "CRPD": "crpd",
}

_KINDS = {
    "": "",
    "Admissibility decision": "admissibility",
    "Adoption of views": "views",
    "Inadmissibility decision": "inadmissibility",
    "Opinion": "opinion",
    "Revised decision on admissibility": "admissibility-revised",
}

_ON_MERITS = ("", "opinion", "views")

_INSTRUMENTS = {
    "CAT": "cat",
    "CCPR": "iccpr",
    "CCPR-OP": "iccpr-op1",
    "CCPR-OP2": "iccpr-op2",
    "CEDAW": "cedaw",
    "CEDAW-OP": "cedaw-op",
    "CERD": "icerd",
    "CESCR": "icescr",
    "CESCR-OP": "icescr-op",
    "CRC": "crc",
    "CRPD": "crpd",
}

_MISPRINTS = {
    "CAT-22-5-2-b": "CAT-22-5-b",  # article 22(5) has the letters (a) and (b) only
    "CCCPR-18": "CCPR-18",
    "CCPR-21-1": "CCPR-21",  # one paragraph
    "CCPR-3-D": "",  # one paragraph without letters
    "CCPR-5-2-B": "CCPR-OP-5-2-b",  # article 5(2) of the Covenant has no letters, that of the Protocol has
    "CCPR-OP": "",  # no article
    "CEDAW-": "",
    "CEDAW-4-2-C": "CEDAW-OP-4-2-c",  # so has article 4(2) of the Convention and of its Protocol
}
"""Articles as the database prints them, where there is no such article or none is named."""

_ARTICLE = re.compile(r"([A-Z]+(?:-OP\d?)?)-(\d[\dA-Za-z-]*)")
_SESSION = re.compile(r"[A-Z]+/C/(\d+)/DR?/")
_NUMBER = re.compile(r"/DR?/(\d+)/(\d{4})")


def read(folder: Path, names: Names) -> Iterator[DecisionRow]:
    """Yield every line as a row; lines on the same decision have one identifier.

    Raises:
        SourceFormatError: the file is missing or malformed, has a type, an article or a date that is not known, or
            dates in the wrong order.
    """
    corrections, rights = load_corrections(), load_rights()
    rows = [_row(line, names, corrections, rights) for line in read_lines(folder / FILES[0], _COLUMNS)]
    shared: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        shared[row.symbol].add(row.numbers)
    for row in rows:
        yield replace(row, identifier=_identifier(row, alone=len(shared[row.symbol]) == 1))


@dataclass(frozen=True, slots=True)
class Corrections:
    """What a curated table has in place of a cell: by symbol, number, column and the words printed."""

    values: Mapping[tuple[str, str, str, str], str]

    def cells(self, line: Line) -> dict[str, str]:
        """Return the cells of a line, corrected; ``respondents`` is filled where the table gives codes of parties."""
        printed = {heading: " ".join(cell.split()) for heading, cell in line.cells.items()}
        key = (printed["symbol"], printed["communication_numbers"])
        found = {name: self.values.get((*key, name, printed[name]), printed[name]) for name in _COLUMNS}
        return found | {"respondents": self.values.get((*key, "respondents", printed["state"]), "")}


def load_corrections() -> Corrections:
    """Read ``decision-corrections.csv``.

    Raises:
        DataError: its headings are others.
    """
    columns = ("symbol", "communication_numbers", "column", "printed", "value", "confidence", "source", "reason")
    rows = read_table("decision-corrections.csv", columns)
    return Corrections({tuple(row[name] for name in columns[:4]): row["value"] for row in rows})  # type: ignore[misc]


def load_rights() -> dict[str, list[str]]:
    """Read which rights of our scheme a keyword of the database stands for.

    Raises:
        DataError: the headings of ``decision-issues.csv`` are others.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for row in read_table("decision-issues.csv", ("issue", "right")):
        found[row["issue"]].append(row["right"])
    return dict(found)


def _row(line: Line, names: Names, corrections: Corrections, rights: Mapping[str, list[str]]) -> DecisionRow:
    cells = corrections.cells(line)
    kind, body = _known(_KINDS, cells["decision_type"], line), _known(BODIES, cells["committee"], line)
    issues = _split(cells["issues"])
    submitted, admitted, decided = (_date(cells[name], line) for name in _COLUMNS[5:8])
    _check_order(line, submitted, admitted, decided)
    states = _split(cells["state"])
    if len(states) > 1 and not cells["respondents"]:
        raise SourceFormatError(line.file, line.place, f"which of {', '.join(states)} answers is not curated")
    on_merits = kind in _ON_MERITS
    return DecisionRow(
        register=SOURCE,
        identifier="",
        body=body,
        kind=kind,
        symbol=cells["symbol"],
        numbers=";".join(_numbers(cells["communication_numbers"], cells["symbol"])),
        respondents=cells["respondents"] or ";".join(line.party(names, state) for state in states),
        session=_session(cells["symbol"], cells["session"]),
        submitted=submitted,
        admissibility=admitted if on_merits else "",
        delivered=decided if on_merits else decided or admitted,
        provisions=";".join(_provisions(_split(cells["articles"]), line)),
        issues=";".join(issues),
        rights=";".join(sorted({right for issue in issues for right in rights.get(issue, ())})),
        participant=line.cells["state"],
        source=SOURCE,
        locator=line.locator,
    )


def _split(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("|") if part.strip()]


def _known(table: Mapping[str, str], shown: str, line: Line) -> str:
    if shown not in table:
        raise SourceFormatError(line.file, line.place, f"“{shown}” is not known")
    return table[shown]


def _date(shown: str, line: Line) -> str:
    found = read_date(shown)
    if shown and found is None:
        raise SourceFormatError(line.file, line.place, f"“{shown}” is not a date")
    return found or ""


def _check_order(line: Line, *days: str) -> None:
    known = [day for day in days if day]
    if known != sorted(known):
        raise SourceFormatError(line.file, line.place, f"the dates {', '.join(known)} are not in their order")


def _numbers(shown: str, symbol: str) -> list[str]:
    """Return the numbers of the communications without leading noughts; where none is given, that of the symbol."""
    found = [number.strip().lstrip("0") for number in shown.split(",") if number.strip()]
    return found or [f"{int(number)}/{year}" for number, year in _NUMBER.findall(symbol)]


def _session(symbol: str, shown: str) -> str:
    """Return the session; where the symbol has another than its column, that of the symbol."""
    found = _SESSION.match(symbol)
    return found[1] if found else shown


def _provisions(articles: Iterable[str], line: Line) -> list[str]:
    found = {provision(article, line) for article in articles if _MISPRINTS.get(article, article)}
    return sorted(found, key=_natural)


def provision(article: str, line: Line) -> str:
    """Read an article as the database writes it: ``CAT-22-5-b`` is ``cat 22.5.b``.

    Raises:
        SourceFormatError: it is of another form, or of an instrument that is not known.
    """
    match = _ARTICLE.fullmatch(_MISPRINTS.get(article, article))
    if match is None or match[1] not in _INSTRUMENTS:
        raise SourceFormatError(line.file, line.place, f"“{article}” is not an article that is known")
    return f"{_INSTRUMENTS[match[1]]} {match[2].replace('-', '.').lower()}"


def _natural(reference: str) -> list[tuple[int, str]]:
    """Order ``9.1`` before ``14.1``."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in re.split(r"[ .]", reference)]


def _identifier(row: DecisionRow, alone: bool) -> str:
    """Name a decision by its symbol, with its number where others share the symbol; without one by body and number."""
    number = "" if row.symbol and alone else row.numbers
    return slug(" ".join(filter(None, (row.symbol or row.body, number))))


def slug(text: str) -> str:
    """Write letters and digits in lower case, parted by hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))
