"""Briefings on an invented State, in the three languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from iml_graph.brief import answers, content
from iml_graph.brief.answers import Answers
from iml_graph.brief.document import Document
from iml_graph.brief.shapes import Shapes
from iml_graph.protection.advice import Adviser, View

ON = "2020-01-01"

SQUARE = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0), (0.0, 0.0))

SHAPES = Shapes(
    polygons={"AAA": ((SQUARE,),), "-": ((tuple((lon + 20, lat) for lon, lat in SQUARE),),)}, dots={"BBB": (-5.0, 5.0)}
)

Looked = Callable[..., View]


@pytest.fixture(scope="session")
def shapes() -> Shapes:
    """A square State, a State that is a dot, and land that is nobody’s."""
    return SHAPES


@pytest.fixture(scope="session")
def look(tiny_release: Path) -> Iterator[Looked]:
    """Look at an invented party on a day, in a language."""
    opened: list[Adviser] = []

    def view(code: str = "BBB", lang: str = "en", on: str = ON, *joined: str) -> View:
        opened.append(Adviser.open(tiny_release / "store", lang))
        return opened[-1].view(code, on, joined)

    yield view
    for each in opened:
        each.close()


@pytest.fixture(scope="session")
def answered(look: Looked) -> Answers:
    """The answers on Borealia."""
    view = look()
    return answers.read(view, view.adviser.names)


def written(view: View) -> Document:
    return content.write(answers.read(view, view.adviser.names), view.adviser.names, SHAPES, view.joined)


@pytest.fixture(scope="session")
def write() -> Callable[[View], Document]:
    """Write the briefing on a party on a day."""
    return written


@pytest.fixture(scope="session", params=["en", "fr", "es"])
def briefing(look: Looked, request: pytest.FixtureRequest) -> Document:
    """The briefing on Borealia in each language."""
    return written(look("BBB", request.param))
