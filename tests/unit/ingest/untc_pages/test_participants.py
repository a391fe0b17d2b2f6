from collections.abc import Callable

import pytest

from iml_graph.errors import SourceFormatError
from iml_graph.ingest.names import Names
from iml_graph.ingest.untc_pages import Page
from iml_graph.ingest.untc_pages.participants import acts_of, read_participants

MakePage = Callable[..., Page]


def line(participant: str, signature: str = " ", consent: str = " ") -> str:
    return f"<tr><td>{participant}<br/></td><td>{signature}<br/></td><td>{consent}<br/></td></tr>"


@pytest.mark.parametrize(
    ("marker", "action"),
    [
        ("", "ratification"),
        ("a", "accession"),
        ("d", "succession"),
        ("A", "acceptance"),
        ("AA", "approval"),
        ("c", "formal-confirmation"),
    ],
)
def test_each_marker_of_consent_is_told_apart(make_page: MakePage, names: Names, marker: str, action: str) -> None:
    (row,) = read_participants(make_page(grid=(line("Austria", consent=f"  4 Oct\t 2007 {marker}"),)), names)
    assert (row.party, row.action, row.date, row.bracketed) == ("AUT", action, "2007-10-04", "")
    assert row.as_shown == f"4 Oct 2007 {marker}".strip()


def test_signature_and_succession_to_signature_are_told_apart(make_page: MakePage, names: Names) -> None:
    page = make_page(grid=(line("Austria", "10 Dec 1973 "), line("Serbia", "12 Mar 2001 d")))
    assert [(row.party, row.action) for row in read_participants(page, names)] == [
        ("AUT", "signature"),
        ("SRB", "succession-to-signature"),
    ]


def test_brackets_mark_what_is_no_longer_in_effect(make_page: MakePage, names: Names) -> None:
    page = make_page(grid=(line("Jamaica", "[19 Dec\t 1966 ]", "[ 3 Oct\t 1975 ]"),))
    assert [(row.date, row.bracketed) for row in read_participants(page, names)] == [
        ("1966-12-19", "yes"),
        ("1975-10-03", "yes"),
    ]


def test_footnote_marks_are_no_part_of_a_name(make_page: MakePage, names: Names) -> None:
    page = make_page(grid=(line("<a>Belarus</a> <sup><a>6</a>, <a>12</a> </sup>", consent="30 Sep 1992 a"),))
    (row,) = read_participants(page, names)
    assert (row.participant, row.party, row.locator) == ("Belarus", "BLR", "IV-5.html tblgrid Belarus")


@pytest.mark.parametrize("cell", ["4 Oct 2007 x", "[4 Oct 2007 a", "4 Oct", "31 Jun 2007", "4 Oct 2007 AAA"])
def test_a_cell_of_another_form_names_file_and_element(make_page: MakePage, names: Names, cell: str) -> None:
    with pytest.raises(SourceFormatError, match=r"IV-5\.html, tblgrid Austria"):
        list(read_participants(make_page(grid=(line("Austria", consent=cell),)), names))


def test_the_markers_of_consent_are_none_of_signature(make_page: MakePage, names: Names) -> None:
    with pytest.raises(SourceFormatError, match="4 Oct 2007 a"):
        list(read_participants(make_page(grid=(line("Austria", "4 Oct 2007 a"),)), names))


def test_a_row_without_three_cells_is_refused(make_page: MakePage, names: Names) -> None:
    with pytest.raises(SourceFormatError, match="tblgrid row 1"):
        list(read_participants(make_page(grid=("<tr><td>Austria</td><td></td></tr>",)), names))


def test_the_latest_consent_dates_the_statements_of_a_party_that_came_back(make_page: MakePage, names: Names) -> None:
    grid = (line("Chile", "1 May 1970", "14 Nov 1980 a"), line("Chile", consent="26 Aug 1998 a"))
    acts = acts_of(read_participants(make_page(grid=grid), names))
    assert acts == {("CHL", "signature"): "1970-05-01", ("CHL", "consent"): "1998-08-26"}
