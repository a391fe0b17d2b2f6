"""Read the sources and write what they state below ``data``: all of it, or nothing.

One CSV an instrument, an organization or a register, the rows of all sources together, sorted, so that the same
sources give the same bytes. Where only some sources are read again, the rows of the others stay.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from iml_graph.errors import SourceFormatError, UnknownNameError
from iml_graph.identifiers import PartyNames
from iml_graph.ingest import counts as printed
from iml_graph.ingest.counts import PrintedCount
from iml_graph.ingest.facts import KINDS
from iml_graph.ingest.names import Names
from iml_graph.ingest.registry import READERS, Reader, choose
from iml_graph.ingest.rows import Row, file_of, read_folder, to_csv
from iml_graph.sources import Source, load_sources

Progress = Callable[[Sequence[Reader]], Iterable[Reader]]
"""Wraps the readers as they are gone through; a progress bar is one."""

COUNTS = "printed-counts.csv"


@dataclass(frozen=True, slots=True)
class Change:
    """What an ingest adds to and removes from the rows of one file below ``data``."""

    file: str
    added: tuple[Row, ...]
    removed: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What was read (rows by source and file below ``data``), what it changes, and whether that was written."""

    rows: Mapping[tuple[str, str], int]
    changes: tuple[Change, ...]
    written: bool


@dataclass(frozen=True, slots=True)
class _Reading:
    rows: tuple[Row, ...]
    counts: tuple[PrintedCount, ...]


def ingest(
    source_root: Path,
    data: Path,
    only: tuple[str, ...] = (),
    progress: Progress = iter,
    dry_run: bool = False,
    readers: tuple[Reader, ...] = READERS,
) -> IngestReport:
    """Read sources and bring the committed rows up to them.

    Args:
        source_root: folder that has one folder a source.
        data: the project's ``data`` folder.
        only: ids of the sources to read; all if empty.
        progress: wraps the readers, to show how far it has come.
        dry_run: report the changes without writing.
        readers: all readers that there are.

    Raises:
        SourceFormatError: a file is missing, malformed, or not the registered one. Nothing was written.
        UnknownNamesError: names of no known party, of all sources, with file and line. Nothing was written.
        UnknownNameError: ``only`` names a source without a reader.
    """
    chosen = choose(only, readers)
    register = load_sources(data / "sources")
    for reader in chosen:
        _verify(reader.files_below(source_root), reader, register)
    reading = _read(source_root, progress(chosen), Names(_Plain(PartyNames.load(data / "parties"))))
    sources = {reader.source for reader in chosen}
    before = {row for kind in KINDS for row in read_folder(kind, data / kind.FOLDER)}
    kept = {row for row in before if row.source in {reader.source for reader in readers} - sources}
    after = kept | set(reading.rows)
    if not dry_run:
        old_counts = printed.read_csv(data / COUNTS)
        _publish(data, after, [*reading.counts, *(count for count in old_counts if count.source not in sources)])
    return IngestReport(
        rows=Counter((row.source, file_of(row)) for row in reading.rows),
        changes=_changes(before, after),
        written=not dry_run,
    )


def _verify(folder: Path, reader: Reader, register: Mapping[str, Source]) -> None:
    """Make sure that the files are those whose digests the register has."""
    if reader.source not in register:
        raise SourceFormatError("data/sources", reader.source, "is not registered")
    digests = register[reader.source].sha256
    for file in reader.files:
        path = folder / file
        if not path.is_file():
            raise SourceFormatError(f"{reader.source}/{file}", "file", "is missing from the folder of the source")
        if hashlib.sha256(path.read_bytes()).hexdigest() != digests.get(file):
            problem = "is not the file registered in data/sources. Register its digest if it is meant to be read"
            raise SourceFormatError(f"{reader.source}/{file}", "sha256", problem)


class _Plain:
    """Resolves names without looking for what an unknown one may have meant: slow, and prose is full of them."""

    def __init__(self, names: PartyNames) -> None:
        self._names = names

    def resolve(self, name: str) -> str:
        found = self._names.find(name)
        if found is None:
            raise UnknownNameError("party", name)
        return found


def _read(source_root: Path, readers: Iterable[Reader], names: Names) -> _Reading:
    """Read all sources, and raise only then for the unknown names of all of them."""
    found: list[Row] = []
    counts: list[PrintedCount] = []
    for reader in readers:
        folder = reader.files_below(source_root)
        found += reader.read(folder, names)
        counts += reader.read_counts(folder, names)
    names.raise_unknown()
    return _Reading(tuple(found), tuple(counts))


def _by_file(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[file_of(row)].append(row)
    return found


def _changes(before: set[Row], after: set[Row]) -> tuple[Change, ...]:
    added, removed = _by_file(after - before), _by_file(before - after)
    return tuple(
        Change(name, tuple(sorted(added.get(name, ()))), tuple(sorted(removed.get(name, ()))))
        for name in sorted(added.keys() | removed.keys())
    )


def _publish(data: Path, rows: set[Row], counts: Iterable[PrintedCount]) -> None:
    """Write every file aside, then put all in place; files of no rows go."""
    texts = {data / file: to_csv(type(own[0]), own) for file, own in _by_file(rows).items()}
    stale = {path for kind in KINDS for path in (data / kind.FOLDER).glob("*.csv")} - texts.keys()
    texts[data / COUNTS] = printed.to_csv(counts)
    with TemporaryDirectory(dir=data, prefix=".ingest-") as aside:  # on the same disk, so that a move is atomic
        ready = [(_write(Path(aside) / path.relative_to(data), text), path) for path, text in sorted(texts.items())]
        for temporary, path in ready:
            path.parent.mkdir(exist_ok=True)
            temporary.replace(path)
    for path in stale:
        path.unlink()


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path
