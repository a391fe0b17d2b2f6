"""Bilateral treaties of a State's register as RDF, each an instrument with a title in three languages.

The register's own title is in one language. In the others, and as short title in all, stands one that is made of the
parties, the year and the topic, and marked as editorial.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Quad

from iml_graph import namespaces as ns
from iml_graph.build import record_quads
from iml_graph.build.quads import Description, text
from iml_graph.identifiers import fold_text
from iml_graph.ingest.facts import BilateralRow
from iml_graph.labels import LANGUAGES
from iml_graph.parties import EDITORIAL, PartyRecord

Labels = Mapping[str, Mapping[str, str]]
"""Labels by IRI of the concept, then by language."""

REGISTER_LANGUAGE = "en"

BRANCHES = {
    "consular": "consular",
    "establishment": "free-movement",
    "labour-and-recruitment": "labour",
    "migration-cooperation": "migration-governance",
    "nationality-and-passports": "nationality",
    "other": "migration-governance",
    "refugees": "refugee",
    "social-security": "social-security",
    "travel": "free-movement",
    "visa-abolition": "free-movement",
}
"""The branch of law of each topic."""

KINDS = {
    "exchange of": "exchange-of-notes",
    "convention": "convention",
    "memorandum": "memorandum",
    "protocol": "protocol",
}
"""The kind of instrument by the words that its title begins with; all others are agreements."""


def identifier(row: BilateralRow) -> str:
    """Name a treaty by whose register it is in and its number there: ``uk-58212``."""
    return f"{row.register.partition('-')[0]}-{row.register_id}".lower()


def write(rows: Iterable[BilateralRow], parties: Mapping[str, PartyRecord], labels: Labels) -> Iterator[Quad]:
    """Write each treaty with its titles and its record."""
    for row in rows:
        short = {lang: _short_title(row, parties, labels, lang) for lang in LANGUAGES}
        yield from _treaty(row, short)
        yield from _title_records(row, short)
        yield from record_quads.write(row, ns.instrument(identifier(row)))


def _treaty(row: BilateralRow, short: Mapping[str, str]) -> Iterator[Quad]:
    about = Description(ns.instrument(identifier(row)), row.source, ns.IML + "BilateralTreaty")
    about.add(ns.DCT + "identifier", text(identifier(row))).add(ns.IML + "registerNumber", text(row.register_id))
    about.labels(ns.DCT + "title", _titles(row, short)).labels(ns.IML + "shortTitle", short)
    about.link(ns.ELI + "type_document", ns.concept("instrument-kinds", kind(row.title)))
    about.link(ns.IML + "branch", ns.concept("branches", BRANCHES[row.topic]))
    about.link(ns.IML + "reach", ns.concept("reaches", "bilateral"))
    about.link(ns.IML + "bilateralTopic", ns.concept("bilateral-topics", row.topic))
    about.link(ns.IML + "inRegister", ns.source(row.source))
    for code in row.parties.split(";"):
        about.link(ns.IML + "contractingParty", ns.party(code))
    about.day(ns.IML + "adoptedOn", row.signed).day(ns.IML + "enteredIntoForceOn", row.in_force)
    about.add(ns.IML + "adoptedAt", text(row.signed_at, REGISTER_LANGUAGE))
    about.day(ns.IML + "provisionallyAppliedFrom", row.provisional_from).day(ns.IML + "terminatedOn", row.terminated)
    for reference in filter(None, row.references.split(";")):
        about.add(ns.IML + "seriesReference", text(reference))
    return about.link(ns.RDFS + "seeAlso", row.url or None).quads()


def _titles(row: BilateralRow, short: Mapping[str, str]) -> dict[str, str]:
    return {**short, REGISTER_LANGUAGE: row.title}


def _title_records(row: BilateralRow, short: Mapping[str, str]) -> Iterator[Quad]:
    """Say of each title whether it is the register's or ours."""
    own = ns.instrument(identifier(row))
    for lang, title in _titles(row, short).items():
        official = lang == REGISTER_LANGUAGE
        node = f"{own}/title/{lang}"
        yield from Description(own, row.source).link(ns.IML + "titleRecord", node).quads()
        about = Description(node, row.source, ns.IML + "TitleRecord").add(ns.IML + "titleText", text(title, lang))
        about.link(ns.IML + "titleStatus", ns.concept("title-statuses", "official" if official else EDITORIAL))
        yield from about.link(ns.PROV + "wasDerivedFrom", ns.source(row.source)).quads()


def kind(title: str) -> str:
    """Tell the kind of an instrument by the first words of its title."""
    words = fold_text(title)
    return next((found for start, found in KINDS.items() if words.startswith(start)), "agreement")


def _short_title(row: BilateralRow, parties: Mapping[str, PartyRecord], labels: Labels, lang: str) -> str:
    """Make a title of parties, year and topic: ``Spain – United Kingdom, 1960 (consular relations)``."""
    topic = labels.get(ns.concept("bilateral-topics", row.topic), {}).get(lang, row.topic)
    names = sorted((parties[code].labels.get(lang, code) for code in row.parties.split(";")), key=fold_text)
    return f"{' – '.join(names)}, {row.signed[:4]} ({topic})"
