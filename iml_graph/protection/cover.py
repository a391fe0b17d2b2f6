"""How each right is covered for a party on a day, and by what.

For one right the articles that give it are looked at one by one; the best of them decides. An article that binds the
party without a limit covers fully; one that another treaty takes in, or that binds through an organization, indirectly;
one with a reservation, for fewer persons than asked, for less territory, against discrimination only, or at discretion,
in a limited way. Where none binds, an instrument that may bind without the record saying so makes the answer unknown;
only then come claims of custom, non-binding texts, and nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from iml_graph.protection.law import Law, Tag
from iml_graph.protection.position import Limit, Position
from iml_graph.terms import Cover, LimitKind

__all__ = [
    "MIGRANTS",
    "Basis",
    "Cover",
    "Grounds",
    "RightCover",
    "best_first",
    "concerns",
    "cover",
    "cover_rights",
    "grounds",
    "sufficient",
]

MIGRANTS = "migrants"
"""For whom a right must be given where no group is asked about and the right has no typical holder."""


_RANK = {cover: place for place, cover in enumerate(Cover)}


class Basis(NamedTuple):
    """An article that gives the right and binds the party: how well, through what, and with which limits.

    ``through`` is the instrument or organization through which alone it binds.
    """

    tag: Tag
    cover: Cover
    through: str | None
    limits: tuple[Limit, ...]

    @property
    def excluded(self) -> bool:
        """Whether the party excluded the article, so that it does not bind it."""
        return any(limit.kind is LimitKind.EXCLUSION for limit in self.limits)


class RightCover(NamedTuple):
    """How one right is covered, and what that rests on.

    ``bases`` are the articles that bind, the best first; ``excluded`` those that an exclusion keeps out; ``unknown``
    the instruments that may bind, with the status last known; ``soft`` the tags of non-binding texts adopted by then;
    ``asserted`` and ``contested`` numbers of claims of custom.
    """

    right: str
    cover: Cover
    bases: tuple[Basis, ...] = ()
    excluded: tuple[Basis, ...] = ()
    unknown: tuple[tuple[str, str | None], ...] = ()
    soft: tuple[Tag, ...] = ()
    asserted: int = 0
    contested: int = 0


def cover_rights(
    law: Law, position: Position, rights: Iterable[str] = (), holder: str | None = None
) -> tuple[RightCover, ...]:
    """Tell how rights are covered for a party on a day; all rights if none is named.

    A group of rights stands for those under it. With a ``holder``, for that group of persons only.
    """
    named = [each for right in rights for each in sorted(law.rights.narrower(right)) if law.rights.broader.get(each)]
    return tuple(cover(law, position, right, holder) for right in dict.fromkeys(named or law.rights.leaves()))


def cover(law: Law, position: Position, right: str, holder: str | None = None) -> RightCover:
    """Tell how one right is covered."""
    given = grounds(law, right, holder)
    found = sorted(_bases(law, position, given), key=lambda basis: (_RANK[basis.cover], basis.tag.article))
    bases = [basis for basis in found if not basis.excluded]
    unknown = {name: position.unknown[name] for name in given.binding if name in position.unknown}
    chosen = ((name, own) for name, own in given.binding.items() if name in law.chosen)
    undecided = (name for name, own in chosen if any(position.binds(law, tag.article) is None for tag, _ in own))
    unknown |= dict.fromkeys(undecided, "party")
    soft = tuple(tag for tag in given.soft if law.soft[law.articles[tag.article].instrument] <= position.on)
    claims = law.claims.get(right, {})
    asserted, contested = claims.get("asserts", 0), claims.get("contests", 0) + claims.get("denies", 0)
    return RightCover(
        right=right,
        cover=_best(bases, bool(unknown), asserted, bool(soft)),
        bases=tuple(bases),
        excluded=tuple(basis for basis in found if basis.excluded),
        unknown=tuple(unknown.items()),
        soft=soft,
        asserted=asserted,
        contested=contested,
    )


class Grounds(NamedTuple):
    """What gives a right: tags by instrument that binds, each with its own limits, and those of texts that do not."""

    binding: Mapping[str, tuple[tuple[Tag, tuple[Limit, ...]], ...]]
    soft: tuple[Tag, ...]


def grounds(law: Law, right: str, holder: str | None = None) -> Grounds:
    """Find what gives a right, to one group of persons or to all; the law keeps it."""
    if (right, holder) not in law.kept:
        law.kept[right, holder] = _grounds(law, right, holder)
    found: Grounds = law.kept[right, holder]
    return found


def _grounds(law: Law, right: str, holder: str | None) -> Grounds:
    tags = [tag for tag in law.tags_on.get(right, ()) if holder is None or concerns(law, tag.holder, holder)]
    asked = frozenset({holder}) if holder else law.typical.get(right) or frozenset({MIGRANTS})
    enough = sufficient(law, {tag.holder for tag in tags}, asked)
    binding: dict[str, list[tuple[Tag, tuple[Limit, ...]]]] = {}
    soft: list[Tag] = []
    for tag in tags:
        name = law.articles[tag.article].instrument
        if name in law.soft:
            soft.append(tag)
        else:
            binding.setdefault(name, []).append((tag, tuple(_own_limits(law, tag, enough))))
    return Grounds({name: tuple(own) for name, own in binding.items()}, tuple(soft))


def _best(bases: list[Basis], unknown: bool, asserted: int, soft: bool) -> Cover:
    if bases:
        return bases[0].cover
    if unknown:
        return Cover.UNKNOWN
    if asserted:
        return Cover.CUSTOMARY
    return Cover.SOFT if soft else Cover.NONE


def concerns(law: Law, given: str, asked: str) -> bool:
    """Tell whether what one group is given concerns another: one of the two includes the other."""
    return law.holders.includes(given, asked) or law.holders.includes(asked, given)


def sufficient(law: Law, given: set[str], asked: frozenset[str]) -> frozenset[str]:
    """Name the groups to whom a right must be given for it to be whole.

    Those that include a group asked about (the one that a user names, else those for whose situation the right exists,
    else migrants); where no instrument gives the right to any of these, the widest groups that it is given to.
    """
    whole = {each for each in given if any(law.holders.includes(each, group) for group in asked)}
    widest = {each for each in given if not any(o != each and law.holders.includes(o, each) for o in given)}
    return frozenset(whole or widest)


def _bases(law: Law, position: Position, given: Grounds) -> Iterable[Basis]:
    for name, tags in given.binding.items():
        if name in position.bound or position.through:
            for tag, own in tags:
                if position.binds(law, tag.article):
                    yield _basis(position, tag, own)


def _basis(position: Position, tag: Tag, own: tuple[Limit, ...]) -> Basis:
    limits = position.limits.get(tag.article, ()) + own
    through = position.through.get(tag.article)
    return Basis(tag, Cover.LIMITED if limits else Cover.INDIRECT if through else Cover.FULL, through, limits)


def _own_limits(law: Law, tag: Tag, enough: frozenset[str]) -> Iterable[Limit]:
    """Name what limits an article by what it says itself, whoever it binds.

    Of two groups that an article names, one is that of the instrument: children in the convention on armed conflict are
    children in armed conflict. Equal treatment in a right, in an instrument against discrimination on one ground, is
    not the right itself; nor is anything in one that is for no group of its own.
    """
    if tag.modality == "discretion":
        yield Limit(LimitKind.DISCRETION, tag.modality)
    if tag.holder not in enough:
        yield Limit(LimitKind.HOLDER, tag.holder)
    instrument = law.articles[tag.article].instrument
    own = law.own_group.get(instrument)
    if own and own not in enough and own != tag.holder and law.holders.apart(own, tag.holder):
        both = any(each.right == tag.right and each.holder == own for each in law.tags_of[tag.article])
        if both:
            yield Limit(LimitKind.HOLDER, own)
    against = instrument in law.of_one_ground and (tag.modality == "equal-treatment" or not own)
    if against and law.rights.group(tag.right) != "equality-and-non-discrimination":
        yield Limit(LimitKind.DISCRIMINATION, tag.modality)


def best_first(bases: Iterable[Basis]) -> tuple[Basis, ...]:
    """Order what covers a right equally well: what is for all asked about first, then what has fewer limits."""
    order = {name: place for place, name in enumerate(dict.fromkeys(basis.cover for basis in bases))}
    return tuple(sorted(bases, key=lambda each: (order[each.cover], _narrow(each), len(each.limits))))


def _narrow(basis: Basis) -> bool:
    return any(limit.kind is LimitKind.HOLDER for limit in basis.limits)
