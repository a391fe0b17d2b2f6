"""Several parties side by side on one day: right by right, or instrument by instrument."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from iml_graph import reading
from iml_graph.errors import BadInputError
from iml_graph.labels import sentence
from iml_graph.protection.advice import Adviser
from iml_graph.protection.everyone import giving
from iml_graph.records import MULTILATERAL, SECONDARY_LAW, Party, Release
from iml_graph.status import stand_all
from iml_graph.terms import Cover, Status

FEWEST, MOST = 2, 6
"""How many parties are compared side by side."""


class By(StrEnum):
    """What the lines of a comparison are."""

    RIGHT = "right"
    INSTRUMENT = "instrument"


class Order(StrEnum):
    """How the lines are ordered: by name, or by how many of the parties hold them."""

    NAME = "name"
    MOST = "most"
    LEAST = "least"


HELD = frozenset({Cover.FULL.value, Cover.INDIRECT.value, Cover.LIMITED.value})
BOUND = frozenset({Status.PARTY.value, Status.BOUND_THROUGH_ORGANIZATION.value})


@dataclass(frozen=True, slots=True)
class Line:
    """One right or instrument: a class of cover or a status for each party, by code."""

    identifier: str
    label: str
    group: str
    cells: dict[str, str]

    def held(self) -> int:
        """Number of the parties that hold it."""
        return sum(cell in HELD or cell in BOUND for cell in self.cells.values())

    def differs(self) -> bool:
        """Whether the parties do not all stand the same."""
        return len(set(self.cells.values())) > 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """Parties side by side on a day."""

    by: By
    parties: tuple[Party, ...]
    on: str
    lines: tuple[Line, ...]
    release: Release

    def ordered(self, order: Order) -> tuple[Line, ...]:
        """Return the lines in an order."""
        if order is Order.NAME:
            return self.lines
        sign = -1 if order is Order.MOST else 1
        return tuple(sorted(self.lines, key=lambda line: sign * line.held()))


def compare(adviser: Adviser, codes: Sequence[str], on: str, by: By) -> Comparison:
    """Compare two to six parties.

    Raises:
        BadInputError: they are fewer or more.
        UnknownNameError: a code is of no party.
    """
    codes = tuple(dict.fromkeys(codes))
    if not FEWEST <= len(codes) <= MOST:
        raise BadInputError(sentence("compare_few", adviser.lang, fewest=FEWEST, most=MOST))
    return matrix(adviser, codes, on, by)


def matrix(adviser: Adviser, codes: Sequence[str], on: str, by: By) -> Comparison:
    """Set any number of parties side by side."""
    parties = reading.read_parties(adviser.store, adviser.lang)
    chosen = tuple(parties[code] for code in codes)
    lines = _rights(adviser, codes, on) if by is By.RIGHT else _instruments(adviser, chosen, on)
    return Comparison(by, chosen, on, tuple(lines), reading.read_release(adviser.store))


def _rights(adviser: Adviser, codes: Iterable[str], on: str) -> list[Line]:
    law, names = adviser.law, adviser.names
    given = giving(law)
    cells: dict[str, dict[str, str]] = {right: {} for right in given.rights}
    for code in codes:
        for right, cover in zip(given.rights, given.classes(adviser.view(code, on).position), strict=True):
            cells[right][code] = cover.value
    lines = [
        Line(right, names.concept("rights", right), names.concept("rights", law.rights.group(right)), own)
        for right, own in cells.items()
    ]
    return sorted(lines, key=lambda line: (line.group, line.label))


def _instruments(adviser: Adviser, parties: Sequence[Party], on: str) -> list[Line]:
    """Tell where each party stands towards all treaties and acts of organizations of which any takes part or may."""
    store, lang = adviser.store, adviser.lang
    instruments = reading.read_instruments(store, lang, sorted(MULTILATERAL | {SECONDARY_LAW}))
    lines: dict[str, Line] = {}
    for party in parties:
        histories = reading.read_histories(store, lang, party=party.code)
        members = reading.read_members(store, party=party.code)
        for standing in stand_all(party, instruments, histories, on, members):
            instrument = standing.instrument
            empty = Line(instrument.identifier, instrument.name, instrument.branch_label or "", {})
            line = lines.setdefault(instrument.identifier, empty)
            line.cells[party.code] = standing.status.value
    shut = {Status.NOT_ELIGIBLE.value}
    return [line for line in lines.values() if set(line.cells.values()) - shut]
