"""``iml gaps --by right`` and ``iml right NAME PARTY``: how rights are covered, before and after, and why."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest

Iml = Callable[..., Any]

AS_OF = ("--on", "2020-12-31")


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_rights_stand_under_their_groups_with_counts_on_top(tiny_iml: Iml) -> None:
    out = tiny_iml("gaps", "AAA", "--by", "right", *AS_OF).out
    assert out.startswith("Ardenia (AAA) on 2020-12-31; rights: ")
    assert "covered: 3\n" in out
    assert "covered with limits: 2\n" in out
    assert "protection from removal\n=======================" in out
    assert "reservation of\n" in out or "reservation of 1984-01-10" in out
    assert "Covered in full, not listed: 3" in out


def test_what_is_covered_in_full_is_listed_on_demand(tiny_iml: Iml) -> None:
    folded = tiny_iml("gaps", "AAA", "--by", "right", "--branch", "protection-from-removal", *AS_OF).out
    listed = tiny_iml("gaps", "AAA", "--by", "right", "--branch", "protection-from-removal", "--all", *AS_OF).out
    assert "CT 7" not in folded
    assert "CT 7" in listed


def test_csv_and_json_have_all_rights(tiny_iml: Iml) -> None:
    found = {row["id"]: row for row in rows(tiny_iml("gaps", "AAA", "--by", "right", "--format", "csv", *AS_OF).out)}
    assert found["expulsion-safeguards"]["rests_on"] == "CT 22(5)"
    assert found["expulsion-safeguards"]["limits"] == "CT 22(5): reservation of 1984-01-10"
    assert found["non-refoulement"]["cover"] == "covered"
    answer = json.loads(tiny_iml("gaps", "AAA", "--by", "right", "--format", "json", *AS_OF).out)
    assert len(answer["rights"]) == len(found)
    assert answer["counts"]["full"] == 3
    (right,) = [each for each in answer["rights"] if each["right"] == "expulsion-safeguards"]
    assert right["bases"][0]["limits"][0]["kind"] == "reservation"


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("fr", ("Droit", "Couverture", "Limites", "réserve du 1984-01-10", "jamais non")),
        ("es", ("Derecho", "Cobertura", "Límites", "reserva del 1984-01-10", "nunca significa")),
    ],
)
def test_it_speaks_the_language(tiny_iml: Iml, lang: str, words: tuple[str, ...]) -> None:
    out = tiny_iml("gaps", "AAA", "--by", "right", "--lang", lang, "--format", "md", *AS_OF).out
    assert all(word in out for word in words)


def test_a_group_of_persons_a_group_of_rights_and_a_branch_of_law_narrow_it(tiny_iml: Iml) -> None:
    def rights(*options: str) -> set[str]:
        return {row["id"] for row in rows(tiny_iml("gaps", "AAA", "--by", "right", "--format", "csv", *options).out)}

    assert rights("--branch", "protection-from-removal") >= {"non-refoulement", "expulsion-safeguards"}
    assert rights("--branch", "equal-pay") == {"equal-pay"}
    assert rights("--branch", "maritime") >= {"non-refoulement", "safety-and-health-at-work"}
    assert "equal-pay" not in rights("--branch", "maritime")
    assert "Asked for: workers." in tiny_iml("gaps", "AAA", "--by", "right", "--holder", "workers", *AS_OF).out


def test_joining_in_thought_shows_before_and_after(tiny_iml: Iml) -> None:
    out = tiny_iml("gaps", "NNN", "--by", "right", "--what-if", "tidal", "--on", "2003-01-01").out
    assert "as if it had joined CT" in out
    assert "covered: 0 → 5" in out
    assert "Cover before" in out
    assert "diplomatic protection" not in out
    answer = json.loads(
        tiny_iml("gaps", "NNN", "--by", "right", "--what-if", "CT", "--on", "2003-01-01", "--format", "json").out
    )
    (right,) = [each for each in answer["rights"] if each["right"] == "non-refoulement"]
    assert (right["cover_before"], right["cover"]) == ("customary-asserted", "full")
    assert answer["joined"] == ["tidal"]


def test_joining_what_binds_already_changes_nothing(tiny_iml: Iml) -> None:
    out = tiny_iml("gaps", "AAA", "--by", "right", "--what-if", "tidal", *AS_OF).out
    assert "CT binds it already, since 1985-06-01" in out
    assert "No right would be covered otherwise." in out


def test_one_right_is_shown_whole(tiny_iml: Iml) -> None:
    out = tiny_iml("right", "non-refoulement", "AAA", *AS_OF).out
    assert "No return into rising water" in out
    assert "Non-binding texts: Tide Declaration principle 2" in out
    assert "claims of custom: 1 for, 1 against" in out
    group = tiny_iml("right", "protection-from-removal", "AAA", *AS_OF).out
    assert "prohibition of collective expulsion" in group


def test_each_line_is_explained_down_to_the_source(tiny_iml: Iml) -> None:
    out = tiny_iml("gaps", "AAA", "--by", "right", "--branch", "expulsion-safeguards", "--explain", *AS_OF).out
    expected = (
        "safeguards in individual expulsion: covered with limits",
        "CT, article 22(5)",
        "judged by first coder [medium]",
        "bound: CT, from 1985-06-01",
        "ratification, CT, deposited 1984-01-10",
        "I-1 Ardenia: “10 Jan 1984”",
        "limit: reservation of 1984-01-10",
    )
    places = [out.index(each) for each in expected]
    assert places == sorted(places)
    assert max(map(len, out.splitlines())) <= 100


def test_a_chain_is_data_too(tiny_iml: Iml) -> None:
    arguments = ("right", "expulsion-safeguards", "AAA", "--explain", *AS_OF)
    found = rows(tiny_iml(*arguments, "--format", "csv").out)
    assert [row["depth"] for row in found][:2] == ["0", "1"]
    assert {row["id"] for row in found} == {"expulsion-safeguards"}
    chain = json.loads(tiny_iml(*arguments, "--format", "json").out)["chains"]["expulsion-safeguards"]
    assert [line["kind"] for line in chain][:2] == ["cover", "Provision"]
    assert tiny_iml(*arguments, "--format", "md").out.startswith("- safeguards in individual expulsion")


def test_a_chain_is_rdf_in_terms_of_prov_and_of_the_ontology(tiny_iml: Iml) -> None:
    import pyoxigraph as ox

    from iml_graph import namespaces as ns

    done = tiny_iml("right", "expulsion-safeguards", "AAA", "--explain", "--format", "turtle", *AS_OF)
    graph = ox.Dataset(ox.parse(done.out.encode(), format=ox.RdfFormat.TURTLE))
    used = {quad.predicate.value for quad in graph}
    assert all(each.startswith((ns.PROV, ns.IML)) or each == ns.RDF + "type" for each in used)
    derived = {(str(q.subject), str(q.object)) for q in graph if q.predicate.value == ns.PROV + "wasDerivedFrom"}
    reached = {subject for subject, _ in derived if subject.startswith("_:")}
    for _ in range(5):
        reached |= {end for start, end in derived if start in reached}
    assert f"<{ns.source('tiny-list')}>" in reached
    assert any("/action/tidal/AAA/reservation/" in each for each in reached)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("gaps", "TTT", "--by", "right"), "ask about Borealia"),
        (("gaps", "FFF", "--by", "right"), "ceased to exist on 1993-01-01"),
        (("gaps", "CCC", "--by", "right", "--on", "1990-01-01"), "exists from 1993-01-01"),
        (("gaps", "AAA", "--by", "right", "--branch", "expulsion"), "Did you mean"),
        (("gaps", "CCC", "--by", "right", "--what-if", "league-convention", "--on", "2012-01-01"), "open to: members"),
        (("gaps", "AAA", "--by", "right", "--what-if", "harbour", "--on", "2020-01-01"), "has no articles here"),
        (("gaps", "AAA", "--by", "right", "--what-if", "regulation"), "binds the members of an organization"),
        (("gaps", "AAA", "--by", "right", "--format", "turtle"), "add --explain"),
        (("gaps", "AAA", "--explain"), "--explain is for --by right"),
        (("gaps", "AAA", "--format", "turtle"), "--format turtle is for --by right"),
        (("right", "non-refoulement", "--what-if", "tidal"), "--what-if needs a party"),
        (("right", "non-refoulment", "AAA"), "non-refoulement (non-refoulement)"),
        (("right", "refoulemant", "AAA", "--lang", "fr"), "non-refoulement"),
        (("gaps", "League of Tides", "--by", "right"), "is the name of an organization"),
    ],
)
def test_what_cannot_be_answered_is_refused_with_the_reason(
    tiny_iml: Iml, arguments: tuple[str, ...], said: str
) -> None:
    done = tiny_iml(*arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_what_is_no_state_but_joins_is_answered_with_a_note(tiny_iml: Iml) -> None:
    assert "An organization: what it has joined itself." in tiny_iml("gaps", "OOO", "--by", "right", *AS_OF).out
    assert "the practice of each depositary" in tiny_iml("gaps", "XXX", "--by", "right", *AS_OF).out.replace("\n", " ")


def test_a_treaty_that_is_not_open_is_refused_by_its_article(iml: Iml) -> None:
    done = iml("gaps", "SEN", "--by", "right", "--what-if", "echr", "--on", "2026-02-03")
    assert done.code == 2
    assert "article 59(1)" in done.err  # European Convention on Human Rights: open to members of the Council
