"""Where one party stands on one day, so far as it bears on rights: what binds it, through what, with which limits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from iml_graph.dates import holds
from iml_graph.protection.law import Law
from iml_graph.terms import CLOSED, LimitKind, Status

if TYPE_CHECKING:
    from iml_graph.status import Standing

__all__ = ["Bearing", "Limit", "LimitKind", "Position", "Statement", "bearing", "position", "position_on"]


class Limit(NamedTuple):
    """One limit: its kind, what it rests on (an act, an interval, a concept, a territory), and since when (ISO)."""

    kind: LimitKind
    subject: str
    since: str | None = None


class Statement(NamedTuple):
    """A reservation of a party: IRI, day of deposit, what it concerns, and the first day on which it was withdrawn.

    ``articles`` are keys; ``whole`` names the instrument that it concerns in general. ``territories`` are set for a
    territorial exclusion, which limits every article of ``whole``.
    """

    iri: str
    kind: str
    deposited: str
    withdrawn: str | None
    articles: tuple[str, ...]
    whole: str | None = None
    territories: tuple[str, ...] = ()

    def in_force(self, on: str) -> bool:
        """Tell whether it is made and not withdrawn on a day."""
        return holds(self.deposited, self.withdrawn, on)


class Bearing(NamedTuple):
    """What the standing of a party towards an instrument comes to, so far as it bears on rights.

    ``since`` is the day since which it binds the party (ISO, empty if no record tells), ``None`` where it does not;
    ``through`` the organization as whose act it binds. ``unknown``: it may bind without the record saying so;
    ``last_known`` is the status before. ``excluded`` pairs references of excluded articles with the day since which
    they are, ``accepted`` names those that the party accepted.
    """

    since: str | None = None
    through: str | None = None
    unknown: bool = False
    last_known: str | None = None
    excluded: tuple[tuple[str, str], ...] = ()
    accepted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """What binds a party on a day.

    ``bound`` gives the day since which an instrument binds it; ``through`` the instrument that takes in an article, or
    the organization whose act it is; ``unknown`` the instruments of which the record does not tell, with the status
    last known; ``chosen`` the articles that it accepted of an instrument that lets it choose.
    """

    party: str
    on: str
    bound: Mapping[str, str] = field(default_factory=dict)
    through: Mapping[str, str] = field(default_factory=dict)
    unknown: Mapping[str, str | None] = field(default_factory=dict)
    limits: Mapping[str, tuple[Limit, ...]] = field(default_factory=dict)
    chosen: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def binds(self, law: Law, key: str) -> bool | None:
        """Tell whether an article binds the party; ``None`` where it is not known which articles it accepted."""
        instrument = law.articles[key].instrument
        if key in self.through:
            return True
        if instrument not in self.bound:
            return False
        if instrument in law.chosen:
            return key in self.chosen[instrument] if instrument in self.chosen else None
        return True


_BOUND = frozenset({Status.PARTY, Status.BOUND_THROUGH_ORGANIZATION})


def bearing(standing: Standing) -> Bearing:
    """Reduce a standing to what bears on rights."""
    bound = standing.status in _BOUND
    unknown = not bound and _is_unknown(standing)
    return Bearing(
        since=(standing.in_force_from or "") if bound else None,
        through=standing.through if standing.status is Status.BOUND_THROUGH_ORGANIZATION else None,
        unknown=unknown,
        last_known=standing.last_known.value if unknown and standing.last_known else None,
        excluded=tuple((span.subject or "", span.start) for span in standing.scope("excluded")),
        accepted=tuple(span.subject or "" for span in standing.scope("accepted")),
    )


def position(
    law: Law, standings: Iterable[Standing], statements: Iterable[Statement], joined: Iterable[str] = ()
) -> Position:
    """Work out what binds a party from its standings towards the instruments of the law, all on one day.

    ``joined`` are instruments that are taken to bind it from that day, whatever the record says.
    """
    standings = tuple(standings)
    party, on = (standings[0].party.code, standings[0].on) if standings else ("", "")
    bearings = {each.instrument.identifier: bearing(each) for each in standings}
    return position_on(law, party, on, bearings, statements, joined)


def position_on(
    law: Law,
    party: str,
    on: str,
    bearings: Mapping[str, Bearing],
    statements: Iterable[Statement],
    joined: Iterable[str] = (),
) -> Position:
    """Work out what binds a party on a day (ISO) from what its standings come to, by instrument."""
    bound = {name: each.since for name, each in bearings.items() if each.since is not None}
    bound |= {name: bound.get(name, on) for name in joined}
    limits: dict[str, set[Limit]] = defaultdict(set)
    for statement in statements:
        if statement.in_force(on):
            _limit(law, statement, limits)
    chosen: dict[str, frozenset[str]] = {}
    for name, each in bearings.items():
        if each.excluded or each.accepted:
            _read_scopes(law, name, each, limits, chosen)
    return Position(
        party=party,
        on=on,
        bound=bound,
        through=_through(law, bound, bearings),
        unknown={name: each.last_known for name, each in bearings.items() if each.unknown and name not in bound},
        limits={key: tuple(sorted(own, key=_order)) for key, own in limits.items()},
        chosen=chosen,
    )


def _through(law: Law, bound: Mapping[str, str], bearings: Mapping[str, Bearing]) -> dict[str, str]:
    """Name the articles that bind because a binding instrument takes them in, or as acts of an organization."""
    found = {
        key: name for name in bound for key in law.taken_in.get(name, ()) if law.articles[key].instrument not in bound
    }
    for name, each in bearings.items():
        if each.through:
            found |= {article.key: each.through for article in law.of(name)}
    return found


def _order(limit: Limit) -> tuple[str, str, str]:
    return limit.kind, limit.subject, limit.since or ""


def _is_unknown(standing: Standing) -> bool:
    """Tell whether the party may be bound without the record saying so: not where it may not join, nor nobody may."""
    closed = bool(standing.instrument.states & CLOSED)
    shut = standing.last_known is Status.NOT_ELIGIBLE or not standing.can.advised
    return standing.status is Status.UNKNOWN and not shut and not closed


def _limit(law: Law, statement: Statement, limits: dict[str, set[Limit]]) -> None:
    """Enter what a statement limits: its articles with their parts and wholes, or the whole instrument."""
    for key in statement.articles:
        for each in concerned(law, key):
            limits[each].add(Limit(LimitKind.RESERVATION, statement.iri, statement.deposited))
    if statement.whole:
        kind = LimitKind.TERRITORY if statement.territories else LimitKind.GENERAL_RESERVATION
        subjects = statement.territories or (statement.iri,)
        for article in law.of(statement.whole):
            limits[article.key] |= {Limit(kind, subject, statement.deposited) for subject in subjects}


def concerned(law: Law, key: str) -> tuple[str, ...]:
    """Name the articles that a statement on one bears on: itself, its parts, and those that it is part of.

    A reference finer than the rows (``22.5.a`` where ``22.5`` has one) concerns the row that holds it.
    """
    while key not in law.articles and "." in key.partition("/")[2]:
        key = key.rpartition(".")[0]
    if key not in law.articles:
        return ()
    found, whole = [key, *law.parts_of.get(key, ())], law.articles[key].whole
    while whole:
        found.append(whole)
        whole = law.articles[whole].whole
    return tuple(found)


def _read_scopes(
    law: Law, name: str, own: Bearing, limits: dict[str, set[Limit]], chosen: dict[str, frozenset[str]]
) -> None:
    """Enter excluded articles as limits, and accepted ones as chosen where the instrument lets a party choose."""
    for reference, since in own.excluded:
        for key in _within(law, name, reference):
            limits[key].add(Limit(LimitKind.EXCLUSION, key, since))
    accepted = {key for reference in own.accepted for key in _within(law, name, reference)}
    if name in law.chosen and accepted:
        chosen[name] = frozenset(accepted)


def _within(law: Law, instrument: str, reference: str) -> tuple[str, ...]:
    """Name an article that a reference is about, and its parts."""
    key = f"{instrument}/{reference}"
    return (key, *law.parts_of.get(key, ())) if key in law.articles else ()
