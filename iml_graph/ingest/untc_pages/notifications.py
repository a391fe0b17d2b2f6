"""Notifications: derogations in time of public emergency, and the others by the article of their section."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from iml_graph.ingest.dates import read_date
from iml_graph.ingest.names import Names
from iml_graph.ingest.rows import ActionRow
from iml_graph.ingest.untc_pages.articles import find_articles, sort_articles
from iml_graph.ingest.untc_pages.blocks import Block, Kind, read_blocks
from iml_graph.ingest.untc_pages.page import Page, entries, text_of

_DEROGATION_CLAUSE = "4"  # article 4 (3) of the ICCPR obliges to notify; it is not what is derogated from
_DEROGATES = re.compile(r"derogat|suspen|restrict|limit", re.IGNORECASE)
_ENDS = re.compile(
    r"^\W*(?:terminat|(?:the )?lifting|(?:the )?end(?:ing)? of)|\b(?:terminat\w+|lifted|lifting|revoked|"
    r"ceased|expired)\b",
    re.IGNORECASE,
)
_COVENANT = re.compile("Covenant|ICCPR")
_ANSWER = re.compile(r"^\s*\[For notifications", re.IGNORECASE)


def read_notifications(page: Page, names: Names) -> Iterator[ActionRow]:
    """Yield one row for each printed date of a notification.

    Those of the ICCPR are derogations; ``as_shown`` is ``end`` where one ends a derogation, else empty.
    """
    title = page.find("divParentNotification")
    of_section = find_articles(text_of(title), page.instrument) if title is not None else []
    for entry in entries(page, "dgNotifications", "divNotificationText"):
        party = names.code(entry.participant, page.file, entry.place)
        for date, lines in _by_date(read_blocks(entry)):
            derogates = page.instrument == "iccpr"
            yield ActionRow(
                instrument=page.instrument,
                party=party,
                action="derogation-notification" if derogates else "notification",
                date=date,
                articles=sort_articles(derogated(lines, page.instrument) if derogates else of_section),
                participant=entry.participant,
                as_shown="end" if derogates and _ENDS.search(" ".join(lines)[:200]) else "",
                locator=f"{page.file} {entry.place}",
            )


def derogated(lines: Iterable[str], instrument: str) -> list[str]:
    """Return the articles that the sentences on derogation name, but for the clause that allows it.

    A sentence that speaks of a constitution and not of the Covenant names the constitution's articles.
    """
    sentences = (s for s in re.split(r"(?<=[.;])\s+", " ".join(lines)) if _DEROGATES.search(s))
    own = (s for s in sentences if _COVENANT.search(s) or "Constitution" not in s)
    found = (article for sentence in own for article in find_articles(sentence, instrument))
    return [article for article in found if article.split(".")[0] != _DEROGATION_CLAUSE]


def _by_date(blocks: Iterable[Block]) -> Iterator[tuple[str, list[str]]]:
    date, lines = "", list[str]()
    for block in blocks:
        if block.kind is Kind.DATE:
            if lines:
                yield date, lines
            date, lines = read_date(block.text) or "", []
        elif not _ANSWER.match(block.text):
            lines.append(block.text)
    if lines:
        yield date, lines
