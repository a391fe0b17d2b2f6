"""``iml provision`` and ``iml instrument --provisions``."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest

Iml = Callable[..., Any]


@pytest.mark.parametrize("reference", ["22.5", "22(5)", "article 22(5)"])
def test_a_provision_shows_what_it_gives_and_who_limits_it(tiny_iml: Iml, reference: str) -> None:
    out = tiny_iml("provision", "CT", reference).out
    assert out.startswith("CT, article 22(5)\n=================\n\nDecision on removal in writing\n")
    assert "Guarantee; confidence medium; read in tiny-list." in out
    assert "Part of: article 22, Removal from the shore" in out
    assert "Previous: article 22(1), No removal of groups" in out
    assert "Only hinted at" in out
    assert "Reservations and declarations" in out
    assert "TC/1/D/1999" in out


def test_a_relation_names_the_other_provision(tiny_iml: Iml) -> None:
    out = tiny_iml("provision", "tidal", "7", "--lang", "fr").out
    assert "Aucun renvoi de membres vers un danger" in out
    assert "plus large que" in out
    assert "titulaire" in out
    rows = list(csv.DictReader(io.StringIO(tiny_iml("provision", "tidal", "7", "--format", "csv").out)))
    assert [(row["id"], row["reference"], row["differs"]) for row in rows] == [
        ("league-convention", "3", "holder"),
        ("tide-declaration", "principle-2", ""),
    ]


def test_an_article_names_its_parts(tiny_iml: Iml) -> None:
    out = tiny_iml("provision", "tidal", "22", "--format", "md").out
    assert "### Parts" in out
    assert "No removal of groups" in out
    assert "| Provision" in out


def test_json_has_everything(tiny_iml: Iml) -> None:
    answer = json.loads(tiny_iml("provision", "tidal", "7", "--format", "json").out)
    assert (answer["instrument"], answer["reference"], answer["next"]) == ("tidal", "7", "22")
    assert [each["relation"] for each in answer["relations"]] == ["broader", "equivalent"]
    assert [each["objective"] for each in answer["groundings"]] == ["21"]
    assert answer["cases"][0]["respondents"] == ["AAA"]
    reserved = json.loads(tiny_iml("provision", "tidal", "22.5", "--format", "json").out)["reservations"]
    assert [(each["party"], each["articles"]) for each in reserved] == [("AAA", ["22.5"])]


def test_what_nobody_read_or_described_says_so(tiny_iml: Iml) -> None:
    assert "not read against a text" in tiny_iml("provision", "tidal", "23").out
    assert "not described here" in tiny_iml("provision", "tidal", "22.9").out


def test_an_unknown_provision_is_refused_with_the_nearest(tiny_iml: Iml) -> None:
    done = tiny_iml("provision", "tidal", "22.6")
    assert done.code == 2
    assert "No provision of tidal is called “22.6”. Did you mean" in done.err


def test_provisions_of_an_instrument_are_listed_with_their_rights(tiny_iml: Iml) -> None:
    out = tiny_iml("instrument", "tidal", "--provisions", "--lang", "es").out
    assert out.startswith("Convención sobre las mareas\n")
    assert "Ninguna devolución hacia el agua que sube" in out
    assert "no devolución (todas las personas)" in out
    rows = list(csv.DictReader(io.StringIO(tiny_iml("instrument", "tidal", "--provisions", "--format", "csv").out)))
    assert [row["reference"] for row in rows] == ["1", "7", "22", "22.1", "22.5", "23", "24", "25", "30"]
    answer = json.loads(tiny_iml("instrument", "tidal", "--provisions", "--format", "json").out)
    assert [len(each["tags"]) for each in answer["provisions"]] == [0, 1, 0, 1, 2, 0, 1, 0, 0]


def test_an_instrument_without_provisions_says_so(tiny_iml: Iml) -> None:
    assert "not described here" in tiny_iml("instrument", "harbour", "--provisions").out
