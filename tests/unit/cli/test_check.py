"""``iml check``: what it exits with, and in which forms it reports."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from iml_graph import resources

Iml = Callable[..., Any]
EXAMPLES = resources.ontology() / "examples"
FAULT = EXAMPLES / "invalid" / "sentinel-date.ttl"


def test_a_valid_file_passes(run: Iml) -> None:
    done = run("check", "--quiet", EXAMPLES / "valid" / "base.ttl")
    assert done.code == 0
    assert "no violation" in done.out


def test_an_invalid_file_fails_with_the_rule_and_the_reason(run: Iml) -> None:
    done = run("check", "--quiet", FAULT)
    assert done.code == 1
    assert "sentinel-date · violation" in done.out
    assert "1900-01-01" in done.out


def test_a_warning_alone_does_not_fail(run: Iml) -> None:
    done = run("check", "--quiet", EXAMPLES / "warning" / "source-orphan.ttl")
    assert done.code == 0
    assert "source-orphan · warning" in done.out


@pytest.mark.parametrize(("lang", "word"), [("fr", "Aucune date"), ("es", "Ninguna fecha")])
def test_the_reason_is_in_the_language_asked_for(run: Iml, lang: str, word: str) -> None:
    assert word in run("check", "--quiet", FAULT, "--lang", lang).out


def test_json_lists_the_findings(run: Iml) -> None:
    done = run("check", "--quiet", FAULT, "--format", "json")
    answer = json.loads(done.out)
    assert done.code == 1
    assert "sentinel-date" in json.dumps(answer)


def test_turtle_is_a_validation_report(run: Iml) -> None:
    import pyoxigraph as ox

    done = run("check", "--quiet", FAULT, "--format", "ttl")
    graph = ox.Dataset(ox.parse(done.out.encode(), format=ox.RdfFormat.TURTLE))
    conforms = ox.NamedNode("http://www.w3.org/ns/shacl#conforms")
    assert [quad.object.value for quad in graph if quad.predicate == conforms] == ["false"]


@pytest.mark.parametrize(
    ("name", "content", "code", "message"),
    [
        ("missing.ttl", None, 2, "There is no file"),
        ("graph.docx", "", 2, "graph.docx is not RDF"),
        ("broken.ttl", "@prefix ex: <http://example.org/> .\nex:a ex:b\n", 1, "broken.ttl, line "),
    ],
)
def test_a_file_that_cannot_be_read_is_named(
    run: Iml, tmp_path: Any, name: str, content: str | None, code: int, message: str
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content)
    done = run("check", "--quiet", tmp_path / name)
    assert (done.code, done.out) == (code, "")
    assert message in done.err
