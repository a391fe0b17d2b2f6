"""IML Graph: the knowledge graph of international migration law."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from iml_graph.api import Graph

__version__ = "0.1.0"


def open_graph(location: str | Path | None = None, lang: str = "en") -> Graph:
    """Open a graph: a store on disk, the URL of a SPARQL endpoint, or what ``iml build`` published.

    Args:
        location: path or URL; what ``iml build`` published if not given.
        lang: language of names (``en``, ``fr``, ``es``).
    """
    from iml_graph.api import open_graph as opened  # not before it is asked for: every command imports this module

    return opened(location, lang)
