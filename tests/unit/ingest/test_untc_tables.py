import pytest

from iml_graph.errors import SourceFormatError
from iml_graph.ingest import untc_tables

AMENDED = (
    'Participant,"Definitive signature or participation in the Convention and the Protocol, Participation(P)",'
    '"Ratification of the Convention as amended, Accession to the Convention as amended(a)"\n'
    "Austria,16 Jul 1954,\n"
    "Albania,,2 Jul 1957 a\n"
)


@pytest.fixture
def only(monkeypatch):
    """Let the reader open one table alone."""

    def _only(stem):
        monkeypatch.setattr(untc_tables, "FILES", (f"treaties/{stem}.csv",))

    return _only


def test_a_table_without_signatures_has_consents_alone(codes, write, only):
    only("5-5")
    folder = write("treaties/5-5.csv", 'Participant,"Accession(a), Succession(d)"\nAfghanistan,30 Aug 2005 a\n')
    [row] = untc_tables.read(folder, codes)
    assert (row.instrument, row.party, row.action, row.date) == ("refugee-1967", "AFG", "accession", "2005-08-30")
    assert (row.source, row.locator) == ("untc-zmjones-2015-03", "5-5.csv line 2")


def test_a_participant_that_only_signed_has_no_consent(codes, write, only):
    only("18-10")
    folder = write("treaties/18-10.csv", 'Participant,Signature,"Acceptance(A), Ratification"\nIsrael,31 Dec 2000,\n')
    assert [row.action for row in untc_tables.read(folder, codes)] == ["signature"]


def test_the_slavery_convention_as_amended_has_two_columns_of_consents(codes, write, only):
    only("18-2")
    rows = list(untc_tables.read(write("treaties/18-2.csv", AMENDED), codes))
    assert [(row.party, row.action) for row in rows] == [("AUT", "consent"), ("ALB", "accession")]


def test_the_three_slavery_instruments_of_chapter_xviii_are_told_apart():
    numbers = {number: untc_tables.INSTRUMENTS[number] for number in ("18-1", "18-2", "18-3")}
    assert numbers == {"18-1": "slavery-protocol-1953", "18-2": "slavery-1926-amended", "18-3": "slavery-1926"}


def test_every_instrument_has_one_table():
    assert len(untc_tables.INSTRUMENTS) == len(set(untc_tables.INSTRUMENTS.values())) == 49


def test_the_protocols_to_the_two_vienna_conventions_are_told_apart():
    numbers = {number: untc_tables.INSTRUMENTS[number] for number in ("3-4", "3-5", "3-7", "3-8")}
    assert numbers == {
        "3-4": "vcdr-op-nationality",
        "3-5": "vcdr-op-disputes",
        "3-7": "vccr-op-nationality",
        "3-8": "vccr-op-disputes",
    }


def test_a_missing_table_is_named(codes, tmp_path):
    with pytest.raises(SourceFormatError, match=r"3-3\.csv"):
        list(untc_tables.read(tmp_path, codes))
