"""``iml brief``: which form is written where, and of whom none is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Iml = Callable[..., Any]

ON = ("--on", "2020-01-01")


def test_the_ending_tells_the_form_and_several_are_written_at_once(tiny_iml: Iml, tmp_path: Path) -> None:
    names = [tmp_path / f"brief.{ending}" for ending in ("html", "md", "docx", "pdf")]
    result = tiny_iml("brief", "BBB", *ON, *(part for each in names for part in ("-o", each)))
    assert (result.code, result.out) == (0, "")
    starts = [each.read_bytes()[:5] for each in names]
    assert starts == [b"<!DOC", b"# Rig", b"PK\x03\x04\x14", b"%PDF-"]


def test_html_or_markdown_goes_to_standard_output(tiny_iml: Iml) -> None:
    assert tiny_iml("brief", "Borealia", *ON).out.startswith("<!DOCTYPE html>")
    out = tiny_iml("brief", "BBB", "--lang", "fr", "--format", "md", "-o", "-", *ON).out
    assert out.startswith("# Droits des migrants\u202f: ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("BBB", "--format", "pdf"), "A pdf does not go to standard output"),
        (("BBB", "-o", "brief.odt"), "“brief.odt” does not tell its form"),
        (("OOO",), "A briefing is written on a State, and Austral Union is recorded as another kind of party"),
        (("TTT",), "Tidewater is a territory"),
        (("FFF",), "Falconian Federation ceased to exist on 1993-01-01"),
        (("BBB", "--what-if", "tidal-op"), "has no articles here"),
    ],
)
def test_what_cannot_be_written_is_refused_in_a_sentence(tiny_iml: Iml, arguments: tuple[str, ...], said: str) -> None:
    result = tiny_iml("brief", *arguments, *ON)
    assert result.code == 2
    assert said in result.err
    assert result.err.count("\n") == 1


def test_a_file_that_cannot_be_written_is_named(tiny_iml: Iml, tmp_path: Path) -> None:
    result = tiny_iml("brief", "BBB", *ON, "-o", tmp_path / "nowhere" / "brief.md")
    assert result.code == 1
    assert "brief.md: No such file or directory." in result.err
