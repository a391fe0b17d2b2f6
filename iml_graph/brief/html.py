"""The briefing as a page of HTML: complete in itself, semantic, and laid out for print as well."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from iml_graph.brief.document import Block, Document, Figure, Section


@dataclass(frozen=True, slots=True)
class _Block:
    """A block as the template needs it: its kind by name, and the picture of a figure."""

    value: Block
    kind: str
    picture: Markup


@dataclass(frozen=True, slots=True)
class _Section:
    """A section with its blocks as the template needs them."""

    value: Section
    blocks: tuple[_Block, ...]


def render(document: Document) -> str:
    """Write the page."""
    sections = [
        (depth, _Section(section, tuple(map(_block, section.blocks))), f"s{place}")
        for place, (depth, section) in enumerate(document.walk(), 1)
    ]
    return _template().render(
        document=document,
        sections=sections,
        style=Markup(_style(document)),  # noqa: S704 - our own file
    )


def _block(block: Block) -> _Block:
    picture = Markup(block.svg) if isinstance(block, Figure) else Markup()  # noqa: S704 - drawn and escaped by us
    return _Block(block, type(block).__name__, picture)


def _style(document: Document) -> str:
    """Read the style, with the words that number the pages."""
    before, rest = document.page_of.split("{page}")
    middle, after = rest.split("{pages}")
    page_of = f'"{before}" counter(page) "{middle}" counter(pages) "{after}"'
    return _file("brief.css").replace("PAGE_OF", page_of)


def _file(name: str) -> str:
    return files("iml_graph.brief").joinpath("templates", name).read_text(encoding="utf-8")


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    return environment.from_string(_file("brief.html"))
