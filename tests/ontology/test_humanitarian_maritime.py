"""Humanitarian, maritime and air law and the bilateral register, held against pages that nothing was loaded from."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from pyoxigraph import RdfFormat, Store

from iml_graph import namespaces as ns
from iml_graph import resources
from iml_graph.adjudications import load_adjudications
from iml_graph.entry_into_force import Clause, treaty_entry_into_force
from iml_graph.ingest.facts import BilateralRow
from iml_graph.ingest.rows import CONSENTS, ActionRow, read_csv
from iml_graph.sources import load_sources

FILES = ("humanitarian", "maritime-safety", "air-law", "more-universal")
GENEVA = ("gc-1949-i", "gc-1949-ii", "gc-1949-iii", "gc-1949-iv")
ICRC = "icrc-ihl-states-parties"
LANGUAGES = {"en", "fr", "es"}

# Parties as printed in 2020: Wikipedia, copy of that year; the ICRC's contribution to A/75/263 (174, 169, 77 in June).
PARTIES_IN_2020 = {**dict.fromkeys(GENEVA, 196), "gc-ap1": 174, "gc-ap2": 169, "gc-ap3": 78}

# Additional Protocol II: the depositary's scope table in the Swiss collection of federal law, 25 October 2023 (A to B).
SWISS_SCOPE_OF_PROTOCOL_II = {
    "AFG": "2009-11-10",
    "AGO": "2019-10-07",
    "ALB": "1993-07-16",
    "ARG": "1986-11-26",
    "ARM": "1993-06-07",
    "ATG": "1986-10-06",
    "AUS": "1991-06-21",
    "AUT": "1982-08-13",
    "BGD": "1980-09-08",
    "BHR": "1986-10-30",
    "BHS": "1980-04-10",
    "BLR": "1989-10-23",
    "BRB": "1990-02-19",
    "DEU": "1991-02-14",
    "DZA": "1989-08-16",
    "SAU": "2001-11-28",
    "ZAF": "1995-11-21",
}

# Chicago Convention: list of parties published by ICAO from the depositary's, French edition (A to C).
ICAO_LIST = {
    "AFG": "1947-04-04",
    "AGO": "1977-03-11",
    "ALB": "1991-03-28",
    "AND": "2001-01-26",
    "ARG": "1946-06-04",
    "ARM": "1992-06-18",
    "ATG": "1981-11-10",
    "AUS": "1947-03-01",
    "AUT": "1948-08-27",
    "AZE": "1992-10-09",
    "BDI": "1968-01-19",
    "BEL": "1947-05-05",
    "BEN": "1961-05-29",
    "BFA": "1962-03-21",
    "BGD": "1972-12-22",
    "BGR": "1967-06-08",
    "BHR": "1971-08-20",
    "BHS": "1975-05-27",
    "BIH": "1993-01-13",
    "BLR": "1993-06-04",
    "BLZ": "1990-12-07",
    "BOL": "1947-04-04",
    "BRA": "1946-07-08",
    "BRB": "1967-03-21",
    "BRN": "1984-12-04",
    "BTN": "1989-05-17",
    "BWA": "1978-12-28",
    "CAN": "1946-02-13",
    "CHL": "1947-03-11",
    "CHN": "1946-02-20",
    "CMR": "1960-01-15",
    "COG": "1962-04-26",
    "COL": "1947-10-31",
    "COM": "1985-01-15",
    "CPV": "1976-08-19",
    "CYP": "1961-01-17",
    "DEU": "1956-05-09",
    "DZA": "1963-05-07",
    "KHM": "1956-01-16",
    "SAU": "1962-02-19",
    "ZAF": "1947-03-01",
}
# Status pages of the depositary of a later day (XML of III-4, III-8, XVI-2, XX-1): some consents of each.
DEPOSITARY_LATER = {
    "vcdr-op-nationality": {"ARG": "1963-10-10", "BEL": "1968-05-02", "CHE": "1992-06-12", "EGY": "1964-06-09"},
    "vccr-op-disputes": {"AUS": "1973-02-12", "FRA": "1970-12-31", "MEX": "2002-03-15", "PAK": "1976-03-29"},
    "married-women-1957": {"BRA": "1968-12-04", "CIV": "1999-11-02", "CUB": "1957-12-05"},
    "maintenance-1956": {"BRA": "1960-11-14", "COL": "1999-11-10", "FRA": "1960-06-24", "VAT": "1964-10-05"},
}

# Deposit that met the threshold; entry into force by the registers of the United Kingdom and of the depositaries.
ENTRY_INTO_FORCE = {
    **dict.fromkeys(GENEVA, ("1950-04-21", "1950-10-21")),
    "gc-ap1": ("1978-06-07", "1978-12-07"),
    "gc-ap2": ("1978-06-07", "1978-12-07"),
    "gc-ap3": ("2006-07-14", "2007-01-14"),
    "sar": ("1984-06-22", "1985-06-22"),
    "salvage-1989": ("1995-07-14", "1996-07-14"),
    "chicago-convention": ("1947-03-05", "1947-04-04"),
    "vcdr": ("1964-03-25", "1964-04-24"),
    "married-women-1957": ("1958-05-13", "1958-08-11"),
    "consent-to-marriage-1962": ("1964-09-10", "1964-12-09"),
    "maintenance-1956": ("1957-04-25", "1957-05-25"),
    "refugee-seamen-1957": ("1961-09-28", "1961-12-27"),
    "unesco-discrimination-1960": ("1962-02-22", "1962-05-22"),
}

# Days of signature and of entry into force (where the page has it) and parties of bilateral treaties, by number.
# 76040 and 58512: parliamentary papers of New Zealand, A-2; 58467: Treaty Series No. 88 (1963); 58442 and 58475: Swiss
# collection of federal law, 0.831.109.367.1; 73216: United States Statutes at Large, vol. 63, part 3.
TRACED = {
    "76040": ("1948-12-13", "1949-01-01", "DNK;NZL"),
    "58512": ("1948-07-30", "", "CHE;NZL"),
    "58467": ("1963-08-27", "1963-10-01", "CHE;GBR"),
    "58442": ("1953-01-16", "", "CHE;GBR"),
    "58475": ("1968-02-21", "1969-04-01", "CHE;GBR"),
    "73216": ("1949-08-01", "", "IRL;USA"),
}
# The Swiss collection has 12 November 1959 for the supplementary convention on social insurance.
DIFFERS = {"58459": "1959-11-21"}
# Memorandum of the Irish Department of External Affairs of 28 November 1947: concluded that year, Norway not yet.
IRISH_VISA_AGREEMENTS = {"58285": "SWE", "58508": "CHE", "76036": "DNK", "77463": "NLD", "78258": "NOR"}


@pytest.fixture(scope="module")
def entries() -> Store:
    store = Store()
    for name in FILES:
        store.bulk_load(path=resources.data() / f"instruments/{name}.ttl", format=RdfFormat.TURTLE)
    store.bulk_load(path=resources.data() / "monitoring/humanitarian-maritime.ttl", format=RdfFormat.TURTLE)
    return store


@pytest.fixture(scope="module")
def bilateral() -> dict[str, BilateralRow]:
    rows = read_csv(BilateralRow, resources.data() / "bilateral/uk-treaties-2022.csv")
    return {row.register_id: row for row in rows}


def select(store: Store, where: str) -> list[tuple[str, ...]]:
    rows = store.query(where, prefixes=ns.PREFIXES)
    return [tuple(value.value if value else "" for value in row) for row in rows]  # type: ignore[union-attr]


def acts(instrument: str, source: str) -> list[ActionRow]:
    rows = read_csv(ActionRow, resources.data() / f"participation/{instrument}.csv")
    return [row for row in rows if row.source == source]


def consents(instrument: str, source: str) -> dict[str, str]:
    """First day of consent of each party, as one source states it."""
    rows = sorted((row.party, row.date) for row in acts(instrument, source) if row.action in CONSENTS and row.date)
    return dict(reversed(rows))


@pytest.mark.parametrize(("instrument", "printed"), PARTIES_IN_2020.items())
def test_parties_are_as_many_as_were_printed(instrument: str, printed: int) -> None:
    assert len(consents(instrument, ICRC)) == printed


def test_seventy_six_declarations_under_article_90_were_in_effect_in_2020() -> None:
    actions = Counter(row.action for row in acts("gc-ap1", ICRC) if row.articles == "90")
    assert actions["opt-in-declaration"] - actions["opt-in-withdrawal"] == 76


def test_protocol_ii_agrees_with_the_depositarys_own_table() -> None:
    found = consents("gc-ap2", ICRC)
    assert {party: found[party] for party in SWISS_SCOPE_OF_PROTOCOL_II} == SWISS_SCOPE_OF_PROTOCOL_II


def test_algeria_acceded_in_1960_by_the_icrcs_page_and_the_later_edition_is_rejected() -> None:
    rulings = {
        row.subject: row for row in load_adjudications(resources.data() / "adjudications.csv") if row.party == "DZA"
    }
    assert {rulings[name].adopted_date for name in GENEVA} == {"1960-06-20"}
    assert {rulings[name].rejected_date for name in GENEVA} == {"1962-07-03"}


def test_andorra_joined_the_protocols_in_2025_and_is_known_to_the_year() -> None:
    rows = read_csv(ActionRow, resources.data() / "transcribed/acts/humanitarian-maritime.csv")
    found = {row.instrument: row.date for row in rows if row.party == "AND" and row.action == "consent"}
    assert found == {"gc-ap1": "2025", "gc-ap2": "2025", "gc-ap3": "2025"}


def test_safety_of_life_at_sea_has_the_162_parties_that_were_printed_in_2016() -> None:
    assert len(consents("solas", "manytreaties-memberships")) == 162


def test_chicago_agrees_with_the_list_of_icao() -> None:
    found = consents("chicago-convention", "manytreaties-memberships")
    assert {party: found[party] for party in ICAO_LIST} == ICAO_LIST


def test_charter_has_the_193_members() -> None:
    assert len({row.party for row in acts("un-charter", "untc-zmjones-2015-03")}) == 193


@pytest.mark.parametrize(("instrument", "later"), DEPOSITARY_LATER.items())
def test_older_tables_agree_with_later_pages_of_the_depositary(instrument: str, later: dict[str, str]) -> None:
    found = consents(instrument, "untc-zmjones-2015-03")
    assert {party: found[party] for party in later} == later


@pytest.mark.parametrize(("instrument", "days"), ENTRY_INTO_FORCE.items())
def test_clause_gives_the_date_of_entry_into_force(entries: Store, instrument: str, days: tuple[str, str]) -> None:
    deposit, in_force = days
    [(threshold, delay, rule, on)] = select(
        entries,
        f"""SELECT ?threshold ?delay ?rule ?on WHERE {{
              ?i dct:identifier "{instrument}" ; iml:enteredIntoForceOn ?on ; iml:initialEntryIntoForce ?c .
              ?c iml:threshold ?threshold ; iml:delay ?delay ; iml:delayRule ?rule }}""",
    )
    assert on == in_force
    clause = Clause(delay, rule.rpartition("/")[2], int(threshold))
    deposits = ["1900-01-01"] * (int(threshold) - 1) + [deposit, "2999-01-01"]
    assert treaty_entry_into_force(clause, deposits) == in_force


def test_protocol_ii_is_left_sooner_than_the_others(entries: Store) -> None:
    rows = select(
        entries,
        """SELECT ?id ?delay WHERE {
             ?i dct:identifier ?id ; iml:denunciationClause/iml:delay ?delay FILTER(STRSTARTS(?id, "gc-")) }""",
    )
    assert dict(rows) == {**dict.fromkeys((*GENEVA, "gc-ap1", "gc-ap3"), "P1Y"), "gc-ap2": "P6M"}


def test_annex_9_binds_nobody_by_membership(entries: Store) -> None:
    rows = select(
        entries, "SELECT ?o WHERE { <https://w3id.org/iml-graph/id/instrument/chicago-annex-9> iml:bindsMembersOf ?o }"
    )
    assert rows == []


@pytest.mark.parametrize("predicate", ["dct:title", "iml:shortTitle", "iml:adoptedAt"])
def test_every_entry_speaks_three_languages(entries: Store, predicate: str) -> None:
    rows = select(entries, f"SELECT ?id (LANG(?v) AS ?l) WHERE {{ ?i dct:identifier ?id ; {predicate} ?v }}")
    identifiers = {row[0] for row in rows}
    assert len(identifiers) == 39
    assert Counter(rows) == Counter((identifier, language) for identifier in identifiers for language in LANGUAGES)


def test_title_called_official_names_the_page_it_was_read_on(entries: Store) -> None:
    rows = select(
        entries,
        "SELECT ?r ?status ?source WHERE { ?r iml:titleStatus ?status OPTIONAL { ?r prov:wasDerivedFrom ?source } }",
    )
    assert [r for r, status, source in rows if status.endswith("/official") != bool(source)] == []


def test_every_source_is_declared() -> None:
    declared = set(load_sources(resources.data() / "sources"))
    texts = [(resources.data() / f"instruments/{name}.ttl").read_text(encoding="utf-8") for name in FILES]
    assert {source for text in texts for source in re.findall(r"<source/([^>]+)>", text)} - declared == set()


def test_the_register_has_its_treaties_on_migration_by_topic(bilateral: dict[str, BilateralRow]) -> None:
    assert Counter(row.topic for row in bilateral.values()) == {
        "visa-abolition": 194,
        "nationality-and-passports": 57,
        "social-security": 55,
        "labour-and-recruitment": 37,
        "consular": 21,
        "travel": 13,
        "migration-cooperation": 12,
        "refugees": 4,
        "establishment": 3,
    }


def test_only_two_treaties_of_the_register_have_more_than_two_parties(bilateral: dict[str, BilateralRow]) -> None:
    assert Counter(len(row.parties.split(";")) for row in bilateral.values()) == {2: 394, 5: 1, 7: 1}


def test_a_treaty_ends_after_it_was_signed(bilateral: dict[str, BilateralRow]) -> None:
    assert [row.register_id for row in bilateral.values() if row.terminated and row.terminated < row.signed] == []


@pytest.mark.parametrize(("number", "traced"), TRACED.items())
def test_treaty_of_the_register_is_as_another_publisher_has_it(
    bilateral: dict[str, BilateralRow], number: str, traced: tuple[str, str, str]
) -> None:
    signed, in_force, parties = traced
    row = bilateral[number]
    assert (row.signed, row.parties) == (signed, parties)
    assert not in_force or row.in_force == in_force


def test_one_day_of_the_register_is_not_as_the_other_party_has_it(bilateral: dict[str, BilateralRow]) -> None:
    assert {number: bilateral[number].signed for number in DIFFERS} == DIFFERS


@pytest.mark.parametrize(("number", "other"), IRISH_VISA_AGREEMENTS.items())
def test_irish_agreements_on_visas_stand_as_ireland_counted_them(
    bilateral: dict[str, BilateralRow], number: str, other: str
) -> None:
    row = bilateral[number]
    assert row.parties == ";".join(sorted(("IRL", other)))
    assert row.signed.startswith("1947")
    assert (row.signed > "1947-11-28") == (other == "NOR")
