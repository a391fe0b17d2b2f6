"""A release becomes current when it is whole, and not before."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, Store

from iml_graph.build import publish as module
from iml_graph.build.publish import ABANDONED_AFTER, Manifest, publish

EX = "http://example.org/"


def quad(name: str) -> Quad:
    return Quad(*(NamedNode(EX + part) for part in (name, "property", "value", "graph")))


def inspect_nothing(store: Store) -> None:
    """Let every store pass."""


def release(home: Path, *names: str, inspect: Callable[[Store], None] = inspect_nothing) -> Manifest:
    return publish([quad(name) for name in names], f"v{len(names)}", "2020-12-31", home, inspect)


def current(home: Path) -> str:
    return json.loads((home / "current" / "manifest.json").read_text())["release"]


def leftovers(home: Path) -> list[str]:
    """Names below ``home`` of what is neither a release nor the link to one."""
    return [path.name for path in (*home.iterdir(), *(home / "releases").iterdir()) if path.name.startswith(".")]


def test_a_release_is_text_store_and_manifest_of_the_same_quads(tmp_path: Path) -> None:
    manifest = release(tmp_path, "b", "a", "b")
    lines = (tmp_path / "current" / "graph.nq").read_text().splitlines()
    assert lines == [f"{quad('a')} .", f"{quad('b')} ."]
    assert manifest.quads == 2
    assert set(Store.read_only(str(tmp_path / "current" / "store"))) == {quad("a"), quad("b")}


def test_the_digest_is_that_of_the_text(tmp_path: Path) -> None:
    manifest = release(tmp_path, "a")
    assert manifest.sha256 == sha256((tmp_path / "current" / "graph.nq").read_bytes()).hexdigest()


def test_a_second_release_takes_the_place_of_the_first(tmp_path: Path) -> None:
    release(tmp_path, "a")
    release(tmp_path, "a", "b")
    assert current(tmp_path) == "v2"


def test_the_same_release_can_be_published_again(tmp_path: Path) -> None:
    release(tmp_path, "a")
    before = (tmp_path / "current").resolve()
    release(tmp_path, "a")
    assert (tmp_path / "current").resolve() != before
    assert before.is_dir()


def test_only_the_current_release_and_the_one_before_it_are_kept(tmp_path: Path) -> None:
    kept = []
    for names in ("a", "ab", "abc", "abcd"):
        release(tmp_path, *names)
        kept.append((tmp_path / "current").resolve())
    assert set((tmp_path / "releases").resolve().iterdir()) == set(kept[-2:])


def test_the_new_release_is_kept_though_its_clock_says_it_is_the_oldest(tmp_path: Path) -> None:
    release(tmp_path, "a")
    for folder in (tmp_path / "releases").iterdir():
        os.utime(folder, (4_000_000_000, 4_000_000_000))
    release(tmp_path, "a", "b")
    release(tmp_path, "a", "b", "c")
    assert current(tmp_path) == "v3"


def test_a_reader_of_the_replaced_release_can_go_on(tmp_path: Path) -> None:
    release(tmp_path, "a")
    reader = Store.read_only(str(tmp_path / "current" / "store"))
    release(tmp_path, "b", "c")
    assert set(reader) == {quad("a")}


def test_the_link_can_be_moved_with_its_folder(tmp_path: Path) -> None:
    release(tmp_path / "here", "a")
    (tmp_path / "here").rename(tmp_path / "there")
    assert current(tmp_path / "there") == "v1"


def test_others_may_read_a_release(tmp_path: Path) -> None:
    release(tmp_path, "a")
    assert (tmp_path / "current").resolve().stat().st_mode & 0o777 == 0o755


def test_what_inspection_refuses_is_not_published(tmp_path: Path) -> None:
    seen = []

    def refuse(store: Store) -> None:
        seen.extend(store)
        raise ValueError("refused")

    release(tmp_path, "a")
    with pytest.raises(ValueError, match="refused"):
        release(tmp_path, "b", "c", inspect=refuse)
    assert set(seen) == {quad("b"), quad("c")}
    assert (current(tmp_path), leftovers(tmp_path)) == ("v1", [])


@pytest.mark.parametrize(
    ("step", "error"),
    [
        *((step, OSError("no space left")) for step in ("Store", "hashlib.sha256", "Path.rename", "_make_current")),
        ("json.dumps", KeyboardInterrupt()),
    ],
)
def test_a_failure_at_any_step_leaves_the_last_release(
    step: str, error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    release(tmp_path, "a")
    with monkeypatch.context() as broken:
        broken.setattr(f"{module.__name__}.{step}", fail)
        with pytest.raises(type(error)):
            release(tmp_path, "b", "c")
    assert (current(tmp_path), leftovers(tmp_path)) == ("v1", [])
    assert release(tmp_path, "b", "c").quads == 2
    assert current(tmp_path) == "v2"


def test_what_a_killed_build_left_is_removed_after_a_day_and_no_sooner(tmp_path: Path) -> None:
    for name, age in ((".building-killed", ABANDONED_AFTER + 60), (".building-running", ABANDONED_AFTER - 60)):
        folder = tmp_path / "releases" / name
        (folder / "store").mkdir(parents=True)
        os.utime(folder, (time.time() - age,) * 2)
    release(tmp_path, "a")
    assert leftovers(tmp_path) == [".building-running"]


def test_a_failure_before_the_first_release_leaves_none(tmp_path: Path) -> None:
    def refuse(_: Store) -> None:
        raise ValueError("refused")

    with pytest.raises(ValueError, match="refused"):
        release(tmp_path, "a", inspect=refuse)
    assert not (tmp_path / "current").exists()
    assert list((tmp_path / "releases").iterdir()) == []


def test_what_a_reader_wants_beside_the_store_is_written_before_the_release_is_current(tmp_path: Path) -> None:
    def finish(folder: Path) -> None:
        assert not (tmp_path / "current").exists()
        (folder / "index").write_text("found in " + str(len(Store.read_only(str(folder / "store")))))

    publish([quad("a")], "v1", "2020-12-31", tmp_path, inspect_nothing, finish)
    assert (tmp_path / "current" / "index").read_text() == "found in 1"


def test_a_failed_index_leaves_the_last_good_release_in_place(tmp_path: Path) -> None:
    def fail(folder: Path) -> None:
        raise RuntimeError("no index")

    release(tmp_path, "a")
    with pytest.raises(RuntimeError, match="no index"):
        publish([quad("a"), quad("b")], "v2", "2020-12-31", tmp_path, inspect_nothing, fail)
    assert current(tmp_path) == "v1"
    assert leftovers(tmp_path) == []
