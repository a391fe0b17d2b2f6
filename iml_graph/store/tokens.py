"""Split SPARQL text into its terminals, in linear time.

Grammar: SPARQL 1.1 Query Language, section 19.8, https://www.w3.org/TR/sparql11-query/#grammar.
This is no parser: it only tells what is keyword, variable, IRI, string or comment, which is what binding a
parameter and refusing a federated query need to know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from iml_graph.errors import QuerySyntaxError

# Each alternative matches in one way only, and a prefix has at most 101 characters, so that no input makes the
# expression look again and again at the same text.
_TERMINAL = re.compile(
    r"""
      (?P<space>[ \t\r\n]+)
    | (?P<comment>\#[^\r\n]*)
    | (?P<iri><[^<>"{}|^`\x00-\x20]*>)
    | (?P<string>\"{3}(?:[^"\\]|\\.|"(?!""))*\"{3}|'{3}(?:[^'\\]|\\.|'(?!''))*'{3}
        |"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*')
    | (?P<variable>[?$]\w[\w\u00b7\u0300-\u036f\u203f\u2040]*)
    | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    | (?P<name>(?:[^\W\d_](?:[\w.\u00b7-]{0,99}[\w\u00b7-])?)?:
        (?:[\w:\u00b7]|%[0-9A-Fa-f]{2}|\\[-_~.!$&'()*+,;=/?\#@%])?
        (?:[\w:\u00b7-]|\.+(?=[\w:%\\\u00b7-])|%[0-9A-Fa-f]{2}|\\[-_~.!$&'()*+,;=/?\#@%])*
        |_:\w(?:[\w.\u00b7-]*[\w\u00b7-])?)
    | (?P<number>[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)
    | (?P<word>[A-Za-z_][A-Za-z0-9_]*)
    | (?P<mark>\^\^|&&|\|\||!=|<=|>=|[^\\"'])
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One terminal: its ``kind`` (a group of the expression above), its text, and its offset in characters."""

    kind: str
    text: str
    start: int


def scan(query: str) -> Iterator[Token]:
    """Yield every terminal of a query, white space and comments included.

    Raises:
        QuerySyntaxError: a string does not end, or an escape stands outside strings, IRIs and local names,
            where it could hide a keyword from a reader of the text.
    """
    position = 0
    while position < len(query):
        match = _TERMINAL.match(query, position)
        if match is None:
            line, column = place(query, position)
            what = "an escape that nothing allows here" if query[position] == "\\" else "a string that does not end"
            raise QuerySyntaxError(what, line, column)
        yield Token(match.lastgroup or "", match.group(), position)
        position = match.end()


def place(query: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset in characters, both counted from one."""
    before = query[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1
