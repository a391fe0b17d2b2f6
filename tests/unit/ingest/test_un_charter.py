import pytest

from iml_graph.errors import SourceFormatError
from iml_graph.ingest import un_charter


@pytest.fixture
def rows(codes, write):
    def _rows(original, later):
        write("treaties/1-1.csv", f"Participant,Ratification\n{original}\n")
        return list(un_charter.read(write("treaties/1-2.csv", f"Participant,Date of Adoption\n{later}\n"), codes))

    return _rows


def test_original_members_ratified_and_later_ones_were_admitted(rows):
    first, later, *_ = rows("Bahamas,24 Sep 1945", "Austria,14 Dec 1955")
    assert (first.action, first.date, first.effect) == ("ratification", "1945-09-24", "")
    assert (later.action, later.date, later.effect) == ("consent", "", "1955-12-14")


def test_a_member_is_a_party_to_the_statute_of_the_court(rows):
    found = rows("Bahamas,24 Sep 1945", "Austria,14 Dec 1955")
    assert [row.instrument for row in found] == ["un-charter", "un-charter", "icj-statute", "icj-statute"]
    assert {(row.party, row.date, row.effect) for row in found[:2]} == {(r.party, r.date, r.effect) for r in found[2:]}


def test_an_admission_without_a_day_is_an_error(rows):
    with pytest.raises(SourceFormatError, match="is not a date"):
        rows("Bahamas,24 Sep 1945", "Austria,2 (I)")
