"""Read the bilateral treaties on migration from the register of one State, the United Kingdom.

Publisher: Foreign, Commonwealth and Development Office, UK Treaties Online, search records of March 2022. The register
holds treaties of the Dominions too. It says nothing of a treaty to which neither the United Kingdom nor one of them is
a party. Names in capitals are States by their names of today, whether they were States on the day of signature or
territories of a party; names in lower case are territories. What a treaty is about is told from its title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from iml_graph import resources
from iml_graph.ingest.curation import read_table
from iml_graph.ingest.facts import BilateralRow
from iml_graph.ingest.names import Names
from iml_graph.ingest.tables import Line, read_lines
from iml_graph.ingest.uk_treaties_rules import topic_of
from iml_graph.parties import load_parties

SOURCE = "uk-treaties-2022"

FILES = ("treaties_migration.csv",)

_BILATERAL = "BI"
_NO_DATE = "01/01/1900"
_JOHANNA = "JOHANNA"
"""A sultanate (Anjouan), in capitals too, of which no State of today is the name."""

_UNTS = re.compile(r"UN Registration [^:]*: ?(\d+) (\d+)")
_SERIES = re.compile(r"(?:^|;)([A-Za-z ]*)Treaty Series (\d+)/(\d{4}): ?([^|;]*)")
_COLUMNS = ("id", "title", "subject", "field3", "country_name", "references", "document_url")
_TITLED = ("register_id", "parties")


def read(folder: Path, names: Names) -> Iterator[BilateralRow]:
    """Yield the treaties between two States or more that are about migration and have a day of signature.

    Raises:
        SourceFormatError: the file is missing or malformed.
    """
    register = _Parties.load(names)
    for line in read_lines(folder / FILES[0], _COLUMNS):
        if line.cells["field3"] != _BILATERAL:
            continue
        topic = topic_of(line.cells["subject"], line.cells["title"])
        signed = _day(line, "signed_event_date")
        if topic and signed:
            parties = register.of(line, signed)
            if len(parties) > 1:
                yield _row(line, topic, signed, parties)


def _row(line: Line, topic: str, signed: str, parties: list[str]) -> BilateralRow:
    return BilateralRow(
        register=SOURCE,
        register_id=line.cells["id"],
        title=" ".join(line.cells["title"].split()),
        topic=topic,
        parties=";".join(parties),
        signed=signed,
        signed_at=line.cells["signed_event_location"].strip(),
        in_force=_day(line, "definative_eif_event_effective_date") or _day(line, "definative_eif_event_date"),
        provisional_from=_day(line, "provisional_eif_event_date"),
        terminated=_day(line, "terminated_event_effective_date") or _day(line, "terminated_event_date"),
        references=";".join(references(line.cells["references"])),
        url=line.cells["document_url"].replace("\\", "/"),
        source=SOURCE,
        locator=line.locator,
    )


@dataclass(frozen=True, slots=True)
class _Parties:
    """Who the parties to a treaty are: what its title names, where the list of the register misleads, and the list."""

    names: Names
    by_title: Mapping[str, str]
    began: Mapping[str, str]

    @classmethod
    def load(cls, names: Names) -> _Parties:
        """Read the curated table of titles, and the days on which parties came into existence."""
        by_title = {row["register_id"]: row["parties"] for row in read_table("uk-treaties-parties.csv", _TITLED)}
        records = load_parties(resources.data() / "parties")
        return cls(names, by_title, {code: record.existed_from for code, record in records.items()})

    def of(self, line: Line, signed: str) -> list[str]:
        """Return the codes of the States, sorted: those of the title, or all in capitals that existed on the day."""
        if titled := self.by_title.get(line.cells["id"]):
            return titled.split(";")
        shown = [name.strip() for name in line.cells["country_name"].split(" ; ")]
        codes = {line.party(self.names, name) for name in shown if name.isupper() and name != _JOHANNA}
        return sorted(code for code in codes if self.began.get(code, "") <= signed)


def references(shown: str) -> Iterator[str]:
    """Yield volume and page in the United Nations Treaty Series, then numbers in national series (UKTS: its own)."""
    for volume, page in _UNTS.findall(shown):
        if int(volume) and int(page):
            yield f"UNTS {int(volume)}, {int(page)}"
    for prefix, number, year, paper in _SERIES.findall(shown):
        series = f"{prefix.strip()} Treaty Series" if prefix.strip() else "UKTS"
        command = paper.strip().replace(".", "")
        yield f"{series} {int(number)}/{year}" + (f" ({command})" if command.startswith("C") else "")


def _day(line: Line, heading: str) -> str:
    shown = line.cells[heading].strip()
    return "" if shown in ("", _NO_DATE) else line.day_first(shown)
