"""Why an answer on protection is what it is: the chain from it to intervals, acts, judgements, records and sources.

Only what the asked lines rest on is read from the store. Each link tells how sure it is: a judgement by the confidence
of its author, an act by the number of sources that show it, an interval and a computed day by the rule that gives it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from iml_graph import namespaces as ns
from iml_graph.catalogue import query
from iml_graph.protection.advice import View
from iml_graph.protection.cover import Basis, RightCover, best_first
from iml_graph.protection.law import Tag
from iml_graph.protection.newness import Addition, Overlap
from iml_graph.protection.position import Limit, LimitKind, Statement
from iml_graph.reading import local
from iml_graph.store import Iri
from iml_graph.store.base import Term

Facts = Mapping[str, tuple[Term, ...]]
"""What the graph says of one thing: terms by the IRI of the property."""

_OURS = ("startedBy", "endedBy", "restsOnMembership", "fromSource", "ofSource", "checkedAgainst")
RESTS_ON = (*(ns.IML + name for name in _OURS), ns.PROV + "wasDerivedFrom")
"""The properties that lead from a thing to what it rests on."""

_DIFFERS = (ns.IML + "disputes", ns.IML + "adopts")
_REJECTS = ns.IML + "rejects"


@dataclass(frozen=True)
class Link:
    """One thing in a chain: its IRI, what it is (a class of the ontology), what is said of it, and what it rests on.

    ``against`` is what differs from an act: records that dispute it, and decisions that adopt it over others.
    ``sure`` is ``high``, ``medium`` or ``low`` for a judgement, ``recorded-once`` or ``recorded-more`` for an act,
    ``computed`` for what a rule gives, ``printed-in-brackets`` for an entry so shown, and the role of a source.
    """

    iri: str
    kind: str
    facts: Facts
    rests_on: tuple[Link, ...] = ()
    sure: str = ""
    against: tuple[Link, ...] = ()

    def value(self, name: str) -> str | None:
        """Return the first value of a property of our ontology."""
        return next((term.value for term in self.facts.get(ns.IML + name, ())), None)

    def values(self, name: str) -> tuple[str, ...]:
        """Return the values of a property of our ontology."""
        return tuple(term.value for term in self.facts.get(ns.IML + name, ()))


@dataclass(frozen=True)
class Ground:
    """One article that an answer rests on: the article, what makes it bind, the judgement on it, and its limits.

    ``through`` is the instrument or organization through which alone it binds; ``relation`` the comparison of two
    articles, where the answer rests on one; ``limits`` pair each limit with the act or interval it comes from, if any.
    """

    article: str
    binding: tuple[Link, ...]
    judgements: tuple[Link, ...]
    limits: tuple[tuple[Limit, Link | None], ...] = ()
    through: str | None = None
    relation: Link | None = None
    provision: Link | None = None


@dataclass(frozen=True)
class Doubt:
    """An instrument of which it is not known whether it binds: the last status, and the coverage of its sources."""

    instrument: str
    last_known: str | None
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Explanation:
    """The chain of one right: the answer, its grounds in their order, and the doubts; ``left_out`` grounds follow."""

    answer: RightCover
    grounds: tuple[Ground, ...]
    excluded: tuple[Ground, ...]
    doubts: tuple[Doubt, ...]
    soft: tuple[Link, ...]
    left_out: int = 0


class Explainer:
    """Follows the chains of one party on one day.

    Args:
        view: the party on the day.
    """

    def __init__(self, view: View) -> None:
        self.view = view
        self._facts: dict[str, dict[str, Facts]] = {}
        self._intervals: dict[str, tuple[tuple[str, str, str], ...]] = {}

    def cover(self, answer: RightCover, most: int | None = None) -> Explanation:
        """Explain how a right is covered, by ``most`` grounds at the most."""
        articles = _by_article(best_first(answer.bases))
        taken = articles[:most]
        return Explanation(
            answer=answer,
            grounds=tuple(self._ground(bases) for bases in taken),
            excluded=tuple(self._ground(bases) for bases in _by_article(answer.excluded)),
            doubts=tuple(self._doubt(name, last) for name, last in answer.unknown),
            soft=tuple(filter(None, (self._link(_tag_iri(tag.article, tag.right, tag.holder)) for tag in answer.soft))),
            left_out=len(articles) - len(taken),
        )

    def overlap(self, addition: Addition, overlap: Overlap) -> Ground:
        """Explain why an article of an instrument is not all new: the other one, what makes it bind, who compared."""
        tags = self.view.adviser.law.tags_of.get(overlap.article, ())
        limits = self.view.position.limits.get(overlap.article, ())
        return Ground(
            article=overlap.article,
            binding=self._binding(overlap.article, overlap.through),
            judgements=tuple(self._tags(tags, {tag.right for tag in addition.tags})),
            limits=tuple((limit, self._limit(overlap.article, limit)) for limit in limits),
            through=overlap.through,
            relation=self._relation(addition.article.key, overlap) if overlap.relation else None,
            provision=self._link(_provision_iri(overlap.article)),
        )

    def tags(self, addition: Addition) -> tuple[Link, ...]:
        """Explain the judgements on an article of an instrument."""
        return tuple(self._tags(addition.tags, {tag.right for tag in addition.tags}))

    def _tags(self, tags: Iterable[Tag], rights: set[str]) -> Iterator[Link]:
        for tag in tags:
            if tag.right in rights and (link := self._link(_tag_iri(tag.article, tag.right, tag.holder))):
                yield link

    def _ground(self, bases: tuple[Basis, ...]) -> Ground:
        """Follow one article, with all its tags that give the right."""
        first = bases[0]
        article = first.tag.article
        judged = (self._link(_tag_iri(article, each.tag.right, each.tag.holder)) for each in bases)
        limits = dict.fromkeys(limit for each in bases for limit in each.limits)
        return Ground(
            article=article,
            binding=self._binding(article, first.through),
            judgements=tuple(filter(None, judged)),
            limits=tuple((limit, self._limit(article, limit)) for limit in limits),
            through=first.through,
            provision=self._link(_provision_iri(article)),
        )

    def _binding(self, article: str, through: str | None) -> tuple[Link, ...]:
        """Follow the intervals in which the article binds: with its instrument, or with the one that takes it in."""
        instrument = article.partition("/")[0]
        own = self._intervals_with(instrument)
        kinds = ("PartyInterval", "MemberBindingInterval")
        held = [iri for iri, kind, _ in own if kind in kinds]
        if not held and through:
            held = [iri for iri, kind, _ in self._intervals_with(through) if kind in kinds]
        accepted = [iri for iri, kind, reference in own if kind == "accepted" and _within(article, reference)]
        return tuple(filter(None, map(self._link, (*held, *accepted))))

    def _limit(self, article: str, limit: Limit) -> Link | None:
        """Follow a limit to the act or the interval that it comes from; what a tag says by itself has none."""
        if limit.kind in (LimitKind.RESERVATION, LimitKind.GENERAL_RESERVATION):
            return self._link(limit.subject)
        instrument = article.partition("/")[0]
        if limit.kind is LimitKind.EXCLUSION:
            own = self._intervals_with(instrument)
            found = (iri for iri, kind, reference in own if kind == "excluded" and _within(article, reference))
            return next((link for iri in found if (link := self._link(iri))), None)
        if limit.kind is LimitKind.TERRITORY:
            iri = next((each.iri for each in self.view.dossier.statements if _is_from(each, instrument, limit)), None)
            return self._link(iri) if iri else None
        return None

    def _doubt(self, instrument: str, last: str | None) -> Doubt:
        rows = self.view.adviser.store.select(
            query("adviser/coverage-of").text, instrument=Iri(ns.instrument(instrument))
        )
        known = (iri for iri, kind, _ in self._intervals_with(instrument) if kind != "excluded")
        covering = (row["coverage"] or "" for row in rows)
        return Doubt(instrument, last, tuple(filter(None, map(self._link, (*known, *covering)))))

    def _relation(self, article: str, overlap: Overlap) -> Link | None:
        """Find the comparison of two articles, whichever of the two it was written for."""
        relation = overlap.relation
        if relation is None:
            return None
        for one, other in ((relation.first, relation.second), (relation.second, relation.first)):
            if link := self._link(f"{ns.ID}relation/{one}/{other}"):
                return link
        return None

    def _intervals_with(self, instrument: str) -> tuple[tuple[str, str, str], ...]:
        """Name the intervals with an instrument that hold the day: IRI, class or kind of scope, article."""
        if instrument not in self._intervals:
            asked = query("adviser/intervals-on")
            given = asked.bind(party=self.view.party.code, instrument=instrument, on=self.view.on)
            rows = self.view.adviser.store.select(asked.text, **given)
            self._intervals[instrument] = tuple(
                (row["interval"] or "", local(row["scope"] or row["kind"] or ""), row["reference"] or "")
                for row in rows
            )
        return self._intervals[instrument]

    def _link(self, iri: str) -> Link | None:
        """Follow a thing to all that it rests on; ``None`` if the graph says nothing of it."""
        facts = self._read(iri)
        return _grow(iri, facts, frozenset()) if iri in facts else None

    def _read(self, iri: str) -> dict[str, Facts]:
        if iri not in self._facts:
            rows = self.view.adviser.store.select_terms(query("adviser/chain").text, thing=Iri(iri))
            found: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
            for row in rows:
                each, about, value = row["each"], row["property"], row["value"]
                if each and about and value:
                    found[each.value][about.value].append(value)
            self._facts[iri] = {
                each: {about: tuple(values) for about, values in own.items()} for each, own in found.items()
            }
        return self._facts[iri]


def _grow(iri: str, facts: Mapping[str, Facts], above: frozenset[str]) -> Link:
    own, above = facts[iri], above | {iri}
    kind = next((local(term.value) for term in own.get(ns.RDF + "type", ())), "")

    def follow(found: Iterable[str]) -> tuple[Link, ...]:
        return tuple(_grow(each, facts, above) for each in dict.fromkeys(found) if each in facts and each not in above)

    rests_on = follow(term.value for about in RESTS_ON for term in own.get(about, ()) if isinstance(term, Iri))
    against = follow(term.value for term in own.get(_REJECTS, ()))
    if kind == "TreatyAction":
        against = follow(each for each, said in sorted(facts.items()) if _differs(said, iri))
    return Link(iri, kind, own, rests_on, _sure(kind, own, rests_on), against)


def _differs(said: Facts, act: str) -> bool:
    """Tell whether a thing is a record that disputes an act, or a decision that adopts it over another statement."""
    return any(term.value == act for about in _DIFFERS for term in said.get(about, ()))


def _sure(kind: str, facts: Facts, rests_on: tuple[Link, ...]) -> str:
    """Tell how sure a link is, from what the graph says of it."""
    if confidence := facts.get(ns.IML + "confidence"):
        return confidence[0].value
    if kind.endswith("Interval") or kind == "Membership":
        return "computed"
    if kind in ("TreatyAction", "MembershipEvent"):
        records = [each for each in rests_on if each.kind == "SourceRecord"]
        if any(each.value("bracketed") == "true" for each in records):
            return "printed-in-brackets"
        sources = {each.value("fromSource") for each in records}
        return "recorded-more" if len(sources) > 1 else "recorded-once"
    role = facts.get(ns.IML + "sourceRole")
    return local(role[0].value) if role else ""


def _by_article(bases: Iterable[Basis]) -> list[tuple[Basis, ...]]:
    found: dict[str, list[Basis]] = {}
    for basis in bases:
        found.setdefault(basis.tag.article, []).append(basis)
    return [tuple(own) for own in found.values()]


def _tag_iri(article: str, right: str, holder: str) -> str:
    return f"{ns.ID}tag/{article}/{right}/{holder}"


def _provision_iri(article: str) -> str:
    instrument, _, reference = article.partition("/")
    return ns.provision(instrument, reference)


def _within(article: str, reference: str) -> bool:
    """Tell whether an article is the one of a scope, or a part of it."""
    own = article.partition("/")[2]
    return f"{own}.".startswith(f"{reference}.")


def _is_from(statement: Statement, instrument: str, limit: Limit) -> bool:
    about = statement.whole == instrument and limit.subject in statement.territories
    return about and statement.deposited == limit.since
