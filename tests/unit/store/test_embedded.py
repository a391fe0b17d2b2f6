from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from iml_graph.errors import QuerySyntaxError, StoreError
from iml_graph.store import open_store


def test_a_missing_store_says_how_to_build_it(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"There is no graph at .*iml build"):
        open_store(tmp_path / "none")
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("damaged", ["CURRENT", "MANIFEST*", "*.sst"])
def test_a_corrupted_store_says_how_to_build_it(folder: Path, tmp_path: Path, damaged: str) -> None:
    broken = tmp_path / "store"
    shutil.copytree(folder, broken)
    for path in broken.glob(damaged):
        path.write_bytes(b"nonsense")
    with pytest.raises(StoreError, match="iml build"):
        open_store(broken).select("SELECT * { ?s ?p ?o }")


def test_the_default_store_is_the_published_one(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "current").mkdir()
    (tmp_path / "current" / "store").symlink_to(folder)
    monkeypatch.setenv("IML_HOME", str(tmp_path))
    assert open_store().ask("ASK { ?s ?p ?o }")


def test_opening_imports_nothing_heavy(folder: Path) -> None:
    code = (
        "import sys; from iml_graph.store import open_store; open_store(sys.argv[1]).ask('ASK {}');"
        "sys.exit(bool({'rdflib', 'flask', 'SPARQLWrapper', 'lxml', 'pyshacl'} & sys.modules.keys()))"
    )
    assert subprocess.run([sys.executable, "-c", code, folder], cwd=Path(__file__).parents[3]).returncode == 0


@pytest.mark.parametrize(
    ("query", "line", "column", "message"),
    [
        ("SELECT * WHERE { ?s ?p }", 1, 24, "“}” does not fit"),
        ("SELECT *\n{ ?s ?p ?o .\n  FILTERR(?s) }", 3, 3, "“FILTERR” does not fit"),
        ("SELECT * { ?s ?p ?o", 1, 20, "the query ends where more is expected"),
        ("SELECT * { ?s ?p 'é' ; ; ] }", 1, 26, "“]” does not fit"),
        ('SELECT * { ?s ?p """a\nb""" ] }', 2, 6, "“]” does not fit"),
        ("SELECT ?x { ?s ?p ?o } GROUP BY ?s", 1, 35, "SELECT contains a variable that is unbound"),
        ("SELECT * { ?s ?p 'open }", 1, 18, "a string that does not end"),
    ],
)
def test_a_syntax_error_points_at_what_does_not_fit(
    folder: Path, query: str, line: int, column: int, message: str
) -> None:
    with pytest.raises(QuerySyntaxError, match=message) as caught:
        open_store(folder).select(query)
    assert (caught.value.line, caught.value.column) == (line, column)
