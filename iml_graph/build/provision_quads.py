"""Provisions, their tags and relations, groundings of objectives and claims about custom, as RDF."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any

from pyoxigraph import Quad

from iml_graph import namespaces as ns
from iml_graph.build.provision_labels import provision_labels
from iml_graph.build.provisions import (
    Analysis,
    ClaimRow,
    CustomGroundingRow,
    GroundingRow,
    ProvisionRow,
    RelationRow,
    TagRow,
    parts,
)
from iml_graph.build.quads import Description, number, text, truth
from iml_graph.labels import LANGUAGES

GRAPH = "editorial"


def write(analysis: Analysis, described: Container[str], actors: Mapping[str, str]) -> Iterator[Quad]:
    """Write everything that people wrote about provisions.

    Args:
        analysis: the rows.
        described: IRIs of the provisions that people described in Turtle; their labels stand.
        actors: the IRI of each party, organization and body that can make a claim, by identifier.
    """
    places: Counter[str] = Counter()
    held = {(row.instrument, each): row.part for row in analysis.parts for each in parts(row.provisions)}
    for row in analysis.provisions:
        places[row.instrument] += 1
        whole = part_of(row.instrument, row.reference, analysis.described) or held.get((row.instrument, row.reference))
        yield from _provision(row, places[row.instrument], whole, described)
    for tag in analysis.tags:
        yield from _tag(tag)
    for relation in analysis.relations:
        yield from _relation(relation)
    for ground in analysis.groundings:
        basis = ns.provision(ground.instrument, ground.provision)
        yield from _grounding(ground, f"{ground.instrument}/{ground.provision}", basis, ground.role)
    for custom in analysis.custom_groundings:
        norm = ns.concept("customary-norms", custom.norm)
        yield from _grounding(custom, f"custom/{custom.norm}", norm, "supporting")
    yield from _claims(analysis.claims, actors)


def _provision(row: ProvisionRow, place: int, whole: str | None, described: Container[str]) -> Iterator[Quad]:
    subject = ns.provision(row.instrument, row.reference)
    about = Description(subject, GRAPH, ns.IML + "Provision")
    about.link(ns.IML + "inInstrument", ns.instrument(row.instrument))
    about.add(ns.IML + "provisionReference", text(row.reference)).add(ns.IML + "provisionOrder", number(place))
    if subject not in described:
        about.labels(ns.RDFS + "label", provision_labels(row.reference))
    headings = (row.heading_en, row.heading_fr, row.heading_es)
    about.labels(ns.IML + "heading", dict(zip(LANGUAGES, headings, strict=True)))
    about.link(ns.IML + "provisionRole", ns.concept("provision-roles", row.role))
    if whole:
        about.link(ns.IML + "partOfProvision", ns.provision(row.instrument, whole))
    for source in parts(row.source):
        about.link(ns.PROV + "wasDerivedFrom", ns.source(source))
    if not row.source:
        about.add(ns.IML + "assertedBy", text("editorial"))
    return about.add(ns.IML + "confidence", text(row.confidence)).quads()


def part_of(instrument: str, reference: str, rows: Container[tuple[str, str]]) -> str | None:
    """Find the next larger provision that has a row: of ``22.5.a`` it is ``22.5``, else ``22``."""
    larger = reference.rpartition(".")[0]
    while larger and (instrument, larger) not in rows:
        larger = larger.rpartition(".")[0]
    return larger or None


def _tag(row: TagRow) -> Iterator[Quad]:
    subject = f"{ns.ID}tag/{row.instrument}/{row.provision}/{row.right}/{row.holder}"
    about = Description(subject, GRAPH, ns.IML + "ProvisionTag")
    about.link(ns.IML + "ofProvision", ns.provision(row.instrument, row.provision))
    about.link(ns.IML + "right", ns.concept("rights", row.right))
    about.link(ns.IML + "holder", ns.concept("holders", row.holder))
    about.link(ns.IML + "modality", ns.concept("modalities", row.modality))
    about.add(ns.IML + "principal", truth(row.principal))
    return _judgement(about, row).quads()


def _relation(row: RelationRow) -> Iterator[Quad]:
    subject = f"{ns.ID}relation/{row.first}/{row.provision}/{row.instrument}/{row.other}"
    about = Description(subject, GRAPH, ns.IML + "ProvisionRelation")
    about.link(ns.IML + "firstProvision", ns.provision(row.first, row.provision))
    about.link(ns.IML + "provisionRelation", ns.concept("provision-relations", row.relation))
    about.link(ns.IML + "secondProvision", ns.provision(row.instrument, row.other))
    for aspect in parts(row.differs):
        about.link(ns.IML + "differsIn", ns.concept("relation-aspects", aspect))
    return _judgement(about, row).quads()


def _grounding(row: GroundingRow | CustomGroundingRow, name: str, basis: str, role: str) -> Iterator[Quad]:
    """Write a grounding in a provision, or in a norm claimed as custom."""
    about = Description(f"{ns.ID}grounding/{row.objective}/{name}", GRAPH, ns.IML + "LegalGrounding")
    about.link(ns.IML + "objective", ns.concept("gcm-objectives", row.objective)).link(ns.IML + "groundedIn", basis)
    about.link(ns.IML + "groundingRole", ns.concept("grounding-roles", role))
    return _judgement(about, row).quads()


def _judgement(about: Description, row: Any) -> Description:
    """Add who made a judgement, how sure, and against which text."""
    for author in parts(row.author):
        about.link(ns.IML + "author", ns.concept("authors", author))
    for source in parts(getattr(row, "checked", "")):
        about.link(ns.IML + "checkedAgainst", ns.source(source))
    about.add(ns.SKOS + "editorialNote", text(note, "en") if (note := getattr(row, "note", "")) else None)
    return about.add(ns.IML + "confidence", text(row.confidence))


def _claims(rows: Iterable[ClaimRow], actors: Mapping[str, str]) -> Iterator[Quad]:
    """Write claims; several of one claimant on one norm are numbered in their order."""
    seen: Counter[str] = Counter()
    for row in rows:
        base = f"{ns.ID}claim/{row.norm}/{row.claimant or _slug(row.claimant_name)}"
        seen[base] += 1
        about = Description(base + (f"/{seen[base]}" if seen[base] > 1 else ""), GRAPH, ns.IML + "CustomaryClaim")
        about.link(ns.IML + "customaryNorm", ns.concept("customary-norms", row.norm))
        about.link(ns.IML + "claimant", actors.get(row.claimant)).add(ns.IML + "claimantName", text(row.claimant_name))
        about.link(ns.IML + "stance", ns.concept("claim-stances", row.stance))
        about.link(ns.IML + "claimedStatus", ns.concept("norm-statuses", row.status))
        about.add(ns.IML + "claimedIn", text(row.document)).day(ns.IML + "claimedOn", row.date)
        about.add(ns.IML + "claimPlace", text(row.locator))
        for source in parts(row.source):
            about.link(ns.PROV + "wasDerivedFrom", ns.source(source))
        about.add(ns.SKOS + "editorialNote", text(row.note, "en") if row.note else None)
        yield from about.add(ns.IML + "confidence", text(row.confidence)).quads()


def _slug(name: str) -> str:
    return "-".join("".join(c if c.isalnum() and c.isascii() else " " for c in name.casefold()).split())
