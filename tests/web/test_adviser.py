"""The pages for advisers give the answers of the command line, whole, linked and in every form."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable
from html import unescape

import pyoxigraph
import pytest
from flask import Flask
from flask.testing import FlaskClient
from iml_web import recent
from pyoxigraph import RdfFormat

from iml_graph import namespaces as ns
from iml_graph.export import additions, candidates, cover
from iml_graph.labels import LANGUAGES
from iml_graph.protection.advice import Adviser
from iml_graph.protection.minimum import minimum
from iml_graph.protection.ranking import rank

ON = "2026-02-03"


@pytest.fixture
def adviser(app: Flask) -> Adviser:
    return Adviser.open(app.config["STORE_PATH"])


@pytest.fixture
def rows(client: FlaskClient) -> Callable[[str], list[dict[str, str]]]:
    def read(address: str) -> list[dict[str, str]]:
        answer = client.get(f"{address}{'&' if '?' in address else '?'}on={ON}&lang=en&format=csv")
        assert answer.status_code == 200, answer.text
        return list(csv.DictReader(io.StringIO(answer.text)))

    return read


def text_of(client: FlaskClient, address: str) -> str:
    page = client.get(address)
    found = re.search(r"<main.*</main>", page.text, re.DOTALL)
    assert found, page.text
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", found[0]).split()))


def test_rights_are_those_of_the_adviser(
    adviser: Adviser, rows: Callable[[str], list[dict[str, str]]], client: FlaskClient
) -> None:
    view = adviser.view("FRA", ON)
    covers = view.cover()
    assert rows("/party/FRA/rights") == cover.cover_rows(covers, adviser.law, adviser.names)
    answer = json.loads(client.get(f"/party/FRA/rights?on={ON}&format=json&lang=en").text)
    assert answer["counts"] == cover.cover_counts(covers)


def test_each_line_has_its_class_in_a_word_and_links_to_articles_and_to_its_explanation(client: FlaskClient) -> None:
    page = client.get(f"/party/FRA/rights?on={ON}&lang=en").text
    line = page[page.index('<tr id="right-to-life">') :].partition("</tr>")[0]
    assert "cover-full" in line
    assert ">●</span> covered" in line
    assert f'href="/instrument/iccpr/art/6?lang=en&amp;on={ON}"' in line.replace(
        f"?on={ON}&amp;lang=en", f"?lang=en&amp;on={ON}"
    )
    assert "/party/FRA/rights/right-to-life?" in line


def test_an_unknown_line_tells_what_was_known_last(client: FlaskClient) -> None:
    page = client.get(f"/party/TTO/rights?on={ON}&lang=en").text
    line = page[page.index('<tr id="collective-expulsion-prohibition">') :].partition("</tr>")[0]
    assert "cover-unknown" in line
    assert "last known" in line or "no source is complete" in line


def test_rights_are_narrowed_by_group_and_by_holder(rows: Callable[[str], list[dict[str, str]]]) -> None:
    narrowed = rows("/party/FRA/rights?group=protection-from-removal")
    assert "collective-expulsion-prohibition" in {row["id"] for row in narrowed}
    assert len({row["group"] for row in narrowed}) == 1
    assert len(rows("/party/FRA/rights?holder=migrant-workers")) == len(rows("/party/FRA/rights"))


def test_a_hypothesis_shows_what_changes_with_what_was_before(
    adviser: Adviser, rows: Callable[[str], list[dict[str, str]]], client: FlaskClient
) -> None:
    changed = rows("/party/FRA/rights?what-if=icrmw")
    assert {row["id"] for row in changed} >= {"collective-expulsion-prohibition", "effective-remedy"}
    assert all(row["cover_before"] != row["cover"] for row in changed)
    assert len(rows("/party/FRA/rights?what-if=icrmw&show=all")) == len(adviser.law.rights.leaves())
    assert "As if France had joined" in text_of(client, f"/party/FRA/rights?what-if=icrmw&on={ON}&lang=en")


def test_instruments_ticked_in_the_form_become_one_list(client: FlaskClient) -> None:
    answer = client.get("/party/FRA/rights?what-if=icrmw&what-if=union-convention")
    assert (answer.status_code, answer.headers["Location"]) == (
        302,
        "/party/FRA/rights?what-if=icrmw,union-convention",
    )


def test_an_explanation_reaches_the_records_as_text_and_as_prov(client: FlaskClient) -> None:
    address = f"/party/SEN/rights/right-to-life?on={ON}&lang=en"
    text = text_of(client, address)
    assert "13 Feb 1978" in text
    assert "small-depositary" in text
    quads = list(pyoxigraph.parse(client.get(f"{address}&format=nt").data, format=RdfFormat.N_TRIPLES))
    derived = {q.object.value for q in quads if q.predicate.value == ns.PROV + "wasDerivedFrom"}
    assert any("/record/" in iri for iri in derived)
    assert any(iri.endswith("/source/small-depositary") for iri in derived)


def test_a_group_of_rights_leads_to_its_lines(client: FlaskClient) -> None:
    answer = client.get("/party/SEN/rights/protection-from-removal")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/party/SEN/rights?group=protection-from-removal")


def test_an_instrument_is_told_article_by_article(
    adviser: Adviser, rows: Callable[[str], list[dict[str, str]]], client: FlaskClient
) -> None:
    added = adviser.view("FRA", ON).adds("icrmw")
    assert rows("/party/FRA/adds/icrmw") == additions.addition_rows(added.additions, adviser.names)
    answer = json.loads(client.get(f"/party/FRA/adds/icrmw?on={ON}&format=json").text)
    assert len(answer["articles"]) + len(answer["untagged"]) == len(adviser.law.of("icrmw"))
    assert {"share", "share_equal"} <= answer.keys()


def test_weights_are_switched_and_both_shares_stay(client: FlaskClient) -> None:
    default, equal = (
        json.loads(client.get(f"/party/FRA/adds/icrmw?on={ON}&weights={each}&format=json").text)
        for each in ("default", "equal")
    )
    assert (default["weights"], equal["weights"]) == ("default", "equal")
    assert default["share_equal"] == equal["share_equal"] == equal["share"]


def test_candidates_are_ranked_with_their_steps_and_the_smallest_set_is_marked(
    adviser: Adviser, rows: Callable[[str], list[dict[str, str]]]
) -> None:
    view = adviser.view("FRA", ON)
    own = rows("/party/FRA/candidates")
    smallest = {row["id"] for row in own if row.pop("smallest_set")}
    assert own == candidates.candidate_rows(rank(view), adviser.names)
    assert smallest == set(minimum(view).instruments)


def test_the_road_has_the_step_the_day_of_entry_into_force_and_the_peers(client: FlaskClient) -> None:
    text = text_of(client, f"/party/FRA/road/icrmw?on={ON}&deposit=2026-06-15&lang=en")
    assert "Next step: sign and ratify, or accede" in text
    assert "2026-10-01" in text
    beside = text_of(client, f"/party/FRA/road/icrmw?on={ON}&peers=SEN,CIV&lang=en")
    assert "Senegal" in beside


def test_the_history_is_a_picture_with_its_words_and_a_table_of_the_same_numbers(client: FlaskClient) -> None:
    page = client.get(f"/party/SEN/history?on={ON}&lang=en").text
    picture = page[page.index("<svg") : page.index("</svg>")]
    assert 'role="img"' in picture
    assert "<title" in picture
    assert "Steps from 20 August 1960 to 3 February 2026" in picture
    moments = json.loads(client.get(f"/party/SEN/history?on={ON}&format=json").text)["moments"]
    assert [each["on"] for each in moments] == ["1960-08-20", "1975-01-01", "1978-05-13", "2003-07-01"]
    assert len({sum(value for key, value in each.items() if key != "on") for each in moments}) == 1
    assert all(f">{each['on']}</a>" in page for each in moments)


def test_what_changed_since_a_day_is_listed(rows: Callable[[str], list[dict[str, str]]]) -> None:
    changed = rows("/party/SEN/history?since=1999-01-01")
    assert ("1999-06-09", "accession", "icrmw") in {(row["on_day"], row["event"], row["id"]) for row in changed}
    assert "collective-expulsion-prohibition" in {row["id"] for row in changed}


def test_a_comparison_and_a_matrix_say_of_each_party_what_its_own_page_says(
    adviser: Adviser, rows: Callable[[str], list[dict[str, str]]]
) -> None:
    own = {code: {each.right: each.cover.value for each in adviser.view(code, ON).cover()} for code in ("SEN", "FRA")}
    for address in ("/compare?parties=SEN,FRA", "/matrix?group=list:SEN,FRA", "/matrix?group=SEN,FRA"):
        found = rows(address)
        assert {row["id"]: row["SEN"] for row in found} == own["SEN"]
        assert {row["id"]: row["FRA"] for row in found} == own["FRA"]


def test_a_matrix_has_the_members_of_the_day_and_is_sorted_by_its_address(
    rows: Callable[[str], list[dict[str, str]]],
) -> None:
    found = rows("/matrix?group=union")
    codes = [column for column in found[0] if re.fullmatch("[A-Z]{3}", column)]
    assert "FRA" in codes
    place = ["full", "indirect", "limited", "unknown", "customary-asserted", "soft-only", "none"].index
    ordered = [place(row["FRA"]) for row in rows("/matrix?group=union&sort=FRA")]
    assert ordered == sorted(ordered)


def test_instruments_are_compared_by_status(rows: Callable[[str], list[dict[str, str]]]) -> None:
    for address in ("/compare?parties=SEN,FRA&by=instrument", "/matrix?group=SEN,FRA&by=instrument"):
        found = {row["id"]: row for row in rows(address)}
        assert found["icrmw"]["SEN"] == "party"
        assert found["icrmw"]["FRA"] == "eligible-no-action"


def test_a_corridor_tells_what_binds_both_ends(client: FlaskClient) -> None:
    answer = json.loads(client.get(f"/corridor?from=SEN&to=FRA&on={ON}&format=json").text)
    rights = {each["right"]: each for each in answer["rights"]}
    assert rights["right-to-life"]["state"] == "both"
    assert "iccpr/6" in rights["right-to-life"]["common"]


def test_a_table_is_a_workbook_whose_formulas_are_text(client: FlaskClient, data_address: str) -> None:
    answer = client.get(f"{data_address}{'&' if '?' in data_address else '?'}format=xlsx&lang=en")
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].endswith(".xlsx")
    with zipfile.ZipFile(io.BytesIO(answer.data)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert sheet.count("<row ") >= 2
    assert "<f>" not in sheet


def test_a_workbook_is_the_same_bytes_each_time(client: FlaskClient) -> None:
    address = f"/party/FRA/rights?on={ON}&format=xlsx"
    assert client.get(address).data == client.get(address).data


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/party/ABW/rights", 400, "territory"),
        ("/party/ABW/history", 400, "territory"),
        ("/party/SUN/candidates", 400, "ceased to exist"),
        ("/party/SEN/rights?on=1950-01-01", 400, "did not exist"),
        ("/party/SEN/rights?on=1950-13-01", 400, "not a date"),
        ("/party/SEN/road/icrmw?deposit=soon", 400, "not a date"),
        ("/party/SEN/history?since=2030-01-01", 400, "ends on"),
        ("/party/SEN/rights/right-to-lif", 404, "right to life"),
        ("/party/SEN/rights?holder=nobody-at-all", 404, "nobody-at-all"),
        ("/party/SEN/rights?what-if=union-convention", 400, "not open to Senegal"),
        ("/party/SEN/rights?what-if=gcm", 400, "binds nobody"),
        ("/party/SEN/rights?what-if=" + ",".join(["icrmw"] * 13), 400, "At most 12"),
        ("/party/SEN/adds/gcm", 400, "binds nobody"),
        ("/party/SEN/adds/no-such-instrument", 404, "no-such-instrument"),
        ("/party/SEN/adds/icrmw?weights=heavy", 400, "default, equal"),
        ("/party/SEN/candidates?by=luck", 400, "new, rights, share"),
        ("/party/SEN/road/gcm", 400, "nothing to join"),
        ("/party/SEN/road/icrmw?peers=atlantis", 404, "atlantis"),
        ("/compare?parties=SEN,FRA,CIV,IRQ,NLD,TTO,PSE", 400, "2 to 6"),
        ("/compare?parties=SEN,Nowhere", 404, "Nowhere"),
        ("/compare?parties=SEN,ABW", 400, "territory"),
        ("/matrix?group=atlantis", 404, "atlantis"),
        ("/matrix?group=list:SEN,XXX", 404, "XXX"),
        ("/matrix?group=" + ",".join(["SEN"] * 252), 400, "at most 250"),
        ("/matrix?group=union&sort=SEN", 400, "sort"),
        ("/corridor?from=SEN&to=SEN", 400, ""),
        ("/corridor?from=SEN&to=Nowhere", 404, "Nowhere"),
    ],
)
def test_what_cannot_be_answered_is_refused_in_a_sentence(
    client: FlaskClient, address: str, status: int, said: str
) -> None:
    answer = client.get(f"{address}{'&' if '?' in address else '?'}lang=en")
    assert answer.status_code == status
    assert said in unescape(answer.text)


@pytest.mark.parametrize(
    ("address", "suggested"),
    [
        ("/party/Senegall/rights/right-to-life", "/party/Senegal/rights/right-to-life"),
        ("/compare?parties=FRA,Senegall", "/compare?parties=FRA,Senegal"),
        ("/corridor?from=Senegall&to=FRA", "/corridor?from=Senegal&to=FRA"),
    ],
)
def test_a_suggestion_stands_where_the_unknown_name_stood(client: FlaskClient, address: str, suggested: str) -> None:
    links = {unescape(each).replace("%2C", ",") for each in re.findall(r'href="([^"]+)"', client.get(address).text)}
    assert suggested in links


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_instrument_that_is_not_open_is_refused_with_the_clause(client: FlaskClient, lang: str) -> None:
    answer = client.get(f"/party/SEN/rights?what-if=union-convention&on={ON}&lang={lang}")
    assert answer.status_code == 400


@pytest.mark.parametrize("form", ["html", "md", "docx"])
def test_a_briefing_is_served_as_a_file(client: FlaskClient, form: str) -> None:
    answer = client.get(f"/party/FRA/brief.{form}?on={ON}&lang=fr")
    assert answer.status_code == 200
    assert answer.headers["Content-Language"] == "fr"
    assert answer.data.startswith(b"PK") == (form == "docx")


@pytest.mark.parametrize(("address", "said"), [("/party/EUE/brief.md", "State"), ("/party/FRA/brief.odt", "docx")])
def test_a_briefing_that_there_is_not_is_refused(client: FlaskClient, address: str, said: str) -> None:
    answer = client.get(f"{address}?lang=en")
    assert answer.status_code == 400
    assert said in answer.text


def test_a_party_page_leads_to_all_that_advisers_ask(client: FlaskClient) -> None:
    page = client.get("/party/SEN").text
    for address in ("/party/SEN/rights", "/party/SEN/candidates", "/party/SEN/gaps", "/party/SEN/history", "/compare"):
        assert f'href="{address}' in page


@pytest.mark.parametrize(
    ("asked", "page"),
    [
        ("/rights/right-to-life/of?party=Senegal", "/party/SEN/rights/right-to-life"),
        ("/rights/right-to-life/SEN?what-if=icrmw", "/party/SEN/rights/right-to-life?what-if=icrmw"),
        ("/instrument/icrmw/of?party=France&to=adds", "/party/FRA/adds/icrmw"),
        ("/instrument/icrmw/of?party=fr&to=road&lang=fr", "/party/FRA/road/icrmw?lang=fr"),
    ],
)
def test_forms_on_rights_and_instruments_lead_to_the_page_of_a_party(
    client: FlaskClient, asked: str, page: str
) -> None:
    assert client.get(asked).headers["Location"] == page


def test_only_the_latest_long_answers_are_kept_and_each_is_worked_out_once() -> None:
    kept, asked = recent.Recent(), []
    for number in range(recent.KEPT + 5):
        kept.get(number, lambda number=number: asked.append(number) or number)  # type: ignore[misc]
    assert kept.get(recent.KEPT, lambda: -1) == recent.KEPT
    assert kept.get(0, lambda: -1) == -1
    assert len(asked) == recent.KEPT + 5


def test_who_waits_too_long_for_a_turn_is_told_to_come_back(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recent, "WAITED", 0.01)
    kept = recent.Recent()

    def nested(depth: int) -> int:
        return depth if depth > recent.AT_ONCE else kept.get(depth, lambda: nested(depth + 1))

    with app.test_request_context("/?lang=en"), pytest.raises(recent.BusyError, match="again in a minute"):
        nested(0)
