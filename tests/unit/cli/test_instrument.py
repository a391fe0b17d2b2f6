"""``iml instrument``: who is bound on a day, and whether the instrument was in force."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest

Iml = Callable[..., Any]


@pytest.mark.parametrize("name", ["icrmw", "ICRMW", "CIDTM", "CTMF", "IV-13"])
def test_an_instrument_is_found_by_acronym_and_number(iml: Iml, name: str) -> None:
    answer = json.loads(iml("instrument", name, "--on", "2026-02-03", "--format", "json").out)
    assert (answer["instrument"], answer["counts"]["party"], len(answer["parties"])) == ("icrmw", 60, 60)


def test_an_instrument_is_found_by_its_title(iml: Iml) -> None:
    title = "Convención sobre los Derechos del Niño"
    assert json.loads(iml("instrument", title, "--format", "json").out)["instrument"] == "crc"


@pytest.mark.parametrize(
    ("on", "lang", "sentence"),
    [
        ("1979-12-31", "en", "Not yet adopted on 1979-12-31: adopted on 1980-01-01."),
        ("1985-05-31", "en", "Not yet in force on 1985-05-31; in force from 1985-06-01."),
        ("1985-06-01", "en", "In force from 1985-06-01."),
        ("1985-05-31", "fr", "Pas encore en vigueur au 1985-05-31"),
        ("1985-06-01", "es", "En vigor desde el 1985-06-01."),
    ],
)
def test_it_says_whether_the_instrument_was_in_force(tiny_iml: Iml, on: str, lang: str, sentence: str) -> None:
    assert sentence in tiny_iml("instrument", "I-1", "--on", on, "--lang", lang).out


def test_an_instrument_that_never_entered_into_force_names_no_day(tiny_iml: Iml) -> None:
    assert "Not yet in force on 2020-12-31.\n" in tiny_iml("instrument", "harbour", "--on", "2020-12-31").out


def test_parties_in_csv_have_code_and_day(tiny_iml: Iml) -> None:
    done = tiny_iml("instrument", "tidal", "--on", "2020-12-31", "--format", "csv")
    found = {row["code"]: (row["status"], row["since"], row["until"]) for row in csv.DictReader(io.StringIO(done.out))}
    assert found == {
        "AAA": ("party", "1985-06-01", ""),
        "BBB": ("party", "1985-06-01", ""),
        "CCC": ("party", "1993-01-01", ""),
        "FFF": ("former party", "1986-03-03", "1993-01-01"),
        "NNN": ("party", "2005-07-31", ""),
        "OOO": ("party", "2010-03-03", ""),
        "XXX": ("unknown", "", ""),
    }


def test_counts_stand_above_the_table(tiny_iml: Iml) -> None:
    lines = tiny_iml("instrument", "tidal", "--on", "1995-01-01").out.splitlines()
    assert "party: 4" in lines
    assert "former party: 1" in lines
    assert not [line for line in lines if line.endswith(": 0")]


def test_soft_law_shows_its_entry_and_nobody_bound(tiny_iml: Iml) -> None:
    out = tiny_iml("instrument", "Tide Declaration", "--lang", "fr").out
    assert "non contraignant" in out
    assert "Vote du 2001-06-01 : 1 pour, 0 contre, 1 abstentions" in out
    assert "Type : déclaration" in out


def test_a_bilateral_treaty_shows_its_parties(tiny_iml: Iml) -> None:
    out = tiny_iml("instrument", "ar-7", "--lang", "es").out
    assert "Ardeña; Borealia" in out
    assert "Dejó de estar en vigor el 1999-01-01." in out


def test_an_act_of_an_organization_shows_whom_it_binds_and_the_exception(tiny_iml: Iml) -> None:
    out = tiny_iml("instrument", "regulation", "--on", "2005-01-01").out
    assert "bound through an organization: 3" in out
    assert "Exception: Borealia, League Regulation: opt-out (Protocol on Borealia, art. 1), from 1992-01-01" in out
