"""The table of the migrant workers convention in the documents is the one that the committed data give."""

from __future__ import annotations

from pathlib import Path

from iml_graph import export
from iml_graph.relations import relation_table
from iml_graph.store import Store

DOCUMENT = Path(__file__).parents[2] / "docs" / "icrmw-relations.md"

REMEDY = (
    "docs/icrmw-relations.md is not what the data give: "
    "run `.venv/bin/iml build && .venv/bin/iml relations icrmw --format md > docs/icrmw-relations.md`"
)


def test_the_document_is_what_the_graph_gives(graph: Store) -> None:
    made = export.relation_document(relation_table(graph, "icrmw", "en"), "en")
    assert DOCUMENT.read_text(encoding="utf-8") == made, REMEDY


def test_articles_8_to_56_are_all_there() -> None:
    lines = DOCUMENT.read_text(encoding="utf-8").splitlines()
    listed = {line.split("|")[1].strip().partition(".")[0] for line in lines if line.startswith("| ")}
    assert {str(number) for number in range(8, 57)} <= listed
