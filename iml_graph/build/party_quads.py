"""Parties as RDF: identity, names, codes, dates of existence and regions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Quad

from iml_graph import namespaces as ns
from iml_graph.build.quads import Description, text
from iml_graph.parties import DatedName, PartyRecord

EDITORIAL = "editorial"


def write(parties: Iterable[PartyRecord], aliases: Mapping[str, list[str]]) -> Iterator[Quad]:
    """Write all parties; ``aliases`` are the further names by which each is found."""
    for party in parties:
        yield from _party(party, aliases.get(party.code, []))
        for number, name in enumerate(party.dated_names, start=1):
            yield from _dated_name(party.code, number, name)


def _party(party: PartyRecord, aliases: list[str]) -> Iterator[Quad]:
    about = Description(ns.party(party.code), "editorial", ns.IML + party.kind)
    about.labels(ns.SKOS + "prefLabel", party.labels).labels(ns.IML + "formalName", party.formal)
    about.add(ns.IML + "partyCode", text(party.code))
    about.add(ns.IML + "isoAlpha2", text(party.alpha2)).add(ns.IML + "isoAlpha3", text(party.alpha3))
    about.add(ns.IML + "m49", text(party.m49))
    about.day(ns.IML + "existedFrom", party.existed_from).day(ns.IML + "existedUntil", party.existed_until)
    about.day(ns.IML + "unMemberSince", party.un_member_since)
    for code in party.predecessors:
        about.link(ns.IML + "predecessor", ns.party(code))
    about.link(ns.IML + "territoryOf", ns.party(party.territory_of) if party.territory_of else None)
    region = party.subregion or party.region
    about.link(ns.IML + "region", ns.concept("regions", region) if region else None)
    about.link(ns.SKOS + "exactMatch", ns.WIKIDATA + party.wikidata if party.wikidata else None)
    for alias in aliases:
        about.add(ns.SKOS + "altLabel", text(alias))
    about.add(ns.IML + "existenceConfidence", text(party.existence_confidence))
    return _grounded(about, party.sources).quads()


def _dated_name(code: str, number: int, name: DatedName) -> Iterator[Quad]:
    node = f"{ns.party(code)}/name/{number}"
    yield from Description(ns.party(code), "editorial").link(ns.IML + "datedName", node).quads()
    about = Description(node, "editorial", ns.IML + "DatedName").labels(ns.IML + "nameLabel", name.labels)
    about.day(ns.IML + "validFrom", name.valid_from).day(ns.IML + "validUntil", name.valid_until)
    sources = () if name.source == EDITORIAL else (name.source,)
    yield from _grounded(about, sources, name.confidence).quads()


def _grounded(about: Description, sources: tuple[str, ...], confidence: str = "medium") -> Description:
    """Name the sources; where there are none, say that the project itself asserts it, and how surely."""
    for source in sources:
        about.link(ns.PROV + "wasDerivedFrom", ns.source(source))
    if not sources:
        about.add(ns.IML + "assertedBy", text(EDITORIAL)).add(ns.IML + "confidence", text(confidence))
    return about
