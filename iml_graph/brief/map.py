"""Maps of who is bound by an instrument: the world in the Equal Earth projection, or what surrounds one State.

Both projections keep areas in proportion: Equal Earth (Šavrič, Patterson and Jenny 2018), and Lambert’s azimuthal
projection around the State. Each standing has a colour of its own lightness and a pattern.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape
from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt

from iml_graph.brief.chart import DOTS, EDGE, FONT, INK, RISING, Fill, text_width
from iml_graph.brief.shapes import Point, Shapes

WIDTH, LEGEND = 680, 30
"""Of the picture, and of its legend, in pixels."""

FILLS: Mapping[str, Fill] = {
    "bound": Fill("#17456b"),
    "consented": Fill("#6ea3cb"),
    "through": Fill("#3f7cab", f'<path d="{RISING}" stroke="#ffffff" stroke-width="1.2" fill="none"/>'),
    "signed": Fill("#cfe1f0", f'<path d="{RISING}" stroke="#17456b" stroke-width="1.2" fill="none"/>'),
    "left": Fill("#e3b23c", '<path d="M0,4 L8,4" stroke="#7a5a00" stroke-width="1" fill="none"/>'),
    "unknown": Fill("#ffffff", DOTS.format("#767676")),
    "not-bound": Fill("#dcdcdc"),
}
"""By standing, in the order of the legend."""

NO_STANDING = Fill("#ffffff")
MARKED = 'stroke="#b3261e" stroke-width="2.2"'

Projected = Callable[[Point], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Frame:
    """A projection, and the box that is shown of it: left, top, right, bottom, in its own units."""

    project: Projected
    box: tuple[float, float, float, float]
    centre: Point | None = None

    @property
    def height(self) -> float:
        """Of the map, in pixels."""
        left, top, right, bottom = self.box
        return WIDTH * (bottom - top) / (right - left)

    def place(self, point: Point) -> tuple[float, float]:
        """Place a point on the picture, in pixels."""
        left, top, right, _ = self.box
        x, y = self.project(point)
        scale = WIDTH / (right - left)
        return (x - left) * scale, (y - top) * scale


_A = (1.340264, -0.081106, 0.000893, 0.003796)
_M = sqrt(3) / 2


def equal_earth(point: Point) -> tuple[float, float]:
    """Project a point; y grows to the south."""
    lon, lat = map(radians, point)
    t = asin(_M * sin(lat))
    t2, t6 = t * t, t**6
    slope = _A[0] + 3 * _A[1] * t2 + t6 * (7 * _A[2] + 9 * _A[3] * t2)
    return lon * cos(t) / (_M * slope), -t * (_A[0] + _A[1] * t2 + t6 * (_A[2] + _A[3] * t2))


def world() -> Frame:
    """Frame the world without the Antarctic."""
    right = equal_earth((180, 0))[0]
    return Frame(equal_earth, (-right, equal_earth((0, 84))[1], right, equal_earth((0, -57))[1]))


def around(centre: Point, reach: float = 32) -> Frame:
    """Frame what lies around a point, so many degrees to the east and west of it, by Lambert’s azimuthal projection."""
    lon0, lat0 = map(radians, centre)

    def project(point: Point) -> tuple[float, float]:
        lon, lat = map(radians, point)
        cosine = sin(lat0) * sin(lat) + cos(lat0) * cos(lat) * cos(lon - lon0)
        k = sqrt(2 / max(1 + cosine, 1e-9))
        north = cos(lat0) * sin(lat) - sin(lat0) * cos(lat) * cos(lon - lon0)
        return k * cos(lat) * sin(lon - lon0), -k * north

    half = 2 * sin(radians(reach) / 2)
    return Frame(project, (-half, -half * 0.62, half, half * 0.62), centre)


def draw(
    shapes: Shapes,
    standings: Mapping[str, str],
    names: Mapping[str, str],
    frame: Frame,
    title: str,
    description: str,
    of: str = "",
    prefix: str = "m",
) -> str:
    """Draw the map as SVG.

    Args:
        shapes: outlines.
        standings: by code of a party, a key of ``FILLS``; what is not named is left white.
        names: words for the standings, for the legend.
        frame: what is shown, how projected.
        title: what the map is.
        description: what it shows, in words.
        of: the code of the State that is outlined.
        prefix: of the identifiers in the picture.
    """
    used = [key for key in FILLS if key in standings.values()]
    patterns = "".join(FILLS[key].pattern(f"{prefix}-{key}") for key in used)
    inside = []
    for code in sorted(shapes.polygons, key=lambda each: each == of):  # its outline over those of its neighbours
        inside.append(_land(shapes, code, standings.get(code), frame, code == of, prefix))
    for code, point in shapes.dots.items():
        if code in standings and _near(point, frame):
            inside.append(_dot(frame.place(point), standings[code], code == of, prefix))
    high = round(frame.height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {WIDTH} {height(frame)}" '
        f'font-family="{FONT}" font-size="12" fill="{INK}"><title>{escape(title)}</title>'
        f"<desc>{escape(description)}</desc>"
        f'<defs>{patterns}<clipPath id="{prefix}-box"><rect width="{WIDTH}" height="{high}"/></clipPath></defs>'
        f'<g clip-path="url(#{prefix}-box)"><rect width="{WIDTH}" height="{high}" fill="#e4edf2"/>{"".join(inside)}</g>'
        f'<rect x="0.5" y="0.5" width="{WIDTH - 1}" height="{high - 1}" fill="none" stroke="{INK}" stroke-width="0.6"/>'
        f"{_legend(used, names, high + 11, prefix)}</svg>"
    )


def height(frame: Frame) -> int:
    """Tell how high the picture is, in pixels."""
    return round(frame.height) + LEGEND


def between(points: Iterable[Point]) -> Point | None:
    """Find the middle of some points on the globe; none where there is no point."""
    x = y = z = 0.0
    for lon, lat in (tuple(map(radians, each)) for each in points):
        x, y, z = x + cos(lat) * cos(lon), y + cos(lat) * sin(lon), z + sin(lat)
    return (degrees(atan2(y, x)), degrees(atan2(z, hypot(x, y)))) if hypot(x, y, z) > 0 else None


def _near(point: Point, frame: Frame, reach: float = 75) -> bool:
    """Tell whether a point is near enough to a centre to be drawn: what lies behind it would cover everything."""
    if frame.centre is None:
        return True
    (lon0, lat0), (lon, lat) = (tuple(map(radians, each)) for each in (frame.centre, point))
    return sin(lat0) * sin(lat) + cos(lat0) * cos(lat) * cos(lon - lon0) > cos(radians(reach))


def _land(shapes: Shapes, code: str, standing: str | None, frame: Frame, marked: bool, prefix: str) -> str:
    paths = []
    for polygon in shapes.polygons[code]:
        if not any(_near(point, frame) for point in polygon[0]):
            continue
        for ring in polygon:
            placed = [frame.place(point) for point in ring]
            paths.append("M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in placed) + "Z")
    if not paths:
        return ""
    fill = FILLS[standing] if standing else NO_STANDING
    stroke = MARKED if marked else 'stroke="#4d4d4d" stroke-width="0.4"'
    shape = f'<path d="{"".join(paths)}" fill-rule="evenodd" stroke-linejoin="round"'
    return fill.paint(shape, f"{prefix}-{standing}", stroke)


def _dot(place: tuple[float, float], standing: str, marked: bool, prefix: str) -> str:
    stroke = MARKED if marked else f'stroke="{INK}" stroke-width="0.7"'
    shape = f'<circle cx="{place[0]:.1f}" cy="{place[1]:.1f}" r="3.2"'
    return FILLS[standing].paint(shape, f"{prefix}-{standing}", stroke)


def _legend(used: list[str], names: Mapping[str, str], y: int, prefix: str) -> str:
    parts, x = [], 0.0
    size = min(12.0, 12 * WIDTH / sum(44 + text_width(names[key], 12) for key in used)) if used else 12.0
    for key in used:
        parts.append(
            FILLS[key].paint(f'<rect x="{x + 0.5:.1f}" y="{y}" width="20" height="13"', f"{prefix}-{key}", EDGE)
            + f'<text x="{x + 26:.1f}" y="{y + 11}" font-size="{size:.1f}">{escape(names[key])}</text>'
        )
        x += 28 + text_width(names[key], size) + 16
    return "".join(parts)
