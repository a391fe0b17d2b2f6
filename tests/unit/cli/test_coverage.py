"""``iml coverage``: what the graph holds."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any

Iml = Callable[..., Any]


def test_the_counts_are_the_same_in_json_and_csv(tiny_iml: Iml) -> None:
    answer = json.loads(tiny_iml("coverage", "--format", "json").out)
    rows = list(csv.DictReader(io.StringIO(tiny_iml("coverage", "--format", "csv").out)))
    assert len(rows) == len(answer["instruments"]) == sum(answer["counts"].values())
    assert answer["facts"]["total"]["editorial"] == sum(
        facts["editorial"] for kind, facts in answer["facts"].items() if kind != "total"
    )


def test_the_summary_speaks_the_language_asked_for(tiny_iml: Iml) -> None:
    done = tiny_iml("coverage", "--lang", "es")
    assert "Rama del derecho" in done.out
    assert "Juicio editorial" in done.out
    assert "acto convencional" in done.out


def test_every_instrument_can_be_listed(tiny_iml: Iml) -> None:
    done = tiny_iml("coverage", "--instruments")
    assert "tidal-op" in done.out


def test_the_document_has_a_section_for_each_force_and_only_counts_bilateral_treaties(tiny_iml: Iml) -> None:
    listed = list(csv.DictReader(io.StringIO(tiny_iml("coverage", "--format", "csv").out)))
    [bilateral] = [row["instrument"] for row in listed if row["force"] == "Bilateral treaty"]
    made = tiny_iml("coverage", "--instruments", "--format", "md", "--lang", "fr").out
    assert made.startswith("# Couverture\n")
    assert "\n## Traité\n\n### " in made
    assert "\n| tidal-op | " in made
    assert f"| {bilateral} |" not in made


def test_reservations_and_declarations_are_counted_in_the_summary_and_in_json(tiny_iml: Iml) -> None:
    assert "Sur des dispositions" in tiny_iml("coverage", "--lang", "fr").out
    counted = json.loads(tiny_iml("coverage", "--format", "json").out)["statements"]
    total = counted.pop("total")
    assert total["statements"] == sum(own["statements"] for own in counted.values()) > 0
    assert "## Reservas y declaraciones" in tiny_iml("coverage", "--instruments", "--format", "md", "--lang", "es").out
