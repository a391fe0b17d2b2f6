"""The law of a release, read from the graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from iml_graph import reading
from iml_graph.catalogue import query
from iml_graph.protection.law import Article, Hierarchy, Law, Relation, Tag
from iml_graph.reading import local
from iml_graph.store import Store
from iml_graph.store.base import Row

_NON_BINDING = frozenset({"SoftLawInstrument", "GeneralComment"})


def read_law(store: Store) -> Law:
    """Read everything that instruments give, and how it hangs together."""
    rows = store.select(query("adviser/law-tags").text)
    articles = _articles(rows)
    broader = query("explorer/broader-concepts").text
    rights = store.select(broader, scheme="rights")
    instruments = reading.read_instruments(store, "en")
    soft = {name for name, each in instruments.items() if each.nature in _NON_BINDING}
    return Law(
        release=reading.read_release(store),
        rights=_hierarchy(rights),
        typical={right: frozenset(found) for right, found in _values(rights, "holder").items()},
        holders=_hierarchy(store.select(broader, scheme="holders")),
        articles=articles,
        tags=tuple(_tag(row) for row in rows if row["right"]),
        relations=tuple(_relation(row) for row in store.select(query("adviser/law-relations").text)),
        soft=frozenset(soft & {each.instrument for each in articles.values()}),
        taken_in=_taken_in(store, articles),
        chosen=_chosen(store),
        claims=_claims(store),
        objectives=_objectives(store, articles),
    )


def _articles(rows: Iterable[Row]) -> dict[str, Article]:
    found = {}
    for row in rows:
        instrument, reference = local(row["instrument"] or ""), row["reference"] or ""
        whole = f"{instrument}/{row['whole']}" if row["whole"] else None
        key = f"{instrument}/{reference}"
        found[key] = Article(key, instrument, reference, local(row["role"] or ""), whole)
    return found


def _tag(row: Row) -> Tag:
    return Tag(
        article=f"{local(row['instrument'] or '')}/{row['reference']}",
        right=local(row["right"] or ""),
        holder=local(row["holder"] or ""),
        modality=local(row["modality"] or ""),
        principal=row["principal"] == "true",
        confidence=row["confidence"] or "",
    )


def _relation(row: Row) -> Relation:
    return Relation(
        first=f"{local(row['instrument'] or '')}/{row['reference']}",
        kind=local(row["kind"] or ""),
        second=f"{local(row['other'] or '')}/{row['other_reference']}",
        differs=tuple(each for each in (row["differs"] or "").split(";") if each),
        confidence=row["confidence"] or "",
        authors=tuple((row["authors"] or "").split(";")),
    )


def _hierarchy(rows: Iterable[Row]) -> Hierarchy:
    return Hierarchy({concept: tuple(found) for concept, found in _values(rows, "broader").items()})


def _values(rows: Iterable[Row], name: str) -> dict[str, dict[str, None]]:
    """Gather the values of a column by concept, each once and in order; a concept without any has none."""
    found: dict[str, dict[str, None]] = {}
    for row in rows:
        own = found.setdefault(local(row["concept"] or ""), {})
        if row[name]:
            own[local(row[name] or "")] = None
    return found


def _taken_in(store: Store, articles: Mapping[str, Article]) -> dict[str, tuple[str, ...]]:
    """Read which articles each instrument takes in from another, with their parts."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in store.select(query("researcher/taken-in").text):
        key = f"{local(row['instrument'] or '')}/{row['reference']}"
        if key in articles:
            found[local(row["through"] or "")].append(key)
    return {taker: tuple(own) for taker, own in found.items()}


def _chosen(store: Store) -> frozenset[str]:
    """Name the instruments of which some party accepted guarantees one by one: there its choice binds a party."""
    return frozenset(local(row["instrument"] or "") for row in store.select(query("researcher/accepted-articles").text))


def _claims(store: Store) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in store.select(query("researcher/custom").text, lang="en"):
        for right in filter(None, (row["rights"] or "").split(";")):
            found[right][local(row["stance"] or "")] += 1
    return {right: dict(own) for right, own in sorted(found.items())}


def _objectives(store: Store, articles: Mapping[str, Article]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in store.select(query("researcher/groundings").text, lang="en"):
        key = f"{local(row['instrument'] or '')}/{row['reference']}"
        if key in articles:
            found[row["number"] or ""].append(key)
    return {number: tuple(own) for number, own in found.items()}
