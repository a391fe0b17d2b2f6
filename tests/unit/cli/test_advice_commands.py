"""``iml adds``, ``iml rank``, ``iml minimum`` and ``iml changes``."""

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


def flat(text: str) -> str:
    return " ".join(text.split())


def test_an_addition_is_told_article_by_article_with_both_shares(tiny_iml: Iml) -> None:
    out = tiny_iml("adds", "AAA", "league-convention", "--on", "2000-01-01").out
    assert "What League Convention would add for Ardenia (AAA) on 2000-01-01" in out
    assert "It binds the party already, since 1983-01-01" in out
    assert "Of 2 articles that give a right, 1 are new, 0 new in part, 1 already binding." in out
    assert "Share new: 43% by the default weights, 50% by equal weights." in out
    assert out.index("New\n===") < out.index("Already binding\n===") < out.index("CT 7")
    assert "narrower than" in out
    assert "first coder" in out


def test_articles_without_a_tag_are_accounted_for_by_role(tiny_iml: Iml) -> None:
    out = tiny_iml("adds", "NNN", "tidal", "--on", "2003-01-01").out
    assert "which by themselves give no right: 5." in out
    assert "guarantee, given by its tagged parts (1): 22" in out
    assert "final clause (1): 30" in out


def test_additions_in_csv_and_json(tiny_iml: Iml) -> None:
    arguments = ("adds", "AAA", "league-convention", "--on", "2000-01-01")
    found = {row["reference"]: row for row in rows(tiny_iml(*arguments, "--format", "csv").out)}
    assert (found["3"]["newness"], found["3"]["binding_by"], found["3"]["overlap"]) == ("0%", "CT 7", "100%")
    assert (found["3"]["differs"], found["3"]["judged_by"]) == ("holder", "first coder")
    assert (found["4"]["newness"], found["4"]["binding_by"]) == ("100%", "")
    answer = json.loads(tiny_iml(*arguments, "--weights", "equal", "--format", "json").out)
    assert (answer["weights"], answer["share"], answer["share_equal"]) == ("equal", 0.5, 0.5)
    assert answer["binds_since"] == "1983-01-01"


def test_an_overlap_is_explained(tiny_iml: Iml) -> None:
    out = tiny_iml("adds", "AAA", "league-convention", "--on", "2000-01-01", "--explain").out
    expected = (
        "League Convention, article 3: 0% new",
        "CT, article 7 gives 100% of it",
        "League Convention 3 is narrower than to CT 7, differing in holder; judged by first coder [high]",
        "bound: CT, from 1985-06-01",
        "“10 Jan 1984”",
    )
    places = [flat(out).index(each) for each in expected]
    assert places == sorted(places)
    turtle = tiny_iml("adds", "AAA", "league-convention", "--on", "2000-01-01", "--explain", "--format", "turtle").out
    assert "prov:wasDerivedFrom" in turtle
    assert "relation/league-convention/3/tidal/7" in turtle


def test_the_refugee_convention_adds_nearly_nothing_to_the_united_states(iml: Iml) -> None:
    out = flat(iml("adds", "USA", "refugee-1951", "--on", "2026-02-03").out)
    assert (
        "bind the party already through 1967 Refugee Protocol, which takes them in. Nearly nothing would be new." in out
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("adds", "CCC", "league-convention", "--on", "2012-01-01"), "is not open to Cascadia on 2012-01-01"),
        (("adds", "AAA", "tide-declaration"), "binds nobody"),
        (("adds", "AAA", "harbour", "--on", "2000-01-01"), "adopted on 2018-01-01, after 2000-01-01"),
        (("adds", "TTT", "tidal"), "is a territory"),
        (("adds", "AAA", "tidal", "--format", "turtle"), "add --explain"),
        (("rank", "FFF"), "ceased to exist"),
        (("minimum", "CCC", "--on", "1980-01-01"), "did not exist on 1980-01-01"),
        (("minimum", "AAA", "--branch", "qqqqqq"), "is no group of rights and no branch of law."),
        (("rank", "AAA", "--among", "qqqqqq"), "No instrument is called"),
        (("changes", "AAA", "--since", "2020-02-02", "--until", "2020-02-01"), "before it begins"),
        (("changes", "AAA", "--since", "yesterday"), "is not a date"),
        (("changes", "AAA"), "--since"),
    ],
)
def test_what_cannot_be_answered_is_refused_with_the_reason(
    tiny_iml: Iml, arguments: tuple[str, ...], said: str
) -> None:
    done = tiny_iml(*arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_candidates_stand_in_order_with_what_they_cover_better(tiny_iml: Iml) -> None:
    out = tiny_iml("rank", "NNN", "--on", "2003-01-01").out
    assert "Instruments open to Norland (NNN) on 2003-01-01, by the weight of what is new: 2" in out
    assert out.index("accede again") < out.index("ratify")
    assert "Weights: default" in out
    assert "League Convention: equal pay for work of equal value (not covered → covered)" in flat(out)
    found = rows(tiny_iml("rank", "NNN", "--on", "2003-01-01", "--weights", "equal", "--format", "csv").out)
    assert [(row["id"], row["added"], row["better"]) for row in found] == [
        ("tidal", "4.00", "5"),
        ("league-convention", "2.00", "2"),
    ]
    answer = json.loads(tiny_iml("rank", "NNN", "--on", "2003-01-01", "--by", "share", "--format", "json").out)
    assert (answer["by"], answer["instruments"][0]["step"]) == ("share", "accede-again")


def test_nothing_to_rank_is_an_answer(tiny_iml: Iml) -> None:
    done = tiny_iml("rank", "AAA", "--on", "2010-01-01")
    assert done.code == 0
    assert "Nothing with articles here is open to it." in done.out


def test_the_smallest_set_and_what_stays_open(tiny_iml: Iml) -> None:
    out = flat(tiny_iml("minimum", "NNN", "--on", "2003-01-01").out)
    assert "every right that it still can: 2" in out
    assert "Rights covered whole: 0 of 101 now, 6 then; chosen from 2 open instruments." in out
    assert "Rights still not covered" in out
    answer = json.loads(tiny_iml("minimum", "NNN", "--on", "2003-01-01", "--format", "json").out)
    assert answer["instruments"] == ["league-convention", "tidal"]
    assert (
        rows(tiny_iml("minimum", "NNN", "--on", "2003-01-01", "--branch", "equal-pay", "--format", "csv").out)[0]["id"]
        == "league-convention"
    )
    assert "No instrument open to it would cover" in tiny_iml("minimum", "AAA", "--on", "2010-01-01").out


def test_changes_are_acts_intervals_and_rights(tiny_iml: Iml) -> None:
    arguments = ("changes", "NNN", "--since", "1999-01-01", "--until", "2001-01-01")
    out = tiny_iml(*arguments).out
    places = [out.index(each) for each in ("Acts\n====", "1999-05-05", "Ended: bound", "non-refoulement")]
    assert places == sorted(places)
    found = rows(tiny_iml(*arguments, "--format", "csv").out)
    assert found[0]["event"] == "denunciation"
    assert {row["id"] for row in found if row["before"]} >= {"non-refoulement"}
    answer = json.loads(tiny_iml(*arguments, "--format", "json").out)
    assert answer["intervals"] == [
        {
            "kind": "PartyInterval",
            "scope": None,
            "instrument": "tidal",
            "subject": None,
            "on": "2000-05-05",
            "begun": False,
        }
    ]
    assert "Nothing is recorded" in tiny_iml("changes", "NNN", "--since", "1970-01-01", "--until", "1970-02-01").out


@pytest.mark.parametrize(("lang", "words"), [("fr", "Ce que CM ajouterait"), ("es", "Qué añadiría CMA")])
def test_they_speak_the_language(tiny_iml: Iml, lang: str, words: str) -> None:
    assert words in tiny_iml("adds", "NNN", "tidal", "--on", "2003-01-01", "--lang", lang).out
    for command in ("rank", "minimum"):
        assert "Norlan" in tiny_iml(command, "NNN", "--on", "2003-01-01", "--lang", lang).out
    since = ("--since", "1999-01-01", "--until", "2001-01-01")
    assert {"fr": "Actes", "es": "Actos"}[lang] in tiny_iml("changes", "NNN", *since, "--lang", lang).out
