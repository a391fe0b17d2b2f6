"""The cells of the depositary's tables: a date, a letter that tells the action, and brackets.

The case of the letters matters: ``a`` accession, ``A`` acceptance (head of the depositary's grids). Square
brackets mean that the action is no longer in effect; a cell does not say when it ended.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from iml_graph.ingest.dates import read_date

Markers = Mapping[str, str]
"""Action (concept of the scheme ``action-types``) by the letter after the date; no letter is a key too."""

SIGNATURE: Markers = {"": "signature", "d": "succession-to-signature"}
CONSENT: Markers = {
    "": "ratification",
    "a": "accession",
    "d": "succession",
    "A": "acceptance",
    "AA": "approval",
    "c": "formal-confirmation",
}

ANY_CONSENT: Markers = {**CONSENT, "s": "definitive-signature"}
"""For lists that have definitive signatures in the column of consents."""

UNSTATED: Markers = {"": "consent", "P": "consent"}
"""For a column that holds definitive signatures and participation by other acts, without telling which."""

_CELL = re.compile(r"(?P<open>\[)?\s*(?P<date>\d{1,2} \w+ \d{4})\s*(?P<marker>[A-Za-z]*)\s*(?P<close>\])?")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: the ISO date, the action that its marker means, and whether in brackets."""

    date: str
    action: str
    bracketed: bool


def read_cell(shown: str, markers: Markers) -> Cell | None:
    """Read one cell, or return None where it is not a date, a known marker and balanced brackets."""
    found = _CELL.fullmatch(" ".join(shown.split()))
    if found is None or bool(found["open"]) != bool(found["close"]) or found["marker"] not in markers:
        return None
    on = read_date(found["date"])
    return Cell(on, markers[found["marker"]], bool(found["open"])) if on else None
