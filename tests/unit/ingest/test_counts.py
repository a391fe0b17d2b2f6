import pytest

from iml_graph.errors import DataError
from iml_graph.ingest.counts import PrintedCount, read_csv, to_csv

COUNTS = (
    PrintedCount("crc", "b", "2026-04-13", "140", "196", "ALB;AUT", "facts.json IV-11"),
    PrintedCount("cat", "a", "2026-02-03", "83", "175", "", "IV-9.html rptStatus"),
)


def test_what_is_written_is_read_again(tmp_path):
    path = tmp_path / "counts.csv"
    path.write_text(to_csv(COUNTS), encoding="utf-8")
    assert read_csv(path) == tuple(sorted(COUNTS))


def test_the_order_given_does_not_matter():
    assert to_csv(COUNTS) == to_csv(reversed(COUNTS))


def test_no_file_yet_means_no_counts(tmp_path):
    assert read_csv(tmp_path / "gone.csv") == ()


def test_another_header_is_refused(tmp_path):
    (tmp_path / "counts.csv").write_text("a,b\n1,2\n")
    with pytest.raises(DataError, match=r"counts\.csv"):
        read_csv(tmp_path / "counts.csv")
