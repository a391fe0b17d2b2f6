from dataclasses import replace

import pytest

from iml_graph.errors import DataError
from iml_graph.ingest.facts import KINDS, MembershipRow, RecommendationRow
from iml_graph.ingest.rows import columns, file_of, read_csv, to_csv

MEMBER = MembershipRow("ecowas", "MLI", "withdrawal", "2025-01-29", source="a-page")


def test_every_kind_of_row_is_kept_in_a_folder_of_its_own():
    assert len({kind.FOLDER for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_the_key_and_the_dates_of_a_kind_are_columns_of_it(kind):
    assert {kind.KEY, *kind.DATES, "source", "locator"} <= set(columns(kind))


def test_a_row_is_filed_under_what_it_speaks_of():
    assert file_of(MEMBER) == "memberships/ecowas.csv"
    assert file_of(RecommendationRow("upr", "1", "2", "SEN", "MEX", "noted")) == "recommendations/upr.csv"


def test_rows_come_back_as_they_were_written(tmp_path):
    rows = [MEMBER, replace(MEMBER, party="NER"), replace(MEMBER, event="listed", date="1975")]
    path = tmp_path / "ecowas.csv"
    path.write_text(to_csv(MembershipRow, rows), encoding="utf-8")
    assert list(read_csv(MembershipRow, path)) == sorted(rows)


def test_a_date_that_is_none_is_named(tmp_path):
    path = tmp_path / "ecowas.csv"
    path.write_text(to_csv(MembershipRow, [replace(MEMBER, date="29.01.2025")]), encoding="utf-8")
    with pytest.raises(DataError, match=r"ecowas\.csv: “29\.01\.2025”"):
        list(read_csv(MembershipRow, path))
