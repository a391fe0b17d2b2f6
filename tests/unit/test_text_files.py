from __future__ import annotations

from pathlib import Path

import pytest

from iml_graph.errors import DataError, SourceFormatError
from iml_graph.text_files import read_rows, read_text, table_text


def written(folder: Path, content: bytes) -> Path:
    path = folder / "a.csv"
    path.write_bytes(content)
    return path


def test_a_line_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, "code,name\nCIV,Côte d’Ivoire\n".encode() + "CIV,Côte".encode("latin-1"))
    with pytest.raises(SourceFormatError, match=r"a\.csv, line 3: "):
        read_text(path)


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_change_no_cell(tmp_path: Path, ends: str, mark: str) -> None:
    path = written(tmp_path, (mark + ends.join(("code,name", 'AAA,"a, b"', "BBB,"))).encode())
    assert list(read_rows(path, ("code", "name"))) == [{"code": "AAA", "name": "a, b"}, {"code": "BBB", "name": ""}]


@pytest.mark.parametrize("line", ["AAA", "AAA,a,b"])
def test_a_row_with_too_many_or_too_few_cells_is_named(tmp_path: Path, line: str) -> None:
    with pytest.raises(SourceFormatError, match=r"a\.csv, line 2: "):
        list(read_rows(written(tmp_path, f"code,name\n{line}\n".encode())))


def test_other_headings_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"a\.csv: the columns are not code, name"):
        list(read_rows(written(tmp_path, b"name,code\n"), ("code", "name")))


def test_a_table_comes_back_as_it_was_written(tmp_path):
    rows = [{"name": "Türkiye", "note": "a, “b”\nc"}, {"name": "", "note": ""}]
    (tmp_path / "a.csv").write_text(table_text(("name", "note"), (row.values() for row in rows)), encoding="utf-8")
    assert list(read_rows(tmp_path / "a.csv", ("name", "note"))) == rows
