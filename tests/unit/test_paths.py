"""The shortest explained way from one thing to another."""

from __future__ import annotations

import pytest

from iml_graph import namespaces as ns
from iml_graph.errors import BadInputError, UnknownNameError
from iml_graph.paths import Link, find_way, resolve_thing, shortest_way
from iml_graph.store import Store

WHOLE = ns.IML + "inInstrument"


def test_the_shortest_way_goes_links_in_both_directions() -> None:
    links = [Link("a", "cites", "b"), Link("c", "cites", "b"), Link("c", "amends", "d"), Link("d", "amends", "e")]
    found = find_way(links, "a", "d")
    assert found == [(links[0], False), (links[1], True), (links[2], False)]


def test_of_ways_as_short_the_one_that_explains_more_is_taken() -> None:
    dull = [Link("a", WHOLE, "x"), Link("b", WHOLE, "x")]
    telling = [Link("a", "narrower", "y"), Link("y", "narrower", "b")]
    for links in ([*dull, *telling], [*telling, *dull]):
        assert [link for link, _ in find_way(links, "a", "b") or ()] == telling


def test_of_two_links_between_two_things_the_telling_one_is_taken() -> None:
    links = [Link("a", WHOLE, "b"), Link("a", "elaborates", "b")]
    for order in (links, links[::-1]):
        assert find_way(order, "a", "b") == [(links[1], False)]


def test_where_nothing_links_there_is_no_way() -> None:
    links = [Link("a", "cites", "b"), Link("c", "cites", "d")]
    assert find_way(links, "a", "d") is None
    assert find_way(links, "a", "z") is None
    assert find_way(links, "a", "a") == []


@pytest.mark.parametrize(
    ("name", "iri"),
    [
        ("tidal", ns.instrument("tidal")),
        ("TC/GC/1", ns.instrument("tide-gc-1")),
        ("General comment No. 2: the Convention", ns.instrument("tide-gc-2")),
        ("CT:22(5)", ns.provision("tidal", "22.5")),
        ("gcm:21", ns.concept("gcm-objectives", "21")),
        ("custom:non-refoulement", ns.concept("customary-norms", "non-refoulement")),
        ("TC/1/D/1999", ns.decision("tc-1-1999")),
        ("tc-1-1999", ns.decision("tc-1-1999")),
    ],
)
def test_things_are_found_as_people_name_them(tiny_graph: Store, name: str, iri: str) -> None:
    assert resolve_thing(tiny_graph, name, "en") == iri


@pytest.mark.parametrize("name", ["qqqq", "qqqq:9", "tidal:99", "gcm:24", "custom:qqqq"])
def test_what_nothing_is_called_is_refused(tiny_graph: Store, name: str) -> None:
    with pytest.raises(UnknownNameError, match=r"qqqq|99|24"):
        resolve_thing(tiny_graph, name, "en")


def test_each_step_is_said_in_the_language_in_the_direction_of_the_way(tiny_graph: Store) -> None:
    way = shortest_way(tiny_graph, "TC/GC/1", "league-convention", "fr")
    assert [(step.start, step.kind, step.end, step.backwards) for step in way.steps] == [
        ("Marées OG 1", "précise la portée de", "CM, article 7 (Aucun renvoi vers l’eau montante)", False),
        (
            "CM, article 7 (Aucun renvoi vers l’eau montante)",
            "plus large que",
            "Convention de la Ligue, article 3 (Aucun renvoi de membres vers un danger)",
            True,
        ),
        (
            "Convention de la Ligue, article 3 (Aucun renvoi de membres vers un danger)",
            "dans l’instrument",
            "Convention de la Ligue",
            False,
        ),
    ]


def test_a_step_from_the_other_end_has_its_own_name(tiny_graph: Store) -> None:
    (one, other) = shortest_way(tiny_graph, "tidal:22", "TC/2/D/2002", "en").steps
    assert (one.kind, other.kind) == ("has the part", "is interpreted by")
    (only,) = shortest_way(tiny_graph, "tidal", "tide-gc-2", "es").steps
    assert (only.kind, only.link) == ("es desarrollado por", "elaborates")
    (step,) = shortest_way(tiny_graph, "custom:non-refoulement", "gcm:21", "en").steps
    assert step.kind == "is a ground of"
    assert step.end.startswith("21. Cooperate in facilitating")


def test_only_the_links_that_are_asked_for_are_gone(tiny_graph: Store) -> None:
    way = shortest_way(tiny_graph, "TC/GC/1", "league-convention", "en", ["elaborates"])
    assert way.steps == ()
    assert len(shortest_way(tiny_graph, "tide-declaration", "tidal", "en", ["equivalent"]).steps) == 3
    with pytest.raises(BadInputError, match="“likes” is no link"):
        shortest_way(tiny_graph, "tidal", "gcm:21", "en", ["likes"])
