"""The build from end to end: read, merge, compute, derive, write, check, publish."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from pyoxigraph import Quad, Store

from iml_graph import __version__
from iml_graph import namespaces as ns
from iml_graph.adjudications import Adjudication, load_adjudications
from iml_graph.build import (
    curated,
    effects,
    event_quads,
    interval_quads,
    party_quads,
    source_quads,
)
from iml_graph.build.entry_into_force import EntryIntoForce
from iml_graph.build.events import Rank, Record, collect
from iml_graph.build.intervals import Existence, derive
from iml_graph.build.publish import Manifest, publish
from iml_graph.build.quads import Description, text
from iml_graph.check import CheckReport, Severity, rules
from iml_graph.errors import DataError
from iml_graph.ingest.rows import ActionRow, read_folder
from iml_graph.parties import PartyRecord, load_aliases, load_parties
from iml_graph.sources import Source, load_sources, primary_coverage

CURATED = ("instruments", "monitoring")
"""Folders of ``data`` whose Turtle goes into the editorial graph as it is."""

INPUT_SUFFIXES = frozenset({".ttl", ".csv", ".toml", ".rq"})

Progress = Callable[[str], None]

STEPS = (
    *("read the ontology", "read the data", "merge events", "derive intervals", "write the graph"),
    *("write the store", "check the rules"),
)


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything that a build starts from."""

    ontology: tuple[Quad, ...]
    curated: tuple[Quad, ...]
    parties: Mapping[str, PartyRecord]
    aliases: Mapping[str, list[str]]
    sources: Mapping[str, Source]
    rows: tuple[ActionRow, ...]
    adjudications: tuple[Adjudication, ...]


def build(ontology: Path, data: Path, home: Path, progress: Progress = lambda step: None) -> Manifest:
    """Build the graph from committed files and publish it under ``home``.

    The same files give the same bytes. The release that is current stays in place until the new one is whole.

    Raises:
        DataError: the committed files contradict themselves; the message says where.
    """
    progress(STEPS[0])
    inputs = read_inputs(ontology, data, progress)
    release = f"{__version__}+{digest(ontology, data)}"
    data_date = max(source.as_of for source in inputs.sources.values() if source.role == "primary")
    quads = [*assemble(inputs, progress), *_dataset(release, data_date)]
    progress(STEPS[5])
    return publish(quads, release, data_date, home, partial(_keep_rules, ontology / "checks", progress))


def _keep_rules(folder: Path, progress: Progress, store: Store) -> None:
    """Refuse a graph that violates a rule; the shapes take longer and are left to ``iml check``."""
    progress(STEPS[6])
    checks = rules.load(folder)
    found = [finding for check in checks for finding in rules.run(store, check)]
    violations = tuple(finding for finding in found if finding.severity is Severity.VIOLATION)
    report = CheckReport(violations, tuple(check.name for check in checks))
    if not report.ok:
        raise DataError(f"The graph breaks its own rules and was not published.\n{report.to_text()}")


def _dataset(release: str, data_date: str) -> Iterator[Quad]:
    """Say in the graph which release it is."""
    about = Description(ns.ID + "dataset", "derived", ns.VOID + "Dataset")
    return about.add(ns.OWL + "versionInfo", text(release)).day(ns.DCT + "modified", data_date).quads()


def read_inputs(ontology: Path, data: Path, progress: Progress = lambda step: None) -> Inputs:
    """Read all committed files."""
    terms = tuple(curated.read_ontology(ontology))
    progress(STEPS[1])
    aliases: dict[str, list[str]] = defaultdict(list)
    for alias, code in load_aliases(data / "parties"):
        aliases[code].append(alias)
    return Inputs(
        ontology=terms,
        curated=tuple(quad for name in CURATED for quad in curated.read(data / name, "editorial")),
        parties=load_parties(data / "parties"),
        aliases=aliases,
        sources=load_sources(data / "sources"),
        rows=tuple(read_folder(ActionRow, data / "participation")),
        adjudications=tuple(load_adjudications(data / "adjudications.csv")),
    )


def settle(inputs: Inputs) -> tuple[Record, Mapping[str, EntryIntoForce]]:
    """Merge the rows into events and compute their days of effect; give back the clauses used too."""
    treaties = curated.read_clauses((*inputs.ontology, *inputs.curated))
    merged = collect(inputs.rows, inputs.adjudications, ranking(inputs.sources))
    return effects.compute(merged, treaties, inputs.parties), treaties


def assemble(inputs: Inputs, progress: Progress = lambda step: None) -> Iterator[Quad]:
    """Turn the inputs into the quads of the whole dataset."""
    progress(STEPS[2])
    record, _ = settle(inputs)
    progress(STEPS[3])
    spans = derive(record.events, existence(inputs.parties))
    progress(STEPS[4])
    names = event_quads.name(record.events)
    yield from inputs.ontology
    yield from inputs.curated
    yield from party_quads.write(inputs.parties.values(), inputs.aliases)
    yield from source_quads.write(inputs.sources.values())
    yield from event_quads.write(record, names, ranking(inputs.sources))
    yield from interval_quads.write(spans, names)


def ranking(sources: Mapping[str, Source]) -> Rank:
    """Order statements by their source: first those that cover the instrument, then the newest.

    The order raises ``DataError`` for a statement of a source that is not registered.
    """
    newest = max(source.as_of for source in sources.values())
    primary = set(primary_coverage(sources))

    def rank(row: ActionRow) -> tuple[int, int, str]:
        if row.source not in sources:
            raise DataError(f"{row.instrument}.csv: the source “{row.source}” is not registered in data/sources.")
        age = date.fromisoformat(newest) - date.fromisoformat(sources[row.source].as_of)
        return (0 if (row.source, row.instrument) in primary else 1, age.days, row.source)

    return rank


def existence(parties: Mapping[str, PartyRecord]) -> dict[str, Existence]:
    """Tell when each actor and territory existed, so far as its days are recorded."""
    return {code: Existence(party.existed_from, party.existed_until) for code, party in parties.items()}


def digest(*folders: Path) -> str:
    """Name the content of some folders in ten hexadecimal digits, the same wherever they are."""
    total = hashlib.sha256()
    for folder in folders:
        for path in sorted(p for p in folder.rglob("*") if p.suffix in INPUT_SUFFIXES):
            total.update(f"{path.relative_to(folder.parent).as_posix()}\0".encode())
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:10]
