from __future__ import annotations

import re
import string

import pytest
from flask.testing import FlaskClient
from iml_web.language import translations

from iml_graph.labels import LANGUAGES


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_language_has_the_same_strings(lang: str) -> None:
    assert list(translations(lang)) == list(translations("en"))
    assert all(text.strip() for text in translations(lang).values())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_translation_has_the_same_gaps_to_fill(lang: str) -> None:
    for key, text in translations(lang).items():
        assert _fields(text) == _fields(translations("en")[key]), key


def _fields(text: str) -> set[str | None]:
    return {field for _, field, _, _ in string.Formatter().parse(text) if field}


def test_french_has_its_spaces_before_double_signs() -> None:
    wrong = [key for key, text in translations("fr").items() if re.search(r"\w[:;?!»]|«\S", text)]
    assert wrong == []


@pytest.mark.parametrize(
    ("accept", "lang"),
    [("fr-CH, fr;q=0.9", "fr"), ("es-MX", "es"), ("de, ru", "en"), ("de;q=1, es;q=0.5", "es"), ("", "en")],
)
def test_the_browser_chooses_the_language(client: FlaskClient, accept: str, lang: str) -> None:
    page = client.get("/about", headers={"Accept-Language": accept})
    assert f'<html lang="{lang}">' in page.text
    assert "Accept-Language" in page.headers["Vary"]


def test_the_address_wins_over_the_browser(client: FlaskClient) -> None:
    page = client.get("/about?lang=es", headers={"Accept-Language": "fr"})
    assert '<html lang="es">' in page.text


def test_switching_language_keeps_the_page_and_the_day(client: FlaskClient) -> None:
    page = client.get("/party/SEN?on=2000-01-01").text
    assert 'hreflang="fr" href="/party/SEN?on=2000-01-01&amp;lang=fr"' in page


def test_links_keep_the_day_and_the_language_only_where_the_address_names_them(client: FlaskClient) -> None:
    assert 'href="/instrument/icrmw?on=2000-01-01"' in client.get("/party/SEN?on=2000-01-01").text
    assert 'href="/instrument/icrmw"' in client.get("/party/SEN").text


def test_a_language_that_is_not_there_is_refused_with_those_that_are(client: FlaskClient) -> None:
    answer = client.get("/about?lang=de")
    assert answer.status_code == 400
    assert "lang=en, lang=fr or lang=es" in answer.text


def test_the_first_of_the_month_is_written_as_in_french(client: FlaskClient) -> None:
    assert "1er juillet 2003" in client.get("/instrument/icrmw?lang=fr").text
