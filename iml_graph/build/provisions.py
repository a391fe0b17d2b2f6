"""What people wrote about provisions: headings, tags, relations, groundings of objectives, claims about custom.

The tables stand below ``data/provisions``, ``tags``, ``relations``, ``groundings`` and ``custom``; ``docs/tagging.md``
is the guide by which they are written. Lists in a cell are joined by ``;``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from itertools import groupby
from pathlib import Path
from typing import Any, TypeVar

from iml_graph import namespaces as ns
from iml_graph.errors import DataError
from iml_graph.text_files import read_rows

CONFIDENCES = ("high", "medium", "low")


@dataclass(frozen=True, slots=True)
class ProvisionRow:
    """A provision of an instrument: its number, what it does in our own words, its role, where it was read."""

    instrument: str
    reference: str
    heading_en: str
    heading_fr: str
    heading_es: str
    role: str
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class PartRow:
    """Which provisions a part of an instrument holds that can be accepted or excluded as one."""

    instrument: str
    part: str
    provisions: str


@dataclass(frozen=True, slots=True)
class TagRow:
    """A judgement that a provision gives a right to a holder in a modality; ``principal`` is the provision's first."""

    instrument: str
    provision: str
    right: str
    holder: str
    modality: str
    author: str
    confidence: str
    checked: str
    note: str
    principal: bool = False


@dataclass(frozen=True, slots=True)
class RelationRow:
    """What a provision of one instrument is to a provision of another: ``equivalent``, ``narrower`` …"""

    first: str
    provision: str
    relation: str
    instrument: str
    other: str
    differs: str
    author: str
    confidence: str
    checked: str
    note: str


@dataclass(frozen=True, slots=True)
class GroundingRow:
    """A judgement that an objective of the Global Compact rests on a provision."""

    objective: str
    instrument: str
    provision: str
    role: str
    author: str
    confidence: str
    checked: str
    note: str


@dataclass(frozen=True, slots=True)
class CustomGroundingRow:
    """A judgement that an objective of the Global Compact rests on a norm claimed as custom."""

    objective: str
    norm: str
    author: str
    confidence: str


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """That a claimant asserts, denies or contests that a norm binds; ``date`` is ISO, cut to what is known."""

    norm: str
    claimant: str
    claimant_name: str
    stance: str
    status: str
    document: str
    date: str
    locator: str
    source: str
    confidence: str
    note: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything that people wrote about provisions, in the order of its files and rows."""

    provisions: tuple[ProvisionRow, ...] = ()
    tags: tuple[TagRow, ...] = ()
    relations: tuple[RelationRow, ...] = ()
    groundings: tuple[GroundingRow, ...] = ()
    custom_groundings: tuple[CustomGroundingRow, ...] = ()
    claims: tuple[ClaimRow, ...] = ()
    described: frozenset[tuple[str, str]] = frozenset()
    parts: tuple[PartRow, ...] = ()

    @property
    def iris(self) -> frozenset[str]:
        """The IRIs of the provisions that have a row."""
        return frozenset(ns.provision(instrument, reference) for instrument, reference in self.described)


T = TypeVar("T")


def read_analysis(data: Path) -> Analysis:
    """Read all tables.

    Raises:
        DataError: a header is another, a row names a provision that has none, or a value is not one of those allowed.
    """
    provisions = tuple(_of_instruments(ProvisionRow, data / "provisions"))
    described = _unique(((row.instrument, row.reference) for row in provisions), "provisions")
    tags = tuple(_tags(data / "tags"))
    relations = tuple(_of_instruments(RelationRow, data / "relations"))
    groundings = tuple(_rows(GroundingRow, data / "groundings" / "gcm.csv"))
    analysis = Analysis(
        provisions,
        tags,
        relations,
        groundings,
        tuple(_rows(CustomGroundingRow, data / "groundings" / "custom.csv")),
        tuple(_rows(ClaimRow, data / "custom" / "claims.csv")),
        described,
        tuple(_rows(PartRow, data / "provisions" / "parts" / "parts.csv")),
    )
    _check(analysis)
    return analysis


def _of_instruments(kind: type[T], folder: Path) -> Iterator[T]:
    """Read one file for each instrument; its name is the first field of the rows."""
    for path in sorted(folder.glob("*.csv")):
        yield from _rows(kind, path, path.stem)


def _rows(kind: type[T], path: Path, *first: str) -> Iterator[T]:
    """Read the rows of one file, if it is there; ``first`` are the values that its name gives."""
    names = [each.name for each in fields(kind) if each.name != "principal"]  # type: ignore[arg-type]
    if path.is_file():
        for row in read_rows(path, names[len(first) :]):
            yield kind(*first, *row.values())


def _tags(folder: Path) -> Iterator[TagRow]:
    """Read the tags; the first row of a provision is its principal one."""
    for _, group in groupby(_of_instruments(TagRow, folder), key=lambda row: (row.instrument, row.provision)):
        for place, row in enumerate(group):
            yield replace(row, principal=place == 0)


def _unique(keys: Iterable[tuple[str, ...]], table: str) -> frozenset[Any]:
    seen: set[tuple[str, ...]] = set()
    for key in keys:
        if key in seen:
            raise DataError(f"data/{table}: {' '.join(key)} stands twice.")
        seen.add(key)
    return frozenset(seen)


def _check(analysis: Analysis) -> None:
    """Refuse rows that name a provision without a row, stand twice, or are doubtful without saying why."""
    _unique(((row.instrument, row.provision, row.right, row.holder) for row in analysis.tags), "tags")
    _unique(((row.first, row.provision, row.instrument, row.other) for row in analysis.relations), "relations")
    _unique(((row.objective, row.instrument, row.provision) for row in analysis.groundings), "groundings")
    for table, instrument, reference in _named(analysis):
        if (instrument, reference) not in analysis.described:
            raise DataError(f"data/{table}: {instrument} {reference} has no row in data/provisions/{instrument}.csv.")
    for table, row in _judged(analysis):
        if row.confidence not in CONFIDENCES:
            raise DataError(f"data/{table}: “{row.confidence}” is not one of {', '.join(CONFIDENCES)}: {row}.")
    for tag in analysis.tags:
        if tag.confidence == "low" and not tag.note:
            raise DataError(f"data/tags/{tag.instrument}.csv: {tag.provision} {tag.right} is doubtful without a note.")


def _named(analysis: Analysis) -> Iterator[tuple[str, str, str]]:
    """Name each provision that a row is about, with its table."""
    for part in analysis.parts:
        for reference in (part.part, *parts(part.provisions)):
            yield "provisions/parts/parts.csv", part.instrument, reference
    for tag in analysis.tags:
        yield f"tags/{tag.instrument}.csv", tag.instrument, tag.provision
    for row in analysis.relations:
        yield f"relations/{row.first}.csv", row.first, row.provision
        yield f"relations/{row.first}.csv", row.instrument, row.other
    for ground in analysis.groundings:
        yield "groundings/gcm.csv", ground.instrument, ground.provision


def _judged(analysis: Analysis) -> Iterator[tuple[str, Any]]:
    """Yield each row that has a confidence, with its table."""
    tables: Mapping[str, Iterable[Any]] = {
        "provisions": analysis.provisions,
        "tags": analysis.tags,
        "relations": analysis.relations,
        "groundings/gcm.csv": analysis.groundings,
        "groundings/custom.csv": analysis.custom_groundings,
        "custom/claims.csv": analysis.claims,
    }
    return ((table, row) for table, rows in tables.items() for row in rows)


def parts(cell: str) -> list[str]:
    """Split a list in a cell."""
    return [part for part in cell.split(";") if part]
