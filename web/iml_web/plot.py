"""A plot of how rights were covered over time, drawn on the server as SVG: no script, and nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape

from markupsafe import Markup

from iml_graph.terms import Cover

WIDTH, HEIGHT = 760, 320
LEFT, RIGHT, TOP, BOTTOM = 40, 12, 10, 26
"""Of the area that is drawn on, from the edges of the picture."""

_PATTERNS = {
    Cover.INDIRECT: '<path d="M-2,2 L2,-2 M0,8 L8,0 M6,10 L10,6"/>',
    Cover.LIMITED: '<circle cx="2" cy="2" r="1.1"/><circle cx="6" cy="6" r="1.1"/>',
    Cover.UNKNOWN: '<path d="M0,0 L8,8 M8,0 L0,8"/>',
    Cover.CUSTOMARY: '<path d="M0,4 L8,4"/>',
    Cover.SOFT: '<path d="M4,0 L4,8"/>',
}
"""What is drawn over the colour of a class, so that it is told apart without colours."""


def draw(
    moments: Sequence[tuple[str, Mapping[Cover, int]]], since: str, until: str, title: str, description: str
) -> Markup:
    """Draw a stack of steps: from each moment on, as many rights of each class, the best covered at the bottom.

    Args:
        moments: days (ISO) with numbers of rights by class, in order.
        since: the first day.
        until: the last day.
        title: what is drawn.
        description: what it shows, in words.
    """
    most = max((sum(counts.values()) for _, counts in moments), default=0) or 1
    start, end = _day(since), max(_day(until), _day(since) + 1)

    def across(day: str) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (_day(day) - start) / (end - start)

    def up(count: float) -> float:
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * count / most

    areas = []
    for place, cover in enumerate(Cover):
        lower = [sum(counts.get(each, 0) for each in tuple(Cover)[:place]) for _, counts in moments]
        upper = [below + counts.get(cover, 0) for below, (_, counts) in zip(lower, moments, strict=True)]
        if lower == upper:
            continue
        edges = [across(max(day, since)) for day, _ in moments] + [across(until)]
        path = _area(edges, [up(each) for each in lower], [up(each) for each in upper])
        areas.append(f'<path class="area plot-{cover.value}" d="{path}"/>')
        if cover in _PATTERNS:
            areas.append(f'<path fill="url(#over-{cover.value})" d="{path}"/>')
    patterns = "".join(
        f'<pattern class="over-{cover.value}" id="over-{cover.value}" width="8" height="8" '
        f'patternUnits="userSpaceOnUse">{lines}</pattern>'
        for cover, lines in _PATTERNS.items()
    )
    years = "".join(_year(year, across(f"{year}-01-01")) for year in _years(since, until))
    marks = "".join(_level(count, up(count)) for count in _levels(most))
    return Markup(  # noqa: S704 - numbers, our own words, and escaped text
        f'<svg class="plot" role="img" aria-labelledby="plot-title plot-text" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<title id="plot-title">{escape(title)}</title><desc id="plot-text">{escape(description)}</desc>'
        f"<defs>{patterns}</defs>{''.join(areas)}{marks}{years}</svg>"
    )


def _day(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()


def _area(edges: Sequence[float], lower: Sequence[float], upper: Sequence[float]) -> str:
    """Write the path round an area between two lines of steps."""
    there = [f"{x:.1f},{y:.1f}" for place, y in enumerate(upper) for x in edges[place : place + 2]]
    back = [f"{x:.1f},{y:.1f}" for place, y in reversed([*enumerate(lower)]) for x in edges[place : place + 2][::-1]]
    return f"M{' L'.join((*there, *back))} Z"


def _years(since: str, until: str) -> list[int]:
    first, last = int(since[:4]), int(until[:4])
    step = next((each for each in (1, 2, 5, 10, 20) if (last - first) / each <= 9), 50)
    return [year for year in range(first, last + 1) if year % step == 0 and f"{year}-01-01" >= since]


def _year(year: int, x: float) -> str:
    bottom = HEIGHT - BOTTOM
    return (
        f'<path class="tick" d="M{x:.1f},{bottom} v5"/>'
        f'<text x="{min(max(x, LEFT + 12), WIDTH - 18):.1f}" y="{bottom + 19}" text-anchor="middle">{year}</text>'
    )


def _levels(most: int) -> list[int]:
    step = next((each for each in (1, 2, 5, 10, 20, 25, 50) if most / each <= 6), 100)
    return list(range(0, most + 1, step))


def _level(count: int, y: float) -> str:
    return (
        f'<path class="line" d="M{LEFT},{y:.1f} H{WIDTH - RIGHT}"/>'
        f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{count}</text>'
    )
