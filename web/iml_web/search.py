"""Finding everything that has a page by any of its names, in any language, accents ignored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from iml_graph import namespaces as ns
from iml_graph.identifiers import fold_text
from iml_web import graph

KINDS = (
    *("party", "instrument", "organization", "process", "body", "course", "line-of-work", "network", "unit", "meeting"),
    *("right", "holder", "objective", "concept", "bilateral", "provision"),
)
"""What can be found; of equally good names, the kind named first comes first."""

NAMES = ("explorer/names", "explorer/more-names")
HEADINGS = "explorer/provision-names"
_CONCEPTS = {"rights": "right", "holders": "holder", "gcm-objectives": "objective"}
_CITING = frozenset({"art", "arts", "article", "articles", "articulo", "articulos", "para", "paragraph"})
"""Words of a citation that lawyers leave out."""

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
    index = graph.remember("search", lambda: _collect(_all_names()))
    ranked = [(*_best(wanted, kind, names), kind, iri) for (kind, iri), names in index.items()]
    hits = sorted([*_cited(wanted), *(hit for hit in ranked if hit[0] < _NOTHING)])
    return [Found(iri, kind, by) for _, _, _, by, kind, iri in hits[:limit]]


def _cited(wanted: str) -> list[tuple[int, int, int, str, str, str]]:
    """Find the provisions that are cited by a name of their instrument and a number: “ICRMW, art. 22(5)”."""
    words = [word for word in wanted.split() if word not in _CITING]
    citations = graph.remember("citations", _read_citations)
    splits = ((" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words)))
    found = (iri for split in splits for iri in citations.get(split, ()))
    return [(_EXACT, -1, 0, "", "provision", iri) for iri in found]


def _read_citations() -> dict[tuple[str, str], list[str]]:
    """Index provisions by the folded names of their instruments and their folded numbers."""
    names: dict[str, set[str]] = defaultdict(set)
    for iri, name in _all_names():
        names[iri].add(fold_text(name))
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for iri in dict.fromkeys(row["thing"] or "" for row in graph.select(HEADINGS)):
        instrument, _, reference = iri.partition("/art/")
        for name in names[instrument]:
            found[name, fold_text(reference)].append(iri)
    return dict(found)


def _best(wanted: str, kind: str, names: Mapping[str, str]) -> tuple[int, int, int, str]:
    """Rank the best of a thing's names; of equal ones, by kind, then the shortest."""
    place = KINDS.index(kind)
    return min(((_rank(wanted, folded), place, len(folded), shown) for folded, shown in names.items()))


def _rank(wanted: str, folded: str) -> int:
    if wanted == folded:
        return _EXACT
    if folded.startswith(wanted):
        return _START
    if f" {wanted}" in folded:
        return _WORD
    return _INSIDE if len(wanted) > 2 and wanted in folded else _NOTHING


def _kind(iri: str) -> str:
    """Tell what a thing is from its IRI."""
    if iri.startswith(ns.VOCABULARY):
        return _CONCEPTS.get(iri.removeprefix(ns.VOCABULARY).partition("/")[0], "concept")
    if "/art/" in iri:
        return "provision"
    return iri.removeprefix(ns.ID).partition("/")[0]


def _collect(names: Iterable[tuple[str, str]]) -> dict[tuple[str, str], dict[str, str]]:
    """Index the names of everything that can be found, folded and as written, by kind and IRI."""
    bilateral = {row["instrument"] for row in graph.select("explorer/bilateral-register", lang="en")}
    index: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    headings = ((row["thing"] or "", row["name"] or "") for row in graph.select(HEADINGS))
    for iri, shown in chain(names, headings):
        kind = "bilateral" if iri in bilateral else _kind(iri)
        if kind in KINDS and (folded := fold_text(shown)):
            index[kind, iri].setdefault(folded, shown)
    return dict(index)


def _all_names() -> Iterable[tuple[str, str]]:
    for query in NAMES:
        for row in graph.select(query):
            yield row["thing"] or "", row["name"] or ""
