"""Time the answers on protection from the index beside answers by SPARQL over the intervals, in one run.

    python benchmarks/protection.py [ROUNDS]

Three questions: all rights of all parties on one day; all rights of one State on every day on which something changes;
the rights of one State from a new process, beside a bare import of the store.

The index tells of each right how well it is covered. In SPARQL two queries stand beside it. ``adviser/cover-by-right``
tells for each right which instruments bind, with which kinds of limit or doubt: as much as the index, but for articles
and holders. *Given rights* is far less: which rights are given by what a party interval holds. The embedded store is
asked both; rdflib only the second, over a cut of the graph that has what the query needs and no more (over the same cut
extended to the first query, one party alone took it more than four minutes, so that it cannot take part).

SPARQL answers for some parties and days only; its times are multiplied to all of them, and the output says by what.
What is compared runs in turn, so that a busy machine slows all alike, and medians are taken. The graph must have been
built (``make bench`` does so).
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

import pyoxigraph as ox
import rdflib

from iml_graph import namespaces as ns
from iml_graph.catalogue import query
from iml_graph.protection.advice import Adviser, View
from iml_graph.protection.everyone import everyone, giving
from iml_graph.protection.index import IndexedDossier
from iml_graph.store import Iri, default_location
from iml_graph.store.base import bind

BIN = Path(sys.executable).parent
ON, STATE = "2026-02-03", "SEN"
SAMPLE = ("SEN", "FRA", "USA", "COL", "TUV")
"""Parties on which SPARQL is timed: of several regions, with many and with few treaties."""

GAPS = (str(BIN / "iml"), "gaps", STATE, "--by", "right", "--on", ON)
FRESH = {
    f"iml gaps {STATE} --by right": GAPS,
    f"iml gaps {STATE} --by right --format json": (*GAPS, "--format", "json"),
    'python -c "import pyoxigraph"': (sys.executable, "-c", "import pyoxigraph"),
}

GIVEN = f"""
PREFIX iml: <{ns.IML}>
SELECT DISTINCT ?right WHERE {{
  ?interval iml:actor ?party ; a iml:PartyInterval ; iml:from ?from ; iml:onInstrument ?instrument .
  OPTIONAL {{ ?interval iml:until ?until }}
  FILTER(STR(?from) <= ?on && (!BOUND(?until) || ?on < STR(?until)))
  ?provision iml:inInstrument ?instrument .
  ?tag iml:ofProvision ?provision ; iml:right ?right .
}}"""

CUT = f"""
PREFIX iml: <{ns.IML}>
CONSTRUCT {{ ?subject ?property ?object }} WHERE {{
  {{
    ?subject a iml:PartyInterval ; ?property ?object .
  }} UNION {{
    VALUES ?property {{ iml:inInstrument iml:ofProvision iml:right }}
    ?subject ?property ?object .
  }}
}}"""

Work = Callable[[], object]
Pair = tuple[str, str]
"""A party and a day."""


def timed(work: Work) -> float:
    """Do a piece of work and give the time it took, in milliseconds."""
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def in_turn(works: dict[str, Work], rounds: int) -> dict[str, float]:
    """Do all works in turn, some rounds after one that does not count, and give the median time of each."""
    times = [[timed(work) for work in works.values()] for _ in range(rounds + 1)][1:]
    return dict(zip(works, map(median, zip(*times, strict=True)), strict=True))


def show(name: str, milliseconds: float, base: float) -> None:
    """Print one time, and how many times the base it is."""
    print(f"  {name:68} {milliseconds:12.1f} ms {milliseconds / base:10.1f}")


class Race:
    """The ways to answer, over one release."""

    def __init__(self) -> None:
        self.adviser = Adviser.open()
        self.store = ox.Store.read_only(str(default_location()))
        found = self.store.query(CUT, use_default_graph_as_union=True)
        text = found.serialize(format=ox.RdfFormat.N_TRIPLES)  # type: ignore[union-attr]
        self.cut = rdflib.Graph().parse(data=text, format="nt")
        self.given = giving(self.adviser.law)
        self.dossiers = self.adviser.dossiers()
        dossier = self.dossiers[STATE]
        if not isinstance(dossier, IndexedDossier):
            raise SystemExit("This release has no index. Build it again: make build")
        self.dossier, self.days = dossier, dossier.days

    def index_everyone(self) -> None:
        """Give the class of each right for all parties."""
        everyone(self.given, self.dossiers.values(), lambda: self.adviser.instruments, ON)

    def index_classes(self) -> None:
        """Give the class of each right for one State on all its days."""
        for day in self.days:
            self.given.classes(View(self.adviser, self.dossier, day).position)

    def index_covers(self) -> None:
        """Give the articles and limits too."""
        for day in self.days:
            View(self.adviser, self.dossier, day).cover()

    def cover_by_right(self, pairs: Sequence[Pair]) -> None:
        """Ask the embedded store for the cover of each right."""
        asked = query("adviser/cover-by-right")
        for code, on in pairs:
            text = bind(asked.text, asked.bind(party=code, on=on))
            list(self.store.query(text, use_default_graph_as_union=True))  # type: ignore[arg-type]

    def given_rights(self, pairs: Sequence[Pair]) -> None:
        """Ask the embedded store for the rights given by what is in force."""
        for code, on in pairs:
            list(self.store.query(_given(code, on), use_default_graph_as_union=True))  # type: ignore[arg-type]

    def in_rdflib(self, pairs: Sequence[Pair]) -> None:
        """Ask rdflib for the same, over the cut."""
        for code, on in pairs:
            list(self.cut.query(_given(code, on)))

    def by_sparql(self, pairs: Sequence[Pair]) -> dict[str, Work]:
        """Name the ways by SPARQL with what they do for some parties and days."""
        return {
            "SPARQL, embedded store, adviser/cover-by-right": lambda: self.cover_by_right(pairs),
            "SPARQL, embedded store, given rights": lambda: self.given_rights(pairs),
            f"SPARQL, rdflib, given rights, cut of {len(self.cut)} triples": lambda: self.in_rdflib(pairs),
        }


def _given(code: str, on: str) -> str:
    return bind(GIVEN, {"party": Iri(ns.party(code)), "on": on})


def run(title: str, index: dict[str, Work], sparql: dict[str, Work], part: float, rounds: int) -> None:
    """Time one question; SPARQL answered the ``part`` of it, and its times are taken as many times as needed."""
    times = in_turn(index | sparql, rounds)
    base = next(iter(times.values()))
    print(f"\n{title}; SPARQL on some of them, times {1 / part:.1f}")
    for name, milliseconds in times.items():
        show(name, milliseconds / part if name in sparql else milliseconds, base)


def fresh(rounds: int) -> None:
    """Time the rights of one State from a new process, beside a bare import of the store."""
    times = in_turn({name: _process(program) for name, program in FRESH.items()}, rounds)
    *_, bare = times.values()
    print("\nFrom a new process; goal: three times the bare import")
    for name, milliseconds in times.items():
        show(name, milliseconds, bare)


def _process(program: tuple[str, ...]) -> Work:
    quiet = subprocess.DEVNULL
    return lambda: subprocess.run(program, check=True, stdout=quiet, stderr=quiet)  # noqa: S603 - named above


def main() -> None:
    """Print times and ratios."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    race = Race()
    parties, days, rights = len(race.dossiers), race.days, len(race.given.rights)
    print(f"{'':70} {'median':>12}    {'ratio':>10}")
    run(
        f"All {rights} rights of all {parties} parties on {ON}",
        {"index": race.index_everyone},
        race.by_sparql([(code, ON) for code in SAMPLE]),
        len(SAMPLE) / parties,
        rounds,
    )
    sample = days[:: max(1, len(days) // 4)]
    run(
        f"All {rights} rights of {STATE} on the {len(days)} days on which something changes",
        {"index": race.index_classes, "index, with articles and limits": race.index_covers},
        race.by_sparql([(STATE, day) for day in sample]),
        len(sample) / len(days),
        rounds,
    )
    fresh(4 * rounds + 1)


if __name__ == "__main__":
    main()
