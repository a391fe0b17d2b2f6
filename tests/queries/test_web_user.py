"""What a visitor of the browser asks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from iml_graph.catalogue import query
from iml_graph.store import Store

Rows = list[dict[str, str]]
Ask = Callable[..., Rows]
Table = Callable[[str], Rows]


@pytest.mark.answers("W1")
def test_what_an_instrument_is_is_told_in_each_language(ask: Ask) -> None:
    # Titles as the United Nations publish them: A/RES/45/158, in English, French and Spanish.
    words = {"en": "Migrant Workers", "fr": "travailleurs migrants", "es": "trabajadores migratorios"}
    for lang, word in words.items():
        rows = [row for row in ask("researcher/instruments", lang=lang) if row["mtdsg"] == "IV-13"]
        assert rows, lang
        assert all(word in row["title"] and row["kind"] and row["branch_label"] for row in rows)
    (committee,) = {row["label"] for row in ask("explorer/bodies", lang="fr") if row["body"] == "ced"}
    assert committee == "Comité des disparitions forcées"


@pytest.mark.answers("W1")
def test_how_many_are_bound_and_with_how_many_statements_is_told(ask: Ask, expected: Table) -> None:
    (printed,) = [row for row in expected("printed-counts") if row["instrument"] == "icrmw"]
    (counted,) = [row for row in ask("explorer/bound-counts", on="2026-02-03") if row["instrument"] == "icrmw"]
    assert counted["parties"] == printed["parties"]
    facts = {row["property"]: row["value"] for row in ask("explorer/instrument-facts", instrument="icrmw", lang="fr")}
    assert facts["enteredIntoForceOn"] == "2003-07-01"  # GGO row 1313
    statements = {row["type"]: row["statements"] for row in ask("explorer/statement-counts", instrument="icrmw")}
    assert statements["objection"] == "1"  # page IV-13, "Objections": Mexico to Venezuela
    kinds = {row["concept"]: row["label"] for row in ask("explorer/concepts", lang="es")}
    assert kinds["accession"] == "adhesión"


@pytest.mark.answers("W2")
def test_whether_a_party_is_bound_and_since_when_is_told(ask: Ask) -> None:
    (span,) = ask("researcher/intervals", actor="SEN", instrument="icrmw")
    assert (span["start"], span["until"]) == ("2003-07-01", "")  # GGO row 1313
    assert not ask("researcher/intervals", actor="USA", instrument="refugee-1951")


@pytest.mark.answers("W2")
def test_a_party_that_nobody_described_is_not_found(graph: Store) -> None:
    described = query("explorer/is-described")
    assert graph.ask(described.text, **described.bind(thing="SEN"))
    assert not graph.ask(described.text, **described.bind(thing="QQQ"))


@pytest.mark.answers("W10")
@pytest.mark.parametrize(
    ("name", "thing"),
    [("CIDTM", "icrmw"), ("ICRMW", "icrmw"), ("IV-13", "icrmw"), ("Swaziland", "SWZ"), ("Türkiye", "TUR")],
)
def test_a_name_in_any_language_or_of_any_time_finds_its_thing(ask: Ask, name: str, thing: str) -> None:
    assert thing in {row["thing"] for row in ask("explorer/names") if row["name"] == name}


@pytest.mark.answers("W10")
def test_everything_has_one_label_in_each_language(ask: Ask) -> None:
    for lang in ("en", "fr", "es"):
        labels = {row["thing"]: row["label"] for row in ask("explorer/labels", lang=lang)}
        assert labels["TUR"] == {"en": "Türkiye", "fr": "Türkiye", "es": "Türkiye"}[lang]
        concepts = {row["concept"]: row["label"] for row in ask("explorer/concept-labels", lang=lang)}
        assert concepts["accession"] == {"en": "accession", "fr": "adhésion", "es": "adhesión"}[lang]


@pytest.mark.answers("W10")
def test_a_relation_has_a_name_from_its_other_end(ask: Ask) -> None:
    for lang, said in (("en", "is cited by"), ("fr", "est cité par"), ("es", "es citado por")):
        labels = {row["property"]: row["label"] for row in ask("explorer/inverse-labels", lang=lang)}
        assert labels["http://data.europa.eu/eli/ontology#cites"] == said


@pytest.mark.answers("W11")
def test_a_release_says_its_number_and_how_new_its_data_are(ask: Ask) -> None:
    (release,) = ask("maintainer/release")
    assert release["release"]
    assert release["data_date"] >= "2026-02-03"  # "STATUS AS AT" of the depositary's pages


@pytest.mark.answers("W12")
@pytest.mark.parametrize(("name", "given"), [("party", {"party": "SEN"}), ("instrument", {"instrument": "icrmw"})])
def test_what_a_page_shows_can_be_had_as_a_graph(graph: Store, name: str, given: dict[str, str]) -> None:
    record = query(f"explorer/{name}-record")
    subjects = {str(triple[0]) for triple in graph.construct(record.text, **record.bind(**given))}
    assert any(subject.rstrip("')\"").endswith(next(iter(given.values()))) for subject in subjects)


@pytest.mark.answers("W14")
def test_each_source_says_as_of_when_it_is(ask: Ask) -> None:
    as_of = {row["identifier"]: row["as_of"] for row in ask("explorer/sources")}
    assert as_of["untc-ch4-2026-02"] == "2026-02-03"
    counts = {row["kind"]: int(row["count"]) for row in ask("explorer/counts")}
    assert counts["sources"] == len(as_of)
