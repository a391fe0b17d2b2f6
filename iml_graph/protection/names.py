"""What the answers on protection call things, in one language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from iml_graph import namespaces as ns

if TYPE_CHECKING:
    from iml_graph.protection.index import Index
    from iml_graph.store import Store


class Names:
    """Words for concepts, instruments, articles and parties, each read when it is first asked for.

    Args:
        store: the graph, or what opens it when it is needed.
        lang: language of names (``en``, ``fr``, ``es``).
        index: of the same release; what it has is not read from the store.
    """

    def __init__(self, store: Store | Callable[[], Store], lang: str, index: Index | None = None) -> None:
        self._given, self.lang, self._index = store, lang, index
        self._shown: dict[str, str] = {}

    @property
    def store(self) -> Store:
        """The graph."""
        return self._given() if callable(self._given) else self._given

    def _rows(self, name: str) -> Iterable[dict[str, str | None]]:
        from iml_graph.catalogue import query

        return self.store.select(query(name).text, lang=self.lang)

    def _text(self, part: str) -> Any:
        return self._index.text(self.lang)[part] if self._index else None

    @cached_property
    def all_concepts(self) -> Mapping[str, str]:
        """What concepts are called, by scheme and identifier: ``rights/non-refoulement``."""
        if found := self._text("concepts"):
            return dict(found)
        rows = self._rows("adviser/concept-words")
        return {(row["concept"] or "").removeprefix(ns.VOCABULARY): row["label"] or "" for row in rows}

    @cached_property
    def all_instruments(self) -> Mapping[str, str]:
        """What the instruments that have provisions are called, by identifier."""
        if found := self._text("names"):
            return dict(found)
        names: dict[str, str] = {}
        for row in self._rows("explorer/described-instruments"):
            identifier = (row["instrument"] or "").rpartition("/")[2]
            names.setdefault(identifier, row["acronym"] or row["short"] or row["title"] or "")
        return names

    @cached_property
    def all_articles(self) -> Mapping[str, tuple[str, str]]:
        """How articles are cited and what they do, by key."""
        if self._index:
            return {key: (label, heading) for key, (label, heading) in self._index.articles(self.lang).items()}
        return {
            f"{(row['instrument'] or '').rpartition('/')[2]}/{row['reference']}": (
                row["label"] or "",
                row["heading"] or "",
            )
            for row in self._rows("adviser/provision-words")
        }

    @cached_property
    def all_parties(self) -> Mapping[str, str]:
        """What parties and territories are called, by code."""
        if found := self._text("parties"):
            return {code: label for code, (label, _) in found.items()}
        return {row["code"] or "": row["label"] or "" for row in self._rows("explorer/parties")}

    def concept(self, scheme: str, identifier: str) -> str:
        """Name a concept (``rights``, ``cover-classes`` …); its identifier where it has no name."""
        return self.all_concepts.get(f"{scheme}/{identifier}", identifier)

    def concepts(self, scheme: str, identifiers: Iterable[str]) -> tuple[str, ...]:
        """Name several concepts, in their order."""
        return tuple(self.concept(scheme, each) for each in identifiers)

    def scheme(self, scheme: str) -> dict[str, str]:
        """Name all concepts of a scheme, by identifier."""
        start = f"{scheme}/"
        return {key.removeprefix(start): label for key, label in self.all_concepts.items() if key.startswith(start)}

    def instrument(self, identifier: str) -> str:
        """Name an instrument by its acronym, else its short title; or an organization through which one binds."""
        if identifier in self.all_instruments:
            return self.all_instruments[identifier]
        if identifier not in self._shown and identifier in (self._text("organizations") or ()):
            self._shown[identifier] = self._text("organizations")[identifier]
        if identifier not in self._shown:
            self._shown[identifier] = self._show(ns.instrument(identifier)) or self._show(ns.organization(identifier))
        return self._shown[identifier] or identifier

    def _show(self, iri: str) -> str:
        from iml_graph.catalogue import query
        from iml_graph.store import Iri

        rows = self.store.select(query("explorer/shown").text, thing=Iri(iri), lang=self.lang)
        return (rows[0]["label"] or "") if rows else ""

    def party(self, code: str) -> str:
        """Name a party or territory."""
        return self.all_parties.get(code, code)

    def short(self, key: str) -> str:
        """Cite an article in the shortest way: ``ICRMW 22(5)``; a part of another kind as it is called."""
        return f"{self.instrument(key.partition('/')[0])} {self.number(key)}"

    def number(self, key: str) -> str:
        """Write the number of an article in the shortest way, without its instrument: ``22(5)``."""
        reference = key.partition("/")[2]
        if "-" in reference:
            return self.all_articles.get(key, (reference, ""))[0]
        first, *inner = reference.split(".")
        return first + "".join(f"({each})" for each in inner)

    def citation(self, key: str) -> str:
        """Cite an article with its instrument: ``ICRMW, article 22(5)``."""
        instrument, _, reference = key.partition("/")
        return f"{self.instrument(instrument)}, {self.all_articles.get(key, (reference, ''))[0]}"

    def heading(self, key: str) -> str:
        """Tell what an article does, in our own words."""
        return self.all_articles.get(key, ("", ""))[1]
