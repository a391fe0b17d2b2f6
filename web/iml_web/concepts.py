"""The concepts of the vocabularies: names, definitions, what is above and below them, where their wording is from."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from iml_graph import namespaces as ns
from iml_graph.identifiers import fold_text
from iml_graph.reading import local
from iml_web import graph, language
from iml_web.formats import Asked, flat

CONCEPTS = "explorer/concepts"
FACTS = "explorer/concept-facts"

_NUMBERED = re.compile(r"[a-z]|.*\d.*")
"""Identifiers by which concepts are counted off (``13``, ``8.7``, ``principle-2``, ``c``), not described."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One concept, or a scheme itself: ``facts`` are values by the local name of their property."""

    iri: str
    scheme: str
    label: str
    definition: str
    broader: tuple[str, ...]
    facts: Mapping[str, tuple[str, ...]]

    @property
    def identifier(self) -> str:
        """The last part of its IRI."""
        return local(self.iri)

    @property
    def number(self) -> str:
        """The number or letter that its instrument gives it; empty if it has none."""
        notation = next(iter(self.facts.get("notation", ())), "")
        return notation if _NUMBERED.fullmatch(notation) else ""

    @property
    def wording(self) -> str:
        """Whether its name is the wording of the instrument it comes from, ``official``, or ``ours``; else empty."""
        if not self.facts.get("source"):
            return ""
        return "official" if language.lang() in self.facts.get("officialLabelIn", ()) else "ours"

    def as_row(self) -> dict[str, str]:
        """Write it as a row of a download."""
        return {
            "scheme": self.scheme,
            "concept": self.iri,
            "number": self.number,
            "label": self.label,
            "wording": self.wording,
            "definition": self.definition,
            "broader": ";".join(self.broader),
        }


@dataclass(frozen=True, slots=True)
class Branch:
    """A concept with those below it."""

    concept: Concept
    narrower: list[Branch]


def read_concepts() -> dict[str, Concept]:
    """Read all concepts and schemes by IRI, each scheme in its own order."""
    lang = language.lang()
    return graph.remember(("concepts", lang), lambda: _read(lang))


def _read(lang: str) -> dict[str, Concept]:
    facts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in flat(graph.select(FACTS, lang=lang)):
        facts[row["concept"]][local(row["property"])].append(row["value"])
    rows: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in flat(graph.select(CONCEPTS, lang=lang)):
        rows[row["concept"]].append(row)
    found = [_concept(own, facts[iri]) for iri, own in rows.items()]
    return {each.iri: each for each in sorted(found, key=_order)}


def _concept(rows: list[dict[str, str]], facts: Mapping[str, list[str]]) -> Concept:
    return Concept(
        iri=rows[0]["concept"],
        scheme=rows[0]["scheme"],
        label=rows[0]["label"],
        definition=rows[0]["definition"],
        broader=tuple(dict.fromkeys(row["broader"] for row in rows if row["broader"])),
        facts={name: tuple(dict.fromkeys(values)) for name, values in facts.items()},
    )


def _order(concept: Concept) -> tuple[str, list[tuple[int, str]], str]:
    """Order by scheme, then by number where concepts are numbered, else by name."""
    parts = re.split(r"(\d+)", concept.identifier) if _NUMBERED.fullmatch(concept.identifier) else []
    number = [(int(part), "") if part.isdigit() else (0, part) for part in parts]
    return concept.scheme, number, fold_text(concept.label)


def schemes() -> dict[str, Concept]:
    """Return the vocabularies by identifier, by their names."""
    own = (each for each in read_concepts().values() if each.iri == each.scheme)
    return {each.identifier: each for each in sorted(own, key=lambda each: fold_text(each.label))}


def members(scheme: str) -> dict[str, Concept]:
    """Return the concepts of a vocabulary by identifier, in its order; none if there is no such vocabulary."""
    iri = ns.scheme(scheme)
    return {each.identifier: each for each in read_concepts().values() if each.scheme == iri != each.iri}


def tree(concepts: Iterable[Concept]) -> list[Branch]:
    """Arrange the concepts of a vocabulary below each other; one with two above it stands below both."""
    own = list(concepts)
    known = {each.iri for each in own}
    return [_branch(each, own) for each in own if not known.intersection(each.broader)]


def _branch(concept: Concept, own: list[Concept]) -> Branch:
    return Branch(concept, [_branch(each, own) for each in own if concept.iri in each.broader])


def lines(branches: Iterable[Branch], depth: int = 0) -> list[tuple[Concept, int]]:
    """Write a hierarchy as lines with their depth; a concept below two others stands below both."""
    found = []
    for branch in branches:
        found += [(branch.concept, depth), *lines(branch.narrower, depth + 1)]
    return found


def asked() -> list[Asked]:
    """Return the queries behind the vocabularies."""
    return [Asked(query, {"lang": language.lang()}) for query in (CONCEPTS, FACTS)]
