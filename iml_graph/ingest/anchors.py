"""The curated table of statements that a person read: what they do, and which provisions they concern.

It stands where no rule of a reader tells it, or tells it wrongly. A row bears the SHA-256 digest of the statement
that it was read from; several rows of one digest part one statement. When a later copy words the statement
differently, reading fails and names it, so that a person reads it again.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from iml_graph.errors import SourceFormatError
from iml_graph.text_files import read_rows

WHOLE, NONE = "whole", "none"
"""What may stand among articles: the instrument as a whole, or a class of its provisions, without naming any; and no
provision of it at all (recognition of another State, an announcement that reservations may follow)."""

COLUMNS = ("mtdsg_no", "party", "action", "date", "articles", "territories", "responds_to", "sha256")

Key = tuple[str, str, str]
"""The depositary's number of the treaty, the party, and the digest of its statement."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """Rows of the table by the statement that they were read from."""

    table: Mapping[Key, tuple[Mapping[str, str], ...]]

    def told(self, key: Key) -> tuple[Mapping[str, str], ...]:
        """Return what the table tells of a statement; nothing if it does not hold it."""
        return self.table.get(key, ())

    def require_read(self, mtdsg_no: str, found: Collection[Key], file: str) -> None:
        """Make sure that every statement of the table on a treaty was found.

        Raises:
            SourceFormatError: a statement is gone or was changed.
        """
        for number, party, sha256 in sorted(self.table.keys() - set(found)):
            if number == mtdsg_no:
                problem = f"no statement has the digest {sha256}; read the party’s statements again for anchors.csv"
                raise SourceFormatError(file, party, problem)


NO_ANCHORS = Anchors({})
"""Nothing was read by a person."""


def load_anchors(path: Path) -> Anchors:
    """Load ``data/curation/anchors.csv``.

    Raises:
        DataError: the table's columns are not the expected ones.
    """
    table: dict[Key, list[Mapping[str, str]]] = defaultdict(list)
    for row in read_rows(path, COLUMNS):
        table[row["mtdsg_no"], row["party"], row["sha256"]].append(row)
    return Anchors({key: tuple(rows) for key, rows in table.items()})


def digest(paragraphs: Iterable[str]) -> str:
    """Name a statement by its text."""
    return hashlib.sha256("\n".join(paragraphs).encode()).hexdigest()


def concerns(articles: str, article: str) -> bool:
    """Tell whether a list of references, joined by ``;``, has the article, a part of it, or what it is a part of.

    “16 (c)” is taken for a letter of paragraph 1, as some statements cite it.
    """
    return any(_overlap(article, own) for own in articles.split(";") if own)


def _overlap(first: str, second: str) -> bool:
    shorter, longer = sorted((_parts(first), _parts(second)), key=len)
    return longer[: len(shorter)] == shorter


def _parts(reference: str) -> list[str]:
    article, *rest = reference.split(".")
    return [article, "1", *rest] if rest and rest[0].isalpha() else [article, *rest]
