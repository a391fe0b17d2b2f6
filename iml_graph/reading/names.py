"""Names: of concepts in a language, and of parties and instruments as people write them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable

from iml_graph import namespaces as ns
from iml_graph.catalogue import query
from iml_graph.errors import UnknownNameError, WrongKindError
from iml_graph.identifiers import NameIndex, fold, fold_text
from iml_graph.reading.rows import local, text
from iml_graph.store import Iri, Store

_IDENTIFIER = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")


def read_concept_labels(store: Store, lang: str) -> dict[str, str]:
    """Read what the statuses, acts, gaps and steps are called, keyed by the identifier of the concept."""
    rows = store.select(query("explorer/concept-labels").text, lang=lang)
    return {local(text(row, "concept")): text(row, "label") for row in rows}


def resolve_party(store: Store, name: str) -> str:
    """Find the code of the party that has a name, in any of the three languages, or a code.

    Raises:
        WrongKindError: something else has it: an instrument, an organization, a body.
        UnknownNameError: nothing has it; carries the nearest names.
        AmbiguousNameError: several have it.
    """
    return _known(store, ns.party(name.upper()), name) or _resolve(store, "party", name, fold)


def resolve_instrument(store: Store, name: str) -> str:
    """Find the identifier of the instrument that has a title, an acronym or a number.

    Raises:
        WrongKindError: something else has it: a party, an organization, a body.
        UnknownNameError: nothing has it; carries the nearest names.
        AmbiguousNameError: several have it.
    """
    return _known(store, ns.instrument(name.lower()), name) or _resolve(store, "instrument", name, fold_text)


def _known(store: Store, iri: str, name: str) -> str | None:
    """Take a name that is an identifier already, without reading all names there are."""
    if not _IDENTIFIER.fullmatch(name):
        return None
    return local(iri) if store.ask(query("explorer/is-described").text, thing=Iri(iri)) else None


def _resolve(store: Store, kind: str, name: str, key: Callable[[str], str]) -> str:
    names: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in store.select(query("explorer/names").text):
        own_kind, _, identifier = text(row, "thing").removeprefix(ns.ID).partition("/")
        names[own_kind][identifier].append(text(row, "name"))
    try:
        return NameIndex(kind, names.pop(kind, {}), key, shared=True).resolve(name)
    except UnknownNameError:
        for other, own in names.items():
            if NameIndex(other, own, fold_text, shared=True).find(name):
                raise WrongKindError(kind, name, other) from None
        raise
