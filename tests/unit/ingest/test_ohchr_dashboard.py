import shutil
from pathlib import Path

import pytest

from iml_graph.errors import SourceFormatError
from iml_graph.ingest import ohchr_dashboard

SHEET = Path(__file__).parent / "fixtures" / "dashboard.xls"


@pytest.fixture
def rows(codes, tmp_path, monkeypatch):
    def _rows(acronym):
        file = f"UnderlyingData_{acronym}_OHCHR_19_09_2020.xls"
        shutil.copy(SHEET, tmp_path / file)
        monkeypatch.setattr(ohchr_dashboard, "FILES", (file,))
        return list(ohchr_dashboard.read(tmp_path, codes))

    return _rows


def test_the_column_on_communications_is_the_consent_to_the_protocol(rows):
    found = {(row.instrument, row.party): row.date for row in rows("CEDAW") if row.action == "consent"}
    assert found["cedaw-op", "ALB"] == "2003-06-23"
    assert found["cedaw", "ALB"] == "1996-04-05"


def test_declarations_under_an_article_are_not_read(rows):
    assert {row.instrument for row in rows("CAT")} == {"cat"}


def test_the_first_day_that_excel_knows_is_a_blank(rows):
    found = rows("CEDAW")
    assert [row.instrument for row in found if row.party == "BHS"] == ["cedaw"]
    assert min(row.date for row in found) > "1900-01-01"


def test_who_did_nothing_has_no_row_and_the_footer_is_no_party(rows):
    assert {row.party for row in rows("CRC")} == {"ALB", "BHS"}


def test_lines_are_those_of_the_sheet(rows):
    assert rows("CRC")[0].locator.endswith(".xls line 3")


def test_the_icescr_export_has_a_stale_column_that_is_not_read(codes, tmp_path):
    shutil.copy(SHEET, tmp_path / ohchr_dashboard.FILES_ICESCR[0])
    found = list(ohchr_dashboard.read_icescr(tmp_path, codes))
    assert {(row.instrument, row.source) for row in found} == {("icescr", "ohchr-dashboard-icescr-2025-10")}


@pytest.mark.parametrize("content", [b"not a workbook", SHEET.read_bytes()[:1500]])
def test_a_file_that_is_no_workbook_is_named(codes, tmp_path, content):
    (tmp_path / ohchr_dashboard.FILES_ICESCR[0]).write_bytes(content)
    with pytest.raises(SourceFormatError, match="workbook"):
        list(ohchr_dashboard.read_icescr(tmp_path, codes))
