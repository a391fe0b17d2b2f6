"""The Global Compact, the vocabularies, the work of the IOM, and the coverage of the graph."""

from __future__ import annotations

import csv
import io

import pytest
from flask.testing import FlaskClient
from iml_web.language import last_before


def main_of(client: FlaskClient, address: str) -> str:
    response = client.get(address, headers={"Accept": "text/html"})
    assert response.status_code == 200, response.text[:500]
    return response.text.partition("<main")[2].partition("</main")[0]


def test_the_compact_has_its_objectives_in_order_its_principles_votes_and_champions(client: FlaskClient) -> None:
    rows = client.get("/global-compact?format=json").get_json()
    numbers = [row["number"] for row in rows["concepts"]]
    assert numbers == [*(str(number) for number in range(1, 24)), *"abcdefghij"]
    assert rows["champions"] == ["FRA"]
    (vote,) = rows["votes"]
    assert (vote["yes"], vote["no"], vote["abstention"]) == ("2", "0", "1")


def test_an_objective_says_where_its_wording_is_from_what_is_close_and_what_serves_it(client: FlaskClient) -> None:
    page = main_of(client, "/vocabulary/gcm-objectives/13")
    assert 'href="/instrument/gcm"' in page
    assert 'href="/course/sanremo"' in page
    assert 'href="/network/lawyers"' in page
    assert "/vocabulary/sdg-targets/" in main_of(client, "/vocabulary/gcm-objectives/10")


def test_what_nothing_serves_says_so(client: FlaskClient) -> None:
    assert "Nothing is on record." in main_of(client, "/vocabulary/gcm-objectives/2")


def test_rights_stand_below_the_broader_ones(client: FlaskClient) -> None:
    page = main_of(client, "/vocabulary/rights")
    above, below = page.index('id="work"'), page.index('id="abolition-of-child-labour"')
    assert above < below
    assert "<tbody>" not in page[above:below]


def test_concepts_that_are_not_numbered_stand_by_name(client: FlaskClient) -> None:
    found = client.get("/vocabulary/votes?format=json").get_json()["concepts"]
    assert [row["label"] for row in found] == ["abstention", "against", "in favour"]


def test_the_work_of_the_iom_stands_with_figures_courses_and_aims(client: FlaskClient) -> None:
    page = main_of(client, "/iom?lang=fr")
    assert "Participants, plus de (2005–2023)" in page
    assert "11\u202f300" in page
    assert "5 jours" in page
    assert "Conseiller" in page
    assert "Participants in the first meeting" not in main_of(client, "/iom")  # a figure of a process, not of its own


def test_a_course_shows_its_modules_in_order_and_what_it_serves_by_vocabulary(client: FlaskClient) -> None:
    page = main_of(client, "/course/sanremo")
    assert page.index("First module") < page.index("Second module")
    assert page.index("<h3>Instruments</h3>") < page.index('href="/instrument/icrmw"')
    assert 'href="/vocabulary/rights/liberty-of-person"' in page
    assert "in part editorial judgement" in page


def test_what_is_not_known_of_a_course_says_so(client: FlaskClient) -> None:
    row = main_of(client, "/iom").partition('href="/course/bare"')[2].partition("</tr>")[0]
    assert row.count("not known") == 3


def test_a_unit_lists_what_it_carries_out(client: FlaskClient) -> None:
    page = main_of(client, "/unit/iml")
    for address in ("/line-of-work/training", "/course/sanremo", "/network/lawyers", "/organization/iom"):
        assert f'href="{address}"' in page


def test_an_organization_without_members_on_record_has_its_page_and_what_it_offers(client: FlaskClient) -> None:
    page = main_of(client, "/organization/institute")
    assert 'href="/course/sanremo"' in page
    assert 'href="/organization/union"' in page
    assert "No member is on record" not in page
    assert 'href="/process/dialogue"' in main_of(client, "/organization/iom")


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("/id/organization/union", "/organization/union"),
        ("/id/process/dialogue", "/process/dialogue"),
        ("/id/course/sanremo", "/course/sanremo"),
        ("/id/line-of-work/training", "/line-of-work/training"),
        ("/id/network/lawyers", "/network/lawyers"),
        ("/id/unit/iml", "/unit/iml"),
        ("/id/meeting/dialogue-1", "/resource/meeting/dialogue-1"),
    ],
)
def test_the_iri_of_a_thing_leads_to_its_page_and_to_its_data(client: FlaskClient, address: str, page: str) -> None:
    answer = client.get(address, headers={"Accept": "text/html"})
    assert (answer.status_code, answer.headers["Location"]) == (303, page)
    assert client.get(address, headers={"Accept": "text/turtle"}).headers["Location"] == f"{page}?format=ttl"
    assert client.get(page).status_code == 200


@pytest.mark.parametrize(
    "address", ["/organization/none", "/process/none", "/course/none", "/unit/none", "/network/none"]
)
def test_what_there_is_not_is_404_in_words(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert "is called “none”" in answer.text


def test_coverage_counts_instruments_by_force_and_can_be_narrowed(client: FlaskClient) -> None:
    counts = client.get("/coverage?format=json").get_json()["counts"]
    assert counts == {"treaty": 5, "secondary-law": 2, "bilateral": 2, "non-binding": 2}
    text = client.get("/coverage?force=non-binding&format=csv").text
    rows = list(csv.DictReader(io.StringIO(text)))
    assert {row["instrument"] for row in rows} == {"gcm", "cmw-gc-1"}
    assert rows[0]["official_titles"] == "0"


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        ("dialogo de la ruta", "/id/process/dialogue"),
        ("DER", "/id/process/dialogue"),
        ("union des exemples", "/id/organization/union"),
        ("assemblee des etats", "/id/body/assembly"),
        ("sanremo", "/id/course/sanremo"),
        ("reseau de juristes", "/id/network/lawyers"),
        ("pacte mondial pour les migrations", "/id/instrument/gcm"),
        ("PMM", "/id/instrument/gcm"),
        ("exchange of notes on the abolition", "/id/instrument/small-7"),
        ("abolicion del trabajo infantil", "/vocabulary/rights/abolition-of-child-labour"),
        ("32008L0001", "/id/instrument/union-directive"),
    ],
)
def test_search_finds_every_kind_of_thing_in_any_language(client: FlaskClient, asked: str, address: str) -> None:
    found = client.get("/search", query_string={"q": asked, "format": "json"}).get_json()["found"]
    assert found[0]["iri"].endswith(address)


@pytest.mark.parametrize(
    ("until", "last"),
    [
        ("2024", "2023"),
        ("2012-01", "2011-12"),
        ("2012-03", "2012-02"),
        ("2011-10-27", "2011-10-26"),
        ("2001-01-01", "2000-12-31"),
    ],
)
def test_the_last_day_month_or_year_of_a_half_open_period(until: str, last: str) -> None:
    assert last_before(until) == last
