"""What the graph holds: instruments by class and branch, the fields of each, and what its facts rest on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from iml_graph import reading
from iml_graph.catalogue import query
from iml_graph.reading import local
from iml_graph.records import Release
from iml_graph.store import Store
from iml_graph.store.base import Row


class Force(StrEnum):
    """Whether an instrument binds, and how."""

    TREATY = "treaty"
    SECONDARY_LAW = "secondary-law"
    BILATERAL = "bilateral"
    NON_BINDING = "non-binding"


_FORCES: Mapping[str, Force] = {
    "SecondaryLaw": Force.SECONDARY_LAW,
    "BilateralTreaty": Force.BILATERAL,
    "SoftLawInstrument": Force.NON_BINDING,
    "GeneralComment": Force.NON_BINDING,
}
"""By class; every other class of instruments is a kind of treaty."""

FIELDS = (
    *("titles", "adopted", "adopted_by", "in_force", "depositary", "ways_to_join", "entry_clause"),
    *("languages", "bodies", "link"),
)
"""What may be recorded of an instrument, beside its class and branch."""

NOT_OF: Mapping[Force, frozenset[str]] = {
    Force.TREATY: frozenset(),
    Force.SECONDARY_LAW: frozenset({"depositary", "entry_clause"}),
    Force.BILATERAL: frozenset({"depositary", "entry_clause", "bodies", "adopted_by"}),
    Force.NON_BINDING: frozenset({"in_force", "depositary", "ways_to_join", "entry_clause", "bodies"}),
}
"""Fields that an instrument of that force cannot have."""


@dataclass(frozen=True, slots=True)
class InstrumentCoverage:
    """What is recorded of one instrument.

    ``branches`` are labels; ``official_titles`` is a number of the three languages; ``missing`` names the fields
    that it could have and has not; ``complete_as_of`` is an ISO day, ``None`` where no source is complete; ``acts``
    counts treaty actions.
    """

    identifier: str
    force: Force
    branches: tuple[str, ...]
    official_titles: int
    missing: tuple[str, ...]
    acts: int
    sources: tuple[str, ...]
    complete_as_of: str | None


@dataclass(frozen=True, slots=True)
class Support:
    """How many facts of a class rest on one source, on several, and on editorial judgement."""

    kind: str
    label: str
    one: int
    several: int
    editorial: int


@dataclass(frozen=True, slots=True)
class Statements:
    """How many reservations and declarations on an instrument are anchored to what they concern.

    ``anchored`` concern provisions, ``general`` the instrument as a whole, ``elsewhere`` no provision of it; of the
    ``unanchored`` it is not told.
    """

    instrument: str
    anchored: int
    general: int
    elsewhere: int
    unanchored: int

    @property
    def statements(self) -> int:
        """All together."""
        return self.anchored + self.general + self.elsewhere + self.unanchored


ANALYSIS = ("provisions", "tags", "doubtful", "reviewed", "relations")
"""What is counted of an analysis."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """How many provisions of an instrument are described, and how many tags and relations they have.

    ``doubtful`` tags are of medium or low confidence, ``reviewed`` ones have more than one author. A relation counts
    for both its instruments.
    """

    instrument: str
    provisions: int
    tags: int
    doubtful: int
    reviewed: int
    relations: int


@dataclass(frozen=True, slots=True)
class CoverageReport:
    """What one release holds."""

    release: Release
    instruments: tuple[InstrumentCoverage, ...]
    supports: tuple[Support, ...]
    statements: tuple[Statements, ...] = ()
    analyses: tuple[Analysis, ...] = ()

    def of(self, force: Force) -> tuple[InstrumentCoverage, ...]:
        """Instruments of one force, in order."""
        return tuple(entry for entry in self.instruments if entry.force is force)

    def by_branch(self) -> dict[str, Counter[Force]]:
        """Number of instruments of each force, by the label of their branch; some belong to two."""
        found: dict[str, Counter[Force]] = defaultdict(Counter)
        for entry in self.instruments:
            for branch in entry.branches:
                found[branch][entry.force] += 1
        return dict(sorted(found.items()))

    @property
    def total(self) -> Support:
        """All facts together."""
        sums = (sum(getattr(s, name) for s in self.supports) for name in ("one", "several", "editorial"))
        return Support("total", "", *sums)

    @property
    def all_statements(self) -> Statements:
        """The reservations and declarations on all instruments."""
        names = ("anchored", "general", "elsewhere", "unanchored")
        return Statements("total", *(sum(getattr(own, name) for own in self.statements) for name in names))

    @property
    def whole_analysis(self) -> Analysis:
        """The analysis of all instruments; each relation once."""
        sums = [sum(getattr(own, name) for own in self.analyses) for name in ANALYSIS]
        sums[-1] //= 2
        return Analysis("total", *sums)


def measure_coverage(store: Store, lang: str) -> CoverageReport:
    """Read what the graph holds; ``lang`` is the language of labels."""
    fields: dict[str, set[str]] = defaultdict(set)
    for row in store.select(query("maintainer/instrument-coverage").text):
        fields[_of(row)].add(row["field"] or "")
    acts = {_of(row): row for row in store.select(query("maintainer/recorded-acts").text)}
    complete = _complete(store)
    classes = store.select(query("maintainer/instrument-classes").text, lang=lang)
    instruments = [
        _instrument(key, list(rows), fields[key], acts.get(key, {}), complete.get(key))
        for key, rows in groupby(classes, key=_of)
    ]
    return CoverageReport(
        release=reading.read_release(store),
        instruments=tuple(sorted(instruments, key=lambda entry: (entry.force, entry.branches, entry.identifier))),
        supports=tuple(supports(store.select(query("maintainer/support").text, lang=lang))),
        statements=tuple(map(_statements, store.select(query("maintainer/unanchored").text))),
        analyses=tuple(map(_analysis, store.select(query("maintainer/analysis").text))),
    )


def _statements(row: Row) -> Statements:
    counts = (int(row[name] or 0) for name in ("anchored", "general", "elsewhere", "unanchored"))
    return Statements(_of(row), *counts)


def _analysis(row: Row) -> Analysis:
    return Analysis(_of(row), *(int(row[name] or 0) for name in ANALYSIS))


def _of(row: Row) -> str:
    return row["identifier"] or ""


def _complete(store: Store) -> dict[str, str]:
    """Tell until which day the record of each instrument is complete, where a source is."""
    found: dict[str, str] = {}
    for row in store.select(query("maintainer/coverage").text):
        if row["complete"]:
            key = local(row["instrument"] or "")
            found[key] = max(found.get(key, ""), row["complete"])
    return found


def _instrument(
    identifier: str, rows: list[Row], fields: set[str], acts: Row, complete_as_of: str | None
) -> InstrumentCoverage:
    """Make the entry of an instrument from its rows, one for each branch that it belongs to."""
    force = _FORCES.get(local(rows[0]["class"] or ""), Force.TREATY)
    possible = (name for name in FIELDS if name not in NOT_OF[force])
    return InstrumentCoverage(
        identifier=identifier,
        force=force,
        branches=tuple(sorted({row["branch_label"] or "" for row in rows})),
        official_titles=int(rows[0]["titles"] or 0),
        missing=tuple(name for name in possible if name not in fields),
        acts=int(acts.get("acts") or 0),
        sources=tuple(sorted((acts.get("sources") or "").split())),
        complete_as_of=complete_as_of,
    )


def supports(rows: Iterable[Row]) -> Iterator[Support]:
    """Yield the number of facts of each class, from one row for each class and kind of support."""
    found: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for row in rows:
        found[local(row["class"] or ""), row["label"] or ""][row["support"] or ""] = int(row["facts"] or 0)
    for (kind, label), own in sorted(found.items()):
        yield Support(kind, label, own.get("one", 0), own.get("several", 0), own.get("editorial", 0))
