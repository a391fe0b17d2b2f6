"""Finding parties, instruments and bodies by any of their names, in any language, accents ignored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from iml_graph import namespaces as ns
from iml_graph.identifiers import fold_text
from iml_graph.labels import LANGUAGES
from iml_web import graph

KINDS = ("party", "instrument", "body")
_EXACT, _START, _WORD, _INSIDE, _NOTHING = range(5)


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was found, and the name by which it was."""

    iri: str
    kind: str
    by: str


def search(asked: str, limit: int = 50) -> list[Found]:
    """Find what is called like the text asked for: exact names first, then beginnings, then the rest."""
    wanted = fold_text(asked)
    if not wanted:
        return []
    ranked = [(*_best(wanted, names), iri) for iri, names in _index().items()]
    hits = sorted(hit for hit in ranked if hit[0] < _NOTHING)
    return [Found(iri, _kind(iri), by) for _, _, by, iri in hits[:limit]]


def _best(wanted: str, names: Mapping[str, str]) -> tuple[int, int, str]:
    """Rank the best of a thing's names; of equal ones, the shortest."""
    return min(((_rank(wanted, folded), len(folded), shown) for folded, shown in names.items()))


def _rank(wanted: str, folded: str) -> int:
    if wanted == folded:
        return _EXACT
    if folded.startswith(wanted):
        return _START
    if f" {wanted}" in folded:
        return _WORD
    return _INSIDE if len(wanted) > 2 and wanted in folded else _NOTHING


def _kind(iri: str) -> str:
    return iri.removeprefix(ns.ID).partition("/")[0]


def _index() -> dict[str, dict[str, str]]:
    """Return the names of everything that can be found, folded and as written, by IRI."""
    return graph.remember("search", lambda: _collect(_all_names()))


def _collect(names: Iterable[tuple[str | None, str | None]]) -> dict[str, dict[str, str]]:
    index: dict[str, dict[str, str]] = defaultdict(dict)
    for iri, shown in names:
        if iri and shown and _kind(iri) in KINDS and (folded := fold_text(shown)):
            index[iri].setdefault(folded, shown)
    return dict(index)


def _all_names() -> Iterable[tuple[str | None, str | None]]:
    for row in graph.select("explorer/names"):
        yield row["thing"], row["name"]
    for lang in LANGUAGES:
        for row in graph.select("explorer/bodies", lang=lang):
            yield row["body"], row["label"]
            yield row["body"], row["acronym"]
