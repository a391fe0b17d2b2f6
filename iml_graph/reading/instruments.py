"""Instruments: their identity, who may join them, how they relate to each other, and how far they are covered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from iml_graph import namespaces as ns
from iml_graph.catalogue import query
from iml_graph.errors import UnknownNameError
from iml_graph.reading.rows import local, local_or_none, text
from iml_graph.records import Coverage, Instrument, Way
from iml_graph.store import Iri, Store
from iml_graph.store.base import Row

_TARGETS = ("gate", "organization", "named")
"""What a way to join can point at: another instrument, an organization, a party."""


def read_instruments(store: Store, lang: str, natures: Iterable[str] = ()) -> dict[str, Instrument]:
    """Read the identity, ways to join and coverage of instruments, keyed by identifier, by branch and adoption.

    Args:
        store: the graph.
        lang: language of titles.
        natures: classes of the ontology (``Treaty`` …) to read; all if empty.
    """
    ways, parents = _read_ways(store)
    coverage = _read_coverage(store)
    bearing = ("incorporations", "automatic-denunciations", "constituent-treaties")
    incorporated, denounced, constituted = (_read_pairs(store, f"researcher/{name}") for name in bearing)
    found: dict[str, Instrument] = {}
    for row in _rows(store, lang, natures):
        name = text(row, "identifier")
        if name not in found:
            found[name] = _instrument(row)
        elif row["state"]:
            found[name] = replace(found[name], states=found[name].states | {local(text(row, "state"))})
    return {
        name: replace(
            instrument,
            ways=tuple(ways[name]),
            parents=tuple(sorted(parents[name])),
            coverage=coverage.get(name, Coverage()),
            incorporated_by=tuple(sorted(incorporated[name])),
            denounced_by=tuple(sorted(denounced[name])),
            constitutes=tuple(sorted(constituted[name])),
        )
        for name, instrument in found.items()
    }


def read_instrument(store: Store, identifier: str, lang: str) -> Instrument:
    """Read one instrument.

    Raises:
        UnknownNameError: none has the identifier.
    """
    found = read_instruments(store, lang)
    if identifier not in found:
        raise UnknownNameError("instrument", identifier)
    return found[identifier]


def _rows(store: Store, lang: str, natures: Iterable[str]) -> list[Row]:
    identities = query("researcher/instruments").text
    only = [{"nature": Iri(ns.IML + nature)} for nature in natures] or [{}]
    rows = [row for nature in only for row in store.select(identities, lang=lang, **nature)]
    return sorted(rows, key=lambda row: (text(row, "branch"), text(row, "adopted"), text(row, "identifier")))


def _instrument(row: Row) -> Instrument:
    return Instrument(
        identifier=text(row, "identifier"),
        title=text(row, "title"),
        acronym=row["acronym"],
        short_title=row["short"],
        branch=local_or_none(row["branch"]),
        branch_label=row["branch_label"],
        kind=row["kind"],
        adopted=text(row, "adopted"),
        in_force=row["in_force"],
        mtdsg=row["mtdsg"],
        nature=local(text(row, "nature")),
        states=frozenset({local(text(row, "state"))} if row["state"] else ()),
        applies_from=row["applies_from"],
        ended=row["ended"],
        binds_members_of=local_or_none(row["organization"]),
    )


def _read_ways(store: Store) -> tuple[dict[str, list[Way]], dict[str, set[str]]]:
    targets: dict[str, dict[Way, dict[str, set[str]]]] = defaultdict(dict)
    parents: dict[str, set[str]] = defaultdict(set)
    for row in store.select(query("adviser/ways-to-join").text):
        name = local(text(row, "instrument"))
        way = Way(local(text(row, "open_to")), local(text(row, "mode")), row["opens"], row["closes"])
        own = targets[name].setdefault(way, {target: set() for target in _TARGETS})
        for target in _TARGETS:
            own[target] |= {local(text(row, target))} if row[target] else set()
        if row["parent"]:
            parents[name].add(local(text(row, "parent")))
    ways = {name: [_pointed(way, found) for way, found in own.items()] for name, own in targets.items()}
    return defaultdict(list, ways), parents


def _pointed(way: Way, targets: dict[str, set[str]]) -> Way:
    gates, organizations, named = (tuple(sorted(targets[target])) for target in _TARGETS)
    return replace(way, gates=gates, organizations=organizations, named=named)


def _read_pairs(store: Store, identifier: str) -> dict[str, set[str]]:
    """Read what bears on which instrument, by a query with the columns ``through`` and ``instrument``."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in store.select(query(identifier).text):
        found[local(text(row, "instrument"))].add(local(text(row, "through")))
    return found


def _read_coverage(store: Store) -> dict[str, Coverage]:
    by_instrument: dict[str, list[Row]] = defaultdict(list)
    for row in store.select(query("maintainer/coverage").text):
        by_instrument[local(text(row, "instrument"))].append(row)
    return {name: _coverage(rows) for name, rows in by_instrument.items()}


def _coverage(rows: Iterable[Row]) -> Coverage:
    """Sum up the statements on one instrument: the newest date up to which some source is complete counts."""
    rows = list(rows)
    complete = max((row for row in rows if row["complete"]), key=lambda row: text(row, "complete"), default=None)
    return Coverage(
        complete_as_of=complete["complete"] if complete else None,
        terminations_recorded=complete is not None and complete["terminations"] == "true",
        sources=tuple(dict.fromkeys(local(text(row, "source")) for row in rows)),
        notes=tuple(text(row, "note") for row in rows if row["note"]),
    )
