"""Replace variables of a query by terms, each in the form that its place in the grammar asks for."""

from __future__ import annotations

from collections.abc import Mapping

from iml_graph.store.tokens import Token, scan

_LEAVES_PROJECTION = frozenset({"{", "WHERE", "FROM"})
_LEAVES_CONDITION = frozenset({"{", "}", "HAVING", "LIMIT", "OFFSET", "VALUES"})


class _Place:
    """Where in a query the next variable stands: in a projection, a GROUP BY or ORDER BY, or elsewhere."""

    def __init__(self) -> None:
        self.clause = ""
        self._depth = 0

    @property
    def bare(self) -> str:
        """The clause, if the variable stands in it directly and not inside parentheses."""
        return "" if self._depth else self.clause

    def pass_over(self, token: Token) -> None:
        text = token.text.upper()
        if token.kind == "word" and text in ("SELECT", "BY"):
            self.clause, self._depth = text, 0
        elif text == "(":
            self._depth += 1
        elif text == ")":
            self._depth -= 1
        elif text in (_LEAVES_PROJECTION if self.clause == "SELECT" else _LEAVES_CONDITION):
            self.clause, self._depth = "", 0


def replace(query: str, terms: Mapping[str, str]) -> str:
    """Put terms, already serialised, in the place of variables.

    Raises:
        ValueError: a term is given for a variable that the query does not have.
    """
    place, out, found = _Place(), [], set()
    for token in scan(query):
        place.pass_over(token)
        name = token.text[1:] if token.kind == "variable" else ""
        if name in terms:
            found.add(name)
            out.append(_written(terms[name], name, place.bare))
        else:
            out.append(token.text)
    if missing := sorted(terms.keys() - found):
        raise ValueError(f"The query has no variable {', '.join('?' + name for name in missing)} to bind.")
    return "".join(out)


def _written(term: str, name: str, clause: str) -> str:
    if clause == "SELECT":
        return f"({term} AS ?{name})"
    return f"({term})" if clause == "BY" else term
