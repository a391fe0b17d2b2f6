"""``iml tagging``: lists for those who tag, and the agreement of two codings."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Iml = Callable[..., Any]

HEADER = "instrument,provision,right,holder,modality\n"
FIRST = "t,1,housing,women,fulfil\nt,2,education,women,respect\nt,3,housing,refugees,fulfil\n"


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture
def codings(tmp_path: Path) -> Path:
    """A folder of data with one round, in which the second coder names another holder once."""
    folder = tmp_path / "coding" / "round-3"
    folder.mkdir(parents=True)
    (folder / "first.csv").write_text(HEADER + FIRST, encoding="utf-8")
    (folder / "second.csv").write_text(
        HEADER + FIRST.replace("education,women", "education,refugees"), encoding="utf-8"
    )
    return tmp_path


def test_without_a_list_each_instrument_has_its_numbers(tiny_iml: Iml) -> None:
    found = {row["id"]: row for row in rows(tiny_iml("tagging", "--format", "csv").out)}
    assert {key: found["tidal"][key] for key in ("provisions", "untagged", "untagged_duties", "tags", "single")} == {
        "provisions": "9",
        "untagged": "1",
        "untagged_duties": "1",
        "tags": "5",
        "single": "3",
    }
    answer = json.loads(tiny_iml("tagging", "--format", "json").out)
    assert [each["instrument"] for each in answer["instruments"]] == ["tidal", "league-convention", "tide-declaration"]


def test_guarantees_without_a_tag_stand_before_duties(tiny_iml: Iml) -> None:
    out = tiny_iml("tagging", "untagged", "--lang", "fr").out
    assert out.index("Avertissement de la montée des eaux") < out.index("Coopération des ports")
    assert "Sans indexation : 1 garanties, 1 obligations." in out
    listed = rows(tiny_iml("tagging", "untagged", "--format", "csv").out)
    assert [(row["role"], row["reference"]) for row in listed] == [("guarantee", "23"), ("duty of the State", "25")]


def test_doubtful_tags_have_their_notes(tiny_iml: Iml) -> None:
    out = tiny_iml("tagging", "doubtful").out
    assert "Only hinted at" in out
    assert "3 of 8 tags." in out
    assert len(json.loads(tiny_iml("tagging", "doubtful", "--format", "json").out)["rows"]) == 3


def test_tags_of_one_author_are_counted_and_listed_if_asked_for(tiny_iml: Iml) -> None:
    assert "Only hinted at" not in tiny_iml("tagging", "single").out
    assert "5 of 8 tags." in tiny_iml("tagging", "single", "--all").out


def test_agreement_of_the_latest_round(tiny_iml: Iml, codings: Path) -> None:
    out = tiny_iml("tagging", "agreement", "--data", codings).out
    assert out.startswith("round-3: 3 provisions, each coded twice.\n")
    assert "2/3" in out
    assert "Not quite the same: 1 (--all lists them)." in out
    assert "education refugees respect" in tiny_iml("tagging", "agreement", "--data", codings, "--all").out
    found = {
        (row["field"], row["measure"]): row["value"]
        for row in rows(tiny_iml("tagging", "agreement", "--data", codings, "--format", "csv").out)
    }
    assert found["Right of the principal tag", "Cohen’s kappa"] == "1.00"
    assert found["Holder of the principal tag", "Cohen’s kappa"] == "0.40"
    answer = json.loads(tiny_iml("tagging", "agreement", "--data", codings, "--format", "json").out)
    assert [each["reference"] for each in answer["differing"]] == ["2"]


def test_a_round_that_is_not_there_is_named(tiny_iml: Iml, codings: Path) -> None:
    done = tiny_iml("tagging", "agreement", "--data", codings, "--round", "round-9")
    assert done.code == 1
    assert "round-9: first.csv is missing." in done.err


def test_the_committed_codings_are_those_of_the_same_provisions(run: Iml) -> None:
    answer = json.loads(run("tagging", "agreement", "--format", "json").out)
    assert answer["provisions"] == 100
    assert all(each["value"] > 0.8 for each in answer["measures"])
