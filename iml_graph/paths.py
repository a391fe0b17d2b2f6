"""The shortest explained way from one thing to another: by relations, comments, decisions and groundings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from iml_graph import namespaces as ns
from iml_graph import reading
from iml_graph.catalogue import query
from iml_graph.errors import AmbiguousNameError, BadInputError, UnknownNameError
from iml_graph.labels import word
from iml_graph.reading import local
from iml_graph.reading.rows import text
from iml_graph.records import Release
from iml_graph.store import Iri, Store

WHOLES = ("inInstrument", "partOfProvision")
"""Links from a part to its whole: they explain little, so of two ways as short the one with fewer of them is taken."""

_IDENTIFIER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_INVERSES = {"narrower": "broader", "broader": "narrower"}
"""What the second of two things is to the first; what is not named here is the same from both ends."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link as the graph tells it: IRIs."""

    start: str
    kind: str
    end: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a way, in words that read from ``start`` to ``end``: HRC GC 15 – elaborates – ICCPR, article 13.

    ``link`` is the short name of the link, ``backwards`` says that the graph tells it from ``end``.
    """

    start: str
    kind: str
    end: str
    link: str
    backwards: bool


@dataclass(frozen=True, slots=True)
class Way:
    """The steps from one thing to another; none if nothing links them."""

    start: str
    end: str
    steps: tuple[Step, ...]
    release: Release


def find_way(links: Iterable[Link], start: str, end: str) -> list[tuple[Link, bool]] | None:
    """Find the shortest way between two things, with whether each link is gone backwards; ``None`` if there is none.

    Links may be gone in both directions. Of ways as short the one with fewer steps from part to whole is taken.
    """
    import networkx  # slow to import, and only this command needs it

    graph = networkx.Graph()
    for link in sorted(links, key=lambda each: (each.start, each.kind, each.end), reverse=True):
        weight = 1.01 if local(link.kind) in WHOLES else 1.0
        if weight <= graph.get_edge_data(link.start, link.end, {}).get("weight", weight):
            graph.add_edge(link.start, link.end, weight=weight, link=link)
    if start not in graph or end not in graph or not networkx.has_path(graph, start, end):
        return None
    nodes: list[str] = networkx.shortest_path(graph, start, end, weight="weight")
    found = ((graph.edges[one, other]["link"], one) for one, other in pairwise(nodes))
    return [(link, link.start != one) for link, one in found]


def read_links(store: Store) -> tuple[Link, ...]:
    """Read all links."""
    rows = store.select(query("researcher/links").text)
    return tuple(Link(text(row, "from"), text(row, "link"), text(row, "to")) for row in rows)


def shortest_way(store: Store, start: str, end: str, lang: str, kinds: Sequence[str] = ()) -> Way:
    """Find the shortest way between two things, given as people name them, and say each step in a language.

    Args:
        store: the graph.
        start: see ``resolve_thing``.
        end: as ``start``.
        lang: language of names.
        kinds: short names of the links that may be gone (``elaborates``, ``equivalent`` …), beside those from a part
            to its whole; all if empty.

    Raises:
        UnknownNameError: nothing has one of the names.
        BadInputError: no link has one of the short names.
    """
    one, other = (resolve_thing(store, name, lang) for name in (start, end))
    links = read_links(store)
    known = sorted({local(link.kind) for link in links})
    if wrong := [kind for kind in kinds if kind not in known]:
        raise BadInputError(f"“{wrong[0]}” is no link. Write one of {', '.join(known)}.")
    allowed = {*kinds, *WHOLES} if kinds else set(known)
    found = find_way((link for link in links if local(link.kind) in allowed), one, other)
    steps = tuple(_step(store, link, backwards, lang) for link, backwards in found or ())
    return Way(_shown(store, one, lang), _shown(store, other, lang), steps, reading.read_release(store))


def _step(store: Store, link: Link, backwards: bool, lang: str) -> Step:
    start, end = (link.end, link.start) if backwards else (link.start, link.end)
    kind = _kind(store, link.kind, backwards, lang)
    return Step(_shown(store, start, lang), kind, _shown(store, end, lang), local(link.kind), backwards)


def _kind(store: Store, iri: str, backwards: bool, lang: str) -> str:
    """Say what a link is, from the end where it is gone from."""
    name = local(iri)
    if backwards and name in _INVERSES:
        iri = iri.removesuffix(name) + _INVERSES[name]
    (row,) = store.select(query("explorer/shown").text, thing=Iri(iri), lang=lang) or [{"label": name, "inverse": None}]
    if not backwards or iri.startswith(ns.VOCABULARY):
        return text(row, "label")
    return row["inverse"] or word(f"{name}-inverse", lang)


def _shown(store: Store, iri: str, lang: str) -> str:
    """Call a thing by its name, a provision by its citation with what it does, an objective with its number."""
    rows = store.select(query("explorer/shown").text, thing=Iri(iri), lang=lang)
    if not rows:
        return local(iri)
    label = text(rows[0], "label")
    if rows[0]["of"]:
        heading = rows[0]["heading"]
        return f"{_shown(store, rows[0]['of'], lang)}, {label}" + (f" ({heading})" if heading else "")
    if iri.startswith(ns.concept("gcm-objectives", "")):
        return f"{local(iri)}. {label}"
    return label


def resolve_thing(store: Store, name: str, lang: str) -> str:
    """Find the IRI of what people name.

    ``iccpr`` or a title is an instrument, a general comment too; ``iccpr:9`` or ``iccpr:9(1)`` a provision, ``gcm:13``
    an objective of the Global Compact, ``custom:non-refoulement`` a norm claimed as custom; a symbol, number or name
    (``CAT/C/56/D/594/2014``) is a decision.

    Raises:
        UnknownNameError: nothing has the name; carries the nearest names.
        AmbiguousNameError: several things have it.
    """
    if found := _named_whole(store, name):
        return found
    of, colon, part = (each.strip() for each in name.partition(":"))
    if not colon:
        return ns.instrument(_instrument(store, name))
    if of.lower() == "gcm" and part.isdecimal():
        return ns.concept("gcm-objectives", reading.resolve_objective(store, part))
    if of.lower() == "custom":
        return _norm(store, part, lang)
    instrument = _instrument(store, of)
    return ns.provision(instrument, reading.resolve_provision(store, instrument, part, lang))


def _named_whole(store: Store, name: str) -> str | None:
    """Find the decision or the instrument that the whole name stands for."""
    rows = store.select(query("explorer/decision-named").text, name=name)
    if len(rows) > 1:
        raise AmbiguousNameError("decision", name, tuple(text(row, "label") for row in rows))
    if rows:
        return text(rows[0], "decision")
    decision = ns.decision(name)
    if _IDENTIFIER.fullmatch(name) and store.ask(query("explorer/is-decision").text, decision=Iri(decision)):
        return decision
    if ":" not in name:
        return None
    try:
        return ns.instrument(reading.resolve_instrument(store, name))
    except UnknownNameError:
        return None


def _instrument(store: Store, name: str) -> str:
    try:
        return reading.resolve_instrument(store, name)
    except UnknownNameError as error:
        raise UnknownNameError("instrument or decision", name, error.suggestions) from None


def _norm(store: Store, name: str, lang: str) -> str:
    known = {each.norm.identifier for each in reading.read_groundings(store, lang) if each.norm}
    if name not in known:
        raise UnknownNameError("norm claimed as custom", name, tuple(sorted(known)))
    return ns.concept("customary-norms", name)
