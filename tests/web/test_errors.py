from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient
from iml_web import create_app


@pytest.mark.parametrize("on", ["2026-13-01", "03/02/2026", "1899-12-31", "2999-01-01", "yesterday", "20260203"])
def test_a_bad_day_is_400_with_the_accepted_form(client: FlaskClient, on: str) -> None:
    answer = client.get("/party/SEN", query_string={"on": on})
    assert answer.status_code == 400
    assert "YYYY-MM-DD" in answer.text
    assert "1900-01-01" in answer.text


def test_a_bad_day_is_explained_in_the_language_of_the_page(client: FlaskClient) -> None:
    assert "AAAA-MM-JJ" in client.get("/party/SEN?on=x&lang=fr").text


def test_an_unknown_party_is_404_with_what_was_perhaps_meant(client: FlaskClient) -> None:
    answer = client.get("/party/Senegall?on=2000-01-01")
    assert answer.status_code == 404
    assert "No party is called “Senegall”." in answer.text
    assert 'href="/party/Senegal?on=2000-01-01"' in answer.text


def test_an_unknown_instrument_is_404_with_what_was_perhaps_meant(client: FlaskClient) -> None:
    answer = client.get("/instrument/icrmv")
    assert answer.status_code == 404
    assert 'href="/instrument/' in answer.text.partition("<main")[2]


def test_a_name_leads_to_the_address_of_the_code(client: FlaskClient) -> None:
    answer = client.get("/party/Sénégal?on=2000-01-01&lang=fr")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/party/SEN?on=2000-01-01&lang=fr")
    assert client.get("/instrument/CIDTM").headers["Location"] == "/instrument/icrmw"


@pytest.mark.parametrize("address", ["/body/none", "/source/none", "/vocabulary/none", "/vocabulary/statuses/none"])
def test_other_unknown_names_are_404_too(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_an_address_of_nothing_is_a_page_of_its_own(client: FlaskClient) -> None:
    answer = client.get("/no/such/page?lang=es")
    assert answer.status_code == 404
    assert "No hay ninguna página en esta dirección." in answer.text


@pytest.mark.parametrize("identifier", ["action/%00", "action/%3Cb%3E", "action/a%20b", "action/%5C", "action/%22%7D"])
def test_what_cannot_be_an_identifier_is_unknown(client: FlaskClient, identifier: str) -> None:
    assert client.get(f"/resource/{identifier}").status_code == 404


def test_a_page_that_is_not_there_is_404_in_a_language_that_is_not_either(client: FlaskClient) -> None:
    assert client.get("/no/such/page?lang=xx").status_code == 404


def test_programs_get_errors_as_json(client: FlaskClient) -> None:
    answer = client.get("/party/Senegall", headers={"Accept": "application/json"})
    assert answer.status_code == 404
    assert "Senegal" in answer.get_json()["suggestions"]


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_pages_are_only_read(client: FlaskClient, method: str) -> None:
    answer = getattr(client, method)("/party/SEN")
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]


def test_head_answers_as_get_without_a_body(client: FlaskClient) -> None:
    answer = client.head("/party/SEN")
    assert answer.status_code == 200
    assert answer.data == b""


def test_without_a_graph_every_page_says_how_to_build_one(tmp_path: Path) -> None:
    client = create_app({"STORE_PATH": tmp_path / "store"}).test_client()
    for address in ("/", "/party/SEN", "/health"):
        answer = client.get(address)
        assert answer.status_code == 503
        assert "iml build" in answer.text
