"""How things of the graph are shown: their names in the language of the page, their symbols, their links."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from flask import Flask, g, request

from iml_graph import labels
from iml_graph import namespaces as ns
from iml_graph.reading import local, read_concept_labels
from iml_graph.store import Iri
from iml_graph.store.base import bind
from iml_web import formats, graph, language
from iml_web.formats import Asked

SYMBOLS = {
    "party": "●",
    "bound-through-organization": "◉",
    "bound-by-incorporation": "◎",
    "party-not-in-force": "◐",
    "not-yet-applicable": "◑",
    "signatory": "○",
    "excepted": "⊖",
    "former-party": "⊘",
    "no-longer-bound": "⊗",
    "eligible-no-action": "–",
    "by-invitation": "◌",
    "not-eligible": "×",
    "unknown": "?",
}
SECTIONS = (
    ("parties.list_all", "parties"),
    ("instruments.list_all", "instruments"),
    ("rights.list_all", "rights"),
    ("holders.list_all", "holders"),
    ("decisions.list_all", "decisions"),
    ("bilateral.list_all", "bilateral"),
    ("organizations.list_all", "organizations"),
    ("bodies.list_all", "bodies"),
    ("processes.list_all", "processes"),
    ("compact.show", "compact"),
    ("iom.show", "iom"),
    ("terms.list_schemes", "vocabularies"),
    ("sources.list_all", "sources"),
    ("coverage.show", "coverage"),
    ("home.about", "about"),
)
KINDS_WITH_A_PAGE = (
    *("party", "instrument", "organization", "body", "process", "course", "line-of-work", "network", "unit", "source"),
    "decision",
)
"""Kinds of things, as in their IRIs, that have a page of their own."""

_OF_OWN_PAGE = re.compile(rf"^id/((?:{'|'.join(KINDS_WITH_A_PAGE)})/[^/]+|instrument/[^/]+/art/[^/]+)$")
"""Things whose page needs no redirect."""


@dataclass(frozen=True, slots=True)
class ShownQuery:
    """A query behind a page: its title, what it is asked about, and its text with the values of the page in it."""

    title: str
    about: str
    text: str


def names() -> dict[str, str]:
    """Return the name of everything that the graph names, by IRI, in the language of the page."""
    if "names" not in g:  # asked for by the thousand: once from the graph, then from the request
        lang = language.lang()
        g.names = graph.remember(("names", lang), lambda: _read("explorer/labels", "thing", "label", lang))
    known: dict[str, str] = g.names
    return known


def name(iri: str | None) -> str:
    """Return the name of a thing, or the last part of its IRI if it has none."""
    return names().get(iri, local(iri)) if iri else ""


def property_name(iri: str) -> str:
    """Return the name of a property: of our own from the ontology, of common others from these pages."""
    key = f"properties.{local(iri)}"
    return names().get(iri) or (language.translate(key) if language.has_translation(key) else local(iri))


def inverse_name(iri: str) -> str:
    """Return how a property reads from its other end: “is cited by”, or that this is the object of the property."""
    lang = language.lang()
    known = graph.remember(("inverse", lang), lambda: _read("explorer/inverse-labels", "property", "label", lang))
    return known.get(iri) or language.translate("instrument.inverse", relation=property_name(iri))


def concept(scheme: str, identifier: str | None) -> str:
    """Return the name of a concept of one of the project's schemes."""
    return name(ns.concept(scheme, identifier)) if identifier else ""


def concept_names() -> dict[str, str]:
    """Return what the statuses, acts and steps of tables are called, by their identifiers."""
    return read_concept_labels(graph.store(), language.lang())


def definition(scheme: str, identifier: str) -> str:
    """Return what a concept means, in the language of the page."""
    lang = language.lang()
    known = graph.remember(("definitions", lang), lambda: _read("explorer/concepts", "concept", "definition", lang))
    return known.get(ns.concept(scheme, identifier), "")


def _read(query: str, key: str, value: str, lang: str) -> dict[str, str]:
    """Read two columns of a query's answer in one language."""
    return {row[key] or "": row[value] or "" for row in graph.select(query, lang=lang)}


def delay(duration: str) -> str:
    """Write the ISO 8601 duration of a clause (``P90D``, ``P3M``) as words."""
    match = re.fullmatch(r"P(\d+)([DM])", duration)
    if not match:
        return duration
    count, unit = int(match[1]), match[2]
    return (
        language.plural("instrument.days" if unit == "D" else "instrument.months", count)
        if count
        else (language.translate("instrument.at_once"))
    )


def duration(iso: str) -> str:
    """Write an ISO 8601 duration (``P5D``, ``P2W``, ``PT20H``) as words; empty for none."""
    match = re.fullmatch(r"PT?(\d+)([DWMH])", iso)
    return language.plural(f"durations.{_UNITS[match[2]]}", int(match[1])) if match else iso


_UNITS = {"D": "days", "W": "weeks", "M": "months", "H": "hours"}


def by_vocabulary(iris: Sequence[str]) -> list[tuple[str, list[str]]]:
    """Group instruments, under an empty heading, and concepts by the name of their vocabulary."""
    found: dict[str, list[str]] = {}
    for iri in iris:
        found.setdefault(scheme_name(iri), []).append(iri)
    return sorted(found.items())


def scheme_name(iri: str) -> str:
    """Return the name of the vocabulary that a concept belongs to; empty for what is no concept of ours."""
    return name(iri.rpartition("/")[0]) if iri.startswith(ns.VOCABULARY) else ""


def party_names(codes: str) -> str:
    """Write a list of codes (``FRA;SEN``) as names."""
    return ", ".join(name(ns.party(code)) for code in codes.split(";") if code)


def source_name(identifier: str) -> str:
    """Return the title of a source."""
    return name(ns.source(identifier))


def query_file(asked: Asked) -> ShownQuery:
    """Return one query of the library, filled with the values that the page asked it with."""
    file = graph.library()[asked.query]
    lines = file.text.splitlines(keepends=True)
    body = "".join(line for line in lines if not line.startswith("#+"))
    things = {name: Iri(iri) for name, iri in asked.about.items()}
    about = ", ".join(name(iri) for iri in asked.about.values())
    return ShownQuery(file.title[language.lang()], about, bind(body, file.bind(**asked.values) | things))


def sparql_link(query: str = "") -> str:
    """Return the address of the query page, with a query written into it."""
    asked = {"query": query, "lang": request.args.get("lang", "")}
    filled = urlencode({name: value for name, value in asked.items() if value})
    return f"{request.script_root}/sparql" + (f"?{filled}" if filled else "")


def word(key: str) -> str:
    """Return the heading of a column, the same as the command line and the downloads use."""
    return labels.word(key, language.lang())


def page_of(iri: str) -> str:
    """Return the address, in this browser, of the page about a thing of the graph; other IRIs unchanged."""
    if not iri.startswith(ns.BASE):
        return iri
    state = {key: request.args[key] for key in ("lang", "on") if request.args.get(key)}
    path, hash_mark, fragment = iri.removeprefix(ns.BASE).partition("#")
    path = _OF_OWN_PAGE.sub(r"\1", path)
    query = f"?{urlencode(state)}" if state else ""
    return f"{request.script_root}/{path}{query}{hash_mark}{fragment}"


def init_app(app: Flask) -> None:
    """Give the templates names, symbols and links."""
    app.jinja_env.filters["urlhost"] = lambda address: urlsplit(address).hostname
    app.jinja_env.globals.update(
        FORM_NAMES=formats.LABELS,
        MEDIA_TYPES=formats.MEDIA_TYPES,
        SECTIONS=SECTIONS,
        SYMBOLS=SYMBOLS,
        BASE=ns.BASE,
        ID=ns.ID,
        IML=ns.IML,
        by_vocabulary=by_vocabulary,
        concept=concept,
        definition=definition,
        delay=delay,
        duration=duration,
        property_name=property_name,
        inverse_name=inverse_name,
        lang=language.lang,
        local=local,
        name=name,
        page_of=page_of,
        party_names=party_names,
        query_file=query_file,
        scheme_name=scheme_name,
        source_name=source_name,
        sparql_link=sparql_link,
        word=word,
    )
