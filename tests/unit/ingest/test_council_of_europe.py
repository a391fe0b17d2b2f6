import pytest

from iml_graph.errors import SourceFormatError
from iml_graph.ingest import council_of_europe

HEADING = "Country,treaty,Signature,Ratification,Entry,Reservations,Denunciation\n"
ECHR = "Convention for the Protection of Human Rights and Fundamental Freedoms"
REFUGEES = "European Agreement on Transfer of Responsibility for Refugees"


@pytest.fixture
def rows(codes, write):
    def _rows(*lines):
        text = HEADING + "".join(f"{line}\n" for line in lines)
        return list(council_of_europe.read(write("coe_conventions.csv", text), codes))

    return _rows


def test_signature_and_ratification_are_two_rows_the_second_with_its_entry_into_force(rows):
    signature, consent = rows(f"Austria,{ECHR},13/12/1957,3/9/1958,3/9/1958,,")
    assert (signature.instrument, signature.action, signature.date) == ("echr", "signature", "1957-12-13")
    assert (consent.action, consent.date, consent.effect) == ("ratification", "1958-09-03", "1958-09-03")
    assert consent.as_shown == "3/9/1958; 3/9/1958"
    assert consent.locator == "coe_conventions.csv line 2"


def test_a_signature_without_reservation_as_to_ratification_is_one_definitive_signature(rows):
    [row] = rows(f"Netherlands,{REFUGEES},16/10/1980 s,16/10/1980 s,1/12/1980,,")
    assert (row.instrument, row.action, row.date) == ("cets-107", "definitive-signature", "1980-10-16")


def test_an_act_of_a_predecessor_makes_a_succession_with_the_printed_effect_and_no_signature(rows):
    [row] = rows(f"Montenegro,{ECHR},3/4/2003,3/3/2004,6/6/2006,,")
    assert (row.action, row.date, row.effect) == ("succession", "", "2006-06-06")
    assert row.as_shown == "3/3/2004; 6/6/2006"


def test_acts_of_the_state_itself_keep_their_days(rows):
    signature, consent = rows(f"Montenegro,{REFUGEES},7/6/2006,3/7/2008,1/9/2008,,")
    assert (signature.date, consent.action, consent.date) == ("2006-06-07", "ratification", "2008-07-03")


def test_a_denunciation_is_read_from_the_two_columns_that_the_scrape_shifted(rows):
    *_, row = rows(f"Austria,{REFUGEES},16/10/1980,17/11/1985,1/1/1986,21/12/2001,22/12/2002")
    assert (row.action, row.date, row.effect) == ("denunciation", "2001-12-21", "2002-12-22")


def test_flags_of_reservations_are_no_dates(rows):
    assert len(rows(f"Austria,{ECHR},13/12/1957,3/9/1958,3/9/1958,X,")) == 2


def test_other_treaties_and_states_without_acts_have_no_rows(rows):
    assert rows("Austria,European Landscape Convention,20/10/2000,,,,", f"European Union,{ECHR},,,,,") == []


@pytest.mark.parametrize("cell", ["13 December 1957", "31/6/1957", "3/9/1958 z"])
def test_a_consent_of_another_form_is_named(rows, cell):
    with pytest.raises(SourceFormatError, match=r"coe_conventions\.csv, line 2"):
        rows(f"Austria,{ECHR},,{cell},3/9/1958,,")


def test_an_unknown_name_is_noted(rows, codes):
    rows(f"Ruritania,{ECHR},,3/9/1958,3/9/1958,,")
    assert {str(name) for name in codes.unknown} == {"coe_conventions.csv, line 2: Ruritania"}
