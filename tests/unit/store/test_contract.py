"""What every store does, embedded or remote: the same tests over both."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iml_graph.errors import QuerySyntaxError, StoreError
from iml_graph.namespaces import XSD
from iml_graph.store import Blank, Iri, Literal, Store

EX = "http://example.org/"
PREFIX = f"PREFIX ex: <{EX}>\n"


def test_select_gives_lexical_values_in_the_order_asked(store: Store) -> None:
    rows = store.select(PREFIX + "SELECT ?place ?opened { ?place ex:opened ?opened } ORDER BY DESC(?opened)")
    assert rows == [
        {"place": EX + "mole", "opened": "2004-01-01"},
        {"place": EX + "quai", "opened": "1998-05-26"},
    ]


def test_unbound_variables_are_none(store: Store) -> None:
    rows = store.select(PREFIX + "SELECT ?next ?none { ex:quai ex:opened ?day OPTIONAL { ex:quai ex:next ?next } }")
    assert rows == [{"next": None, "none": None}]


def test_select_terms_keep_language_and_datatype(store: Store) -> None:
    [row] = store.select_terms(
        PREFIX
        + 'SELECT ?place ?label ?opened { ?place ex:label ?label ; ex:opened ?opened FILTER(LANG(?label) = "en") }'
    )
    assert row["place"] == Iri(EX + "quai")
    assert isinstance(row["label"], Literal)
    assert (row["label"].value, row["label"].language) == ("Clock Quay", "en")
    assert row["opened"] == Literal("1998-05-26", datatype=XSD + "date")


def test_blank_nodes_are_told_from_iris(store: Store) -> None:
    [row] = store.select_terms(PREFIX + "SELECT ?shed { ex:dock ex:near ?shed }")
    assert isinstance(row["shed"], Blank)


def test_the_default_graph_is_the_union_of_named_graphs(store: Store) -> None:
    rows = store.select(PREFIX + "SELECT DISTINCT ?place { ?place ex:label|ex:rank ?any FILTER(isIRI(?place)) }")
    assert {row["place"] for row in rows} == {EX + "quai", EX + "mole", EX + "dock"}


def test_ask_answers_true_and_false(store: Store) -> None:
    assert store.ask(PREFIX + "ASK { ?place ex:rank 7 }") is True
    assert store.ask(PREFIX + "ASK { ?place ex:rank 8 }") is False


def test_construct_gives_each_triple_once(store: Store) -> None:
    triples = list(store.construct(PREFIX + "CONSTRUCT { ?p ex:rank ?r } WHERE { ?p ex:rank ?r FILTER(?r = 3) }"))
    assert triples == [(Iri(EX + "quai"), Iri(EX + "rank"), Literal("3", datatype=XSD + "integer"))]


def test_bindings_are_typed(store: Store) -> None:
    query = PREFIX + "SELECT ?place { ?place ex:opened ?day FILTER(?day < ?on) }"
    assert store.select(query, on=date(2000, 1, 1)) == [{"place": EX + "quai"}]
    assert store.ask(PREFIX + "ASK { ?place ex:rank ?rank }", rank=7)
    assert store.ask("ASK { FILTER(?yes) }", yes=True)


def test_a_bound_variable_may_be_projected_counted_grouped_and_ordered_by(store: Store) -> None:
    query = PREFIX + (
        "SELECT ?place (COUNT(DISTINCT ?l) AS ?labels) WHERE { ?place ex:label ?l } GROUP BY ?place ORDER BY ?place"
    )
    assert store.select(query, place=Iri(EX + "quai")) == [{"place": EX + "quai", "labels": "2"}]


def test_a_binding_reaches_nested_queries(store: Store) -> None:
    query = PREFIX + "SELECT ?l { { SELECT ?l { ?place ex:label ?l } ORDER BY ?l LIMIT 1 } }"
    assert store.select(query, place=Iri(EX + "mole")) == [{"l": "Môle"}]


def test_a_string_is_never_read_as_an_iri_or_as_syntax(store: Store) -> None:
    attack = '<http://example.org/quai> ?p ?o } # "'
    assert store.select("SELECT ?text { BIND(?given AS ?text) }", given=attack) == [{"text": attack}]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30))
def test_any_text_comes_back_as_it_went_in(store: Store, text: str) -> None:
    assert store.select("SELECT (STR(?given) AS ?text) {}", given=text) == [{"text": text}]


def test_what_is_no_iri_is_not_bound(store: Store) -> None:
    with pytest.raises(ValueError, match="is not an IRI"):
        store.ask("ASK { ?place ?p ?o }", place=Iri("http://example.org/> ?p ?o } #"))


def test_a_binding_that_the_query_lacks_is_an_error(store: Store) -> None:
    with pytest.raises(ValueError, match=r"no variable \?plcae"):
        store.ask("ASK { ?place ?p ?o }", plcae="x")


def test_text_that_is_not_sparql_is_a_syntax_error(store: Store) -> None:
    with pytest.raises(QuerySyntaxError):
        store.select("SELECT ?x WHERE { ?x ?y }")


def test_the_wrong_form_of_query_is_a_type_error(store: Store) -> None:
    with pytest.raises(TypeError):
        store.select("ASK {}")
    with pytest.raises(TypeError):
        store.ask("SELECT * {}")


def test_a_closed_store_says_so(store: Store) -> None:
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.ask("ASK {}")
