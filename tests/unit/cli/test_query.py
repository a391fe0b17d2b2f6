"""``iml query``: library queries, files, standard input; what is refused, and how answers look."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from iml_graph.catalogue import load_catalogue

Iml = Callable[..., Any]
STATES = """PREFIX iml: <https://w3id.org/iml-graph/ontology#>
SELECT ?code { ?s a iml:State ; iml:partyCode ?code } ORDER BY ?code"""
CODES = ["AAA", "BBB", "CCC", "FFF", "NNN"]


def column(done: Any) -> list[str]:
    return [next(iter(row.values())) for row in csv.DictReader(io.StringIO(done.out))]


def test_a_query_as_written(tiny_iml: Iml) -> None:
    assert column(tiny_iml("query", STATES, "--format", "csv")) == CODES


def test_a_query_of_a_file(tiny_iml: Iml, tmp_path: Path) -> None:
    file = tmp_path / "states.rq"
    file.write_text(STATES, encoding="utf-8")
    assert column(tiny_iml("query", file, "--format", "csv")) == CODES


def test_a_query_of_standard_input(tiny_iml: Iml) -> None:
    assert column(tiny_iml("query", "-", "--format", "csv", stdin=STATES)) == CODES


def test_a_file_that_is_no_text_is_refused(tiny_iml: Iml, tmp_path: Path) -> None:
    (tmp_path / "binary.rq").write_bytes(b"\xff\xfe")
    done = tiny_iml("query", tmp_path / "binary.rq")
    assert (done.code, done.err) == (2, f"iml: {tmp_path / 'binary.rq'} is not text in UTF-8.\n")


def test_a_library_query_takes_parameters(tiny_iml: Iml) -> None:
    only = ("-p", "actor=NNN", "-p", "instrument=tidal", "--format", "csv")
    found = list(csv.DictReader(io.StringIO(tiny_iml("query", "researcher/intervals", *only).out)))
    assert [(row["start"], row["until"]) for row in found] == [("1990-01-31", "2000-05-05"), ("2005-07-31", "")]


def test_parties_and_instruments_may_be_named(tiny_iml: Iml) -> None:
    named = tiny_iml("query", "researcher/intervals", "--party", "nnn", "--instrument", "Tidal", "--format", "csv")
    coded = tiny_iml("query", "researcher/intervals", "-p", "actor=NNN", "-p", "instrument=tidal", "--format", "csv")
    assert named.out == coded.out
    assert len(named.out.splitlines()) == 3


def test_two_parties_fill_two_parameters_in_order(tiny_iml: Iml) -> None:
    both = ("query", "adviser/corridor", "--on", "2020-01-01", "--format", "csv")
    named = tiny_iml(*both, "--party", "NNN", "--party", "AAA")
    assert named.out == tiny_iml(*both, "-p", "actor=NNN", "-p", "other=AAA").out
    assert "tidal" in named.out


def test_more_parties_than_a_query_takes_are_refused(tiny_iml: Iml) -> None:
    done = tiny_iml("query", "researcher/intervals", "--party", "NNN", "--party", "AAA")
    assert (done.code, done.err) == (2, "iml: The query researcher/intervals takes 1 party, not 2.\n")
    assert "takes no instrument" in tiny_iml("query", "adviser/profile", "--instrument", "tidal").err


def test_a_table_shows_things_by_their_short_names(tiny_iml: Iml) -> None:
    asked = ("query", "researcher/intervals", "--party", "NNN", "--instrument", "tidal")
    assert "https://" not in tiny_iml(*asked).out
    assert "https://w3id.org/iml-graph/" in tiny_iml(*asked, "--format", "csv").out


@pytest.mark.parametrize(
    ("param", "message"),
    [
        ("foo=1", "has no parameter “foo”. It takes actor, instrument"),
        ("actor=Senegal", "“Senegal” is not the code of a party"),
        ("actor", "“actor” is not a parameter. Write NAME=VALUE"),
    ],
)
def test_a_wrong_parameter_is_refused(tiny_iml: Iml, param: str, message: str) -> None:
    done = tiny_iml("query", "researcher/intervals", "-p", param)
    assert (done.code, done.out) == (2, "")
    assert message in done.err


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT ?x {", "line 1, column 12"),
        ("SELECT ?x {\n  ?x ?y }", "line 2, column"),
        ("DELETE WHERE { ?s ?p ?o }", "DELETE is an update"),
        ("INSERT DATA { <http://a.example/> <http://a.example/> 1 }", "INSERT is an update"),
        ("SELECT * { SERVICE <http://a.example/> { ?s ?p ?o } }", "SERVICE (line 1, column 12)"),
        ("SELECT * FROM <http://a.example/> { ?s ?p ?o }", "<http://a.example/> is not in this store"),
    ],
)
def test_what_is_no_query_of_this_graph_is_refused(tiny_iml: Iml, text: str, message: str) -> None:
    done = tiny_iml("query", text)
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert "Traceback" not in done.err


def test_a_graph_of_the_store_may_be_chosen(tiny_iml: Iml) -> None:
    text = "ASK FROM <https://w3id.org/iml-graph/graph/derived> { ?s a <https://w3id.org/iml-graph/ontology#State> }"
    assert tiny_iml("query", text).out == "false\n"


@pytest.mark.parametrize(
    ("format_", "start"),
    [
        ("table", "code"),
        ("md", "| code"),
        ("csv", "code"),
        ("tsv", "?code"),
        ("json", '{"head"'),
        ("xml", "<?xml"),
    ],
)
def test_a_table_in_every_form(tiny_iml: Iml, format_: str, start: str) -> None:
    done = tiny_iml("query", STATES, "--format", format_)
    assert done.out.startswith(start)
    assert all(code in done.out for code in CODES)


@pytest.mark.parametrize(
    ("format_", "part"),
    [
        (None, "iml:State"),
        ("turtle", "iml:State"),
        ("ntriples", "<https://w3id.org/iml-graph/ontology#State> ."),
        ("jsonld", '"@'),
        ("rdfxml", "<rdf:RDF"),
    ],
)
def test_a_graph_in_every_form(tiny_iml: Iml, format_: str | None, part: str) -> None:
    text = "CONSTRUCT WHERE { ?s a <https://w3id.org/iml-graph/ontology#State> }"
    done = tiny_iml("query", text, *(("--format", format_) if format_ else ()))
    assert done.code == 0
    assert part in done.out


@pytest.mark.parametrize(
    ("text", "format_", "message"),
    [
        (STATES, "turtle", "The answer to SELECT cannot be written as turtle. Choose one of table, md, json"),
        (
            "CONSTRUCT WHERE { ?s ?p ?o }",
            "csv",
            "The answer to CONSTRUCT cannot be written as csv. Choose one of turtle",
        ),
    ],
)
def test_a_form_that_the_answer_cannot_have_is_refused(tiny_iml: Iml, text: str, format_: str, message: str) -> None:
    done = tiny_iml("query", text, "--format", format_)
    assert (done.code, done.out) == (2, "")
    assert message in done.err


def test_a_yes_or_no(tiny_iml: Iml) -> None:
    assert tiny_iml("query", "ASK { ?s ?p ?o }").out == "true\n"
    assert json.loads(tiny_iml("query", "ASK { ?s ?p ?o }", "--format", "json").out)["boolean"] is True


def test_an_empty_answer_is_an_answer(tiny_iml: Iml) -> None:
    done = tiny_iml("query", "SELECT ?s { ?s a <http://example.org/nothing> }")
    assert done.code == 0
    assert done.out.splitlines()[-1] == "0"


def test_a_deadline_stops_a_query(tiny_iml: Iml) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    done = tiny_iml("query", endless, "--timeout", "0.5")
    assert (done.code, done.out) == (1, "")
    assert "0.5" in done.err


@pytest.mark.parametrize("lang", ["en", "fr", "es"])
def test_the_library_is_listed_in_each_language(run: Iml, lang: str) -> None:
    listed = " ".join(run("query", "--list", "--lang", lang).out.split())
    library = load_catalogue()
    assert len(library) > 5
    assert [name for name in library if name not in listed] == []
    assert library["maintainer/release"].title[lang].split()[0] in listed


def test_the_list_says_in_the_language_asked_for_what_each_query_takes(tiny_iml: Iml) -> None:
    spanish = tiny_iml("query", "--list", "--lang", "es").out
    assert "[instrument:instrument]" in spanish
    assert "¿Qué" in spanish
    assert spanish.count("adviser/corridor") == 1
    assert "actor:party other:party [on:date]" in spanish
