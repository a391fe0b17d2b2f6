"""Regional families outside Europe: entries that are whole, and facts held against pages other than their own."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
from pyoxigraph import NamedNode, QuerySolutions, RdfFormat, Store

from iml_graph import namespaces as ns
from iml_graph import resources
from iml_graph.entry_into_force import Clause, apply
from iml_graph.ingest.rows import CONSENTS, TERMINATIONS, ActionRow, read_csv
from iml_graph.sources import load_sources

INSTRUMENTS = ("africa", "african-economic-communities", "americas", "asia-pacific", "arab-and-gulf", "eurasia")
FILES = (
    *(f"instruments/{name}.ttl" for name in INSTRUMENTS),
    *(f"monitoring/{name}.ttl" for name in ("africa", "americas", "asia-and-arab")),
    "soft-law/asean.ttl",
)
LANGUAGES = {"en", "fr", "es"}


@pytest.fixture(scope="module")
def entries() -> Store:
    store = Store()
    for name in FILES:
        store.bulk_load(path=resources.data() / name, format=RdfFormat.TURTLE)
    return store


def select(store: Store, where: str) -> list[tuple[str, ...]]:
    prefixes = "".join(f"PREFIX {prefix}: <{iri}> " for prefix, iri in ns.PREFIXES.items())
    found = store.query(prefixes + where)
    assert isinstance(found, QuerySolutions)
    return sorted(tuple(term.value if term is not None else "" for term in solution) for solution in found)


def acts(instrument: str) -> list[ActionRow]:
    """All acts on an instrument: those read from registers and those transcribed from pages."""
    found = list(read_csv(ActionRow, resources.data() / "transcribed/acts/regional.csv"))
    register = resources.data() / f"participation/{instrument}.csv"
    if register.is_file():
        found += read_csv(ActionRow, register)
    return [row for row in found if row.instrument == instrument]


def consenting(rows: Iterable[ActionRow]) -> set[str]:
    return {row.party for row in rows if row.action in CONSENTS}


def accepting(day: str) -> set[str]:
    """Who accepted individual applications to the African Court on a day, by the acts under article 34(6)."""
    rows = [row for row in acts("achpr-p-court") if row.articles == "34.6"]
    given = {row.party for row in rows if row.action == "opt-in-declaration" and row.date <= day}
    return given - {row.party for row in rows if row.action == "opt-in-withdrawal" and row.effect <= day}


# ---- The entries are whole


def test_there_are_a_hundred_binding_instruments_and_three_of_soft_law(entries: Store) -> None:
    found = select(entries, "SELECT ?id ?class WHERE { ?i a ?class ; dct:identifier ?id }")
    soft = {identifier for identifier, kind in found if kind == ns.IML + "SoftLawInstrument"}
    assert soft == {
        "asean-consensus-2017",
        "asean-human-rights-declaration-2012",
        "asean-migrant-workers-declaration-2007",
    }
    assert len({identifier for identifier, _ in found} - soft) == 100


@pytest.mark.parametrize("predicate", ["dct:title", "iml:shortTitle"])
def test_every_entry_speaks_three_languages(entries: Store, predicate: str) -> None:
    rows = select(entries, f"SELECT ?id (LANG(?v) AS ?l) WHERE {{ ?i dct:identifier ?id ; {predicate} ?v }}")
    assert {i for i, _ in rows if {lang for other, lang in rows if other == i} != LANGUAGES} == set()
    assert len(rows) == 3 * len({identifier for identifier, _ in rows})


def test_every_title_has_a_record_with_the_same_text(entries: Store) -> None:
    rows = select(
        entries,
        "SELECT ?id ?t WHERE { ?i dct:identifier ?id ; dct:title ?t "
        "FILTER NOT EXISTS { ?i iml:titleRecord/iml:titleText ?t } }",
    )
    assert rows == []


def test_a_class_of_participants_says_which_organization_or_states(entries: Store) -> None:
    rows = select(
        entries,
        "SELECT ?c WHERE { ?c iml:openTo ?k FILTER(STRENDS(STR(?k), '/members-of-organization')) "
        "FILTER NOT EXISTS { ?c iml:openToOrganization ?o } }",
    )
    rows += select(
        entries,
        "SELECT ?c WHERE { ?c iml:openTo ?k FILTER(STRENDS(STR(?k), '/named-states')) "
        "FILTER NOT EXISTS { ?c iml:openToParty ?p } }",
    )
    assert rows == []


def test_every_treaty_says_who_may_take_part(entries: Store) -> None:
    rows = select(
        entries,
        "SELECT ?id WHERE { ?i dct:identifier ?id ; a ?k FILTER(?k NOT IN (iml:SecondaryLaw, iml:SoftLawInstrument)) "
        "FILTER NOT EXISTS { ?i iml:participationClause ?c } }",
    )
    assert rows == []


def test_every_node_says_where_it_comes_from(entries: Store) -> None:
    rows = select(
        entries,
        "SELECT ?x WHERE { ?x a ?kind FILTER(?kind != iml:Provision) FILTER NOT EXISTS { ?x prov:wasDerivedFrom ?s } "
        "FILTER NOT EXISTS { ?x iml:assertedBy ?who ; iml:confidence ?how } }",
    )
    assert rows == []


def test_every_source_is_declared() -> None:
    declared = set(load_sources(resources.data() / "sources"))
    used: set[str] = set()
    for name in FILES:
        used |= set(re.findall(r"<source/([^>]+)>", (resources.data() / name).read_text(encoding="utf-8")))
    used |= {row.source for row in read_csv(ActionRow, resources.data() / "transcribed/acts/regional.csv")}
    assert used - declared == set()


def test_every_transcribed_act_is_covered_by_its_page() -> None:
    sources = load_sources(resources.data() / "sources")
    covered = {(name, i) for name, source in sources.items() for c in source.coverage for i in c.instruments}
    rows = read_csv(ActionRow, resources.data() / "transcribed/acts/regional.csv")
    assert {(row.source, row.instrument) for row in rows} - covered == set()


def test_every_body_and_provision_that_is_named_is_described(entries: Store) -> None:
    described = {quad.subject for quad in entries}
    named = {quad.object for quad in entries if isinstance(quad.object, NamedNode)}
    own = re.compile(re.escape(ns.ID) + r"(body/|instrument/[^/]+/)")
    assert sorted(str(node) for node in named - described if own.match(node.value)) == []


# ---- Facts, each against a page other than the one that it was read on

# au-treaties-list has adoption and entry into force, but for three days (see below); unimelb-african-treaties.
ADOPTED_AND_IN_FORCE = {
    "achpr": ("1981-06-27", "1986-10-21"),  # unimelb-african-treaties
    "aec-treaty-1991": ("1991-06-03", "1994-05-12"),  # unimelb-african-treaties
    "acrwc": ("1990-07-11", "1999-11-29"),  # afchpr-commentary-oau-refugees
    "achpr-p-court": ("1998-06-10", "2004-01-25"),  # linvestigateur.info of 4 December 2020
    "achr": ("1969-11-22", "1978-07-18"),  # jhcentre.org for the years; trinidadtribune.com of 11 September 2012
    "iac-torture": ("1985-12-09", "1987-02-28"),  # wikipedia-a-51
    "iac-disabilities": ("1999-06-07", "2001-09-14"),  # oas-press-2001-01-10, wikimili.com
    "arab-charter": ("2004-05-22", "2008-03-15"),  # wikipedia-arab-charter
    "eaeu-treaty-2014": ("2014-05-29", "2015-01-01"),  # asiaplus-eaeu-2019
    "mercosur-residence-2002": ("2002-12-06", "2009-07-28"),  # ilo.org, good practices 187, for the year
}


@pytest.mark.parametrize("identifier", ADOPTED_AND_IN_FORCE)
def test_dates_agree_with_another_page(entries: Store, identifier: str) -> None:
    rows = select(
        entries,
        f"SELECT ?a ?f WHERE {{ ?i dct:identifier '{identifier}' ; iml:adoptedOn ?a ; iml:enteredIntoForceOn ?f }}",
    )
    assert rows == [ADOPTED_AND_IN_FORCE[identifier]]


# The deposit that met the threshold, from the acts, and the day that the depositary prints for the treaty.
DEPOSIT_THAT_MET_THE_THRESHOLD = {
    "achpr-p-older-persons": "2024-10-07",  # Nigeria, fifteenth
    "iac-disabilities": "2001-08-15",  # Brazil, sixth
    "iac-older-persons": "2016-12-12",  # Costa Rica, second after Uruguay
    "iac-traffic-minors": "1997-07-16",  # Belize, second after Brazil
}


@pytest.mark.parametrize(("identifier", "deposit"), DEPOSIT_THAT_MET_THE_THRESHOLD.items())
def test_the_clause_gives_the_day_of_entry_into_force(entries: Store, identifier: str, deposit: str) -> None:
    assert deposit in {row.date for row in acts(identifier) if row.action in CONSENTS}
    [(delay, in_force)] = select(
        entries,
        f"SELECT ?d ?f WHERE {{ ?i dct:identifier '{identifier}' ; iml:enteredIntoForceOn ?f ; "
        "iml:initialEntryIntoForce/iml:delay ?d }",
    )
    assert apply(Clause(delay=delay, rule="exact", threshold=None), deposit) == in_force


@pytest.mark.parametrize(
    ("day", "states"),
    [
        ("2015-08-17", "BFA CIV GHA MWI MLI RWA TZA"),  # cameroonweb-african-court-2015: seven, by name
        ("2018-01-08", "BEN BFA CIV GHA MLI MWI TUN TZA"),  # allafrica.com of that day: eight, by name
        ("2021-05-01", "BFA GHA GMB MLI MWI TUN"),  # scielo-african-court-2024: six remain after the three withdrawals
    ],
)
def test_who_accepted_individual_applications_to_the_african_court(day: str, states: str) -> None:
    assert accepting(day) == set(states.split())


def test_benin_accepted_on_the_day_that_another_page_has() -> None:
    [row] = [r for r in acts("achpr-p-court") if (r.party, r.action) == ("BEN", "opt-in-declaration")]
    assert row.date == "2016-02-08"  # ijrc-african-court-withdrawals-2020


def test_all_but_one_of_the_thirty_parties_to_the_court_protocol_are_known() -> None:
    # allafrica.com of 8 January 2018: 30 of 55. The thirtieth is the Sahrawi Arab Democratic Republic.
    assert len(consenting(acts("achpr-p-court"))) == 29


def test_parties_to_the_american_protocol_on_the_death_penalty() -> None:
    # emol.com of 8 June 2015, from the Commission: 13 by name.
    named = "CHL ARG ECU BRA VEN DOM HND MEX PAN NIC PRY URY CRI"
    assert consenting(acts("achr-p-death-penalty")) == set(named.split())


def test_diplomatic_asylum_has_the_parties_and_signatories_that_another_list_counts() -> None:
    rows = acts("asylum-1954-diplomatic")
    assert len(consenting(rows)) == 14  # whatconvention-asylum-1954-fr
    assert len({row.party for row in rows}) == 20  # the same: signed by 20


def test_states_of_the_common_market_are_those_that_its_preamble_names() -> None:
    rows = acts("eac-common-market-2009")
    first = {row.party for row in rows if row.effect == "2010-07-01"}
    assert first == {"TZA", "BDI", "KEN", "RWA", "UGA"}  # eacj-common-market-protocol


def test_the_economic_community_of_west_african_states_had_fifteen_founders() -> None:
    rows = acts("ecowas-treaty-1975")
    founders = {row.party for row in rows if row.action == "signature"}
    named = "BEN BFA MRT CIV GMB GHA GIN GNB LBR MLI NER NGA SLE SEN TGO"  # cfcomlaw-ecowas
    assert founders == set(named.split())
    assert [row.date for row in rows if (row.party, row.action) == ("CPV", "accession")] == ["1976"]
    assert [row.effect[:7] for row in rows if (row.party, row.action) == ("MRT", "withdrawal")] == ["2000-12"]


def test_three_states_left_the_economic_community_of_west_african_states_in_2025() -> None:
    left = {row.party: row.effect for row in acts("ecowas-revised-treaty-1993") if row.action in TERMINATIONS}
    assert {left[party] for party in ("BFA", "MLI", "NER")} == {"2025-01-29"}


def test_armenia_joined_the_eurasian_economic_union_on_the_day_that_another_page_has() -> None:
    [row] = [r for r in acts("eaeu-treaty-2014") if (r.party, r.action) == ("ARM", "accession")]
    assert row.effect == "2015-01-02"  # asiaplus-eaeu-2019


def test_all_seven_members_of_2002_ratified_the_conventions_of_saarc() -> None:
    for identifier in ("saarc-trafficking-2002", "saarc-child-welfare-2002"):
        assert len(consenting(acts(identifier))) == 7  # escap-saarc


def test_venezuela_left_the_american_convention_and_its_return_is_not_decided() -> None:
    rows = [row for row in acts("achr") if row.party == "VEN"]
    [denunciation] = [row for row in rows if row.action == "denunciation"]
    assert (denunciation.date, denunciation.effect) == ("2012-09-10", "2013-09-10")  # conectas.org: one year later
    assert [row.date for row in rows if row.action == "communication"] == ["2019"]
    assert all(row.date < "2012" for row in rows if row.action in CONSENTS)


def test_the_free_movement_protocol_waits_for_fifteen_parties_and_four_are_known(entries: Store) -> None:
    where = "SELECT ?n WHERE { ?i dct:identifier 'au-free-movement-2018' ; iml:initialEntryIntoForce/iml:threshold ?n }"
    assert select(entries, where) == [("15",)]
    assert consenting(acts("au-free-movement-2018")) == {"RWA", "NER", "MLI", "STP"}


@pytest.mark.parametrize(
    ("identifier", "number"),
    [("achr", "B-32"), ("achr-san-salvador", "A-52"), ("belem-do-para", "A-61"), ("asylum-1954-territorial", "A-47")],
)
def test_numbers_of_the_organization_of_american_states(entries: Store, identifier: str, number: str) -> None:
    assert select(entries, f"SELECT ?n WHERE {{ ?i dct:identifier '{identifier}' ; iml:oasNumber ?n }}") == [(number,)]
