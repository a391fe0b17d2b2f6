"""Decisions that interpret provisions, all of them, as their register and the pages of rights list them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from iml_graph import namespaces as ns
from iml_graph.reading import local, number_key
from iml_web import graph, language, shown
from iml_web.formats import Asked, flat

QUERY = "explorer/decisions"


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision: IRIs of its body, kind and provisions, codes of respondents, identifiers of rights, an ISO date.

    ``on`` is cut to what is known, and empty where the day is not on record.
    """

    iri: str
    label: str
    body: str
    kind: str
    on: str
    numbers: tuple[str, ...]
    respondents: tuple[str, ...]
    provisions: tuple[str, ...]
    rights: tuple[str, ...]

    @property
    def identifier(self) -> str:
        """The last part of its IRI."""
        return local(self.iri)

    @property
    def instruments(self) -> tuple[str, ...]:
        """Identifiers of the instruments whose provisions it interprets."""
        return tuple(dict.fromkeys(local(iri.partition("/art/")[0]) for iri in self.provisions))

    def as_row(self) -> dict[str, str]:
        """Write it as a row of a download."""
        return {
            "decision": self.identifier,
            "label": self.label,
            "body": local(self.body),
            "kind": local(self.kind),
            "delivered": self.on,
            "numbers": ";".join(self.numbers),
            "respondents": ";".join(self.respondents),
            "provisions": ";".join(_cited(iri) for iri in self.provisions),
            "rights": ";".join(self.rights),
            "iri": self.iri,
        }


def _cited(iri: str) -> str:
    """Write a provision as it is written in tables: ``icrmw 22.5``."""
    return iri.removeprefix(ns.instrument("")).replace("/art/", " ")


def read_decisions() -> dict[str, Decision]:
    """Return all decisions by identifier, the latest first, read once for each language."""
    lang = language.lang()
    return graph.remember(("decisions", lang), lambda: {each.identifier: each for each in _read(lang)})


def _read(lang: str) -> Iterable[Decision]:
    for row in flat(graph.select(QUERY, lang=lang)):
        parts = {name: tuple(sorted(filter(None, row[name].split(";")), key=_place)) for name in _LISTS}
        yield Decision(row["decision"], row["label"], row["body"], row["kind"], row["on"], **parts)


def _place(value: str) -> tuple[str, list[tuple[int, str]]]:
    """Order provisions by instrument and number, numbers of complaints by number, all else by name."""
    before, mark, after = value.partition("/art/")
    return (before, number_key(after)) if mark else ("", number_key(value))


_LISTS = ("numbers", "respondents", "provisions", "rights")


def that(fits: Callable[[Decision], bool]) -> list[Decision]:
    """List the decisions that fit, the latest first."""
    return [each for each in read_decisions().values() if fits(each)]


def on_rights(identifiers: Iterable[str]) -> list[Decision]:
    """List the decisions that concern any of some rights, the latest first."""
    wanted = set(identifiers)
    return that(lambda each: not wanted.isdisjoint(each.rights))


def on_provisions(iris: Iterable[str]) -> list[Decision]:
    """List the decisions that interpret any of some provisions, the latest first."""
    wanted = set(iris)
    return that(lambda each: not wanted.isdisjoint(each.provisions))


def words_of(decision: Decision) -> str:
    """Return in what of a decision a text is looked for."""
    parties = (shown.name(ns.party(code)) for code in decision.respondents)
    return " ".join((decision.label, *decision.numbers, *parties))


def asked() -> Asked:
    """Return the query behind the register."""
    return Asked(QUERY, {"lang": language.lang()})
