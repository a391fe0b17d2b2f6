"""``iml party``: what the known cases show."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

Iml = Callable[..., Any]
ON = ("--on", "2026-02-03")


@pytest.mark.parametrize("name", ["SEN", "sn", "Senegal", "Sénégal", "SENEGAL"])
def test_a_party_is_found_by_any_of_its_names(iml: Iml, name: str) -> None:
    assert json.loads(iml("party", name, *ON, "--format", "json").out)["party"] == "SEN"


@pytest.mark.parametrize("name", ["Etats-Unis d'Amérique", "Estados Unidos de América", "USA"])
def test_the_united_states_are_found_in_three_languages(iml: Iml, name: str) -> None:
    assert "(USA) on 2026-02-03" in iml("party", name, *ON).out


def test_json_has_the_promised_shape(iml: Iml) -> None:
    answer = json.loads(iml("party", "SEN", *ON, "--format", "json").out)
    assert {"party", "on", "release", "instruments"} <= answer.keys()
    lines = {line["instrument"]: line for line in answer["instruments"]}
    assert lines["icrmw"]["status"] == "party"
    assert lines["iccpr-op2"]["status"] == "eligible-no-action"
    assert lines["crc-opic"]["status"] == "signatory"


def line(text: str, acronym: str) -> str:
    (found,) = [line for line in text.splitlines() if line.split("  ")[0].strip() == acronym]
    return str(found)


def test_iraq_shows_its_icerd_and_the_day_that_was_rejected(iml: Iml) -> None:
    done = iml("party", "IRQ", *ON)
    assert "1970-02-13" in line(done.out, "ICERD")
    assert "ICERD, 1970-02-13 adopted; 1970-01-14 according to" in done.out
    assert "1970-01-14 according to untc" in done.out.replace("\n", " ")
    assert "Not adjudicated" not in done.out


@pytest.mark.parametrize(("name", "told"), [("SUN", True), ("RUS", False)])
def test_a_former_state_says_when_it_ceased_to_exist(iml: Iml, name: str, told: bool) -> None:
    assert ("a cessé d’exister le 1991-12-26" in iml("party", name, *ON, "--lang", "fr").out) is told


def test_trinidad_and_tobago_shows_both_exits(iml: Iml) -> None:
    done = iml("party", "TTO", *ON)
    assert "former party" in line(done.out, "ICCPR-OP1")
    (history,) = [row for row in done.out.splitlines() if row.startswith("History: ICCPR-OP1")]
    assert history.count("denunciation") == 2
    assert "1998-05-26 (in effect 1998-08-26)" in history
    assert "2000-03-27 (in effect 2000-06-27)" in history


def test_croatia_shows_the_retroactive_succession(iml: Iml) -> None:
    shown = line(iml("party", "HRV", *ON).out, "ICCPR")
    assert shown.index("succession") < shown.index("1992-10-12") < shown.index("1991-10-08")


def test_the_note_on_unknown_stands_only_where_something_is(tiny_iml: Iml) -> None:
    note = "it never means no"
    assert note in tiny_iml("party", "AAA", "--on", "2020-12-31").out
    assert note not in tiny_iml("party", "NNN", "--on", "2020-12-31").out


def test_the_release_is_on_standard_error(tiny_iml: Iml) -> None:
    done = tiny_iml("party", "AAA")
    assert done.err.startswith("Release 0.")
    assert "newest record 2020-12-31" in done.err


def test_another_store_can_be_named(run: Iml, tiny_release: Any) -> None:
    done = run("party", "Ardenia", "--store", tiny_release / "store", "--on", "2020-12-31")
    assert done.code == 0
    assert "Ardenia (AAA)" in done.out


def test_the_congo_joined_the_migration_for_employment_convention(iml: Iml) -> None:
    # NORMLEX as transcribed: registered on 26 October 2023, in force twelve months later.
    shown = line(iml("party", "COG", *ON).out, "C097")
    assert shown.index("ratification") < shown.index("2023-10-26") < shown.index("2024-10-26")


def test_algeria_is_bound_without_annex_two(iml: Iml) -> None:
    assert line(iml("party", "DZA", *ON).out, "C097").split("−")[1].strip().startswith("Annex II")


def test_what_a_party_may_not_join_is_counted_and_listed_only_if_asked_for(tiny_iml: Iml) -> None:
    short, whole = (tiny_iml("party", "CCC", "--on", "2012-01-01", *more).out for more in ((), ("--all",)))
    assert "not listed: 1" in short  # the League Convention; the revised one is open by invitation
    assert [text.count("\nLeague Convention") for text in (short, whole)] == [0, 1]


@pytest.mark.parametrize(("name", "kind"), [("League of Tides", "an organization"), ("CT", "an instrument")])
def test_what_is_no_party_is_said_to_be_something_else(tiny_iml: Iml, name: str, kind: str) -> None:
    done = tiny_iml("party", name)
    assert (done.code, done.err) == (2, f"iml: “{name}” is the name of {kind}, not of a party.\n")
