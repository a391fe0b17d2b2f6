"""The library as a whole: each query runs within the limits of the endpoint, and its answers are tested."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from iml_graph.catalogue import load_catalogue
from iml_graph.labels import LANGUAGES
from iml_graph.sparql.guard import read
from iml_graph.sparql.runner import Runner

CATALOGUE = load_catalogue()
TABLES = sorted((Path(__file__).parent / "expected").glob("*.csv"))
FORMATS = {"SELECT": "json", "ASK": "json", "CONSTRUCT": "ntriples", "DESCRIBE": "ntriples"}
_MARK = re.compile(r"mark\.answers\(([^)]*)\)")


@pytest.fixture(scope="module")
def runner(published: Path) -> Iterator[Runner]:
    with Runner(published / "store") as runner:
        yield runner


def answered() -> set[str]:
    """Return the questions that some test of this folder is marked to answer."""
    tests = Path(__file__).parent.glob("test_*.py")
    marks = (mark for path in tests for mark in _MARK.findall(path.read_text(encoding="utf-8")))
    return {question for mark in marks for question in re.findall(r'"([A-Z]\d+)"', mark)}


@pytest.mark.parametrize("identifier", CATALOGUE)
def test_a_query_runs_with_its_example_within_the_limits_of_the_endpoint(runner: Runner, identifier: str) -> None:
    text = read(CATALOGUE[identifier].example())
    answer = runner.run(text, FORMATS[text.form])
    assert not answer.truncated


@pytest.mark.parametrize("identifier", CATALOGUE)
def test_a_query_is_asked_in_each_language_in_words_of_its_own(identifier: str) -> None:
    titles = CATALOGUE[identifier].title
    assert len({titles[language] for language in LANGUAGES}) == len(LANGUAGES)
    assert len({title.endswith("?") for title in titles.values()}) == 1
    assert titles["es"].startswith("¿") == titles["es"].endswith("?")


@pytest.mark.parametrize("identifier", CATALOGUE)
def test_every_question_that_a_query_says_it_answers_has_a_test(identifier: str) -> None:
    assert CATALOGUE[identifier].answers
    assert set(CATALOGUE[identifier].answers) <= answered()


def test_every_question_with_a_test_has_a_query() -> None:
    assert answered() <= {question for found in CATALOGUE.values() for question in found.answers}


@pytest.mark.parametrize("identifier", CATALOGUE)
def test_no_query_uses_what_makes_engines_slow_or_differ(identifier: str) -> None:
    text = re.sub(r"#.*", "", CATALOGUE[identifier].text.partition("SELECT")[2])
    assert "NOT EXISTS" not in text
    assert "SERVICE" not in text


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.stem)
def test_every_expected_answer_names_its_source(table: Path) -> None:
    header, *lines = table.read_text(encoding="utf-8").splitlines()
    assert header.endswith(",source")
    assert lines
    assert not [line for line in lines if line.endswith(",")]
