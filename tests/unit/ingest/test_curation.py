import csv
from datetime import date

import pytest

from iml_graph import resources
from iml_graph.errors import DataError
from iml_graph.ingest import normlex, uk_treaties
from iml_graph.ingest.curation import load_left_out, read_table
from iml_graph.parties import load_parties
from iml_graph.sources import load_sources

DATA = resources.data()


def table(name):
    with (DATA / "curation" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_line_is_left_out_alone_or_with_all_on_its_subject_and_participant():
    left_out = load_left_out("web-transcribed-nonun")
    assert ("ilo-c097", "COD") in left_out
    assert ("achr", "PRY", "acceptance_of_court_jurisdiction", "1993-03-11") in left_out


def test_a_source_has_its_own_lines_left_out_only():
    assert load_left_out("gcm") == {("gcm-champions", "Türkiye")}


def test_what_is_left_out_is_of_a_registered_source_and_has_a_reason():
    rows = table("left-out.csv")
    assert {row["source"] for row in rows} <= load_sources(DATA / "sources").keys()
    assert all(row["reason"] for row in rows)


@pytest.mark.parametrize("left", table("left-out.csv"), ids=lambda row: f"{row['subject']}-{row['participant']}")
def test_a_participant_that_is_left_out_is_not_among_the_rows_of_its_source(left):
    places = (DATA / folder / f"{left['subject']}.csv" for folder in ("memberships", "participation"))
    [path] = (path for path in places if path.is_file())
    with path.open(encoding="utf-8", newline="") as file:
        own = [row for row in csv.DictReader(file) if row["source"] == left["source"]]
    assert own
    if not left["action"]:
        assert left["participant"] not in {row["participant"] for row in own}


def test_a_table_of_other_columns_is_refused():
    with pytest.raises(DataError, match=r"left-out\.csv"):
        list(read_table("left-out.csv", ("source",)))


def test_successions_are_of_states_after_they_began_or_on_their_first_day():
    parties = load_parties(DATA / "parties")
    for code, day in normlex.load_successions():
        assert date.fromisoformat(day)
        assert parties[code].existed_from <= day, code


def test_parties_named_by_titles_are_parties_sorted_and_of_treaties_that_the_register_has():
    known = load_parties(DATA / "parties")
    with (DATA / "bilateral" / f"{uk_treaties.SOURCE}.csv").open(encoding="utf-8", newline="") as file:
        read = {row["register_id"]: row["parties"] for row in csv.DictReader(file)}
    for row in table("uk-treaties-parties.csv"):
        codes = row["parties"].split(";")
        assert codes == sorted(codes)
        assert set(codes) <= known.keys()
        assert read[row["register_id"]] == row["parties"]
