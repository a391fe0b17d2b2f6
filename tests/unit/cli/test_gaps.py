"""``iml gaps``: why an instrument does not bind, and what to do next."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any

Iml = Callable[..., Any]


def test_gaps_of_a_party_in_csv(tiny_iml: Iml) -> None:
    done = tiny_iml("gaps", "Norland", "--on", "2003-01-01", "--format", "csv")
    found = {row["instrument"]: row for row in csv.DictReader(io.StringIO(done.out))}
    assert set(found) == {"CT", "CT-OP", "League Convention", "Revised League Convention"}
    assert found["CT"]["status"] == "former party"
    assert found["CT-OP"]["first"] == "CT"
    assert found["CT"]["complete_as_of"] == "2020-12-31"


def test_json_has_the_shape_of_a_party(iml: Iml) -> None:
    answer = json.loads(iml("gaps", "SEN", "--on", "2026-02-03", "--format", "json").out)
    assert {"party", "on", "release", "gaps"} <= answer.keys()
    kinds = {gap["instrument"]: gap["gap"] for gap in answer["gaps"]}
    assert kinds["crpd-op"] == "signed"
    assert kinds["iccpr-op2"] == "no-action"
    assert "icrmw" not in kinds


def test_the_title_counts_them(tiny_iml: Iml) -> None:
    done = tiny_iml("gaps", "AAA", "--on", "2020-12-31", "--lang", "es")
    assert "Ardeña (AAA) al 2020-12-31; instrumentos que no obligan a esta parte: 2" in done.out
    assert "nunca que no" in done.out


def test_no_gaps_is_an_answer(tiny_iml: Iml) -> None:
    done = tiny_iml("gaps", "Tidewater", "--on", "2020-12-31")
    assert done.code == 0
    assert "not binding on it: 0" in done.out
