"""Reservations and declarations of which the pages tell the withdrawal alone.

The depositary takes a statement off the page once it is withdrawn, and an end note tells of the withdrawal. That it was
made follows from the note, and objections to it stay on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from iml_graph.ingest.anchors import concerns
from iml_graph.ingest.rows import ActionRow
from iml_graph.ingest.untc_pages.end_notes import Note
from iml_graph.ingest.untc_pages.participants import Acts

WITHDRAWN = "withdrawn"
"""What the row of such a statement shows."""

STATEMENTS = {"reservation-withdrawal": "reservation", "declaration-withdrawal": "declaration"}
"""What each kind of withdrawal takes back."""

_ACT = r"(?:signature|signing|ratif\w+|accession|succession|acceptance|confirmation)"
_OCCASION = re.compile(rf"\b(?:upon|on|at the time of|when)\s+(?:the |its |their )?(?P<act>{_ACT})", re.IGNORECASE)


def withdrawn_statements(rows: Iterable[ActionRow], notes: Iterable[Note], acts: Acts) -> Iterator[ActionRow]:
    """Yield one row for each statement that was withdrawn and that the page no longer has.

    Its date is that of the consent, unless its note names the signature alone or the withdrawal did not come after the
    consent; without such a day there is none.

    Args:
        rows: what the page tells otherwise, withdrawals among it.
        notes: its end notes.
        acts: dates of signatures and consents.
    """
    rows = list(rows)
    texts = {note.locator: " ".join(note.paragraphs) for note in notes}
    found = set[ActionRow]()
    for row in rows:
        if row.action in STATEMENTS and not row.territories and not any(_takes_back(row, other) for other in rows):
            date = _date(row, texts, acts)
            found.add(replace(row, action=STATEMENTS[row.action], date=date, effect="", as_shown=WITHDRAWN))
    yield from sorted(found)


def _takes_back(withdrawal: ActionRow, row: ActionRow) -> bool:
    """Tell whether a withdrawal may be about a statement that the page has."""
    if row.party != withdrawal.party or row.action not in STATEMENTS.values() or row.date >= withdrawal.date:
        return False
    named = [article for article in withdrawal.articles.split(";") if article]
    return not named or any(concerns(row.articles, article) for article in named)


def _date(withdrawal: ActionRow, texts: Mapping[str, str], acts: Acts) -> str:
    named = {found["act"].lower()[:4] for found in _OCCASION.finditer(texts.get(withdrawal.locator, ""))}
    signed, consented = (acts.get((withdrawal.party, kind), "") for kind in ("signature", "consent"))
    if named == {"sign"} or (consented and consented >= withdrawal.date):
        return signed if signed <= withdrawal.date else ""
    return consented
