"""Everything that a briefing on one State rests on, read from the graph once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from iml_graph import namespaces as ns
from iml_graph import reading
from iml_graph.catalogue import query
from iml_graph.protection.advice import View
from iml_graph.protection.cover import RightCover
from iml_graph.protection.groups import Kind, read_groups
from iml_graph.protection.law import Law
from iml_graph.protection.names import Names
from iml_graph.protection.newness import Additions, additions, equal_weights
from iml_graph.protection.position import Position, Statement
from iml_graph.protection.ranking import Candidate, rank
from iml_graph.protection.road import Road, road
from iml_graph.reading import local
from iml_graph.records import Party
from iml_graph.status import Standing, instrument_profile
from iml_graph.store import Iri, Store
from iml_graph.store.base import Row
from iml_graph.terms import GapKind, Status

FIRST = 5
"""How many candidates the summary names."""

DETAILED = 3
"""Of how many candidates the articles are listed."""


@dataclass(frozen=True, slots=True)
class Peer:
    """Where another party stands (a key of the map’s fillings) towards the first candidate, and since when if bound."""

    code: str
    label: str
    state: str
    since: str


@dataclass(frozen=True, slots=True)
class PeerGroup:
    """A group that the State is in, with the codes of the other States in it."""

    name: str
    members: tuple[str, ...]
    region: bool


@dataclass(frozen=True, slots=True)
class Procedure:
    """An optional procedure that the State could still accept: how, before whom, and whether it operates.

    ``way`` is ``declaration``, ``protocol`` or ``opt-out``; ``complete`` the day to which the record is complete.
    """

    instrument: str
    article: str
    way: str
    label: str
    body: str
    mentioned: str
    complete: str
    operative: bool | None


@dataclass(frozen=True, slots=True)
class Urged:
    """Recommendations of the universal periodic review that urge an instrument: how many, their fate, by how many."""

    instrument: str
    count: int
    accepted: int
    noted: int
    states: int
    sessions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Objective:
    """An objective of the Global Compact, and how many of the provisions that it rests on bind the State."""

    number: str
    label: str
    binding: int
    total: int
    added: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class UsedSource:
    """A source that the briefing rests on; title and publisher are as published.

    ``text`` tells that articles were read in it; else it tells of acts or reviews.
    """

    identifier: str
    title: str
    publisher: str
    as_of: str
    address: str
    text: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """To whom an instrument is open, by which article, and until when."""

    who: str
    of: str
    article: str
    closes: str


@dataclass(frozen=True)
class Answers:
    """All answers on one State and day.

    ``likely`` are the candidates that do not bind the State so far as is known; ``silent`` those of which no source is
    complete, so that they may bind it; ``invited`` those that it may join only if invited. ``equal`` has the additions
    by equal weights, ``roads`` the road to each candidate whose articles are listed. ``world`` tells where each party
    stands towards the first candidate; ``groups`` are those in which the State has its peers.
    """

    party: Party
    on: str
    law: Law
    position: Position
    covers: tuple[RightCover, ...]
    standings: Mapping[str, Standing]
    statements: tuple[Statement, ...]
    likely: tuple[Candidate, ...]
    silent: tuple[Candidate, ...]
    invited: tuple[Candidate, ...]
    equal: Mapping[str, Additions]
    titles: Mapping[str, str]
    clauses: Mapping[str, tuple[Clause, ...]]
    roads: Mapping[str, Road]
    world: Mapping[str, Peer]
    groups: tuple[PeerGroup, ...]
    procedures: tuple[Procedure, ...]
    urged: tuple[Urged, ...]
    objectives: tuple[Objective, ...]
    sources: tuple[UsedSource, ...]

    @property
    def first(self) -> tuple[Candidate, ...]:
        """The candidates that the summary names: those that do not bind, then those that may."""
        return (*self.likely, *self.silent)[: max(DETAILED, min(FIRST, len(self.likely)))]

    @property
    def instruments(self) -> tuple[str, ...]:
        """The binding instruments whose articles are described, so far as they were adopted by the day."""
        return tuple(name for name in self.law.instruments if name not in self.law.soft and name in self.standings)


def read(view: View, names: Names) -> Answers:
    """Read the answers on the party and day of a view."""
    store, law = view.adviser.store, view.adviser.law
    ranked = rank(view)
    invited = tuple(each for each in ranked if each.gap.kind is GapKind.BY_INVITATION)
    silent = tuple(each for each in ranked if each not in invited and _silent(each))
    likely = tuple(each for each in ranked if each not in invited and each not in silent)
    shown = (*likely, *silent)
    first = shown[0].identifier if shown else ""
    urged = tuple(_urged(store, view))
    return Answers(
        party=view.party,
        on=view.on,
        law=law,
        position=view.position,
        covers=view.cover(),
        standings=view.standings,
        statements=tuple(each for each in view.dossier.statements if each.deposited <= view.on),
        likely=likely,
        silent=silent,
        invited=invited,
        equal={each.identifier: additions(law, view.position, each.identifier, equal_weights()) for each in shown},
        titles={name: each.title for name, each in reading.read_instruments(store, names.lang).items()},
        clauses={each.identifier: tuple(_clauses(store, each.identifier, names.lang)) for each in shown},
        roads={
            each.identifier: road(view.adviser, view.party.code, each.identifier, view.on) for each in shown[:DETAILED]
        },
        world=_world(store, first, view.on, names.lang) if first else {},
        groups=tuple(_groups(store, view, names.lang)),
        procedures=tuple(_procedures(store, view, names.lang)),
        urged=urged,
        objectives=tuple(_objectives(store, view, shown[:DETAILED], names.lang)),
        sources=tuple(_sources(store, view, first, (each.identifier for each in shown))),
    )


def _silent(candidate: Candidate) -> bool:
    """Tell whether nothing at all is known of the candidate: it may bind the party already."""
    return candidate.gap.kind is GapKind.UNKNOWN and candidate.gap.standing.last_known is None


_WORLD = {
    Status.PARTY: "bound",
    Status.BOUND_THROUGH_ORGANIZATION: "bound",
    Status.PARTY_NOT_IN_FORCE: "consented",
    Status.BOUND_BY_INCORPORATION: "through",
    Status.SIGNATORY: "signed",
    Status.FORMER_PARTY: "left",
    Status.NO_LONGER_BOUND: "left",
    Status.UNKNOWN: "unknown",
    Status.ELIGIBLE_NO_ACTION: "not-bound",
    Status.BY_INVITATION: "not-bound",
}

_RECORDED = frozenset({Status.SIGNATORY, Status.PARTY_NOT_IN_FORCE, Status.FORMER_PARTY})


def _world(store: Store, instrument: str, on: str, lang: str) -> dict[str, Peer]:
    """Tell where every party stands, by code; what is not open to one has no entry.

    A signature, or a consent without effect yet, stands as recorded even where the record is not complete to the day.
    """
    found = {}
    for each in instrument_profile(store, instrument, on, lang).standings:
        shut = each.last_known is Status.NOT_ELIGIBLE or each.shut_out
        status = each.last_known if each.last_known in _RECORDED else each.status
        if status in _WORLD and not shut:
            code, label = each.party.code, each.party.label
            found[code] = Peer(code, label, _WORLD[status], each.in_force_from or "")
    return found


def _groups(store: Store, view: View, lang: str) -> Iterator[PeerGroup]:
    """Name the nearest region, then the organizations and processes that are not open to all, with their States."""
    known = read_groups(store, lang, view.on)
    for group in known.of(view.party.code, (Kind.REGION, Kind.ORGANIZATION, Kind.PROCESS)):
        states = (each for each in group.members if known.parties[each].kind == "State")
        others = tuple(each for each in states if each != view.party.code)
        if others:
            yield PeerGroup(group.name, others, group.kind is Kind.REGION)


def _select(store: Store, name: str, **given: str) -> list[Row]:
    asked = query(name)
    return store.select(asked.text, **asked.bind(**given))


def _label(store: Store, iri: str, lang: str) -> str:
    rows = store.select(query("explorer/shown").text, thing=Iri(iri), lang=lang)
    return (rows[0]["label"] or "") if rows else ""


def _clauses(store: Store, instrument: str, lang: str) -> Iterator[Clause]:
    for row in _select(store, "adviser/opening-clauses", instrument=instrument, lang=lang):
        yield Clause(row["who"] or "", row["of"] or "", row["article"] or "", row["closes"] or "")


def _procedures(store: Store, view: View, lang: str) -> Iterator[Procedure]:
    operative = {
        row["procedure"]: row["operative"] for row in _select(store, "adviser/operative-procedures", on=view.on)
    }
    for row in _select(store, "adviser/open-declarations", actor=view.party.code, on=view.on):
        known = operative.get(row["procedure"])
        yield Procedure(
            instrument=local(row["instrument"] or ""),
            article=row["article"] or "",
            way=row["way"] or "",
            label=_label(store, row["procedure"] or "", lang),
            body=_label(store, row["body"] or "", lang),
            mentioned=row["mentioned"] or "",
            complete=row["complete"] or "",
            operative=known == "true" if known else None,
        )


def _urged(store: Store, view: View) -> Iterator[Urged]:
    """Count the recommendations that a State received and did not make itself, for instruments that do not bind it."""
    found: dict[str, dict[str, Row]] = defaultdict(dict)
    for row in _select(store, "explorer/review-recommendations", actor=view.party.code):
        if row["direction"] == "received" and row["urged"] and row["made"] != row["addressed"]:
            found[local(row["urged"])][row["recommendation"] or ""] = row
    for instrument, rows in sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        if instrument not in view.position.bound:
            own = rows.values()
            responses = [local(row["response"] or "") for row in own]
            yield Urged(
                instrument=instrument,
                count=len(rows),
                accepted=responses.count("accepted"),
                noted=responses.count("noted"),
                states=len({row["made"] for row in own if row["made"]}),
                sessions=tuple(sorted({int(row["session"] or 0) for row in own})),
            )


def _objectives(store: Store, view: View, candidates: Iterable[Candidate], lang: str) -> Iterator[Objective]:
    law, position = view.adviser.law, view.position
    shown = tuple(each.identifier for each in candidates)
    for number, articles in sorted(law.objectives.items(), key=lambda pair: int(pair[0])):
        own = [each for each in dict.fromkeys(articles) if law.articles[each].instrument not in law.soft]
        added = {
            name: sum(law.articles[each].instrument == name and not position.binds(law, each) for each in own)
            for name in shown
        }
        yield Objective(
            number=number,
            label=_label(store, ns.concept("gcm-objectives", number), lang),
            binding=sum(position.binds(law, each) is True for each in own),
            total=len(own),
            added=added,
        )


def _sources(store: Store, view: View, first: str, candidates: Iterable[str]) -> Iterator[UsedSource]:
    """Name the sources of what binds the party or may, of its acts, of the reviews, and of the texts of articles."""
    used: set[str] = set()
    for name, each in view.standings.items():
        if name in view.position.bound or name in view.position.unknown or each.history or name == first:
            used |= set(each.sources)
            used |= {evidence.source for act in each.history for evidence in act.evidence}
    for row in _select(store, "explorer/review-recommendations", actor=view.party.code):
        used.add(local(row["source"] or ""))
    described = set(view.position.bound) | set(view.position.unknown) | set(candidates)
    texts = {
        local(row["source"] or "")
        for row in _select(store, "adviser/texts-read")
        if local(row["instrument"] or "") in described
    }
    for row in store.select(query("explorer/sources").text):
        name = row["identifier"] or ""
        facts = (name, row["title"] or "", row["publisher"] or "", row["as_of"] or "", row["address"] or "")
        if name in used:
            yield UsedSource(*facts)
        if name in texts:
            yield UsedSource(*facts, text=True)
