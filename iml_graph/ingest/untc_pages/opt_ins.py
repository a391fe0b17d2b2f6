"""Declarations that accept a procedure: which article, when, and for how long where they say so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from iml_graph.ingest.dates import read_date
from iml_graph.ingest.names import Names
from iml_graph.ingest.rows import ActionRow
from iml_graph.ingest.untc_pages.articles import find_articles, sort_articles
from iml_graph.ingest.untc_pages.blocks import Block, Kind, read_blocks
from iml_graph.ingest.untc_pages.page import Entry, Page, entries
from iml_graph.ingest.untc_pages.participants import Acts

INTER_STATE = r"another State|by another State|State Party to the (?:said |International )?Con|inter-state"
INDIVIDUAL = r"individuals?\b|groups? of (?:persons|individuals)|persons subject to|on behalf of"
INQUIRY = r"inquiry"

PROCEDURES = {
    "icerd": {"14": INDIVIDUAL},
    "icescr-op": {"10": INTER_STATE, "11": INQUIRY},
    "iccpr": {"41": INTER_STATE},
    "cat": {"21": INTER_STATE, "22": INDIVIDUAL},
    "icrmw": {"76": INTER_STATE, "77": INDIVIDUAL},
    "crc-opic": {"12": INTER_STATE},
    "cped": {"31": INDIVIDUAL, "32": INTER_STATE},
}
"""The articles under which a party may accept a procedure, with the words that tell which one is meant
where the article is not named."""

_TERM = re.compile(r"for an? (?:further |additional )?period of (\w+)(?: \(\d+\))? (years?)", re.IGNORECASE)
_ACCEPTS = re.compile(r"recogni[sz]e|accept|agrees", re.IGNORECASE)
_COMPETENCE = re.compile(r"recogni[sz]es? the competence", re.IGNORECASE)
_REFUSES = re.compile(r"\bnot (?:to )?recogni[sz]e", re.IGNORECASE)
_LATER = re.compile(r"at a later time", re.IGNORECASE)


def read_opt_ins(page: Page, names: Names, acts: Acts) -> Iterator[ActionRow]:
    """Yield one row for each date on which a party accepted procedures, with their articles.

    ``as_shown`` says ``for five years`` where the declaration is limited in time. An entry whose text the
    page has moved to an end note gives a row without date, or none where its article cannot be told.
    """
    for entry in entries(page, "dgDecUnderArticle"):
        party = names.code(entry.participant, page.file, entry.place)
        for date, lines in _by_date(read_blocks(entry)):
            if articles := accepted_articles(lines, page.instrument):
                since = date or _consent(party, lines, acts)
                yield _row(page, entry, party, since, articles, _term(lines))


def accepted_articles(lines: Iterable[str], instrument: str) -> list[str]:
    """Return the articles whose procedures the lines accept, by number or else by what the procedure is."""
    procedures = PROCEDURES[instrument]
    lines = list(lines)
    named = _named(" ".join(lines), instrument)
    if len(procedures) == 1:
        return sorted(procedures)
    if not named:
        return _described(" ".join(lines), instrument)
    unnamed = (line for line in lines if _COMPETENCE.search(line) and not _named(line, instrument))
    return sorted(named.union(*(_described(line, instrument) for line in unnamed)))


def _named(text: str, instrument: str) -> set[str]:
    articles = find_articles(_bare(text), instrument)
    return {article.split(".")[0] for article in articles} & set(PROCEDURES[instrument])


def _described(text: str, instrument: str) -> list[str]:
    procedures = PROCEDURES[instrument].items()
    return [article for article, words in procedures if re.search(words, text, re.IGNORECASE)]


def accepts_procedure(text: str, instrument: str) -> bool:
    """Tell whether a statement among the declarations accepts a procedure of the instrument now."""
    if instrument not in PROCEDURES or "competence" not in text or _LATER.search(text) or _REFUSES.search(text):
        return False
    return bool(_ACCEPTS.search(text)) and bool(accepted_articles([text], instrument))


def _by_date(blocks: Iterable[Block]) -> Iterator[tuple[str, list[str]]]:
    """Yield the lines under each printed date; the same date printed twice is one."""
    groups: dict[str, list[str]] = {}
    date = ""
    for block in blocks:
        if block.kind is Kind.DATE:
            date = read_date(block.text) or ""
        else:
            groups.setdefault(date, []).append(block.text)
    yield from groups.items() if groups else [("", [])]


def _consent(party: str, lines: list[str], acts: Acts) -> str:
    return acts.get((party, "consent"), "") if lines else ""


def _term(lines: Iterable[str]) -> str:
    term = _TERM.search(" ".join(lines))
    return f"for {term[1].lower()} {term[2].lower()}" if term else ""


def _row(page: Page, entry: Entry, party: str, date: str, articles: Iterable[str], term: str) -> ActionRow:
    return ActionRow(
        instrument=page.instrument,
        party=party,
        action="opt-in-declaration",
        date=date,
        articles=sort_articles(articles),
        participant=entry.participant,
        as_shown=term,
        locator=f"{page.file} {entry.place}",
    )


def _bare(text: str) -> str:
    """Take “[21 and 22]” for what it is, a clarification by the depositary."""
    return re.sub(r"said articles? \[([^\]]+)\]", r"articles \1", text)
