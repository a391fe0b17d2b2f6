"""Ask the library on the real graph, and read the answers that other sources give."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from iml_graph import namespaces, resources
from iml_graph.catalogue import query
from iml_graph.identifiers import PartyNames
from iml_graph.store import Store

Rows = list[dict[str, str]]
Ask = Callable[..., Rows]
_LAST_PART = re.compile(r"[^/#]*$")


@pytest.fixture(scope="session")
def ask(graph: Store) -> Ask:
    """Run a query of the library; our IRIs are cut to their last part, unbound variables to nothing."""

    def run(name: str, **given: str) -> Rows:
        found = query(name)
        return [
            {key: _short(value) for key, value in row.items()}
            for row in graph.select(found.text, **found.bind(**given))
        ]

    return run


def _short(value: str | None) -> str:
    ours = value is not None and value.startswith(namespaces.BASE)
    return _LAST_PART.findall(value)[0] if ours and value else value or ""


@pytest.fixture(scope="session")
def names() -> PartyNames:
    return PartyNames.load(resources.data() / "parties")


@pytest.fixture(scope="session")
def expected(names: PartyNames) -> Callable[[str], Rows]:
    """Read a table of ``expected``; each row names its source, and ``participant`` is as printed there."""

    def read(name: str) -> Rows:
        path = Path(__file__).parent / "expected" / f"{name}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        return [row | {"code": names.resolve(row["participant"])} if "participant" in row else row for row in rows]

    return read
