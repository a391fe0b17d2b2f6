import pytest

from iml_graph.ingest import diriwa

CIVIL = "International Covenant on Civil and Political Rights"
TRAFFIC = (
    "Convention for the Suppression of the Traffic in Persons and of the Exploitation of the Prostitution of Others"
)
SLAVERY = "Protocol amending the Slavery Convention signed at Geneva on 25 September 1926"


@pytest.fixture
def rows(codes, write):
    def _rows(title, country, signature, consent):
        text = f'Chapter,Country,Ratification,Treaty,Signature\nC,{country},{consent},"{title}",{signature}\n'
        return list(diriwa.read(write("un_treaties.csv", text), codes))

    return _rows


def test_a_protocol_is_not_taken_for_its_parent(rows):
    place = ". \xa0\xa0New York, 16 December 1966"
    assert rows(CIVIL + place, "Austria", "", "10 Sep 1978")[0].instrument == "iccpr"
    assert rows(f"Optional Protocol to the {CIVIL}{place}", "Austria", "", "10 Dec 1987")[0].instrument == "iccpr-op1"


def test_brackets_are_kept(rows):
    title = f"Optional Protocol to the {CIVIL}. \xa0\xa0New York"
    signature, consent = rows(title, "Jamaica", "[19 Dec 1966 ]", "[ 3 Oct 1975 ]")
    assert (signature.bracketed, consent.bracketed) == ("yes", "yes")


def test_consents_in_the_column_of_signatures_are_consents(rows):
    [row] = rows(f"{SLAVERY}. \xa0\xa0New York", "Netherlands", "7 Jul 1955 A", "")
    assert (row.instrument, row.action) == ("slavery-protocol-1953", "acceptance")


def test_the_title_that_two_instruments_share_is_left_out(rows):
    assert rows(f"{TRAFFIC}. \xa0\xa0Lake Success", "Albania", "", "6 Nov 1958 a") == []


def test_an_amendment_is_not_taken_for_the_treaty(rows):
    title = "Amendment to article 43 (2) of the Convention on the Rights of the Child. \xa0\xa0New York"
    assert rows(title, "Albania", "", "6 Nov 1998 A") == []
