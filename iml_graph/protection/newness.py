"""What an instrument would add for a party: article by article, what binds it already and through which article.

``newness = sum(w(p) * (1 - overlap(p))) / sum(w(p))`` over the tagged articles ``p`` of the instrument, ``overlap(p)``
being the greatest overlap with an article of another treaty that binds the party. The weights are in ``weights.toml``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from iml_graph.protection.law import Article, Law, Relation, Tag
from iml_graph.protection.position import Position

SAME_TAGS = "same-tags"


@dataclass(frozen=True, slots=True)
class Weights:
    """How much overlaps, modalities and roles count; ``name`` is shown with every answer."""

    name: str
    overlap: Mapping[str, float]
    modality: Mapping[str, float]
    role: Mapping[str, float]

    def of(self, article: Article, tag: Tag) -> float:
        """Weigh an article by its role and its principal tag."""
        return self.role.get(article.role, 0.0) * self.modality.get(tag.modality, 1.0)


@cache
def default_weights() -> Weights:
    """Read the weights of ``weights.toml``."""
    table = tomllib.loads(files("iml_graph.protection").joinpath("weights.toml").read_text(encoding="utf-8"))
    return Weights("default", table["overlap"], table["modality"], table["role"])


def equal_weights() -> Weights:
    """Let every tagged article weigh the same; overlaps stay."""
    default = default_weights()
    same = dict.fromkeys(default.modality, 1.0)
    return Weights("equal", default.overlap, same, dict.fromkeys(default.role, 1.0))


@dataclass(frozen=True, slots=True)
class Overlap:
    """An article that binds the party and gives some of another: how much (0 to 1), and by whose comparison.

    ``relation`` is ``None`` where nobody compared the two and only their tags agree. ``through`` and ``limited`` as in
    the party's position.
    """

    article: str
    share: float
    relation: Relation | None
    through: str | None = None
    limited: bool = False


@dataclass(frozen=True, slots=True)
class Addition:
    """One tagged article of the instrument: its weight, the share that is new, and what gives the rest already."""

    article: Article
    tags: tuple[Tag, ...]
    weight: float
    new: float
    overlaps: tuple[Overlap, ...]


@dataclass(frozen=True, slots=True)
class Additions:
    """All that an instrument would add; ``untagged`` are its other articles, which by themselves give nothing."""

    instrument: str
    weights: str
    additions: tuple[Addition, ...]
    untagged: tuple[Article, ...]

    @property
    def new(self) -> float:
        """The weight of what is new."""
        return sum(each.weight * each.new for each in self.additions)

    @property
    def share(self) -> float:
        """The share of the instrument that is new, 0 to 1; 0 where no article is tagged."""
        whole = sum(each.weight for each in self.additions)
        return self.new / whole if whole else 0.0


def additions(law: Law, position: Position, instrument: str, weights: Weights | None = None) -> Additions:
    """Work out what an instrument would add to the position of a party; that it binds it already is left aside."""
    weights = weights or default_weights()
    found, untagged = [], []
    for article in law.of(instrument):
        tags = law.tags_of.get(article.key, ())
        if not tags:
            untagged.append(article)
            continue
        overlaps = sorted(_overlaps(law, position, article, weights), key=lambda each: (-each.share, each.article))
        new = 1.0 - (overlaps[0].share if overlaps else 0.0)
        found.append(Addition(article, tags, weights.of(article, tags[0]), new, tuple(overlaps)))
    return Additions(instrument, weights.name, tuple(found), tuple(untagged))


def _overlaps(law: Law, position: Position, article: Article, weights: Weights) -> Iterator[Overlap]:
    """Yield the articles of other instruments that bind the party and give some of this one."""
    if taker := _taker(law, position, article):
        yield _overlap(position, article.key, 1.0, None, weights, taker)  # the same article, which another takes in
    compared = {article.key}
    for relation in _related(law, article):
        other = relation.second
        if law.articles[other].instrument == article.instrument or not position.binds(law, other):
            continue
        compared.add(other)
        share = weights.overlap.get(relation.kind, 0.0)
        yield _overlap(position, other, share, relation, weights)
    for other in _same(law, article):
        if other not in compared and position.binds(law, other):
            yield _overlap(position, other, weights.overlap[SAME_TAGS], None, weights)


def _taker(law: Law, position: Position, article: Article) -> str | None:
    """Name what makes an article bind without its own instrument: a treaty that takes it in, or an organization."""
    others = (name for name in position.bound if name != article.instrument)
    taking = (name for name in others if article.key in law.taken_in.get(name, ()))
    return position.through.get(article.key) or next(taking, None)


def _overlap(
    position: Position,
    other: str,
    share: float,
    relation: Relation | None,
    weights: Weights,
    through: str | None = None,
) -> Overlap:
    limited = bool(position.limits.get(other))
    share *= weights.overlap["limited"] if limited else 1.0
    return Overlap(other, share, relation, through or position.through.get(other), limited)


def _related(law: Law, article: Article) -> Iterator[Relation]:
    """Yield the relations of an article, and those of the article that it is part of, which say it of the whole."""
    key: str | None = article.key
    while key:
        yield from law.relations_of.get(key, ())
        key = law.articles[key].whole


def _same(law: Law, article: Article) -> Iterator[str]:
    """Yield articles of other binding instruments whose tags give the same right, as widely, in the same way."""
    seen = set()
    for tag in law.tags_of[article.key]:
        for other in law.tags_on[tag.right]:
            instrument = law.articles[other.article].instrument
            alike = other.modality == tag.modality and law.holders.includes(other.holder, tag.holder)
            if alike and instrument != article.instrument and instrument not in law.soft and other.article not in seen:
                seen.add(other.article)
                yield other.article
