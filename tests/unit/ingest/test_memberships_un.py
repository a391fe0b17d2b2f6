import json

import pytest

from iml_graph.errors import SourceFormatError
from iml_graph.ingest import memberships_un


@pytest.fixture
def rows(codes, write):
    def _rows(*members):
        text = json.dumps({"countries": [{"country": name, "date": day} for name, day in members]})
        return list(memberships_un.read(write(memberships_un.FILES[0], text), codes))

    return _rows


def test_an_admission_has_its_day(rows):
    [row] = rows(("Albania", "14 December 1955"))
    assert (row.organization, row.party, row.event, row.date) == ("un", "ALB", "admission", "1955-12-14")
    assert row.locator == "un_members.json countries[0]"


def test_a_date_that_is_none_is_named_with_its_place(rows):
    with pytest.raises(SourceFormatError, match=r"countries\[1\].*“soon” is not a date"):
        rows(("Albania", "14 December 1955"), ("Chad", "soon"))


def test_an_unknown_name_is_noted_with_its_place(rows, codes):
    rows(("Ruritania", "14 December 1955"))
    assert [str(name) for name in codes.unknown] == ["un_members.json, countries[0]: Ruritania"]


@pytest.mark.parametrize("text", ["{", "[]", '{"members": []}'])
def test_another_form_of_file_is_named(codes, write, text):
    with pytest.raises(SourceFormatError, match="is not the list of members"):
        list(memberships_un.read(write(memberships_un.FILES[0], text), codes))


def test_a_missing_file_is_named(codes, tmp_path):
    with pytest.raises(SourceFormatError, match="is missing"):
        list(memberships_un.read(tmp_path, codes))
