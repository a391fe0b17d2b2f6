"""``iml path``: each step of the way from one thing to another."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any

Iml = Callable[..., Any]


def test_each_step_is_a_line(tiny_iml: Iml) -> None:
    out = tiny_iml("path", "tidal:7", "gcm:8").out
    assert "broader than" in out
    assert "is a ground of" in out
    assert "8. Save lives" in out


def test_json_and_csv_have_the_links(tiny_iml: Iml) -> None:
    answer = json.loads(tiny_iml("path", "TC/1/D/1999", "tidal", "--format", "json").out)
    assert [step["link"] for step in answer["steps"]] == ["interprets", "inInstrument"]
    rows = list(csv.DictReader(io.StringIO(tiny_iml("path", "tidal", "tidal-op", "--format", "csv").out)))
    assert [(row["step_number"], row["link"]) for row in rows] == [("1", "has as protocol")]


def test_no_way_is_an_answer(tiny_iml: Iml) -> None:
    done = tiny_iml("path", "tidal", "harbour", "--lang", "fr")
    assert done.code == 0
    assert done.out == "Rien ne relie CM et Accord sur les ports.\n"
    assert tiny_iml("path", "tidal", "CT").out == "Both are CT.\n"


def test_a_bad_name_or_link_is_refused(tiny_iml: Iml) -> None:
    assert "No instrument or decision is called “tidall”. Did you mean tidal" in tiny_iml("path", "tidall", "CT").err
    done = tiny_iml("path", "tidal", "tidal-op", "--via", "likes")
    assert done.code == 2
    assert "Write one of" in done.err
