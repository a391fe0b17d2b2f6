"""Names in a source become party codes; the ones that nobody knows are gathered with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Protocol

from iml_graph.errors import DataError, UnknownNameError

_SHORTEST_NAME = 4
_NO_NAME = re.compile(r"\bthe\b|[\W_]", re.IGNORECASE)


class NameResolver(Protocol):
    """What turns a name into a party code, raising ``UnknownNameError`` where it knows none."""

    def resolve(self, name: str) -> str:
        """Return the code of the party that has this name today, as the sources print it."""


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name that no alias covers, and where it stands."""

    file: str
    place: str
    name: str

    def __str__(self) -> str:
        """Return file, place and name as one line for people."""
        return f"{self.file}, {self.place}: {self.name}"


class UnknownNamesError(DataError):
    """Some names in the sources are of no known party: lists every one, so that one pass mends them all."""

    def __init__(self, unknown: tuple[UnknownName, ...]) -> None:
        """Keep the unknown names, and list them in the message one a line."""
        lines = "\n".join(f"  {name}" for name in unknown)
        super().__init__(f"{len(unknown)} names are of no known party; add them to the aliases:\n{lines}")
        self.unknown = unknown


@dataclass(slots=True)
class Names:
    """A resolver that goes on after an unknown name, and raises for all of them at the end."""

    resolver: NameResolver
    unknown: list[UnknownName] = field(default_factory=list)

    def code(self, name: str, file: str, place: str) -> str:
        """Return the party code, or an empty text after noting the unknown name.

        Args:
            name: the name as printed, without footnote digits.
            file: name of the file.
            place: where it stands in the file: an element of a page, a line of a table.
        """
        try:
            return self.resolver.resolve(name)
        except UnknownNameError:
            self.unknown.append(UnknownName(file, place, name))
            return ""

    def known(self, name: str) -> str | None:
        """Return the party code, or None for what may well be something else (a word of prose).

        Words as short as a code (``to``, ``NO``, ``at [the]``) are never taken for one.
        """
        if len(_NO_NAME.sub("", name)) < _SHORTEST_NAME:
            return None
        try:
            return self.resolver.resolve(name)
        except UnknownNameError:
            return None

    def raise_unknown(self) -> None:
        """Raise if any name was unknown.

        Raises:
            UnknownNamesError: with every unknown name and its place.
        """
        if self.unknown:
            raise UnknownNamesError(tuple(dict.fromkeys(self.unknown)))
