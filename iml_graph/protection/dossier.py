"""All that is recorded of one party, so far as it bears on its rights: acts, intervals, memberships, reservations."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from iml_graph.protection.law import Law
from iml_graph.protection.position import Bearing, Position, Statement, bearing, position_on

if TYPE_CHECKING:  # a command that reads the index needs none of these
    from iml_graph.records import History, Instrument, Members, Pair, Party
    from iml_graph.status import Standing


@dataclass(frozen=True)
class Dossier:
    """What is recorded of a party: its histories with instruments, its memberships, its reservations."""

    party: Party
    histories: Mapping[Pair, History]
    members: Members
    statements: tuple[Statement, ...]

    def standings(
        self, instruments: Mapping[str, Instrument], on: str, only: Collection[str] | None = None
    ) -> tuple[Standing, ...]:
        """Tell where the party stands towards instruments on a day (ISO): all of them, or only some."""
        from iml_graph.status.profiles import stand_all

        return tuple(stand_all(self.party, instruments, self.histories, on, self.members, only))

    def bearings(self, instruments: Callable[[], Mapping[str, Instrument]], on: str) -> Mapping[str, Bearing]:
        """Tell what the standings on a day (ISO) come to, by instrument; ``instruments`` are asked for if needed."""
        return {each.instrument.identifier: bearing(each) for each in self.standings(instruments(), on)}

    def position(
        self, law: Law, instruments: Mapping[str, Instrument], on: str, joined: Iterable[str] = ()
    ) -> Position:
        """Tell what binds the party on a day (ISO), as if it had joined some instruments by then."""
        return position_on(law, self.party.code, on, self.bearings(lambda: instruments, on), self.statements, joined)
