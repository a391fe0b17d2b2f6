"""``iml ingest``: nothing is written where anything is missing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from iml_graph import resources

Iml = Callable[..., Any]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of what an ingest reads and writes."""
    target = tmp_path / "data"
    for part in ("participation", "parties", "sources"):
        shutil.copytree(resources.data() / part, target / part)
    shutil.copy(resources.data() / "printed-counts.csv", target)
    return target


def content(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_folder_without_the_files_is_an_error_and_nothing_is_written(run: Iml, data: Path, tmp_path: Path) -> None:
    before = content(data)
    (tmp_path / "empty").mkdir()
    done = run("ingest", tmp_path / "empty", "--data", data)
    assert (done.code, done.out) == (1, "")
    assert "is missing from the folder of the source" in done.err
    assert content(data) == before


def test_another_file_of_the_same_name_is_an_error_and_nothing_is_written(run: Iml, data: Path, tmp_path: Path) -> None:
    from iml_graph.ingest.registry import READERS

    reader = READERS[0]
    for file in reader.files:
        path = tmp_path / "sources" / reader.source / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("not this one")
    before = content(data)
    done = run("ingest", tmp_path / "sources", "--data", data, "--only", reader.source)
    assert done.code == 1
    assert f"{reader.source}/{reader.files[0]}, sha256: " in done.err
    assert content(data) == before


def test_an_unknown_source_is_named(run: Iml, data: Path, tmp_path: Path) -> None:
    done = run("ingest", tmp_path, "--data", data, "--only", "untc-ch4-2026-03")
    assert done.code == 2
    assert "untc-ch4-2026-02" in done.err


def test_a_folder_that_is_not_there_is_refused(run: Iml, tmp_path: Path) -> None:
    done = run("ingest", tmp_path / "nowhere")
    assert done.code == 2
    assert "does not exist" in done.err
