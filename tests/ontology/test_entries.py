"""The curated entries of every family: whole, consistent, each with its source and in three languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store

from iml_graph import namespaces as ns
from iml_graph import resources
from iml_graph.build.inputs import CURATED
from iml_graph.sources import load_sources

Ask = Callable[[str], list[tuple[str, ...]]]
LANGUAGES = {"en", "fr", "es"}
INSTRUMENT = '?i dct:identifier ?id FILTER(CONTAINS(STR(?i), "/id/instrument/"))'


@pytest.mark.parametrize("predicate", ["dct:title", "iml:shortTitle"])
def test_every_entry_speaks_three_languages(ask: Ask, predicate: str) -> None:
    rows = ask(f"SELECT ?id (LANG(?v) AS ?l) WHERE {{ {INSTRUMENT} ?i {predicate} ?v }}")
    counted = Counter(rows)
    assert [row for row, times in counted.items() if times > 1] == []
    identifiers = {identifier for (identifier,) in ask(f"SELECT ?id WHERE {{ {INSTRUMENT} }}")}
    assert sorted((i, language) for i in identifiers for language in LANGUAGES if (i, language) not in counted) == []


@pytest.mark.parametrize("predicate", ["eli:type_document", "iml:branch", "iml:adoptedOn", "iml:reach"])
def test_no_entry_lacks(ask: Ask, predicate: str) -> None:
    rows = ask(f"SELECT ?id WHERE {{ {INSTRUMENT} FILTER NOT EXISTS {{ ?i {predicate} ?v }} }}")
    assert rows == []


def test_iri_of_an_entry_is_made_of_its_identifier(ask: Ask) -> None:
    rows = ask(f"SELECT ?i ?id WHERE {{ {INSTRUMENT} }}")
    assert all(iri == ns.instrument(identifier) for iri, identifier in rows)


def test_every_title_has_a_record_with_the_same_text(ask: Ask) -> None:
    rows = ask(
        """SELECT ?id ?title ?text ?status WHERE {
             ?i dct:identifier ?id ; dct:title ?title .
             OPTIONAL { ?i iml:titleRecord [ iml:titleText ?text ; iml:titleStatus ?status ]
                        FILTER(LANG(?text) = LANG(?title)) } }""",
    )
    assert [row for row in rows if row[1] != row[2] or not row[3]] == []


def test_title_called_official_names_the_page_it_was_read_on(ask: Ask) -> None:
    rows = ask(
        """SELECT ?r ?status ?source WHERE {
             ?r iml:titleStatus ?status OPTIONAL { ?r prov:wasDerivedFrom ?source } }""",
    )
    assert [r for r, status, source in rows if status.endswith("/official") and not source] == []


@pytest.mark.parametrize("predicate", ["dct:identifier", "iml:mtdsgNumber", "dct:title"])
def test_identifiers_and_titles_are_unique(ask: Ask, predicate: str) -> None:
    rows = ask(f"SELECT ?v (LANG(?v) AS ?l) WHERE {{ ?i dct:identifier ?id ; {predicate} ?v }}")
    assert [value for value, times in Counter(rows).items() if times > 1] == []


def test_acronym_means_one_instrument(ask: Ask) -> None:
    rows = ask("SELECT DISTINCT (STR(?v) AS ?s) ?id WHERE { ?i dct:identifier ?id ; iml:acronym ?v }")
    assert [value for value, times in Counter(value for value, _ in rows).items() if times > 1] == []


def test_every_clause_states_its_terms(ask: Ask) -> None:
    rows = ask(
        """SELECT ?c WHERE {
             VALUES ?kind { iml:EntryIntoForceClause iml:ParticipationClause iml:DenunciationClause }
             ?c a ?kind
             FILTER(?kind = iml:EntryIntoForceClause && !EXISTS { ?c iml:delay ?d ; iml:delayRule ?r }
                 || ?kind = iml:ParticipationClause && !EXISTS { ?c iml:mode ?m ; iml:openTo ?o }
                 || ?kind = iml:DenunciationClause && !EXISTS { ?c iml:delay|iml:renewalTerm ?t }) }""",
    )
    assert rows == []


def test_window_of_a_clause_opens_before_it_closes(ask: Ask) -> None:
    rows = ask("SELECT ?c WHERE { ?c iml:opensOn ?from ; iml:closesOn ?until FILTER(?from > ?until) }")
    assert rows == []


def test_clause_that_looks_at_a_parent_names_it(ask: Ask) -> None:
    rows = ask(
        """SELECT ?c WHERE { ?c iml:openTo ?class
             FILTER(STRENDS(STR(?class), "to-parent") && !EXISTS { ?c iml:openToInstrument ?parent }) }""",
    )
    assert rows == []


def test_adoption_precedes_opening_and_entry_into_force(ask: Ask) -> None:
    rows = ask(
        """SELECT ?id WHERE { ?i dct:identifier ?id ; iml:adoptedOn ?adopted ; iml:enteredIntoForceOn ?on
             OPTIONAL { ?i iml:openedForSignatureOn ?opened }
             FILTER(?adopted > ?on || ?adopted > ?opened || ?opened > ?on) }""",
    )
    assert rows == []


def test_bodies_and_procedures_have_labels_in_three_languages(ask: Ask) -> None:
    rows = ask(
        """SELECT ?x (LANG(?v) AS ?l) WHERE {
             VALUES ?kind { iml:MonitoringBody iml:Court iml:Depositary iml:Procedure }
             ?x a ?kind OPTIONAL { ?x skos:prefLabel ?v } }""",
    )
    assert {frozenset(language for x, language in rows if x == y) for y, _ in rows} == {frozenset(LANGUAGES)}


def test_every_node_says_where_it_comes_from(ask: Ask) -> None:
    rows = ask(
        """SELECT ?x WHERE { ?x a ?kind FILTER(?kind != iml:Provision)
             FILTER NOT EXISTS { ?x prov:wasDerivedFrom ?source }
             FILTER NOT EXISTS { ?x iml:assertedBy ?who ; iml:confidence ?how } }""",
    )
    assert rows == []


def test_every_node_that_is_named_is_described(entries: Store) -> None:
    described = {quad.subject for quad in entries}
    named = {quad.object for quad in entries if isinstance(quad.object, NamedNode)}
    own = re.compile(re.escape(ns.ID) + "(instrument|body|procedure)/")
    assert sorted(str(node) for node in named - described if own.match(node.value)) == []


def test_every_source_is_declared() -> None:
    declared = set(load_sources(resources.data() / "sources"))
    used: set[str] = set()
    for path in (path for folder in CURATED for path in (resources.data() / folder).glob("*.ttl")):
        used |= set(re.findall(r"<source/([^>]+)>", path.read_text(encoding="utf-8")))
    assert used - declared == set()


def test_every_concept_is_in_a_vocabulary(entries: Store) -> None:
    vocabularies = Store()
    for path in (resources.ontology() / "vocabularies").glob("*.ttl"):
        vocabularies.bulk_load(path=path, format=RdfFormat.TURTLE)
    known = {quad.subject for quad in vocabularies}
    used = {q.object for q in entries if isinstance(q.object, NamedNode) and q.object.value.startswith(ns.VOCABULARY)}
    assert sorted(str(concept) for concept in used - known) == []
