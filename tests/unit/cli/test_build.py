"""``iml build``: what it says, where it publishes, and what a failure looks like."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from iml_graph import resources

Iml = Callable[..., Any]


@pytest.fixture
def data(tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Data of our own in place of the committed ones."""
    copy = shutil.copytree(tiny, tmp_path / "tiny")
    monkeypatch.setattr(resources, "data", lambda: copy)
    return copy


@pytest.mark.usefixtures("data")
def test_it_publishes_under_the_home_that_is_named(run: Iml, tmp_path: Path) -> None:
    done = run("build", "--quiet", "--home", tmp_path / "home")
    manifest = json.loads((tmp_path / "home" / "current" / "manifest.json").read_text())
    assert done.code == 0
    assert f"Release {manifest['release']}: {manifest['quads']} statements, data to 2020-12-31." in done.out
    assert str(tmp_path / "home" / "current") in done.out


@pytest.mark.usefixtures("data")
def test_it_publishes_under_the_home_of_the_environment(run: Iml, tmp_path: Path) -> None:
    run("build", "--quiet")
    assert "(AAA)" in run("party", "Ardenia").out
    assert (tmp_path / "no-home" / "current" / "store").is_dir()


def test_wrong_data_are_a_sentence_and_the_last_graph_goes_on_answering(run: Iml, data: Path) -> None:
    run("build", "--quiet")
    before = run("party", "AAA").out
    treaties = data / "instruments" / "treaties.ttl"
    treaties.write_text(treaties.read_text(encoding="utf-8") + "<tidal> iml:branch .\n", encoding="utf-8")
    done = run("build", "--quiet")
    assert (done.code, done.out) == (1, "")
    assert f"iml: {treaties}: " in done.err
    assert "line " in done.err
    assert "Traceback" not in done.err
    assert run("party", "AAA").out == before


@pytest.mark.usefixtures("data")
def test_a_home_that_cannot_be_written_is_named(run: Iml, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    done = run("build", "--quiet", "--home", tmp_path / "file" / "home")
    assert (done.code, done.out) == (1, "")
    assert done.err == f"iml: {tmp_path / 'file' / 'home' / 'releases'}: Not a directory.\n"


def test_a_missing_table_is_named(run: Iml, data: Path) -> None:
    (data / "adjudications.csv").unlink()
    done = run("build", "--quiet")
    assert (done.code, done.err) == (1, f"iml: {data / 'adjudications.csv'}: No such file or directory.\n")
