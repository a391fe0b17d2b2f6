import pytest

from iml_graph.ingest import manytreaties

HEADING = "mtdsg_no,stateID,StateSignature,StateRatification,StateForce,StateEnd\n"


@pytest.fixture
def rows(codes, write):
    def _rows(line):
        return list(manytreaties.read(write("ggo_parties_selected.csv", f"{HEADING}{line}\n"), codes))

    return _rows


def test_the_entry_into_force_for_the_state_is_the_effect(rows):
    [row] = rows("IV-2,IRQ,,1970-02-13,1970-03-15,9999-12-31")
    assert (row.instrument, row.action, row.date, row.effect) == ("icerd", "consent", "1970-02-13", "1970-03-15")


def test_an_end_is_a_withdrawal_by_its_effect(rows):
    found = rows("XVIII-10,BDI,1999-01-13,2004-09-21,2004-12-01,2017-10-27")
    assert [row.action for row in found] == ["signature", "consent", "withdrawal"]
    assert (found[2].date, found[2].effect) == ("", "2017-10-27")


def test_its_own_code_for_algeria_is_put_right(rows):
    assert rows("IV-11,ALG,,1993-04-16,1993-05-16,9999-12-31")[0].party == "DZA"


def test_a_predecessors_signature_is_not_the_successors(rows):
    assert [row.action for row in rows("IV-4,CZE,1968-10-07,1975-12-23,1976-03-23,9999-12-31")] == ["consent"]
    assert [row.action for row in rows("XVIII-10,CZE,1999-04-13,2009-07-21,2009-10-01,9999-12-31")] == [
        "signature",
        "consent",
    ]
