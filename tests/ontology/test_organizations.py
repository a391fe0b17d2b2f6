"""Organizations: entries whole in three languages, and as many members as others than the loaded sources print."""

from __future__ import annotations

from collections import defaultdict

import pytest
from pyoxigraph import RdfFormat, Store

from iml_graph import namespaces as ns
from iml_graph import resources
from iml_graph.adjudications import load_adjudications
from iml_graph.build.inputs import rows_of
from iml_graph.build.memberships import Membership, collect, derive
from iml_graph.build.pipeline import existence, ranking
from iml_graph.ingest.facts import MembershipRow
from iml_graph.parties import load_parties
from iml_graph.sources import load_sources

ORGANIZATIONS = frozenset(
    {
        "un",
        "ilo",
        "iom",
        "unesco",
        "who",
        "icao",
        "imo",
        "hcch",
        "au",
        "oau",
        "ecowas",
        "sadc",
        "eac",
        "igad",
        "eccas",
        "cemac",
        "comesa",
        "amu",
        "cen-sad",
        "eu",
        "coe",
        "schengen",
        "eaeu",
        "cis",
        "oas",
        "mercosur",
        "can",
        "caricom",
        "sica",
        "asean",
        "saarc",
        "las",
        "gcc",
        "oic",
        "commonwealth",
        "oif",
    }
)

# Organization, day, number of members, and where another than the loaded source prints it. Where the number of the
# organization counts one that the graph has no party or no day for, the comment says which.
PRINTED = [
    ("un", "2020-01-31", 193),  # cia-factbook-orgs-2020
    ("ilo", "2019-01-01", 187),  # introduction of the page on the ILO, whose tables alone are loaded
    ("au", "2026-01-01", 54),  # au.int: 55 with the Sahrawi Arab Democratic Republic, which is no party of the graph
    ("ecowas", "2020-01-31", 15),  # cia-factbook-orgs-2020
    ("ecowas", "2025-02-01", 12),  # introduction of the page, of which the notes are loaded
    ("eu", "2020-11-09", 27),  # International Committee of the Red Cross, list of 9 November 2020
    ("eu", "2020-01-31", 28),  # factbook-orgs-2026, whose list is older: 28 with the United Kingdom
    ("coe", "2020-01-31", 47),  # cia-factbook-orgs-2020
    ("coe", "2024-01-01", 46),  # Ministry of Foreign Affairs of Hungary, Permanent Representation in Strasbourg
    ("oas", "2020-11-09", 35),  # International Committee of the Red Cross, list of 9 November 2020
    ("oas", "2024-01-01", 34),  # the same without Nicaragua; some count 33 without Venezuela
    ("las", "2020-01-31", 22),  # cia-factbook-orgs-2020
    ("asean", "2020-01-31", 10),  # cia-factbook-orgs-2020
    ("asean", "2026-05-17", 11),  # factbook-orgs-2026
    ("cis", "2020-01-31", 9),  # cia-factbook-orgs-2020
    ("sadc", "2026-01-01", 16),  # the page says 16, of which the notes on single members are loaded
    ("eac", "2026-05-17", 8),  # factbook-orgs-2026
    ("igad", "2024-01-01", 8),  # USAfrica, 13 December 2025: eight members before Eritrea left
    ("igad", "2026-01-01", 7),  # Capital FM, 13 December 2025: the others by name, and Somalia
    ("comesa", "2024-03-30", 21),  # IPO Eastern Africa, 30 March 2024
    ("caricom", "2026-05-17", 15),  # factbook-orgs-2026
    ("can", "2026-05-17", 4),  # factbook-orgs-2026
    ("saarc", "2026-05-17", 8),  # factbook-orgs-2026
    ("gcc", "2026-05-17", 6),  # factbook-orgs-2026
    ("eaeu", "2026-05-17", 5),  # factbook-orgs-2026
    ("amu", "2026-05-17", 5),  # factbook-orgs-2026
    ("oic", "2024-01-01", 57),  # golist.in, list of 2024
    ("commonwealth", "2020-11-09", 54),  # International Committee of the Red Cross, list of 9 November 2020
    ("commonwealth", "2024-01-01", 56),  # The Commonwealth: 56 member countries
    ("oau", "2002-07-08", 52),  # au.int: 53 with the Sahrawi Arab Democratic Republic
    ("oif", "2023-07-12", 51),  # French Wikipedia: 51 States and three regional governments, which are no parties
    ("schengen", "2025-01-01", 29),  # European Commission: 29 countries
    ("iom", "2024-01-01", 175),  # IOM: 175 Member States
    ("iom", "2019-03-31", 171),  # IOM: 173, of which two (Holy See, Turkmenistan) are known from a list of 2023 only
]


@pytest.fixture(scope="module")
def entries() -> Store:
    store = Store()
    store.load(path=str(resources.data() / "organizations" / "organizations.ttl"), format=RdfFormat.TURTLE)
    return store


@pytest.fixture(scope="module")
def spans() -> tuple[Membership, ...]:
    """All memberships that the committed rows give."""
    data = resources.data()
    rulings = [ruling for ruling in load_adjudications(data / "adjudications.csv") if ruling.on_membership]
    record = collect(rows_of(MembershipRow, data), rulings, ranking(load_sources(data / "sources")))
    return derive(record.events, existence(load_parties(data / "parties")))


def members(spans: tuple[Membership, ...], organization: str, day: str) -> set[str]:
    return {
        span.party
        for span in spans
        if (span.organization, span.status) == (organization, "member")
        and span.start <= day
        and (span.until is None or day < span.until)
    }


def test_every_organization_of_the_list_has_an_entry(entries: Store) -> None:
    found = entries.query(
        "SELECT ?id { ?o a iml:InternationalOrganization ; dct:identifier ?id }", prefixes=ns.PREFIXES
    )
    assert {row["id"].value for row in found} == ORGANIZATIONS


@pytest.mark.parametrize(("predicate", "nameless"), [("skos:prefLabel", 0), ("iml:acronym", 2)])
def test_names_and_acronyms_in_three_languages(entries: Store, predicate: str, nameless: int) -> None:
    found = entries.query(f"SELECT ?o ?text {{ ?o {predicate} ?text }}", prefixes=ns.PREFIXES)
    languages = defaultdict(list)
    for row in found:
        languages[row["o"].value].append(row["text"].language)
    assert {tuple(sorted(each)) for each in languages.values()} == {("en", "es", "fr")}
    assert len(languages) == len(ORGANIZATIONS) - nameless  # the Commonwealth and the Schengen area have no acronym


def test_nobody_is_a_member_before_the_foundation_or_after_the_end(
    entries: Store, spans: tuple[Membership, ...]
) -> None:
    query = (
        "SELECT ?id ?from ?until { ?o dct:identifier ?id ; iml:foundedOn ?from OPTIONAL { ?o iml:dissolvedOn ?until } }"
    )
    life = {row["id"].value: row for row in entries.query(query, prefixes=ns.PREFIXES)}
    for span in spans:
        if row := life.get(span.organization):
            assert span.start[: len(row["from"].value)] >= row["from"].value or span.organization == "commonwealth", (
                span
            )
            assert row["until"] is None or (span.until or "9999") <= row["until"].value, span


@pytest.mark.parametrize(("organization", "day", "number"), PRINTED)
def test_as_many_members_as_are_printed(
    spans: tuple[Membership, ...], organization: str, day: str, number: int
) -> None:
    assert len(members(spans, organization, day)) == number


def test_members_that_left_and_came_back(spans: tuple[Membership, ...]) -> None:
    def times(organization: str, party: str) -> list[tuple[str, str | None]]:
        own = [
            span for span in spans if (span.organization, span.party, span.status) == (organization, party, "member")
        ]
        return [(span.start, span.until) for span in own]

    assert times("coe", "GRC") == [("1949-08-09", "1969-12-12"), ("1974-11-28", None)]
    assert times("ilo", "USA") == [("1934-12-31", "1977-11-06"), ("1980-02-18", None)]
    assert times("commonwealth", "GMB") == [("1965-02-18", "2013-10-03"), ("2018-02-08", None)]
    assert times("eu", "GBR") == [("1993-11-01", "2020-02-01")]
    assert times("au", "MAR") == [("2017-01-31", None)]
