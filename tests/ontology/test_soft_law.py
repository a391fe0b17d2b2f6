"""Soft law, the Global Compact and the vocabularies that go with it: whole, consistent, right by other sources."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Store
from rdflib import DCTERMS, SKOS, Graph, URIRef

from iml_graph import namespaces as ns
from iml_graph import resources
from iml_graph.ingest.facts import VoteRow
from iml_graph.ingest.rows import read_folder
from iml_graph.namespaces import VOCABULARY
from iml_graph.sources import load_sources

LANGUAGES = {"en", "fr", "es"}
BACKWARD = {ns.ELI + "cites", ns.ELI + "amends"} | {ns.IML + name for name in ("implements", "supersedes", "revises")}
"""Relations to something that already existed."""

# Dates read elsewhere than in the first source of the entry: the list of external sources that the European Court
# of Human Rights gives for N.D. and N.T. v. Spain; acts and declarations that cite the instrument; the press.
DATES_ELSEWHERE = {
    "territorial-asylum-1967": "1967-12-14",  # hudoc-nd-nt-2020
    "coe-twenty-guidelines-2005": "2005-05-04",  # hudoc-nd-nt-2020
    "ilc-expulsion-2014": "2014",  # hudoc-nd-nt-2020, sixty-sixth session
    "new-york-declaration-2016": "2016-09-19",  # res-73-195-es, preamble
    "ga-res-71-280": "2017-04-06",  # res-73-195-es, preamble
    "ga-res-72-244": "2017-12-24",  # res-73-195-es, preamble
    "ga-res-72-308": "2018-08-06",  # res-73-195-es, preamble
    "gcm": "2018-12-10",  # aftenposten-gcm; the Assembly endorsed it by roll-call nine days later
    "ecowas-common-approach-2008": "2008-01-18",  # digitalcommons.fiu.edu, report 18
    "tripoli-declaration-2006": "2006-11",  # ecowas-common-approach-en, preamble
    "rabat-declaration-2006": "2006-07",  # ecowas-common-approach-en, preamble
    "brazil-declaration-2014": "2014-12-03",  # acnur-cartagena-30-pt
    "iachr-principles-2019": "2019-12-07",  # iachr-principles-es, heading
    "marrakesh-declaration-2018": "2018-05-02",  # rabat-process-fr
    "ilo-fair-recruitment-2016": "2016-09-07",  # last day of the meeting, ilo-fair-recruitment-en
    "hld-declaration-2013": "2013-10-03",  # res-hrc-36-5-fr, preamble; the entry was first known by its year
    "iom-constitution": "1953-10-19",  # iom-constitution-rs-fr
    "iom-constitution-amendments-1987": "1987-05-20",  # iom-constitution-rs-fr
}
ENDORSED = {"gcm": "2018-12-19"}
"""Adopted by a conference; the roll-call is that of the Assembly, which endorsed it (unga-votes-migration)."""
# Who voted against, and the totals: unam-gcm-vote-es for the Global Compact, telemetro-gcr-vote-es for the other.
NO_VOTES = {"gcm": {"CZE", "HUN", "ISR", "POL", "USA"}, "ga-res-73-151": {"HUN", "USA"}}
TOTALS = {
    "gcm": {"yes": 152, "no": 5, "abstention": 12},
    "ga-res-73-151": {"yes": 181, "no": 2, "abstention": 3},
}
PRINCIPLES = (  # in the order of paragraph 3 of the Progress Declaration of 2022
    "people-centred",
    "international cooperation",
    "national sovereignty",
    "rule of law and due process",
    "sustainable development",
    "human rights",
    "gender-responsive",
    "child-sensitive",
    "whole-of-government approach",
    "whole-of-society approach",
)


@pytest.fixture(scope="module")
def store() -> Store:
    found = Store()
    for folder in ("soft-law", "iom", "instruments", "monitoring", "organizations", "processes"):
        for path in sorted((resources.data() / folder).glob("*.ttl")):
            found.load(path=path, format=RdfFormat.TURTLE)
    return found


@pytest.fixture(scope="module")
def own() -> Store:
    found = Store()
    files = ("soft-law/universal", "soft-law/regional", "soft-law/general-comments", "iom/documents")
    for name in files:
        found.load(path=resources.data() / f"{name}.ttl", format=RdfFormat.TURTLE)
    return found


def values(store: Store, subject: NamedNode, predicate: str) -> list[NamedNode | Literal]:
    return [quad.object for quad in store.quads_for_pattern(subject, NamedNode(predicate), None)]


def entries(store: Store) -> dict[str, NamedNode]:
    found = store.quads_for_pattern(None, NamedNode(ns.DCT + "identifier"), None)
    return {quad.object.value: quad.subject for quad in found}


def date_of(store: Store, node: NamedNode) -> str:
    [day] = values(store, node, ns.IML + "adoptedOn")
    return day.value


def scheme(name: str) -> Graph:
    return Graph().parse(resources.ontology() / "vocabularies" / f"{name}.ttl", format="turtle")


def concepts(graph: Graph) -> list[URIRef]:
    return [node for node in graph.subjects(SKOS.inScheme) if isinstance(node, URIRef)]


def test_there_are_as_many_as_were_asked_for(own: Store) -> None:
    kinds = Counter(values(own, node, ns.RDF + "type")[0].value.removeprefix(ns.IML) for node in entries(own).values())
    assert kinds["SoftLawInstrument"] + kinds["GeneralComment"] >= 160
    assert kinds["GeneralComment"] >= 40


def test_each_entry_has_titles_and_short_titles_in_three_languages(own: Store) -> None:
    for name, node in entries(own).items():
        for predicate in (ns.DCT + "title", ns.IML + "shortTitle"):
            assert Counter(title.language for title in values(own, node, predicate)) == Counter(LANGUAGES), name


def test_each_title_is_that_of_its_record(own: Store) -> None:
    for name, node in entries(own).items():
        records = [values(own, record, ns.IML + "titleText")[0] for record in values(own, node, ns.IML + "titleRecord")]
        assert set(records) == set(values(own, node, ns.DCT + "title")), name


def test_no_two_instruments_share_a_title(own: Store) -> None:
    titles = Counter(title for node in entries(own).values() for title in values(own, node, ns.DCT + "title"))
    assert [title for title, count in titles.items() if count > 1] == []


def test_each_entry_names_its_sources_or_says_that_it_is_ours(own: Store) -> None:
    register = {ns.source(name) for name in load_sources(resources.data() / "sources")}
    for quad in own.quads_for_pattern(None, NamedNode(ns.PROV + "wasDerivedFrom"), None):
        assert quad.object.value in register, quad.subject
    for name, node in entries(own).items():
        assert values(own, node, ns.PROV + "wasDerivedFrom") or values(own, node, ns.IML + "assertedBy"), name


def test_an_official_title_has_a_page_where_it_was_read(own: Store) -> None:
    official = NamedNode(ns.concept("title-statuses", "official"))
    records = list(own.quads_for_pattern(None, NamedNode(ns.IML + "titleStatus"), official))
    assert len(records) >= 50
    for quad in records:
        assert values(own, quad.subject, ns.PROV + "wasDerivedFrom"), quad.subject


@pytest.mark.parametrize(("name", "day"), DATES_ELSEWHERE.items())
def test_dates_are_those_of_another_source(own: Store, name: str, day: str) -> None:
    assert date_of(own, entries(own)[name]) == day


def test_what_adopted_an_instrument_is_named_in_three_languages(store: Store, own: Store) -> None:
    bodies = {quad.object for quad in own.quads_for_pattern(None, NamedNode(ns.IML + "adoptedByBody"), None)}
    for body in bodies:
        assert {label.language for label in values(store, body, str(SKOS.prefLabel))} == LANGUAGES, body


def test_relations_lead_to_what_is_described(store: Store, own: Store) -> None:
    described = {quad.subject for quad in store.quads_for_pattern(None, NamedNode(ns.DCT + "identifier"), None)}
    described |= {quad.subject for quad in store.quads_for_pattern(None, NamedNode(ns.IML + "inInstrument"), None)}
    relations = BACKWARD | {ns.IML + name for name in ("complements", "elaborates", "inspiredBy", "relatedInstrument")}
    for quad in own:
        if quad.predicate.value in relations:
            assert quad.object in described, quad


def test_nothing_cites_or_carries_out_what_is_younger(store: Store, own: Store) -> None:
    for quad in own:
        if quad.predicate.value in BACKWARD:
            older, younger = date_of(store, quad.object), date_of(store, quad.subject)
            known = min(len(older), len(younger))
            assert older[:known] <= younger[:known], quad


def test_no_symbol_is_that_of_an_annual_report(own: Store) -> None:
    for quad in own.quads_for_pattern(None, NamedNode(ns.IML + "unSymbol"), None):
        assert not re.fullmatch(r"A/\d+/\d+|HRI/GEN/.*|.*Misc.*|.*WP.*", quad.object.value), quad.subject


def test_a_symbol_with_a_session_is_of_the_year_of_that_session(own: Store) -> None:
    """The first session of the General Assembly opened in 1946, and each runs on into the next year."""
    checked = 0
    for quad in own.quads_for_pattern(None, NamedNode(ns.IML + "unSymbol"), None):
        if found := re.fullmatch(r"A/RES/(\d\d)/\d+", quad.object.value):
            checked += 1
            assert int(date_of(own, quad.subject)[:4]) - int(found[1]) in (1945, 1946), quad.subject
    assert checked >= 25


def test_each_general_comment_elaborates_something_and_is_of_a_committee(own: Store) -> None:
    comments = own.quads_for_pattern(None, None, NamedNode(ns.IML + "GeneralComment"))
    for quad in comments:
        assert values(own, quad.subject, ns.IML + "elaborates"), quad.subject
        assert values(own, quad.subject, ns.IML + "adoptedByBody"), quad.subject


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("cmw-gc-1", "2011-02-23"),
        ("cmw-gc-2", "2013-08-28"),
        ("cmw-gc-3", "2017-11-16"),
        ("crc-gc-6", "2005-09-01"),
        ("hrc-gc-35", "2014-12-16"),
    ],
)
def test_a_comment_was_issued_on_the_day_that_its_document_bears(own: Store, name: str, day: str) -> None:
    """The documents: cmw-gc-1-fr, cmw-gc-2-es, cmw-gc-3-fr, crc-gc-6-es, hrc-gc-35-es; the entries: the catalogue."""
    assert [value.value for value in values(own, entries(own)[name], ns.DCT + "issued")] == [day]


def test_the_new_comment_of_the_committee_against_torture_takes_the_place_of_the_old(own: Store) -> None:
    known = entries(own)
    assert values(own, known["cat-gc-4"], ns.IML + "supersedes") == [known["cat-gc-1"]]


def test_the_three_amendments_of_the_constitution_entered_into_force(own: Store) -> None:
    """Dates of entry into force: Swiss collection of federal law (1989) and the IOM in Ireland (2013)."""
    force = {
        name: values(own, entries(own)[f"iom-constitution-amendments-{name}"], ns.IML + "enteredIntoForceOn")[0].value
        for name in ("1987", "1998", "2020")
    }
    assert force == {"1987": "1989-11-14", "1998": "2013-11-21", "2020": "2020-10-28"}


@pytest.fixture(scope="module")
def votes() -> dict[str, list[VoteRow]]:
    found: dict[str, list[VoteRow]] = defaultdict(list)
    for row in read_folder(VoteRow, resources.data() / VoteRow.FOLDER):
        found[row.instrument].append(row)
    return found


@pytest.mark.parametrize("name", TOTALS)
def test_votes_add_up_to_the_official_count(votes: dict[str, list[VoteRow]], name: str) -> None:
    assert Counter(row.vote for row in votes[name]) == TOTALS[name]


@pytest.mark.parametrize("name", NO_VOTES)
def test_who_voted_against_is_as_reported(votes: dict[str, list[VoteRow]], name: str) -> None:
    assert {row.party for row in votes[name] if row.vote == "no"} == NO_VOTES[name]


def test_each_vote_is_on_an_instrument_that_is_described_and_once_a_state(
    own: Store, votes: dict[str, list[VoteRow]]
) -> None:
    assert votes.keys() <= entries(own).keys()
    assert len(votes) >= 12
    for name, rows in votes.items():
        assert max(Counter(row.party for row in rows).values()) == 1, name
        assert {row.date for row in rows} == {ENDORSED.get(name) or date_of(own, entries(own)[name])}, name


def test_the_global_compact_has_its_objectives_and_principles() -> None:
    objectives, principles = scheme("gcm-objectives"), scheme("gcm-principles")
    notations = {str(value) for value in objectives.objects(None, SKOS.notation)}
    assert notations == {str(number) for number in range(1, 24)}
    labels = [
        str(label).lower()
        for letter in "abcdefghij"
        for label in principles.objects(URIRef(f"{VOCABULARY}gcm-principles/{letter}"), SKOS.prefLabel)
        if label.language == "en"
    ]
    assert tuple(labels) == PRINCIPLES


def test_sdg_targets_are_those_of_the_united_nations_scheme() -> None:
    graph = scheme("sdg-targets")
    for node in concepts(graph):
        notation = graph.value(node, SKOS.notation)
        assert list(graph.objects(node, SKOS.exactMatch)) == [URIRef(f"http://metadata.un.org/sdg/{notation}")]
    assert {"8.7", "8.8", "10.7", "16.2", "17.18"} <= {str(value) for value in graph.objects(None, SKOS.notation)}


def test_objectives_are_matched_to_targets_and_to_the_governance_framework() -> None:
    graph = scheme("gcm-objectives")
    targets = set(concepts(scheme("sdg-targets")))
    governance = set(concepts(scheme("migof-principles"))) | set(concepts(scheme("migof-objectives")))
    for node in concepts(graph):
        matches = set(graph.objects(node, SKOS.relatedMatch))
        assert matches & governance, node
        assert matches <= targets | governance, node


@pytest.mark.parametrize(("name", "least"), [("rights", 70), ("holders", 20), ("iom-strategy-points", 12)])
def test_schemes_are_as_large_as_they_should_be(name: str, least: int) -> None:
    assert len(concepts(scheme(name))) >= least


def test_legal_bases_are_the_same_articles_in_each_language() -> None:
    graph = scheme("rights")
    for node in concepts(graph):
        articles = {
            tuple(re.findall(r"\d[\d.]*", _articles(str(note)))) for note in graph.objects(node, SKOS.scopeNote)
        }
        assert len(articles) == 1, node


def _articles(note: str) -> str:
    return " ".join(re.findall(r"art\. ([\d., ]+)", note))


def test_a_right_is_matched_to_one_concept_of_another_thesaurus_at_most_once() -> None:
    for name in ("rights", "holders"):
        graph = scheme(name)
        exact = Counter(str(match) for match in graph.objects(None, SKOS.exactMatch))
        assert all(count == 1 for count in exact.values()), name


def test_the_strategy_is_of_the_resolution_of_2007() -> None:
    graph = scheme("iom-strategy-points")
    instrument = URIRef(ns.instrument("iom-res-1150"))
    assert graph.value(URIRef(VOCABULARY + "iom-strategy-points"), DCTERMS.source) == instrument
