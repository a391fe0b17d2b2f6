"""Groups of parties that are compared with each other: regions, organizations, processes, income groups, any list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from iml_graph import reading
from iml_graph.catalogue import query
from iml_graph.dates import day_before, holds
from iml_graph.eligibility import exists
from iml_graph.errors import BadInputError, UnknownNameError
from iml_graph.identifiers import NameIndex, fold_text
from iml_graph.reading import local
from iml_graph.records import Party
from iml_graph.store import Store
from iml_graph.store.base import Row

UNIVERSAL = frozenset({"hcch", "icao", "ilo", "imo", "iom", "un", "unesco", "who"})
"""Organizations open to all States: to share one of these makes nobody a peer."""

NEAR = 30
"""How many members a group has at most for its members to be near peers, who are named first."""

LIST = "list:"


class Kind(StrEnum):
    """Kinds of groups, in the order of lists."""

    REGION = "region"
    ORGANIZATION = "rec"
    PROCESS = "process"
    INCOME = "income"
    LIST = "list"


_KINDS = {
    "region": Kind.REGION,
    "organization": Kind.ORGANIZATION,
    "process": Kind.PROCESS,
    "income": Kind.INCOME,
}
_OF_TODAY = frozenset({"State", "OtherParticipant"})


@dataclass(frozen=True, slots=True)
class Group:
    """A group and its members on a day, by code.

    ``known_until`` is set where the newest classification ended before the day asked about: the members are the last
    known ones.
    """

    kind: Kind
    identifier: str
    label: str
    members: tuple[str, ...]
    acronym: str | None = None
    known_until: str | None = None

    @property
    def name(self) -> str:
        """What a table calls it."""
        return self.acronym or self.label


@dataclass(frozen=True, slots=True)
class Groups:
    """All groups on one day, and the parties that may be members of one."""

    on: str
    parties: Mapping[str, Party]
    groups: tuple[Group, ...]

    def of(self, code: str, kinds: Iterable[Kind] = tuple(Kind)) -> tuple[Group, ...]:
        """Name the groups of some kinds in which a party is; of regions the nearest, of organizations no universal."""
        wanted = set(kinds)
        own = [each for each in self.groups if code in each.members and each.kind in wanted]
        regions = [each for each in own if each.kind is Kind.REGION]
        nearest = min(regions, key=lambda each: len(each.members), default=None)
        return tuple(
            each
            for each in own
            if (each.kind is not Kind.REGION or each is nearest) and each.identifier not in UNIVERSAL
        )

    def near(self, code: str) -> frozenset[str]:
        """Name the near peers of a party: those of its region and of its small organizations."""
        groups = self.of(code, (Kind.REGION, Kind.ORGANIZATION))
        found = {each for group in groups if len(group.members) <= NEAR for each in group.members}
        return frozenset(found - {code})

    def find(self, name: str) -> Group:
        """Find the group that has a name, an acronym or an identifier; ``list:AAA,BBB`` is made as it is written.

        Raises:
            UnknownNameError: no group has the name, or a code of a list is of no party.
        """
        if name.startswith(LIST):
            return self._list(name.removeprefix(LIST))
        names: dict[str, list[str]] = defaultdict(list)
        for group in self.groups:
            names[group.identifier] += [group.identifier, group.label, *([group.acronym] if group.acronym else [])]
        found = (
            name.lower() if name.lower() in names else NameIndex("group", names, fold_text, shared=True).resolve(name)
        )
        return next(group for group in self.groups if group.identifier == found)

    def _list(self, codes: str) -> Group:
        members = tuple(dict.fromkeys(each.strip().upper() for each in codes.split(",") if each.strip()))
        if unknown := [each for each in members if each not in self.parties]:
            raise UnknownNameError("party", unknown[0])
        if not members:
            raise BadInputError("A list names parties by their codes, as list:SEN,MLI.")
        return Group(Kind.LIST, LIST + ",".join(members), ", ".join(members), members)


def read_groups(store: Store, lang: str, on: str) -> Groups:
    """Read all groups on a day (ISO), with their members that then existed."""
    parties = {code: each for code, each in reading.read_parties(store, lang).items() if exists(each, on)}
    rows: dict[tuple[str, str], list[Row]] = defaultdict(list)
    asked = query("adviser/groups")
    for row in store.select(asked.text, **asked.bind(on=on, lang=lang)):
        if local(row["party"] or "") in parties:
            rows[row["kind"] or "", row["group"] or ""].append(row)
    income = {key: own for key, own in rows.items() if key[0] == Kind.INCOME}
    newest = max((row["until"] or "" for own in income.values() for row in own), default="")
    day = on if on < newest or not newest else day_before(newest)
    found = [
        _group(key, [row for row in own if holds(row["since"] or "", row["until"], day)], newest if day != on else None)
        if key in income
        else _group(key, own)
        for key, own in rows.items()
    ]
    order = list(Kind)
    found.sort(key=lambda each: (order.index(each.kind), fold_text(each.label)))
    return Groups(on, parties, tuple(found))


def _group(key: tuple[str, str], rows: list[Row], known_until: str | None = None) -> Group:
    kind, iri = key
    first: Row = rows[0] if rows else {"label": local(iri), "acronym": None}
    return Group(
        kind=_KINDS[kind],
        identifier=local(iri),
        label=first["label"] or local(iri),
        members=tuple(sorted({local(row["party"] or "") for row in rows})),
        acronym=first["acronym"],
        known_until=known_until,
    )
