"""Sums of half-open spans of days, ``[start, until)`` in ISO dates; ``until`` is ``None`` while open."""

from __future__ import annotations

from collections.abc import Iterable

Span = tuple[str, str | None]

_OPEN = "9999-12-31"
"""Stands for an open end while spans are compared."""


def intersect(left: Iterable[Span], right: Iterable[Span]) -> list[Span]:
    """Return the days that both have."""
    theirs = list(right)
    return unite(_span(max(a, c), min(_end(b), _end(d))) for a, b in left for c, d in theirs)


def subtract(left: Iterable[Span], right: Iterable[Span]) -> list[Span]:
    """Return the days that the first has and the second has not."""
    found = unite(left)
    for start, until in unite(right):
        found = [part for own in found for part in _without(own, start, _end(until))]
    return found


def unite(spans: Iterable[Span]) -> list[Span]:
    """Return the days that any of the spans has: sorted, apart, and none of them empty."""
    found: list[Span] = []
    for start, until in sorted(spans, key=lambda span: (span[0], _end(span[1]))):
        if start >= _end(until):
            continue
        if found and start <= _end(found[-1][1]):
            found[-1] = _span(found[-1][0], max(_end(found[-1][1]), _end(until)))
        else:
            found.append((start, until))
    return found


def _without(own: Span, start: str, until: str) -> list[Span]:
    parts = [_span(own[0], min(_end(own[1]), start)), _span(max(own[0], until), _end(own[1]))]
    return [part for part in parts if part[0] < _end(part[1])]


def _end(until: str | None) -> str:
    return _OPEN if until is None else until


def _span(start: str, until: str) -> Span:
    return (start, None if until == _OPEN else until)
