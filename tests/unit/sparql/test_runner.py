from __future__ import annotations

import os
import shutil
import signal
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from iml_graph.errors import ImlError, QueryRefusedError, QuerySyntaxError, QueryTimeoutError, StoreError
from iml_graph.sparql.guard import read
from iml_graph.sparql.runner import (
    Answer,
    Limits,
    QueryFailedError,
    QueryTooCostlyError,
    Runner,
    RunnerBusyError,
)

EX = "http://example.org/"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def ask(runner: Runner, query: str, format_: str = "csv", rows: int | None = None) -> Answer:
    return runner.run(read(query), format_, rows)


def test_a_query_is_answered_over_the_union_of_all_graphs(runner: Runner) -> None:
    answer = ask(runner, f"SELECT (COUNT(DISTINCT ?s) AS ?n) {{ ?s <{EX}name> ?name }}")
    assert answer == Answer(b"n\r\n400\r\n", 1, truncated=False)


def test_from_chooses_among_stored_graphs(runner: Runner) -> None:
    answer = ask(runner, f"SELECT (COUNT(*) AS ?n)\nFROM <{EX}even> {{ ?s <{EX}name> ?name }}")
    assert answer.body == b"n\r\n200\r\n"


def test_from_named_leaves_the_default_graph_empty(runner: Runner) -> None:
    assert ask(runner, f"ASK FROM NAMED <{EX}odd> {{ ?s ?p ?o }}").body == b"false"
    assert ask(runner, f"ASK FROM NAMED <{EX}odd> {{ GRAPH <{EX}odd> {{ ?s ?p ?o }} }}").body == b"true"
    assert ask(runner, f"ASK FROM NAMED <{EX}odd> {{ GRAPH <{EX}even> {{ ?s ?p ?o }} }}").body == b"false"


def test_a_graph_that_is_not_stored_is_refused(runner: Runner) -> None:
    with pytest.raises(QueryRefusedError, match="file:///etc/passwd"):
        ask(runner, "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }")


def test_relative_iris_are_the_projects_own(runner: Runner) -> None:
    assert b"https://w3id.org/iml-graph/id/party/SEN" in ask(runner, "SELECT (<id/party/SEN> AS ?p) {}").body


def test_rows_beyond_the_limit_are_cut_and_said_so(runner: Runner) -> None:
    answer = ask(runner, f"SELECT ?name {{ ?s <{EX}name> ?name }}", rows=7)
    assert (answer.count, answer.truncated) == (7, True)
    assert answer.body.count(b"\r\n") == 8


def test_a_limit_that_is_just_reached_cuts_nothing(runner: Runner) -> None:
    answer = ask(runner, f"SELECT ?name {{ ?s <{EX}name> ?name }}", rows=400)
    assert (answer.count, answer.truncated) == (400, False)


def test_bytes_beyond_the_limit_are_cut(runner: Runner, limits: Limits) -> None:
    answer = ask(runner, f"SELECT (CONCAT(STR(?s), '{'x' * 9000}') AS ?t) {{ ?s <{EX}name> ?name }}")
    assert answer.truncated
    assert limits.size <= len(answer.body) < limits.size + 10_000


@pytest.mark.parametrize(
    "query",
    [
        ENDLESS,
        "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } ORDER BY ?c",
        f"SELECT * {{ ?s (((<{EX}next>*)*)/((<{EX}next>|<{EX}name>)*)*)* ?o }} ORDER BY ?o",
    ],
)
def test_a_query_is_stopped_at_its_deadline_and_the_next_one_answered(runner: Runner, query: str) -> None:
    with pytest.raises((QueryTimeoutError, QueryTooCostlyError)) as caught:
        ask(runner, query)
    assert caught.value.http_status == 503
    assert ask(runner, "ASK {}").body == b"true"


@pytest.mark.parametrize(
    "query",
    [
        f"SELECT (STRLEN(?x30) AS ?n) {{ BIND('{'x' * 64}' AS ?x0) "
        + " ".join(f"BIND(CONCAT(?x{i}, ?x{i}) AS ?x{i + 1})" for i in range(30))
        + "}",
        f"SELECT (GROUP_CONCAT(CONCAT(STR(?a), '{'x' * 9000}', STR(?b))) AS ?n) "
        f"{{ ?a <{EX}name> ?m . ?b <{EX}name> ?n }}",
    ],
    ids=["doubling", "group-concat"],
)
def test_a_memory_bomb_ends_only_its_own_process(runner: Runner, query: str) -> None:
    with pytest.raises(QueryTooCostlyError, match="memory"):
        ask(runner, query)
    assert ask(runner, "ASK {}").body == b"true"


@pytest.mark.parametrize("brackets", ["()", "{}"])
def test_deep_nesting_ends_only_its_own_process(runner: Runner, brackets: str) -> None:
    opened, closed = brackets[0] * 20_000, brackets[1] * 20_000
    query = f"SELECT * {{ FILTER {opened} 1 {closed} }}" if brackets == "()" else f"SELECT * {opened}{closed}"
    with pytest.raises((QueryTooCostlyError, QueryTimeoutError)):
        ask(runner, query)
    assert ask(runner, "ASK {}").body == b"true"


def test_a_regular_expression_bomb_is_refused_or_harmless(runner: Runner) -> None:
    assert (
        ask(runner, "ASK { BIND(REGEX('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', '^(a+)+$') AS ?x) FILTER(?x) }").body
        == b"false"
    )
    ask(runner, "SELECT * { ?s ?p ?o FILTER(REGEX(STR(?s), '((a{1,500}){1,500}){1,500}')) }")


def test_a_worker_cannot_open_a_socket_or_a_file(folder: Path, limits: Limits) -> None:
    # The guard is passed by, as if it had overlooked the word.
    query = replace(read("ASK {}"), text="SELECT * { SERVICE <http://localhost:9/> { ?s ?p ?o } }")
    with Runner(folder, limits) as runner, pytest.raises(QueryFailedError):
        runner.run(query, "json")


def test_a_syntax_error_carries_line_and_column(runner: Runner) -> None:
    with pytest.raises(QuerySyntaxError, match="“FILTERR” does not fit here") as caught:
        ask(runner, "SELECT *\nWHERE { ?s ?p ?o .\n  FILTERR(?s) }")
    assert (caught.value.line, caught.value.column) == (3, 3)
    assert str(caught.value).count("line") == 1


def test_an_unknown_function_is_the_visitors_error(runner: Runner) -> None:
    with pytest.raises(QueryFailedError, match="not supported") as caught:
        ask(runner, "SELECT (<http://example.org/f>(1) AS ?x) {}")
    assert caught.value.http_status == 400


def test_many_queries_at_once_are_all_answered_or_told_to_wait(runner: Runner) -> None:
    def once(number: int) -> str:
        try:
            body = ask(runner, f"SELECT ({number} AS ?n) {{}}").body
        except RunnerBusyError:
            return "busy"
        return "right" if body == f"n\r\n{number}\r\n".encode() else "wrong"

    with ThreadPoolExecutor(24) as pool:
        outcomes = Counter(pool.map(once, range(200)))
    assert outcomes["wrong"] == 0
    assert outcomes["right"] >= 4
    assert outcomes["right"] + outcomes["busy"] == 200


def test_a_full_queue_refuses_at_once_and_says_when_to_come_back(folder: Path, limits: Limits) -> None:
    with Runner(folder, replace(limits, workers=1, waiting=0)) as runner:
        started, outcome = threading.Event(), []

        def endless() -> None:
            started.set()
            try:
                ask(runner, ENDLESS)
            except ImlError as error:
                outcome.append(type(error))

        ask(runner, "ASK {}")
        thread = threading.Thread(target=endless)
        thread.start()
        started.wait()
        while runner._room._value:  # until the endless query has its place
            time.sleep(0.01)
        with pytest.raises(RunnerBusyError) as caught:
            ask(runner, "ASK {}")
        assert caught.value.retry_after == 2
        thread.join()
        assert outcome == [QueryTimeoutError]
        assert ask(runner, "ASK {}").body == b"true"


def test_a_worker_that_dies_is_replaced(folder: Path, limits: Limits) -> None:
    with Runner(folder, replace(limits, workers=1)) as runner:
        ask(runner, "ASK {}")
        first = process_of(runner)
        os.kill(first, signal.SIGKILL)
        with pytest.raises(QueryTooCostlyError):
            ask(runner, "ASK {}")
        assert ask(runner, "ASK {}").body == b"true"
        assert process_of(runner) != first


def test_a_store_damaged_while_open_is_said_to_need_rebuilding(folder: Path, limits: Limits, tmp_path: Path) -> None:
    damaged = Path(shutil.copytree(folder, tmp_path / "store"))
    with Runner(damaged, replace(limits, workers=1)) as runner:
        ask(runner, "ASK {}")
        for table in damaged.glob("*.sst"):
            with table.open("r+b") as file:
                file.write(b"x" * (table.stat().st_size // 2))
        with pytest.raises(StoreError, match="iml build"):
            ask(runner, f"SELECT ?name {{ ?s <{EX}name> ?name }}")


def test_closing_leaves_no_process(folder: Path, limits: Limits) -> None:
    runner = Runner(folder, replace(limits, workers=1))
    ask(runner, "ASK {}")
    process = process_of(runner)
    runner.close()
    runner.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    with pytest.raises(StoreError, match="stopping"):
        ask(runner, "ASK {}")


def process_of(runner: Runner) -> int:
    process = runner._idle.queue[0]._process
    assert process is not None
    return process.pid


def test_a_newly_published_store_is_taken_up(folder: Path, limits: Limits, tmp_path: Path) -> None:
    second = tmp_path / "second"
    store = ox.Store(str(second))
    store.add(ox.Quad(ox.NamedNode("a:b"), ox.NamedNode("a:b"), ox.NamedNode("a:b"), ox.NamedNode(EX + "new")))
    store.flush()
    current = tmp_path / "current"
    current.symlink_to(folder)
    with Runner(current, replace(limits, workers=1)) as runner:
        assert runner.graphs() == {EX + "even", EX + "odd"}
        current.unlink()
        current.symlink_to(second)
        assert runner.graphs() == {EX + "new"}


def test_a_missing_store_says_how_to_build_it(tmp_path: Path, limits: Limits) -> None:
    with Runner(tmp_path / "none", limits) as runner, pytest.raises(StoreError, match="iml build"):
        ask(runner, "ASK {}")


def test_a_corrupted_store_says_how_to_build_it(folder: Path, tmp_path: Path, limits: Limits) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(folder, broken)
    (broken / "CURRENT").write_text("nonsense")
    with Runner(broken, limits) as runner, pytest.raises(StoreError, match="iml build"):
        ask(runner, "ASK {}")
