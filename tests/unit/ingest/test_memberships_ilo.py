import pytest

from iml_graph.errors import SourceFormatError
from iml_graph.ingest import memberships_ilo

PAGE = r"""## Member states

Heading Flag | Member state  | Date of admission  | Notes
---|---|---|---
| Albania | 22 May 1991 | Previously a member from 1920 to 1967, admitted 1991.
| Austria \+  | 24 June 1947 | Previously a member from 1919 to 1938, readmitted 1947.
| Chad | 10 November 1960 |
| Israel * | 2 June 1949 | Member as Judea 1921–1940, readmitted 1949.
| Jamaica | 20 May 1992 | Readmitted in 1980, withdrew in 1985 and readmitted 1992.
| Rwanda | 18 February 1980 | Joined in 1934 without being a member of the League of Nations.

## Observer states

| Bahamas | takes part as an observer

## Member withdrawals

Heading | State  | Date of withdrawal  | Date of admission  | Notes
---|---|---|---|---
| Albania | 5 August 1967 | 22 May 1991  | notice in 1965
| Montenegro | December 1939 | 16 May 1951 | a State that no longer exists
| Jamaica | 1939  | 21 June 1948 |

## States removed from membership

| Burundi | 1939 | 1943 | the country is still considered to have held membership
| Austria | 13 March 1938 | 24 June 1947 |

## Former members

| Zimbabwe \+  | 28 June 1919 | July 1976 | ceased

## UN member and observer states not members of the ILO

| Afghanistan | no plan to join
"""


@pytest.fixture
def statements(codes, write):
    def _statements(text=PAGE):
        rows = memberships_ilo.read(write(memberships_ilo.FILES[0], text), codes)
        return {(row.party, row.event, row.date, row.status) for row in rows}

    return _statements


def test_present_members_with_their_earlier_times(statements):
    found = statements()
    assert {each for each in found if each[:2] == ("ALB", "admission")} == {
        ("ALB", "admission", "1920", "member"),
        ("ALB", "admission", "1991-05-22", "member"),
    }
    assert ("ISR", "admission", "1921", "member") in found
    assert ("JAM", "admission", "1980", "member") in found
    assert ("RWA", "admission", "1934", "member") in found


def test_withdrawals_are_cut_to_what_is_known(statements):
    found = statements()
    assert {each[2] for each in found if each[1] == "withdrawal"} == {
        "1967-08-05",
        "1939-12",
        "1939",
        "1938-03-13",
        "1976-07",
    }


def test_who_returned_and_is_not_on_the_list_of_members_was_admitted_again(statements):
    assert ("MNE", "admission", "1951-05-16", "member") in statements()


def test_who_never_ceased_to_be_counted_has_no_gap(statements):
    assert not [each for each in statements() if each[0] == "BDI"]


def test_observers_and_those_that_never_joined(statements):
    found = statements()
    assert ("BHS", "listed", memberships_ilo.AS_OF, "observer") in found
    assert ("AFG", "not-listed", memberships_ilo.AS_OF, "member") in found


def test_a_cell_that_is_no_date_is_named_with_its_line(statements):
    with pytest.raises(SourceFormatError, match="line 7: “long ago” is not a date"):
        statements(PAGE.replace("10 November 1960", "long ago"))


def test_a_page_without_a_section_is_refused(statements):
    with pytest.raises(SourceFormatError, match="lacks Former members"):
        statements(PAGE.replace("## Former members", "## Others"))


def test_a_missing_file_is_named(codes, tmp_path):
    with pytest.raises(SourceFormatError, match="is missing"):
        list(memberships_ilo.read(tmp_path, codes))
