import pytest

from iml_graph.errors import SourceFormatError
from iml_graph.ingest import fedlex

HEADING = "state_iso3,instrument,action,date,date_precision,note,as_of,confidence,source_url\n"


@pytest.fixture
def rows(codes, write):
    def _rows(*lines):
        text = HEADING + "".join(f"{line},,,,high,\n" for line in lines)
        return list(fedlex.read(write("events.csv", text), codes))

    return _rows


def test_deposit_and_entry_into_force_become_one_row(rows):
    [row] = rows(
        "UGA,palermo-trafficking,ratification,2024-03-27", "UGA,palermo-trafficking,entry_into_force,2024-04-26"
    )
    assert (row.action, row.date, row.effect) == ("ratification", "2024-03-27", "2024-04-26")
    assert row.locator == "events.csv line 2"


def test_a_party_without_a_date_is_a_consent_without_a_date(rows):
    [row] = rows("SSD,refugees-1951,party_undated,")
    assert (row.instrument, row.party, row.action, row.date, row.effect) == ("refugee-1951", "SSD", "consent", "", "")


def test_an_entry_into_force_alone_is_a_consent_with_its_effect(rows):
    [row] = rows("LUX,statelessness-1961,entry_into_force,2017-12-20")
    assert (row.action, row.date, row.effect) == ("consent", "", "2017-12-20")


def test_an_extension_is_an_act_of_the_state_for_its_territory(rows):
    [row] = rows("CUW,untoc,territorial_application,2023-11-16", "CUW,untoc,entry_into_force,2023-11-16")
    assert (row.action, row.party, row.territories) == ("territorial-application", "NLD", "CUW")


def test_one_state_with_two_instruments_has_two_rows(rows):
    found = rows("FJI,untoc,accession,2017-09-19", "FJI,palermo-smuggling,accession,2017-09-19")
    assert [row.instrument for row in found] == ["untoc", "palermo-smuggling"]


def test_instruments_of_other_depositaries_are_left_out(rows):
    assert rows("ALB,mlc-2006,ratification,2016-10-28") == []


def test_a_date_of_another_form_is_named(rows):
    with pytest.raises(SourceFormatError, match=r"events\.csv, line 2: “28\.10\.2016”"):
        rows("ALB,untoc,ratification,28.10.2016")
