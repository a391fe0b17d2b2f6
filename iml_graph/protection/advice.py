"""The answers that an adviser asks for, from one place: the same for commands, pages, briefings and Python."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from iml_graph import reading
from iml_graph.errors import BadInputError
from iml_graph.protection.cover import RightCover, cover_rights
from iml_graph.protection.dossier import Dossier, concerned_instruments, read_dossier
from iml_graph.protection.law import Law
from iml_graph.protection.newness import Additions, Weights, additions
from iml_graph.protection.position import Position
from iml_graph.protection.reading import read_law
from iml_graph.records import Instrument, Party
from iml_graph.status import Standing
from iml_graph.store import Store


class Adviser:
    """Reads a release once and answers about any party and day.

    Args:
        store: the graph.
        lang: language of names (``en``, ``fr``, ``es``).
    """

    def __init__(self, store: Store, lang: str = "en") -> None:
        self.store, self.lang = store, lang

    @cached_property
    def law(self) -> Law:
        """What instruments give to whom."""
        return read_law(self.store)

    @cached_property
    def instruments(self) -> Mapping[str, Instrument]:
        """The instruments that have articles, and what these presuppose."""
        return concerned_instruments(self.law, reading.read_instruments(self.store, self.lang))

    def dossier(self, code: str) -> Dossier:
        """Read what is recorded of a party.

        Raises:
            UnknownNameError: no party has the code.
        """
        return read_dossier(self.store, code, self.instruments)

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
        return self.dossier.position(self.adviser.law, self.adviser.instruments, self.on, self.joined)

    def check(self) -> None:
        """Refuse to join what cannot be joined.

        Raises:
            BadInputError: an instrument has no articles here, or is not open to the party on the day.
        """
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
        return additions(self.adviser.law, self.position, instrument, weights)
