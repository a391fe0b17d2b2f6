"""The chart of coverage: a bar for each group of rights, cut by how its rights are covered.

Each class has a colour of its own lightness, a pattern, and its number in the bar, so that the chart is read in black
and white and by readers who do not tell colours apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

FONT = "Liberation Sans, Arial, Helvetica, DejaVu Sans, sans-serif"
INK = "#1a1a1a"
EDGE = f'stroke="{INK}" stroke-width="0.8"'

WIDTH, LABELS, ROW, BAR = 680, 250, 21, 15
"""Of the chart, of its names, of the step from bar to bar, and of a bar: in pixels of the picture."""


@dataclass(frozen=True, slots=True)
class Fill:
    """How an area is filled: its ground, and the lines drawn over it."""

    ground: str
    lines: str = ""

    def pattern(self, name: str) -> str:
        """Write the pattern of the lines; a plain ground needs none."""
        if not self.lines:
            return ""
        return f'<pattern id="{name}" width="8" height="8" patternUnits="userSpaceOnUse">{self.lines}</pattern>'

    def paint(self, shape: str, name: str, stroke: str) -> str:
        """Write a shape (an element without its end) with this filling: the ground, then the lines, then its edge.

        The ground is no part of the pattern, for its tiles would show seams.
        """
        if not self.lines:
            return f'{shape} fill="{self.ground}" {stroke}/>'
        return f'{shape} fill="{self.ground}"/>{shape} fill="url(#{name})" {stroke}/>'


def _line(path: str, colour: str, width: float = 1.2) -> str:
    return f'<path d="{path}" stroke="{colour}" stroke-width="{width}" fill="none"/>'


RISING = "M-2,2 L2,-2 M0,8 L8,0 M6,10 L10,6"
DOTS = '<circle cx="2" cy="2" r="1.1" fill="{0}"/><circle cx="6" cy="6" r="1.1" fill="{0}"/>'

FILLS: Mapping[str, Fill] = {
    "full": Fill("#17456b"),
    "indirect": Fill("#3f7cab", _line(RISING, "#ffffff")),
    "limited": Fill("#8fbbdd", DOTS.format("#17456b")),
    "unknown": Fill("#ffffff", _line("M0,0 L8,8 M8,0 L0,8", "#767676", 0.8)),
    "customary-asserted": Fill("#e3b23c", _line("M0,4 L8,4", "#7a5a00", 1)),
    "soft-only": Fill("#f6e3ab", _line("M4,0 L4,8", "#9a7a1e", 1)),
    "none": Fill("#ffffff"),
}


@dataclass(frozen=True, slots=True)
class Bar:
    """A group of rights: its name, and how many of its rights are covered how."""

    label: str
    counts: Mapping[str, int]


def draw(bars: Sequence[Bar], classes: Mapping[str, str], title: str, description: str, prefix: str = "c") -> str:
    """Draw the chart as SVG.

    Args:
        bars: in their order.
        classes: names of the classes, in the order in which bars are cut.
        title: what the chart is.
        description: what it shows, in words.
        prefix: of the identifiers in the picture.
    """
    used = [key for key in classes if any(bar.counts.get(key) for bar in bars)]
    legend, top = _legend(used, classes, prefix)
    most = max((sum(bar.counts.values()) for bar in bars), default=1)
    unit = (WIDTH - LABELS - 6) / most
    drawn = "".join(_bar(bar, used, top + place * ROW, unit, prefix) for place, bar in enumerate(bars))
    patterns = "".join(FILLS[key].pattern(f"{prefix}-{key}") for key in used)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {WIDTH} {height(bars, classes)}" '
        f'font-family="{FONT}" font-size="12" fill="{INK}"><title>{escape(title)}</title>'
        f"<desc>{escape(description)}</desc><defs>{patterns}</defs>{legend}{drawn}</svg>"
    )


def height(bars: Sequence[Bar], classes: Mapping[str, str]) -> int:
    """Tell how high the chart is."""
    used = [key for key in classes if any(bar.counts.get(key) for bar in bars)]
    return _legend(used, classes, "c")[1] + ROW * len(bars)


def _legend(used: Iterable[str], classes: Mapping[str, str], prefix: str) -> tuple[str, int]:
    """Write the classes with their fillings, in as many lines as they need; tell where the bars begin."""
    parts, x, y = [], 0.0, 2
    for key in used:
        width = 28 + text_width(classes[key], 12) + 16
        if x and x + width > WIDTH:
            x, y = 0.0, y + 20
        parts.append(
            FILLS[key].paint(f'<rect x="{x + 0.5:.1f}" y="{y}" width="20" height="13"', f"{prefix}-{key}", EDGE)
            + f'<text x="{x + 26:.1f}" y="{y + 11}">{escape(classes[key])}</text>'
        )
        x += width
    return "".join(parts), y + 28


def text_width(text: str, size: float) -> float:
    """Estimate how wide a text is: Latin letters of a plain sans serif are half as wide as high."""
    return sum(0.3 if letter in "iIjl.,:;’'() t" else 0.58 for letter in text) * size


def _bar(bar: Bar, used: Iterable[str], y: int, unit: float, prefix: str) -> str:
    size = 12.0 if text_width(bar.label, 12) <= LABELS - 12 else 12 * (LABELS - 12) / text_width(bar.label, 12)
    parts = [f'<text x="{LABELS - 8}" y="{y + 12}" text-anchor="end" font-size="{size:.1f}">{escape(bar.label)}</text>']
    x = float(LABELS)
    for key in used:
        if not (count := bar.counts.get(key, 0)):
            continue
        width = count * unit
        middle, wide = x + width / 2, 7.0 + 7 * len(str(count))
        parts.append(
            FILLS[key].paint(f'<rect x="{x:.1f}" y="{y}" width="{width:.1f}" height="{BAR}"', f"{prefix}-{key}", EDGE)
        )
        if width >= wide:
            parts.append(
                f'<rect x="{middle - wide / 2:.1f}" y="{y + 2}" width="{wide:.1f}" height="{BAR - 4}" rx="2" '
                f'fill="#ffffff"/>'
            )
            parts.append(f'<text x="{middle:.1f}" y="{y + 11.3}" text-anchor="middle" font-size="10.5">{count}</text>')
        x += width
    return "".join(parts)
