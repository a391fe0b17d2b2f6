"""What the readers of provisions call things: concepts with their hierarchy, and instruments with force and reach."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from iml_graph import namespaces as ns
from iml_graph.catalogue import query
from iml_graph.errors import UnknownNameError
from iml_graph.identifiers import NameIndex, fold_text
from iml_graph.provision_records import Named
from iml_graph.reading.rows import local, local_or_none, text
from iml_graph.store import Store
from iml_graph.store.base import Row

_NOT_BINDING = frozenset({"GeneralComment", "SoftLawInstrument"})
KINDS = {"rights": "right", "holders": "holder", "gcm-objectives": "objective"}
"""What an error calls a concept of each scheme that people name."""


@dataclass(frozen=True, slots=True)
class DescribedInstrument:
    """An instrument that has provisions here; ``place`` orders all of them by adoption."""

    named: Named
    title: str
    binding: bool
    reach: str | None
    place: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Labels and hierarchy of the concepts by which provisions are read, by IRI, and the instruments that have some."""

    labels: Mapping[str, str]
    wider: Mapping[str, tuple[str, ...]]
    instruments: Mapping[str, DescribedInstrument]

    def named(self, iri: str) -> Named:
        """Name the concept with an IRI."""
        return Named(local(iri), self.labels.get(iri, local(iri)))

    def concept(self, scheme: str, identifier: str) -> Named:
        """Name a concept of a scheme (``rights``, ``holders`` …)."""
        return self.named(ns.concept(scheme, identifier))

    def concepts(self, scheme: str, identifiers: str | None) -> tuple[Named, ...]:
        """Name the concepts that a cell lists, joined by ``;``."""
        return tuple(self.concept(scheme, each) for each in sorted((identifiers or "").split(";")) if each)

    def broader(self, scheme: str, identifier: str) -> tuple[Named, ...]:
        """Name the next broader concepts, by label."""
        return self._by_label(self.wider.get(ns.concept(scheme, identifier), ()))

    def narrower(self, scheme: str, identifier: str) -> tuple[Named, ...]:
        """Name the next narrower concepts, by label."""
        return self._by_label(self._below(ns.concept(scheme, identifier)))

    def within(self, scheme: str, identifier: str) -> tuple[str, ...]:
        """Identify a concept and all that are narrower, itself first."""
        found = [ns.concept(scheme, identifier)]
        for iri in found:
            found += [each for each in self._below(iri) if each not in found]
        return tuple(map(local, found))

    def instrument(self, identifier: str) -> DescribedInstrument:
        """Return what is known of an instrument; of one without provisions its identifier."""
        unknown = DescribedInstrument(Named(identifier, identifier), identifier, True, None, len(self.instruments))
        return self.instruments.get(identifier, unknown)

    def _below(self, iri: str) -> tuple[str, ...]:
        return tuple(each for each, wider in self.wider.items() if iri in wider)

    def _by_label(self, iris: Iterable[str]) -> tuple[Named, ...]:
        return tuple(sorted(map(self.named, iris), key=lambda each: fold_text(each.label)))


def read_lexicon(store: Store, lang: str) -> Lexicon:
    """Read what concepts and instruments are called in a language; who calls several readers reads it once."""
    labels: dict[str, str] = {}
    wider: dict[str, list[str]] = defaultdict(list)
    for row in store.select(query("explorer/analysis-terms").text, lang=lang):
        labels[text(row, "concept")] = text(row, "label")
        if row["broader"]:
            wider[text(row, "concept")].append(row["broader"])
    instruments: dict[str, DescribedInstrument] = {}
    for row in store.select(query("explorer/described-instruments").text, lang=lang):
        identifier = local(text(row, "instrument"))
        instruments.setdefault(identifier, _instrument(identifier, row, len(instruments)))
    return Lexicon(labels, {iri: tuple(own) for iri, own in wider.items()}, instruments)


def _instrument(identifier: str, row: Row, place: int) -> DescribedInstrument:
    return DescribedInstrument(
        named=Named(identifier, row["acronym"] or row["short"] or text(row, "title")),
        title=text(row, "title"),
        binding=local(text(row, "nature")) not in _NOT_BINDING,
        reach=local_or_none(row["reach"]),
        place=place,
    )


def resolve_right(store: Store, name: str) -> str:
    """Find the identifier of the right that has a name in any of the three languages.

    Raises:
        UnknownNameError: no right has it; carries the nearest names.
        AmbiguousNameError: several have it.
    """
    return _resolve(store, "rights", name)


def resolve_holder(store: Store, name: str) -> str:
    """Find the identifier of the group of persons that has a name in any of the three languages.

    Raises:
        UnknownNameError: no group has it; carries the nearest names.
        AmbiguousNameError: several have it.
    """
    return _resolve(store, "holders", name)


def resolve_objective(store: Store, name: str) -> str:
    """Find the number of the objective of the Global Compact that has a number or a name in any of the three languages.

    Raises:
        UnknownNameError: no objective has it; carries the nearest names.
    """
    return _resolve(store, "gcm-objectives", name)


def _resolve(store: Store, scheme: str, name: str) -> str:
    kind, below = KINDS[scheme], ns.concept(scheme, "")
    names: dict[str, list[str]] = defaultdict(list)
    for row in store.select(query("explorer/analysis-names").text):
        if text(row, "concept").startswith(below):
            names[local(text(row, "concept"))].append(text(row, "name"))
    if name.lower() in names:  # an identifier stands for itself, whatever else is called by the same word
        return name.lower()
    try:
        return NameIndex(kind, names, fold_text, shared=True).resolve(name)
    except UnknownNameError as error:
        nearest = dict.fromkeys((*_containing(name, names), *error.suggestions))
        raise UnknownNameError(kind, name, tuple(nearest)) from None


def _containing(name: str, names: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Suggest identifiers of what has the words in one of its names."""
    words = fold_text(name)
    found = (key for key, own in sorted(names.items()) if any(words in fold_text(each) for each in own))
    return tuple(found)[:4] if words else ()
