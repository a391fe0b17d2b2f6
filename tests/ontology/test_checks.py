"""The rules as texts: written so that the engines of the project evaluate them in time, and alike."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rdflib.plugins.sparql import prepareQuery

from iml_graph import resources
from iml_graph.check import rules

RULES = sorted((resources.ontology() / "checks").glob("*.rq"))


def query_of(path: Path) -> str:
    return "\n".join(
        line for line in path.read_text(encoding="utf-8").splitlines() if not line.lstrip().startswith("#")
    )


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_a_rule_avoids_what_engines_are_slow_or_wrong_at(path: Path) -> None:
    assert not re.search(r"\b(NOT\s+EXISTS|HAVING|SERVICE|FROM)\b", query_of(path))


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_a_rule_is_portable_sparql_that_selects_a_node_and_a_detail(path: Path) -> None:
    query = prepareQuery(path.read_text(encoding="utf-8"))
    assert [str(variable) for variable in query.algebra.PV] == ["node", "detail"]


def test_each_rule_has_a_sentence_of_its_own_in_each_language() -> None:
    sentences = [sentence for check in rules.load() for sentence in check.message.values()]
    assert len(sentences) == len(set(sentences)) == 3 * len(RULES)
    assert all(sentence.endswith(".") for sentence in sentences)
