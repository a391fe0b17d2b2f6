"""``iml road``, ``peers``, ``corridor``, ``context``, ``compare``, ``matrix``: what they print and refuse."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest

Iml = Callable[..., Any]


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_road_in_words(tiny_iml: Iml) -> None:
    done = tiny_iml("road", "Norland", "tidal", "--on", "2003-01-01", "--deposit", "2003-02-10")
    assert done.code == 0
    assert "Norland (NNN) on the way to CT, 2003-01-01" in done.out
    assert "Next step: accede again." in done.out
    assert "in force for the party from 2003-03-12: 30 days after the deposit" in done.out
    assert "The graph does not name the depositary." in done.out
    assert "Whether reservations are allowed is not known" in done.out


@pytest.mark.parametrize(
    ("lang", "said"),
    [("fr", "30 jours après le dépôt"), ("es", "30 días después del depósito")],
)
def test_a_road_in_other_languages(tiny_iml: Iml, lang: str, said: str) -> None:
    assert said in tiny_iml("road", "NNN", "tidal", "--on", "2003-01-01", "--lang", lang).out


def test_a_road_that_waits(tiny_iml: Iml) -> None:
    done = tiny_iml("road", "BBB", "harbour", "--on", "2019-06-01")
    assert "3 consents are needed, 1 of others are on record" in done.out
    done = tiny_iml("road", "NNN", "tidal-op", "--on", "2003-01-01")
    assert "First it must join CT." in done.out
    assert "it waits until the party is bound by CT." in done.out


def test_what_would_be_denounced(tiny_iml: Iml) -> None:
    done = tiny_iml("road", "AAA", "league-revised", "--on", "2002-12-31")
    assert "League Convention" in done.out
    assert "denounced automatically" in done.out


def test_one_that_is_bound(tiny_iml: Iml) -> None:
    done = tiny_iml("road", "AAA", "tidal", "--on", "2003-01-01", "--format", "md")
    assert "Status: party." in done.out
    assert "Next step" not in done.out
    assert "If deposited" not in done.out


def test_a_road_as_json_and_csv(tiny_iml: Iml) -> None:
    given = ("road", "NNN", "tidal", "--on", "2003-01-01", "--format")
    answer = json.loads(tiny_iml(*given, "json").out)
    assert (answer["step"], answer["effect"]["on"], answer["effect"]["clause"]["kind"]) == (
        "accede-again",
        "2003-01-31",
        "later",
    )
    assert answer["reservations"]["known"] is False
    assert answer["reservations"]["made"][0]["in_force"] == ["AAA"]
    parts = {row["part"] for row in rows(tiny_iml(*given, "csv").out)}
    assert {"status", "step", "way", "effect", "reservations-in-force", "area"} <= parts


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("road", "TTT", "tidal"), "Borealia"),
        (("road", "FFF", "tidal", "--on", "2003-01-01"), "1993-01-01"),
        (("road", "CCC", "tidal", "--on", "1990-01-01"), "1993-01-01"),
        (("road", "AAA", "tide-declaration"), "nothing to join"),
        (("road", "AAA", "tydal"), "No instrument"),
        (("road", "AAA", "tidal", "--deposit", "soon"), "date"),
        (("peers", "AAA", "tidal", "--group", "neighbours"), "border"),
        (("peers", "AAA", "tidal", "--group", "lgue"), "No group"),
        (("corridor", "AAA", "Ardenia"), "two different"),
        (("corridor", "AAA", "NNN", "--right", "no-such-right"), "No right"),
        (("compare", "AAA"), "2 to 6"),
        (("compare", "AAA", "Nowhere"), "No party"),
        (("matrix", "--group", "nothing"), "No group"),
    ],
)
def test_what_cannot_be_answered_is_refused_in_a_sentence(tiny_iml: Iml, given: tuple[str, ...], said: str) -> None:
    done = tiny_iml(*given)
    assert done.code == 2
    assert said in done.err
    assert "Traceback" not in done.err


def test_peers(tiny_iml: Iml) -> None:
    done = tiny_iml("peers", "AAA", "tidal", "--on", "2004-01-01", "--group", "league")
    assert "League of Tides (organization): 2 of 2 other members are bound." in done.out
    found = rows(tiny_iml("peers", "AAA", "tidal", "--on", "2004-01-01", "--format", "csv").out)
    assert [row["code"] for row in found] == ["BBB", "CCC"]
    answer = json.loads(tiny_iml("peers", "AAA", "tidal", "--group", "list:NNN", "--format", "json").out)
    assert answer["groups"][0]["kind"] == "list"


def test_a_corridor(tiny_iml: Iml) -> None:
    given = ("corridor", "AAA", "BBB", "--on", "2004-01-01")
    done = tiny_iml(*given, "--right", "non-refoulement", "--lang", "fr")
    assert "les deux : 1" in done.out
    (right,) = rows(tiny_iml(*given, "--right", "non-refoulement", "--format", "csv").out)
    assert right["state"] == "both"
    assert "CT 7" in right["common"]
    answer = json.loads(tiny_iml(*given, "--format", "json").out)
    assert {"first", "second", "rights", "bilateral"} <= answer.keys()


def test_a_context(tiny_iml: Iml) -> None:
    done = tiny_iml("context", "BBB", "tidal-op", "--on", "2004-01-01")
    assert "1 recommendations of the universal periodic review" in done.out
    assert "treaty bodies are in no source" in done.out
    given = ("context", "NNN", "tidal", "--on", "2004-01-01", "--format")
    assert json.loads(tiny_iml(*given, "json").out)["treaty_body_recommendations"] is None
    assert "target" in {row["part"] for row in rows(tiny_iml(*given, "csv").out)}


def test_parties_side_by_side(tiny_iml: Iml) -> None:
    given = ("compare", "AAA", "Norland", "--on", "2004-01-01", "--by", "instrument")
    done = tiny_iml(*given)
    assert "former party" in done.out
    found = {row["id"]: row for row in rows(tiny_iml(*given, "--format", "csv").out)}
    assert (found["tidal"]["AAA"], found["tidal"]["NNN"]) == ("party", "former-party")
    by_right = tiny_iml("compare", "AAA", "NNN", "--on", "2004-01-01", "--sort", "most")
    assert "All alike, not listed" in by_right.out


def test_a_matrix(tiny_iml: Iml) -> None:
    given = ("matrix", "--group", "league", "--on", "2004-01-01", "--by", "instrument")
    done = tiny_iml(*given, "--all", "--lang", "es")
    assert "Liga de Mareas (3)" in done.out
    assert "● parte" in done.out
    answer = json.loads(tiny_iml(*given, "--format", "json").out)
    assert [party["code"] for party in answer["parties"]] == ["AAA", "BBB", "CCC"]
    assert next(line for line in answer["lines"] if line["id"] == "tidal")["held"] == 3
    assert tiny_iml(*given, "--sort", "least").code == 0


def test_the_real_road_of_a_state(iml: Iml) -> None:
    done = iml("road", "Sierra Leone", "ICRMW", "--on", "2026-02-03", "--deposit", "2026-03-10", "--lang", "fr")
    assert "Prochaine étape : ratifier." in done.out
    assert (
        "en vigueur pour la partie à partir du 2026-07-01 : le premier jour du mois qui suit l’expiration de 3 mois "
        "après le dépôt (article 87, paragraphe 2)."
    ) in done.out
    assert "Secrétaire général de l’Organisation des Nations Unies" in done.out
    assert "5 sur 10" in done.out
