import pytest

from iml_graph.errors import SourceFormatError
from iml_graph.ingest import icrc_ihl

HEADING = "state_iso3,state_name,instrument,action,date,date_remark,source\n"


@pytest.fixture
def rows(codes, write):
    def _rows(older, newer=""):
        write("ihl_2020_normalized.csv", f"{HEADING}{older}\n")
        return list(icrc_ihl.read(write("ihl_2023_normalized.csv", f"{HEADING}{newer}\n"), codes))

    return _rows


def test_one_column_stands_for_the_four_conventions(rows):
    found = rows("AFG,Afghanistan,GC-1949,participation,1956-09-26,,x")
    assert [row.instrument for row in found] == ["gc-1949-i", "gc-1949-ii", "gc-1949-iii", "gc-1949-iv"]
    assert {(row.action, row.date, row.party) for row in found} == {("consent", "1956-09-26", "AFG")}


def test_the_column_of_article_90_is_a_declaration_under_protocol_i(rows):
    [row] = rows("AUT,Austria,AP-I-ART90,participation,1982-08-13,,x")
    assert (row.instrument, row.action, row.articles) == ("gc-ap1", "opt-in-declaration", "90")


def test_a_declaration_that_was_withdrawn_stands_in_a_note_only(rows):
    declared, withdrawn = rows("TUR,Türkiye,AP-I-ART90,participation,,(****),x")
    assert (declared.action, declared.date) == ("opt-in-declaration", "1989-09-29")
    assert (withdrawn.action, withdrawn.date, withdrawn.as_shown) == ("opt-in-withdrawal", "2019-10-23", "(****)")


def test_what_the_later_edition_repeats_is_not_read_twice(rows):
    line = "AUT,Austria,AP-II-1977,participation,1982-08-13,,x"
    assert [row.locator for row in rows(line, line)] == ["ihl_2020_normalized.csv line 2"]


def test_another_spelling_of_the_name_in_the_later_edition_is_no_change(rows):
    older = "AUT,Austria,AP-II-1977,participation,1982-08-13,,x"
    assert len(rows(older, older.replace("Austria", "Republic of Austria"))) == 1


def test_another_day_in_the_later_edition_is_a_second_statement(rows):
    line = "AUT,Austria,AP-II-1977,participation,1982-08-13,,x"
    assert [row.date for row in rows(line, line.replace("08-13", "08-31"))] == ["1982-08-13", "1982-08-31"]


def test_a_state_bound_through_another_is_left_out(rows):
    assert rows("ISR,Israel,GC-1949,participation,1959-05-02,(*),x") == []


def test_treaties_of_other_depositaries_are_left_out(rows):
    assert rows("AFG,Afghanistan,ROME-1998,participation,2003-02-10,,x") == []


def test_a_note_that_is_not_known_is_an_error(rows):
    with pytest.raises(SourceFormatError, match=r"line 2.*known note"):
        rows("AFG,Afghanistan,AP-I-1977,participation,2009-11-10,(*****),x")
