"""Read recommendations of the universal periodic review on migration, sessions 1 to 20 (2008 to 2014).

Publisher: UPR Info; retrieved from GitHub ``rochelleterman/uprs``. What a recommendation says is not kept. Which
treaties it asks the State to join is found by the names in it, where UPR Info tagged it with international
instruments and it speaks of joining; a treaty named beside another purpose in the same sentence is taken too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from iml_graph.errors import SourceFormatError
from iml_graph.ingest.facts import RecommendationRow
from iml_graph.ingest.names import Names
from iml_graph.ingest.tables import Line, read_lines

SOURCE = "upr-info-2008-2014-migration"

FILES = ("upr_recommendations_migration.csv",)

_COLUMNS = ("To", "Text", "From", "Response", "Action", "Issue", "Session")

_RESPONSES = {"Accepted": "accepted", "Noted": "noted", "Voluntary Pledge": "voluntary-pledge"}

_ON_INSTRUMENTS = "International instruments"

_JOINING = re.compile(
    r"ratif|\bacced|accession|\bsign(?:ing|ature)?\b|adher|\bjoin|be(?:com)?(?:e|ing) (?:a )?(?:State )?part|"
    r"consent to be bound",
    re.IGNORECASE,
)

_PARENT_NAMED = re.compile(
    r"supplementing the (?:united nations )?convention against transnational organi[sz]ed crime", re.I
)

_NAMES = {
    "icrmw": r"convention[^.;]{0,60}\bmigrants?.? workers|\b(?:ICRMW|CRMW|ICMW|ICPMW|CMW|MWC)\b|"
    r"migrant workers.? convention|rights of all migrants? workers",
    "refugee-1951": r"1951[^.;]{0,25}convention|status of refugees|refugees?.? convention|convention of 1951|"
    r"conventions (?:on|relating to) refugees",
    "refugee-1967": r"1967|"
    r"(?:status of refugees|refugees? convention)[^.;]{0,20} and its (?:additional |optional )?protocol",
    "statelessness-1954": r"1954|status of stateless|conventions on stateless|stateless(?:ness)? conventions",
    "statelessness-1961": r"1961|reduction of statelessness|conventions on stateless|stateless(?:ness)? conventions",
    "palermo-trafficking": r"palermo protocol|prevent,? suppress and punish trafficking|"
    r"trafficking (?:in persons )?protocol|protocol on trafficking",
    "palermo-smuggling": r"smuggling of migrants|protocol against the smuggling",
    "untoc": r"(?<!protocol to the united nations )convention (?:against|on) transnational organi[sz]ed crime|"
    r"palermo convention",
    "cets-197": r"council of europe convention on action against trafficking|european convention on action against",
    "ilo-c189": r"\b189\b|convention[^.;]{0,40}domestic workers",
    "ilo-c097": r"\bconvention (?:no\.? ?)?97\b",
    "ilo-c143": r"\b143\b",
    "kampala-convention": r"kampala convention|"
    r"african union convention for the protection and assistance of internally",
    "cped": r"enforced disappearance|\b(?:CED|CPED|ICPPED|ICED)\b",
    "opcat": r"optional protocol to (?:the )?(?:convention against torture|CAT\b)|\bOP-?CAT\b|\bCAT-OP\b",
    "crpd": r"rights of persons with disabilities|\bCRPD\b",
    "rome-statute": r"rome statute",
    "crc-opsc": r"sale of children|\b(?:OP-CRC-SC|CRC-OP-SC)\b",
    "crc-opac": r"children in armed conflict|\b(?:OP-CRC-AC|CRC-OP-AC)\b",
}
"""How the texts name each instrument that this reader looks for: those on migration, and the ones often asked for
beside them. An instrument that is not here is not looked for, so its absence from a row says nothing."""

_PATTERNS = {instrument: re.compile(pattern, re.IGNORECASE) for instrument, pattern in _NAMES.items()}


def read(folder: Path, names: Names) -> Iterator[RecommendationRow]:
    """Yield every recommendation and pledge, without its text.

    Raises:
        SourceFormatError: the file is missing or malformed.
    """
    for number, line in enumerate(read_lines(folder / FILES[0], _COLUMNS), start=1):
        yield _recommendation(line, names, number)


def _recommendation(line: Line, names: Names, number: int) -> RecommendationRow:
    cells = {heading: cell.strip() for heading, cell in line.cells.items()}
    if cells["Response"] not in _RESPONSES:
        raise SourceFormatError(line.file, line.place, f"“{cells['Response']}” is no response that is known")
    issues = tuple(issue.strip() for issue in cells["Issue"].split(","))
    maker = cells["From"] or cells["To"]  # a voluntary pledge is made by the State under review
    return RecommendationRow(
        review="upr",
        number=f"{number:04}",
        session=cells["Session"],
        under_review=line.party(names, cells["To"]),
        recommending=line.party(names, maker),
        response=_RESPONSES[cells["Response"]],
        action=cells["Action"],
        issues=";".join(sorted(slug(issue) for issue in issues)),
        urges=";".join(urged(cells["Text"], issues)),
        participant_from=cells["From"],
        participant_to=cells["To"],
        source=SOURCE,
        locator=line.locator,
    )


def urged(text: str, issues: tuple[str, ...]) -> tuple[str, ...]:
    """Name the instruments that a recommendation asks the State to join, in the order of this reader's table."""
    if _ON_INSTRUMENTS not in issues or not _JOINING.search(text):
        return ()
    plain = _PARENT_NAMED.sub("", " ".join(text.split()))
    return tuple(instrument for instrument, pattern in _PATTERNS.items() if pattern.search(plain))


def slug(issue: str) -> str:
    """Turn an issue tag into the name of its concept (``Asylum-seekers - refugees`` is ``asylum-seekers-refugees``)."""
    return "-".join(re.findall(r"[a-z]+", issue.lower().replace("'s", "s")))
