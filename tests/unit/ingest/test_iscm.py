import pytest

from iml_graph.errors import SourceFormatError
from iml_graph.ingest import iscm

HEADING = "process_id,name_as_listed,iso3,status,as_of,basis,source_url\n"


@pytest.fixture
def rows(codes, write):
    def _rows(line):
        return list(iscm.read(write(iscm.FILES[0], f"{HEADING}{line}\n"), codes))

    return _rows


def test_a_list_says_who_is_on_it_on_its_day(rows):
    [row] = rows("midsa,Albania,ALB,member,2024-06,listed,https://example.org/midsa")
    assert (row.organization, row.party, row.event, row.date, row.status) == (
        *("midsa", "ALB", "listed", "2024-06"),
        "member",
    )
    assert row.locator == "memberships.csv line 2, https://example.org/midsa"


def test_a_list_without_a_day_gives_none(rows):
    [row] = rows("cmc,Albania,ALB,participant,undated (2019 or later),listed,https://example.org")
    assert (row.date, row.status, row.as_shown) == ("", "member", "participant, undated (2019 or later)")


def test_a_row_that_follows_from_another_membership_says_so(rows):
    [row] = rows("igad-rcp,Albania,ALB,member,undated,derived from IGAD membership,https://example.org")
    assert row.as_shown == "member, undated; derived from IGAD membership"


def test_what_explains_a_derived_row_is_left_out(rows):
    [row] = rows("arcp,Albania,ALB,member,2015-10,derived: 22 Arab States (League membership),https://example.org")
    assert row.as_shown == "member, 2015-10; derived: 22 Arab States"


def test_an_unknown_status_is_named(rows):
    with pytest.raises(SourceFormatError, match="line 2: “friend”"):
        rows("rcm,Albania,ALB,friend,2024,listed,https://example.org")
