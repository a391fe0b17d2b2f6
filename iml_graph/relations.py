"""What the provisions of one instrument are to those of others, provision by provision."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from iml_graph import reading
from iml_graph.catalogue import query
from iml_graph.namespaces import instrument as instrument_iri
from iml_graph.reading import local
from iml_graph.records import Instrument, Release
from iml_graph.store import Iri, Store
from iml_graph.store.base import Row

KINDS = ("equivalent", "narrower", "broader", "partly-covers", "conflicts")
"""What one provision can be to another, in the order of tables."""

_MACHINERY = frozenset({"procedure", "final"})
"""Roles of provisions that are about the treaty itself, and not about persons."""


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A provision of another instrument: ``kind`` is what the first is to it, ``differs`` in what."""

    kind: str
    instrument: str
    name: str
    reference: str
    label: str
    differs: tuple[str, ...]
    confidence: str

    @property
    def citation(self) -> str:
        """The short name of the instrument and the number: ``ICCPR 6.1``."""
        return f"{self.name} {self.reference}"


@dataclass(frozen=True, slots=True)
class RelatedProvision:
    """One provision with its counterparts; ``substantive``: about persons, and not about the treaty itself."""

    reference: str
    label: str
    heading: str
    substantive: bool
    counterparts: tuple[Counterpart, ...]

    def of(self, kind: str) -> tuple[Counterpart, ...]:
        """The counterparts to which it stands in one relation, in order."""
        return tuple(each for each in self.counterparts if each.kind == kind)


@dataclass(frozen=True, slots=True)
class RelationTable:
    """All provisions of an instrument that are about persons or have counterparts."""

    instrument: Instrument
    release: Release
    provisions: tuple[RelatedProvision, ...]


def relation_table(store: Store, identifier: str, lang: str, other: str | None = None) -> RelationTable:
    """Read what the provisions of an instrument are to those of all others, or of one other.

    Raises:
        UnknownNameError: no instrument has the identifier.
    """
    instrument = reading.read_instrument(store, identifier, lang)
    only = {"other": Iri(instrument_iri(other))} if other else {}
    about = Iri(instrument_iri(identifier))
    rows = store.select(query("researcher/relations").text, instrument=about, lang=lang, **only)
    found = (_provision(list(own)) for _, own in groupby(rows, key=lambda row: row["reference"]))
    kept = tuple(each for each in found if each.substantive or each.counterparts)
    return RelationTable(instrument, reading.read_release(store), kept)


def _provision(rows: list[Row]) -> RelatedProvision:
    first = rows[0]
    return RelatedProvision(
        reference=first["reference"] or "",
        label=first["label"] or "",
        heading=first["heading"] or "",
        substantive=local(first["role"] or "") not in _MACHINERY,
        counterparts=tuple(_counterpart(row) for row in rows if row["relation"]),
    )


def _counterpart(row: Row) -> Counterpart:
    identifier = local(row["other"] or "")
    return Counterpart(
        kind=row["relation"] or "",
        instrument=identifier,
        name=row["other_acronym"] or row["other_short"] or identifier,
        reference=row["other_reference"] or "",
        label=row["other_label"] or "",
        differs=tuple(each for each in (row["differs"] or "").split(";") if each),
        confidence=row["confidence"] or "",
    )


def count(provisions: Iterable[RelatedProvision]) -> Mapping[str, int]:
    """Count the relations by kind."""
    kinds = [each.kind for provision in provisions for each in provision.counterparts]
    return {kind: kinds.count(kind) for kind in KINDS}
