import pytest

from iml_graph.errors import SourceFormatError
from iml_graph.ingest import unclos


@pytest.fixture
def rows(codes, write):
    def _rows(*lines):
        text = "Country (official name);Action;Year;Month;Day\n" + "".join(f"{line}\n" for line in lines)
        return list(unclos.read(write("db_members_mitch2947_unclos.csv", text), codes))

    return _rows


def test_the_entry_into_force_stands_on_the_consent(rows):
    lines = ("Rwanda;Signature;1982;12;10", "Rwanda;Ratification;2023;5;18", "Rwanda;Entry into force;2023;6;17")
    signature, consent = rows(*lines)
    assert (signature.action, signature.date, signature.effect) == ("signature", "1982-12-10", "")
    assert (consent.action, consent.date, consent.effect) == ("ratification", "2023-05-18", "2023-06-17")


def test_consent_to_be_bound_leaves_the_mode_open(rows):
    [row] = rows("European Union;Consent To Be Bound;1998;4;1")
    assert (row.party, row.action, row.effect) == ("EUE", "consent", "")


def test_an_action_of_no_known_kind_is_named(rows):
    with pytest.raises(SourceFormatError, match="line 2: “Daydream”"):
        rows("Rwanda;Daydream;2023;5;18")


def test_a_day_that_no_calendar_has_is_named(rows):
    with pytest.raises(SourceFormatError, match="2023-02-30"):
        rows("Rwanda;Ratification;2023;2;30")
