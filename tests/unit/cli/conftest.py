"""The command ``iml``, run in this process as from a terminal: what it prints, and what it exits with."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from iml_graph.cli import main


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


Iml = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Iml:
    """Run ``iml`` with arguments; its home is a folder where nothing has been published."""
    for name in ("IML_STORE", "IML_LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("IML_HOME", str(tmp_path / "no-home"))

    def command(*arguments: str | Path, stdin: str = "") -> Result:
        monkeypatch.setattr(sys, "argv", ["iml", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        capsys.readouterr()
        with pytest.raises(SystemExit) as done:
            main()
        code = done.value.code
        printed = capsys.readouterr()
        return Result(code if isinstance(code, int) else int(bool(code)), printed.out, printed.err)

    return command


@pytest.fixture
def iml(run: Iml, published: Path, monkeypatch: pytest.MonkeyPatch) -> Iml:
    """Run ``iml`` over the real graph."""
    monkeypatch.setenv("IML_HOME", str(published.parent))
    return run


@pytest.fixture
def tiny_iml(run: Iml, tiny_release: Path, monkeypatch: pytest.MonkeyPatch) -> Iml:
    """Run ``iml`` over the invented graph."""
    monkeypatch.setenv("IML_HOME", str(tiny_release.parent))
    return run
