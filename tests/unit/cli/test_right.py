"""``iml right``: the provisions that give a right, and how it is read."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest

Iml = Callable[..., Any]


def test_provisions_stand_under_their_force(tiny_iml: Iml) -> None:
    out = tiny_iml("right", "non-refoulement").out
    places = [out.index(each) for each in ("Binding, universal", "Binding, regional", "Not binding")]
    assert places == sorted(places)
    assert out.index("No return into rising water") < places[1] < out.index("No return of members to danger")
    assert "Not to be sent to a place" in out
    assert "Broader: protection from removal" in out
    assert "judgements of their authors" in out


def test_claims_comments_decisions_and_objectives_follow(tiny_iml: Iml) -> None:
    out = tiny_iml("right", "no devolución", "--lang", "es").out
    assert "Afirmaciones sobre la costumbre" in out
    assert "Letter to the Committee" in out
    assert "nunca una constatación" in out
    assert "Observación general núm. 1: devolución al agua" in out
    assert "1 en total:" in out
    assert "TC/1/D/1999" in out
    assert "Objetivos del Pacto Mundial: 8." in out


def test_a_group_names_the_narrower_right_of_each_provision(tiny_iml: Iml) -> None:
    out = tiny_iml("right", "protection-from-removal", "--format", "md").out
    assert "### protection from removal" in out
    assert "prohibition of collective expulsion" in out
    assert "| Right" in out
    assert "| Right" not in tiny_iml("right", "non-refoulement", "--format", "md").out


def test_csv_has_one_row_a_tag(tiny_iml: Iml) -> None:
    rows = list(csv.DictReader(io.StringIO(tiny_iml("right", "non-refoulement", "--format", "csv").out)))
    assert [(row["id"], row["reference"], row["holder"]) for row in rows] == [
        ("tidal", "7", "all persons"),
        ("league-convention", "3", "migrants"),
        ("tide-declaration", "principle-2", "all persons"),
    ]
    assert rows[0]["authors"] == "first coder, second coder"
    assert rows[0]["checked"] == "tiny-list"


def test_json_has_everything(tiny_iml: Iml) -> None:
    answer = json.loads(tiny_iml("right", "non-refoulement", "--format", "json").out)
    assert (answer["right"], answer["data_date"]) == ("non-refoulement", "2020-12-31")
    assert {key: len(answer[key]) for key in ("tags", "claims", "comments", "cases", "targets")} == {
        "tags": 3,
        "claims": 2,
        "comments": 1,
        "cases": 1,
        "targets": 0,
    }
    assert answer["tags"][0]["provision"]["citation"] == "CT, article 7"
    assert answer["claims"][0]["sources"]


def test_a_right_without_provisions_says_what_that_means(tiny_iml: Iml) -> None:
    assert "that proves nothing" in tiny_iml("right", "abolition-of-child-labour").out


@pytest.mark.parametrize(("command", "kind"), [("right", "right"), ("holder", "holder"), ("objective", "objective")])
def test_an_unknown_name_is_refused(tiny_iml: Iml, command: str, kind: str) -> None:
    done = tiny_iml(command, "qqqq")
    assert done.code == 2
    assert f"No {kind} is called “qqqq”." in done.err


def test_a_group_of_persons_has_a_table_for_each_right(tiny_iml: Iml) -> None:
    out = tiny_iml("holder", "non-nationals").out
    assert "safeguards in individual expulsion\n==================================" in out
    assert "Narrower: " in out
    rows = list(csv.DictReader(io.StringIO(tiny_iml("holder", "non-nationals", "--format", "csv").out)))
    assert [row["right"] for row in rows][-1] == "safeguards in individual expulsion"
    assert json.loads(tiny_iml("holder", "non-nationals", "--format", "json").out)["holder"] == "non-nationals"


def test_an_objective_has_its_core_first_and_norms_last(tiny_iml: Iml) -> None:
    rows = list(csv.DictReader(io.StringIO(tiny_iml("objective", "21", "--format", "csv").out)))
    assert [(row["reference"], row["norm"]) for row in rows] == [("7", ""), ("22.1", ""), ("", "non-refoulement")]
    out = tiny_iml("objective", "21", "--lang", "fr").out
    assert out.startswith("21. Coopérer en vue de faciliter le retour")
    assert "Aucun renvoi vers l’eau montante" in out
    assert "No grounding is recorded." in tiny_iml("objective", "1").out
    assert json.loads(tiny_iml("objective", "21", "--format", "json").out)["groundings"][2]["norm"] == "non-refoulement"
