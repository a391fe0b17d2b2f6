"""The law of a release, and what is recorded of its parties, read from the graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from iml_graph import reading
from iml_graph.catalogue import query
from iml_graph.eligibility import organizations_of
from iml_graph.errors import UnknownNameError
from iml_graph.protection.dossier import Dossier
from iml_graph.protection.law import Article, Hierarchy, Law, Relation, Tag
from iml_graph.protection.position import Statement
from iml_graph.reading import local
from iml_graph.reading.rows import restriction
from iml_graph.records import NO_MEMBERS, History, Instrument, Members, Pair, Span
from iml_graph.status.profiles import presupposed
from iml_graph.store import Store
from iml_graph.store.base import Row

_NON_BINDING = frozenset({"SoftLawInstrument", "GeneralComment"})
_NEVER = "9999-12-31"
"""The day that stands for “not withdrawn” in the query on reservations."""


def read_law(store: Store) -> Law:
    """Read everything that instruments give, and how it hangs together."""
    rows = store.select(query("adviser/law-tags").text)
    articles = _articles(rows)
    broader = query("explorer/broader-concepts").text
    rights = store.select(broader, scheme="rights")
    instruments = reading.read_instruments(store, "en")
    soft = {name for name, each in instruments.items() if each.nature in _NON_BINDING}
    return Law(
        release=reading.read_release(store),
        rights=_hierarchy(rights),
        typical={right: frozenset(found) for right, found in _values(rights, "holder").items() if found},
        holders=_hierarchy(store.select(broader, scheme="holders")),
        articles=articles,
        tags=tuple(_tag(row) for row in rows if row["right"]),
        relations=tuple(_relation(row) for row in store.select(query("adviser/law-relations").text)),
        soft={
            name: instruments[name].adopted for name in sorted(soft & {each.instrument for each in articles.values()})
        },
        taken_in=_taken_in(store, articles),
        chosen=_chosen(store),
        claims=_claims(store),
        objectives=_objectives(store, articles),
    )


def _articles(rows: Iterable[Row]) -> dict[str, Article]:
    found = {}
    for row in rows:
        instrument, reference = local(row["instrument"] or ""), row["reference"] or ""
        whole = f"{instrument}/{row['whole']}" if row["whole"] else None
        key = f"{instrument}/{reference}"
        found[key] = Article(key, instrument, reference, local(row["role"] or ""), whole)
    return found


def _tag(row: Row) -> Tag:
    return Tag(
        article=f"{local(row['instrument'] or '')}/{row['reference']}",
        right=local(row["right"] or ""),
        holder=local(row["holder"] or ""),
        modality=local(row["modality"] or ""),
        principal=row["principal"] == "true",
        confidence=row["confidence"] or "",
    )


def _relation(row: Row) -> Relation:
    return Relation(
        first=f"{local(row['instrument'] or '')}/{row['reference']}",
        kind=local(row["kind"] or ""),
        second=f"{local(row['other'] or '')}/{row['other_reference']}",
        differs=tuple(sorted(each for each in (row["differs"] or "").split(";") if each)),
        confidence=row["confidence"] or "",
        authors=tuple(sorted((row["authors"] or "").split(";"))),
    )


def _hierarchy(rows: Iterable[Row]) -> Hierarchy:
    return Hierarchy({concept: tuple(found) for concept, found in _values(rows, "broader").items()})


def _values(rows: Iterable[Row], name: str) -> dict[str, dict[str, None]]:
    """Gather the values of a column by concept, each once and in order; a concept without any has none."""
    found: dict[str, dict[str, None]] = {}
    for row in rows:
        own = found.setdefault(local(row["concept"] or ""), {})
        if row[name]:
            own[local(row[name] or "")] = None
    return found


def _taken_in(store: Store, articles: Mapping[str, Article]) -> dict[str, tuple[str, ...]]:
    """Read which articles each instrument takes in from another, with their parts."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in store.select(query("researcher/taken-in").text):
        key = f"{local(row['instrument'] or '')}/{row['reference']}"
        if key in articles:
            found[local(row["through"] or "")].append(key)
    return {taker: tuple(own) for taker, own in found.items()}


def _chosen(store: Store) -> frozenset[str]:
    """Name the instruments of which some party accepted guarantees one by one: there its choice binds a party."""
    return frozenset(local(row["instrument"] or "") for row in store.select(query("researcher/accepted-articles").text))


def _claims(store: Store) -> dict[str, dict[str, int]]:
    """Count the claims on each right by stance; one that was read in several sources counts once."""
    found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    rows = store.select(query("researcher/custom").text, lang="en")
    for claim in {tuple((name, row[name]) for name in sorted(row) if name != "source"): row for row in rows}.values():
        for right in filter(None, (claim["rights"] or "").split(";")):
            found[right][local(claim["stance"] or "")] += 1
    return {right: dict(own) for right, own in sorted(found.items())}


def _objectives(store: Store, articles: Mapping[str, Article]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in store.select(query("researcher/groundings").text, lang="en"):
        key = f"{local(row['instrument'] or '')}/{row['reference']}"
        if key in articles:
            found[row["number"] or ""].append(key)
    return {number: tuple(own) for number, own in found.items()}


def concerned_instruments(law: Law, instruments: Mapping[str, Instrument]) -> dict[str, Instrument]:
    """Pick the instruments that have articles, those that denounce them, and all that these presuppose."""
    waiting = [name for name in law.instruments if name in instruments]
    waiting += [each for name in waiting for each in instruments[name].denounced_by if each in instruments]
    for name in waiting:  # grows as it goes
        waiting += [each for each in presupposed(instruments[name]) if each in instruments and each not in waiting]
    return {name: instruments[name] for name in instruments if name in set(waiting)}


def read_dossier(store: Store, code: str, instruments: Mapping[str, Instrument], lang: str = "en") -> Dossier:
    """Read the dossier of one party.

    Raises:
        UnknownNameError: no party has the code.
    """
    found = _dossiers(store, instruments, reading.read_histories(store, lang, party=code, disputes=False), code, lang)
    if code not in found:
        raise UnknownNameError("party", code)
    return found[code]


def read_dossiers(store: Store, instruments: Mapping[str, Instrument], lang: str = "en") -> dict[str, Dossier]:
    """Read the dossiers of all parties: instrument by instrument, for most acts are towards others than these."""
    histories: dict[Pair, History] = {}
    for name in instruments:
        histories |= reading.read_histories(store, lang, instrument=name, disputes=False)
    return _dossiers(store, instruments, histories, None, lang)


def _dossiers(
    store: Store,
    instruments: Mapping[str, Instrument],
    histories: Mapping[Pair, History],
    code: str | None,
    lang: str,
) -> dict[str, Dossier]:
    parties = reading.read_parties(store, lang, code)
    members = reading.read_members(store, party=code)
    asked = {name for each in instruments.values() for name in organizations_of(each)}
    statements = _statements(store.select(query("adviser/reservations-of").text, **restriction(code)))
    own: dict[str, dict[Pair, History]] = defaultdict(dict)
    for (actor, instrument), history in histories.items():
        if instrument in instruments:
            own[actor][actor, instrument] = _relevant(history)
    return {
        each: Dossier(party, own[each], _members(members, each, asked), tuple(statements[each]))
        for each, party in parties.items()
    }


def _relevant(history: History) -> History:
    """Leave out what provisions and territories are called."""
    return replace(history, spans=tuple(map(_unlabelled, history.spans)))


def _unlabelled(span: Span) -> Span:
    return replace(span, label=None) if span.subject else span


def _members(members: Members, code: str, asked: Iterable[str]) -> Members:
    """Keep the memberships of one party in the organizations that count."""
    asked = frozenset(asked)
    spans = {pair: own for pair, own in members.spans.items() if pair[0] == code and pair[1] in asked}
    complete = {name: day for name, day in members.complete.items() if name in asked}
    return Members(spans, complete) if spans or complete else NO_MEMBERS


def _statements(rows: Iterable[Row]) -> dict[str, list[Statement]]:
    """Group the rows into statements; one that is withdrawn in part becomes one for each day of withdrawal."""
    found: dict[str, dict[tuple[str, str], list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        found[local(row["actor"] or "")][row["statement"] or "", row["withdrawn"] or _NEVER].append(row)
    return defaultdict(list, {code: list(_each(own)) for code, own in found.items()})


def _each(groups: Mapping[tuple[str, str], list[Row]]) -> Iterator[Statement]:
    for (iri, withdrawn), rows in groups.items():
        first = rows[0]
        articles = {f"{local(r['on_instrument'])}/{r['reference']}" for r in rows if r["on_instrument"]}
        territories = {local(r["territory"]) for r in rows if r["territory"]}
        whole = local(first["instrument"] or "") if first["whole"] == "true" or territories else None
        yield Statement(
            iri=iri,
            kind=local(first["type"] or ""),
            deposited=first["deposited"] or "",
            withdrawn=None if withdrawn == _NEVER else withdrawn,
            articles=tuple(sorted(articles)),
            whole=whole,
            territories=tuple(sorted(territories)),
        )
