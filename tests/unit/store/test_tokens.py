from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from iml_graph.errors import QuerySyntaxError
from iml_graph.store.tokens import place, scan


@given(st.text(st.sampled_from("<>{}()?a1:'\"#\n.@^|&=!-_\u00e9 ")))
def test_terminals_put_together_are_the_text(text: str) -> None:
    try:
        assert "".join(token.text for token in scan(text)) == text
    except QuerySyntaxError as error:
        assert "string that does not end" in str(error)


@pytest.mark.parametrize(
    "query",
    [
        "PREFIX ex: <http://e/> SELECT ?a { ?a ex:b.c \"x\"@en-GB ; ex:d 'y'^^ex:t , 1.5e-3 , -7 ; ex:n\\-m true . }",
        "SELECT (COUNT(DISTINCT ?a) AS ?n) { ?a (<a:b>/^<a:c>)*|!(<a:d>|^<a:e>) [ <a:f> ( 1 2 ) ] FILTER(?a<3&&?a!=4)}",
        'PREFIX : <http://e/> ASK { :a :b%41 _:c.d , """q"q\\"""" , \'\'\'it\'s\'\'\' . FILTER(1+1=2 || -1<=+2) }',
    ],
)
def test_a_query_set_apart_at_its_terminals_is_the_same_query(query: str) -> None:
    apart = "   ".join(token.text for token in scan(query) if token.kind != "space")
    ox.Store().query(query)
    ox.Store().query(apart)


def test_places_are_counted_from_one() -> None:
    assert place("ab\ncd", 0) == (1, 1)
    assert place("ab\ncd", 3) == (2, 1)
    assert place("ab\ncd", 5) == (2, 3)
