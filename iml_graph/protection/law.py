"""What instruments give to whom, in a form to reckon with: articles, tags, relations, and the two hierarchies.

An article is named by its instrument and reference, ``icrmw/22.5``. Everything here is read once for a release, by
``iml_graph.protection.index``. What there are thousands of is a named tuple, made in a quarter of the time of a
dataclass, for each command reads it anew.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from iml_graph.records import Release


_OF_ONE_GROUND = frozenset(
    {"equality-persons-with-disabilities", "gender-equality", "racial-discrimination-prohibition"}
)


class Hierarchy:
    """Concepts of one scheme, each with those that are broader."""

    def __init__(self, broader: Mapping[str, Iterable[str]]) -> None:
        self.broader = {concept: tuple(above) for concept, above in broader.items()}
        self._above = {concept: self._closure(concept) for concept in self.broader}
        below: dict[str, set[str]] = defaultdict(set)
        for concept, above in self._above.items():
            for each in above:
                below[each].add(concept)
        self._below = {concept: frozenset(found) for concept, found in below.items()}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Hierarchy) and self.broader == other.broader

    __hash__ = None  # type: ignore[assignment]

    def _closure(self, concept: str) -> frozenset[str]:
        found, waiting = {concept}, [concept]
        while waiting:
            for above in self.broader.get(waiting.pop(), ()):
                if above not in found:
                    found.add(above)
                    waiting.append(above)
        return frozenset(found)

    def narrower(self, concept: str) -> frozenset[str]:
        """Name a concept and all that are narrower, at any distance."""
        return self._below.get(concept, frozenset())

    def includes(self, broad: str, narrow: str) -> bool:
        """Tell whether one concept is another or broader."""
        return broad in self._above.get(narrow, ())

    def apart(self, one: str, other: str) -> bool:
        """Tell whether nothing but a top concept includes both of two concepts."""
        return not any(self.broader[each] for each in self._above[one] & self._above[other])

    def leaves(self) -> tuple[str, ...]:
        """Name the concepts under a group, in order: what a tag can name."""
        return tuple(sorted(concept for concept, above in self.broader.items() if above))

    def group(self, concept: str) -> str:
        """Name the top concept above one."""
        return next((each for each in sorted(self._above[concept]) if not self.broader.get(each)), concept)


class Article(NamedTuple):
    """A provision: ``key`` is ``instrument/reference``, ``whole`` the key of the one that it is part of."""

    key: str
    instrument: str
    reference: str
    role: str
    whole: str | None = None


class Tag(NamedTuple):
    """That an article gives a right to a holder in a modality; ``confidence`` of the judgement."""

    article: str
    right: str
    holder: str
    modality: str
    principal: bool
    confidence: str


class Relation(NamedTuple):
    """What one article is to another (``equivalent``, ``narrower`` …), and in what they differ."""

    first: str
    kind: str
    second: str
    differs: tuple[str, ...]
    confidence: str
    authors: tuple[str, ...] = ()


@dataclass(frozen=True)
class Law:
    """The law of one release.

    ``typical`` are the groups for whose situation a right exists, ``soft`` the instruments that bind nobody, each
    with the day of its adoption,
    ``taken_in`` the articles that an instrument takes in from another, ``chosen`` the instruments of which a party
    accepts the articles that it chooses, ``claims`` the number of claims of custom on a right by stance, ``objectives``
    the articles on which each objective of the Compact rests.
    """

    release: Release
    rights: Hierarchy
    typical: Mapping[str, frozenset[str]]
    holders: Hierarchy
    articles: Mapping[str, Article]
    tags: tuple[Tag, ...]
    relations: tuple[Relation, ...]
    soft: Mapping[str, str] = field(default_factory=dict)
    taken_in: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    chosen: frozenset[str] = frozenset()
    claims: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    objectives: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def tags_on(self) -> Mapping[str, tuple[Tag, ...]]:
        """Tags by right, in the order of the articles."""
        found: dict[str, list[Tag]] = defaultdict(list)
        for tag in self.tags:
            found[tag.right].append(tag)
        return {right: tuple(own) for right, own in found.items()}

    @cached_property
    def kept(self) -> dict[tuple[str, str | None], Any]:
        """Room for what others work out of the law once, by right and group of persons."""
        return {}

    @cached_property
    def tags_of(self) -> Mapping[str, tuple[Tag, ...]]:
        """Tags by article, the principal one first."""
        found: dict[str, list[Tag]] = defaultdict(list)
        for tag in self.tags:
            found[tag.article].append(tag)
        return {key: tuple(sorted(own, key=lambda tag: not tag.principal)) for key, own in found.items()}

    @cached_property
    def relations_of(self) -> Mapping[str, tuple[Relation, ...]]:
        """Relations by article, each told from it: what was written of the other is turned round."""
        found: dict[str, list[Relation]] = defaultdict(list)
        for each in self.relations:
            found[each.first].append(each)
            found[each.second].append(turned(each))
        return {key: tuple(own) for key, own in found.items()}

    @cached_property
    def parts_of(self) -> Mapping[str, tuple[str, ...]]:
        """The articles that are parts of one, at any depth."""
        found: dict[str, list[str]] = defaultdict(list)
        for key, article in self.articles.items():
            whole = article.whole
            while whole:
                found[whole].append(key)
                whole = self.articles[whole].whole
        return {key: tuple(own) for key, own in found.items()}

    def of(self, instrument: str) -> tuple[Article, ...]:
        """The articles of an instrument, in its order."""
        return self._by_instrument.get(instrument, ())

    @cached_property
    def instruments(self) -> tuple[str, ...]:
        """The instruments that have articles, in the order of the tables."""
        return tuple(self._by_instrument)

    @cached_property
    def own_group(self) -> Mapping[str, str]:
        """The group of persons that an instrument is for, where at least three in four of its articles are for it."""
        found = {}
        for instrument in self.instruments:
            tagged = [self.tags_of[each.key] for each in self.of(instrument) if each.key in self.tags_of]
            groups = Counter(group for tags in tagged for group in {tag.holder for tag in tags})
            often = [group for group, count in groups.items() if 4 * count >= 3 * len(tagged)]
            if len(often) == 1 and self.holders.broader.get(often[0]):
                found[instrument] = often[0]
        return found

    @cached_property
    def of_one_ground(self) -> frozenset[str]:
        """The instruments against discrimination on one ground: no other right has as many tags there."""
        counted: dict[str, Counter[str]] = defaultdict(Counter)
        for tag in self.tags:
            counted[self.articles[tag.article].instrument][tag.right] += 1
        return frozenset(name for name, rights in counted.items() if rights.most_common(1)[0][0] in _OF_ONE_GROUND)

    @cached_property
    def _by_instrument(self) -> Mapping[str, tuple[Article, ...]]:
        found: dict[str, list[Article]] = defaultdict(list)
        for article in self.articles.values():
            found[article.instrument].append(article)
        return {instrument: tuple(own) for instrument, own in found.items()}


_TURNED = {"narrower": "broader", "broader": "narrower"}


def turned(relation: Relation) -> Relation:
    """Tell a relation from its other end."""
    kind = _TURNED.get(relation.kind, relation.kind)
    return Relation(relation.second, kind, relation.first, relation.differs, relation.confidence, relation.authors)
