"""The committed tables of parties are complete, consistent, and say where they are from."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from iml_graph import resources
from iml_graph.errors import DataError
from iml_graph.parties import PartyRecord, load_parties

FOLDER = resources.data() / "parties"
FORMER = {"SUN", "YUG", "SCG", "CSK", "DDR", "YAR", "YMD", "VDR", "RVN"}
TABLES = sorted(path.name for path in FOLDER.glob("*.csv"))


@pytest.fixture(scope="module")
def parties() -> dict[str, PartyRecord]:
    return load_parties(FOLDER)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in TABLES:
        (tmp_path / name).write_bytes((FOLDER / name).read_bytes())
    return tmp_path


def test_there_are_193_members_of_the_united_nations(parties: dict[str, PartyRecord]) -> None:
    members = [record for record in parties.values() if record.un_member_since]
    assert len(members) == 193
    # The number of members after each wave, from the UN's page on the growth of its membership.
    count = [sum(record.un_member_since[:4] <= year for record in members) for year in ("1945", "2006", "2011")]
    assert count[1:] == [192, 193]
    # Of the 51 original members, Czechoslovakia and Yugoslavia are no longer there.
    assert count[0] == 49


@pytest.mark.parametrize(
    ("code", "day"),
    [
        ("CHE", "2002-09-10"),
        ("TLS", "2002-09-27"),
        ("MNE", "2006-06-28"),
        ("SSD", "2011-07-14"),
        ("SRB", "2000-11-01"),
        ("DEU", "1973-09-18"),
        ("KOR", "1991-09-17"),
        ("PRK", "1991-09-17"),
        ("CZE", "1993-01-19"),
        ("TUV", "2000-09-05"),
    ],
)
def test_days_of_admission(parties: dict[str, PartyRecord], code: str, day: str) -> None:
    assert parties[code].un_member_since == day


@pytest.mark.parametrize(
    ("code", "day"),
    [
        ("HRV", "1991-10-08"),
        ("SVN", "1991-06-25"),
        ("BIH", "1992-03-06"),
        ("MKD", "1991-11-17"),
        ("SRB", "1992-04-27"),
        ("MNE", "2006-06-03"),
        ("CZE", "1993-01-01"),
        ("SVK", "1993-01-01"),
        ("SSD", "2011-07-09"),
        ("NAM", "1990-03-21"),
        ("ZMB", "1964-10-24"),
        ("VUT", "1980-07-30"),
    ],
)
def test_days_on_which_successions_take_effect(parties: dict[str, PartyRecord], code: str, day: str) -> None:
    assert parties[code].existed_from == day


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("VAT", "State"),
        ("PSE", "State"),
        ("COK", "State"),
        ("NIU", "State"),
        ("EUE", "RegionalIntegrationOrganization"),
        ("XKX", "OtherParticipant"),
        ("TWN", "OtherParticipant"),
        ("HKG", "Territory"),
        ("ANT", "Territory"),
    ],
)
def test_kinds_of_those_who_are_not_members(parties: dict[str, PartyRecord], code: str, kind: str) -> None:
    assert parties[code].kind == kind
    assert not parties[code].un_member_since


def test_former_states_end_where_their_successors_begin(parties: dict[str, PartyRecord]) -> None:
    ends = {code: record.existed_until for code, record in parties.items() if record.kind == "State"}
    assert {code for code, end in ends.items() if end} == FORMER
    assert ends["CSK"] == parties["CZE"].existed_from == parties["SVK"].existed_from
    assert ends["SCG"] == parties["MNE"].existed_from
    assert ends["YMD"] == ends["YAR"] == parties["YEM"].existed_from
    assert ends["YUG"] == parties["SCG"].existed_from


def test_successors_know_their_predecessors(parties: dict[str, PartyRecord]) -> None:
    assert {code for code, record in parties.items() if "YUG" in record.predecessors} == {
        "BIH",
        "HRV",
        "MKD",
        "SCG",
        "SVN",
    }
    assert parties["YEM"].predecessors == ("YAR", "YMD")
    assert parties["SRB"].predecessors == parties["MNE"].predecessors == ("SCG",)


def test_all_dates_are_days_in_order(parties: dict[str, PartyRecord]) -> None:
    for record in parties.values():
        spans = [(record.existed_from, record.existed_until)]
        spans += [(name.valid_from, name.valid_until) for name in record.dated_names]
        for start, end in spans:
            days = [date.fromisoformat(day) for day in (start, end) if day]
            assert days == sorted(set(days)), record.code


def test_no_state_was_admitted_before_it_began(parties: dict[str, PartyRecord]) -> None:
    early = {
        code
        for code, record in parties.items()
        if record.existed_from and record.un_member_since and record.un_member_since < record.existed_from
    }
    assert early == {"YEM"}  # its membership is that of the Yemen Arab Republic


def test_codes_are_unique_and_those_of_iso(parties: dict[str, PartyRecord]) -> None:
    for field in ("alpha2", "alpha3", "m49", "wikidata"):
        counts = Counter(getattr(record, field) for record in parties.values() if getattr(record, field))
        assert not [value for value, count in counts.items() if count > 1], field
    for code, record in parties.items():
        assert record.alpha3 in ("", code)
        assert record.alpha3 or code in {*FORMER, "ANT", "EUE", "XAL", "XKX"}
    assert parties["NAM"].alpha2 == "NA"


def test_wikidata_items_are_those_of_the_parties_and_not_of_places(parties: dict[str, PartyRecord]) -> None:
    items = {code: parties[code].wikidata for code in ("VAT", "NLD", "DNK", "PSE", "EUE", "NAM")}
    assert items == {
        "VAT": "Q159583",
        "NLD": "Q29999",
        "DNK": "Q756617",
        "PSE": "Q219060",
        "EUE": "Q458",
        "NAM": "Q1030",
    }


def test_every_party_is_named_in_three_languages(parties: dict[str, PartyRecord]) -> None:
    for code, record in parties.items():
        assert list(record.labels) == ["en", "fr", "es"], code
        assert "*" not in "".join(record.names()), code
        assert "'" not in record.labels["fr"] + record.formal.get("fr", ""), code
        assert "editorial" not in record.sources
        assert record.sources or code in FORMER, code


def test_names_are_the_current_ones(parties: dict[str, PartyRecord]) -> None:
    names = {
        "TUR": "Türkiye",
        "SWZ": "Eswatini",
        "NRU": "Naoero",
        "MKD": "North Macedonia",
        "CPV": "Cabo Verde",
        "NLD": "Netherlands (Kingdom of the)",
        "CIV": "Côte d'Ivoire",
        "CZE": "Czechia",
    }
    assert {code: parties[code].labels["en"] for code in names} == names
    assert parties["CIV"].formal["fr"] == "République de Côte d’Ivoire"
    assert parties["GBR"].labels["es"] == "Reino Unido de Gran Bretaña e Irlanda del Norte"


def test_regions_are_those_of_the_table_and_nest(parties: dict[str, PartyRecord]) -> None:
    with (FOLDER / "regions.csv").open(encoding="utf-8", newline="") as file:
        parents = {row["code"]: row["parent"] for row in csv.DictReader(file)}
    for code, record in parties.items():
        if record.subregion:  # the smallest area: a sub-region, or an intermediate one within it
            within = parents[record.subregion]
            assert record.region in (within, parents[within]), code
    without = {code for code, record in parties.items() if record.kind == "State" and not record.region}
    assert without == FORMER
    assert (parties["TWN"].region, parties["XKX"].region) == ("", "")


def test_one_actor_bore_two_names(parties: dict[str, PartyRecord]) -> None:
    first, second = parties["SCG"].dated_names
    assert first.labels["en"] == "Federal Republic of Yugoslavia"
    assert first.valid_until == second.valid_from == "2003-02-04"
    assert second.valid_until == parties["SCG"].existed_until


@pytest.mark.parametrize("name", TABLES)
def test_tables_are_sorted_with_plain_line_ends(name: str) -> None:
    text = (FOLDER / name).read_bytes().decode("utf-8")
    assert "\r" not in text
    assert text.endswith("\n")
    rows = list(csv.reader(text.splitlines()))
    assert rows[1:] == sorted(rows[1:])
    assert len({tuple(row) for row in rows}) == len(rows)


@pytest.mark.parametrize("name", TABLES)
def test_every_row_names_its_source_and_the_editorial_ones_their_confidence(name: str) -> None:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert row["source"], row
            if "editorial" in row["source"] and "confidence" in row and row.get("existed_from", "x"):
                assert row["confidence"] in ("high", "medium", "low"), row


def test_a_party_without_codes_is_refused(copy: Path) -> None:
    with (copy / "parties.csv").open("a", encoding="utf-8") as file:
        file.write("XYZ,State,,,,,,editorial,,\n")
    with pytest.raises(DataError, match="XYZ is not in"):
        load_parties(copy)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("ABW,Territory", "ABW,Island", "Island"),
        ("ABW,Territory,NLD", "ABW,Territory,NLX", "ABW refers to NLX"),
    ],
)
def test_a_contradiction_is_refused(copy: Path, old: str, new: str, message: str) -> None:
    table = copy / "parties.csv"
    table.write_text(table.read_text("utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(DataError, match=message):
        load_parties(copy)


def test_a_dated_name_of_nobody_is_refused(copy: Path) -> None:
    with (copy / "names.csv").open("a", encoding="utf-8") as file:
        file.write("XYZ,,,Old,Vieux,Viejo,,editorial\n")
    with pytest.raises(DataError, match="XYZ"):
        load_parties(copy)
