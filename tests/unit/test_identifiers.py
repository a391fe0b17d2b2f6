"""Names resolve by exact folded match; the committed tables name every party once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iml_graph import resources
from iml_graph.errors import DataError, UnknownNameError
from iml_graph.identifiers import NameIndex, PartyNames, fold, fold_text

# Letters of the languages in which parties are named, and what stands around them in records.
_TEXT = st.text(alphabet=st.characters(max_codepoint=0x24F), max_size=40)


@pytest.fixture(scope="module")
def parties() -> PartyNames:
    return PartyNames.load(resources.data() / "parties")


@given(st.text(max_size=40))
def test_fold_changes_nothing_the_second_time(name: str) -> None:
    assert fold(fold(name)) == fold(name)
    assert fold_text(fold_text(name)) == fold_text(name)


@given(_TEXT)
def test_fold_ignores_case(name: str) -> None:
    assert fold(name.casefold()) == fold(name)
    assert fold(name.swapcase().casefold()) == fold(name.swapcase())


@given(st.text(alphabet="abcdeiounçz ", max_size=20), st.sampled_from("\u0301\u0300\u0302\u0308\u0303\u0327"))
def test_fold_ignores_accents(name: str, accent: str) -> None:
    assert fold("".join(letter + accent if letter != " " else letter for letter in name)) == fold(name)


@given(st.lists(st.integers(1, 99), min_size=1, max_size=5), st.sampled_from([" ", "", "* "]))
def test_fold_drops_the_digits_of_footnotes(numbers: list[int], between: str) -> None:
    assert fold(f"Serbia{between}{', '.join(map(str, numbers))}") == "serbia"


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("The former Yugoslav Republic of Macedonia", "former yugoslav republic of macedonia"),
        ("Bahamas (The)", "bahamas"),
        ("Netherlands (Kingdom of the) 12", "netherlands kingdom of"),
        ("Côte d’Ivoire", "cote d ivoire"),
        ("Guinea-Bissau", "guinea bissau"),
        ("Australia<superscript>2,3</superscript>", "australia"),
        ("Holy See *", "holy see"),
    ],
)
def test_fold_of_names_as_records_print_them(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_the_text_fold_keeps_a_number_that_belongs_to_the_name() -> None:
    index = NameIndex("instrument", {"refugee-1951": ["Refugee Convention"], "refugee-1967": []}, fold_text)
    assert index.resolve("Refugee 1967") == "refugee-1967"
    assert index.resolve("the refugee convention") == "refugee-1951"


# Codes from ISO 3166-1, written here and not taken from the tables.
@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Niger", "NER"),
        ("Níger", "NER"),
        ("Nigeria", "NGA"),
        ("Nigéria", "NGA"),
        ("Guinea", "GIN"),
        ("Guinée", "GIN"),
        ("Guinea-Bissau", "GNB"),
        ("Equatorial Guinea", "GNQ"),
        ("Guinea Ecuatorial", "GNQ"),
        ("Papua New Guinea", "PNG"),
        ("Papouasie-Nouvelle-Guinée", "PNG"),
        ("Congo", "COG"),
        ("Republic of the Congo", "COG"),
        ("Congo, Republic of the", "COG"),
        ("Democratic Republic of the Congo", "COD"),
        ("Congo, Democratic Republic of the", "COD"),
        ("République démocratique du Congo", "COD"),
        ("Zaire", "COD"),
        ("Dominica", "DMA"),
        ("Dominique", "DMA"),
        ("Dominican Republic", "DOM"),
        ("República Dominicana", "DOM"),
        ("Republic of Korea", "KOR"),
        ("Korea, South", "KOR"),
        ("Democratic People's Republic of Korea", "PRK"),
        ("Democratic People’s Republic of Korea", "PRK"),
        ("Corée du Nord", "PRK"),
        ("Yemen", "YEM"),
        ("Democratic Yemen", "YMD"),
        ("Yemen Arab Republic", "YAR"),
        ("Viet Nam", "VNM"),
        ("Republic of Viet Nam", "RVN"),
        ("Samoa", "WSM"),
        ("American Samoa", "ASM"),
        ("Ireland", "IRL"),
        ("Macao", "MAC"),
        ("Mauritania", "MRT"),
        ("Mauritius", "MUS"),
        ("Maurice", "MUS"),
        ("Slovakia", "SVK"),
        ("Slovenia", "SVN"),
        ("Austria", "AUT"),
        ("Australia", "AUS"),
        ("Sudan", "SDN"),
        ("South Sudan", "SSD"),
        ("Sint Maarten", "SXM"),
    ],
)
def test_names_that_look_alike_stay_apart(parties: PartyNames, name: str, code: str) -> None:
    assert parties.resolve(name) == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Serbia 4", "SRB"),
        ("Serbia and Montenegro", "SCG"),
        ("Federal Republic of Yugoslavia", "SCG"),
        ("Yugoslavia (former)", "YUG"),
        ("Yugoslavia (former) 4", "YUG"),
        ("Czech Republic", "CZE"),
        ("Czechia", "CZE"),
        ("Czechoslovakia", "CSK"),
        ("Germany 10, 34, 35", "DEU"),
        ("German Democratic Republic", "DDR"),
        ("Turkey", "TUR"),
        ("Türkiye", "TUR"),
        ("TГјrkiye", "TUR"),
        ("CГґte d'Ivoire", "CIV"),
        ("Nauru", "NRU"),
        ("Naoero", "NRU"),
        ("Swaziland", "SWZ"),
        ("Cape Verde", "CPV"),
        ("The former Yugoslav Republic of Macedonia", "MKD"),
        ("Netherlands", "NLD"),
        ("Netherlands (Kingdom of the)", "NLD"),
        ("Países Bajos", "NLD"),
        ("Holy See", "VAT"),
        ("Saint-Siège", "VAT"),
        ("State of Palestine", "PSE"),
        ("European Community", "EUE"),
        ("Unión Europea", "EUE"),
        ("ALG", "DZA"),
        ("sn", "SEN"),
        ("NA", "NAM"),
        ("Macau", "MAC"),
        ("Hong Kong Special Administrative Region", "HKG"),
        ("Falkland Islands (Malvinas) and Dependencies", "FLK"),
    ],
)
def test_old_names_footnotes_codes_and_territories_resolve(parties: PartyNames, name: str, code: str) -> None:
    assert parties.resolve(name) == code


@pytest.mark.parametrize("name", ["Congo (", "guinea bissau ", "  SÉNÉGAL", "viet-nam"])
def test_punctuation_spaces_and_case_do_not_matter(parties: PartyNames, name: str) -> None:
    assert parties.resolve(name) in {"COG", "GNB", "SEN", "VNM"}


@pytest.mark.parametrize("name", ["Nigeri", "Guinée-Bisau", "Koreas", "Congos", "", "12", "Zz"])
def test_a_name_that_is_only_similar_is_refused(parties: PartyNames, name: str) -> None:
    with pytest.raises(UnknownNameError):
        parties.resolve(name)


def test_an_unknown_name_comes_with_the_nearest_ones(parties: PartyNames) -> None:
    with pytest.raises(UnknownNameError) as caught:
        parties.resolve("Sengal")
    assert caught.value.suggestions[0] == "Senegal"
    assert len(caught.value.suggestions) <= 3
    assert "Did you mean Senegal" in str(caught.value)


def test_each_party_is_suggested_once() -> None:
    index = NameIndex("party", {"SEN": ["Senegal", "Sénégal", "Senegali"], "SRB": ["Serbia"]})
    with pytest.raises(UnknownNameError) as caught:
        index.resolve("Senegall")
    assert caught.value.suggestions == ("Senegal",)


def test_labels_in_three_languages(parties: PartyNames) -> None:
    assert [parties.label("DEU", lang) for lang in ("en", "fr", "es")] == ["Germany", "Allemagne", "Alemania"]
    assert parties.label("SLV") == "El Salvador"
    assert parties.label("NLD", "fr") == "Pays-Bas (Royaume des)"
    with pytest.raises(UnknownNameError):
        parties.label("XXX")


def test_a_name_for_two_identifiers_is_refused() -> None:
    with pytest.raises(DataError, match=r"both COG and COD"):
        NameIndex("party", {"COG": ["Congo"], "COD": ["The Congo"]})


def test_a_name_without_a_letter_is_refused() -> None:
    with pytest.raises(DataError, match="no letter"):
        NameIndex("party", {"COG": ["(the)"]})


def test_an_alias_of_a_party_that_is_not_there_is_refused(tmp_path: Path) -> None:
    for table in (resources.data() / "parties").glob("*.csv"):
        (tmp_path / table.name).write_bytes(table.read_bytes())
    with (tmp_path / "aliases.csv").open("a", encoding="utf-8") as file:
        file.write("Atlantis,ATL,editorial\n")
    with pytest.raises(DataError, match="Atlantis"):
        PartyNames.load(tmp_path)


def test_the_import_needs_nothing_heavy() -> None:
    heavy = "{'difflib', 'csv', 'lxml', 'pyoxigraph', 'rdflib'}"
    code = f"import sys, iml_graph.identifiers; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
