"""The language and the day of a page: both are part of its address, so that every link can be cited."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from flask import Flask, g, request, url_for
from markupsafe import Markup
from werkzeug.datastructures import LanguageAccept

from iml_graph.dates import EARLIEST, YEARS_AHEAD, parse_on, today
from iml_graph.errors import BadInputError
from iml_graph.labels import LANGUAGES

_STATE = ("lang", "on")
_PARTS = ("", "registers", "work", "law", "adviser")
"""Folders of the interface strings: of the site and its first pages, of the registers, of the work that serves them,
of what the law says, of the pages for advisers."""


@cache
def translations(lang: str) -> Mapping[str, str]:
    """Read the interface strings of one language, keyed by ``section.name``."""
    folder = Path(__file__).parent / "translations"
    texts = ((folder / part / f"{lang}.toml").read_text(encoding="utf-8") for part in _PARTS)
    return {
        f"{section}.{name}": value
        for text in texts
        for section, strings in tomllib.loads(text).items()
        for name, value in strings.items()
    }


def choose_language(asked: str | None, accepted: LanguageAccept) -> str:
    """Choose the language of a page: what its address asks for, else what the browser accepts.

    Raises:
        BadInputError: the address asks for another language than English, French or Spanish.
    """
    if asked is None:
        return accepted.best_match(LANGUAGES, "en") or "en"
    if asked not in LANGUAGES:
        raise BadInputError(translations("en")["errors.language"].format(text=asked))
    return asked


def lang() -> str:
    """Return the language of the page that is being made; English where none can be made out."""
    if "lang" not in g:
        g.lang = choose_language(None, request.accept_languages)  # for the error page, if the next line fails
        g.lang = choose_language(request.args.get("lang"), request.accept_languages)
    return str(g.lang)


def on() -> date:
    """Return the day that the page is about: ``?on=``, or today.

    Raises:
        BadInputError: it is no date that can be asked about.
    """
    asked = request.args.get("on", "").strip()
    try:
        return parse_on(asked) if asked else today()
    except BadInputError:
        first, last = bounds()
        raise BadInputError(translate("errors.date", text=asked, first=first, last=last)) from None


def on_or_today() -> date:
    """Return the day that the page is about, or today where the address asks for what is no date."""
    try:
        return on()
    except BadInputError:
        return today()


def bounds() -> tuple[str, str]:
    """Return the first and the last day that can be asked about, as ISO dates."""
    return EARLIEST.isoformat(), f"{today().year + YEARS_AHEAD}-12-31"


def translate(key: str, **values: object) -> str:
    """Return an interface string in the language of the page, its ``{names}`` filled in."""
    text = translations(lang())[key]
    return text.format(**values) if values else text


def has_translation(key: str) -> bool:
    """Tell whether there is an interface string of this name."""
    return key in translations("en")


def plural(key: str, count: int) -> str:
    """Return the singular or plural of a counted thing with its number: ``key`` has ``_one`` and ``_many``.

    French counts nought as singular, English and Spanish as plural.
    """
    one = count == 1 or (count == 0 and lang() == "fr")
    return translate(f"{key}_{'one' if one else 'many'}", count=number(count))


def number(value: int) -> str:
    """Write a count with the thousands separator of the language."""
    separator = {"en": ",", "fr": "\u202f", "es": "\u202f"}[lang()]
    return f"{value:,}".replace(",", separator)


def long_date(iso: str | date | None) -> str:
    """Write an ISO date, whole or cut to a month or a year, as a reader of the language would."""
    parts = str(iso or "").split("-")
    if not parts[0]:
        return ""
    if len(parts) == 1:
        return parts[0]
    month = translate(f"months.m{int(parts[1])}")
    if len(parts) == 2:
        return translate("dates.month_year", month=month, year=parts[0])
    day = translate("dates.first") if parts[2] == "01" else str(int(parts[2]))
    return translate("dates.day_month_year", day=day, month=month, year=parts[0])


def period(start: str, until: str) -> str:
    """Write a half-open period ``[start, until)`` of days, months or years by its first and last one; empty for none.

    ``period("2005", "2024")`` is ``2005–2023``, ``period("2011-10-25", "2011-10-27")`` is ``25–26 October 2011``.
    """
    last = last_before(until) if until else ""
    if not start or not last or start == last:
        return long_date(start or last)
    if len(start) == 10 and start[:7] == last[:7]:
        return f"{int(start[8:])}–{int(last[8:])} {long_date(last).partition(' ')[2]}"
    between = "–" if len(start) == 4 else " – "
    return f"{long_date(start)}{between}{long_date(last)}"


def last_before(iso: str) -> str:
    """Return the last day, month or year before an ISO date, as exact as the date is."""
    if len(iso) == 4:
        return str(int(iso) - 1)
    if len(iso) == 7:
        year, month = divmod(int(iso[:4]) * 12 + int(iso[5:]) - 2, 12)
        return f"{year}-{month + 1:02d}"
    return (date.fromisoformat(iso) - timedelta(days=1)).isoformat()


def time_tag(iso: str | date | None, missing: str = "") -> Markup:
    """Write a date as a ``time`` element that shows the ISO form and says the long one on hover."""
    if not iso:
        return Markup('<span class="none">{}</span>').format(missing)
    return Markup('<time datetime="{0}" title="{1}">{0}</time>').format(iso, long_date(iso))


def link(endpoint: str, **values: object) -> str:
    """Return the address of a page, keeping the language and the day if this page's address names them."""
    kept = {name: request.args[name] for name in _STATE if request.args.get(name)}
    arguments: dict[str, Any] = kept | values
    return url_for(endpoint, **arguments)


def this_page(**changes: str | None) -> str:
    """Return the address of this page with some parameters changed (``None`` takes one out)."""
    arguments = {**request.args.to_dict(), **changes}
    kept = {name: value for name, value in arguments.items() if value not in (None, "")}
    if request.endpoint is None or request.routing_exception is not None:
        return url_for("home.show", lang=changes.get("lang"))
    return url_for(request.endpoint, **{**(request.view_args or {}), **kept})


def hidden_fields(*own: str) -> dict[str, str]:
    """Return the parameters that a form must carry on so as not to lose them; ``own`` are its fields."""
    return {name: value for name, value in request.args.items() if name not in {*own, "format"} and value}


def init_app(app: Flask) -> None:
    """Give the templates their words, dates and links."""
    app.jinja_env.filters.update(long_date=long_date, time=time_tag, number=number)
    app.jinja_env.globals.update(
        t=translate,
        has_t=has_translation,
        period=period,
        plural=plural,
        link=link,
        this_page=this_page,
        page_day=on_or_today,
        day_bounds=bounds,
        hidden_fields=hidden_fields,
        LANGUAGES=LANGUAGES,
        translations=translations,
    )
