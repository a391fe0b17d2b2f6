"""What an instrument is: its facts in the language asked for, and the vote on it."""

from __future__ import annotations

import pytest

from iml_graph.entries import read_entry
from iml_graph.errors import UnknownNameError
from iml_graph.store import Store


def test_a_declaration_has_its_kind_its_relations_and_its_vote(tiny_graph: Store) -> None:
    entry = read_entry(tiny_graph, "tide-declaration", "fr")
    facts = {fact.property: fact for fact in entry.facts}
    assert entry.instrument.title == "Déclaration sur les marées"
    assert facts["type_document"].values == ("déclaration",)
    assert facts["implements"].values == ("Convention sur les marées",)
    assert entry.vote is not None
    assert (entry.vote.on, entry.vote.cast) == ("2001-06-01", {"yes": 1, "no": 0, "abstention": 1})
    assert entry.vote.not_recorded == 1  # Cascadia: the other members of 2001 voted, Falconia had ended


def test_a_bilateral_treaty_has_its_parties(tiny_graph: Store) -> None:
    entry = read_entry(tiny_graph, "ar-7", "es")
    facts = {fact.property: fact.values for fact in entry.facts}
    assert facts["contractingParty"] == ("Ardeña", "Borealia")
    assert (entry.instrument.ended, entry.instrument.joinable, entry.vote) == ("1999-01-01", False, None)


def test_what_others_say_of_an_instrument_is_told_apart(tiny_graph: Store) -> None:
    found = {(fact.property, fact.inverse) for fact in read_entry(tiny_graph, "league-convention", "en").facts}
    assert {("revises", True), ("automaticallyDenounces", True)} <= found


def test_an_unknown_identifier_is_named(tiny_graph: Store) -> None:
    with pytest.raises(UnknownNameError, match="no-such"):
        read_entry(tiny_graph, "no-such", "en")
