from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from iml_graph.check import check_files, files
from iml_graph.errors import BadInputError, SourceFormatError

STATEMENT = "<https://example.org/{0}> a <https://example.org/Thing> .\n"
IMPORT = "<> <http://www.w3.org/2002/07/owl#imports> <{0}> .\n"


def holds(paths: list[Path], name: str) -> bool:
    store = files.load(paths)
    return any(store.quads_for_pattern(NamedNode(f"https://example.org/{name}"), None, None))


def test_what_a_file_imports_from_beside_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "base file.ttl").write_text(STATEMENT.format("base"))
    (tmp_path / "case.ttl").write_text(IMPORT.format("base%20file.ttl") + STATEMENT.format("case"))
    assert holds([tmp_path / "case.ttl"], "base")
    assert holds([tmp_path / "case.ttl"], "case")


def test_files_that_import_each_other_are_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text(IMPORT.format("b.ttl") + STATEMENT.format("a"))
    (tmp_path / "b.ttl").write_text(IMPORT.format("a.ttl") + STATEMENT.format("b"))
    assert holds([tmp_path / "a.ttl"], "b")


def test_an_address_on_the_web_is_not_fetched(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text(IMPORT.format("https://example.org/other.ttl") + STATEMENT.format("a"))
    assert holds([tmp_path / "a.ttl"], "a")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match=r"nowhere\.ttl"):
        check_files([tmp_path / "nowhere.ttl"])


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("a,b\n")
    with pytest.raises(BadInputError, match=r"list\.csv is not RDF"):
        check_files([tmp_path / "list.csv"])


def test_a_malformed_file_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "bad.ttl").write_text(STATEMENT.format("a") + "<https://example.org/a> a .\n")
    with pytest.raises(SourceFormatError, match=r"bad\.ttl, line 2"):
        check_files([tmp_path / "bad.ttl"])


def test_a_malformed_file_whose_parser_counts_no_lines_is_named_too(tmp_path: Path) -> None:
    (tmp_path / "bad.rdf").write_text("<rdf:RDF")
    with pytest.raises(SourceFormatError, match=r"bad\.rdf, document: "):
        check_files([tmp_path / "bad.rdf"])
