"""What an instrument is, apart from who is bound by it: kind, origin, contracting parties, relations, votes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from iml_graph import reading
from iml_graph.catalogue import query
from iml_graph.eligibility import exists
from iml_graph.namespaces import instrument as instrument_iri
from iml_graph.reading.rows import local, text
from iml_graph.records import Instrument, Party, Release
from iml_graph.store import Iri, Store

VOTES = ("yes", "no", "abstention")


@dataclass(frozen=True, slots=True)
class Fact:
    """What one property says of an instrument, with its values as they are shown.

    ``inverse`` tells that the others say it of this instrument: they revise it, say, and not it them.
    """

    property: str
    name: str
    values: tuple[str, ...]
    inverse: bool = False


@dataclass(frozen=True, slots=True)
class VoteCount:
    """How many voted how on a day (ISO), and of how many members of the United Nations no vote is recorded."""

    on: str
    cast: dict[str, int]
    not_recorded: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One instrument as a register has it."""

    instrument: Instrument
    release: Release
    facts: tuple[Fact, ...]
    vote: VoteCount | None


def read_entry(store: Store, identifier: str, lang: str) -> Entry:
    """Read what an instrument is.

    Raises:
        UnknownNameError: no instrument has the identifier.
    """
    found = reading.read_instrument(store, identifier, lang)
    return Entry(
        found, reading.read_release(store), read_facts(store, identifier, lang), _vote(store, identifier, lang)
    )


def read_facts(store: Store, identifier: str, lang: str) -> tuple[Fact, ...]:
    """Read the facts of an instrument in a language, those that others state of it last."""
    values: dict[tuple[str, str, bool], list[str]] = {}
    of = Iri(instrument_iri(identifier))
    for row in store.select(query("explorer/instrument-entry").text, lang=lang, instrument=of):
        name = local(text(row, "property"))
        key = (name, row["name"] or name, row["inverse"] == "true")
        values.setdefault(key, []).append(text(row, "shown"))
    return tuple(
        Fact(name, label, tuple(dict.fromkeys(own)), inverse) for (name, label, inverse), own in values.items()
    )


def _vote(store: Store, identifier: str, lang: str) -> VoteCount | None:
    rows = store.select(query("researcher/votes").text, instrument=Iri(instrument_iri(identifier)))
    if not rows:
        return None
    cast = Counter(local(text(row, "vote")) for row in rows)
    on = max(text(row, "day") for row in rows)
    voters = {local(text(row, "actor")) for row in rows}
    return VoteCount(
        on, {vote: cast[vote] for vote in VOTES}, len(_members(reading.read_parties(store, lang).values(), on) - voters)
    )


def _members(parties: Iterable[Party], on: str) -> set[str]:
    """Name the members of the United Nations on a day."""
    return {each.code for each in parties if each.un_member and each.un_member <= on and exists(each, on)}
