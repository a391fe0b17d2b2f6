"""Publishing a release: written beside the last good one, and swapped in only when it is whole."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Store

_STAGING = ".building-"

ABANDONED_AFTER = 24 * 60 * 60
"""Seconds after which an unfinished release is that of a build that was killed; a build takes less than a minute."""

KEPT_RELEASES = 2
"""The current release and the one before it, so that a reader that still has the old one open can finish."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a release is: its name, the newest date of its sources (ISO), its size and its digest."""

    release: str
    data_date: str
    quads: int
    sha256: str


def publish(
    quads: Iterable[Quad],
    release: str,
    data_date: str,
    home: Path,
    inspect: Callable[[Store], None],
    finish: Callable[[Path], None] = lambda folder: None,
) -> Manifest:
    """Write the quads as sorted N-Quads and as a store, then make them the current release.

    ``inspect`` sees the new store first and raises if it must not be published; ``finish`` then adds to the folder
    what is derived from the store. A failure at any point leaves the release that is current untouched.
    """
    releases = home / "releases"
    releases.mkdir(parents=True, exist_ok=True)
    _drop_abandoned(releases)
    staging = Path(tempfile.mkdtemp(prefix=_STAGING, dir=releases))
    try:
        manifest = _write(sorted({f"{quad} ." for quad in quads}), release, data_date, staging)
        inspect(Store.read_only(str(staging / "store")))
        finish(staging)
        staging.chmod(0o755)
        target = staging.rename(releases / f"{release}-{staging.name.removeprefix(_STAGING)}")
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)
        raise
    _make_current(target, home / "current")
    _drop_old(releases, target)
    return manifest


def _write(lines: list[str], release: str, data_date: str, folder: Path) -> Manifest:
    digest = hashlib.sha256()
    with (folder / "graph.nq").open("wb") as file:
        for line in lines:
            content = f"{line}\n".encode()
            digest.update(content)
            file.write(content)
    store = Store(folder / "store")
    store.bulk_load(path=folder / "graph.nq", format=RdfFormat.N_QUADS)
    store.optimize()
    store.flush()
    del store  # releases its lock
    manifest = Manifest(release, data_date, len(lines), digest.hexdigest())
    (folder / "manifest.json").write_text(json.dumps(asdict(manifest), indent=2) + "\n", encoding="utf-8")
    return manifest


def _make_current(target: Path, link: Path) -> None:
    """Point the link at a release in one step: readers see the old release or the new one, never neither."""
    fresh = link.with_name(f".{link.name}-{os.getpid()}")
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(target.relative_to(link.parent), target_is_directory=True)
    fresh.replace(link)


def _drop_abandoned(releases: Path) -> None:
    oldest = time.time() - ABANDONED_AFTER
    for folder in releases.glob(f"{_STAGING}*"):
        with suppress(FileNotFoundError):  # another build has just finished or removed it
            if folder.stat().st_mtime < oldest:
                shutil.rmtree(folder, ignore_errors=True)


def _drop_old(releases: Path, current: Path) -> None:
    finished = sorted(
        (folder for folder in releases.iterdir() if not folder.name.startswith(".")),
        key=lambda folder: (folder == current, folder.stat().st_mtime),
    )
    for folder in finished[:-KEPT_RELEASES]:
        shutil.rmtree(folder, ignore_errors=True)
