"""Narrowing long lists: choices that say how many they would leave, a text to look for, and pages. No script needed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from flask import Flask, request

from iml_graph.identifiers import fold_text
from iml_web import language

T = TypeVar("T")
PER_PAGE = 50
TEXT = "text"
"""The parameter of an address that holds the text to look for."""


@dataclass(frozen=True, slots=True)
class Facet(Generic[T]):
    """One way to narrow a list: the parameter of the address, its heading, what an item has of it, in which words."""

    name: str
    label: str
    values: Callable[[T], Iterable[str]]
    shown: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet, with the number of items that it would leave."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Narrowed(Generic[T]):
    """What is left of a list: all ``items``, those ``shown`` on this page of so many, and the choices there are."""

    items: Sequence[T]
    shown: Sequence[T]
    choices: Sequence[tuple[Facet[T], Sequence[Choice]]]
    page: int
    pages: int

    @property
    def own_fields(self) -> tuple[str, ...]:
        """The parameters of the address that the form of this list sets itself."""
        return ("page", TEXT, *(facet.name for facet, _ in self.choices))


def narrow(
    items: Sequence[T], facets: Sequence[Facet[T]], text: Callable[[T], str], per_page: int = PER_PAGE
) -> Narrowed[T]:
    """Narrow a list by the address of the page.

    Args:
        items: the whole list, in order.
        facets: the ways to narrow it.
        text: what of an item the text is looked for in.
        per_page: how many items a page shows.
    """
    wanted = fold_text(request.args.get(TEXT, ""))
    matching = [each for each in items if wanted in fold_text(text(each))] if wanted else list(items)
    left = [each for each in matching if all(_has(each, facet) for facet in facets)]
    pages = max(1, -(-len(left) // per_page))
    page = min(_number(request.args.get("page", "")), pages)
    return Narrowed(
        items=left,
        shown=left[(page - 1) * per_page : page * per_page],
        choices=[(facet, _choices(facet, matching, facets)) for facet in facets],
        page=page,
        pages=pages,
    )


def _number(text: str) -> int:
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 6 else 1


def _has(item: T, facet: Facet[T]) -> bool:
    asked = request.args.get(facet.name, "")
    return not asked or asked in facet.values(item)


def _choices(facet: Facet[T], items: Iterable[T], facets: Sequence[Facet[T]]) -> list[Choice]:
    """Count the values of a facet over what the other facets leave."""
    others = [each for each in facets if each is not facet]
    left = (each for each in items if all(_has(each, other) for other in others))
    counts = Counter(value for each in left for value in set(facet.values(each)))
    asked = request.args.get(facet.name, "")
    choices = [Choice(value, facet.shown(value), count, value == asked) for value, count in counts.items()]
    if asked and asked not in counts:
        choices.append(Choice(asked, facet.shown(asked), 0, True))
    return sorted(choices, key=lambda choice: fold_text(choice.label))


def page_links(found: Narrowed[T]) -> list[tuple[int, str]]:
    """Return the number and address of each page of a list; none if it fits on one."""
    if found.pages == 1:
        return []
    return [(number, language.this_page(page=str(number), format=None)) for number in range(1, found.pages + 1)]


def init_app(app: Flask) -> None:
    """Give the templates the links between the pages of a list."""
    app.jinja_env.globals.update(page_links=page_links)
