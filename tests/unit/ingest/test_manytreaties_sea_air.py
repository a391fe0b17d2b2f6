import pytest

from iml_graph.errors import SourceFormatError
from iml_graph.ingest import manytreaties_sea_air

HEADING = "manyID,stateID,stateRat,stateForce,stateForce2,stateWithdrawal,Acceptance,Accession,Succession\n"
SOLAS, CHICAGO = "INTSLS_1974A", "ICAAAN_1944A"


@pytest.fixture
def rows(codes, write):
    def _rows(line):
        folder = write("HUGGO_MEM_env_reconciled_subset.csv", f"{HEADING}{line}\n")
        return list(manytreaties_sea_air.read(folder, codes))

    return _rows


def test_the_column_that_repeats_the_day_tells_the_mode(rows):
    [row] = rows(f"{SOLAS},AUT,02.05.1988,02.08.1988,NA,NA,NA,02.05.1988,NA")
    assert (row.instrument, row.action, row.date, row.effect) == ("solas", "accession", "1988-05-02", "1988-08-02")
    assert rows(f"{SOLAS},AUT,02.05.1988,02.08.1988,NA,NA,02.05.1988,NA,NA")[0].action == "acceptance"
    assert rows(f"{SOLAS},AUT,02.05.1988,02.08.1988,NA,NA,NA,NA,NA")[0].action == "consent"


def test_a_successor_has_its_succession_only(rows):
    [row] = rows(f"{SOLAS},MNE,11.06.1979,25.05.1980,NA,NA,NA,NA,03.06.2006")
    assert (row.action, row.date, row.effect) == ("succession", "2006-06-03", "")


def test_china_left_and_came_back_by_effect(rows):
    found = rows(f"{CHICAGO},CHN,20.02.1946,04.04.1947,01.01.1954,31.05.1951,NA,NA,15.02.1974")
    assert [(row.action, row.date, row.effect) for row in found] == [
        ("consent", "1946-02-20", "1947-04-04"),
        ("withdrawal", "", "1951-05-31"),
        ("consent", "", "1954-01-01"),
    ]


def test_the_day_after_all_days_is_no_withdrawal(rows):
    assert len(rows(f"{CHICAGO},AUT,27.08.1948,26.09.1948,NA,31.12.9999,NA,NA,NA")) == 1


def test_other_treaties_of_the_table_are_left_out(rows):
    assert rows("INTRNS_1989A,AUT,27.08.1998,26.09.1999,NA,NA,NA,NA,NA") == []


def test_a_miswritten_day_is_put_right_and_no_other_is_guessed(rows):
    assert rows(f"{SOLAS},BEN,1985-11-01-,01.02.1986,NA,NA,NA,NA,NA")[0].date == "1985-11-01"
    with pytest.raises(SourceFormatError, match="day first"):
        rows(f"{SOLAS},BEN,1985-11-02-,01.02.1986,NA,NA,NA,NA,NA")
