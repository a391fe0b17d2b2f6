import json

import pytest

from iml_graph.errors import SourceFormatError
from iml_graph.ingest import mtdsg_counts


def facts(**changed):
    return {
        "mtdsg_no": "IV-11",
        "_fetched_at": "2026-04-13T06:50:07+00:00",
        "signatories_count": 1,
        "parties_count": 2,
        "participants": ["Austria<superscript>3</superscript>", "Albania"],
        **changed,
    }


def read(write, codes, *entries):
    return list(mtdsg_counts.read_counts(write("facts.json", json.dumps(entries)), codes))


def test_numbers_and_participants_are_read(write, codes):
    [count] = read(write, codes, facts())
    assert (count.instrument, count.as_of, count.signatories, count.parties) == ("crc", "2026-04-13", "1", "2")
    assert count.participants == "ALB;AUT"


def test_a_number_that_is_not_printed_is_unknown_and_not_nought(write, codes):
    assert read(write, codes, facts(signatories_count=None))[0].signatories == ""


def test_treaties_of_other_chapters_are_left_out(write, codes):
    assert read(write, codes, facts(mtdsg_no="I-1", participants=["Ruritania"])) == []


def test_unknown_participants_are_noted(write, codes):
    read(write, codes, facts(participants=["Ruritania"]))
    assert [str(name) for name in codes.unknown] == ["facts.json, IV-11: Ruritania"]


@pytest.mark.parametrize("text", ["{", "[1]", '[{"title": "x"}]'])
def test_a_file_of_another_form_is_named(write, codes, text):
    with pytest.raises(SourceFormatError, match=r"facts\.json"):
        list(mtdsg_counts.read_counts(write("facts.json", text), codes))
