"""Rights, groups of persons, provisions, the grounds of objectives, and decisions."""

from __future__ import annotations

import csv
import io

import pytest
from flask.testing import FlaskClient
from iml_web.analysis import FORCES

RIGHT = "/vocabulary/rights/collective-expulsion-prohibition"


def main_of(client: FlaskClient, address: str) -> str:
    response = client.get(address, headers={"Accept": "text/html"})
    assert response.status_code == 200, response.text[:500]
    return response.text.partition("<main")[2].partition("</main")[0]


def section(page: str, identifier: str) -> str:
    """Cut out what stands from one heading to the next."""
    return page.partition(f'<h2 id="{identifier}"')[2].partition("<h2")[0]


def rows_of(client: FlaskClient, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(client.get(address).text)))


def test_the_list_of_rights_counts_provisions_by_force_and_narrower_ones_for_the_group(client: FlaskClient) -> None:
    rows = {row["concept"].rpartition("/")[2]: row for row in rows_of(client, "/vocabulary/rights?format=csv")}
    for right in ("collective-expulsion-prohibition", "protection-from-removal"):
        row = rows[right]
        counts = (row["binding_universal"], row["binding_regional"], row["non_binding"], row["decisions"])
        assert counts == ("1", "1", "1", "24")
    assert rows["education"]["binding_universal"] == "0"


def test_a_right_shows_its_provisions_by_force_with_holder_modality_confidence_and_author(client: FlaskClient) -> None:
    page = section(main_of(client, RIGHT), "provisions")
    places = [page.index(words) for words in ("Binding, universal<", "Binding, regional<", "Not binding<")]
    assert places == sorted(places)
    assert len(FORCES) == len(places)
    assert 'href="/instrument/icrmw/art/22.1">ICRMW, article 22(1)</a>' in page
    assert "No expulsion of groups" in page
    assert 'href="/vocabulary/holders/family-members"' in page
    assert "first coder, second coder" in page
    assert "The text says guarantee" in page


def test_tags_that_differ_in_the_group_only_stand_on_one_line(client: FlaskClient) -> None:
    page = section(main_of(client, "/vocabulary/rights/right-to-life"), "provisions")
    assert page.count("ICRMW, article 9</a>") == 1
    row = page.partition("ICRMW, article 9</a>")[2].partition("</tr>")[0]
    assert "migrant workers</a>, <a" in row.replace("family members of migrants</a>, <a", "migrant workers</a>, <a")


@pytest.mark.parametrize(
    ("narrowed", "left"),
    [
        ("holder=family-members", {("icrmw", "22.1")}),
        ("reach=regional", {("union-convention", "2")}),
        ("reach=universal", {("icrmw", "22.1"), ("gcm", "objective-21")}),
        ("text=Union", {("union-convention", "2")}),
    ],
)
def test_the_provisions_of_a_right_are_narrowed(client: FlaskClient, narrowed: str, left: set[tuple[str, str]]) -> None:
    rows = rows_of(client, f"{RIGHT}?{narrowed}&format=csv")
    assert {(row["instrument"], row["provision"]) for row in rows} == left


def test_a_right_shows_who_asserts_and_who_contests_custom(client: FlaskClient) -> None:
    page = section(main_of(client, RIGHT), "custom")
    assert "never a finding" in page
    assert page.index("Committee on Migrant Workers") < page.index("asserts")
    assert page.index("France") < page.index("contests")
    assert "Observation on groups" in page
    assert 'href="/source/small-register"' in page


def test_a_right_shows_comments_objectives_and_the_latest_twenty_decisions(client: FlaskClient) -> None:
    page = main_of(client, RIGHT)
    decisions = section(page, "decisions")
    assert decisions.count('<a href="/decision/') == 20
    assert "The latest 20 of 24." in decisions
    assert f'href="/decisions?right={RIGHT.rpartition("/")[2]}"' in decisions
    assert 'href="/vocabulary/gcm-objectives/21"' in section(page, "matches")
    assert "General comment No. 1" in section(main_of(client, "/vocabulary/rights/conditions-of-work"), "comments")


def test_a_group_of_rights_names_the_right_of_each_provision(client: FlaskClient) -> None:
    page = main_of(client, "/vocabulary/rights/protection-from-removal")
    assert "1 of them binding" not in section(page, "narrower")
    assert "2 of them binding" in section(page, "narrower")
    assert f'href="{RIGHT}"' in section(page, "provisions")


def test_a_group_of_persons_has_its_rights_and_those_of_narrower_groups(client: FlaskClient) -> None:
    page = main_of(client, "/vocabulary/holders/migrants")
    assert "right=collective-expulsion-prohibition#tags" in section(page, "rights")
    assert 'href="/instrument/icrmw/art/22.1"' in section(page, "tags")
    assert 'href="/instrument/iccpr/art/6"' not in page  # it names all persons
    found = client.get("/vocabulary/holders/migrants?format=json").get_json()["provisions"]
    assert {row["holder"] for row in found} == {"migrants", "migrant-workers", "family-members"}
    only = client.get("/vocabulary/holders/migrants?holder=migrants&format=json").get_json()["provisions"]
    assert {(row["instrument"], row["provision"]) for row in only} == {("gcm", "objective-21")}


def test_what_no_provision_gives_says_so(client: FlaskClient) -> None:
    assert "Nothing is on record." in main_of(client, "/vocabulary/holders/seafarers")
    assert "Nothing is on record." in main_of(client, "/vocabulary/rights/education")


def test_a_provision_shows_what_it_is_part_of_its_parts_and_its_neighbours(client: FlaskClient) -> None:
    page = main_of(client, "/instrument/icrmw/art/22")
    assert "Expulsion only case by case" in page
    assert "No text of an instrument is held here." in page
    assert 'href="https://depositary.example/IV-13" rel="external"' in page
    assert '<a href="/instrument/icrmw/art/22.5">article 22(5)</a>: Redress' in section(page, "parts")
    assert '<a href="/instrument/icrmw/art/9" rel="prev">' in page
    assert '<a href="/instrument/icrmw/art/22.1" rel="next">' in page
    part = main_of(client, "/instrument/icrmw/art/22.1?lang=fr")
    assert "Partie de" in part
    assert "Aucune expulsion de groupes" in part


def test_a_provision_shows_relations_from_its_own_side(client: FlaskClient) -> None:
    assert "narrower than" in section(main_of(client, "/instrument/icrmw/art/9"), "relations")
    page = section(main_of(client, "/instrument/iccpr/art/6"), "relations")
    assert "broader than" in page
    assert "ICRMW, article 9</a>" in page
    assert "content, holder" in page


def test_a_provision_shows_tags_grounds_comments_decisions_and_reservations(client: FlaskClient) -> None:
    page = main_of(client, "/instrument/icrmw/art/22.1")
    assert 'href="/source/small-depositary"' in section(page, "tags")
    assert 'href="/vocabulary/gcm-objectives/21"' in section(page, "grounding")
    assert "The latest 20 of 24." in section(page, "decisions")
    assert "General comment No. 1" in section(main_of(client, "/instrument/icrmw/art/25"), "comments")
    reserved = section(main_of(client, "/instrument/iccpr/art/27"), "statements")
    assert 'href="/party/FRA"' in reserved
    assert "1980-11-04" in reserved


def test_a_provision_that_is_only_named_has_a_page_that_says_so(client: FlaskClient) -> None:
    page = main_of(client, "/instrument/iccpr/art/4.1")
    assert "what it does is not described" in page
    assert "No right is tagged" in page


@pytest.mark.parametrize(
    ("asked", "page"),
    [
        ("/id/instrument/icrmw/art/22.5", "/instrument/icrmw/art/22.5"),
        ("/id/decision/s-1-2010", "/decision/s-1-2010"),
        ("/instrument/icrmw/art/22(5)", "/instrument/icrmw/art/22.5"),
        ("/instrument/IV-13/art/22.5", "/instrument/icrmw/art/22.5"),
        ("/instrument/icrmw/art/72.1", "/resource/instrument/icrmw/art/72.1"),
        ("/rights", "/vocabulary/rights"),
        ("/rights/interdiction%20des%20expulsions%20collectives", RIGHT),
        ("/holders", "/vocabulary/holders"),
        ("/holders/trabajadores%20migrantes", "/vocabulary/holders/migrant-workers"),
    ],
)
def test_each_thing_has_one_address_to_which_the_others_lead(client: FlaskClient, asked: str, page: str) -> None:
    answer = client.get(asked, headers={"Accept": "text/html"})
    assert answer.status_code in (301, 303)
    assert answer.headers["Location"] == page
    assert client.get(page).status_code == 200


@pytest.mark.parametrize(
    "address", ["/vocabulary/rights/none", "/holders/none", "/instrument/icrmw/art/99", "/decision/none"]
)
def test_what_there_is_not_is_404_in_words(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert "“none”" in answer.text or "“99”" in answer.text


def test_an_instrument_lists_its_provisions_folded_by_role(client: FlaskClient) -> None:
    page = main_of(client, "/instrument/icrmw/provisions")
    guarantee, procedure = page.index('<h2 id="guarantee">'), page.index('<h2 id="procedure">')
    assert "<details open>" in page[:guarantee]
    assert "<details>" in page[guarantee:procedure]
    assert "right-to-life" in page[guarantee:procedure]
    named = main_of(client, "/instrument/iccpr/provisions")
    assert "article 4(1)" in named[named.index('<h2 id="named">') :]
    rows = rows_of(client, "/instrument/icrmw/provisions?right=right-to-life&format=csv")
    assert [row["provision"] for row in rows] == ["9"]
    assert rows[0]["tags"].startswith("right-to-life/")
    assert 'href="/instrument/icrmw/provisions#guarantee"' in section(
        main_of(client, "/instrument/icrmw"), "provisions"
    )
    assert 'href="/instrument/gcm/provisions"' in main_of(client, "/instrument/gcm")


def test_an_objective_shows_its_grounds_by_role_and_the_compact_counts_them(client: FlaskClient) -> None:
    page = main_of(client, "/vocabulary/gcm-objectives/21")
    core, supporting = page.index('id="core"'), page.index('id="supporting"')
    assert core < page.index("ICRMW, article 22(1)</a>") < supporting < page.index("Doubtful")
    assert 'href="/vocabulary/customary-norms/no-collective-expulsion"' in section(page, "custom")
    assert 'href="/global-compact#objectives"' in page
    assert "rests on 2 provisions" in main_of(client, "/global-compact")


def test_decisions_are_narrowed_and_paged(client: FlaskClient) -> None:
    rows = rows_of(client, "/decisions?format=csv")
    assert len(rows) == 25
    assert rows[0]["delivered"] == "2011-03-04"
    assert [row["decision"] for row in rows_of(client, "/decisions?respondent=SEN&format=csv")] == ["s-25-2011"]
    assert len(rows_of(client, "/decisions?right=protection-from-removal&format=csv")) == 24
    assert len(rows_of(client, "/decisions?provision=icrmw+22&format=csv")) == 24
    assert len(rows_of(client, "/decisions?text=25/2011&format=csv")) == 1
    assert 'href="/decisions?body=cmw"' in main_of(client, "/body/cmw")
    assert 'href="/decisions?respondent=SEN"' in main_of(client, "/party/SEN")


def test_a_decision_shows_body_date_respondent_articles_and_whether_the_respondent_was_bound(
    client: FlaskClient,
) -> None:
    page = main_of(client, "/decision/s-25-2011")
    assert 'href="/body/cmw"' in page
    assert "4 March 2011" in page
    assert "violation found" in section(page, "provisions")
    state = section(page, "state")
    assert ">bound</td>" in state
    assert "2003-07-01" in state  # on 2 January 2009 the Convention had bound Senegal since its entry into force
    assert ">not bound</td>" in section(main_of(client, "/decision/s-1-2010"), "state")
    assert "cases.example" in page


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        ("ICRMW 22", "/id/instrument/icrmw/art/22"),
        ("CIDTM art. 22(5)", "/id/instrument/icrmw/art/22.5"),
        ("PIDCP 27", "/id/instrument/iccpr/art/27"),
        ("redress after", "/id/instrument/icrmw/art/22.5"),
        ("cultura de las minorias", "/id/instrument/iccpr/art/27"),
        ("interdiction des expulsions collectives", RIGHT),
        ("trabajadores migrantes", "/vocabulary/holders/migrant-workers"),
    ],
)
def test_search_finds_rights_groups_and_provisions_in_any_language(
    client: FlaskClient, asked: str, address: str
) -> None:
    found = client.get("/search", query_string={"q": asked, "format": "json"}).get_json()["found"]
    assert found[0]["iri"].endswith(address)


def test_a_norm_claimed_as_custom_shows_who_claims_what(client: FlaskClient) -> None:
    page = section(main_of(client, "/vocabulary/customary-norms/no-collective-expulsion"), "custom")
    assert "Letter to the Committee" in page
    assert page.count('<tr><th scope="row">') == 2
    assert "Nothing is on record." in main_of(client, "/vocabulary/customary-norms/no-slavery")
