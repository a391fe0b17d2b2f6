from dataclasses import replace
from pathlib import Path

import pytest

from iml_graph.errors import DataError
from iml_graph.ingest.rows import ActionRow, read_folder, to_csv

ROWS = [ActionRow("cat", "AUT", "ratification", "1987-07-29"), ActionRow("crc", "ALB", "accession", "1992-02-27")]


def test_rows_of_all_files_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    for row in reversed(ROWS):
        (tmp_path / f"{row.instrument}.csv").write_text(to_csv(ActionRow, [row]), encoding="utf-8")
    assert list(read_folder(ActionRow, tmp_path)) == ROWS


def test_the_same_rows_give_the_same_text_each_once() -> None:
    assert to_csv(ActionRow, [*ROWS, *reversed(ROWS)]) == to_csv(ActionRow, ROWS)


def test_a_file_of_other_columns_is_named(tmp_path: Path) -> None:
    (tmp_path / "cat.csv").write_text("instrument,party\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"cat\.csv"):
        list(read_folder(ActionRow, tmp_path))


@pytest.mark.parametrize("column", ["date", "effect"])
def test_a_date_that_is_none_is_named(tmp_path: Path, column: str) -> None:
    (tmp_path / "cat.csv").write_text(to_csv(ActionRow, [replace(ROWS[0], **{column: "1988x07-19"})]), encoding="utf-8")
    with pytest.raises(DataError, match=r"cat\.csv: “1988x07-19”"):
        list(read_folder(ActionRow, tmp_path))
