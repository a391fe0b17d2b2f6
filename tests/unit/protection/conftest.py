"""A small invented law: three groups of persons, three rights, five instruments."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from iml_graph.protection.advice import Adviser
from iml_graph.protection.law import Article, Hierarchy, Law, Relation, Tag
from iml_graph.protection.position import Bearing, Position, Statement, position_on
from iml_graph.records import Release

ON = "2020-01-01"

Placed = Callable[..., Position]


def article(key: str, role: str = "guarantee", whole: str | None = None) -> Article:
    instrument, _, reference = key.partition("/")
    return Article(key, instrument, reference, role, whole)


def tag(key: str, right: str, holder: str, modality: str = "respect", *, principal: bool = True) -> Tag:
    return Tag(key, right, holder, modality, principal, "high")


@pytest.fixture(scope="session")
def law() -> Law:
    """Alpha, Beta and Omega are treaties, Gamma a charter of which parties choose articles, Delta a declaration."""
    articles = [
        article("alpha/1"),
        article("alpha/2"),
        article("alpha/2.1", whole="alpha/2"),
        article("alpha/3", role="duty"),
        article("alpha/4", role="procedure"),
        article("beta/1"),
        article("beta/2"),
        article("gamma/1"),
        article("gamma/2"),
        article("delta/1"),
        article("omega/1"),
    ]
    return Law(
        release=Release("1", ON),
        rights=Hierarchy({"safety": (), "shelter": ("safety",), "food": ("safety",), "work": (), "wage": ("work",)}),
        typical={"wage": frozenset({"workers"})},
        holders=Hierarchy({"all": (), "migrants": ("all",), "workers": ("migrants",), "children": ("migrants",)}),
        articles={each.key: each for each in articles},
        tags=(
            tag("alpha/1", "shelter", "migrants"),
            tag("alpha/2.1", "food", "all"),
            tag("alpha/3", "food", "children", "fulfil"),
            tag("beta/1", "shelter", "workers"),
            tag("beta/2", "wage", "workers", "discretion"),
            tag("gamma/1", "wage", "migrants"),
            tag("gamma/2", "food", "migrants"),
            tag("delta/1", "wage", "all"),
            tag("omega/1", "shelter", "migrants"),
        ),
        relations=(
            Relation("omega/1", "equivalent", "alpha/1", (), "high", ("someone",)),
            Relation("beta/1", "narrower", "alpha/1", ("holders",), "high", ("someone",)),
        ),
        soft={"delta": "2000-01-01"},
        taken_in={"omega": ("alpha/2.1",)},
        chosen=frozenset({"gamma"}),
        claims={"food": {"asserts": 2, "denies": 1}},
    )


@pytest.fixture(scope="session")
def placed(law: Law) -> Placed:
    """Place a party bound by instruments since 2000: ``placed("alpha", beta=Bearing(unknown=True))``."""

    def place(
        *bound: str, statements: tuple[Statement, ...] = (), joined: tuple[str, ...] = (), **own: Bearing
    ) -> Position:
        bearings = {name: Bearing("2000-01-01") for name in bound} | own
        return position_on(law, "AAA", ON, bearings, statements, joined)

    return place


def reservation(*articles: str, whole: str | None = None, territories: tuple[str, ...] = (), **dates: str) -> Statement:
    """Make a reservation of 2000, of articles or of a whole instrument."""
    return Statement(
        "reservation",
        "reservation",
        dates.get("deposited", "2000-01-01"),
        dates.get("withdrawn"),
        articles,
        whole,
        territories,
    )


@pytest.fixture(scope="session")
def reserved() -> Callable[..., Statement]:
    return reservation


@pytest.fixture(scope="module")
def indexed(published: Path) -> Adviser:
    """What answers from the index of the real graph, and has no store."""
    adviser = Adviser.open(published / "store")
    assert adviser.index
    return adviser


@pytest.fixture(scope="module")
def stored(published: Path) -> Iterator[Adviser]:
    """What answers from the store of the real graph, as from any endpoint."""
    opened = Adviser.open(published / "store")
    with closing(opened):
        yield Adviser(lambda: opened.store)
