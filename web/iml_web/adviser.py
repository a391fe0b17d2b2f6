"""What the pages for advisers share: who answers, the party on its day, what their addresses may ask for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from flask import Flask, Response, make_response, redirect, request

from iml_graph import namespaces as ns
from iml_graph.dates import parse_on
from iml_graph.errors import BadInputError, UnknownNameError
from iml_graph.export import chains
from iml_graph.labels import sentence
from iml_graph.protection import asking
from iml_graph.protection.advice import Adviser, View
from iml_graph.protection.asking import Asked
from iml_graph.protection.cover import Basis, RightCover
from iml_graph.protection.explain import Explanation, Ground, Link
from iml_graph.protection.index import find_index
from iml_graph.protection.newness import Addition, Weights, default_weights, equal_weights
from iml_graph.reading import read_instruments, resolve_holder, resolve_instrument, resolve_right
from iml_graph.records import Instrument
from iml_graph.store import Blank, Triple
from iml_graph.terms import Cover
from iml_web import graph, language
from iml_web.parties import find_party

T = TypeVar("T")

SYMBOLS = {
    Cover.FULL: "●",
    Cover.INDIRECT: "◎",
    Cover.LIMITED: "◐",
    Cover.UNKNOWN: "?",
    Cover.CUSTOMARY: "≈",
    Cover.SOFT: "○",
    Cover.NONE: "×",
}
"""A symbol for each class of cover."""

WHAT_IF = "what-if"
MOST_JOINED = 12
"""How many instruments an address may take as joined."""


def adviser() -> Adviser:
    """Return who answers in the language of the page, from the index of the release where there is one."""
    lang = language.lang()
    return graph.remember(("adviser", lang), lambda: _open(lang))


def _open(lang: str) -> Adviser:
    return Adviser(graph.store(), lang, find_index(graph.folder()))


def elsewhere(code: str) -> Response | None:
    """Send on to the address that names a party by its code; ``None`` if this one does.

    Several instruments that a form names one by one become one list.

    Raises:
        UnknownNameError: no party is called so.
    """
    known = find_party(code)
    listed = request.args.getlist(WHAT_IF)
    if known != code:
        return make_response(redirect(language.this_page(code=known), 301))
    if len(listed) > 1:
        joined = ",".join(dict.fromkeys(filter(None, listed)))
        return make_response(redirect(language.this_page(**{WHAT_IF: joined}), 302))
    return None


def ask(code: str) -> Asked:
    """Look at a party on the day of the page, as if it had joined what the address says.

    Raises:
        BadInputError: a territory, a State that did not exist, an instrument that is not open to it: says why.
    """
    named = request.args.get(WHAT_IF, "")
    if named.count(",") >= MOST_JOINED:
        raise BadInputError(language.translate("rights.too_many", most=MOST_JOINED))
    return asking.ask(adviser(), code, language.on().isoformat(), named)


def plain(view: View) -> View:
    """Look at the same party without what is taken as joined."""
    return View(view.adviser, view.dossier, view.on)


def asked_holder() -> str | None:
    """Return the group of persons that the address asks for, if any.

    Raises:
        UnknownNameError: no group is called so.
    """
    name = request.args.get("holder", "").strip()
    return resolve_holder(graph.store(), name) if name else None


def asked_group() -> str | None:
    """Return the group of rights, or the right, that the address asks for, if any.

    Raises:
        UnknownNameError: no right is called so.
    """
    name = request.args.get("group", "").strip()
    return find_right(name) if name else None


def find_right(name: str) -> str:
    """Return the identifier of a right from any of its names.

    Raises:
        UnknownNameError: no right is called so; carries the nearest labels in the language of the page.
    """
    known = adviser()
    if name in known.law.rights.broader:
        return name
    try:
        return resolve_right(graph.store(), name)
    except UnknownNameError:
        near = asking.nearest(name, known.names.scheme("rights"))
        raise UnknownNameError("right", name, tuple(each.rpartition(" (")[0] for each in near)) from None


def find_instrument(name: str) -> str:
    """Return the identifier of an instrument from any of its names.

    Raises:
        UnknownNameError: no instrument is called so.
    """
    return name if name in adviser().instruments else resolve_instrument(graph.store(), name)


def asked_weights() -> Weights:
    """Return the weights that the address asks for.

    Raises:
        BadInputError: there are no weights of the name.
    """
    return equal_weights() if one_of("weights", ("default", "equal")) == "equal" else default_weights()


def one_of(name: str, values: Sequence[str]) -> str:
    """Return the value of a parameter that has one of some values; the first if it is not given.

    Raises:
        BadInputError: it has another one.
    """
    found = request.args.get(name, "") or values[0]
    if found not in values:
        raise BadInputError(language.translate("errors.choice", text=found, name=name, accepted=", ".join(values)))
    return found


def asked_day(name: str) -> str | None:
    """Return the day that a parameter names (ISO), if it is given.

    Raises:
        BadInputError: it is no date that can be asked about.
    """
    text = request.args.get(name, "").strip()
    if not text:
        return None
    try:
        return parse_on(text).isoformat()
    except BadInputError:
        first, last = language.bounds()
        raise BadInputError(language.translate("errors.date", text=text, first=first, last=last)) from None


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that a form offers."""

    value: str
    label: str
    chosen: bool


def holder_choices(chosen: str | None) -> list[Choice]:
    """Offer all groups of persons, by name."""
    return _choices(adviser().names.scheme("holders"), {chosen})


def group_choices(chosen: str | None) -> list[Choice]:
    """Offer the groups of rights, by name."""
    known = adviser()
    tops = {each for each, above in known.law.rights.broader.items() if not above} | ({chosen} if chosen else set())
    return _choices({key: label for key, label in known.names.scheme("rights").items() if key in tops}, {chosen})


def _choices(labels: Mapping[str, str], chosen: set[str | None]) -> list[Choice]:
    known = adviser().law
    named = known.rights.broader.keys() | known.holders.broader.keys()
    found = [Choice(key, label, key in chosen) for key, label in labels.items() if key in named]
    return sorted(found, key=lambda each: each.label.casefold())


def instrument_choices(names: Iterable[str], chosen: Iterable[str]) -> list[Choice]:
    """Offer instruments, by name; those that are chosen too."""
    taken = set(chosen)
    found = [Choice(each, full_name(each), each in taken) for each in {*names, *taken}]
    return sorted(found, key=lambda each: each.label.casefold())


def _instruments() -> Mapping[str, Instrument]:
    lang = language.lang()
    return graph.remember(("instruments", lang), lambda: read_instruments(graph.store(), lang))


def full_name(instrument: str) -> str:
    """Return the acronym of an instrument with its short title, so far as it has them."""
    known = _instruments().get(instrument)
    if known is None:
        return adviser().names.instrument(instrument)
    title = known.short_title or known.title
    return f"{known.acronym} – {title}" if known.acronym and known.acronym != title else title


# RDF of answers that are lists: each answer with what it rests on, not the whole chain


def cover_graph(party: str, covers: Iterable[RightCover], mark: str = "") -> list[Triple]:
    """Write how rights are covered as RDF: each answer is an entity that is derived from tags and provisions.

    With a ``mark``, which sets the blank nodes of one party apart from those of another.
    """
    written = chains.cover_graph([_bare(each) for each in covers], party)
    return [(_marked(start, mark), link, _marked(end, mark)) for start, link, end in written]


def _marked(node: T, mark: str) -> T:
    return Blank(f"{mark}{node.value}") if isinstance(node, Blank) else node  # type: ignore[return-value]


def _bare(cover: RightCover) -> Explanation:
    grounds = tuple(_ground(basis) for basis in cover.bases)
    excluded = tuple(_ground(basis) for basis in cover.excluded)
    soft = tuple(_link(f"{ns.ID}tag/{tag.article}/{tag.right}/{tag.holder}") for tag in cover.soft)
    return Explanation(cover, grounds, excluded, (), soft)


def _ground(basis: Basis) -> Ground:
    tag = basis.tag
    judged = _link(f"{ns.ID}tag/{tag.article}/{tag.right}/{tag.holder}")
    return Ground(tag.article, (), (judged,), (), basis.through, None, _link(provision_iri(tag.article)))


def _link(iri: str) -> Link:
    return Link(iri, "", {})


def addition_graph(party: str, additions: Iterable[Addition]) -> list[Triple]:
    """Write what an instrument adds as RDF: each article with the articles that give some of it."""
    return chains.addition_graph(
        (
            (each, (), [Ground(o.article, (), (), provision=_link(provision_iri(o.article))) for o in each.overlaps])
            for each in additions
        ),
        party,
    )


def provision_iri(key: str) -> str:
    """Return the IRI of an article from its key."""
    instrument, _, reference = key.partition("/")
    return ns.provision(instrument, reference)


def say(key: str, **values: object) -> str:
    """Return a sentence that the command line says too, in the language of the page."""
    return sentence(key, language.lang(), **values)


def kept(*names: str) -> dict[str, str]:
    """Return those of some parameters that the address has, so that a link carries them on."""
    return {name: request.args[name] for name in names if request.args.get(name)}


def init_app(app: Flask) -> None:
    """Give the templates symbols and words of the classes of cover."""
    app.jinja_env.globals.update(
        COVER_SYMBOLS=SYMBOLS, article_iri=provision_iri, kept=kept, say=say, full_name=full_name
    )
