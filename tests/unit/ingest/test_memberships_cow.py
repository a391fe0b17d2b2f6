import pytest

from iml_graph.errors import SourceFormatError
from iml_graph.ingest import memberships_cow

STATES = "ccode,statenme\n339,Albania\n255,Israel\n345,Ruritania\n516,Burundi\n"
HEADING = "igo,cow_ccode,membership_code,first_year,last_year,censored_at_2014\n"


@pytest.fixture
def rows(codes, write):
    def _rows(*lines):
        write(memberships_cow.STATES, STATES)
        folder = write(memberships_cow.SPELLS, HEADING + "".join(f"{line}\n" for line in lines))
        return list(memberships_cow.read(folder, codes))

    return _rows


def test_the_first_year_of_a_running_spell_is_an_admission(rows):
    [row] = rows("OIC,339,1,1992,2014,True")
    assert (row.organization, row.party, row.event, row.date, row.status) == (
        *("oic", "ALB", "admission", "1992"),
        "member",
    )
    assert (row.as_shown, row.locator) == ("1992-2014", f"{memberships_cow.SPELLS} line 2")


@pytest.mark.parametrize(("code", "status"), [("1", "member"), ("2", "associate"), ("3", "observer")])
def test_the_code_tells_the_status(rows, code, status):
    [row] = rows(f"SAARC,339,{code},2006,2014,True")
    assert row.status == status


@pytest.mark.parametrize(
    "line",
    [
        "OIC,339,1,1992,2009,False",  # ended
        "EAC,516,1,1996,2014,True",  # an organization that is left out
        "OAS,339,1,1890,2014,True",  # an older body
        "COE,255,1,1990,2014,True",  # a State in a new form
    ],
)
def test_what_says_nothing_on_an_admission_is_left_out(rows, line):
    assert rows(line) == []


def test_serbia_is_not_yugoslavia(rows):
    assert [row.party for row in rows("COE,345,1,2003,2014,True")] == ["SRB"]


@pytest.mark.parametrize("line", ["OIC,999,1,1992,2014,True", "OIC,339,9,1992,2014,True"])
def test_an_unknown_code_is_named_with_its_line(rows, line):
    with pytest.raises(SourceFormatError, match="line 2"):
        rows(line)
