import pytest

from iml_graph.errors import SourceFormatError
from iml_graph.ingest import memberships_factbook as factbook

HEADING_2020 = "ISO_3166_3,NAME.EN,org_id,org_member\n"
HEADING_2026 = "short_form,long_form,international_organization_participation\n"


@pytest.fixture
def rows_2020(codes, write):
    def _rows(*lines):
        return list(factbook.read_2020(write(factbook.FILES_2020[0], HEADING_2020 + "\n".join(lines) + "\n"), codes))

    return _rows


@pytest.fixture
def rows_2026(codes, write):
    def _rows(*lines):
        return list(factbook.read_2026(write(factbook.FILES_2026[0], HEADING_2026 + "\n".join(lines) + "\n"), codes))

    return _rows


def test_a_list_says_who_is_on_it(rows_2020):
    [row] = rows_2020("TCD,Chad,AU,member")
    assert (row.organization, row.party, row.event, row.date) == ("au", "TCD", "listed", factbook.DAY_2020)


def test_of_agencies_only_those_outside_the_united_nations(rows_2020):
    found = rows_2020("TCD,Chad,WHO,member", "COK,Cook Islands,WHO,member")
    assert [(row.organization, row.party) for row in found] == [("who", "COK")]


@pytest.mark.parametrize("line", ["TCD,Chad,IOM,member", "TCD,Chad,AU,candidate", "ESH,Western Sahara,AU,member"])
def test_what_is_not_to_be_trusted_or_no_party_is_left_out(rows_2020, line):
    assert rows_2020(line) == []


def test_entries_of_a_page_with_their_status(rows_2026):
    found = rows_2026('Chad,Republic of Chad,"ACP, CAN (observer), EAC, EU (candidate country), GCC"')
    assert [(row.organization, row.status, row.date) for row in found] == [
        ("can", "observer", factbook.DAY_2026),
        ("eac", "member", factbook.DAY_2026),
        ("gcc", "member", factbook.DAY_2026),
    ]


def test_a_status_with_a_comma_does_not_split_an_entry(rows_2026):
    found = rows_2026('Chad,Republic of Chad,"CIS (associate member, not ratified), EAC"')
    assert [row.organization for row in found] == ["eac"]


def test_the_long_name_stands_in_for_none(rows_2026):
    assert [row.participant for row in rows_2026('none,Chad,"EAC"', ',,"EAC"')] == ["Chad"]


def test_a_missing_heading_is_named(codes, write):
    with pytest.raises(SourceFormatError, match="org_id"):
        list(factbook.read_2020(write(factbook.FILES_2020[0], "ISO_3166_3,NAME.EN,org_member\n"), codes))
