"""What is known of a right, and of a group of persons: the provisions that give it, and how they are read."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from iml_graph import namespaces as ns
from iml_graph import reading
from iml_graph.catalogue import query
from iml_graph.errors import UnknownNameError
from iml_graph.provision_records import Case, Claim, Comment, Named, Tag
from iml_graph.reading import Lexicon, local, number_key
from iml_graph.reading.lexicon import KINDS
from iml_graph.reading.rows import text
from iml_graph.records import Release
from iml_graph.store import Store


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept: what it means, its place in its hierarchy, and the objectives, targets and rights close to it."""

    named: Named
    definition: str
    scope_note: str | None
    broader: tuple[Named, ...]
    narrower: tuple[Named, ...]
    objectives: tuple[Named, ...]
    targets: tuple[Named, ...]
    rights: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class RightProfile:
    """A right with everything that bears on it; what is tagged with, or said of, narrower rights is included."""

    right: Named
    definition: str
    scope_note: str | None
    broader: tuple[Named, ...]
    narrower: tuple[Named, ...]
    tags: tuple[Tag, ...]
    claims: tuple[Claim, ...]
    comments: tuple[Comment, ...]
    cases: tuple[Case, ...]
    objectives: tuple[Named, ...]
    targets: tuple[Named, ...]
    release: Release

    def tags_of(self, *, binding: bool, universal: bool | None = None) -> tuple[Tag, ...]:
        """Tags of provisions that bind or not, of universal instruments only, or of all others only."""
        found = (tag for tag in self.tags if tag.provision.binding is binding)
        return tuple(tag for tag in found if universal in (None, tag.provision.reach == "universal"))


@dataclass(frozen=True, slots=True)
class HolderProfile:
    """A group of persons with what provisions give it, by right; narrower groups are included, broader ones are not."""

    holder: Named
    definition: str
    scope_note: str | None
    broader: tuple[Named, ...]
    narrower: tuple[Named, ...]
    tags: tuple[Tag, ...]
    release: Release

    @property
    def by_right(self) -> tuple[tuple[Named, tuple[Tag, ...]], ...]:
        """The tags of each right, in the order of its label."""
        found: dict[Named, list[Tag]] = defaultdict(list)
        for tag in self.tags:
            found[tag.right].append(tag)
        return tuple((right, tuple(tags)) for right, tags in found.items())


def right_profile(store: Store, right: str, lang: str) -> RightProfile:
    """Read what is known of a right, which may be a group of rights.

    Raises:
        UnknownNameError: no right has the identifier.
    """
    lexicon = reading.read_lexicon(store, lang)
    found = read_concept(store, "rights", right, lang, lexicon)
    return RightProfile(
        right=found.named,
        definition=found.definition,
        scope_note=found.scope_note,
        broader=found.broader,
        narrower=found.narrower,
        tags=reading.read_tags(store, lang, right=right, lexicon=lexicon),
        claims=reading.read_claims(store, lang, right=right, lexicon=lexicon),
        comments=reading.read_comments(store, lang, right=right, lexicon=lexicon),
        cases=reading.read_cases(store, lang, right=right, lexicon=lexicon),
        objectives=found.objectives,
        targets=found.targets,
        release=reading.read_release(store),
    )


def holder_profile(store: Store, holder: str, lang: str) -> HolderProfile:
    """Read which rights provisions give to a group of persons.

    Raises:
        UnknownNameError: no group has the identifier.
    """
    lexicon = reading.read_lexicon(store, lang)
    found = read_concept(store, "holders", holder, lang, lexicon)
    tags = reading.read_tags(store, lang, holder=holder, lexicon=lexicon)
    return HolderProfile(
        holder=found.named,
        definition=found.definition,
        scope_note=found.scope_note,
        broader=found.broader,
        narrower=found.narrower,
        tags=tuple(sorted(tags, key=lambda tag: tag.right.label.casefold())),
        release=reading.read_release(store),
    )


def read_concept(store: Store, scheme: str, identifier: str, lang: str, lexicon: Lexicon) -> Concept:
    """Read what a concept means and what it is close to.

    Raises:
        UnknownNameError: the scheme has no such concept.
    """
    if ns.concept(scheme, identifier) not in lexicon.labels:
        raise UnknownNameError(KINDS[scheme], identifier)
    rows = store.select(query("explorer/analysis-concept").text, scheme=scheme, concept=identifier, lang=lang)
    related: dict[str, dict[str, Named]] = defaultdict(dict)
    for row in rows:
        if row["related"]:
            own = row["related"].removeprefix(ns.VOCABULARY).partition("/")[0]
            related[own].setdefault(row["related"], Named(local(row["related"]), text(row, "related_label")))
    objectives, targets, rights = (
        tuple(sorted(related[own].values(), key=lambda each: number_key(each.identifier)))
        for own in ("gcm-objectives", "sdg-targets", "rights")
    )
    return Concept(
        named=lexicon.concept(scheme, identifier),
        definition=next((row["definition"] for row in rows if row["definition"]), ""),
        scope_note=next((row["note"] for row in rows if row["note"]), None),
        broader=lexicon.broader(scheme, identifier),
        narrower=lexicon.narrower(scheme, identifier),
        objectives=objectives,
        targets=targets,
        rights=rights,
    )
