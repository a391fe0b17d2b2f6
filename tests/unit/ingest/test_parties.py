"""The generated tables of parties, from small lists written here."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from iml_graph.errors import SourceFormatError, UnknownNameError
from iml_graph.ingest.parties import generate, strip_article, write

_M49 = ",".join(
    (
        *("Region Code", "Region Name", "Sub-region Code", "Sub-region Name", "Intermediate Region Code"),
        *("Intermediate Region Name", "Country or Area", "M49 Code", "ISO-alpha2 Code", "ISO-alpha3 Code"),
    )
)
_M49_ROWS = {
    "en": (
        "002,Africa,202,Sub-Saharan Africa,017,Middle Africa,Chad,148,TD,TCD",
        "019,Americas,419,Latin America,,,Aruba,533,AW,ABW",
    ),
    "fr": (
        "002,Afrique,202,Afrique subsaharienne,017,Afrique centrale,Tchad,148,TD,TCD",
        "019,Amériques,419,Am. latine,,,Aruba,533,AW,ABW",
    ),
    "es": (
        "002,África,202,África subsahariana,017,África central,Chad,148,TD,TCD",
        "019,Américas,419,Am. latina,,,Aruba,533,AW,ABW",
    ),
}
_UNTERM = {
    "ISO3166-1-Alpha-3": "TCD",
    "wikidata_id": "https://www.wikidata.org/wiki/Q657",
    "UNTERM English Short": "Chad",
    "UNTERM French Short": "Tchad (le)",
    "UNTERM Spanish Short": "Chad (el)",
    "UNTERM English Formal": "the Republic of Chad",
    "UNTERM French Formal": "la République du Tchad",
    "UNTERM Spanish Formal": "la República del Chad",
}
_GENERICODE = """<CodeList><SimpleCodeList><Row>
<Value ColumnRef="code"><SimpleValue>XKX</SimpleValue></Value>
<Value ColumnRef="eng_label"><SimpleValue>Kosovo</SimpleValue></Value>
<Value ColumnRef="spa_label"><SimpleValue>Kosovo</SimpleValue></Value>
</Row></SimpleCodeList></CodeList>"""


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    def write(name: str, text: str) -> None:
        path = tmp_path / "sources" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    for lang, rows in _M49_ROWS.items():
        write(f"unsd-m49-2024/UNSD-{lang}.csv", "\ufeff" + "\n".join((_M49, *rows)) + "\n")
    out = io.StringIO()
    writer = csv.DictWriter(out, _UNTERM)
    writer.writeheader()
    writer.writerow(_UNTERM)
    write("country-codes/country-codes.csv", out.getvalue())
    write("un-member-names-2026/data_un_names.csv", "un.name.en,un.name.fr,un.name.es\nTchad Republic,Tchad,Chad\n")
    members = [{"country": "Chad", "date": "20 September 1960"}]
    write("un-members-dates/un_members.json", json.dumps({"countries": members}))
    write("eu-country-authority/country_20260617.gc", _GENERICODE)
    return tmp_path / "sources"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "parties.csv").write_text("code\nXKX\nTCD\nABW\n", encoding="utf-8")
    (tmp_path / "aliases.csv").write_text("alias,code,source\nTchad Republic,TCD,editorial\n", encoding="utf-8")
    corrections = (
        "code,field,value,source,confidence,reason\nABW,wikidata,Q21203,editorial,high,\nABW,region,,editorial,high,\n"
    )
    (tmp_path / "corrections.csv").write_text(corrections, encoding="utf-8")
    return tmp_path


def _rows(text: str) -> dict[str, dict[str, str]]:
    return {row["code"]: row for row in csv.DictReader(io.StringIO(text))}


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Afghanistan (l')", "Afghanistan"),
        ("Bahamas (las)", "Bahamas"),
        ("Bahamas (Las)", "Bahamas"),
        ("Cook Islands (the) **", "Cook Islands"),
        ("the State of Palestine *", "State of Palestine"),
        ("l’État d’Israël", "État d'Israël"),
        ("los Estados Unidos Mexicanos", "Estados Unidos Mexicanos"),
        ("Iran (République islamique d’)", "Iran (République islamique d')"),
        ("Netherlands (Kingdom of the)", "Netherlands (Kingdom of the)"),
        ("Lesotho", "Lesotho"),
        ("El Salvador", "El Salvador"),
    ],
)
def test_articles_and_marks_are_taken_off(name: str, plain: str) -> None:
    assert strip_article(name) == plain


def test_codes_come_from_the_lists_with_their_sources(sources: Path, folder: Path) -> None:
    assert _rows(generate(sources, folder)["codes.csv"])["TCD"] == {
        "code": "TCD",
        "alpha2": "TD",
        "alpha3": "TCD",
        "m49": "148",
        "region": "002",
        "subregion": "017",
        "wikidata": "Q657",
        "un_member_since": "1960-09-20",
        "source": "country-codes;un-members-dates;unsd-m49-2024",
    }


def test_the_name_of_a_member_is_that_of_the_united_nations(sources: Path, folder: Path) -> None:
    chad = _rows(generate(sources, folder)["labels.csv"])["TCD"]
    assert (chad["short_en"], chad["short_fr"], chad["short_es"]) == ("Tchad Republic", "Tchad", "Chad")
    assert (chad["formal_en"], chad["formal_fr"]) == ("Republic of Chad", "République du Tchad")
    assert chad["source"] == "country-codes;un-member-names-2026"


def test_other_names_come_from_the_next_list_that_has_them(sources: Path, folder: Path) -> None:
    labels = _rows(generate(sources, folder)["labels.csv"])
    assert (labels["ABW"]["short_fr"], labels["ABW"]["source"]) == ("Aruba", "unsd-m49-2024")
    assert (labels["XKX"]["short_en"], labels["XKX"]["source"]) == ("Kosovo", "eu-country-authority")
    assert labels["XKX"]["short_fr"] == ""


def test_corrections_replace_and_take_away(sources: Path, folder: Path) -> None:
    aruba = _rows(generate(sources, folder)["codes.csv"])["ABW"]
    assert (aruba["wikidata"], aruba["region"], aruba["subregion"]) == ("Q21203", "", "419")
    assert aruba["source"] == "editorial;unsd-m49-2024"


def test_regions_know_their_parents(sources: Path, folder: Path) -> None:
    regions = _rows(generate(sources, folder)["regions.csv"])
    assert list(regions) == ["002", "017", "019", "202", "419"]
    assert (regions["202"]["parent"], regions["202"]["name_fr"]) == ("002", "Afrique subsaharienne")
    assert regions["017"]["parent"] == "202"


def test_the_region_of_a_party_is_the_smallest_that_has_it(sources: Path, folder: Path) -> None:
    assert _rows(generate(sources, folder)["codes.csv"])["TCD"]["subregion"] == "017"


def test_the_tables_are_sorted_and_the_same_each_time(sources: Path, folder: Path) -> None:
    tables = generate(sources, folder)
    assert tables == generate(sources, folder)
    assert list(_rows(tables["codes.csv"])) == ["ABW", "TCD", "XKX"]
    assert "\r" not in "".join(tables.values())


def test_a_member_that_is_no_party_is_refused(sources: Path, folder: Path) -> None:
    (folder / "aliases.csv").write_text("alias,code,source\n", encoding="utf-8")
    with pytest.raises(UnknownNameError, match="Tchad Republic"):
        generate(sources, folder)


def test_a_malformed_date_names_its_place(sources: Path, folder: Path) -> None:
    members = {"countries": [{"country": "Chad", "date": "in 1960"}]}
    (sources / "un-members-dates" / "un_members.json").write_text(json.dumps(members), encoding="utf-8")
    with pytest.raises(SourceFormatError, match=r"un_members.json, countries\[0\]"):
        generate(sources, folder)


def test_a_missing_list_is_named_and_nothing_is_written(sources: Path, folder: Path) -> None:
    (sources / "unsd-m49-2024" / "UNSD-fr.csv").unlink()
    with pytest.raises(SourceFormatError, match=r"UNSD-fr\.csv, file: is missing"):
        write(sources, folder)
    assert not (folder / "codes.csv").exists()


def test_all_tables_are_written(sources: Path, folder: Path) -> None:
    write(sources, folder)
    written = {
        name: (folder / name).read_bytes().decode("utf-8") for name in ("codes.csv", "labels.csv", "regions.csv")
    }
    assert written == generate(sources, folder)
