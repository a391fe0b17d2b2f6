"""The index of a release: what an adviser’s answer needs, as plain JSON files that are read without a store.

The files are written once a release, by ``iml_graph.protection.indexing``, into ``index/`` beside the store. Of the
parties only the one that is asked about is read. What the index answers is what the store answers.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from functools import cached_property
from itertools import starmap
from typing import TYPE_CHECKING, Any

from iml_graph.errors import StoreError, UnknownNameError
from iml_graph.protection.dossier import Dossier
from iml_graph.protection.law import Article, Hierarchy, Law, Relation, Tag
from iml_graph.protection.position import Bearing, Statement

if TYPE_CHECKING:
    from pathlib import Path

    from iml_graph.records import Act, History, Instrument, Members, Pair, Party

FOLDER = "index"
"""Beside ``store`` in the folder of a release."""

FORM = 2
"""Number of the form of the files; an index of another form is not read."""


def find_index(release: Path | str) -> Index | None:
    """Open the index in the folder of a release, if there is one of this form."""
    index = Index(os.path.join(release, FOLDER))  # noqa: PTH118 - pathlib takes a tenth of the time of an answer
    return index if index.readable else None


class Index:
    """The files of one index, each read when it is first needed.

    Args:
        folder: where they are.
    """

    def __init__(self, folder: str) -> None:
        self.folder = folder

    @cached_property
    def readable(self) -> bool:
        """Whether the index is there and of the form that is read here."""
        try:
            return bool(self._law["form"] == FORM)
        except (StoreError, KeyError):
            return False

    def read(self, name: str) -> Any:
        """Read one file.

        Raises:
            StoreError: it is not there, or is no JSON.
        """
        try:
            with open(f"{self.folder}/{name}.json", encoding="utf-8") as file:  # noqa: PTH123 - as above
                return json.load(file)
        except (OSError, ValueError) as error:
            raise StoreError(f"The index {self.folder}/{name}.json cannot be read. Run `iml build` again.") from error

    @cached_property
    def _law(self) -> Any:
        return self.read("law")

    @cached_property
    def law(self) -> Law:
        """What instruments give to whom."""
        return _law(self._law)

    def instruments(self, lang: str) -> dict[str, Instrument]:
        """Give the instruments that have articles and what these presuppose, in a language."""
        text = self.text(lang)["instruments"]
        return {name: _instrument(name, own, text[name]) for name, own in self._instruments["instruments"].items()}

    @cached_property
    def _instruments(self) -> Any:
        return self.read("instruments")

    @cached_property
    def _texts(self) -> dict[str, Any]:
        return {}

    def text(self, lang: str) -> Any:
        """Give what things are called in a language: concepts, instruments, organizations, parties."""
        if lang not in self._texts:
            self._texts[lang] = self.read(f"text-{lang}")
        return self._texts[lang]

    def articles(self, lang: str) -> Mapping[str, tuple[str, str]]:
        """Give how articles are cited and what they do, in a language."""
        found: Mapping[str, tuple[str, str]] = self.read(f"articles-{lang}")
        return found

    @property
    def parties(self) -> tuple[str, ...]:
        """The codes of all parties."""
        return tuple(self._instruments["parties"])

    def dossier(self, code: str, lang: str = "en") -> IndexedDossier:
        """Read what is recorded of one party.

        Raises:
            UnknownNameError: no party has the code.
        """
        if not (code.isalnum() and os.path.isfile(f"{self.folder}/parties/{code}.json")):  # noqa: PTH113 - as above
            raise UnknownNameError("party", code)
        return IndexedDossier(self, code, lang)

    @cached_property
    def complete(self) -> Mapping[str, str]:
        """Up to which day all members of each organization are known."""
        found: Mapping[str, str] = self._instruments["complete"]
        return found


class IndexedDossier(Dossier):
    """A dossier that takes from its file only what is asked for."""

    def __init__(self, index: Index, code: str, lang: str) -> None:
        self.__dict__.update(_index=index, _code=code, _lang=lang, _own=index.read(f"parties/{code}"))

    if TYPE_CHECKING:
        _index: Index
        _code: str
        _lang: str
        _own: Any

    @cached_property
    def party(self) -> Party:
        """The party, in the language asked for."""
        from iml_graph.named import Party

        kind, alpha2, exists_from, exists_until, un_member, territory_of = self._own["party"]
        label, region = self._index.text(self._lang)["parties"][self._code]
        return Party(self._code, label, kind, alpha2, exists_from, exists_until, un_member, region, territory_of)

    @cached_property
    def histories(self) -> Mapping[Pair, History]:
        """What is recorded between the party and each instrument."""
        names = self._index.text(self._lang)["organizations"]
        return {(self._code, name): _history(own, names) for name, own in self._own["histories"].items()}

    @cached_property
    def members(self) -> Members:
        """Its memberships in the organizations that count."""
        from iml_graph.records import NO_MEMBERS, Members, Membership

        spans = {(self._code, name): tuple(starmap(Membership, own)) for name, own in self._own["members"].items()}
        return Members(spans, self._index.complete) if spans or self._index.complete else NO_MEMBERS

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Its reservations and territorial exclusions."""
        return tuple(starmap(_statement, self._own["statements"]))

    @cached_property
    def days(self) -> tuple[str, ...]:
        """The days (ISO) on which something that binds the party changes, in order."""
        found = {row[0] for rows in self._own["bearings"].values() for row in rows}
        found |= {day for each in self.statements for day in (each.deposited, each.withdrawn) if day}
        return tuple(sorted(found))

    def bearings(self, instruments: Callable[[], Mapping[str, Instrument]], on: str) -> Mapping[str, Bearing]:
        """Tell what the standings on a day (ISO) come to, as reckoned when the index was written."""
        return {name: own[1] for name, rows in self._timelines if (own := _holding(rows, on))}

    @cached_property
    def _timelines(self) -> tuple[tuple[str, list[tuple[str, Bearing]]], ...]:
        """Bearings by instrument, each with its first day, the last one first."""
        return tuple((name, [_bearing(*row) for row in reversed(rows)]) for name, rows in self._own["bearings"].items())


def _holding(rows: list[tuple[str, Bearing]], on: str) -> tuple[str, Bearing] | None:
    """Find the last row that begins by a day."""
    for row in rows:
        if row[0] <= on:
            return row
    return None


def _bearing(
    day: str,
    since: str | None,
    through: str | None,
    unknown: bool,
    last_known: str | None,
    excluded: list[list[str]],
    accepted: list[str],
) -> tuple[str, Bearing]:
    without = tuple((reference, first) for reference, first in excluded) if excluded else ()
    return day, Bearing(since, through, unknown, last_known, without, tuple(accepted))


def _statement(
    iri: str,
    kind: str,
    deposited: str,
    withdrawn: str | None,
    articles: list[str],
    whole: str | None,
    territories: list[str],
) -> Statement:
    return Statement(iri, kind, deposited, withdrawn, tuple(articles), whole, tuple(territories))


def _law(found: Any) -> Law:
    from iml_graph.named import Release

    articles = {
        (key := f"{instrument}/{reference}"): Article(key, instrument, reference, role, whole)
        for instrument, own in found["articles"].items()
        for reference, role, whole in own
    }
    return Law(
        release=Release(*found["release"]),
        rights=Hierarchy(found["rights"]),
        typical={right: frozenset(own) for right, own in found["typical"].items()},
        holders=Hierarchy(found["holders"]),
        articles=articles,
        tags=tuple(map(Tag._make, found["tags"])),
        relations=tuple(starmap(_relation, found["relations"])),
        soft=found["soft"],
        taken_in={name: tuple(own) for name, own in found["taken_in"].items()},
        chosen=frozenset(found["chosen"]),
        claims=found["claims"],
        objectives={number: tuple(own) for number, own in found["objectives"].items()},
    )


def _relation(first: str, kind: str, second: str, differs: list[str], confidence: str, authors: list[str]) -> Relation:
    return Relation(first, kind, second, tuple(differs), confidence, tuple(authors))


def _instrument(name: str, own: Any, text: list[Any]) -> Instrument:
    from iml_graph.records import Coverage, Instrument, Way

    title, acronym, short_title, branch_label, kind = text
    complete, terminations, sources, notes = own["coverage"]
    return Instrument(
        identifier=name,
        title=title,
        acronym=acronym,
        short_title=short_title,
        branch=own["branch"],
        branch_label=branch_label,
        kind=kind,
        adopted=own["adopted"],
        in_force=own["in_force"],
        mtdsg=own["mtdsg"],
        ways=tuple(Way(*way[:4], *map(tuple, way[4:])) for way in own["ways"]),
        parents=tuple(own["parents"]),
        coverage=Coverage(complete, terminations, tuple(sources), tuple(notes)),
        nature=own["nature"],
        states=frozenset(own["states"]),
        applies_from=own["applies_from"],
        ended=own["ended"],
        binds_members_of=own["binds_members_of"],
        incorporated_by=tuple(own["incorporated_by"]),
        denounced_by=tuple(own["denounced_by"]),
        constitutes=tuple(own["constitutes"]),
    )


def _history(own: Any, names: Mapping[str, str]) -> History:
    from iml_graph.records import Exemption, History, Span

    return History(
        acts=tuple(starmap(_act, own["acts"])),
        spans=tuple(
            Span(kind, start, until, subject, scope, None if subject else names.get(through), through)
            for kind, start, until, subject, scope, through in own["spans"]
        ),
        exemptions=tuple(starmap(Exemption, own["exemptions"])),
    )


def _act(
    iri: str,
    action_class: str,
    action: str,
    deposited: str | None,
    effective: str | None,
    basis: str | None,
    bracketed: bool,
    evidence: list[list[str]],
) -> Act:
    from iml_graph.records import Act, Evidence

    shown = tuple(starmap(Evidence, evidence))
    return Act(iri, action_class, action, deposited, effective, basis, bracketed, shown)
