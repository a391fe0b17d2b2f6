"""How one instrument is related to others, worded from both ends."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from iml_graph import namespaces as ns
from iml_graph.reading import local
from iml_web import graph, language, shown

FACTS = "explorer/instrument-facts"

_RELATED = re.compile(rf"{re.escape(ns.instrument(''))}[^/]+(/art/|$)")
"""Instruments and their provisions, but not the clauses and title records that lie below an instrument."""


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation, in words, with the instruments or provisions at its other end."""

    wording: str
    others: tuple[str, ...]

    @property
    def provisions(self) -> bool:
        """Whether the other end is provisions, not whole instruments."""
        return any("/art/" in other for other in self.others)


@dataclass(frozen=True, slots=True)
class Identity:
    """What is recorded of an instrument: plain facts by the local name of their property, and relations."""

    facts: dict[str, list[str]]
    relations: list[Relation]


def read_identity(identifier: str) -> Identity:
    """Read the plain facts and the relations of one instrument in the language of the page."""
    facts: dict[str, list[str]] = defaultdict(list)
    ends: dict[tuple[str, bool], list[str]] = defaultdict(list)
    for row in graph.select(FACTS, instrument=identifier, lang=language.lang()):
        prop, value = row["property"] or "", row["value"] or ""
        if _RELATED.match(value):
            ends[prop, bool(row["inverse"])].append(value)
        elif not row["inverse"]:
            facts[local(prop)].append(value)
    return Identity(dict(facts), list(_worded(ends.items())))


def _worded(ends: Iterable[tuple[tuple[str, bool], list[str]]]) -> Iterable[Relation]:
    for (prop, inverse), others in sorted(ends):
        if local(prop) != "relatedInstrument":
            yield Relation(wording(prop, inverse), tuple(others))


def wording(prop: str, inverse: bool) -> str:
    """Say how an instrument is related to others: by the name of the property, or from the other end."""
    return shown.inverse_name(prop) if inverse else shown.property_name(prop)
