"""``iml crosscheck``: agreement between sources, and an exit code for what nobody has decided."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Iml = Callable[..., Any]


def test_what_is_open_in_the_committed_data_are_years_of_memberships(run: Iml) -> None:
    done = run("crosscheck", "--format", "json")
    answer = json.loads(done.out)
    assert done.code == 1
    assert {row["class"] for row in answer["differences"]} == {"admission"}


def test_the_depositary_s_pages_print_our_counts_and_its_clauses_give_its_days(run: Iml) -> None:
    answer = json.loads(run("crosscheck", "--format", "json").out)
    printed = {row["instrument"]: row["agrees"] for row in answer["counts"] if row["source"] == "untc-ch4-2026-02"}
    assert len(printed) == 18
    assert set(printed.values()) == {"yes"}
    computed = {row["instrument"]: row["agrees"] for row in answer["entry into force of treaties"]}
    assert {name: computed[name] for name in printed} == printed


def test_an_open_difference_is_listed_and_fails(run: Iml, tiny: Path) -> None:
    done = run("crosscheck", "--data", tiny, "--format", "json")
    answer = json.loads(done.out)
    assert done.code == 1
    (difference,) = [row for row in answer["differences"] if row["class"] == "consent"]
    assert (difference["subject"], difference["party"], difference["differs in"]) == ("tidal", "BBB", "day")
    assert {difference["left says"], difference["right says"]} == {"1985-03-01 accession", "1985-03-02 accession"}


def test_all_lists_what_is_decided_too(run: Iml, tiny: Path) -> None:
    answer = json.loads(run("crosscheck", "--data", tiny, "--format", "json", "--all").out)
    days = {row["party"] for row in answer["differences"] if row["differs in"] == "day"}
    assert {"AAA", "BBB"} <= days


def test_pairs_count_agreement(run: Iml, tiny: Path) -> None:
    answer = json.loads(run("crosscheck", "--data", tiny, "--format", "json").out)
    (consents,) = [row for row in answer["pairs"] if row["class"] == "consent"]
    assert (consents["agree"], consents["differ"]) == ("1", "2")  # the Austral Union; Ardenia and Borealia


def test_effects_are_held_against_those_stated(run: Iml, tiny: Path) -> None:
    answer = json.loads(run("crosscheck", "--data", tiny, "--format", "json").out)
    (row,) = answer["entry into force for parties, differences"]
    assert (row["party"], row["ours"], row["theirs"]) == ("OOO", "2010-03-03", "2010-03-05")
    treaties = {row["instrument"]: row["computed"] for row in answer["entry into force of treaties"]}
    assert {name: treaties[name] for name in ("tidal", "tidal-op", "harbour")} == {
        "tidal": "1985-06-01",
        "tidal-op": "1995-01-01",
        "harbour": "",
    }


def test_the_tables_are_readable(run: Iml, tiny: Path) -> None:
    done = run("crosscheck", "--data", tiny)
    assert "\nDifferences: 2\n" in done.out
    assert done.out.endswith("2 differing dates are not adjudicated.\n")
