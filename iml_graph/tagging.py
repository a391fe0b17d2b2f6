"""What of the provisions is not tagged, is tagged with doubt, or was tagged by one author only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from iml_graph import reading
from iml_graph.catalogue import query
from iml_graph.provision_records import Named, Provision, Tag
from iml_graph.reading.provisions import as_provision
from iml_graph.records import Release
from iml_graph.store import Store

DOUBTFUL = frozenset({"low", "medium"})
GUARANTEE, DUTY = "guarantee", "duty"


@dataclass(frozen=True, slots=True)
class Counts:
    """How far one instrument is tagged: numbers of provisions and of tags."""

    instrument: Named
    provisions: int
    untagged: int
    untagged_duties: int
    tags: int
    doubtful: int
    single: int


@dataclass(frozen=True, slots=True)
class Tagging:
    """All provisions and tags of one release, by instrument in the order of adoption."""

    provisions: tuple[Provision, ...]
    tags: tuple[Tag, ...]
    release: Release

    def untagged(self, role: str) -> tuple[Provision, ...]:
        """Provisions of a role without a tag, themselves or in a part of them."""
        tagged = {(tag.provision.instrument.identifier, each) for tag in self.tags for each in _wholes(tag)}
        return tuple(
            each
            for each in self.provisions
            if each.role and each.role.identifier == role
            if (each.instrument.identifier, each.reference) not in tagged
        )

    @property
    def doubtful(self) -> tuple[Tag, ...]:
        """Tags that are not of high confidence."""
        return tuple(tag for tag in self.tags if tag.judgement.confidence in DOUBTFUL)

    @property
    def single(self) -> tuple[Tag, ...]:
        """Tags of one author only."""
        return tuple(tag for tag in self.tags if len(tag.judgement.authors) == 1)

    @property
    def counts(self) -> tuple[Counts, ...]:
        """How far each instrument is tagged."""
        names = dict.fromkeys(each.instrument for each in self.provisions)
        lists: tuple[dict[Named, int], ...] = (
            _by_instrument(self.provisions),
            _by_instrument(self.untagged(GUARANTEE)),
            _by_instrument(self.untagged(DUTY)),
            _by_instrument(tag.provision for tag in self.tags),
            _by_instrument(tag.provision for tag in self.doubtful),
            _by_instrument(tag.provision for tag in self.single),
        )
        return tuple(Counts(name, *(own.get(name, 0) for own in lists)) for name in names)


def _wholes(tag: Tag) -> list[str]:
    """Name the provision of a tag and all that it is part of."""
    parts = tag.provision.reference.split(".")
    return [".".join(parts[:length]) for length in range(1, len(parts) + 1)]


def _by_instrument(provisions: Iterable[Provision]) -> dict[Named, int]:
    found: dict[Named, int] = defaultdict(int)
    for each in provisions:
        found[each.instrument] += 1
    return found


def read_tagging(store: Store, lang: str) -> Tagging:
    """Read all provisions that are described, and all tags."""
    lexicon = reading.read_lexicon(store, lang)
    rows = store.select(query("maintainer/tagged").text, lang=lang)
    provisions = [as_provision(row, lexicon) for row in rows]
    return Tagging(
        provisions=tuple(
            sorted(provisions, key=lambda each: (lexicon.instrument(each.instrument.identifier).place, each.order))
        ),
        tags=reading.read_tags(store, lang, lexicon=lexicon),
        release=reading.read_release(store),
    )
