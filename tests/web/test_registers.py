"""Instruments that nobody joins one by one, and the lists that can be narrowed, asked without a browser."""

from __future__ import annotations

import csv
import io

import pytest
from flask.testing import FlaskClient


def text_of(client: FlaskClient, address: str) -> str:
    response = client.get(address, headers={"Accept": "text/html"})
    assert response.status_code == 200, response.text[:500]
    return response.text


def main_of(client: FlaskClient, address: str) -> str:
    return text_of(client, address).partition("<main")[2].partition("</main")[0]


def listed(client: FlaskClient, address: str) -> list[str]:
    """Identifiers of the instruments that an address leaves, as its download has them."""
    text = client.get(f"{address}{'&' if '?' in address else '?'}format=csv").text
    return [row["instrument"] for row in csv.DictReader(io.StringIO(text))]


@pytest.mark.parametrize(
    ("condition", "left"),
    [
        ("force=secondary-law", ["union-decision", "union-directive"]),
        ("force=non-binding", ["cmw-gc-1", "gcm"]),
        ("state=up-to-date", ["union-convention"]),
        ("by=body/cmw", ["cmw-gc-1"]),
        ("by=organization/union&force=treaty", ["union-convention"]),
        ("text=PACTE%20MONDIAL&lang=fr", ["gcm"]),
        ("text=travailleurs%20domestiques&lang=fr", ["cmw-gc-1"]),
        ("force=nonsense", []),
    ],
)
def test_instruments_are_narrowed_by_the_address(client: FlaskClient, condition: str, left: list[str]) -> None:
    assert sorted(listed(client, f"/instruments?{condition}")) == left


def test_choices_say_how_many_they_would_leave_beside_the_other_ones(client: FlaskClient) -> None:
    assert "(2)</option>" in main_of(client, "/instruments").partition('<option value="secondary-law">')[2][:60]
    assert "law of free movement (2)" in main_of(client, "/instruments?force=secondary-law").lower()
    assert "human rights law (" not in main_of(client, "/instruments?force=secondary-law").lower()


def test_a_condition_that_leaves_nothing_says_so_and_stays_chosen(client: FlaskClient) -> None:
    page = main_of(client, "/instruments?text=zzzz&branch=labour")
    assert "Nothing fits." in page
    assert '<option value="labour" selected>' in page


def test_bilateral_treaties_stand_in_a_list_of_their_own(client: FlaskClient) -> None:
    assert "small-7" not in listed(client, "/instruments")
    assert listed(client, "/bilateral") == ["small-7", "small-8"]
    assert "2 bilateral treaties stand in a list of their own." in main_of(client, "/instruments")


@pytest.mark.parametrize(
    ("condition", "left"),
    [("topic=visa-abolition", ["small-7"]), ("party=NLD", ["small-8"]), ("decade=1970", ["small-7"])],
)
def test_the_bilateral_register_is_narrowed(client: FlaskClient, condition: str, left: list[str]) -> None:
    assert listed(client, f"/bilateral?{condition}") == left


@pytest.mark.parametrize("address", ["/bilateral", "/instrument/small-7", "/party/SEN"])
def test_wherever_bilateral_treaties_stand_the_register_is_said_to_be_that_of_one_state(
    client: FlaskClient, address: str
) -> None:
    assert "that of one State only" in main_of(client, address)


def test_a_bilateral_treaty_has_parties_topic_and_end(client: FlaskClient) -> None:
    page = main_of(client, "/instrument/small-7")
    assert 'href="/party/FRA"' in page
    assert 'href="/party/SEN"' in page
    assert "Terminated: 1 January 1999." in page
    assert "Its entry into force is not on record." in main_of(client, "/instrument/small-8")


def test_an_act_binds_members_from_the_day_it_applies_but_not_those_that_opted_out(client: FlaskClient) -> None:
    found = client.get("/instrument/union-directive?on=2026-01-31&format=json").get_json()
    others = {each["code"]: each["status"] for each in found["others"]}
    assert {code for code, status in others.items() if status == "bound-through-organization"} == {"FRA", "IRQ", "TTO"}
    assert others["NLD"] == "excepted"
    page = main_of(client, "/instrument/union-directive?on=2026-01-31")
    assert "Protocol on the Netherlands, art. 1" in page
    assert "It applies only from" not in page
    assert "It applies only from 1 January 2009." in main_of(client, "/instrument/union-directive?on=2008-06-01")


def test_an_act_that_was_repealed_says_by_what_and_since_when(client: FlaskClient) -> None:
    page = main_of(client, "/instrument/union-decision?on=2020-01-01")
    assert "ceased to be so on 1 February 2008" in page
    assert 'href="/instrument/union-directive?on=2020-01-01"' in page
    assert "ceased to be so" not in main_of(client, "/instrument/union-decision?on=2008-01-31")


def test_a_treaty_says_to_whose_members_it_is_open(client: FlaskClient) -> None:
    assert "(Union of Examples)" in main_of(client, "/instrument/union-convention")


def test_soft_law_shows_the_vote_by_state_and_whose_vote_is_not_recorded(client: FlaskClient) -> None:
    page = main_of(client, "/instrument/gcm")
    counts = page.partition('<dl class="counts">')[2].partition("</dl>")[0]
    assert counts.count("<dd>2</dd>") == 1
    assert counts.count("<dd>1</dd>") == 1
    assert "no vote recorded" in counts
    missing = page.rpartition("no vote recorded")[2].partition("</details>")[0]
    assert "Iraq" in missing
    assert "France" not in missing
    assert "It binds nobody" in page


def test_a_general_comment_names_the_provisions_that_it_spells_out_and_they_name_it(client: FlaskClient) -> None:
    assert "Migrant Workers Convention, art. 25" in main_of(client, "/instrument/cmw-gc-1")
    assert 'href="/instrument/cmw-gc-1"' in main_of(client, "/instrument/icrmw")
    assert 'href="/instrument/gcm"' in main_of(client, "/instrument/icrmw")


def test_an_instrument_names_what_serves_it(client: FlaskClient) -> None:
    assert 'href="/course/sanremo"' in main_of(client, "/instrument/icrmw")


def test_sources_are_narrowed_by_role_and_text(client: FlaskClient) -> None:
    assert "small-register" not in main_of(client, "/sources?role=check")
    assert "small-check" in main_of(client, "/sources?role=check")
    assert "small-register" in main_of(client, "/sources?text=registrar")
