"""Read the income groups of the World Bank: one a fiscal year, set on 1 July and kept until 30 June.

Years of the same group in a row become one interval. The newest year ends with June 2026: what follows is not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

from iml_graph.errors import SourceFormatError
from iml_graph.ingest.facts import IncomeRow
from iml_graph.ingest.names import Names
from iml_graph.ingest.tables import Line
from iml_graph.ingest.workbook import read_sheet

SOURCE = "wb-income-class"

FILES = ("OGHIST.xlsx",)

_SHEET = "Country Analytical History"
_GROUPS = {"L": "low", "LM": "lower-middle", "UM": "upper-middle", "H": "high"}
_NO_GROUP = ".."
_CODES: Mapping[str, str] = {"YUG": "SCG", "YUGf": "YUG"}
"""Codes of the Bank that stand for another party than ours."""
_NO_PARTY = frozenset({"CHI"})
"""The Channel Islands: two territories, classified as one."""
_CODE = re.compile(r"[A-Z]{3}f?")
_YEAR = re.compile(r"FY(\d\d)")


def read(folder: Path, names: Names) -> Iterator[IncomeRow]:
    """Yield one row for each run of years in which an economy was in one group.

    Raises:
        SourceFormatError: the file is missing or malformed, or a group is none of the four.
    """
    years: dict[str, int] = {}
    for line in read_sheet(folder / FILES[0], _SHEET):
        found = {column: match[1] for column, shown in line.cells.items() if (match := _YEAR.fullmatch(shown))}
        years = years or {column: _starts(year) for column, year in found.items()}
        code = line.cells.get("A", "")
        if years and _CODE.fullmatch(code) and code not in _NO_PARTY:
            yield from _runs(line, names, years, _CODES.get(code, code))


def _starts(fiscal: str) -> int:
    """Return the calendar year in which a fiscal year begins: FY89 begins in July 1988."""
    return (1900 if int(fiscal) > 70 else 2000) + int(fiscal) - 1


def _runs(line: Line, names: Names, years: Mapping[str, int], code: str) -> Iterator[IncomeRow]:
    shown = ((years[column], line.cells.get(column, _NO_GROUP)) for column in years)
    party = line.party(names, code)
    for group, run in groupby(sorted(shown), key=lambda each: each[1].removesuffix("*")):
        if group == _NO_GROUP:
            continue
        if group not in _GROUPS:
            raise SourceFormatError(line.file, line.place, f"“{group}” is no income group")
        own = [year for year, _ in run]
        yield IncomeRow(
            classification="world-bank",
            party=party,
            group=_GROUPS[group],
            start=f"{own[0]}-07-01",
            until=f"{own[-1] + 1}-07-01",
            participant=line.cells.get("B", ""),
            source=SOURCE,
            locator=f"{line.file}, {_SHEET}, row {line.number}",
        )
