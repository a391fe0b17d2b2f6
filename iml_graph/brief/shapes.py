"""Outlines of the parties' land, read from ``data/geo/countries.json``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from iml_graph import resources

Point = tuple[float, float]
"""Longitude and latitude in degrees."""

SOURCE = "natural-earth-4-1"


@dataclass(frozen=True)
class Shapes:
    """By code of a party: polygons (lists of rings, the outer one first), or a point for what is too small."""

    polygons: Mapping[str, tuple[tuple[tuple[Point, ...], ...], ...]]
    dots: Mapping[str, Point]

    def middle(self, code: str) -> Point | None:
        """Tell where a party is: its dot, or the middle of its largest polygon."""
        if code in self.dots:
            return self.dots[code]
        outer = max((polygon[0] for polygon in self.polygons.get(code, ())), key=_extent, default=())
        return _middle(outer) if outer else None


def _bounds(ring: tuple[Point, ...]) -> tuple[float, float, float, float]:
    lons, lats = [lon for lon, _ in ring], [lat for _, lat in ring]
    return min(lons), min(lats), max(lons), max(lats)


def _extent(ring: tuple[Point, ...]) -> float:
    west, south, east, north = _bounds(ring)
    return (east - west) * (north - south)


def _middle(ring: tuple[Point, ...]) -> Point:
    west, south, east, north = _bounds(ring)
    return (west + east) / 2, (south + north) / 2


@cache
def read_shapes() -> Shapes:
    """Read the file."""
    table = json.loads((resources.data() / "geo" / "countries.json").read_text(encoding="utf-8"))
    return Shapes(
        polygons={
            code: tuple(tuple(tuple((lon, lat) for lon, lat in ring) for ring in polygon) for polygon in own)
            for code, own in table["shapes"].items()
        },
        dots={code: (lon, lat) for code, (lon, lat) in table["dots"].items()},
    )
