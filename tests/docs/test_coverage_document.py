"""The table of coverage in the documents is the one that the committed data give."""

from __future__ import annotations

from pathlib import Path

from iml_graph import export
from iml_graph.coverage import measure_coverage
from iml_graph.store import Store

DOCUMENT = Path(__file__).parents[2] / "docs" / "coverage.md"

REMEDY = (
    "docs/coverage.md is not what the data give: "
    "run `.venv/bin/iml build && .venv/bin/iml coverage --instruments --format md > docs/coverage.md`"
)


def test_the_coverage_document_is_what_the_graph_gives(graph: Store) -> None:
    made = export.coverage_document(measure_coverage(graph, "en"), "en")
    assert DOCUMENT.read_text(encoding="utf-8") == made, REMEDY
