"""Names to identifiers: exact matches after folding, never a guess by similarity.

The same index serves ingest, whose names come from the committed tables, and the command line, whose names
come from the graph. Parties are compared by ``fold``; names in which a final number counts, such as those of
instruments (``refugee-1951``, ``C097``), by ``fold_text``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from iml_graph.errors import AmbiguousNameError, DataError, UnknownNameError

Names = Mapping[str, Iterable[str]]

_NOT_A_WORD = re.compile(r"[\W_]+")
_FOOTNOTES = re.compile(r"[\d ]+$")
_SUPERSCRIPT = re.compile(r"</?superscript>")  # as the depositary's XML marks footnotes


def fold_text(text: str) -> str:
    """Reduce a text to what identifies it: no case, accents, punctuation or article “the”.

    ``Congo (Democratic Republic of the)`` becomes ``congo democratic republic of``.
    """
    plain = text.casefold() if text.isascii() else _without_accents(text)
    return " ".join(word for word in _NOT_A_WORD.split(plain) if word not in ("", "the"))


def _without_accents(text: str) -> str:
    # The case fold can itself compose letters anew, so it stands between two decompositions.
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


def fold(name: str) -> str:
    """Reduce the name of a party as ``fold_text`` does, and drop the footnote digits that follow it.

    ``Serbia 4``, ``SERBIA*`` and ``Serbia<superscript>3,4</superscript>`` all become ``serbia``.
    """
    return _FOOTNOTES.sub("", fold_text(_SUPERSCRIPT.sub(" ", name)))


class NameIndex:
    """Finds the identifier that a name stands for.

    Args:
        kind: what is named, as the message of an error says it (``party``).
        names: the names of each identifier, the one for display first; the identifier need not be among them.
        key: how a name is folded before it is compared.
        shared: whether several may have one name, so that nobody is found by it alone.

    Raises:
        DataError: one folded name stands for two identifiers, and names may not be shared.
    """

    def __init__(self, kind: str, names: Names, key: Callable[[str], str] = fold, *, shared: bool = False) -> None:
        self.kind = kind
        self._key, self._shared = key, shared
        self._found: dict[str, dict[str, str]] = {}  # folded name -> identifier -> name as written
        for identifier, own in names.items():
            for name in (identifier, *own):
                self._add(identifier, name)

    def _add(self, identifier: str, name: str) -> None:
        folded = self._key(name)
        if not folded:
            raise DataError(f"The {self.kind} name “{name}” of {identifier} has no letter.")
        owners = self._found.setdefault(folded, {})
        owners.setdefault(identifier, name)
        if len(owners) > 1 and not self._shared:
            known = next(iter(owners))
            raise DataError(f"The {self.kind} name “{name}” stands for both {known} and {identifier}.")

    def find(self, name: str) -> str | None:
        """Return the identifier of a name, or ``None`` if nothing has it, or more than one thing."""
        owners = self._found.get(self._key(name), {})
        return next(iter(owners)) if len(owners) == 1 else None

    def resolve(self, name: str) -> str:
        """Return the identifier of a name.

        Raises:
            UnknownNameError: nothing has this name; carries up to three names that look like it.
            AmbiguousNameError: several have it.
        """
        owners = self._found.get(self._key(name), {})
        if not owners:
            raise UnknownNameError(self.kind, name, self._suggest(name))
        if len(owners) > 1:
            raise AmbiguousNameError(self.kind, name, tuple(sorted(owners)))
        return next(iter(owners))

    def _suggest(self, name: str) -> tuple[str, ...]:
        import difflib  # only an error needs it, and every start of the command line would pay for it

        nearest: dict[str, str] = {}
        for key in difflib.get_close_matches(self._key(name), self._found, n=12):
            for identifier, written in self._found[key].items():
                nearest.setdefault(identifier, written)
        return tuple(nearest.values())[:3]


class PartyNames(NameIndex):
    """The names of parties: codes, labels in three languages, dated names and aliases."""

    def __init__(self, names: Names, labels: Mapping[str, Mapping[str, str]]) -> None:
        super().__init__("party", names, fold)
        self._by_language = labels

    @classmethod
    def load(cls, folder: Path) -> PartyNames:
        """Read the tables of ``data/parties``.

        Raises:
            DataError: a table contradicts another, or one alias stands for two parties.
        """
        from iml_graph.parties import load_aliases, load_parties  # not needed where names come from the graph

        parties = load_parties(folder)
        names = {code: list(record.names()) for code, record in parties.items()}
        for alias, code in load_aliases(folder):
            if code not in names:
                raise DataError(f"aliases.csv: “{alias}” stands for {code}, which parties.csv does not have.")
            names[code].append(alias)
        return cls(names, {code: record.labels for code, record in parties.items()})

    def label(self, code: str, lang: str = "en") -> str:
        """Short name of a party in a language (``en``, ``fr`` or ``es``).

        Raises:
            UnknownNameError: no party has this code.
        """
        if code not in self._by_language:
            raise UnknownNameError(self.kind, code, self._suggest(code))
        return self._by_language[code][lang]
