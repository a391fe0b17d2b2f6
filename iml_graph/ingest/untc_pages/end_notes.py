"""The end notes: what the depositary tells in prose about denunciations, withdrawals and former States.

Three regular forms are read here: a former State's own signature and consent, a State that withdraws a
reservation or declaration, and dated communications of States. What is told in no regular form stands in
the curated table ``data/curation/end-notes.csv`` (see ``curated_notes``).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from lxml import html

from iml_graph.errors import SourceFormatError
from iml_graph.ingest.dates import PATTERN, find_dates, read_date
from iml_graph.ingest.names import Names
from iml_graph.ingest.rows import ActionRow
from iml_graph.ingest.untc_pages.articles import concerned_articles, find_articles, sort_articles
from iml_graph.ingest.untc_pages.curated_notes import CuratedNotes
from iml_graph.ingest.untc_pages.objections import Objection, find_reserving, leading_name, read_effect
from iml_graph.ingest.untc_pages.page import Page, squeeze
from iml_graph.ingest.untc_pages.withdrawals import WITHDRAWS, is_partial, withdrawn

_FORMER = re.compile(
    r"^(?:The )?(?P<name>former Yugoslavia|Czechoslovakia|German Democratic Republic|Yemen Arab Republic) (?:had )?"
    rf"(?P<verbs>signed and ratified|acceded to|signed|ratified)\b[^.]*?\bon (?P<dates>{PATTERN}(?: and {PATTERN})?)"
)
_VERBS = {"signed": "signature", "ratified": "ratification", "acceded": "accession"}
_OPENING = re.compile(
    r"\b(?:[Oo]n|received (?:on|in)|By a? ?(?:communication|notification) received on) "
    rf"(?P<date>{PATTERN})(?!(?:,| and) (?:\d|respectively))"
)
_GOVERNMENT = re.compile(r"\b(?:Government|State|Kingdom|Republic|Duchy|States) of (?:the )?(?=(?P<rest>[A-Z].*))")
_OBJECTS = re.compile(
    r"(?<!not )\bobjects?\]? (?:to|against|for)\b|"
    r"(?:\b(?:th(?:is|ese|e)|an?|its|such|said|present)|-mentioned|'s) objections?\b",
    re.IGNORECASE,
)
_OBJECTIONS = re.compile(r"\bobjections?\b[^.]*\bdates? (?:indicated|of receipt)")
_QUOTED = re.compile(r"^\W*[\"“‘'\[(]|^\W*\(?\w{1,4}[.)]\s")
_PARTY_AND_DATE = re.compile(rf"^(?:The )?(?P<name>[A-Z][^:()]{{2,60}}?)\s*\(?(?P<date>{PATTERN})\)?\s*:?$")
_OF_DEPOSITARY = re.compile(
    r"^(?:Subsequently|Further|Furthermore|Moreover|On |In a |By a |The Secretary-General|See )"
)


@dataclass(frozen=True, slots=True)
class Note:
    """One end note: the page's own number for it, and its paragraphs."""

    file: str
    number: str
    paragraphs: tuple[str, ...]

    @property
    def locator(self) -> str:
        """File and place."""
        return f"{self.file} end note {self.number}"

    @property
    def sha256(self) -> str:
        """Digest of the text, by which a curated row notices that its note has changed."""
        return hashlib.sha256("\n".join(self.paragraphs).encode()).hexdigest()


def read_notes(page: Page) -> list[Note]:
    """Return the end notes of a page.

    Raises:
        SourceFormatError: a note has no number.
    """
    table = page.find("dgNotesAll")
    bodies = [] if table is None else table.xpath(".//div[contains(@id, '_divNotesAll')]")
    return [_read_note(page, body, place) for place, body in enumerate(bodies, 1)]


def _read_note(page: Page, body: html.HtmlElement, place: int) -> Note:
    number = body.find("a")
    if number is None or not (number.text or "").strip().isdigit():
        raise SourceFormatError(page.file, f"dgNotesAll row {place}", "the end note has no number")
    pieces = [""]
    for element in body.iter():
        if element.tag in ("br", "p", "center", "tr"):
            pieces.append("")
        if element is not number and element is not body:
            pieces[-1] += element.text or ""
        if element is not body:
            pieces[-1] += element.tail or ""
    paragraphs = tuple(text for piece in pieces if (text := squeeze(piece)))
    return Note(page.file, (number.text or "").strip(), paragraphs)


def read_end_notes(page: Page, names: Names, curated: CuratedNotes) -> Iterator[ActionRow]:
    """Yield the rows of a page's end notes; a note that the curated table tells is taken from there.

    Raises:
        SourceFormatError: a note has no number, or is not the text that the curated table was made from.
    """
    for note in read_notes(page):
        told = curated.rows(page, note.number, note.sha256, note.locator)
        yield from told or _read_prose(note, page, names)
        yield from read_communications(note, page, names)


def _read_prose(note: Note, page: Page, names: Names) -> Iterator[ActionRow]:
    yield from _former_state(note, page, names)
    for position, paragraph in enumerate(note.paragraphs):
        if not (position and _QUOTED.match(paragraph)):
            yield from _withdrawal(note, position, page, names)


def _former_state(note: Note, page: Page, names: Names) -> Iterator[ActionRow]:
    found = _FORMER.match(note.paragraphs[0]) if note.paragraphs else None
    if found is None:
        return
    actions = [action for verb, action in _VERBS.items() if verb in found["verbs"]]
    dates = list(find_dates(found["dates"]))
    if len(actions) != len(dates):
        raise SourceFormatError(page.file, note.locator, "states another number of dates than of actions")
    for action, date in zip(actions, dates, strict=True):
        yield _row(page, note, names.code(found["name"], page.file, note.locator), action, date, found["name"])


def _withdrawal(note: Note, position: int, page: Page, names: Names) -> Iterator[ActionRow]:
    paragraph = note.paragraphs[position]
    verb = WITHDRAWS.search(paragraph)
    dates = list(_OPENING.finditer(paragraph, 0, verb.start())) if verb else []
    if not verb or not dates or "Governments of" in paragraph:
        return
    party = _government(paragraph[dates[-1].end() :], names) or _government(paragraph, names)
    clause = _first_sentences(paragraph[verb.start() :])
    named = concerned_articles(clause, page.instrument) or _articles_quoted(note, position, page.instrument)
    for action, words in withdrawn(clause) if party else ():
        shown = "partial" if is_partial(paragraph) else ""
        row = _row(page, note, party, action, read_date(dates[-1]["date"]) or "", "", shown)
        yield replace(row, articles=sort_articles(concerned_articles(words, page.instrument) or named))


def _government(text: str, names: Names) -> str:
    """Return the first party that the text calls the government (or state, or kingdom) of."""
    found = (leading_name(government["rest"], names) for government in _GOVERNMENT.finditer(text))
    return next((named[0] for named in found if named), "")


def _first_sentences(clause: str) -> str:
    """Cut where the note goes on to say where the withdrawn text stands, or to quote it."""
    return re.split(r"For the text|reads? as follow|The text of|The reservation|The notification|See ", clause)[0]


def _articles_quoted(note: Note, position: int, instrument: str) -> list[str]:
    """Return the articles named first in each quoted paragraph that follows, where the note quotes."""
    found: list[str] = []
    for paragraph in note.paragraphs[position + 1 :]:
        if _OF_DEPOSITARY.match(paragraph):
            break
        found += find_articles(re.split(r"(?<=\.)\s", paragraph)[0], instrument)
    return found


def read_communications(note: Note, page: Page, names: Names) -> Iterator[ActionRow]:
    """Yield the dated communications of States that a note lists, each under the State's name and date.

    One is an objection where the depositary calls the list one of objections, or where the State itself says
    that it objects.
    """
    about = _answered(note, names)
    in_opening = find_reserving(Objection(lines=_opening(note)), "", names)
    of_objections = _OBJECTIONS.search(" ".join(_opening(note))) is not None
    for position, paragraph in enumerate(note.paragraphs):
        found = _PARTY_AND_DATE.match(paragraph)
        party = names.known(found["name"].strip()) if found and position else None
        if found and party:
            text = " ".join(_until_next(note.paragraphs[position + 1 :]))
            date = read_date(found["date"]) or ""
            action = "objection" if of_objections or _OBJECTS.search(text) else "communication"
            answers = about or find_reserving(Objection(lines=[text]), party, names) or in_opening
            for answered in answers or [""]:
                row = _row(page, note, party, action, date, found["name"].strip(), read_effect(text))
                yield replace(row, responds_to=answered)


def _answered(note: Note, names: Names) -> list[str]:
    """Return the party whose reservation the communications of a note are about, where they are about one."""
    opening = _opening(note)
    if found := find_reserving(Objection(lines=opening[:1]), "", names):
        return found
    if "reservation" not in " ".join(opening):
        return []
    former = _FORMER.match(note.paragraphs[0])
    party = names.known(former["name"]) if former else _government(note.paragraphs[0], names)
    return [party] if party else []


def _opening(note: Note) -> list[str]:
    """Return what a note says before its first dated communication."""
    return list(takewhile(lambda text: not _PARTY_AND_DATE.match(text), note.paragraphs))


def _until_next(paragraphs: tuple[str, ...]) -> Iterator[str]:
    for paragraph in paragraphs:
        if _PARTY_AND_DATE.match(paragraph):
            return
        yield paragraph


def _row(page: Page, note: Note, party: str, action: str, date: str, participant: str, as_shown: str = "") -> ActionRow:
    return ActionRow(
        instrument=page.instrument,
        party=party,
        action=action,
        date=date,
        participant=participant,
        as_shown=as_shown,
        locator=note.locator,
    )
