"""The build from end to end: read, merge, compute, derive, write, check, publish."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from pyoxigraph import Quad, Store

from iml_graph import __version__
from iml_graph import namespaces as ns
from iml_graph.build import (
    bilateral_quads,
    binding_quads,
    curated,
    decision_quads,
    effects,
    event_quads,
    income_quads,
    interval_quads,
    membership_quads,
    memberships,
    party_quads,
    provision_quads,
    reservation_clauses,
    review_quads,
    source_quads,
    vote_quads,
)
from iml_graph.build.bindings import bind
from iml_graph.build.events import Record, collect
from iml_graph.build.inputs import Inputs, read_inputs
from iml_graph.build.intervals import Existence, derive
from iml_graph.build.merging import Rank, subject_of
from iml_graph.build.publish import Manifest, publish
from iml_graph.build.quads import Description, text
from iml_graph.build.works import Works, read_labels, read_works
from iml_graph.check import CheckReport, Severity, rules
from iml_graph.entry_into_force import EntryIntoForce
from iml_graph.errors import DataError
from iml_graph.ingest.rows import Row, file_of
from iml_graph.parties import PartyRecord
from iml_graph.sources import Source, primary_coverage

INPUT_SUFFIXES = frozenset({".ttl", ".csv", ".toml", ".rq"})

Progress = Callable[[str], None]

STEPS = (
    *("read the ontology", "read the data", "merge events", "derive intervals", "write the graph"),
    *("write the store", "check the rules", "write the index"),
)


def build(
    ontology: Path,
    data: Path,
    home: Path,
    progress: Progress = lambda step: None,
    finish: Callable[[Path], None] = lambda folder: None,
) -> Manifest:
    """Build the graph from committed files and publish it under ``home``.

    The same files give the same bytes. The release that is current stays in place until the new one is whole;
    ``finish`` adds to its folder, before that, what readers want beside the store.

    Raises:
        DataError: the committed files contradict themselves; the message says where.
    """
    progress(STEPS[0])
    inputs = read_inputs(ontology, data, lambda: progress(STEPS[1]))
    release = f"{__version__}+{digest(ontology, data)}"
    data_date = max(source.as_of for source in inputs.sources.values() if source.role == "primary")
    inspect = partial(_keep_rules, ontology / "checks", progress)

    def finishing(folder: Path) -> None:
        progress(STEPS[7])
        finish(folder)

    return publish(_quads(inputs, release, data_date, progress), release, data_date, home, inspect, finishing)


def _quads(inputs: Inputs, release: str, data_date: str, progress: Progress) -> Iterator[Quad]:
    """Yield everything one by one, for the whole would fill the memory; what follows the last is the next step."""
    yield from assemble(inputs, progress)
    yield from _dataset(release, data_date)
    progress(STEPS[5])


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


def settle(inputs: Inputs) -> tuple[Record, Mapping[str, EntryIntoForce]]:
    """Merge the rows into events and compute their days of effect; give back the clauses used too."""
    treaties = curated.read_clauses((*inputs.ontology, *inputs.curated))
    rulings = [ruling for ruling in inputs.adjudications if not ruling.on_membership]
    merged = collect(inputs.acts, rulings, ranking(inputs.sources))
    return effects.compute(merged, treaties, inputs.parties), treaties


def assemble(inputs: Inputs, progress: Progress = lambda step: None) -> Iterator[Quad]:
    """Turn the inputs into the quads of the whole dataset."""
    progress(STEPS[2])
    rank = ranking(inputs.sources)
    works = read_works(inputs.curated)
    record, _ = settle(inputs)
    rulings = [ruling for ruling in inputs.adjudications if ruling.on_membership]
    members = memberships.collect(inputs.memberships, rulings, rank)
    progress(STEPS[3])
    spans = derive(record.events, existence(inputs.parties), works.endings)
    belonging = memberships.derive(members.events, existence(inputs.parties))
    bound = bind(works.acts, belonging, inputs.exceptions)
    progress(STEPS[4])
    names = event_quads.name(record.events)
    yield from inputs.ontology
    yield from inputs.curated
    yield from party_quads.write(inputs.parties.values(), inputs.aliases)
    yield from source_quads.write(inputs.sources.values(), works.place)
    yield from provision_quads.write(inputs.analysis, works.provisions, claimants(inputs.parties, works))
    yield from event_quads.write(record, names, rank, works.provisions | inputs.analysis.iris)
    yield from interval_quads.write(spans, names)
    yield from membership_quads.write(members, belonging, works.place, rank)
    yield from binding_quads.write(inputs.exceptions, bound)
    yield from vote_quads.write(inputs.votes)
    yield from review_quads.write_recommendations(inputs.recommendations)
    yield from review_quads.write_visits(inputs.visits)
    described = works.provisions | inputs.analysis.iris
    yield from decision_quads.write(inputs.decisions, described)
    yield from reservation_clauses.write(inputs.reservation_clauses, described)
    yield from income_quads.write(inputs.incomes)
    yield from bilateral_quads.write(inputs.bilateral, inputs.parties, read_labels(inputs.ontology))


def claimants(parties: Mapping[str, PartyRecord], works: Works) -> dict[str, str]:
    """Name the actors that may make a claim: parties by code, organizations and bodies by identifier."""
    return {code: ns.party(code) for code in parties} | dict(works.actors)


def ranking(sources: Mapping[str, Source]) -> Rank:
    """Order statements by their source: first those that cover the subject, then the newest.

    The order raises ``DataError`` for a statement of a source that is not registered.
    """
    newest = max(source.as_of for source in sources.values())
    primary = set(primary_coverage(sources))

    def rank(row: Row) -> tuple[int, int, str]:
        if row.source not in sources:
            raise DataError(f"{file_of(row)}: the source “{row.source}” is not registered in data/sources.")
        age = date.fromisoformat(newest) - date.fromisoformat(sources[row.source].as_of)
        return (0 if (row.source, subject_of(row)) in primary else 1, age.days, row.source)

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
