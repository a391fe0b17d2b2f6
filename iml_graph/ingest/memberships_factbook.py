"""Read who is on the lists of members that the World Factbook printed: a table of January 2020, pages of May 2026.

Publisher: United States Central Intelligence Agency, through two public repositories. The lists have no dates of
admission and lag behind, so that only those are read that agree with the numbers which the organizations print. Of the
specialized agencies only the participants are read of whom no other source says whether they are members.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from iml_graph.ingest.curation import load_left_out
from iml_graph.ingest.facts import MembershipRow
from iml_graph.ingest.names import Names
from iml_graph.ingest.tables import Line, read_lines

SOURCE_2020 = "cia-factbook-orgs-2020"
SOURCE_2026 = "factbook-orgs-2026"

FILES_2020 = ("CountrycodesOrgs.csv",)
FILES_2026 = ("factbook_organisation_participation.csv",)

DAY_2020 = "2020-01"
DAY_2026 = "2026-05-17"

_ORGANIZATIONS_2020: Mapping[str, str] = {
    "AL": "las",
    "AMU": "amu",
    "ASEAN": "asean",
    "AU": "au",
    "CAN": "can",
    "CE": "coe",
    "CIS": "cis",
    "EAEU": "eaeu",
    "ECOWAS": "ecowas",
    "GCC": "gcc",
    "OAS": "oas",
    "SAARC": "saarc",
}
"""Left out: C, CEMAC, COMESA, EAC, EU, IGAD, ILO, IOM, LAS, OIC, SADC, SICA, whose numbers are not those of that day;
OIF, which lists associate members as members."""

_ORGANIZATIONS_2026: Mapping[str, str] = {
    "AMU": "amu",
    "ASEAN": "asean",
    "CAN": "can",
    "CIS": "cis",
    "EAC": "eac",
    "EAEU": "eaeu",
    "GCC": "gcc",
    "SAARC": "saarc",
}
"""Left out: the others, which still name States that have left or lack some that joined (the United Kingdom in EU)."""

_AGENCIES: Mapping[str, str] = {"ICAO": "icao", "IMO": "imo", "UNESCO": "unesco", "WHO": "who"}

_NOT_IN_THE_UN = frozenset({"COK", "NIU", "PSE", "VAT", "XKX"})
"""Participants that are no members of the United Nations, and might be of an agency."""

_NO_NAME = frozenset({"", "none"})
_STATUSES = {"member": "member", "associate": "associate", "associate member": "associate", "observer": "observer"}
_ENTRY = re.compile(r"(?P<name>[^(,]+?)\s*(?:\((?P<status>[^)]*)\))?\s*(?:,|$)")


def read_2020(folder: Path, names: Names) -> Iterator[MembershipRow]:
    """Yield who is listed in the table of 2020.

    Raises:
        SourceFormatError: the file is missing or malformed.
    """
    left_out = load_left_out(SOURCE_2020)
    for line in read_lines(folder / FILES_2020[0], ("ISO_3166_3", "NAME.EN", "org_id", "org_member")):
        code, listed, status = line.cells["org_id"], line.cells["ISO_3166_3"], line.cells["org_member"]
        agency = _AGENCIES.get(code, "") if listed in _NOT_IN_THE_UN else ""
        organization = _ORGANIZATIONS_2020.get(code, agency)
        if organization and status in _STATUSES and (organization, listed) not in left_out:
            party = line.party(names, listed)
            yield _row(line, organization, party, line.cells["NAME.EN"], status, DAY_2020, SOURCE_2020)


def read_2026(folder: Path, names: Names) -> Iterator[MembershipRow]:
    """Yield who is listed on the pages of 2026.

    Raises:
        SourceFormatError: the file is missing or malformed.
    """
    for line in read_lines(
        folder / FILES_2026[0], ("short_form", "long_form", "international_organization_participation")
    ):
        short = line.cells["short_form"]
        name = line.cells["long_form"] if short in _NO_NAME else short
        for entry in _ENTRY.finditer(line.cells["international_organization_participation"]):
            status = entry["status"] or "member"
            organization = _ORGANIZATIONS_2026.get(entry["name"].strip(), "")
            if organization and status in _STATUSES and name:  # the page on the European Union has no name
                party = line.party(names, name)
                yield _row(line, organization, party, name, status, DAY_2026, SOURCE_2026)


def _row(line: Line, organization: str, party: str, name: str, status: str, day: str, source: str) -> MembershipRow:
    return MembershipRow(
        organization=organization,
        party=party,
        event="listed",
        date=day,
        status=_STATUSES[status],
        participant=name,
        as_shown=status,
        source=source,
        locator=line.locator,
    )
