"""Objections: who objected when, to whose reservation, and with what effect between the two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from iml_graph.ingest.dates import PATTERN, read_date
from iml_graph.ingest.names import Names
from iml_graph.ingest.rows import ActionRow
from iml_graph.ingest.untc_pages.articles import find_articles, sort_articles
from iml_graph.ingest.untc_pages.blocks import Block, Kind, read_blocks
from iml_graph.ingest.untc_pages.notifications import derogated
from iml_graph.ingest.untc_pages.page import Entry, Page, entries
from iml_graph.ingest.untc_pages.participants import Acts

PRECLUDES, DOES_NOT_PRECLUDE = "precludes", "does-not-preclude"

_FORCE = r"(?:(?:entry|entering|enter|coming) into (?:and remaining in )?force|in force)"
_OBSTACLE = r"(?:constitute|be) an? (?:obstacle|impediment)"
_HINDER = rf"(?:preclud|prevent|{_OBSTACLE}|hinder|imped|affect|obstacle)"
_DOES_NOT = re.compile(rf"\b(?:not|neither|without)\b[^.;]{{0,70}}{_HINDER}\w*[^.;]{{0,80}}{_FORCE}", re.IGNORECASE)
_DOES = re.compile(
    rf"(?:opposes?|(?<!not )\bprecludes?)[^.;]{{0,40}}{_FORCE}|{_FORCE}[^.;]{{0,60}}is (?:thus )?opposed", re.IGNORECASE
)
_MADE = r"(?:made|entered|formulated|lodged|expressed|submitted|put forward) by"
_STATEMENT = r"(?:reservations?|declarations?|statements?)"
_REST = r"\s+(?:the )?(?:Governments? of )?(?:the )?(?=(?P<rest>[A-ZÀ-Ý][^.;:]{2,120}))"
_NEXT = r"(?:[;,]|\band) by(?=[^.;:]{4,60} regarding)|(?:^|\s)-(?=\s[^.;:]{4,60} regarding)"
_MADE_BY = re.compile(rf"(?:\b{_MADE}|{_STATEMENT} of|{_NEXT}){_REST}")
_OTHERWISE = re.compile(
    rf"(?:{_STATEMENT} (?:\([ivx]+\) )?by|{_STATEMENT} to [^;:]{{3,40}} which|declaration to mean that|"
    rf"commitment of|objects to|signature (?:of the above Convention|was effected) by|"
    rf"the ratification of \[[^\]]+\],){_REST}",
    re.IGNORECASE,
)
"""Rarer words by which a text names the party that it answers; read only where the usual ones are missing."""

_NO_EFFECT = re.compile(r"(?=.*\bratification\b).*\b(?:unlawful|illegal|null and void|without effect)\b")
_RATIFIER = re.compile(rf"(?:[Gg]overnment of|so-called){_REST}")
_QUOTES = re.compile(r"[\"“”`]-?\s*")
"""An objection may deny a ratification itself; the party is then the State in whose name it was made."""

_ITEM = re.compile(
    rf"(?:-|[ivx]+\))\s*(?P<date>{PATTERN}):?\s+(?P<heading>(?:with regard to|in respect of) .*)", re.IGNORECASE
)
_ELSEWHERE = re.compile(r"\W*See under \W*Objections\W* in chapter (?P<chapter>[IVX]+\.\d+)")
_SEE = "see chapter "
_CHAPTERS = {"IV.3": "icescr"}
_EMERGENCY = re.compile(r"declared a state of emergency")
_ORGANS = re.compile(r"^(?:the )?(?:Government|Governments) of (?:the )?|^the ", re.IGNORECASE)
_LONGEST_NAME = 9
_ON_RESERVATIONS = {"cedaw": "28", "crc": "51", "crpd": "46", "icerd": "20", "icrmw": "91"}
"""The article that says which reservations are allowed: an objection rests on it, and is not about it."""
_FORMER = {"YEM": ("YAR", "1990-05-22")}
"""The former State that the pages print under a name of today, and the day on which it ended."""


@dataclass(slots=True)
class Objection:
    """What stands under one date and one heading of an objecting party."""

    date: str = ""
    heading: str = ""
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The lines as one text."""
        return " ".join(self.lines)


def read_objections(page: Page, names: Names, acts: Acts) -> Iterator[ActionRow]:
    """Yield one row for each party whose reservation an objection answers.

    One without a printed date was made upon the objecting party's own consent, as the section's head says.
    A former State bears its own code (see ``_contemporary``).
    ``as_shown`` is ``precludes`` or ``does-not-preclude`` where the objecting party says whether the treaty
    enters into force between the two, else empty.
    """
    for entry in entries(page, "dgObj"):
        party = names.code(entry.participant, page.file, entry.place)
        for objection in split_objections(read_blocks(entry)):
            row = _row(page, entry, party, objection, acts)
            answered = _answered(objection, party, names)
            for code, said in (answered or {"": ""}).items():
                own = sort_articles(_about(said, page.instrument)) if len(answered) > 1 else ""
                yield replace(row, responds_to=_contemporary(code, row.date), articles=own or row.articles)


def _row(page: Page, entry: Entry, party: str, objection: Objection, acts: Acts) -> ActionRow:
    """Return the row of an objection; one that the page tells elsewhere is not dated by the consent."""
    elsewhere = _ELSEWHERE.match(objection.text)
    row = ActionRow(
        instrument=page.instrument,
        party=party,
        action="objection",
        date=objection.date or ("" if elsewhere else acts.get((party, "consent"), "")),
        articles=sort_articles(_articles(objection, page.instrument)),
        participant=entry.participant,
        as_shown=f"{_SEE}{elsewhere['chapter']}" if elsewhere else read_effect(objection.text),
        locator=f"{page.file} {entry.place}",
    )
    if not _EMERGENCY.search(objection.text):
        return row
    articles = sort_articles(derogated(objection.lines, page.instrument))  # a page prints one among the objections
    return replace(row, action="derogation-notification", articles=articles, as_shown="")


def _contemporary(code: str, date: str) -> str:
    """Return the party that bore the name on the day of the objection.

    The page calls the Yemen Arab Republic “Yemen”, its own name in the United Nations until the two united.
    """
    former, until = _FORMER.get(code, (code, ""))
    return former if date and date < until else code


def follow_references(rows: Iterable[ActionRow]) -> Iterator[ActionRow]:
    """Name the party answered by an objection that its page tells under another chapter alone.

    The one meant is the party's objection of the same day there; one printed without a day, which stands
    before all dated ones, is the party's first there.
    """
    rows = list(rows)
    for row in rows:
        chapter = row.as_shown.removeprefix(_SEE)
        if row.action != "objection" or row.responds_to or chapter not in _CHAPTERS:
            yield row
            continue
        there = [other for other in rows if _is_objection_of(other, row.party, _CHAPTERS[chapter])]
        day = row.date or min((other.date for other in there), default="")
        answered = dict.fromkeys(other.responds_to for other in there if other.date == day)
        yield from (replace(row, responds_to=code) for code in answered or [""])


def _is_objection_of(row: ActionRow, party: str, instrument: str) -> bool:
    return (row.action, row.party, row.instrument) == ("objection", party, instrument) and bool(row.date)


def split_objections(blocks: Iterable[Block]) -> Iterator[Objection]:
    """Cut the blocks of an entry at each date and at each heading that names a reservation."""
    current = Objection()
    for block in blocks:
        if block.kind is Kind.LINE:
            if item := _ITEM.match(block.text):
                yield Objection(read_date(item["date"]) or "", item["heading"])
            else:
                _add_line(current, block.text)
            continue
        if current.lines:
            yield current
            current = Objection(date=current.date)
        if block.kind is Kind.DATE:
            current = Objection(date=read_date(block.text) or "")
        else:
            current.heading = block.text
    if current.lines:
        yield current


def _add_line(objection: Objection, line: str) -> None:
    """Add a line; an item of a list belongs to the line before it."""
    if line.startswith("- ") and objection.lines:
        objection.lines[-1] += f" {line}"
    else:
        objection.lines.append(line)


def find_reserving(objection: Objection, party: str, names: Names) -> list[str]:
    """Return the parties whose reservation is answered: those of the heading, else those of the text."""
    return list(_answered(objection, party, names))


def _answered(objection: Objection, party: str, names: Names) -> dict[str, str]:
    """Return the parties that are answered, each with what the sentence says up to the next one's name."""
    for pattern in (_MADE_BY, _OTHERWISE):
        for text in (objection.heading, *objection.lines):
            found: dict[str, str] = {}
            for name, said in _split_at(pattern, text):
                for code in _leading_names(name, names):
                    found.setdefault(code, said)
            if others := {code: said for code, said in found.items() if code != party}:
                return others
    return _ratifying(objection.text, party, names)


def _ratifying(text: str, party: str, names: Names) -> dict[str, str]:
    """Return the party whose ratification a text declares to be of no effect."""
    if not _NO_EFFECT.search(text):
        return {}
    found = (leading_name(match["rest"], names) for match in _RATIFIER.finditer(_QUOTES.sub(" ", text)))
    return next(({named[0]: ""} for named in found if named and named[0] != party), {})


def _split_at(pattern: re.Pattern[str], text: str) -> Iterator[tuple[str, str]]:
    """Yield what begins with each name, and the part of its sentence that stands before the next name."""
    matches = list(pattern.finditer(text))
    for match, following in zip_longest(matches, matches[1:]):
        end = following.start() if following else len(text)
        yield match["rest"], re.split(r"[.;]\s", text[match.end() : end])[0]


def leading_name(text: str, names: Names) -> tuple[str, str] | None:
    """Return the party whose name begins the text, and what follows the name; the longest name wins."""
    words = _ORGANS.sub("", text).split(" ")
    for length in range(min(_LONGEST_NAME, len(words)), 0, -1):
        if code := names.known(" ".join(words[:length]).strip(" ,.:;]'’")):
            return code, " ".join(words[length:])
    return None


def _leading_names(text: str, names: Names) -> Iterator[str]:
    """Yield the parties of “Bhutan, Mauritania and Qatar upon accession”, as far as the names go."""
    rest = text
    while found := leading_name(rest, names):
        code, after = found
        yield code
        rest = re.sub(r"^(?:upon \w+ )?(?:and|or)\s+(?:by\s+)?", "", after)


def read_effect(text: str) -> str:
    """Tell what an objection says of the treaty's entry into force between the two parties."""
    if _DOES_NOT.search(text):
        return DOES_NOT_PRECLUDE
    return PRECLUDES if _DOES.search(text) else ""


def _articles(objection: Objection, instrument: str) -> list[str]:
    """Return the articles of the heading, else those of the first line that names any."""
    for text in (objection.heading, *objection.lines):
        if found := _about(text, instrument):
            return found
    return []


def _about(text: str, instrument: str) -> list[str]:
    """Return the articles that a text names, but for the one on reservations."""
    found = find_articles(text, instrument)
    return [article for article in found if article.split(".")[0] != _ON_RESERVATIONS.get(instrument)]
