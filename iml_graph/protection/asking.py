"""The question of an adviser, read from words: the party, instruments, rights and groups it names, or a refusal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iml_graph.errors import BadInputError, UnknownNameError
from iml_graph.labels import sentence, word
from iml_graph.namespaces import instrument as instrument_iri
from iml_graph.protection.advice import Adviser, View, check_party
from iml_graph.protection.names import Names

if TYPE_CHECKING:
    from iml_graph.protection.newness import Weights
    from iml_graph.store import Store


@dataclass(frozen=True)
class Asked:
    """What is asked about: the party on the day, as an adviser sees it."""

    view: View

    @property
    def adviser(self) -> Adviser:
        """Who answers."""
        return self.view.adviser

    @property
    def store(self) -> Store:
        """The graph."""
        return self.adviser.store

    @property
    def names(self) -> Names:
        """What things are called."""
        return self.adviser.names

    @property
    def lang(self) -> str:
        """The language of the answer."""
        return self.adviser.lang

    def title(self, key: str, **values: object) -> str:
        """Begin an answer with the party and the day."""
        party = self.view.party
        return sentence(key, self.lang, **({"label": party.label, "code": party.code, "on": self.view.on} | values))


def ask(adviser: Adviser, name: str, on: str, joined: str = "") -> Asked:
    """Find the party that is asked about, on its day, as if it had joined some more instruments.

    Raises:
        BadInputError: it is none that instruments bind on the day, or an instrument is not open to it: says why.
    """
    dossier = adviser.dossier(adviser.resolve_party(name))
    check_party(adviser, dossier.party, on)
    asked = Asked(View(adviser, dossier, on, tuple(find_instruments(adviser, joined))))
    for each in asked.view.joined:
        check_instrument(asked, each)
        if asked.view.standings[each].can.eligible is False:
            raise BadInputError(not_open(asked, each))
    return asked


def find_instruments(adviser: Adviser, names: str) -> tuple[str, ...]:
    """Find the instruments that a list with commas names.

    Raises:
        UnknownNameError: one of them has no such name.
    """
    found = (adviser.resolve_instrument(each.strip()) for each in names.split(",") if each.strip())
    return tuple(dict.fromkeys(found))


def find_holder(adviser: Adviser, name: str | None) -> str | None:
    """Find the group of persons that has a name, if one is given.

    Raises:
        UnknownNameError: none has it.
    """
    return adviser.resolve_holder(name) if name else None


def check_instrument(asked: Asked, identifier: str) -> None:
    """Refuse an instrument that nobody joins, or that cannot be compared.

    Raises:
        BadInputError: says why.
    """
    from iml_graph.reading import read_instrument
    from iml_graph.records import SECONDARY_LAW

    known = asked.adviser.instruments.get(identifier) or read_instrument(asked.store, identifier, asked.lang)
    values = {"instrument": known.name, "on": asked.view.on, "adopted": known.adopted}
    if known.nature == SECONDARY_LAW:
        raise BadInputError(sentence("binds_members", asked.lang, **values))
    if not known.joinable:
        raise BadInputError(sentence("binds_nobody", asked.lang, **values))
    if known.adopted > asked.view.on:
        raise BadInputError(sentence("adopted_later", asked.lang, **values))
    if identifier not in asked.adviser.law.instruments:
        raise BadInputError(sentence("no_articles", asked.lang, **values))


def not_open(asked: Asked, instrument: str) -> str:
    """Say to whom alone an instrument is open, and by which article."""
    return asked.title(
        "not_open",
        instrument=asked.names.instrument(instrument),
        who=word("list_mark", asked.lang).join(clauses(asked, instrument)) or "?",
    )


def clauses(asked: Asked, identifier: str, only: str | None = None) -> tuple[str, ...]:
    """Name to whom an instrument is open, with the articles that say so, and the last day where there is one.

    With ``only``, what is said of one class of participants.
    """
    from iml_graph.catalogue import query
    from iml_graph.store import Iri

    about = Iri(instrument_iri(identifier))
    found: dict[tuple[str, str], dict[str, dict[str, None]]] = {}
    for row in asked.store.select(query("adviser/opening-clauses").text, instrument=about, lang=asked.lang):
        if only and not (row["class"] or "").endswith(f"/{only}"):
            continue
        closes = sentence("open_window", asked.lang, closes=row["closes"]) if row["closes"] else ""
        own = found.setdefault((row["who"] or "", closes), {"of": {}, "article": {}})
        for name in ("of", "article"):
            if value := row[name]:
                own[name][value] = None
    return tuple(
        who
        + (f" – {', '.join(own['of'])}" if own["of"] else "")
        + closes
        + (f" ({', '.join(own['article'])})" if own["article"] else "")
        for (who, closes), own in found.items()
    )


def find_right(adviser: Adviser, name: str) -> str:
    """Find the right or group of rights that has a name.

    Raises:
        UnknownNameError: none has it; carries the nearest names in the language of the answer.
    """
    try:
        return adviser.resolve_right(name)
    except UnknownNameError:
        raise UnknownNameError("right", name, nearest(name, adviser.names.scheme("rights"))) from None


def nearest(name: str, labels: dict[str, str]) -> tuple[str, ...]:
    """Name what is called most alike, each with its identifier."""
    import difflib

    wanted = name.casefold()
    called = {label.casefold(): key for key, label in labels.items()} | {key: key for key in labels}
    holding = [key for label, key in called.items() if wanted in label]
    alike = [called[each] for each in difflib.get_close_matches(wanted, called, 4, 0.5)]
    return tuple(f"{labels[key]} ({key})" for key in dict.fromkeys((*holding, *alike)))[:4]


def find_rights(asked: Asked, name: str | None) -> tuple[str, ...]:
    """Find the rights that a name stands for: a right, a group of rights, or all that a branch of law gives.

    Raises:
        BadInputError: it is none of these; names the nearest.
    """
    if not name:
        return ()
    names, wanted = asked.names, name.casefold()
    found = {each.branch for each in asked.adviser.instruments.values() if each.branch}
    branches = {each: names.concept("branches", each) for each in sorted(found)}
    if law := next((key for key, label in branches.items() if wanted in (key, label.casefold())), None):
        return tuple(sorted(_given_by(asked, law)))
    try:
        return (asked.adviser.resolve_right(name),)
    except UnknownNameError:
        near = word("list_mark", asked.lang).join(nearest(name, names.scheme("rights") | branches))
        key = "no_branch_near" if near else "no_branch"
        raise BadInputError(sentence(key, asked.lang, name=name, nearest=near)) from None


def _given_by(asked: Asked, law: str) -> set[str]:
    """Name the rights that binding instruments of a branch of law give."""
    instruments = asked.adviser.instruments
    of_branch = {name for name, each in instruments.items() if each.branch == law and each.binding}
    return {tag.right for tag in asked.adviser.law.tags if tag.article.partition("/")[0] in of_branch}


def weights_named(name: str) -> Weights:
    """Take the weights of the table, or equal ones."""
    from iml_graph.protection.newness import default_weights, equal_weights

    return equal_weights() if name == "equal" else default_weights()
