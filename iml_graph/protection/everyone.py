"""How all rights are covered for all parties on one day: the classes that ``cover`` gives, all at once.

A set of rights is one whole number, a bit for each right. What an instrument gives is worked out once: for a party that
it binds without a limit, one number says which rights that covers. Articles are looked at one by one only where a party
limits, excludes, chose or is bound by some of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from iml_graph.protection.cover import grounds
from iml_graph.protection.dossier import Dossier
from iml_graph.protection.law import Law
from iml_graph.protection.position import Position, position_on
from iml_graph.records import Instrument
from iml_graph.terms import Cover, LimitKind


@dataclass(frozen=True, slots=True)
class Given:
    """The rights that an article or instrument gives: ``whole`` without a limit of its own."""

    whole: int = 0
    any: int = 0


@dataclass(slots=True)
class _Found:
    """The rights of one party by how the articles that bind it give them."""

    full: int = 0
    indirect: int = 0
    limited: int = 0
    unknown: int = 0


@dataclass(frozen=True)
class Giving:
    """What articles and instruments give, with one group of persons or each right’s own in mind.

    ``rights`` are in the order of the bits. ``asserted`` are the rights claimed as custom, ``soft`` those of which
    each text that binds nobody speaks.
    """

    law: Law
    rights: tuple[str, ...]
    articles: Mapping[str, Given]
    instruments: Mapping[str, Given]
    of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    asserted: int = 0
    soft: Mapping[str, int] = field(default_factory=dict)

    def classes(self, position: Position) -> tuple[Cover, ...]:
        """Tell how each right is covered for a party, in the order of ``rights``."""
        found = self._found(position)
        names = ("full", "indirect", "limited", "unknown")
        soft = 0
        for text, own in self.soft.items():
            soft |= own if self.law.soft[text] <= position.on else 0
        layers = [getattr(found, name) for name in names] + [self.asserted, soft]
        classes = [Cover.NONE] * len(self.rights)
        for cover, layer in reversed([*zip(Cover, layers, strict=False)]):
            place = layer.bit_length() - 1
            while layer:
                classes[place] = cover
                layer ^= 1 << place
                place = layer.bit_length() - 1
        return tuple(classes)

    def _found(self, position: Position) -> _Found:
        found = _Found()
        touched: dict[str, None] = {key.partition("/")[0]: None for key in (*position.limits, *position.through)}
        for name in dict.fromkeys((*position.bound, *touched)):
            if name in touched or name in self.law.chosen:
                self._one_by_one(position, name, found)
            elif name in self.instruments:
                found.full |= self.instruments[name].whole
                found.limited |= self.instruments[name].any
        for name in position.unknown:
            if name in self.instruments:
                found.unknown |= self.instruments[name].any
        return found

    def _one_by_one(self, position: Position, instrument: str, found: _Found) -> None:
        for key in self.of.get(instrument, ()):
            given, limits = self.articles[key], position.limits.get(key, ())
            binds = position.binds(self.law, key)
            if binds is None:
                found.unknown |= given.any
            elif binds and not any(limit.kind is LimitKind.EXCLUSION for limit in limits):
                if not limits and key in position.through:
                    found.indirect |= given.whole
                elif not limits:
                    found.full |= given.whole
                found.limited |= given.any


def giving(law: Law, holder: str | None = None) -> Giving:
    """Work out what articles and instruments give; with a ``holder``, to that group of persons only."""
    rights = law.rights.leaves()
    articles: dict[str, Given] = defaultdict(Given)
    soft: dict[str, int] = defaultdict(int)
    asserted = 0
    for place, right in enumerate(rights):
        own, bit = grounds(law, right, holder), 1 << place
        for tag, limits in (each for tags in own.binding.values() for each in tags):
            articles[tag.article] = _more(articles[tag.article], not limits, bit)
        for tag in own.soft:
            soft[law.articles[tag.article].instrument] |= bit
        asserted |= bit if law.claims.get(right, {}).get("asserts") else 0
    instruments: dict[str, Given] = defaultdict(Given)
    of: dict[str, list[str]] = defaultdict(list)
    for key, given in articles.items():
        name = law.articles[key].instrument
        of[name].append(key)
        instruments[name] = Given(instruments[name].whole | given.whole, instruments[name].any | given.any)
    keys = {name: tuple(own) for name, own in of.items()}
    return Giving(law, rights, dict(articles), dict(instruments), keys, asserted, dict(soft))


def _more(given: Given, whole: bool, bit: int) -> Given:
    return Given(given.whole | (bit if whole else 0), given.any | bit)


def everyone(
    given: Giving, dossiers: Iterable[Dossier], instruments: Callable[[], Mapping[str, Instrument]], on: str
) -> dict[str, tuple[Cover, ...]]:
    """Tell how each right is covered for each party on a day (ISO), by code, in the order of ``given.rights``.

    ``instruments`` are asked for where a dossier has no bearings reckoned for all days.
    """
    found = {}
    for each in dossiers:
        code, bearings = each.party.code, each.bearings(instruments, on)
        found[code] = given.classes(position_on(given.law, code, on, bearings, each.statements))
    return found
