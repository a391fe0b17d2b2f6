from __future__ import annotations

from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest

from iml_graph.catalogue import Parameter, QueryFile, load_catalogue, query
from iml_graph.errors import BadInputError, DataError, UnknownNameError
from iml_graph.store import Iri

HEADER = """#+ title.en: Who is bound?
#+ title.fr: Qui est lié ?
#+ title.es: ¿Quién está obligado?
"""
TEXT = (
    HEADER
    + """#+ param: party party
#+ param: on date 2020-01-01
#+ param: lang lang en
#+ param: instrument instrument optional
#+ param: most integer 5
#+ param: group word optional
#+ answers: R2 W4
SELECT ?instrument (?lang AS ?l) (?most AS ?m) WHERE {
  ?instrument <http://example.org/binds> ?party, ?on
  FILTER(COALESCE(?group != "", true))
}
"""
)
PARTY = "https://w3id.org/iml-graph/id/party/"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "adviser").mkdir()
    (tmp_path / "adviser" / "bound.rq").write_text(TEXT, encoding="utf-8")
    (tmp_path / "adviser" / "all.rq").write_text(HEADER + "SELECT * {}", encoding="utf-8")
    return tmp_path


@pytest.fixture
def bound(folder: Path) -> QueryFile:
    return query("adviser/bound", folder)


def test_header_gives_title_parameters_and_answers(bound: QueryFile) -> None:
    assert bound.title["fr"] == "Qui est lié ?"
    assert bound.params[:2] == (Parameter("party", "party"), Parameter("on", "date", "2020-01-01"))
    assert bound.params[3] == Parameter("instrument", "instrument", optional=True)
    assert bound.answers == ("R2", "W4")


def test_the_library_is_in_the_order_of_identifiers(folder: Path) -> None:
    assert list(load_catalogue(folder)) == ["adviser/all", "adviser/bound"]


def test_bind_reads_each_type_and_fills_defaults(bound: QueryFile) -> None:
    assert bound.bind(party="sen", most="7", group="ECOWAS") == {
        "group": "ecowas",
        "party": Iri(PARTY + "SEN"),
        "on": date(2020, 1, 1),
        "lang": "en",
        "most": 7,
    }


def test_an_optional_parameter_stays_free_unless_given(bound: QueryFile) -> None:
    assert "instrument" not in bound.bind(party="SEN", instrument="")
    given = bound.bind(party="SEN", instrument="ICRMW")
    assert given["instrument"] == Iri("https://w3id.org/iml-graph/id/instrument/icrmw")


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("party", "Senegal", "three letters, like SEN"),
        ("party", "SEN> } #", "three letters, like SEN"),
        ("on", "03/02/2026", "YYYY-MM-DD"),
        ("lang", "de", "en, fr, es"),
        ("most", "many", "not a whole number"),
        ("instrument", "../icrmw", "not the identifier of an instrument"),
        ("colour", "red", "has no parameter “colour”. It takes party, on, lang, instrument, most, group."),
        ("group", 'ecowas" }', "not a short name"),
    ],
)
def test_bad_values_are_refused_with_what_is_accepted(bound: QueryFile, name: str, value: str, sentence: str) -> None:
    with pytest.raises(BadInputError, match=sentence):
        bound.bind(**{"party": "SEN", name: value})


def test_a_missing_parameter_is_named(bound: QueryFile) -> None:
    with pytest.raises(BadInputError, match="needs the parameter “party”"):
        bound.bind()


def test_an_example_has_every_parameter_filled_in_and_runs_as_it_is(bound: QueryFile) -> None:
    text = bound.example()
    assert "#+" not in text
    icrmw = "https://w3id.org/iml-graph/id/instrument/icrmw"
    day = '"2020-01-01"^^<http://www.w3.org/2001/XMLSchema#date>'
    store = ox.Store()
    store.update(
        f"INSERT DATA {{ <{icrmw}> <http://example.org/binds> <{PARTY}SEN>, {day} . "
        f"<a:other> <http://example.org/binds> <{PARTY}SEN>, {day} }}"
    )
    assert [row["instrument"].value for row in store.query(text)] == [icrmw]


def test_an_unknown_query_names_the_nearest(folder: Path) -> None:
    with pytest.raises(UnknownNameError, match="Did you mean adviser/bound"):
        query("adviser/bond", folder)


def test_an_identifier_never_leaves_the_library(folder: Path) -> None:
    (folder.parent / "outside.rq").write_text(TEXT, encoding="utf-8")
    with pytest.raises(UnknownNameError):
        query("../outside", folder)


@pytest.mark.parametrize(
    ("header", "sentence"),
    [
        (HEADER.replace("title.es", "titel.es"), "is no line of a header"),
        ("#+ title.en: Who?\n", "has no title.fr"),
        (HEADER + "#+ param: on day\n", "is not “name type default”"),
        (HEADER + "#+ answers: two\n", "is not the number of a question"),
    ],
)
def test_a_wrong_header_names_its_file(tmp_path: Path, header: str, sentence: str) -> None:
    (tmp_path / "adviser").mkdir()
    (tmp_path / "adviser" / "wrong.rq").write_text(header + "ASK {}", encoding="utf-8")
    with pytest.raises(DataError, match=f"queries/adviser/wrong.rq: .*{sentence}"):
        load_catalogue(tmp_path)
