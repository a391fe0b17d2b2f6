"""The answers that an adviser asks for, from one place: the same for commands, pages, briefings and Python."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from iml_graph.errors import BadInputError
from iml_graph.labels import sentence
from iml_graph.protection.cover import Cover, RightCover, cover_rights
from iml_graph.protection.dossier import Dossier
from iml_graph.protection.index import Index, find_index
from iml_graph.protection.law import Law
from iml_graph.protection.names import Names
from iml_graph.protection.position import Position, position_on

if TYPE_CHECKING:  # an answer from the index needs none of these
    from iml_graph.protection.everyone import Giving
    from iml_graph.protection.newness import Additions, Weights
    from iml_graph.records import Instrument, Party
    from iml_graph.status import Standing
    from iml_graph.store import Store


class Adviser:
    """Reads a release once and answers about any party and day: from its index if it has one, else from the store.

    Args:
        store: the graph, or what opens it when something is asked of it that the index does not have.
        lang: language of names (``en``, ``fr``, ``es``).
        index: of the same release.
    """

    def __init__(self, store: Store | Callable[[], Store], lang: str = "en", index: Index | None = None) -> None:
        self._given, self.lang, self.index = store, lang, index

    @classmethod
    def open(cls, location: str | Path | None = None, lang: str = "en") -> Adviser:
        """Open a release: a store on disk, a SPARQL endpoint, or what ``iml build`` published.

        Errors of a store that cannot be opened come with the first question that needs it.
        """
        from iml_graph.store import open_store, release_of

        folder = release_of(location)
        return cls(lambda: open_store(location), lang, find_index(folder) if folder else None)

    def close(self) -> None:
        """Close the store, if it was opened here."""
        if callable(self._given) and "store" in self.__dict__:
            self.store.close()

    def __enter__(self) -> Adviser:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @cached_property
    def store(self) -> Store:
        """The graph."""
        return self._given() if callable(self._given) else self._given

    @cached_property
    def law(self) -> Law:
        """What instruments give to whom."""
        if self.index:
            return self.index.law
        from iml_graph.protection.reading import read_law

        return read_law(self.store)

    @cached_property
    def names(self) -> Names:
        """What things are called in the language."""
        return Names(lambda: self.store, self.lang, self.index)

    @cached_property
    def instruments(self) -> Mapping[str, Instrument]:
        """The instruments that have articles, and what these presuppose."""
        if self.index:
            return self.index.instruments(self.lang)
        from iml_graph.protection.reading import concerned_instruments
        from iml_graph.reading import read_instruments

        return concerned_instruments(self.law, read_instruments(self.store, self.lang))

    def dossier(self, code: str) -> Dossier:
        """Read what is recorded of a party, which is named in the language.

        Raises:
            UnknownNameError: no party has the code.
        """
        if self.index:
            return self.index.dossier(code, self.lang)
        from iml_graph.protection.reading import read_dossier

        return read_dossier(self.store, code, self.instruments, self.lang)

    def dossiers(self) -> dict[str, Dossier]:
        """Read what is recorded of all parties, by code."""
        if self.index:
            return {code: self.index.dossier(code, self.lang) for code in self.index.parties}
        from iml_graph.protection.reading import read_dossiers

        return read_dossiers(self.store, self.instruments, self.lang)

    def resolve_party(self, name: str) -> str:
        """Find the code of the party that has a code or a name, without the store where a code is given.

        Raises:
            UnknownNameError: nothing has it, or something else has it.
        """
        if self.index and name.upper() in self.index.parties:
            return name.upper()
        from iml_graph.reading import resolve_party

        return resolve_party(self.store, name)

    def resolve_instrument(self, name: str) -> str:
        """Find the identifier of the instrument that has a title, an acronym or a number.

        Raises:
            UnknownNameError: nothing has it, or something else has it.
        """
        if name in self.instruments:
            return name
        from iml_graph.reading import resolve_instrument

        return resolve_instrument(self.store, name)

    def resolve_right(self, name: str) -> str:
        """Find the right or group of rights that has a name in any of the three languages.

        Raises:
            UnknownNameError: none has it; carries the nearest names.
        """
        if name in self.law.rights.broader:
            return name
        from iml_graph.reading import resolve_right

        return resolve_right(self.store, name)

    def resolve_holder(self, name: str) -> str:
        """Find the group of persons that has a name in any of the three languages.

        Raises:
            UnknownNameError: none has it; carries the nearest names.
        """
        if name in self.law.holders.broader:
            return name
        from iml_graph.reading import resolve_holder

        return resolve_holder(self.store, name)

    def everyone(self, on: str, holder: str | None = None) -> dict[str, dict[str, Cover]]:
        """Tell how each right is covered for each party on a day (ISO), by code and right."""
        from iml_graph.protection.everyone import everyone, giving

        if holder not in self._giving:
            self._giving[holder] = giving(self.law, holder)
        given = self._giving[holder]
        found = everyone(given, self._dossiers.values(), lambda: self.instruments, on)
        return {code: dict(zip(given.rights, own, strict=True)) for code, own in found.items()}

    @cached_property
    def _giving(self) -> dict[str | None, Giving]:
        return {}

    @cached_property
    def _dossiers(self) -> dict[str, Dossier]:
        return self.dossiers()

    def view(self, code: str, on: str, joined: Iterable[str] = ()) -> View:
        """Look at one party on one day (ISO), as if it had joined some more instruments.

        Raises:
            UnknownNameError: no party has the code.
            BadInputError: an instrument is not open to the party; names why.
        """
        view = View(self, self.dossier(code), on, tuple(joined))
        view.check()
        return view


@dataclass(frozen=True)
class View:
    """One party on one day, as if it had ``joined`` some more instruments."""

    adviser: Adviser
    dossier: Dossier
    on: str
    joined: tuple[str, ...] = ()

    @property
    def party(self) -> Party:
        """The party."""
        return self.dossier.party

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """Where the party stands towards each instrument, by identifier."""
        found = self.dossier.standings(self.adviser.instruments, self.on)
        return {each.instrument.identifier: each for each in found}

    @cached_property
    def position(self) -> Position:
        """What binds the party."""
        bearings = self.dossier.bearings(lambda: self.adviser.instruments, self.on)
        code, statements = self.dossier.party.code, self.dossier.statements
        return position_on(self.adviser.law, code, self.on, bearings, statements, self.joined)

    def joining(self, *names: str) -> View:
        """Look at the party as if it had joined some more instruments, without asking whether it may."""
        return View(self.adviser, self.dossier, self.on, tuple(dict.fromkeys((*self.joined, *names))))

    def check(self) -> None:
        """Refuse a party that instruments do not bind on the day, and to join what it cannot join.

        Raises:
            BadInputError: it is a territory or did not exist, or an instrument has no articles here or is not open.
        """
        check_party(self.adviser, self.party, self.on)
        for name in self.joined:
            standing = self.standings.get(name)
            if standing is None:
                raise BadInputError(
                    f"{name} has no articles in this graph on {self.on}, so nothing can be said of joining it."
                )
            if standing.can.eligible is False:
                clauses = ", ".join(sorted({way.open_to for way in standing.instrument.ways})) or "nobody"
                raise BadInputError(
                    f"{standing.instrument.name} is not open to {self.party.label} on {self.on}, only to {clauses}."
                )

    def cover(self, rights: Iterable[str] = (), holder: str | None = None) -> tuple[RightCover, ...]:
        """Tell how rights are covered; all of them if none is named."""
        return cover_rights(self.adviser.law, self.position, rights, holder)

    def adds(self, instrument: str, weights: Weights | None = None) -> Additions:
        """Tell what an instrument adds to what else binds the party."""
        from iml_graph.protection.newness import additions

        return additions(self.adviser.law, self.position, instrument, weights)


def check_party(adviser: Adviser, party: Party, on: str) -> None:
    """Refuse what no instrument binds on a day (ISO).

    Raises:
        BadInputError: a territory, or a State that did not exist: says what to ask instead, in the adviser’s language.
    """
    about = {"label": party.label, "on": on, "since": party.exists_from or "?", "until": party.exists_until or "?"}
    if party.kind == "Territory":
        state = adviser.names.party(party.territory_of) if party.territory_of else "?"
        raise BadInputError(sentence("not_for_territory", adviser.lang, state=state, **about))
    if party.exists_until and party.exists_until <= on:
        raise BadInputError(sentence("not_any_more", adviser.lang, **about))
    if party.exists_from and on < party.exists_from:
        raise BadInputError(sentence("not_yet", adviser.lang, **about))
