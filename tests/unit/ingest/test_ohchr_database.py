import pytest

from iml_graph.errors import SourceFormatError
from iml_graph.ingest import ohchr_database

HEADING = (
    'COUNTRY,Treaty Description,Treaty Name,Signature Date,"Ratification Date, Accession(a), Succession(d) Date"\n'
)


@pytest.fixture
def rows(codes, write):
    def _rows(line):
        return list(ohchr_database.read(write("updated_merged_tables.csv", f"{HEADING}{line}\n"), codes))

    return _rows


def test_a_marked_consent_has_its_mode_and_an_unmarked_one_has_none(rows):
    [accession] = rows("Albania,x,CAT,,11 May 1994 (a)")
    assert (accession.action, accession.date, accession.as_shown) == ("accession", "1994-05-11", "11 May 1994 (a)")
    signature, consent = rows("Afghanistan,x,CAT,04 Feb 1985,01 Apr 1987")
    assert (signature.action, signature.date) == ("signature", "1985-02-04")
    assert (consent.action, consent.date) == ("consent", "1987-04-01")


def test_a_name_in_a_wrong_encoding_is_mended(rows):
    [row] = rows("TГјrkiye,x,CRPD,,28 Sep 2009")
    assert (row.party, row.participant) == ("TUR", "Türkiye")


@pytest.mark.parametrize("line", ["Albania,x,CMW,,11 May 1994", "Albania,x,CAT,,11 May 1994 (x)"])
def test_an_unknown_treaty_or_mark_is_named(rows, line):
    with pytest.raises(SourceFormatError, match="line 2"):
        rows(line)
