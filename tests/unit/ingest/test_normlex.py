import pytest

from iml_graph.errors import SourceFormatError
from iml_graph.ingest import normlex

HEADING = (
    "state_iso3,state_name,instrument,action,date,status_2023,inline_declaration,note,source_url,"
    "denunciation_date,entry_into_force_if_stated\n"
)


@pytest.fixture
def rows(codes, write):
    def _rows(code, day, declared="", note="", denounced="", effect="", state="MYS"):
        line = (
            f"{state},A State,{code},ratification,{day},In Force,{declared},{note},http://page,{denounced},{effect}\n"
        )
        return list(normlex.read(write(normlex.FILES[0], HEADING + line), codes))

    return _rows


def test_a_ratification_has_its_day_and_its_line(rows):
    [row] = rows("C182", "2000-11-10")
    assert (row.instrument, row.party, row.action, row.date) == ("ilo-c182", "MYS", "ratification", "2000-11-10")
    assert row.locator == "ilo_ratifications_normalized.csv line 2"


@pytest.mark.parametrize(("day", "action"), [("1991-10-08", "succession"), ("1997-03-05", "ratification")])
def test_what_a_state_declared_on_succeeding_is_no_ratification(rows, day, action):
    assert [row.action for row in rows("C105", day, state="HRV")] == [action]


def test_an_entry_into_force_to_come_is_stated(rows):
    [row] = rows("C155", "2022-07-04", effect="2023-07-04")
    assert row.effect == "2023-07-04"


def test_a_denunciation_has_the_day_of_its_registration(rows):
    _, left = rows("C105", "1958-10-13", note="Denounced on 10 Jan 1990", denounced="1990-01-10")
    assert (left.action, left.date, left.effect) == ("denunciation", "1990-01-10", "")


def test_an_automatic_denunciation_has_the_day_of_its_effect(rows):
    note = "Automatic Denunciation on 30 Apr 2005 by convention C183"
    _, left = rows("C103", "1969-12-04", note=note, denounced="2005-04-30")
    assert (left.action, left.date, left.effect, left.as_shown) == ("denunciation", "", "2005-04-30", note)


@pytest.mark.parametrize(
    ("code", "declared", "action", "article", "day", "shown"),
    [
        ("C081", "Excluding Part II", "exclusion-of-provisions", "part-2", "1990-01-01", "Excluding Part II"),
        (
            "C095",
            "Excluding Article 11 by virtue of the ratification of Convention No. 173 (acceptance of Part II)",
            *("exclusion-of-provisions", "11", "", "Excluding Article 11"),
        ),
        ("C095", f"In accordance with Article 3(7) {'x' * 60}", "declaration", "11", "", ""),
        (
            "C138",
            "Minimum age specified: 14 years. The scope is limited.",
            *("declaration", "2.1", "", "Minimum age specified: 14 years"),
        ),
        ("C183", "Period of maternity leave: " + "x" * 60, "declaration", "4.2", "1990-01-01", ""),
    ],
)
def test_what_a_state_added_is_a_row_of_its_own_without_its_prose(rows, code, declared, action, article, day, shown):
    _, added = rows(code, "1990-01-01", declared)
    assert (added.action, added.articles, added.date, added.as_shown) == (action, article, day, shown)


def test_being_bound_by_a_protocol_is_no_statement(rows):
    assert len(rows("C155", "1990-01-01", "Has ratified the Protocol of 2002")) == 1


def test_tables_of_other_conventions_are_left_out(rows):
    assert rows("C047", "1990-01-01") == []


def test_a_day_of_another_form_is_named(rows):
    with pytest.raises(SourceFormatError, match="line 2: “10 Nov 2000”"):
        rows("C182", "10 Nov 2000")
