import pytest

from iml_graph.errors import SourceFormatError
from iml_graph.ingest import manytreaties_organizations as organizations

TRADE_HEADING = "manyID,Title,stateID,StateSignature,StateRatification,StateForce,StateEnd,Accession\n"
ENVIRONMENT_HEADING = "manyID,Title,stateID,stateSignature,stateRat,stateForce,stateWithdrawal,Accession\n"


@pytest.fixture
def rows(codes, write):
    def _rows(trade="", environment=""):
        write(organizations.TRADE, TRADE_HEADING + trade)
        folder = write(organizations.ENVIRONMENT, ENVIRONMENT_HEADING + environment)
        return list(organizations.read(folder, codes))

    return _rows


def test_a_day_first_date_and_a_cut_one_are_read(rows):
    [row] = rows("STHADC_1992O,SADC,ZAF,NA,NA,1994-04,31.12.9999,1994-04\n")
    assert (row.instrument, row.action, row.date, row.effect) == ("sadc-treaty-1992", "accession", "1994-04", "")


def test_a_founding_member_signs_and_is_bound_without_a_date_of_consent(rows):
    signature, consent = rows("ESACCM_2009O,EAC,KEN,20.11.2009,NA,01.07.2010,31.12.9999,NA\n")
    assert (signature.action, signature.date) == ("signature", "2009-11-20")
    assert (consent.action, consent.date, consent.effect) == ("consent", "", "2010-07-01")


def test_a_later_member_accedes_and_its_signature_of_another_treaty_is_left_out(rows):
    [row] = rows("ERSNEU_2014O,EAEU,KGZ,23.12.2014,NA,12.08.2015,31.12.9999,23.12.2014\n")
    assert (row.action, row.date, row.effect) == ("accession", "2014-12-23", "2015-08-12")


def test_a_consent_on_the_day_of_the_accession_is_the_accession(rows):
    [row] = rows("ECCWAS_1975O,ECOWAS,CPV,NA,1976,1977,31.12.9999,1976\n")
    assert (row.action, row.date, row.effect) == ("accession", "1976", "")


def test_a_late_signature_with_ratification_is_no_accession(rows):
    found = rows(environment="TREAEC_1991A,AEC,BEN,27.02.1992,10.05.1999,30.06.1999,31.12.9999,27.02.1992\n")
    assert [(row.action, row.date) for row in found] == [("signature", "1992-02-27"), ("consent", "1999-05-10")]


def test_an_end_is_a_withdrawal_by_its_effect_and_its_own_code_for_algeria_is_put_right(rows):
    found = rows(
        "ECCWAS_1975O,ECOWAS,MRT,28.05.1975,NA,20.06.1975,26.12.2000,NA\nARBMGU_1989O,AMU,ALG,17.02.1989,NA,NA,NA,NA\n"
    )
    assert [(row.party, row.action, row.effect) for row in found] == [
        ("MRT", "signature", ""),
        ("MRT", "consent", "1975-06-20"),
        ("MRT", "withdrawal", "2000-12-26"),
        ("DZA", "signature", ""),
    ]


def test_an_end_known_to_the_year_brackets_the_consent_instead_of_leaving_it_open(rows):
    _, consent, withdrawal = rows("ANDNGC_1969A,Andean,CHL,26.05.1969,NA,16.10.1969,1976,NA\n")
    assert (consent.bracketed, withdrawal.date, withdrawal.effect) == ("yes", "1976", "")


def test_other_treaties_of_the_tables_are_not_read(rows):
    assert rows("WAEMU_1994O,WAEMU,BEN,10.01.1994,NA,01.08.1994,31.12.9999,NA\n") == []


def test_states_taken_for_others_are_left_out(rows):
    found = rows(
        "ECCCAS_1983O,ECCAS,GIN,18.10.1983,NA,18.12.1984,31.12.9999,NA\n"
        "ECCCAS_1983O,ECCAS,GNQ,18.10.1983,NA,18.12.1984,31.12.9999,NA\n"
        "CMMESA_1993O,COMESA,COG,05.11.1993,NA,08.12.1994,NA,NA\n"
    )
    assert {row.party for row in found} == {"GNQ"}


def test_a_date_of_no_calendar_is_named(rows):
    with pytest.raises(SourceFormatError, match="31"):
        rows("ESACCM_2009O,EAC,KEN,31.11.2009,NA,NA,NA,NA\n")
