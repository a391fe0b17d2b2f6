"""Makes ``countries.json`` from the files of the npm package world-atlas (Natural Earth, public domain).

Run once, when the package is replaced by a newer one: ``npm pack world-atlas@2.0.2``, unpack it, then
``.venv/bin/python data/geo/from_world_atlas.py PACKAGE``.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
UNNUMBERED = {"Kosovo": "XKX", "N. Cyprus": "CYP", "Somaliland": "SOM"}
"""Shapes without a number in the files. What is no participant of its own is part of the party whose code follows."""

LEFT_OUT = "010"  # the Antarctic
OTHER = "-"
"""The key of land that is no party's in ``data/parties``."""

Point = tuple[float, float]
Ring = list[Point]


def main() -> None:
    """Write the shapes of the small scale, and a dot for each party that is too small to have one there."""
    package = Path(sys.argv[1])
    codes = {
        row["m49"]: row["code"] for row in csv.DictReader((HERE.parent / "parties/codes.csv").open()) if row["m49"]
    }
    codes["158"] = "TWN"
    shapes = _read(package / "countries-110m.json", codes, digits=2)
    dots: dict[str, Point] = {}
    for scale in ("10m", "50m"):  # the larger scale only for what is too small for the middle one
        finer = _read(package / f"countries-{scale}.json", codes, digits=4)
        dots |= {code: _middle(max((each[0] for each in own), key=_area)) for code, own in finer.items() if own}
    dots = {code: dot for code, dot in dots.items() if code not in shapes and code != OTHER}
    found = {"shapes": dict(sorted(shapes.items())), "dots": dict(sorted(dots.items()))}
    (HERE / "countries.json").write_text(_compact(found), encoding="utf-8")


def _read(path: Path, codes: dict[str, str], digits: int) -> dict[str, list[list[Ring]]]:
    """Read the polygons of each party, each a list of rings, the outer one first."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = [list(_decoded(arc, topology["transform"], digits)) for arc in topology["arcs"]]
    found: dict[str, list[list[Ring]]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        code = codes.get(shape.get("id", ""), UNNUMBERED.get(shape["properties"]["name"], OTHER))
        if shape.get("id") != LEFT_OUT:
            polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
            for polygon in polygons:
                rings = [ring for each in polygon if len(ring := _ring(each, arcs)) > 3]  # less is a speck
                found.setdefault(code, []).extend(_cut(rings) if rings else [])
    return found


def _cut(polygon: list[Ring]) -> list[list[Ring]]:
    """Cut a polygon that crosses the 180th meridian in two; none of those has holes."""
    ring = polygon[0]
    if max(abs(one[0] - other[0]) for one, other in pairwise(ring)) < 180:
        return [polygon]
    walked = [(lon + 360 if lon < 0 else lon, lat) for lon, lat in ring]
    west = _clipped(walked, -1)
    east = [(round(lon - 360, 4), lat) for lon, lat in _clipped(walked, 1)]
    return [[each] for each in (west, east) if len(each) > 2]


def _clipped(ring: Ring, side: int) -> Ring:
    """Keep what lies on one side of the 180th meridian (Sutherland and Hodgman)."""
    found: Ring = []
    for (x, y), (ex, ey) in pairwise([*ring, ring[0]]):
        inside, next_inside = (x - 180) * side >= 0, (ex - 180) * side >= 0
        if inside:
            found.append((x, y))
        if inside != next_inside:
            found.append((180.0, round(y + (ey - y) * (180 - x) / (ex - x), 2)))
    return found


def _decoded(arc: Iterable[list[int]], transform: dict[str, Any], digits: int) -> Iterator[Point]:
    """Add up the steps of an arc and turn them into degrees (longitude, latitude)."""
    x = y = 0
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
    for step in arc:
        x, y = x + step[0], y + step[1]
        yield round(x * kx + dx, digits), round(y * ky + dy, digits)


def _ring(indices: Iterable[int], arcs: list[list[Point]]) -> Ring:
    """Join arcs into a ring; an arc with a negative number is walked backwards."""
    points: Ring = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    return [point for place, point in enumerate(points) if not place or point != points[place - 1]]


def _area(ring: Ring) -> float:
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(one[0] * other[1] - other[0] * one[1] for one, other in pairs)) / 2


def _middle(ring: Ring) -> Point:
    """Take the middle of the box around a ring: enough for a dot."""
    lons, lats = [point[0] for point in ring], [point[1] for point in ring]
    return round((min(lons) + max(lons)) / 2, 2), round((min(lats) + max(lats)) / 2, 2)


def _compact(found: dict[str, Any]) -> str:
    """Write one party a line, so that a difference between two releases can be read."""
    lines = []
    for part, own in found.items():
        inner = ",\n".join(
            f"{json.dumps(code)}: {json.dumps(value, separators=(',', ':'))}" for code, value in own.items()
        )
        lines.append(f"{json.dumps(part)}: {{\n{inner}\n}}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    main()
