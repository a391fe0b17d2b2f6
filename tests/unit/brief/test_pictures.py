"""The chart and the maps: what they show, that they are well formed, and that they can be told without colour."""

from __future__ import annotations

from itertools import combinations

import pytest
from lxml import etree

from iml_graph.brief import chart
from iml_graph.brief import map as maps
from iml_graph.brief.shapes import Shapes, read_shapes
from iml_graph.protection.cover import Cover

SVG = "{http://www.w3.org/2000/svg}"
CLASSES = {cover.value: cover.value for cover in Cover}


def lightness(colour: str) -> float:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("fills", [chart.FILLS, maps.FILLS])
def test_fillings_are_told_apart_without_colour(fills: dict[str, chart.Fill]) -> None:
    for (_, one), (_, other) in combinations(fills.items(), 2):
        far = abs(lightness(one.ground) - lightness(other.ground)) > 0.08
        assert far or one.lines != other.lines


def test_every_class_and_standing_has_a_filling() -> None:
    assert set(chart.FILLS) == set(CLASSES)


def test_the_chart_has_a_bar_for_each_group_and_the_numbers_in_it() -> None:
    bars = [chart.Bar("Food & water", {"full": 12, "none": 3}), chart.Bar("Work", {"limited": 1})]
    drawn = etree.fromstring(chart.draw(bars, CLASSES, "Title", "In words"))
    texts = [each.text for each in drawn.iter(f"{SVG}text")]
    assert texts == ["full", "limited", "none", "Food & water", "12", "3", "Work", "1"]
    assert drawn.get("role") == "img"
    assert (drawn.findtext(f"{SVG}title"), drawn.findtext(f"{SVG}desc")) == ("Title", "In words")


def test_a_chart_without_bars_is_well_formed() -> None:
    assert etree.fromstring(chart.draw([], CLASSES, "", "")) is not None


def test_the_map_marks_the_state_and_draws_small_ones_as_dots(shapes: Shapes) -> None:
    words = {key: key for key in maps.FILLS}
    svg = maps.draw(shapes, {"AAA": "bound", "BBB": "signed"}, words, maps.world(), "T", "D", "AAA")
    drawn = etree.fromstring(svg)
    assert len([each for each in drawn.iter(f"{SVG}path") if each.get("fill-rule")]) == 2
    assert len(list(drawn.iter(f"{SVG}circle"))) == 2  # the dot’s ground, and its lines
    assert [each.text for each in drawn.iter(f"{SVG}text")] == ["bound", "signed"]
    assert svg.count(maps.MARKED) == 1


def test_what_lies_behind_the_globe_is_not_drawn(shapes: Shapes) -> None:
    drawn = etree.fromstring(maps.draw(shapes, {"AAA": "bound"}, {"bound": ""}, maps.around((-175.0, -5.0)), "", ""))
    assert not [each for each in drawn.iter(f"{SVG}path") if each.get("fill-rule")]


@pytest.mark.parametrize("point", [(0.0, 0.0), (30.0, 40.0), (-120.0, -33.0)])
def test_the_middle_of_a_surrounding_map_is_its_centre(point: tuple[float, float]) -> None:
    frame = maps.around(point)
    assert frame.place(point) == pytest.approx((maps.WIDTH / 2, frame.height / 2))


def test_the_world_keeps_areas_in_proportion() -> None:
    def area(south: float) -> float:
        """Of a narrow band of one degree by one, over its area on the globe."""
        west, east = maps.equal_earth((10, south)), maps.equal_earth((11, south))
        north = maps.equal_earth((10, south + 0.01))
        from math import cos, radians

        return abs((east[0] - west[0]) * (north[1] - west[1])) / cos(radians(south))

    assert area(60) == pytest.approx(area(0), rel=0.01)


def test_the_middle_of_points_is_found_across_the_antimeridian() -> None:
    assert maps.between([(170.0, 0.0), (-170.0, 0.0)]) == pytest.approx((180.0, 0.0))
    assert maps.between([]) is None


def test_every_state_of_the_file_of_shapes_has_an_outline_or_a_dot() -> None:
    found = read_shapes()
    assert {"SEN", "COL", "NOR", "FJI", "RUS"} <= set(found.polygons)
    assert {"TUV", "MLT", "SYC", "CPV", "VAT"} <= set(found.dots)
    assert not set(found.polygons) & set(found.dots)
    lons = [lon for own in found.polygons.values() for polygon in own for ring in polygon for lon, _ in ring]
    assert -180 <= min(lons) <= max(lons) <= 180
    for own in found.polygons.values():
        for polygon in own:
            assert all(abs(one[0] - other[0]) < 180 for one, other in zip(polygon[0], polygon[0][1:], strict=False))
