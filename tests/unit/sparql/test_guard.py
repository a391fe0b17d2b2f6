from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from iml_graph.errors import ImlError, QueryRefusedError, QuerySyntaxError
from iml_graph.sparql.guard import LONGEST, QueryTooLongError, check_graphs, choose_graphs, read

# Oxigraph refuses this port before it opens a connection, so that a SERVICE that is run shows by its error.
NOWHERE = "http://127.0.0.1:1/"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("SELECT * {}", "SELECT"),
        ("# SELECT\nask{}", "ASK"),
        ("BASE <http://example.org/> PREFIX : <x#> Construct {} WHERE {}", "CONSTRUCT"),
        ("PREFIX ex: <http://example.org/>\nDESCRIBE ex:a", "DESCRIBE"),
    ],
)
def test_the_form_is_the_first_word_after_the_prologue(text: str, form: str) -> None:
    assert read(text).form == form


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <a:b> <a:b> <a:b> }",
        "delete where { ?s ?p ?o }",
        "PREFIX ex: <http://example.org/> DROP ALL",
        "LOAD <file:///etc/passwd>",
        "CLEAR ALL",
        "WITH <http://example.org/g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_updates_are_refused(text: str) -> None:
    with pytest.raises(QueryRefusedError, match="read-only"):
        read(text)


@pytest.mark.parametrize(
    "text",
    [
        f"SELECT * {{ SERVICE <{NOWHERE}> {{ ?s ?p ?o }} }}",
        f"SELECT * {{ service silent <{NOWHERE}> {{}} }}",
        f"SELECT * {{ SERVICE#\n<{NOWHERE}> {{}} }}",
        f"SELECT * {{ SERVICESILENT<{NOWHERE}>{{}} }}",
        f"SELECT * {{ ?s ?p trueSERVICE<{NOWHERE}>{{}} }}",
        "SELECT * { SERVICE ?where { ?s ?p ?o } }",
        "PREFIX ex: <http://example.org/> SELECT * { SERVICE ex:endpoint { ?s ?p ?o } }",
        f"ASK {{ {{ SELECT * {{ OPTIONAL {{ SERVICE <{NOWHERE}> {{}} }} }} }} }}",
        f"SELECT * {{ FILTER EXISTS {{ SERVICE <{NOWHERE}> {{}} }} }}",
        f"SELECT * {{ ?s ?p 'a\\'b' . SERVICE <{NOWHERE}> {{}} }}",
        f"PREFIX ex: <http://example.org/> SELECT * {{ ?s ?p ex:a\\# . SERVICE <{NOWHERE}> {{}}\n}}",
        f"PREFIX ex: <http://example.org/> SELECT * {{ ?s ?p ex:a\\' . SERVICE <{NOWHERE}> {{}} #'\n}}",
    ],
)
def test_service_is_refused_in_every_disguise(text: str) -> None:
    with pytest.raises(QueryRefusedError, match="SERVICE"):
        read(text)


@pytest.mark.parametrize(
    "text",
    [
        'SELECT * { ?s ?p "SERVICE" }',
        "SELECT * { ?s ?p '''it's a SERVICE <x> {}''' }",
        "# SERVICE\nSELECT * { ?s ?p ?o } # SERVICE <x> {}",
        "SELECT ?SERVICE { ?SERVICE ?p ?o }",
        "SELECT * { ?s <http://example.org/SERVICE#it's> ?o }",
        "PREFIX service: <http://example.org/> SELECT * { ?s service:SERVICE ?o }",
        "PREFIX ex: <http://example.org/> SELECT * { ?s ex:of.SERVICE ?o }",
    ],
)
def test_the_word_service_elsewhere_is_no_federation(text: str) -> None:
    assert read(text).form == "SELECT"
    ox.Store().query(text)


@pytest.mark.parametrize(
    "text",
    [
        f"SELECT * {{ \\u0053ERVICE <{NOWHERE}> {{}} }}",
        "SELECT * { ?s ?p ?o } \\u003B DROP ALL",
        "\\u0049NSERT DATA { <a:b> <a:b> <a:b> }",
    ],
)
def test_an_escape_cannot_write_a_keyword(text: str) -> None:
    with pytest.raises(QuerySyntaxError, match="escape"):
        read(text)


@pytest.mark.parametrize(
    "text",
    [
        # “<” is “less than” to the parser, and what seems to be an IRI holds the start of a string or a comment.
        f"SELECT * {{ VALUES (?a ?b) {{ (1 2) }} FILTER(?a<?b&&'a'='x>y') SERVICE <{NOWHERE}> {{}} #'\n}}",
        f"SELECT * {{ VALUES (?a ?b) {{ (1 2) }} FILTER(?a<?b#>'''\n) SERVICE <{NOWHERE}> {{}} #'''\n}}",
    ],
)
def test_text_with_two_readings_is_refused(text: str) -> None:
    with pytest.raises(QuerySyntaxError, match="less than"):
        read(text)


_PIECES = st.sampled_from(
    [
        *"<>'\"#\n{}().;?a1\\ =&|",
        *("'''", '"""', "?a<?b", "&&", "FILTER(", "VALUES ?a { 1 }", "true", "ex:a", "ex:a\\'", "@en", "^^"),
        *("SELECT * {", "OPTIONAL {", "BIND(1 AS ?b)", f" SERVICE <{NOWHERE}> {{}} ", "SERVICE", "\\u0053"),
        *("?a<ex://", "<http://e/", "/>", "?a<ex:a", "/", "||", "#'\n", "!", "IN (", "''"),
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(_PIECES, max_size=14).map("".join))
@example(f"<?b&&'a'='x>y') SERVICE <{NOWHERE}> {{}} #'\n")
def test_nothing_that_passes_reaches_another_server(middle: str) -> None:
    text = f"PREFIX ex: <http://example.org/> SELECT * {{ VALUES ?a {{ 1 }} FILTER(?a = 1 || ?a{middle} }}"
    try:
        read(text)
    except ImlError:
        return
    try:
        list(ox.Store().query(text))
    except SyntaxError:
        pass
    except (OSError, RuntimeError) as error:
        assert "port" not in str(error)


def test_the_dataset_is_read_with_prefixes_and_base() -> None:
    query = read(
        "BASE <http://example.org/> PREFIX ex: <graph/> "
        "SELECT * FROM ex:a FROM <b> from named <http://example.net/c> { ?s ?p ?o }"
    )
    assert query.default_graphs == ("http://example.org/graph/a", "http://example.org/b")
    assert query.named_graphs == ("http://example.net/c",)


@pytest.mark.parametrize(
    "graph", ["file:///etc/passwd", "http://169.254.169.254/latest", "\\u0066ile:///etc/passwd", "http://example.org/A"]
)
def test_a_graph_that_is_not_stored_is_refused(graph: str) -> None:
    query = read(f"SELECT * FROM <{graph}> {{ ?s ?p ?o }}")  # noqa: S608 -- SPARQL, and the attack itself
    with pytest.raises(QueryRefusedError, match="not in this store"):
        check_graphs(query, frozenset({"http://example.org/a"}))


def test_an_escaped_name_of_a_stored_graph_is_that_graph() -> None:
    query = read("SELECT * FROM <http://example.org/\\u0061> { ?s ?p ?o }")
    check_graphs(query, frozenset({"http://example.org/a"}))


def test_the_dataset_of_the_protocol_wins() -> None:
    query = choose_graphs(read("SELECT * FROM <http://example.org/a> {}"), (), ("http://example.org/b",))
    assert (query.default_graphs, query.named_graphs) == ((), ("http://example.org/b",))


def test_words_run_together_with_from_are_refused() -> None:
    with pytest.raises(QuerySyntaxError, match="apart"):
        read("SELECT * FROM <http://example.org/a>FROMNAMED<http://example.org/b> {}")


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("SELECT *\n{ ?s foaf:name ?o }", 2, 6),
        ("", 1, 1),
        ("ASK { ?s ?p 'open }", 1, 13),
        ("SELEC * {}", 1, 1),
    ],
)
def test_errors_point_at_the_place(text: str, line: int, column: int) -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        read(text)
    assert (caught.value.line, caught.value.column) == (line, column)


def test_a_missing_prefix_that_we_know_is_offered() -> None:
    with pytest.raises(QuerySyntaxError, match=r"PREFIX skos: <http://www\.w3\.org/2004/02/skos/core#>"):
        read("SELECT * { ?s skos:prefLabel ?o }")


def test_an_over_long_query_is_refused() -> None:
    with pytest.raises(QueryTooLongError):
        read("ASK {} #" + "x" * LONGEST)


@pytest.mark.parametrize("piece", ["a.", "<a", "'", '"""', "((", "a:.", "@a-", "\\'", "?a", "#", "_:a.", "1e", "a:a%"])
def test_no_text_makes_the_guard_look_at_it_again_and_again(piece: str) -> None:
    # A hundred thousand characters: linear is some milliseconds, quadratic would not end while anyone waits.
    text = "SELECT * { " + piece * ((LONGEST - 20) // len(piece))
    try:
        read(text)
    except ImlError as error:
        assert error.http_status in (400, 403)
