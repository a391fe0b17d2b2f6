import pytest

from iml_graph.ingest import untc_crba

HEADING = "Participant 2;Signature;Ratification, Acceptance(A), Accession(a);ATTR_ENDPOINT\n"


@pytest.fixture
def rows(codes, write, monkeypatch):
    monkeypatch.setattr(untc_crba, "INSTRUMENTS", {"XVIII-12-a.X-4.csv": "palermo-trafficking"})
    lines = "Albania;12 Dec 2000;21 Aug 2002;nan\nNetherlands 12, 13;12 Dec 2000;27 Jul 2005 A;nan\n"
    return list(untc_crba.read(write("XVIII-12-a.X-4.csv", HEADING + lines), codes))


def test_footnote_digits_are_no_part_of_a_name(rows):
    assert [(row.party, row.participant) for row in rows[2:]] == [("NLD", "Netherlands")] * 2


def test_each_cell_is_one_act(rows):
    acts = [("signature", "2000-12-12"), ("ratification", "2002-08-21")]
    assert [(row.action, row.date) for row in rows[:2]] == acts
    assert rows[3].action == "acceptance"


def test_the_empty_last_column_is_no_act(rows):
    assert len(rows) == 4
