import pytest

from iml_graph.errors import SourceFormatError
from iml_graph.ingest import uk_treaties
from iml_graph.ingest.uk_treaties_rules import topic_of

COLUMNS = (
    *("id", "title", "subject", "field3", "signed_event_date", "signed_event_location"),
    *("definative_eif_event_date", "definative_eif_event_effective_date", "provisional_eif_event_date"),
    *("terminated_event_date", "terminated_event_effective_date", "country_name", "references", "document_url"),
)
VISAS = {
    "id": "1",
    "title": "Exchange of Notes for the  Abolition of Visas",
    "subject": "VISA",
    "field3": "BI",
    "signed_event_date": "13/05/1960",
    "signed_event_location": "Vienna",
    "country_name": "AUSTRIA ; Gibraltar ; UNITED KINGDOM",
}


@pytest.fixture
def rows(codes, write):
    def _rows(**changed):
        cells = VISAS | changed
        line = ",".join(f'"{cells.get(name, "")}"' for name in COLUMNS)
        folder = write("treaties_migration.csv", f"{','.join(COLUMNS)}\n{line}\n")
        return list(uk_treaties.read(folder, codes))

    return _rows


def test_a_treaty_has_its_parties_title_topic_and_days(rows):
    [row] = rows(definative_eif_event_date="01/06/1960", terminated_event_date="02/03/1970")
    assert (row.parties, row.topic, row.title) == ("AUT;GBR", "visa-abolition", VISAS["title"].replace("  ", " "))
    assert (row.signed, row.signed_at, row.in_force) == ("1960-05-13", "Vienna", "1960-06-01")
    assert (row.terminated, row.provisional_from) == ("1970-03-02", "")


def test_the_day_of_effect_goes_before_the_day_of_the_event(rows):
    [row] = rows(terminated_event_date="02/03/1970", terminated_event_effective_date="02/09/1970")
    assert row.terminated == "1970-09-02"


def test_the_null_date_is_no_date(rows):
    assert rows(definative_eif_event_date="01/01/1900")[0].in_force == ""


def test_another_form_of_a_date_is_an_error(rows):
    with pytest.raises(SourceFormatError, match="1960"):
        rows(definative_eif_event_date="1960")


def test_a_name_in_lower_case_is_a_territory(rows):
    assert rows(country_name="AUSTRIA ; Malta ; UNITED KINGDOM")[0].parties == "AUT;GBR"


def test_a_state_that_had_not_begun_on_the_day_was_a_territory(rows):
    assert rows(country_name="AUSTRIA ; CYPRUS ; UNITED KINGDOM")[0].parties == "AUT;GBR"
    assert rows(country_name="CYPRUS ; UNITED KINGDOM") == []
    [row] = rows(country_name="CYPRUS ; UNITED KINGDOM", signed_event_date="06/10/1969")
    assert row.parties == "CYP;GBR"


def test_parties_named_by_the_title_go_before_the_list(rows):
    assert rows(id="58508")[0].parties == "CHE;IRL"


def test_multilateral_treaties_and_those_without_a_day_are_left_out(rows):
    assert rows(field3="MULTI") == []
    assert rows(signed_event_date="") == []


@pytest.mark.parametrize(
    ("shown", "references"),
    [
        (
            "UN Registration United/0: 11 291;Treaty Series 027/1947: Cmd 7103||https://example.org/a.pdf",
            ["UNTS 11, 291", "UKTS 27/1947 (Cmd 7103)"],
        ),
        ("UN Registration United/0: 374 0;Treaty Series 030/1988: Cm. 371", ["UKTS 30/1988 (Cm 371)"]),
        ("PRO (now TNA) FO 93/102/26/0: 0;Eire Treaty Series 3/1947: 0", ["Eire Treaty Series 3/1947"]),
        ("", []),
    ],
)
def test_references_are_volume_and_page_number_and_paper(shown, references):
    assert list(uk_treaties.references(shown)) == references


@pytest.mark.parametrize(
    ("subject", "title", "topic"),
    [
        ("VISA", "Cancellation of re-imposition of Visas for entry into Cyprus [Norway]", "visa-abolition"),
        ("VISA", "Exchange of Notes regarding Exemption of Consular Visas for Bill of Health", ""),
        ("SOCIAL SECURITY", "Convention on Unemployment Insurance", "social-security"),
        ("SOCIAL SECURITY", "Overseas Service Agreement between the United Kingdom and Fiji (No.26 of 1961)", ""),
        ("SOCIAL SECURITY", "Something else", "social-security"),
        ("LABOUR", "Agreement for the Recruitment of Italian Workers", "labour-and-recruitment"),
        ("LABOUR", "Agreement on Recruitment of Displaced Persons from Denmark", "refugees"),
        ("LABOUR", "Exchange of Notes concerning Mining Regulations", ""),
        ("NATIONALITY & PASSPORTS", "Convention respecting Nationality", "nationality-and-passports"),
        ("NATIONALITY & PASSPORTS", "Convention between Iraq and Turkey regarding Residence", "establishment"),
        ("NATIONALITY & PASSPORTS", "Agreement on an Assisted Passage Migration Scheme", "migration-cooperation"),
        ("TRAVEL", "Exchange of Notes concerning Arrangements to facilitate Travel", "travel"),
        ("TRAVEL", "Exchange of Notes respecting cabotage", ""),
        ("ESTABLISHMENT", "Treaty of Commerce, Establishment and Navigation", "establishment"),
        ("DIPLOMATIC & CONSULAR RELATIONS", "Consular Convention", "consular"),
        ("DIPLOMATIC & CONSULAR RELATIONS", "Exchange of Notes on military service", ""),
        ("EXTRADITION", "Treaty on the deportation of workers", ""),
    ],
)
def test_the_title_tells_the_topic(subject, title, topic):
    assert topic_of(subject, title) == topic
