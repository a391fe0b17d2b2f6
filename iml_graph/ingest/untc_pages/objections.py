"""Objections: who objected when, to whose reservation, and with what effect between the two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from iml_graph.ingest.rows import ActionRow
from iml_graph.ingest.untc_pages.articles import find_articles, sort_articles
from iml_graph.ingest.untc_pages.blocks import Block, Kind, read_blocks
from iml_graph.ingest.untc_pages.dates import read_date
from iml_graph.ingest.untc_pages.names import Names
from iml_graph.ingest.untc_pages.page import Page, entries
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
_MADE_BY = re.compile(
    rf"(?:\b{_MADE}|(?:reservations?|declarations?|statements?) of)"
    r"\s+(?:the )?(?:Governments? of )?(?:the )?(?=(?P<rest>[A-ZÀ-Ý][^.;:]{2,120}))"
)
_ORGANS = re.compile(r"^(?:the )?(?:Government|Governments) of (?:the )?|^the ", re.IGNORECASE)
_LONGEST_NAME = 9


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
    ``as_shown`` is ``precludes`` or ``does-not-preclude`` where the objecting party says whether the treaty
    enters into force between the two, else empty.
    """
    for entry in entries(page, "dgObj"):
        party = names.code(entry.participant, page.file, entry.place)
        for objection in split_objections(read_blocks(entry)):
            for answered in find_reserving(objection, party, names) or [""]:
                yield ActionRow(
                    instrument=page.instrument,
                    party=party,
                    action="objection",
                    date=objection.date or acts.get((party, "consent"), ""),
                    articles=sort_articles(_articles(objection, page.instrument)),
                    responds_to=answered,
                    participant=entry.participant,
                    as_shown=read_effect(objection.text),
                    locator=f"{page.file} {entry.place}",
                )


def split_objections(blocks: Iterable[Block]) -> Iterator[Objection]:
    """Cut the blocks of an entry at each date and at each heading that names a reservation."""
    current = Objection()
    for block in blocks:
        if block.kind is Kind.LINE:
            current.lines.append(block.text)
            continue
        if current.lines:
            yield current
            current = Objection(date=current.date)
        if block.kind is Kind.DATE:
            current = Objection(date=read_date(block.text) or "")
        else:
            current.heading = block.text
    if current.lines or current.heading:
        yield current


def find_reserving(objection: Objection, party: str, names: Names) -> list[str]:
    """Return the parties whose reservation is answered: those of the heading, else those of the text."""
    for text in (objection.heading, *objection.lines):
        found = [code for name in _MADE_BY.finditer(text) for code in _leading_names(name["rest"], names)]
        if others := [code for code in dict.fromkeys(found) if code != party]:
            return others
    return []


def leading_name(text: str, names: Names) -> tuple[str, str] | None:
    """Return the party whose name begins the text, and what follows the name; the longest name wins."""
    words = _ORGANS.sub("", text).split(" ")
    for length in range(min(_LONGEST_NAME, len(words)), 0, -1):
        if code := names.known(" ".join(words[:length]).strip(" ,.:;")):
            return code, " ".join(words[length:])
    return None


def _leading_names(text: str, names: Names) -> Iterator[str]:
    """Yield the parties of “Bhutan, Mauritania and Qatar upon accession”, as far as the names go."""
    rest = text
    while found := leading_name(rest, names):
        code, after = found
        yield code
        rest = re.sub(r"^(?:and|or)\s+(?:by\s+)?", "", after)


def read_effect(text: str) -> str:
    """Tell what an objection says of the treaty's entry into force between the two parties."""
    if _DOES_NOT.search(text):
        return DOES_NOT_PRECLUDE
    return PRECLUDES if _DOES.search(text) else ""


def _articles(objection: Objection, instrument: str) -> list[str]:
    """Return the articles of the heading, else those of the first line that names any."""
    for text in (objection.heading, *objection.lines):
        if found := find_articles(text, instrument):
            return found
    return []
