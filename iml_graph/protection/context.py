"""What surrounds a step: peers, the two ends of a corridor, what urges the step, what it serves, what helps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from iml_graph import namespaces as ns
from iml_graph.catalogue import query
from iml_graph.errors import BadInputError
from iml_graph.identifiers import fold_text
from iml_graph.labels import sentence
from iml_graph.protection.advice import Adviser, View
from iml_graph.protection.cover import Basis, RightCover
from iml_graph.protection.groups import Group, Kind, read_groups
from iml_graph.protection.road import rights_touching, words_of
from iml_graph.provision_records import Named
from iml_graph.reading import local
from iml_graph.records import Instrument, Party, Release
from iml_graph.status import Standing, instrument_profile
from iml_graph.store import Iri, Store
from iml_graph.store.base import Row
from iml_graph.terms import Cover

NEIGHBOURS = frozenset({"neighbour", "neighbours", "neighbor", "neighbors"})

# peers


@dataclass(frozen=True, slots=True)
class Peer:
    """Where a peer stands towards the instrument, and which of the groups it shares with the party."""

    standing: Standing
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Peers:
    """The peers of a party by group, with where each stands towards an instrument on a day."""

    party: Party
    instrument: Instrument
    on: str
    groups: tuple[Group, ...]
    peers: tuple[Peer, ...]
    own: Standing | None
    release: Release

    def counts(self, group: Group) -> dict[str, int]:
        """Number of the other members of a group, by status."""
        found: dict[str, int] = {}
        for peer in self.peers:
            if group in peer.groups:
                status = peer.standing.status.value
                found[status] = found.get(status, 0) + 1
        return found


def peers(store: Store, code: str, identifier: str, on: str, lang: str, group: str | None = None) -> Peers:
    """Compare a party with its peers as to one instrument on a day (ISO).

    Args:
        store: the graph.
        code: of the party.
        identifier: of the instrument.
        on: the day.
        lang: language of names.
        group: a kind of group (``region``, ``rec``, ``process``, ``income``), a group by name, or ``list:AAA,BBB``;
            region, organizations and processes if not given.

    Raises:
        UnknownNameError: no group has the name, no instrument the identifier.
        BadInputError: the group is one of which the graph knows nothing, or it has no members but the party.
    """
    known = read_groups(store, lang, on)
    profile = instrument_profile(store, identifier, on, lang)
    kinds = _kinds(group, lang)
    chosen = known.of(code, kinds) if kinds else (known.find(group or ""),)
    if not any(set(each.members) - {code} for each in chosen):
        raise BadInputError(sentence("no_such_group", lang, label=code))
    standings = {each.party.code: each for each in profile.standings}
    shared: dict[str, list[Group]] = {}
    for each in chosen:
        for member in each.members:
            shared.setdefault(member, []).append(each)
    found = [Peer(standings[member], tuple(own)) for member, own in shared.items() if member in standings]
    found = [each for each in found if each.standing.party.code != code]
    found.sort(key=_place)
    return Peers(
        party=known.parties.get(code) or standings[code].party,
        instrument=profile.instrument,
        on=on,
        groups=chosen,
        peers=tuple(found),
        own=standings.get(code),
        release=profile.release,
    )


def _kinds(group: str | None, lang: str) -> tuple[Kind, ...]:
    """Read a kind of group; none where a group is named."""
    if group is None:
        return (Kind.REGION, Kind.ORGANIZATION, Kind.PROCESS)
    if group.lower() in NEIGHBOURS:
        raise BadInputError(sentence("no_neighbours", lang))
    return (Kind(group.lower()),) if group.lower() in {*Kind} - {Kind.LIST} else ()


def _place(peer: Peer) -> tuple[str, str, str]:
    """Order peers: by status, those first bound first, by name."""
    standing = peer.standing
    return (_ORDER.get(standing.status.value, "9"), standing.in_force_from or "9999", fold_text(standing.party.label))


_ORDER = {"party": "0", "bound-through-organization": "1", "party-not-in-force": "2", "signatory": "3"}


# corridor


class Shared(StrEnum):
    """How a right is held at the two ends of a corridor."""

    BOTH = "both"
    APART = "apart"
    FIRST = "first-only"
    SECOND = "second-only"
    NONE = "neither"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class CorridorRight:
    """One right at the two ends: what binds both, and what binds one alone.

    ``common`` are articles of the same instrument that bind both; with ``apart`` each is bound by other articles.
    """

    right: str
    state: Shared
    common: tuple[Basis, ...]
    first: RightCover
    second: RightCover


@dataclass(frozen=True, slots=True)
class Corridor:
    """Two parties on a day: right by right what binds both, and the treaties between the two alone."""

    first: View
    second: View
    rights: tuple[CorridorRight, ...]
    bilateral: tuple[tuple[str, str | None], ...]
    on: str


_HELD = frozenset({Cover.FULL, Cover.INDIRECT, Cover.LIMITED})


def corridor(first: View, second: View, rights: Iterable[str] = (), holder: str | None = None) -> Corridor:
    """Compare two parties on a day, right by right."""
    adviser, wanted = first.adviser, tuple(rights)
    pairs = zip(first.cover(wanted, holder), second.cover(wanted, holder), strict=True)
    return Corridor(
        first=first,
        second=second,
        rights=tuple(_corridor_right(one, other) for one, other in pairs),
        bilateral=_bilateral(adviser, first.party.code, second.party.code, first.on),
        on=first.on,
    )


def _corridor_right(first: RightCover, second: RightCover) -> CorridorRight:
    theirs = {basis.tag.article for basis in second.bases}
    common = tuple(basis for basis in first.bases if basis.tag.article in theirs)
    return CorridorRight(first.right, _shared(first, second, bool(common)), common, first, second)


def _shared(first: RightCover, second: RightCover, common: bool) -> Shared:
    one, other = first.cover in _HELD, second.cover in _HELD
    if one and other:
        return Shared.BOTH if common else Shared.APART
    if Cover.UNKNOWN in (first.cover, second.cover):
        return Shared.UNKNOWN
    if one or other:
        return Shared.FIRST if one else Shared.SECOND
    return Shared.NONE


def _bilateral(adviser: Adviser, first: str, second: str, on: str) -> tuple[tuple[str, str | None], ...]:
    """Name the treaties between the two that are in force on the day, so far as a register has them."""
    asked = query("adviser/corridor")
    rows = adviser.store.select(asked.text, **asked.bind(actor=first, other=second, on=on))
    found = {local(r["instrument"] or ""): r["since"] for r in rows if r["nature"] == "bilateral"}
    return tuple(sorted(found.items(), key=lambda each: (each[1] or "", each[0])))


# context


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A recommendation of the universal periodic review to join the instrument: session, by whom, and the response."""

    session: int
    number: str
    by: Named | None
    response: str


@dataclass(frozen=True, slots=True)
class Served:
    """An objective of the Compact or a target of a Sustainable Development Goal, and what of the instrument serves it.

    ``articles`` are keys of those on which it rests, ``rights`` identifiers of rights that belong with it.
    """

    number: str
    label: str
    articles: tuple[str, ...]
    rights: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """A course that deals with the instrument; empty where no source says."""

    identifier: str
    name: str
    languages: tuple[str, ...]
    place: str | None
    audience: str | None
    length: str | None


@dataclass(frozen=True, slots=True)
class Process:
    """A consultation process in which the party takes part; ``serves`` whether it serves the instrument or its aims."""

    identifier: str
    name: str
    tier: str
    since: str | None
    serves: bool


@dataclass(frozen=True, slots=True)
class Support:
    """What a party can build on without ratifying.

    ``kind`` is ``vote``, ``adoption``, ``custom``; ``rights`` are those of the instrument that the text or norm gives.
    """

    kind: str
    identifier: str
    name: str
    through: str | None
    on: str | None
    rights: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """What urges a party to join an instrument, what that serves, what helps, and what can be done without."""

    party: Party
    instrument: Instrument
    on: str
    recommendations: tuple[Recommendation, ...]
    responses: dict[str, str]
    objectives: tuple[Served, ...]
    targets: tuple[Served, ...]
    courses: tuple[Course, ...]
    processes: tuple[Process, ...]
    support: tuple[Support, ...]
    accepted: int
    release: Release


def context(adviser: Adviser, code: str, identifier: str, on: str) -> Context:
    """Gather what surrounds the step of a party to join an instrument, on a day (ISO).

    Raises:
        UnknownNameError: no party has the code, no instrument the identifier.
    """
    from iml_graph import reading

    store, lang = adviser.store, adviser.lang
    instrument = reading.read_instrument(store, identifier, lang)
    party = reading.read_parties(store, lang, code)[code]
    recommendations = _recommendations(store, code, identifier, lang)
    objectives, targets = _objectives(adviser, identifier), _targets(adviser, identifier)
    return Context(
        party=party,
        instrument=instrument,
        on=on,
        recommendations=recommendations,
        responses=words_of(store, "review-responses", lang),
        objectives=objectives,
        targets=targets,
        courses=_courses(store, code, identifier, on, lang),
        processes=_processes(store, code, identifier, on, lang, {each.number for each in objectives}),
        support=_support(adviser, code, identifier, on),
        accepted=sum(each.response == "accepted" for each in recommendations),
        release=reading.read_release(store),
    )


def _recommendations(store: Store, code: str, identifier: str, lang: str) -> tuple[Recommendation, ...]:
    asked = query("adviser/recommendations-urging")
    rows = store.select(asked.text, **asked.bind(actor=code, instrument=identifier, lang=lang))
    return tuple(
        Recommendation(
            session=int(row["session"] or 0),
            number=row["number"] or "",
            by=Named(local(row["made_by"] or ""), row["name"] or "") if row["made_by"] else None,
            response=local(row["response"] or ""),
        )
        for row in rows
    )


def _objectives(adviser: Adviser, identifier: str) -> tuple[Served, ...]:
    """Name the objectives of the Compact that rest on articles of the instrument."""
    labels = words_of(adviser.store, "gcm-objectives", adviser.lang)
    found = []
    for number, articles in adviser.law.objectives.items():
        own = tuple(key for key in articles if key.partition("/")[0] == identifier)
        if own:
            found.append(Served(number, labels.get(number, number), own, ()))
    return tuple(sorted(found, key=lambda each: int(each.number) if each.number.isdecimal() else 0))


def _targets(adviser: Adviser, identifier: str) -> tuple[Served, ...]:
    """Name the targets to which rights of the instrument belong."""
    touched = rights_touching(adviser, identifier, "sdg-targets")
    found = (Served(notation, label, (), tuple(sorted(rights))) for (_, notation, label), rights in touched.items())
    return tuple(sorted(found, key=lambda each: [int(n) if n.isdecimal() else 0 for n in each.number.split(".")]))


def _courses(store: Store, code: str, identifier: str, on: str, lang: str) -> tuple[Course, ...]:
    asked = query("adviser/training")
    rows = store.select(asked.text, **asked.bind(actor=code, instrument=identifier, on=on, lang=lang))
    return tuple(
        Course(
            identifier=local(row["course"] or ""),
            name=row["name"] or "",
            languages=tuple(filter(None, (row["languages"] or "").split(";"))),
            place=row["place"],
            audience=row["audience"],
            length=row["length"],
        )
        for row in rows
    )


def _processes(
    store: Store, code: str, identifier: str, on: str, lang: str, objectives: set[str]
) -> tuple[Process, ...]:
    asked = query("explorer/party-processes")
    served = {ns.instrument(identifier)} | {ns.concept("gcm-objectives", each) for each in objectives}
    serving = {row["thing"] or "" for row in store.select(query("explorer/serving").text) if row["served"] in served}
    rows = store.select(asked.text, **asked.bind(party=code, on=on, lang=lang))
    found = [
        Process(
            identifier=local(row["process"] or ""),
            name=row["name"] or "",
            tier=row["tier_name"] or "",
            since=row["since"],
            serves=(row["process"] or "") in serving,
        )
        for row in rows
        if local(row["capacity"] or "") == "member"
    ]
    return tuple(sorted(found, key=lambda each: (not each.serves, fold_text(each.name))))


def _support(adviser: Adviser, code: str, identifier: str, on: str) -> tuple[Support, ...]:
    """Gather the non-binding texts behind which the party stands, and claimed norms, that give the same rights.

    A text counts where the party voted for it, or one of its organizations or processes adopted it.
    """
    law = adviser.law
    wanted = {tag.right for tag in law.tags if law.articles[tag.article].instrument == identifier and tag.principal}
    given: dict[str, set[str]] = {}
    for tag in law.tags:
        text = law.articles[tag.article].instrument
        if text in law.soft and tag.right in wanted:
            given.setdefault(text, set()).add(tag.right)
    asked = query("adviser/without-ratifying")
    found: dict[tuple[str, str], Support] = {}
    for row in adviser.store.select(asked.text, **asked.bind(actor=code, on=on)):
        text = local(row["thing"] or "")
        if row["ground"] in ("vote", "adoption") and text in given:
            found.setdefault((row["ground"] or "", text), _text(adviser, row, text, given[text]))
    claimed = tuple(sorted(right for right in wanted if law.claims.get(right, {}).get("asserts")))
    custom = [Support("custom", "custom", "", None, None, claimed)] if claimed else []
    texts = sorted(found.values(), key=lambda each: (-len(each.rights), each.on or "", each.identifier))
    return (*texts, *custom)


def _text(adviser: Adviser, row: Row, text: str, rights: set[str]) -> Support:
    through = local(row["through"] or "") or None
    return Support(
        kind=row["ground"] or "",
        identifier=text,
        name=adviser.names.instrument(text),
        through=_shown(adviser, row["through"]) if through else None,
        on=row["day"],
        rights=tuple(sorted(rights)),
    )


def _shown(adviser: Adviser, iri: str | None) -> str:
    rows = adviser.store.select(query("explorer/shown").text, thing=Iri(iri or ""), lang=adviser.lang)
    return (rows[0]["label"] or "") if rows else local(iri or "")
