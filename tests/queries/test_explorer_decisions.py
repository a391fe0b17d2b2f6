"""What the register of decisions and the pages of provisions ask."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from iml_graph import resources

Rows = list[dict[str, str]]
Ask = Callable[..., Rows]


@pytest.mark.answers("W5")
def test_the_register_has_each_decision_once_with_all_its_respondents(ask: Ask) -> None:
    found = ask("explorer/decisions", lang="es")
    rows = {row["decision"]: row for row in found}
    assert len(rows) == len(found)
    folders = (resources.data() / "decisions", resources.data() / "transcribed" / "decisions")
    written = [row for folder in folders for file in folder.glob("*.csv") for row in csv.DictReader(_lines(file))]
    assert set(rows) == {row["identifier"] for row in written}
    assert set(rows["echr-mss-30696-09"]["respondents"].split(";")) == {"BEL", "GRC"}  # as its name says


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


@pytest.mark.answers("R2")
def test_those_who_apply_the_1951_convention_to_events_in_europe_only_accepted_that_alternative(ask: Ask) -> None:
    # UNHCR, States parties to the 1951 Convention: Congo, Madagascar, Monaco and Turkey maintain the limitation.
    rows = ask("explorer/scopes-on", instrument="refugee-1951", lang="en")
    limited = {row["code"] for row in rows if row["reference"] == "1.b.1.a" and not row["until"]}
    assert limited <= {"COG", "MDG", "MCO", "TUR"}
    assert "TUR" in limited
