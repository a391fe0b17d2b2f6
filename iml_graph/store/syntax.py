"""Say where a query stops being SPARQL, in the words and positions of its author.

Oxigraph's own position is that of the furthest character it looked at, which may be many characters past the
mistake (it tries whole keywords). So the query is read once more with its terminals set far apart: the
furthest character then still lies before the next terminal, and points at the one that does not fit.
"""

from __future__ import annotations

import re

import pyoxigraph as ox

from iml_graph.errors import QuerySyntaxError
from iml_graph.store.tokens import Token, place, scan

_APART = " " * 32  # longer than any keyword of SPARQL
_POSITION = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_REASON = re.compile(r"(?:expected |one of |, )([A-Z][a-z]* [A-Za-z ?]{8,})")


def syntax_error(query: str, message: str) -> QuerySyntaxError:
    """Turn Oxigraph's complaint about a query into an error that points at the terminal to correct."""
    try:
        tokens = [token for token in scan(query) if token.kind not in ("space", "comment")]
    except QuerySyntaxError as error:
        return error
    reported = _complaint(_APART.join(token.text for token in tokens) + _APART) or message
    reason = _reason(reported)
    token = _at(tokens, reported)
    if token is None:
        line, column = place(query, len(query))
        return QuerySyntaxError(reason or "the query ends where more is expected", line, column)
    line, column = place(query, token.start)
    return QuerySyntaxError(reason or f"“{token.text[:60]}” does not fit here", line, column)


def _complaint(query: str) -> str:
    try:
        ox.Store().query(query)
    except SyntaxError as error:
        return str(error)
    except (OSError, RuntimeError, ValueError):
        return ""
    return ""


def _reason(message: str) -> str:
    """Return the sentence that Oxigraph puts among the expected terminals when a rule of meaning is broken."""
    found = _REASON.search(message)
    return found.group(1) if found else ""


def _at(tokens: list[Token], message: str) -> Token | None:
    """Return the terminal that the reported position of the spread query lies in or after; none at the end."""
    match = _POSITION.match(message)
    if match is None:
        return None
    spread = _APART.join(token.text for token in tokens)
    lines = spread.split("\n")
    furthest = sum(len(line) + 1 for line in lines[: int(match[1]) - 1]) + int(match[2]) - 1
    start = 0
    for token in tokens:
        end = start + len(token.text) + len(_APART)
        if furthest < end:
            return token
        start = end
    return None
