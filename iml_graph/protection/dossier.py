"""All that is recorded of one party, so far as it bears on its rights: acts, intervals, memberships, reservations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from iml_graph import reading
from iml_graph.catalogue import query
from iml_graph.eligibility import organizations_of
from iml_graph.protection.law import Law
from iml_graph.protection.position import Position, Statement, position
from iml_graph.reading import local
from iml_graph.reading.rows import restriction
from iml_graph.records import NO_MEMBERS, History, Instrument, Members, Pair, Party
from iml_graph.status.profiles import presupposed, stand_all
from iml_graph.status.standing import Standing
from iml_graph.store import Store
from iml_graph.store.base import Row

NEVER = "9999-12-31"
"""The day that stands for “not withdrawn” in the query on reservations."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is recorded of a party: its histories with instruments, its memberships, its reservations."""

    party: Party
    histories: Mapping[Pair, History]
    members: Members
    statements: tuple[Statement, ...]

    def standings(self, instruments: Mapping[str, Instrument], on: str) -> tuple[Standing, ...]:
        """Tell where the party stands towards instruments on a day (ISO)."""
        return tuple(stand_all(self.party, instruments, self.histories, on, self.members))

    def position(
        self, law: Law, instruments: Mapping[str, Instrument], on: str, joined: Iterable[str] = ()
    ) -> Position:
        """Tell what binds the party on a day (ISO), as if it had joined some instruments by then."""
        found = position(law, self.standings(instruments, on), self.statements, joined)
        return replace(found, party=self.party.code, on=on)


def concerned_instruments(law: Law, instruments: Mapping[str, Instrument]) -> dict[str, Instrument]:
    """Pick the instruments that have articles, and all that these presuppose, step by step."""
    waiting = [name for name in law.instruments if name in instruments]
    for name in waiting:  # grows as it goes
        waiting += [each for each in presupposed(instruments[name]) if each in instruments and each not in waiting]
    return {name: instruments[name] for name in instruments if name in set(waiting)}


def read_dossier(store: Store, code: str, instruments: Mapping[str, Instrument]) -> Dossier:
    """Read the dossier of one party.

    Raises:
        UnknownNameError: no party has the code.
    """
    return read_dossiers(store, instruments, code)[code]


def read_dossiers(store: Store, instruments: Mapping[str, Instrument], code: str | None = None) -> dict[str, Dossier]:
    """Read the dossiers of all parties, or of one."""
    parties = reading.read_parties(store, "en", code)
    histories = reading.read_histories(store, "en", party=code)
    members = reading.read_members(store, party=code)
    asked = {name for each in instruments.values() for name in organizations_of(each)}
    statements = _statements(store.select(query("adviser/reservations-of").text, **restriction(code)))
    own: dict[str, dict[Pair, History]] = defaultdict(dict)
    for (actor, instrument), history in histories.items():
        if instrument in instruments:
            own[actor][actor, instrument] = replace(history, disputes=())
    return {
        each: Dossier(party, own[each], _members(members, each, asked), tuple(statements[each]))
        for each, party in parties.items()
    }


def _members(members: Members, code: str, asked: Iterable[str]) -> Members:
    """Keep the memberships of one party in the organizations that count."""
    spans = {pair: own for pair, own in members.spans.items() if pair[0] == code and pair[1] in asked}
    complete = {name: day for name, day in members.complete.items() if name in asked}
    return Members(spans, complete) if spans or complete else NO_MEMBERS


def _statements(rows: Iterable[Row]) -> dict[str, list[Statement]]:
    """Group the rows into statements; one that is withdrawn in part becomes one for each day of withdrawal."""
    found: dict[str, dict[tuple[str, str], list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        found[local(row["actor"] or "")][row["statement"] or "", row["withdrawn"] or NEVER].append(row)
    return defaultdict(list, {code: list(_each(own)) for code, own in found.items()})


def _each(groups: Mapping[tuple[str, str], list[Row]]) -> Iterator[Statement]:
    for (iri, withdrawn), rows in groups.items():
        first = rows[0]
        articles = {f"{local(r['on_instrument'])}/{r['reference']}" for r in rows if r["on_instrument"]}
        territories = {local(r["territory"]) for r in rows if r["territory"]}
        whole = local(first["instrument"] or "") if first["whole"] == "true" or territories else None
        yield Statement(
            iri=iri,
            kind=local(first["type"] or ""),
            deposited=first["deposited"] or "",
            withdrawn=None if withdrawn == NEVER else withdrawn,
            articles=tuple(sorted(articles)),
            whole=whole,
            territories=tuple(sorted(territories)),
        )
