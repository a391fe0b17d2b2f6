"""Sums of spans, held to what each day says."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from iml_graph.build.spans import Span, intersect, subtract, unite
from iml_graph.dates import holds

START = date(2000, 1, 1)
days = st.integers(0, 40).map(lambda number: (START + timedelta(number)).isoformat())
spans = st.lists(st.tuples(days, st.none() | days), max_size=5)


def has(found: list[Span], on: str) -> bool:
    return any(holds(start, until, on) for start, until in found)


@given(spans, spans, days)
def test_a_day_is_in_the_sum_by_what_it_is_in(left: list[Span], right: list[Span], on: str) -> None:
    assert has(unite(left + right), on) == (has(left, on) or has(right, on))
    assert has(intersect(left, right), on) == (has(left, on) and has(right, on))
    assert has(subtract(left, right), on) == (has(left, on) and not has(right, on))


@given(spans)
def test_united_spans_lie_apart_in_order_and_are_not_empty(given_: list[Span]) -> None:
    found = unite(given_)
    assert all(until is None or start < until for start, until in found)
    assert all(until is not None and until < start for (_, until), (start, _) in pairwise(found))


def test_without_limits() -> None:
    assert subtract([("2000-01-01", None)], [("2001-01-01", "2002-01-01")]) == [
        ("2000-01-01", "2001-01-01"),
        ("2002-01-01", None),
    ]
