"""How far two people agree who tagged the same provisions apart: kappa of the principal tags, alpha of the sets.

A round stands in a folder with ``first.csv`` and ``second.csv``; several rows of a provision are several tags, of
which the first is its principal one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from iml_graph.errors import DataError, ImlError
from iml_graph.text_files import read_rows

COLUMNS = ("instrument", "provision", "right", "holder", "modality")
PRINCIPAL = ("right", "holder", "modality")
"""Fields of the principal tag, whose agreement is Cohen’s kappa."""

SETS = ("right", "holder")
"""Fields of which a provision has a set, whose agreement is Krippendorff’s alpha with the MASI distance."""

Item = tuple[str, str]
"""An instrument and a reference."""

Tags = tuple[tuple[str, str, str], ...]
"""Right, holder and modality of each tag of a provision, the principal one first."""

Coding = Mapping[Item, Tags]


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of agreement on one field: ``value`` is ``None`` where chance alone would agree, too.

    ``same`` counts the items on which both say exactly the same.
    """

    name: str
    field: str
    value: float | None
    same: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two codings agree, and the provisions of which they do not say quite the same."""

    round: str
    items: int
    measures: tuple[Measure, ...]
    differing: tuple[tuple[Item, Tags, Tags], ...]


def latest_round(data: Path) -> Path:
    """Find the folder of the latest round below ``data/coding``: by the number in its name.

    Raises:
        DataError: there is none.
    """
    rounds = [path for path in (data / "coding").glob("*") if (path / "first.csv").is_file()]
    if not rounds:
        raise DataError(f"{data / 'coding'}: there is no round with first.csv and second.csv.")
    return max(
        rounds, key=lambda path: [int(part) if part.isdecimal() else -1 for part in re.split(r"(\d+)", path.name)]
    )


def read_round(folder: Path) -> Agreement:
    """Read the two codings of a round and measure their agreement.

    Raises:
        DataError: a file is missing or has other columns, or one coding has a provision that the other has not.
    """
    return measure(folder.name, read_coding(folder / "first.csv"), read_coding(folder / "second.csv"))


def read_coding(path: Path) -> Coding:
    """Read the tags of each provision, in the order of the file.

    Raises:
        DataError: the file is missing or has other columns, or rows of one provision do not follow each other.
    """
    if not path.is_file():
        raise DataError(f"{path.parent.name}: {path.name} is missing.")
    found: dict[Item, Tags] = {}
    for item, rows in groupby(read_rows(path, COLUMNS), key=lambda row: (row["instrument"], row["provision"])):
        if item in found:
            raise DataError(f"{path.name}: the rows of {' '.join(item)} do not stand together.")
        found[item] = tuple((row["right"], row["holder"], row["modality"]) for row in rows)
    return found


def measure(name: str, first: Coding, second: Coding) -> Agreement:
    """Measure the agreement of two codings of the same provisions.

    Raises:
        DataError: one has a provision that the other has not, or both are empty.
    """
    if alone := sorted(set(first) ^ set(second)):
        raise DataError(f"{name}: only one of the two codings has {' '.join(alone[0])}.")
    if not first:
        raise DataError(f"{name}: the codings are empty.")
    measures = []
    for place, field in enumerate(PRINCIPAL):
        labels = [(first[item][0][place], second[item][0][place]) for item in first]
        measures.append(Measure("kappa", field, cohen_kappa(labels), _same(labels)))
    for place, field in enumerate(SETS):
        sets = [(_set(first[item], place), _set(second[item], place)) for item in first]
        measures.append(Measure("alpha", field, krippendorff_alpha(sets), _same(sets)))
    differing = [(item, first[item], second[item]) for item in first if set(first[item]) != set(second[item])]
    return Agreement(name, len(first), tuple(measures), tuple(differing))


def _set(tags: Tags, place: int) -> frozenset[str]:
    return frozenset(tag[place] for tag in tags)


def _same(pairs: Sequence[tuple[object, object]]) -> int:
    return sum(one == other for one, other in pairs)


def cohen_kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Compute Cohen’s kappa of two coders with one label an item; ``None`` where both always gave the same one."""
    if len({label for pair in pairs for label in pair}) < _LEAST_LABELS:
        return None
    return float(_task(pairs).kappa())


def krippendorff_alpha(pairs: Sequence[tuple[frozenset[str], frozenset[str]]]) -> float | None:
    """Compute Krippendorff’s alpha of two coders who gave each item a set of labels, with the MASI distance.

    MASI (Passonneau 2006) is 0 for equal sets, 1 for sets with nothing in common; a set within the other is less far
    from it than one that merely overlaps. ``None`` where both always gave the same set.
    """
    if len({labels for pair in pairs for labels in pair}) < _LEAST_LABELS:
        return None
    return float(_task(pairs, masi=True).alpha())


_LEAST_LABELS = 2
"""Where there are fewer labels, nothing could have differed, and no agreement is beyond chance."""


def _task(pairs: Sequence[tuple[Any, Any]], *, masi: bool = False) -> Any:
    try:
        from nltk.metrics.agreement import AnnotationTask
        from nltk.metrics.distance import binary_distance, masi_distance
    except ImportError:
        raise ImlError(
            "Agreement is computed by nltk, which is not installed: pip install 'iml-graph[agreement]'."
        ) from None
    data = [(coder, item, pair[place]) for item, pair in enumerate(pairs) for place, coder in enumerate(("1", "2"))]
    return AnnotationTask(data=data, distance=masi_distance if masi else binary_distance)
