"""The tally of questions names commands, pages, queries and tests that exist."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import click
import pytest
from iml_web import create_app

from iml_graph.catalogue import load_catalogue
from iml_graph.cli import group

CHECKOUT = Path(__file__).parents[2]
DOCUMENT = CHECKOUT / "docs" / "competency-questions.md"
QUESTIONS = {"A": 30, "R": 34, "W": 17, "M": 14}
CONTEXT = click.Context(group)


class Line(NamedTuple):
    """One question of the document."""

    number: str
    question: str
    places: tuple[str, ...]
    tests: tuple[str, ...]
    missing: str


def read_lines() -> tuple[Line, ...]:
    found = re.findall(
        r"^\| ([A-Z]\d+) \| (.*?) \| (.*?) \| (.*?) \|(.*?)\|$", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE
    )
    return tuple(
        Line(number, question, *(tuple(re.findall(r"`([^`]+)`", cell)) for cell in (places, tests)), missing.strip())
        for number, question, places, tests, missing in found
    )


LINES = read_lines()


@cache
def names_in(file: str) -> frozenset[str]:
    path = CHECKOUT / "tests" / file
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return frozenset(re.findall(r"^def (test_\w+)\(", text, re.MULTILINE))


@cache
def routes() -> frozenset[str]:
    return frozenset(re.sub(r"<\w+:", "<", rule.rule) for rule in create_app().url_map.iter_rules())


def test_each_question_stands_once_in_order() -> None:
    expected = [f"{kind}{number}" for kind, last in QUESTIONS.items() for number in range(1, last + 1)]
    assert [line.number for line in LINES] == expected


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.number)
def test_a_question_has_a_place_and_a_test_that_exist(line: Line) -> None:
    assert line.question.endswith("?")
    assert line.places or line.missing
    assert line.tests or line.missing
    for place in line.places:
        assert_exists(place)
    for test in line.tests:
        file, _, name = test.partition("::")
        assert name in names_in(file), test


def assert_exists(place: str) -> None:
    if place.startswith("iml "):
        _, name, *rest = place.split()
        command = group.get_command(CONTEXT, name)
        assert command is not None, place
        assert {word for word in rest if word.startswith("--")} <= {
            option for each in command.params for option in each.opts
        }, place
    elif place.startswith("/"):
        assert place in routes(), place
    else:
        assert place in load_catalogue(), place


def test_a_query_that_is_named_says_that_it_answers_the_question_or_one_like_it() -> None:
    catalogue = load_catalogue()
    named = {(line.number, place) for line in LINES for place in line.places if place in catalogue}
    assert {(number, place) for number, place in named if number not in catalogue[place].answers} <= {
        ("A24", "researcher/territories"),  # of the territories that R27 asks about
        ("W7", "researcher/links"),  # whose steps R14 follows
        ("W8", "researcher/links"),
    }


def test_the_numbers_are_those_of_the_tables() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    printed = re.findall(r"^\| of [^|]+ \| (\d+) \| (\d+) \|$", text, re.MULTILINE)
    counted = []
    for kind in QUESTIONS:
        own = [line for line in LINES if line.number[0] == kind]
        missing = sum(bool(line.missing) for line in own)
        counted.append((str(len(own) - missing), str(missing)))
    assert printed == counted
