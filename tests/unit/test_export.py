"""Answers as objects and rows: the keys and words that programs rely on."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import Any

import pytest

from iml_graph import export
from iml_graph.gaps import find_gaps, party_gaps
from iml_graph.reading import read_concept_labels
from iml_graph.status import instrument_profile, party_profile
from iml_graph.store import Store
from iml_graph.terms import ActionType, GapKind, NextStep, Status

ON = "2026-02-03"
IDENTIFIERS = {
    *("icerd", "icescr", "icescr-op", "iccpr", "iccpr-op1", "iccpr-op2", "cedaw", "cedaw-op", "cat", "opcat"),
    *("crc", "crc-opac", "crc-opsc", "crc-opic", "icrmw", "crpd", "crpd-op", "cped"),
    *("refugee-1951", "refugee-1967", "statelessness-1954", "statelessness-1961"),
    *("untoc", "palermo-trafficking", "palermo-smuggling"),
}
STATUSES = {
    *("party", "party-not-in-force", "signatory", "former-party"),
    *("eligible-no-action", "not-eligible", "by-invitation", "unknown"),
    *("bound-by-incorporation", "bound-through-organization", "excepted", "not-yet-applicable"),
    "no-longer-bound",
}
KEYS = {
    *("instrument", "status", "mode", "signed", "deposited", "in_force_from", "until", "sources", "complete_as_of"),
}


def as_read(answer: export.Object) -> Any:
    """The answer as a program reads it back."""
    return json.loads(export.to_json(answer))


@pytest.fixture(scope="module")
def senegal(graph: Store) -> Any:
    return as_read(export.party_object(party_profile(graph, "SEN", ON, "en")))


@pytest.fixture(scope="module")
def icrmw(graph: Store) -> Any:
    return as_read(export.instrument_object(instrument_profile(graph, "icrmw", ON, "en")))


def test_a_party_object_names_party_day_and_release(senegal: Any) -> None:
    assert (senegal["party"], senegal["label"], senegal["kind"], senegal["on"]) == ("SEN", "Senegal", "State", ON)
    assert senegal["release"]
    assert date.fromisoformat(senegal["data_date"]) >= date(2026, 2, 3)


def test_each_instrument_has_the_promised_keys(senegal: Any) -> None:
    assert [line["instrument"] for line in senegal["instruments"] if not line.keys() >= KEYS] == []


def test_every_promised_instrument_is_there_once(senegal: Any) -> None:
    found = [line["instrument"] for line in senegal["instruments"]]
    assert set(found) >= IDENTIFIERS
    assert len(found) == len(set(found)) >= 30


def test_the_words_of_status_are_the_promised_ones(senegal: Any) -> None:
    assert {status.value for status in Status} == STATUSES
    assert {line["status"] for line in senegal["instruments"]} <= STATUSES
    modes = {line["mode"] for line in senegal["instruments"]} - {None}
    assert modes <= {action.value for action in ActionType}


def test_a_standing_reads_as_the_record(senegal: Any) -> None:
    (line,) = [line for line in senegal["instruments"] if line["instrument"] == "icrmw"]
    assert (line["status"], line["mode"], line["signed"]) == ("party", "accession", None)
    assert (line["deposited"], line["in_force_from"], line["until"]) == ("1999-06-09", "2003-07-01", None)
    assert line["intervals"] == [{"kind": "PartyInterval", "from": "2003-07-01", "until": None}]
    (act,) = line["history"]
    assert act["iri"].endswith("/id/action/icrmw/SEN/accession/1999-06-09")
    shown = {evidence["source"]: evidence["shown"] for evidence in act["evidence"]}
    assert shown["untc-ch4-2026-02"].split() == ["9", "Jun", "1999", "a"]


def test_spans_of_territories_are_not_those_of_the_party(tiny_graph: Store) -> None:
    answer = as_read(export.party_object(party_profile(tiny_graph, "BBB", "2020-12-31", "en")))
    (tidal,) = [line for line in answer["instruments"] if line["instrument"] == "tidal"]
    assert [span["kind"] for span in tidal["intervals"]] == ["PartyInterval"]


def test_dates_are_iso_or_null(senegal: Any) -> None:
    for line in senegal["instruments"]:
        for key in ("signed", "deposited", "in_force_from", "until", "complete_as_of"):
            assert line[key] is None or date.fromisoformat(line[key]).isoformat() == line[key]


def test_a_dispute_says_what_was_adopted_and_why(tiny_graph: Store) -> None:
    answer = as_read(export.party_object(party_profile(tiny_graph, "AAA", "2020-12-31", "en")))
    (tidal,) = [line for line in answer["instruments"] if line["instrument"] == "tidal"]
    (dispute,) = tidal["disputes"]
    assert (dispute["adopted"], dispute["stated"], dispute["source"]) == ("1984-01-10", "1984-01-11", "tiny-check")
    assert dispute["adjudicated"] is True
    borealia = as_read(export.party_object(party_profile(tiny_graph, "BBB", "2020-12-31", "en")))
    assert [d["adjudicated"] for line in borealia["instruments"] for d in line["disputes"]] == [False]


def test_an_instrument_object_counts_and_lists_its_parties(icrmw: Any) -> None:
    assert (icrmw["instrument"], icrmw["on"], icrmw["adopted"]) == ("icrmw", ON, "1990-12-18")
    assert set(icrmw["counts"]) == STATUSES
    assert icrmw["counts"]["party"] == len(icrmw["parties"]) == 60
    assert sum(icrmw["counts"].values()) == len(icrmw["parties"]) + len(icrmw["others"])
    (senegal,) = [line for line in icrmw["parties"] if line["code"] == "SEN"]
    assert (senegal["since"], senegal["mode"]) == ("2003-07-01", "accession")


def test_an_instrument_object_says_whether_it_is_in_force(graph: Store, icrmw: Any) -> None:
    before = as_read(export.instrument_object(instrument_profile(graph, "icrmw", "2003-06-30", "en")))
    assert (before["in_force"], icrmw["in_force"]) == (False, True)
    assert (before["parties"], before["entered_into_force"]) == ([], "2003-07-01")


def test_a_gaps_object_has_the_shape_of_a_party_with_gaps(graph: Store) -> None:
    answer = as_read(export.gaps_object(party_gaps(graph, "USA", ON, "en")))
    assert (answer["party"], answer["on"]) == ("USA", ON)
    assert answer["release"]
    lines = answer["gaps"]
    assert [line["instrument"] for line in lines if not line.keys() >= KEYS | {"gap", "step", "first"}] == []
    assert {line["gap"] for line in lines} <= {kind.value for kind in GapKind}
    assert {line["step"] for line in lines} <= {step.value for step in NextStep}
    (protocol,) = [line for line in lines if line["instrument"] == "cedaw-op"]
    assert (protocol["step"], protocol["first"]) == ("join-parent-first", ["cedaw"])


def test_json_keeps_accents_and_ends_with_a_line(tiny_graph: Store) -> None:
    text = export.to_json(export.party_object(party_profile(tiny_graph, "AAA", "2020-12-31", "fr")))
    assert "Ardénie" in text
    assert text.endswith("}\n")


@pytest.mark.parametrize(
    ("lang", "status", "mode"),
    [("en", "party", "ratification"), ("fr", "partie", "ratification"), ("es", "parte", "ratificación")],
)
def test_rows_speak_the_language(tiny_graph: Store, lang: str, status: str, mode: str) -> None:
    names = read_concept_labels(tiny_graph, lang)
    rows = export.party_rows(party_profile(tiny_graph, "AAA", "2020-12-31", lang), names)
    (row,) = [row for row in rows if row["id"] == "tidal"]
    assert (row["status"], row["mode"], row["deposited"]) == (status, mode, "1984-01-10")


def test_rows_fill_every_column_with_text(tiny_graph: Store) -> None:
    names = read_concept_labels(tiny_graph, "en")
    profile = party_profile(tiny_graph, "NNN", "2020-12-31", "en")
    tables = {
        export.PARTY_COLUMNS: export.party_rows(profile, names),
        export.GAP_COLUMNS: export.gap_rows(find_gaps(profile), names),
        export.STANDING_COLUMNS: export.instrument_rows(
            instrument_profile(tiny_graph, "tidal", "2020-12-31", "en"), names
        ),
    }
    for columns, rows in tables.items():
        assert rows
        assert all(isinstance(row[column], str) for row in rows for column in columns)


def test_rows_of_an_instrument_leave_out_who_did_nothing(tiny_graph: Store) -> None:
    profile = instrument_profile(tiny_graph, "tidal-op", "2020-12-31", "en")
    codes = [row["code"] for row in export.instrument_rows(profile, read_concept_labels(tiny_graph, "en"))]
    assert codes == ["AAA", "BBB", "XXX"]  # signed; unknown; unknown


def test_csv_is_read_back_as_it_was() -> None:
    rows = [{"a": 'with "quotes", commas\nand lines', "b": "é", "c": "left out"}, {"a": "", "b": "x"}]
    text = export.to_csv(rows, ("b", "a"))
    assert text.startswith("b,a\n")
    assert list(csv.DictReader(io.StringIO(text, newline=""))) == [{"b": r["b"], "a": r["a"]} for r in rows]


def test_every_name_that_the_package_gives_is_that_of_one_of_its_modules() -> None:
    assert all(hasattr(export, name) for name in export.__all__)
    with pytest.raises(AttributeError):
        _ = export.nothing
