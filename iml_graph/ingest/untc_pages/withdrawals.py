"""The words of a withdrawal: what of a statement is taken back, when, and whether in part only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from iml_graph.ingest.dates import PATTERN, read_date

WITHDRAWS = re.compile(r"\bwi(?:th)?h?dr[ae]w(?:al|n|s|ing)?|\blift its", re.IGNORECASE)
"""The verb or noun by which a text tells of a withdrawal, misprints of the pages included."""

_STATEMENT = r"\b(?:reservation|declaration)s?\b"
_TELLS = re.compile(
    rf"(?<!Until the )\bwithdr[ae]w(?:s|al|n)?\b[^.;]*?{_STATEMENT}|{_STATEMENT}[^.;]*\bwithdrawn\b", re.IGNORECASE
)
_PREAMBLE = re.compile(r"\W*Whereas\b")
_DAY = re.compile(rf"\bOn (?P<date>{PATTERN})")
_KEPT = re.compile(r"\b(?:which shall continue|while keeping)\b")


def withdraws_statement(sentence: str) -> bool:
    """Tell whether the sentence withdraws a reservation or declaration; a preamble only says why."""
    return _TELLS.search(sentence) is not None and not is_preamble(sentence)


def is_preamble(sentence: str) -> bool:
    """Tell whether the sentence only gives the reasons of what follows."""
    return _PREAMBLE.match(sentence) is not None


def withdrawal_day(sentence: str) -> str:
    """Return the day that the sentence itself states, as an ISO date, or an empty text."""
    found = _DAY.search(sentence)
    return read_date(found["date"]) or "" if found else ""


def withdrawn(clause: str) -> Iterator[tuple[str, str]]:
    """Yield what is withdrawn, each kind with the words up to the next kind."""
    kinds = {kind: clause.lower().find(kind) for kind in ("reservation", "declaration", "objection")}
    places = sorted((place, kind) for kind, place in kinds.items() if place >= 0)[:2]
    for number, (place, kind) in enumerate(places):
        end = places[number + 1][0] if number + 1 < len(places) else len(clause)
        yield f"{kind}-withdrawal", clause[place:end]


def without_kept(sentence: str) -> str:
    """Cut where the sentence goes on to what the withdrawal leaves standing."""
    return _KEPT.split(sentence)[0]


def is_partial(text: str) -> bool:
    """Tell whether a part of the statement stands on."""
    return re.search(r"partial|in respect only of|to the extent", text, re.IGNORECASE) is not None
