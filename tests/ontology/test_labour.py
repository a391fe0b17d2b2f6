"""Conventions of the International Labour Organization: entries and ratifications, by sources other than their own."""

from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat, Store

from iml_graph import namespaces as ns
from iml_graph import resources
from iml_graph.entry_into_force import Clause, EntryIntoForce, effect_of_consent, treaty_entry_into_force
from iml_graph.ingest.rows import CONSENTS, ActionRow, read_csv

NORMLEX = "ilo-normlex-crba-2023"

# Ratifications in force on a day: pages of ministries and encyclopaedias that quote the Office's list of that day.
PRINTED_COUNTS = [
    ("ilo-c081", "2021-12-31", 148),  # jablog.org, Convention No. 81
    ("ilo-c100", "2022-10-31", 174),  # jmedia.wiki, Equal Remuneration Convention
    ("ilo-c103", "2018-04-22", 41 - 17),  # ja.wikipedia.org: 41 ratifications, 1 denounced, 16 automatically
    ("ilo-c111", "2023-01-31", 175),  # jablog.org, Discrimination (Employment and Occupation) Convention
    ("ilo-c131", "2024-02-17", 54),  # jablog.org, Minimum Wage Fixing Convention
    ("ilo-c138", "2015-10-31", 168),  # ILO Office for Japan, conventions on child labour
    ("ilo-c182", "2015-10-31", 180),  # the same
    ("ilo-c182", "2020-08-05", 187),  # sustainablejapan.jp: the first convention that all members ratified
    ("ilo-c183", "2023-04-30", 43),  # ja.wikipedia.org
]

# jablog.org, Forced Labour Convention: those who had ratified by the end of 1932.
FIRST_TEN = {"AUS", "BGR", "DNK", "ESP", "GBR", "IRL", "JPN", "LBR", "NOR", "SWE"}

# kok-gegen-menschenhandel.de: those whom the protocol bound, or who had ratified it, when it entered into force.
FIRST_OF_THE_PROTOCOL = {"ARG", "CZE", "FRA", "GBR", "MLI", "MRT", "NER", "NOR", "PAN"}

# ILO Office for Japan, list of 2022 and pages of single conventions.
JAPAN = {
    "ilo-c029": "1932-11-21",
    "ilo-c081": "1953-10-20",
    "ilo-c087": "1965-06-14",
    "ilo-c098": "1953-10-20",
    "ilo-c105": "2022-07-19",
    "ilo-c131": "1971-04-29",
    "ilo-c138": "2000-06-05",
    "ilo-c182": "2001-06-18",
}

# Swiss Federal Chancellery, scope of Convention No. 87 on 29 April 2025 (eli/cc/1976/689_689_689), its first lines.
SWISS_C087 = {
    "AGO": "2001-06-13",
    "ALB": "1957-06-03",
    "ARG": "1960-01-18",
    "ARM": "2006-01-02",
    "ATG": "1983-02-02",
    "AUS": "1973-02-28",
    "AZE": "1992-05-19",
    "BDI": "1993-06-25",
    "BEL": "1951-10-23",
    "BEN": "1960-12-12",
    "BFA": "1960-11-21",
    "BGD": "1972-06-22",
    "BGR": "1959-06-08",
    "BHS": "2001-06-14",
    "BIH": "1993-06-02",
    "BLR": "1956-11-06",
    "BLZ": "1983-12-15",
    "BOL": "1965-01-04",
    "BRB": "1967-05-08",
    "BWA": "1997-12-22",
    "DZA": "1962-10-19",
    "EGY": "1957-11-06",
    "ETH": "1963-06-04",
    "GNQ": "2001-08-13",
}

# The same table: all whom it names.
SWISS_C087_PARTIES = """
    AGO ALB ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHS BIH BLR BLZ BOL BRB BWA CAF CAN CHE CHL CIV CMR
    COD COG COL COM CPV CRI CUB CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESP EST ETH FIN FJI FRA GAB GBR GEO
    GHA GIN GMB GNB GNQ GRC GRD GTM GUY HND HRV HTI HUN IDN IRL IRQ ISL ISR ITA JAM JPN KAZ KGZ KHM KIR KNA KOR
    KWT LBR LBY LCA LKA LSO LTU LUX LVA MDA MDG MDV MEX MKD MLI MLT MMR MNE MNG MOZ MRT MUS MWI NAM NER NGA NIC
    NLD NOR PAK PAN PER PHL PNG POL PRT PRY ROU RUS RWA SDN SEN SLB SLE SLV SMR SOM SRB STP SUR SVK SVN SWE SWZ
    SYC SYR TCD TGO TJK TKM TLS TTO TUN TUR TZA UGA UKR URY UZB VCT VEN VUT WSM YEM ZAF ZMB ZWE
"""

# Whole lists of ratifications. C100 is left out: its second ratification was Yugoslavia's, which today's list lacks.
WHOLE = [
    *("ilo-c029", "ilo-c081", "ilo-c087", "ilo-c095", "ilo-c098", "ilo-c103", "ilo-c105", "ilo-c111", "ilo-c131"),
    *("ilo-c138", "ilo-c155", "ilo-c182", "ilo-c183", "ilo-c189", "ilo-p029", "mlc-2006"),
]


@pytest.fixture(scope="module")
def entries() -> Store:
    store = Store()
    for path in (*resources.data().glob("instruments/labour*.ttl"), resources.data() / "monitoring" / "ilo.ttl"):
        store.bulk_load(path=path, format=RdfFormat.TURTLE)
    return store


def select(store: Store, where: str) -> list[tuple[str, ...]]:
    rows = store.query(where, prefixes=ns.PREFIXES)
    return [tuple(value.value if value else "" for value in row) for row in rows]  # type: ignore[union-attr]


def rows_of(instrument: str) -> list[ActionRow]:
    return list(read_csv(ActionRow, resources.data() / "participation" / f"{instrument}.csv"))


def in_force(instrument: str, on: str) -> set[str]:
    """Collect those who had ratified by a day and not left by then."""
    rows = [row for row in rows_of(instrument) if row.source == NORMLEX]
    ratified = {row.party for row in rows if row.action in CONSENTS and row.date <= on}
    return ratified - {row.party for row in rows if row.action == "denunciation" and (row.effect or row.date) <= on}


def clauses(store: Store, instrument: str) -> EntryIntoForce:
    [(on, threshold, initial, later)] = select(
        store,
        f"""SELECT ?on ?threshold ?initial ?later WHERE {{
              <{ns.instrument(instrument)}> iml:enteredIntoForceOn ?on ;
                iml:initialEntryIntoForce [ iml:threshold ?threshold ; iml:delay ?initial ] ;
                iml:laterEntryIntoForce [ iml:delay ?later ] }}""",
    )
    return EntryIntoForce(on, Clause(initial, threshold=int(threshold)), Clause(later))


@pytest.mark.parametrize(("instrument", "on", "printed"), PRINTED_COUNTS)
def test_as_many_ratifications_as_others_print(instrument: str, on: str, printed: int) -> None:
    assert len(in_force(instrument, on)) == printed


def test_first_ratifications_of_the_conventions_on_forced_labour() -> None:
    assert in_force("ilo-c029", "1932-12-31") == FIRST_TEN
    assert in_force("ilo-p029", "2016-11-09") == FIRST_OF_THE_PROTOCOL


@pytest.mark.parametrize(("instrument", "day"), JAPAN.items())
def test_ratifications_by_japan(instrument: str, day: str) -> None:
    assert [row.date for row in rows_of(instrument) if row.party == "JPN" and row.action in CONSENTS] == [day]


def test_dates_of_the_swiss_table_on_freedom_of_association() -> None:
    dates = {row.party: row.date for row in rows_of("ilo-c087") if row.action in CONSENTS}
    assert {party: dates[party] for party in SWISS_C087} == SWISS_C087
    later = read_csv(ActionRow, resources.data() / "transcribed" / "acts" / "labour.csv")
    ratified_later = {row.party for row in later if row.instrument == "ilo-c087"}
    assert ratified_later == {"GNB"}
    assert set(dates) | ratified_later == set(SWISS_C087_PARTIES.split())


@pytest.mark.parametrize("instrument", WHOLE)
def test_clause_gives_the_stated_entry_into_force(entries: Store, instrument: str) -> None:
    treaty = clauses(entries, instrument)
    deposits = sorted(
        {row.date for row in rows_of(instrument) if row.action in CONSENTS and row.action != "succession"}
    )
    by_party = {row.party: row.date for row in rows_of(instrument) if row.action in CONSENTS and row.date in deposits}
    assert treaty.initial is not None
    assert treaty_entry_into_force(treaty.initial, sorted(by_party.values())) == treaty.on


@pytest.mark.parametrize("instrument", ["ilo-c029", "ilo-c097", "ilo-c155", "ilo-c189", "mlc-2006"])
def test_clause_gives_the_entry_into_force_that_tables_print(entries: Store, instrument: str) -> None:
    treaty = clauses(entries, instrument)
    printed = [row for row in rows_of(instrument) if row.action == "ratification" and row.date and row.effect]
    assert printed
    wrong = [(row.party, row.date, row.effect) for row in printed if effect_of_consent(treaty, row.date) != row.effect]
    assert wrong == ([("DEU", "2012-09-20", "2014-09-20")] * 2 if instrument == "ilo-c189" else [])


def test_automatic_denunciations_fall_on_the_entry_into_force_of_the_revising_convention(entries: Store) -> None:
    ratified = {row.party: row.date for row in rows_of("ilo-c183") if row.action in CONSENTS}
    left = {row.party: row.effect for row in rows_of("ilo-c103") if row.action == "denunciation" and not row.date}
    treaty = clauses(entries, "ilo-c183")
    assert len(left) == 17
    expected = {party: effect_of_consent(treaty, ratified[party]) for party in left}
    # The Office prints the day before for three, and a year later for Portugal.
    assert {party for party in left if left[party] != expected[party]} == {"BLR", "HUN", "SMR", "PRT"}


def test_revised_conventions(entries: Store) -> None:
    rows = select(
        entries,
        """SELECT ?new ?old (EXISTS { ?i iml:automaticallyDenounces ?j } AS ?leaves)
           WHERE { ?i iml:revises ?j ; dct:identifier ?new . ?j dct:identifier ?old }""",
    )
    assert set(rows) == {
        ("ilo-c097", "ilo-c066", "false"),  # the older one never entered into force
        ("ilo-c157", "ilo-c048", "false"),
        ("ilo-c181", "ilo-c096", "true"),
        ("ilo-c183", "ilo-c103", "true"),
        ("ilo-c185", "ilo-c108", "true"),
    }


def test_congo_and_not_the_democratic_republic_ratified_the_convention_on_migration_for_employment() -> None:
    rows = rows_of("ilo-c097")
    assert [row.date for row in rows if row.party == "COG"] == ["2023-10-26"]
    assert [row for row in rows if row.party == "COD"] == []


def test_excluded_annexes(entries: Store) -> None:
    excluded = {row.party: row.articles for row in rows_of("ilo-c097") if row.action == "exclusion-of-provisions"}
    assert {party: excluded[party] for party in ("FRA", "DZA", "BHS", "KEN")} == {
        "FRA": "annex-2",
        "DZA": "annex-2",
        "BHS": "annex-1;annex-2;annex-3",
        "KEN": "annex-1;annex-2;annex-3",
    }


@pytest.mark.parametrize(
    "instrument", ["ilo-c081", "ilo-c095", "ilo-c097", "ilo-c103", "ilo-c138", "ilo-c143", "ilo-c183"]
)
def test_what_acts_concern_is_described(entries: Store, instrument: str) -> None:
    named = {article for row in rows_of(instrument) for article in row.articles.split(";") if article}
    described = select(
        entries, f"SELECT ?r WHERE {{ ?p iml:inInstrument <{ns.instrument(instrument)}> ; iml:provisionReference ?r }}"
    )
    assert named <= {reference for (reference,) in described}


def test_code_of_the_organization_makes_the_identifier(entries: Store) -> None:
    rows = select(entries, "SELECT ?id ?code WHERE { ?i dct:identifier ?id ; iml:iloCode ?code }")
    assert len(rows) == 43
    assert [row for row in rows if row[0] != f"ilo-{row[1].lower()}"] == [("mlc-2006", "C186")]


def test_recommendations_bind_nobody(entries: Store) -> None:
    rows = select(
        entries,
        """SELECT ?id ?clause WHERE { ?i eli:type_document ?kind ; dct:identifier ?id ; a ?class
             FILTER(STRENDS(STR(?kind), "/recommendation"))
             OPTIONAL { ?i iml:participationClause|iml:initialEntryIntoForce|iml:denunciationClause ?clause } }""",
    )
    assert len(rows) == 12
    assert all(identifier.startswith("ilo-r") and not clause for identifier, clause in rows)


def test_every_procedure_of_the_supervisory_system_comes_with_membership(entries: Store) -> None:
    rows = select(
        entries,
        """SELECT ?p ?mode ?basis WHERE { ?p a iml:Procedure ; iml:acceptanceMode ?mode ;
             iml:legalBasis ?basis . ?basis iml:inInstrument ?constitution }""",
    )
    assert len(rows) == 6
    assert all(mode.endswith("/automatic") for _, mode, _ in rows)
