"""How text is set in English, French and Spanish: dates in words, spaces that do not break, curved apostrophes."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

T = TypeVar("T")

_KEPT = frozenset({"lang", "svg", "address"})
"""Fields of a document that are no text."""

NARROW, NO_BREAK = "\u202f", "\u00a0"

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}
_JOIN = {"en": " ", "fr": " ", "es": " de "}

_DAY = re.compile(r"(?<![\w.-])([12]\d{3})-(0[1-9]|1[0-2])-([0-3]\d)(?![\w-])")
_BEFORE = re.compile("[ \u00a0\u202f]+([;:?!»])")
_AFTER = re.compile("«[ \u00a0\u202f]*")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|(?<=s)'(?=\s)")
_PERCENT = re.compile("(?<=\\d)[ \u00a0\u202f]?%")
_CITED = re.compile(r"\b(art\.|arts\.|article|articles|artículo|artículos|párr\.|para\.) (?=\d)")
_INSTRUMENT = re.compile(r"(?<=[A-Z0-9]) (?=\d+(?:\b|\())")


def say_date(iso: str, lang: str) -> str:
    """Say an ISO day in words; one that is cut to its month or year is said as far as it is known."""
    year, *rest = iso.split("-")
    if not rest:
        return year
    month = _MONTHS[lang].split()[int(rest[0]) - 1]
    if len(rest) == 1:
        return f"{month}{_JOIN[lang]}{year}"
    day = "1er" if lang == "fr" and int(rest[1]) == 1 else str(int(rest[1]))
    return (
        f"{day}{_JOIN[lang].replace(' ', NO_BREAK, 1) if lang != 'es' else NO_BREAK + 'de '}{month}{_JOIN[lang]}{year}"
    )


def typeset(text: str, lang: str) -> str:
    """Set a text: days in words, apostrophes, the spaces of French punctuation, of citations and of hundredths."""
    text = _DAY.sub(lambda found: say_date(found.group(), lang), text)
    text = _APOSTROPHE.sub("’", text)
    text = _CITED.sub(lambda found: found.group(1) + NO_BREAK, text)
    text = _INSTRUMENT.sub(NO_BREAK, text)
    text = _PERCENT.sub("%" if lang == "en" else f"{NO_BREAK}%", text)
    if lang == "fr":
        text = _BEFORE.sub(NARROW + r"\1", text)
        text = _AFTER.sub("«" + NARROW, text)
    return text


def capital(text: str) -> str:
    """Begin a text with a capital."""
    return text[:1].upper() + text[1:]


def typeset_document(document: T, lang: str | None = None) -> T:
    """Set all texts of a document, or of a part of it."""
    return _walk(document, lang or document.lang)  # type: ignore[attr-defined, no-any-return]


def _walk(thing: Any, lang: str) -> Any:
    if isinstance(thing, str):
        return typeset(thing, lang)
    if isinstance(thing, tuple):
        return tuple(_walk(each, lang) for each in thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        own = {each.name: getattr(thing, each.name) for each in fields(thing)}
        return replace(thing, **{name: value if name in _KEPT else _walk(value, lang) for name, value in own.items()})
    return thing
