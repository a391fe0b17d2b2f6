"""Provisions as lawyers cite them: each instrument once, articles in their order, runs cut short."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from flask import Flask
from markupsafe import Markup

from iml_web import language, shown


def provisions(iris: Sequence[str]) -> Markup:
    """Write provisions, which may be of several instruments, each instrument once and runs cut short.

    Thirty-three articles become ``1951 Refugee Convention, art. 2–34``.
    """
    by_instrument: dict[str, list[str]] = {}
    for iri in iris:
        instrument, _, reference = iri.partition("/art/")
        by_instrument.setdefault(instrument, []).append(reference)
    return Markup(", ").join(
        Markup('<a href="{}">{}</a>').format(shown.page_of(instrument), _cited(instrument, references))
        for instrument, references in by_instrument.items()
    )


def _cited(instrument: str, references: list[str]) -> str:
    numbers = [int(each) for each in references if each.isdigit()]
    others = ";".join(each for each in references if not each.isdigit())
    number = ", ".join(filter(None, (_runs(sorted(numbers)), articles(others))))
    return f"{shown.name(instrument)}, {language.translate('instrument.article', number=number)}"


def _runs(numbers: list[int]) -> str:
    """Write ``[2, 3, 4, 7]`` as ``2–4, 7``."""
    runs = [list(run) for _, run in groupby(enumerate(numbers), key=lambda each: each[1] - each[0])]
    ends = ((run[0][1], run[-1][1]) for run in runs)
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in ends)


def articles(references: str) -> str:
    """Write a list of articles (``22.5;4``) in their order, as lawyers do: ``4, 22 (5)``.

    Those of another instrument stand after its identifier: ``4; refugee-1951: 7, 12 (1)``.
    """
    by_instrument: dict[str, list[str]] = {}
    for reference in filter(None, references.split(";")):
        instrument, _, article = reference.rpartition(":")
        by_instrument.setdefault(instrument, []).append(article)
    lists = {instrument: _in_order(own) for instrument, own in sorted(by_instrument.items())}
    return "; ".join(f"{instrument}: {own}" if instrument else own for instrument, own in lists.items())


def _in_order(references: list[str]) -> str:
    each = sorted(references, key=_article_order)
    return ", ".join(" ".join((article, *(f"({part})" for part in parts))) for article, *parts in map(_parts, each))


def _parts(reference: str) -> list[str]:
    return reference.split(".")


def _article_order(reference: str) -> list[tuple[int, str]]:
    return [(int(part) if part.isdigit() else 0, part) for part in _parts(reference)]


def init_app(app: Flask) -> None:
    """Let the templates cite provisions."""
    app.jinja_env.globals.update(articles=articles, provisions=provisions)
