"""Members of organizations and participants in processes, on a day, as exactly as the sources have them."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from iml_web.memberships import Held, Spell, suspended

ADMITTED = Spell(
    "…/party/NLD", "…/organization/union", "member", "admission", "1963-12-31", "", "1963-01-01", "", "1963", ""
)
LISTED = Spell("…/party/FRA", "…/process/dialogue", "member", "listed", "2012-05-01", begun_on="2012-05-01")


def main_of(client: FlaskClient, address: str) -> str:
    response = client.get(address, headers={"Accept": "text/html"})
    assert response.status_code == 200, response.text[:500]
    return response.text.partition("<main")[2].partition("</main")[0]


def members(client: FlaskClient, address: str) -> dict[str, dict[str, str]]:
    found = client.get(f"{address}{'&' if '?' in address else '?'}format=json").get_json()
    return {row["code"]: row for row in found["members"]}


@pytest.mark.parametrize(
    ("spell", "day", "held"),
    [
        (ADMITTED, "1962-12-31", Held.LATER),
        (ADMITTED, "1963-06-01", Held.PERHAPS),
        (ADMITTED, "1963-12-31", Held.CURRENT),
        (LISTED, "2000-01-01", Held.PERHAPS),
        (LISTED, "2012-05-01", Held.CURRENT),
        (Spell("a", "b", "member", "admission", "1990-05-05", "2005-06-06"), "2005-06-05", Held.CURRENT),
        (Spell("a", "b", "member", "admission", "1990-05-05", "2005-06-06"), "2005-06-06", Held.FORMER),
        (Spell("a", "b", "member", "admission", "1990", "2005-01-01", "", "2006-01-01"), "2005-07-01", Held.PERHAPS),
        (Spell("a", "b", "member", "listed"), "2026-01-01", Held.UNDATED),
    ],
)
def test_a_membership_is_certain_possible_over_or_to_come(spell: Spell, day: str, held: Held) -> None:
    assert spell.on(day) is held


def test_a_suspension_lasts_until_it_is_lifted() -> None:
    events = [
        {"actor": "a", "type": "x/suspension", "date": "2012-03-22"},
        {"actor": "a", "type": "x/suspension-lifted", "date": "2012-10-24"},
        {"actor": "a", "type": "x/suspension", "date": "2021-06"},
        {"actor": "b", "type": "x/suspension", "date": ""},
    ]
    assert suspended(events, "2012-10-23") == {"a": "2012-03-22"}
    assert suspended(events, "2013-01-01") == {}
    assert suspended(events, "2026-01-01") == {"a": "2021-06"}


def test_an_organization_shows_since_when_as_exactly_as_it_is_known(client: FlaskClient) -> None:
    found = members(client, "/organization/union?on=2026-01-31")
    assert (found["FRA"]["since"], found["FRA"]["since_precision"]) == ("1958-01-01", "day")
    assert (found["NLD"]["since"], found["NLD"]["since_precision"]) == ("1963", "year")
    assert (found["SEN"]["since_shown"], found["SEN"]["since_precision"]) == (
        "on or before 1 April 2010",
        "on-or-before",
    )
    assert found["TTO"]["suspended"] == "2020-01-01"
    assert found["RUS"]["held"] == "former"


def test_members_are_those_of_the_day(client: FlaskClient) -> None:
    on_the_day = members(client, "/organization/union?on=1962-01-01")
    assert {code for code, row in on_the_day.items() if row["held"] == "current"} == {"FRA"}
    assert "not certain on this day" in main_of(client, "/organization/union?on=1963-06-01")
    assert '<h2 id="former">' not in main_of(client, "/organization/union?on=2005-06-05")
    assert '<h2 id="former">' in main_of(client, "/organization/union?on=2005-06-06")


def test_an_organization_shows_acts_treaties_sources_and_disagreements(client: FlaskClient) -> None:
    page = main_of(client, "/organization/union")
    assert "all members as of 31 December 2025" in page
    assert page.index('id="bindsMembersOf"') < page.index('href="/instrument/union-directive"')
    assert page.index('id="openToOrganization"') < page.index('href="/instrument/union-convention"')
    assert page.index('id="constituentInstrument"') < page.index('href="/instrument/union-treaty"')
    assert "1 May 1970 is adopted;" in page
    assert "1 May 1971 is stated by" in page


def test_a_process_shows_participants_without_a_day_meetings_and_overlaps(client: FlaskClient) -> None:
    found = members(client, "/process/dialogue?lang=fr")
    assert found["CIV"]["held"] == "undated"
    assert found["CIV"]["since_shown"] == "jour non indiqué"
    page = main_of(client, "/process/dialogue")
    assert "25–26 October 2011" in page
    assert "Participants in the first meeting, about: 90" in page
    assert "1 participant in common" in page.partition('href="/process/forum"')[2]
    assert "No source has all of its members" in page


def test_processes_stand_by_tier_with_numbers_on_record_and_declared(client: FlaskClient) -> None:
    page = main_of(client, "/processes")
    assert page.index(">global<") < page.index(">interregional<") < page.index(">regional<")
    rows = {row["process"]: row for row in client.get("/processes?format=json").get_json()["processes"]}
    assert (rows["dialogue"]["members"], rows["dialogue"]["declared_members"]) == ("3", "12")
    assert "Meeting of all processes" in page


def test_a_party_shows_where_it_belongs_and_what_it_left(client: FlaskClient) -> None:
    page = main_of(client, "/party/SEN")
    assert "observer" in page.partition('href="/organization/union"')[2][:200]
    assert 'href="/process/dialogue"' in page
    assert 'href="/process/forum"' in page
    assert "1 former membership" in main_of(client, "/party/RUS")


def test_a_party_shows_votes_visits_and_bilateral_treaties_up_to_the_day(client: FlaskClient) -> None:
    page = main_of(client, "/party/SEN?on=2026-01-31")
    assert "17–21 August 2009" in page
    assert "A/HRC/17/33/Add.2" in page
    assert ">in favour</td>" in page
    assert "Exchange of Notes on the abolition of visas" in page
    before = main_of(client, "/party/SEN?on=1969-12-31")
    assert "17–21 August 2009" not in before
    assert "Exchange of Notes on the abolition of visas" not in before


def test_a_visit_without_dates_says_so(client: FlaskClient) -> None:
    assert "date unknown" in main_of(client, "/party/CIV").partition('id="visits"')[2]
    assert main_of(client, "/body/rapporteur").count("<li>") == 2


def test_recommendations_are_counted_once_by_response_and_by_treaty_urged(client: FlaskClient) -> None:
    found = client.get("/party/SEN?format=json").get_json()["recommendations"]
    assert found == {"received": {"accepted": 1, "noted": 1, "voluntary-pledge": 1}, "made": {"noted": 1}}
    page = main_of(client, "/party/SEN").partition('id="reviews"')[2]
    urged = page.partition('href="/instrument/icrmw"')[2].partition("</tr>")[0]
    assert urged.count(">2<") == 1  # by two recommendations …
    assert urged.count(">1<") == 1  # … of which one was accepted


def test_each_recommendation_stands_with_who_made_it_and_its_issues(client: FlaskClient) -> None:
    page = main_of(client, "/party/SEN/recommendations")
    assert page.count('<tr><th scope="row">') == 4
    assert "labour" in page.partition(">0001<")[2].partition("</tr>")[0].lower()


def test_a_party_that_is_nowhere_has_no_empty_headings(client: FlaskClient) -> None:
    page = main_of(client, "/party/PSE")
    for part in ("organizations", "processes", "bilateral", "votes", "reviews", "visits"):
        assert f'id="{part}"' not in page
