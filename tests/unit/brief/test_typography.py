"""How text is set."""

from __future__ import annotations

import pytest

from iml_graph.brief.document import Cell, Group, Table
from iml_graph.brief.typography import capital, say_date, typeset, typeset_document


@pytest.mark.parametrize(
    ("iso", "lang", "said"),
    [
        ("2026-02-03", "en", "3\u00a0February 2026"),
        ("2026-02-01", "fr", "1er\u00a0février 2026"),
        ("2026-08-30", "fr", "30\u00a0août 2026"),
        ("2026-02-03", "es", "3\u00a0de febrero de 2026"),
        ("1998-05", "es", "mayo de 1998"),
        ("1998-05", "fr", "mai 1998"),
        ("1998", "en", "1998"),
    ],
)
def test_days_are_said_in_words_as_far_as_they_are_known(iso: str, lang: str, said: str) -> None:
    assert say_date(iso, lang) == said


@pytest.mark.parametrize(
    ("text", "lang", "set_"),
    [
        ("Oui : « non » ; quoi ?", "fr", "Oui\u202f: «\u202fnon\u202f»\u202f; quoi\u202f?"),
        ("l'État", "fr", "l’État"),
        ("since 1974-04-12.", "en", "since 12\u00a0April 1974."),
        ("57%", "fr", "57\u00a0%"),
        ("57 %", "en", "57%"),
        ("article 22", "en", "article\u00a022"),
        ("0.1.0+7371ac2bb9-i7i77e4t", "en", "0.1.0+7371ac2bb9-i7i77e4t"),
        ("Yes: no; what?", "en", "Yes: no; what?"),
    ],
)
def test_texts_are_set_by_the_rules_of_their_language(text: str, lang: str, set_: str) -> None:
    assert typeset(text, lang) == set_


def test_a_text_is_set_only_once() -> None:
    once = typeset("« Oui » : l'an 2026-02-03 ; 5 %", "fr")
    assert typeset(once, "fr") == once


def test_a_document_is_set_whole_but_for_addresses() -> None:
    table = Table("a : b", (), (Group(((Cell("c ; d", "https://example.org/2020-01-01"),),)),))
    found = typeset_document(table, "fr")
    assert found.caption == "a\u202f: b"
    assert found.rows[0][0] == Cell("c\u202f; d", "https://example.org/2020-01-01")


def test_only_the_first_letter_becomes_a_capital() -> None:
    assert capital("égalité et ONU") == "Égalité et ONU"
    assert capital("") == ""
