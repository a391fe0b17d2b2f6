"""Finding what an address names among the things that there are."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import TypeVar

from iml_graph.errors import UnknownNameError

T = TypeVar("T")


def look_up(kind: str, identifier: str, known: Mapping[str, T]) -> T:
    """Return the thing that has an identifier.

    Args:
        kind: what it is, for the message: ``body``, ``source``, ``vocabulary``, ``concept``.
        identifier: the last part of the address.
        known: all things of the kind, by identifier.

    Raises:
        UnknownNameError: none has it; carries the nearest identifiers.
    """
    if identifier not in known:
        raise UnknownNameError(kind, identifier, tuple(get_close_matches(identifier, known)))
    return known[identifier]
