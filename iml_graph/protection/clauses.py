"""The final clauses of an instrument with the articles in which they stand: joining, entry into force, reservations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from iml_graph import namespaces as ns
from iml_graph.catalogue import query
from iml_graph.entry_into_force import Clause, EntryIntoForce
from iml_graph.reading import local
from iml_graph.records import Instrument
from iml_graph.store import Iri, Store
from iml_graph.store.base import Row


@dataclass(frozen=True, order=True, slots=True)
class Cited:
    """A provision: identifier of its instrument, reference, and label in the language asked for."""

    instrument: str
    reference: str
    label: str


@dataclass(frozen=True, slots=True)
class Opening:
    """A clause that opens the instrument: by which acts, to which classes, in ``[opens, closes]``, and where it stands.

    ``confidence`` is ``None`` where a source was read for the clause.
    """

    modes: tuple[str, ...]
    classes: tuple[str, ...]
    opens: str | None
    closes: str | None
    provisions: tuple[Cited, ...]
    confidence: str | None

    def in_window(self, on: str) -> bool:
        """Tell whether its window holds a day."""
        return (self.opens or "") <= on and (not self.closes or on <= self.closes)


@dataclass(frozen=True, slots=True)
class TimeClause:
    """A clause on entry into force (``initial``, ``later``) or on ``denunciation``, and where it stands."""

    kind: str
    clause: Clause
    provisions: tuple[Cited, ...]
    confidence: str | None


@dataclass(frozen=True, slots=True)
class ReservationClause:
    """What the instrument says of reservations: a rule, where it stands, and the provisions that it names."""

    rule: str
    provisions: tuple[Cited, ...]
    articles: tuple[Cited, ...]
    sources: tuple[str, ...]
    confidence: str | None


@dataclass(frozen=True, slots=True)
class FinalClauses:
    """What is known of the final clauses of an instrument; what is missing was not read."""

    entry: EntryIntoForce
    openings: tuple[Opening, ...]
    times: tuple[TimeClause, ...]
    reservations: tuple[ReservationClause, ...]

    def time(self, kind: str) -> TimeClause | None:
        """The clause of one kind."""
        return next((each for each in self.times if each.kind == kind), None)


@dataclass(frozen=True, slots=True)
class Formalities:
    """With whom consent is deposited (identifier, name), its own page, the pages on the instrument, and its texts."""

    depositaries: tuple[tuple[str, str], ...]
    addresses: tuple[str, ...]
    pages: tuple[str, ...]
    texts: tuple[str, ...]


def read_final_clauses(store: Store, instrument: Instrument, lang: str) -> FinalClauses:
    """Read the final clauses of an instrument."""
    by_clause: dict[tuple[str, str], list[Row]] = defaultdict(list)
    of = Iri(ns.instrument(instrument.identifier))
    for row in store.select(query("adviser/clauses-of").text, instrument=of, lang=lang):
        by_clause[row["kind"] or "", row["clause"] or ""].append(row)
    kinds: dict[str, list[list[Row]]] = defaultdict(list)
    for (kind, _), rows in by_clause.items():
        kinds[kind].append(rows)
    times = tuple(
        _time(kind, rows, instrument) for kind in ("initial", "later", "denunciation") for rows in kinds[kind]
    )
    clauses = {each.kind: each.clause for each in times if each.clause.delay}
    after = next((row["after"] for rows in by_clause.values() for row in rows if row["after"]), None)
    entry = EntryIntoForce(
        instrument.in_force, clauses.get("initial"), clauses.get("later"), clauses.get("denunciation"), after
    )
    reservations = tuple(_reservation(rows, instrument) for rows in kinds["reservation"])
    openings = tuple(_opening(rows, instrument) for rows in kinds["participation"])
    return FinalClauses(entry, openings, times, reservations)


def _all(rows: Iterable[Row], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(local(row[name] or "") for row in rows if row[name]))


def _provisions(rows: Iterable[Row], instrument: Instrument) -> tuple[Cited, ...]:
    cited = (Cited(instrument.identifier, row["reference"] or "", row["label"] or "") for row in rows if row["label"])
    return tuple(dict.fromkeys(cited))


def _opening(rows: list[Row], instrument: Instrument) -> Opening:
    first = rows[0]
    return Opening(
        modes=_all(rows, "mode"),
        classes=_all(rows, "open_to"),
        opens=first["opens"],
        closes=first["closes"],
        provisions=_provisions(rows, instrument),
        confidence=first["confidence"],
    )


def _time(kind: str, rows: list[Row], instrument: Instrument) -> TimeClause:
    first = rows[0]
    threshold = int(first["threshold"]) if first["threshold"] else None
    clause = Clause(first["delay"] or "", local(first["rule"] or "exact"), threshold)
    return TimeClause(kind, clause, _provisions(rows, instrument), first["confidence"])


def _reservation(rows: list[Row], instrument: Instrument) -> ReservationClause:
    named = (Cited(r["named_in"] or "", r["named"] or "", r["named_label"] or "") for r in rows if r["named"])
    return ReservationClause(
        rule=local(rows[0]["reservation"] or ""),
        provisions=_provisions(rows, instrument),
        articles=tuple(dict.fromkeys(named)),
        sources=_all(rows, "source"),
        confidence=rows[0]["confidence"],
    )


def read_formalities(store: Store, identifier: str, lang: str) -> Formalities:
    """Read with whom consent to an instrument is deposited, and which pages show its status and text."""
    of = Iri(ns.instrument(identifier))
    rows = store.select(query("adviser/formalities").text, instrument=of, lang=lang)
    deposited = {local(row["depositary"] or ""): row["name"] or "" for row in rows if row["depositary"]}
    return Formalities(
        depositaries=tuple(sorted(deposited.items(), key=lambda each: each[1])),
        addresses=_urls(rows, "address"),
        pages=_urls(rows, "page"),
        texts=_urls(rows, "text"),
    )


def _urls(rows: Iterable[Row], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row[name] or "" for row in rows if row[name]))
