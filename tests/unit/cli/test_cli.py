"""The command as a whole: help, options that all reading commands share, errors, and what it imports."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from iml_graph.cli import COMMANDS, options

Iml = Callable[..., Any]

READING = (("party", "AAA"), ("gaps", "AAA"), ("instrument", "tidal"))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(run: Iml, command: str) -> None:
    done = run(command, "--help")
    assert done.code == 0
    assert done.out.startswith(f"Usage: iml {command}")


def test_the_version_is_that_of_the_package(run: Iml) -> None:
    assert run("--version").out.strip().endswith(version("iml-graph"))


def test_an_unknown_command_is_refused(run: Iml) -> None:
    done = run("parties")
    assert done.code == 2
    assert "No such command" in done.err


def rows(format_: str, text: str) -> list[list[str]]:
    """The cells of a table in one of the forms, headings first; the headings of further parts of it left out."""
    if format_ == "csv":
        return list(csv.reader(io.StringIO(text)))
    table = [line for line in text.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in table]
    lines = [row for row in cells if not set("".join(row)) <= set("-:")]
    return [row for number, row in enumerate(lines) if number == 0 or row != lines[0]]


@pytest.mark.parametrize(("command", "name"), READING)
def test_every_form_says_the_same(tiny_iml: Iml, command: str, name: str) -> None:
    def answer(format_: str) -> str:
        done = tiny_iml(command, name, "--on", "2021-01-01", "--format", format_)
        assert done.code == 0
        return str(done.out)

    found = json.loads(answer("json"))
    key = {"party": "instruments", "gaps": "gaps", "instrument": "parties"}[command]
    assert found["on"] == "2021-01-01"
    assert found[key]
    in_csv, in_markdown, table = rows("csv", answer("csv")), rows("md", answer("md")), answer("table")
    assert len(in_csv) == len(in_markdown) > 1
    for cells in in_markdown[1:]:
        assert all(cell in table for cell in cells if " " not in cell)
    headings, *lines = in_csv
    statuses = [line[headings.index("status")] for line in lines]
    assert all(word in table for status in statuses for word in status.split())  # a long one goes over two lines


@pytest.mark.parametrize(
    ("command", "lang", "headings", "word"),
    [
        ("party", "en", ("Status", "Deposited"), "signatory"),
        ("party", "fr", ("Situation", "Déposé le"), "signataire"),
        ("party", "es", ("Situación", "Depositado el"), "signatario"),
        ("gaps", "en", ("Kind of gap", "Next step"), "ratify"),
        ("gaps", "fr", ("Type de lacune", "Prochaine étape"), "ratifier"),
        ("gaps", "es", ("Tipo de laguna", "Siguiente paso"), "ratificar"),
        ("instrument", "en", ("Party", "Since"), "Borealia"),
        ("instrument", "fr", ("Partie", "Depuis"), "Boréalie"),
        ("instrument", "es", ("Parte", "Desde"), "adhesión"),
    ],
)
def test_tables_speak_the_language(
    tiny_iml: Iml, command: str, lang: str, headings: tuple[str, ...], word: str
) -> None:
    done = tiny_iml(command, dict(READING)[command], "--on", "2020-12-31", "--lang", lang, "--format", "md")
    assert set(headings) <= set(rows("md", done.out)[0])
    assert word in done.out


def test_the_language_can_be_set_once_for_all(tiny_iml: Iml, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IML_LANG", "fr")
    assert "Ardénie (AAA) au 2020-12-31" in tiny_iml("party", "AAA", "--on", "2020-12-31").out


def test_the_headings_of_csv_are_in_no_language(tiny_iml: Iml) -> None:
    texts = [tiny_iml("party", "AAA", "--lang", lang, "--format", "csv").out for lang in ("en", "fr", "es")]
    assert len({text.splitlines()[0] for text in texts}) == 1


def test_without_a_date_it_is_today(tiny_iml: Iml, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(options, "today", lambda: date(2019, 6, 7))
    assert json.loads(tiny_iml("party", "AAA", "--format", "json").out)["on"] == "2019-06-07"


BAD_DATES = ("1899-12-31", "2999-01-01", "2026-2-3", "2026-02-30", "03.02.2026", "20260203", "yesterday")


@pytest.mark.parametrize("text", BAD_DATES)
@pytest.mark.parametrize(("command", "name"), READING)
def test_a_bad_date_is_refused_with_the_accepted_form(tiny_iml: Iml, command: str, name: str, text: str) -> None:
    done = tiny_iml(command, name, "--on", text)
    assert (done.code, done.out) == (2, "")
    assert text in done.err
    assert "YYYY-MM-DD, from 1900-01-01 to" in done.err


@pytest.mark.parametrize(
    ("arguments", "suggestion"),
    [
        (("party", "Senegall"), "Did you mean Senegal"),
        (("gaps", "Trinidad"), "Did you mean"),
        (("instrument", "CIDTN"), "Did you mean CIDTM"),
        (("query", "researcher/act"), "Did you mean researcher/acts"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest_ones(
    iml: Iml, arguments: tuple[str, ...], suggestion: str
) -> None:
    done = iml(*arguments)
    assert (done.code, done.out) == (2, "")
    assert suggestion in done.err
    assert f"“{arguments[1]}”" in done.err


@pytest.mark.parametrize("option", [("--lang", "de"), ("--format", "xml")])
def test_an_unknown_option_value_is_refused_with_those_there_are(tiny_iml: Iml, option: tuple[str, str]) -> None:
    done = tiny_iml("party", "AAA", *option)
    assert done.code == 2
    assert {"--lang": "'en', 'fr', 'es'", "--format": "'table', 'json', 'csv', 'md'"}[option[0]] in done.err


READERS = (
    *READING,
    ("query", "SELECT * { ?s ?p ?o } LIMIT 1"),
    ("check", "--quiet"),
    ("serve", "--port", "1"),
)


@pytest.mark.parametrize("arguments", READERS, ids=lambda arguments: arguments[0])
def test_without_a_graph_it_says_how_to_build_one(run: Iml, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (1, "")
    assert "There is no graph at" in done.err
    assert "Run `iml build`" in done.err


@pytest.mark.parametrize("arguments", READERS, ids=lambda arguments: arguments[0])
@pytest.mark.parametrize("part", ["MANIFEST-*", "*.sst", "CURRENT"])
def test_a_corrupted_graph_is_named_with_how_to_rebuild_it(
    run: Iml,
    arguments: tuple[str, ...],
    part: str,
    tiny_release: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    home = shutil.copytree(tiny_release.parent, tmp_path / "home", symlinks=True)
    files = list((home / "current" / "store").glob(part))
    assert files
    for file in files:
        file.write_bytes(b"\x00garbage\xff" * 20)
    monkeypatch.setenv("IML_HOME", str(home))
    done = run(*arguments)
    assert (done.code, done.out) == (1, "")
    assert "Traceback" not in done.err
    assert str(home) in done.err
    assert "iml build" in done.err


def test_a_closed_pipe_is_no_traceback(tiny_release: Path) -> None:
    """As in ``iml party SEN | head -0``."""
    command = [sys.executable, "-c", "from iml_graph.cli import main; main()", "party", "AAA", "--format", "json"]
    environment = {"PATH": os.environ["PATH"], "IML_HOME": str(tiny_release.parent)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""


def test_a_terminal_that_lacks_a_character_is_no_traceback(tiny_release: Path) -> None:
    start = "from iml_graph.cli import main; main()"
    command = [sys.executable, "-c", start, "query", "SELECT ('’' AS ?x) {}", "--format", "json"]
    environment = {"PATH": os.environ["PATH"], "IML_HOME": str(tiny_release.parent), "PYTHONIOENCODING": "latin-1"}
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert json.loads(done.stdout)["results"]["bindings"][0]["x"]["value"] == "’"


HEAVY = {"rdflib", "flask", "pyshacl", "SPARQLWrapper", "networkx", "lxml", "openpyxl", "xlrd", "waitress", "tqdm"}
IMPORTED = """
import sys
from iml_graph.cli import group
group(sys.argv[1:], standalone_mode=False)
print(*{name.partition(".")[0] for name in sys.modules}, file=sys.stderr)
"""


@pytest.mark.parametrize("arguments", READING, ids=lambda arguments: arguments[0])
@pytest.mark.parametrize("format_", ["json", "table"])
def test_reading_imports_nothing_heavy(tiny_release: Path, arguments: tuple[str, str], format_: str) -> None:
    command = [sys.executable, "-c", IMPORTED, *arguments, "--format", format_]
    environment = {"PATH": os.environ["PATH"], "IML_HOME": str(tiny_release.parent)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    imported = set(done.stderr.splitlines()[-1].split())
    assert {"iml_graph", "pyoxigraph"} <= imported
    assert imported & HEAVY == set()
