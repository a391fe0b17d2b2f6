"""The head of a page: as of when, how many parties it counts, and the treaty's own dates and numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from iml_graph.errors import SourceFormatError
from iml_graph.ingest.dates import read_date
from iml_graph.ingest.untc_pages.page import Page, text_of


@dataclass(frozen=True, slots=True)
class PageHeader:
    """What the head of a status page states. Dates are ISO; ``unts_volume`` is 0 where none is printed."""

    mtdsg_no: str
    status_as_at: str
    signatories: int
    parties: int
    concluded_at: str
    concluded_on: str
    entered_into_force_on: str
    registered_on: str
    unts_registration: str
    unts_volume: int


def read_header(page: Page) -> PageHeader:
    """Read the head of a page.

    Raises:
        SourceFormatError: an element is missing or is not of the expected form.
    """
    counts = _match(page, "rptStatus_ctl00_tcText", r"Signatories\s*:\s*(\d+)\.?\s*Parties\s*:\s*(\d+)")
    # The depositary prints the day before the month: the pages of 03-02-2026 were saved in February.
    day, month, year = _match(page, "div3", r"STATUS AS AT\s*:\s*(\d\d)-(\d\d)-(\d{4})").groups()
    place = _match(page, "rptTreaty_ctl00_tcText", r"^(.+?),\s*\d")
    number = _match(page, "rptRegistration_ctl00_tcText", r"No\.\s*(\d+)")
    volume = re.search(r"vol\.\s*(\d+)", text_of(page.get("rptText_ctl00_tcText")))
    return PageHeader(
        mtdsg_no=page.mtdsg_no,
        status_as_at=f"{year}-{month}-{day}",
        signatories=int(counts[1]),
        parties=int(counts[2]),
        concluded_at=place[1],
        concluded_on=_date(page, "rptTreaty_ctl00_tcText"),
        entered_into_force_on=_date(page, "rptEIF_ctl00_tcText"),
        registered_on=_date(page, "rptRegistration_ctl00_tcText"),
        unts_registration=number[1],
        unts_volume=int(volume[1]) if volume else 0,
    )


def _match(page: Page, element_id: str, pattern: str) -> re.Match[str]:
    found = re.search(pattern, text_of(page.get(element_id)))
    if found is None:
        raise SourceFormatError(page.file, element_id, f"does not match {pattern}")
    return found


def _date(page: Page, element_id: str) -> str:
    found = read_date(text_of(page.get(element_id)))
    if found is None:
        raise SourceFormatError(page.file, element_id, "states no date")
    return found
