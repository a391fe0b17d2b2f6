"""The words of the briefing: all there in three languages, and no advice in any."""

from __future__ import annotations

import re
from string import Formatter

from iml_graph.brief.words import TEXTS
from iml_graph.labels import LANGUAGES

ADVICE = {
    "en": r"\b(should|must|ought|recommended that|advise)\b",
    "fr": r"\b(devrait|doit|faut|conseill\w*|il convient)\b",
    "es": r"\b(debería\w*|debe\w*|hay que|aconseja\w*|conviene)\b",
}


def names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_each_text_is_there_in_every_language_with_the_same_values() -> None:
    for key, texts in TEXTS.items():
        assert len(texts) == len(LANGUAGES), key
        assert all(texts), key
        assert len({frozenset(names(text)) for text in texts}) == 1, key


def test_no_text_tells_a_state_what_it_has_to_do() -> None:
    for texts in TEXTS.values():
        for lang, text in zip(LANGUAGES, texts, strict=True):
            assert not re.search(ADVICE[lang], text, re.IGNORECASE), text


def test_french_has_a_space_before_double_signs_and_no_language_a_straight_apostrophe() -> None:
    for texts in TEXTS.values():
        assert not re.search(r"\w[;:?!](?=\s|$)", texts[1]), texts[1]
        assert not any(re.search(r"\w'\w", text) for text in texts), texts
