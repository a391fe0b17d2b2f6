"""Pages as people read them, asked without a browser."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from iml_web.shown import SYMBOLS

from iml_graph.terms import Status


def text_of(client: FlaskClient, address: str, status: int = 200) -> str:
    response = client.get(address, headers={"Accept": "text/html"})
    assert response.status_code == status, response.text[:500]
    return response.text


@pytest.mark.parametrize("lang", ["en", "fr", "es"])
def test_each_page_answers_in_each_language_and_says_its_release(client: FlaskClient, address: str, lang: str) -> None:
    page = text_of(client, f"{address}{'&' if '?' in address else '?'}lang={lang}")
    assert f'<html lang="{lang}">' in page
    assert {"en": "3 February 2026", "fr": "3 février 2026", "es": "3 de febrero de 2026"}[lang] in page
    assert page.count("<h1") == 1


def test_each_page_carries_the_security_headers_and_no_inline_code(client: FlaskClient, address: str) -> None:
    response = client.get(address)
    assert response.headers["Content-Security-Policy"].startswith("default-src 'self'")
    assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert "<style" not in response.text
    assert " style=" not in response.text


def test_a_party_that_left_and_came_back_shows_all_its_acts(client: FlaskClient) -> None:
    page = text_of(client, "/party/TTO?on=2026-02-03")
    assert page.count(">denunciation</a>") == 2
    assert "[14 Nov 1980 a]" in page
    assert "status-former-party" in page


def test_a_former_state_says_when_it_ceased_to_exist(client: FlaskClient) -> None:
    assert "dejó de existir el 26 de diciembre de 1991" in text_of(client, "/party/SUN?lang=es")
    assert "dejó de existir" not in text_of(client, "/party/RUS?lang=es")


@pytest.mark.parametrize(
    ("on", "status"),
    [
        ("1981-02-13", "party-not-in-force"),
        ("1981-02-14", "party"),
        ("1998-08-25", "party"),
        ("1998-08-26", "party-not-in-force"),
        ("1998-11-26", "party"),
        ("2000-06-26", "party"),
        ("2000-06-27", "former-party"),
    ],
)
def test_a_status_is_that_of_the_day_asked_about(client: FlaskClient, on: str, status: str) -> None:
    found = client.get(f"/party/TTO?on={on}&format=json").get_json()
    assert {each["instrument"]: each["status"] for each in found["instruments"]}["iccpr-op1"] == status


def test_after_the_last_complete_day_the_status_of_absence_is_unknown(client: FlaskClient) -> None:
    found = client.get("/party/FRA?on=2026-02-04&format=json").get_json()
    line = {each["instrument"]: each for each in found["instruments"]}["icrmw"]
    assert (line["status"], line["last_known"]) == ("unknown", "eligible-no-action")
    assert "status-unknown" in text_of(client, "/party/FRA?on=2026-02-04")


def test_a_settled_disagreement_shows_both_dates_and_the_reason_in_the_language(client: FlaskClient) -> None:
    page = text_of(client, "/party/SEN?lang=fr&on=2026-02-03")
    assert "13 février 1978" in page
    assert "14 février 1978" in page
    assert "La liste retarde d’un jour." in page


def test_the_source_string_stands_beside_each_act(client: FlaskClient) -> None:
    assert '<q class="shown">9 Jun 1999 a</q>' in text_of(client, "/party/SEN")


def test_a_territory_shows_what_reaches_it_and_through_whom(client: FlaskClient) -> None:
    page = text_of(client, "/party/ABW?on=2026-02-03")
    assert 'href="/party/NLD?on=2026-02-03"' in page
    assert page.count("extension to a territory</td>") == 1
    assert "1979-03-11" in page
    assert "may not join" not in page
    assert "extension to a territory</td>" not in text_of(client, "/party/ABW?on=1978-12-10")


def test_every_status_has_a_symbol_of_its_own() -> None:
    assert set(SYMBOLS) == {status.value for status in Status}
    assert len(set(SYMBOLS.values())) == len(SYMBOLS)


def test_gaps_name_the_next_step_and_the_source(client: FlaskClient) -> None:
    page = text_of(client, "/party/FRA/gaps?on=2026-02-03")
    assert "Migrant Workers Convention" in page
    assert "sign and ratify, or accede" in page
    assert 'href="/source/small-depositary?on=2026-02-03"' in page


def test_a_protocol_waits_for_its_parent(client: FlaskClient) -> None:
    found = client.get("/party/RUS/gaps?on=2026-02-03&format=json").get_json()
    assert {gap["instrument"]: gap["first"] for gap in found["gaps"]}["iccpr-op1"] == ["iccpr"]


def test_an_instrument_before_its_entry_into_force_says_so(client: FlaskClient) -> None:
    assert "not in force: it entered into force on 1 July 2003" in text_of(client, "/instrument/icrmw?on=2003-06-30")
    assert "In force since 1 July 2003." in text_of(client, "/instrument/icrmw?on=2003-07-01")
    assert "adopted on 18 December 1990" in text_of(client, "/instrument/icrmw?on=1990-12-17")


def test_an_instrument_shows_clauses_statements_body_and_depositary(client: FlaskClient) -> None:
    assert "20 consents" in text_of(client, "/instrument/icrmw")
    assert 'href="/body/cmw"' in text_of(client, "/instrument/icrmw")
    assert "Secretary-General of the United Nations" in text_of(client, "/instrument/icrmw")


def test_statements_on_an_instrument_stand_with_their_articles_from_their_day_on(client: FlaskClient) -> None:
    assert "4 (1), 27" in text_of(client, "/instrument/iccpr/statements?type=reservation")
    assert "4 (1), 27" in text_of(client, "/instrument/iccpr/statements?on=1980-11-04")
    assert "4 (1), 27" not in text_of(client, "/instrument/iccpr/statements?on=1980-11-03")
    assert "4 (1), 27" not in text_of(client, "/instrument/iccpr/statements?type=objection")
    assert "/instrument/iccpr/statements?type=reservation" in text_of(client, "/instrument/iccpr")


def test_relations_name_other_instruments_and_cut_runs_of_articles_short(client: FlaskClient) -> None:
    relations = text_of(client, "/instrument/iccpr-op1").partition('id="relations"')[2]
    assert "Covenant on Civil and Political Rights, art. 2–3, 10, 14 (3) (b)" in relations
    assert "clause" not in relations.partition("<footer")[0]
    assert "has as protocol" in text_of(client, "/instrument/iccpr")


def test_a_body_shows_what_it_supervises_and_under_which_article(client: FlaskClient) -> None:
    page = text_of(client, "/body/cmw")
    assert "Migrant Workers Convention, art. 73 (1)" in page
    assert "Migrant Workers Convention, art. 72 (1)" in page


def test_lists_can_be_narrowed(client: FlaskClient) -> None:
    assert "European Union" in text_of(client, "/parties?kind=RegionalIntegrationOrganization")
    assert "Senegal" not in text_of(client, "/parties?kind=RegionalIntegrationOrganization")
    assert "Senegal" in text_of(client, "/parties?region=Africa")
    assert "Iraq" not in text_of(client, "/parties?region=Africa")


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        ("senegal", "/id/party/SEN"),
        ("SÉNÉGAL", "/id/party/SEN"),
        ("cote d’ivoire", "/id/party/CIV"),
        ("Ivory Coast", "/id/party/CIV"),
        ("CIDTM", "/id/instrument/icrmw"),
        ("PIDCP", "/id/instrument/iccpr"),
        ("iv-13", "/id/instrument/icrmw"),
        ("comite des travailleurs", "/id/body/cmw"),
    ],
)
def test_search_finds_any_name_in_any_language_without_accents(client: FlaskClient, asked: str, address: str) -> None:
    found = client.get("/search", query_string={"q": asked, "format": "json"}).get_json()["found"]
    assert found[0]["iri"].endswith(address)


def test_search_for_nothing_finds_nothing(client: FlaskClient) -> None:
    assert "0 results" in text_of(client, "/search?q=zzzz")
    assert "results" not in text_of(client, "/search?q=%20").partition("<main")[2].partition("</main")[0]


def test_what_a_visitor_types_is_escaped(client: FlaskClient) -> None:
    assert "<script>" not in text_of(client, "/search?q=<script>alert(1)</script>")


def test_every_table_has_a_caption_and_column_heads(client: FlaskClient, address: str) -> None:
    page = text_of(client, address)
    assert page.count("<table") == page.count("<caption")
    assert page.count("<th>") == 0, address


def test_health_names_the_release(client: FlaskClient) -> None:
    answer = client.get("/health").get_json()
    assert answer["status"] == "ok"
    assert answer["data_date"] == "2026-02-03"


def test_each_page_links_to_the_queries_behind_it(client: FlaskClient) -> None:
    page = text_of(client, "/instrument/icrmw")
    assert "/sparql?query=" in page
    assert "id%2Finstrument%2Ficrmw" in page
