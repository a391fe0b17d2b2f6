"""Reservations and declarations: their kind, their date and the articles they concern, never their text.

What a person read of a statement (``data/curation/anchors.csv``) goes before what the rules here tell of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from iml_graph.ingest.anchors import NO_ANCHORS, Anchors, Key, digest
from iml_graph.ingest.dates import PATTERN, read_date
from iml_graph.ingest.names import Names
from iml_graph.ingest.rows import ActionRow
from iml_graph.ingest.untc_pages.articles import concerned_articles, find_articles, sort_articles
from iml_graph.ingest.untc_pages.blocks import Block, Kind, read_blocks
from iml_graph.ingest.untc_pages.end_notes import read_notes
from iml_graph.ingest.untc_pages.opt_ins import accepted_articles, accepts_procedure
from iml_graph.ingest.untc_pages.page import Entry, Page, entries
from iml_graph.ingest.untc_pages.participants import Acts
from iml_graph.ingest.untc_pages.withdrawals import (
    is_partial,
    is_preamble,
    withdrawal_day,
    withdrawn,
    withdraws_statement,
    without_kept,
)

RESERVATION, DECLARATION = "reservation", "declaration"

_RESERVES = re.compile(
    r"reserv(?!ation (?:made|entered|formulated|lodged) by)|\bnot\b.{0,40}\bbound\b|ne se considère pas li",
    re.IGNORECASE,
)
_DECLARES = re.compile(r"d[ée]clar|statement|understanding|interpret", re.IGNORECASE)
_OCCASION = re.compile(r"\b(signature|ratification|accession|succession|acceptance|confirmation)\b", re.IGNORECASE)
_REFUSED = re.compile(r"Secretary-General did not accept the (?:reservation|declaration)")
_LODGED = re.compile(rf"was lodged with the Secretary-General on (?P<date>{PATTERN})")
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-Z“\"(])")


@dataclass(slots=True)
class Statement:
    """Lines under one date and one heading: what can be told apart on the page."""

    heading: str = ""
    date: str = ""
    occasion: str = ""
    articles: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    withdraws: bool = False

    @property
    def sha256(self) -> str:
        """Digest of the heading and the lines, by which a curated row notices that they have changed."""
        return digest((self.heading, *self.lines))


def read_declarations(page: Page, names: Names, acts: Acts, anchors: Anchors = NO_ANCHORS) -> Iterator[ActionRow]:
    """Yield one row for each reservation or declaration that the page sets apart.

    The date is the one printed above the statement; else that of the act under which the page puts it; else,
    as the head of the section says, that of the party's consent. A statement made upon signature and
    confirmed upon ratification bears the date of the latter (Vienna Convention on the Law of Treaties, 23 (2)).

    Raises:
        SourceFormatError: the page lacks a statement that a person read.
    """
    refused = _refused(page)
    seen: set[Key] = set()
    for entry in entries(page, "dgDec"):
        party = names.code(entry.participant, page.file, entry.place)
        lodged = next((refused[number] for number in entry.notes if number in refused), "")
        for statement in split_statements(read_blocks(entry), page.instrument):
            parts = list(part_withdrawals(statement))
            seen |= {(page.mtdsg_no, party, part.sha256) for part in parts}
            rows = chain.from_iterable(_rows(page, entry, party, part, acts, anchors) for part in parts)
            yield from (replace(row, action="communication", date=lodged) for row in rows) if lodged else rows
    anchors.require_read(page.mtdsg_no, seen, page.file)


def _refused(page: Page) -> dict[str, str]:
    """Return the end notes that tell of a statement not accepted in deposit, with the day it was lodged.

    A reservation that the depositary did not accept has no effect as one: it is kept as a communication.
    """
    texts = {note.number: " ".join(note.paragraphs) for note in read_notes(page)}
    days = {number: _LODGED.search(text) for number, text in texts.items() if _REFUSED.search(text)}
    return {number: read_date(day["date"]) or "" for number, day in days.items() if day}


def split_statements(blocks: Iterable[Block], instrument: str) -> Iterator[Statement]:
    """Cut the blocks of an entry where a date or a heading of its own begins."""
    current = Statement()
    for block in blocks:
        if block.kind is Kind.LINE:
            current.lines.append(block.text)
        elif block.kind is Kind.HEADING and not _kinds(block.text) and not _OCCASION.search(block.text):
            current.articles += find_articles(block.text, instrument)
        else:
            if current.lines or current.articles:
                yield current
            current = _begin(block, current, instrument)
    if current.lines or current.articles:
        yield current


def _begin(block: Block, previous: Statement, instrument: str) -> Statement:
    """Begin a statement at a date or a heading; an act named alone holds for the headings below it."""
    if block.kind is Kind.DATE:
        return Statement(block.text, read_date(block.text) or "")
    named = sorted(_OCCASION.findall(block.text.lower()), key="signature".__eq__, reverse=True)
    return Statement(
        heading=block.text,
        date=previous.date,
        occasion=named[-1] if named else previous.occasion,
        articles=find_articles(block.text, instrument),
    )


def part_withdrawals(statement: Statement) -> Iterator[Statement]:
    """Part the sentences that withdraw an earlier statement from those that make one.

    A sentence withdraws only where its day, its act or its heading sets it apart: one without any tells, in
    the statement as it stands today, of a withdrawal whose day an end note gives.
    """
    sentences = [sentence for line in statement.lines for sentence in _SENTENCE.split(line)]
    apart = bool(statement.date or statement.occasion) or withdraws_statement(statement.heading)
    taken = [s for s in sentences if withdraws_statement(s) and (apart or withdrawal_day(s))]
    if not taken:
        yield statement
        return
    for sentence in taken:
        day = withdrawal_day(sentence) or statement.date
        yield replace(statement, date=day, lines=[sentence], withdraws=True)
    if left := [s for s in sentences if s not in taken and not is_preamble(s)]:
        yield replace(statement, lines=left)


def _rows(
    page: Page, entry: Entry, party: str, statement: Statement, acts: Acts, anchors: Anchors
) -> Iterator[ActionRow]:
    row = ActionRow(
        instrument=page.instrument,
        party=party,
        action=DECLARATION,
        date=statement.date or _date_of_act(party, statement.occasion, acts),
        participant=entry.participant,
        as_shown=_shown(statement),
        locator=f"{page.file} {entry.place}",
    )
    told = anchors.told((page.mtdsg_no, party, statement.sha256))
    yield from (apply_anchor(row, own) for own in told)
    for action, articles in () if told else _actions(statement, page):
        yield replace(row, action=action, articles=sort_articles(articles))


def apply_anchor(row: ActionRow, told: Mapping[str, str]) -> ActionRow:
    """Return the row with what a person read of its statement; a date that the table leaves open stays."""
    return replace(
        row,
        action=told["action"],
        date=told["date"] or row.date,
        articles=told["articles"],
        territories=told["territories"],
        responds_to=told["responds_to"],
    )


def _shown(statement: Statement) -> str:
    """Return the heading; for a withdrawal, as in the end notes, whether it is one in part."""
    if statement.withdraws:
        return "partial" if is_partial(" ".join(statement.lines)) else ""
    return statement.heading[:80]


def _actions(statement: Statement, page: Page) -> Iterator[tuple[str, list[str]]]:
    """Yield what a statement does, with the articles it concerns."""
    text = " ".join((statement.heading, *statement.lines))
    if statement.withdraws:
        for action, words in withdrawn(without_kept(text)):
            yield action, concerned_articles(words, page.instrument)
        return
    if page.find("dgDecUnderArticle") is None and accepts_procedure(text, page.instrument):
        yield "opt-in-declaration", accepted_articles([text], page.instrument)
        return
    for action, lines in by_kind(statement).items():
        named = [article for line in lines for article in anchor(line, page.instrument)]
        yield action, list(_refined(statement.articles, named)) or named


def _refined(headed: Iterable[str], named: Iterable[str]) -> Iterator[str]:
    """Yield the articles of the headings; in place of one, its paragraphs where the lines name these alone."""
    named = list(named)
    for article in headed:
        parts = [other for other in named if other.startswith(f"{article}.")]
        yield from parts if parts and article not in named else [article]


def by_kind(statement: Statement) -> dict[str, list[str]]:
    """Sort the lines by kind: the heading decides; where it names both or none, the words of a line do."""
    kinds = _kinds(statement.heading)
    if len(kinds) == 1:
        return {kinds[0]: statement.lines}
    if not kinds:
        own = RESERVATION if any(_RESERVES.search(line) for line in statement.lines) else DECLARATION
        return {own: statement.lines}
    sorted_lines: dict[str, list[str]] = {RESERVATION: [], DECLARATION: []}
    for line in statement.lines:
        sorted_lines[RESERVATION if _RESERVES.search(line) else DECLARATION].append(line)
    return sorted_lines


def _kinds(heading: str) -> list[str]:
    tests = ((RESERVATION, re.search("reserv", heading, re.IGNORECASE)), (DECLARATION, _DECLARES.search(heading)))
    return [kind for kind, found in tests if found]


def anchor(line: str, instrument: str) -> list[str]:
    """Return the articles of the first sentence that names any: later ones mostly argue with others."""
    for sentence in _SENTENCE.split(line):
        if found := concerned_articles(sentence, instrument):
            return found
    return []


def _date_of_act(party: str, occasion: str, acts: Acts) -> str:
    return acts.get((party, "signature" if occasion == "signature" else "consent"), "")
