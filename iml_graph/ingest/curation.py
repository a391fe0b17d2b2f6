"""The curated tables ``data/curation`` that tell readers what no rule tells of single lines of a source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from iml_graph.resources import data
from iml_graph.text_files import read_rows

_PLACE = ("subject", "participant", "action", "date")


def read_table(name: str, columns: Sequence[str]) -> Iterator[dict[str, str]]:
    """Yield the rows of a curated table by heading.

    Raises:
        DataError: the headings are others.
    """
    return read_rows(data() / "curation" / name, columns)


def load_left_out(source: str) -> frozenset[tuple[str, ...]]:
    """Return which lines of a source are not read, each for a reason that ``left-out.csv`` gives.

    Each is the identifier of an instrument or organization and the participant as printed; then, where not all
    lines on these two are meant, the action and the date as printed.

    Raises:
        DataError: the columns of the table are not the expected ones.
    """
    rows = read_table("left-out.csv", ("source", *_PLACE, "reason"))
    return frozenset(tuple(row[name] for name in _PLACE if row[name]) for row in rows if row["source"] == source)
