"""The European family: entries, parties by counts printed elsewhere, clauses against the depositary's dates."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from pyoxigraph import RdfFormat, Store

from iml_graph import namespaces as ns
from iml_graph import resources
from iml_graph.build import memberships
from iml_graph.build.bindings import Binding, bind
from iml_graph.build.inputs import Inputs, read_inputs
from iml_graph.build.intervals import Interval, derive
from iml_graph.build.pipeline import existence, ranking, settle
from iml_graph.build.works import read_works
from iml_graph.entry_into_force import EntryIntoForce, effect_of_consent, treaty_entry_into_force
from iml_graph.ingest.council_of_europe import INSTRUMENTS
from iml_graph.ingest.rows import ActionRow

FILES = ("council-of-europe", "european-union", "hague")
LANGUAGES = {"en", "fr", "es"}
TABLE = "coe-diriwa-2012-04"

# Parties on a day, as printed on a page that the rows were not read from.
PRINTED_NUMBERS = [
    ("echr", "2022-09-16", 46),  # Fedlex, scope of application of that day: 46 States
    ("echr-p12", "2024-07-01", 20),  # English Wikipedia: "as of July 2024, ratified by 20 States"
    ("esc-1961", "2006-07-01", 27),  # Tractatenblad 2006, 125: 27 entries into force
    ("esc-revised", "2011-07-01", 31),  # Council of Europe, 2011: Austria was the 31st
    ("esc-revised", "2021-05-16", 35),  # IberICONnect, June 2021: 35 before Spain
    ("cets-093", "2014-05-12", 11),  # humanrights.ch, 12 May 2014
    ("cets-144", "2014-05-12", 8),  # humanrights.ch, 12 May 2014
    ("cets-166", "2016-01-01", 20),  # French Wikipedia, revision of April 2019, for January 2016
    ("cets-166", "2021-01-01", 21),  # English Wikipedia, for 2021
    ("cets-197", "2024-07-16", 48),  # the depositary's list, as a stored copy of its page counts them
    ("cets-210", "2021-05-11", 34),  # English Wikipedia, revision of that day
    ("cets-210", "2021-07-02", 33),  # the same, less Türkiye
]

# Consents for which the table prints another day than the clause gives.
OFF_THE_CLAUSE = {
    ("cets-019", "SWE"),  # a week later
    ("cets-093", "ALB"),  # a month later
    ("cets-093", "MDA"),  # a month later
    ("cets-128", "BEL"),  # a day earlier
    ("cets-128", "GRC"),  # a day earlier
    ("cets-128", "SVK"),  # a day earlier
    ("esc-1961", "SVK"),  # a day earlier
}


@pytest.fixture(scope="module")
def entries() -> Store:
    store = Store()
    for name in FILES:
        store.bulk_load(path=resources.data() / "instruments" / f"{name}.ttl", format=RdfFormat.TURTLE)
    store.bulk_load(path=resources.data() / "monitoring" / "europe.ttl", format=RdfFormat.TURTLE)
    return store


@pytest.fixture(scope="module")
def inputs() -> Inputs:
    return read_inputs(resources.ontology(), resources.data(), lambda: None)


@pytest.fixture(scope="module")
def intervals(inputs: Inputs) -> tuple[Interval, ...]:
    record, _ = settle(inputs)
    return tuple(derive(record.events, existence(inputs.parties), read_works(inputs.curated).endings))


@pytest.fixture(scope="module")
def treaties(inputs: Inputs) -> dict[str, EntryIntoForce]:
    return dict(settle(inputs)[1])


@pytest.fixture(scope="module")
def bindings(inputs: Inputs) -> tuple[Binding, ...]:
    rulings = [ruling for ruling in inputs.adjudications if ruling.on_membership]
    record = memberships.collect(inputs.memberships, rulings, ranking(inputs.sources))
    belonging = memberships.derive(record.events, existence(inputs.parties))
    return bind(read_works(inputs.curated).acts, belonging, inputs.exceptions)


def select(store: Store, query: str) -> list[tuple[str, ...]]:
    rows = store.query(query, prefixes=ns.PREFIXES)
    return [tuple(value.value if value else "" for value in row) for row in rows]  # type: ignore[union-attr]


def parties(intervals: tuple[Interval, ...], instrument: str, day: str) -> set[str]:
    own = (each for each in intervals if each.kind == "party" and each.instrument == instrument)
    return {each.party for each in own if each.start <= day and (each.until is None or day < each.until)}


def bound(bindings: tuple[Binding, ...], act: str, day: str) -> set[str]:
    own = (each for each in bindings if each.act.identifier == act)
    return {each.party for each in own if each.start <= day and (each.until is None or day < each.until)}


def stated_effects(inputs: Inputs) -> list[ActionRow]:
    kinds = {"ratification", "accession", "definitive-signature"}
    rows = (row for row in inputs.acts if row.source == TABLE and row.action in kinds)
    return [row for row in rows if row.date and row.effect]


def test_every_instrument_of_the_depositarys_table_has_an_entry(entries: Store) -> None:
    described = {identifier for (identifier,) in select(entries, "SELECT ?id WHERE { ?i dct:identifier ?id }")}
    assert set(INSTRUMENTS.values()) <= described


@pytest.mark.parametrize("predicate", ["dct:title", "iml:shortTitle"])
def test_every_entry_speaks_three_languages(entries: Store, predicate: str) -> None:
    rows = select(entries, f"SELECT ?id (LANG(?v) AS ?l) WHERE {{ ?i dct:identifier ?id ; {predicate} ?v }}")
    identifiers = {identifier for identifier, _ in rows}
    assert Counter(rows) == Counter((identifier, language) for identifier in identifiers for language in LANGUAGES)
    assert len(identifiers) == 78


def test_every_title_has_a_record_with_the_same_text(entries: Store) -> None:
    titles = set(select(entries, "SELECT ?i ?t WHERE { ?i dct:title ?t }"))
    records = set(select(entries, "SELECT ?i ?t WHERE { ?i iml:titleRecord/iml:titleText ?t }"))
    assert titles == records


def test_an_official_title_has_a_source_and_any_other_is_editorial(entries: Store) -> None:
    status = f"<{ns.VOCABULARY}title-statuses/official>"
    official = select(
        entries, f"SELECT ?r WHERE {{ ?r iml:titleStatus {status} MINUS {{ ?r prov:wasDerivedFrom ?s }} }}"
    )
    assert official == []


def test_whatever_an_entry_names_as_its_provision_is_described(entries: Store) -> None:
    missing = select(
        entries,
        "SELECT ?p WHERE { ?n iml:clauseProvision|iml:legalBasis|iml:establishedBy ?p MINUS { ?p a iml:Provision } }",
    )
    assert missing == []


def test_the_number_of_an_act_is_in_its_celex_number_and_its_eli(entries: Store) -> None:
    rows = select(
        entries,
        "SELECT ?id ?celex ?eli WHERE { ?i dct:identifier ?id ; iml:celexNumber ?celex ; iml:eliIdentifier ?eli }",
    )
    assert len(rows) == 41
    for identifier, celex, eli in rows:
        _, year, number = identifier.split("-")
        assert re.fullmatch(rf"3{year}[RLD]{int(number):04}", celex)
        assert f"/{year}/{number}/oj" in eli


def test_acts_that_are_repealed_end_when_the_act_that_repeals_them_applies(entries: Store) -> None:
    rows = select(
        entries,
        "SELECT ?old ?end ?applies WHERE { ?new eli:repeals ?o ; iml:appliesFrom ?applies . "
        "?o dct:identifier ?old ; iml:repealedOn ?end }",
    )
    assert {old: (end, applies) for old, end, applies in rows} == {
        "eu-2011-95": ("2026-07-01", "2026-07-01"),
        "eu-2011-98": ("2026-05-22", "2026-05-22"),
        "eu-2013-32": ("2026-06-12", "2026-06-12"),
        "eu-2013-33": ("2026-06-12", "2026-06-12"),
        "eu-2013-603": ("2026-06-12", "2026-06-12"),
        "eu-2013-604": ("2026-07-01", "2026-07-01"),
    }


@pytest.mark.parametrize(("instrument", "day", "number"), PRINTED_NUMBERS)
def test_parties_are_as_many_as_a_page_prints_that_was_not_loaded(
    intervals: tuple[Interval, ...], instrument: str, day: str, number: int
) -> None:
    assert len(parties(intervals, instrument, day)) == number


def test_states_of_either_charter_are_those_that_the_council_of_europe_counted(
    intervals: tuple[Interval, ...],
) -> None:
    # Council of Europe, 2011: 43 States, 31 by the revised Charter and 12 by that of 1961 alone.
    revised = parties(intervals, "esc-revised", "2011-07-01")
    assert len(parties(intervals, "esc-1961", "2011-07-01") - revised) == 12


def test_the_amending_protocol_of_1991_has_as_many_consents_as_the_dutch_database_lists(inputs: Inputs) -> None:
    kinds = {"ratification", "definitive-signature", "succession"}
    consents = {row.party for row in inputs.acts if row.instrument == "cets-142" and row.action in kinds}
    assert len(consents) == 23  # verdragen.nl, treaty 004792


def test_the_clauses_give_the_entry_into_force_that_the_depositary_prints(
    inputs: Inputs, treaties: dict[str, EntryIntoForce]
) -> None:
    # Protocol No. 11 has no clause for those who joined the Convention after it: its eight are left out.
    rows = [row for row in stated_effects(inputs) if effect_of_consent(treaties[row.instrument], row.date)]
    off = {
        (row.instrument, row.party)
        for row in rows
        if effect_of_consent(treaties[row.instrument], row.date) != row.effect
    }
    assert off == OFF_THE_CLAUSE
    assert len(rows) == 659


def test_threshold_and_delay_give_the_entry_into_force_of_the_treaty(
    inputs: Inputs, treaties: dict[str, EntryIntoForce]
) -> None:
    # Left out: the Convention and its first protocol: the table lacks the first consent of Greece and that of the Saar.
    deposits: dict[str, list[str]] = {}
    for row in stated_effects(inputs):
        deposits.setdefault(row.instrument, []).append(row.date)
    checked = {name for name in deposits if treaties[name].initial and treaties[name].initial.threshold}
    for name in checked - {"echr", "echr-p1"}:
        assert treaty_entry_into_force(treaties[name].initial, deposits[name]) == treaties[name].on, name
    assert len(checked) == 24


def test_the_russian_federation_left_the_convention_on_16_september_2022(intervals: tuple[Interval, ...]) -> None:
    # eucrim 3/2022: ceased to be a party on 16 September 2022.
    assert "RUS" in parties(intervals, "echr", "2022-09-15")
    assert "RUS" not in parties(intervals, "echr", "2022-09-16")


def test_france_bound_by_the_revised_charter_and_not_by_protocol_no_12(intervals: tuple[Interval, ...]) -> None:
    assert "FRA" in parties(intervals, "esc-revised", "2012-04-05")
    assert "FRA" not in parties(intervals, "echr-p12", "2026-01-01")


@pytest.mark.parametrize(
    ("act", "day", "inside", "outside"),
    [
        ("eu-2003-86", "2019-01-01", {"FRA"}, {"DNK", "IRL", "GBR"}),
        ("eu-2008-115", "2024-01-01", {"DNK", "CHE", "ISL", "LIE", "NOR"}, {"IRL"}),
        ("eu-2013-33", "2018-05-22", {"FRA"}, {"DNK", "IRL", "GBR"}),
        ("eu-2013-33", "2018-05-23", {"FRA", "IRL"}, {"DNK", "GBR"}),
        ("eu-2013-604", "2026-06-30", {"FRA", "IRL", "CHE"}, {"GBR"}),
        ("eu-2024-1351", "2026-07-01", {"FRA", "IRL", "DNK", "CHE"}, set()),
        ("eu-2024-1346", "2026-06-12", {"FRA", "IRL"}, {"DNK", "CHE"}),
        ("eu-2004-38", "2019-01-01", {"DNK", "IRL", "GBR", "NOR"}, {"CHE"}),
        ("eu-2004-883", "2015-01-01", {"DNK", "IRL", "GBR", "CHE", "NOR"}, set()),
        ("eu-2010-1231", "2015-01-01", {"FRA", "IRL"}, {"DNK", "GBR", "CHE"}),
        ("eu-2004-81", "2015-01-01", {"FRA"}, {"DNK", "IRL", "GBR"}),
        ("eu-2001-55", "2003-10-01", {"FRA", "GBR"}, {"DNK", "IRL"}),
        ("eu-2001-55", "2003-10-02", {"FRA", "GBR", "IRL"}, {"DNK"}),
        ("eu-charter", "2021-01-01", {"POL", "DNK"}, {"GBR"}),
    ],
)
def test_who_is_bound_by_an_act_of_the_union(
    bindings: tuple[Binding, ...], act: str, day: str, inside: set[str], outside: set[str]
) -> None:
    found = bound(bindings, act, day)
    assert inside <= found
    assert not outside & found


def test_the_dublin_rules_pass_from_one_regulation_to_the_next_without_a_gap(bindings: tuple[Binding, ...]) -> None:
    assert bound(bindings, "eu-2013-604", "2026-07-01") == set()
    assert bound(bindings, "eu-2024-1351", "2026-06-30") == set()
    # The members but Denmark, which the agreement of 2005 binds, and Switzerland.
    assert len(bound(bindings, "eu-2024-1351", "2026-07-01")) == 26 + 2


def test_denmark_is_bound_by_no_act_of_title_v_as_a_member(inputs: Inputs, entries: Store) -> None:
    # Protocol No 22, articles 1 and 2.
    query = "SELECT ?id WHERE { ?i eli:based_on/dct:identifier 'tfeu-title-v' ; dct:identifier ?id }"
    acts = {identifier for (identifier,) in select(entries, query)}
    exempt = {row.instrument for row in inputs.exceptions if (row.party, row.kind) == ("DNK", "opt-out")}
    assert acts
    assert acts <= exempt
