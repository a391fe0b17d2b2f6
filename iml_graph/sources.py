"""The register of sources, ``data/sources/``: who publishes them, as of when, and what each covers."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from iml_graph.errors import DataError
from iml_graph.terms import SourceRole


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a source holds of some instruments, or of the members of some organizations and processes.

    ``complete_as_of`` is the ISO day up to which every act or membership is recorded, alone or together with the
    sources in ``combined_with``; empty where the source is ``partial``, so that absence says nothing.
    ``terminations_recorded`` tells whether denunciations and withdrawals would be seen.
    """

    instruments: tuple[str, ...]
    organizations: tuple[str, ...]
    complete_as_of: str
    partial: bool
    terminations_recorded: bool
    combined_with: tuple[str, ...]
    note: str

    @property
    def subjects(self) -> tuple[str, ...]:
        """Instruments, organizations and processes together."""
        return self.instruments + self.organizations


@dataclass(frozen=True, slots=True)
class Source:
    """One set of files as retrieved.

    ``as_of`` is the ISO day of its latest part. ``role`` is ``primary`` (adopted for the instruments it covers),
    ``check`` or ``reference``. ``sha256`` gives the digest of each file that is read, by its path in the folder.
    """

    id: str
    title: str
    publisher: str
    url: str
    retrieved_from: str
    licence: str
    as_of: str
    role: str
    sha256: Mapping[str, str]
    coverage: tuple[Coverage, ...]


REGISTERS = "registers.toml"
"""The file with the sources of acts and reference data, in the order of trust; single pages stand in the others."""


def load_sources(folder: Path) -> dict[str, Source]:
    """Read the register: the ordered file first, then the files of pages by name.

    Args:
        folder: with ``registers.toml`` and further TOML files.

    Raises:
        DataError: an entry lacks a field, has one of the wrong form, covers an instrument twice, or stands twice.
    """
    found: dict[str, Source] = {}
    for path in sorted(folder.glob("*.toml"), key=lambda path: (path.name != REGISTERS, path.name)):
        for name, table in _tables(path).items():
            if name in found:
                raise DataError(f"{path.name}, {name}: this source is registered twice.")
            found[name] = _source(path.name, name, table)
    return found


def _tables(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{path.name}: {error}") from error


def primary_coverage(sources: Mapping[str, Source]) -> Iterator[tuple[str, str]]:
    """Yield each primary source with all that it covers (instruments, organizations), in the register's order."""
    for source in sources.values():
        if source.role == SourceRole.PRIMARY:
            for coverage in source.coverage:
                yield from ((source.id, subject) for subject in coverage.subjects)


def _source(file: str, name: str, table: Mapping[str, Any]) -> Source:
    try:
        source = Source(
            id=name,
            title=table["title"],
            publisher=table["publisher"],
            url=table.get("url", ""),
            retrieved_from=table["retrieved_from"],
            licence=table["licence"],
            as_of=_day(table["as_of"]),
            role=table["role"],
            sha256=table.get("sha256", {}),
            coverage=tuple(_coverage(entry) for entry in table.get("coverage", ())),
        )
    except (KeyError, TypeError) as error:
        raise DataError(f"{file}, {name}: {error} is missing or of the wrong form.") from error
    _validate(file, source)
    return source


def _coverage(entry: Mapping[str, Any]) -> Coverage:
    complete_as_of = _day(entry["complete_as_of"]) if "complete_as_of" in entry else ""
    return Coverage(
        instruments=tuple(entry.get("instruments", ())),
        organizations=tuple(entry.get("organizations", ())),
        complete_as_of=complete_as_of,
        partial=entry.get("partial", False),
        terminations_recorded=entry["terminations_recorded"],
        combined_with=tuple(entry.get("with", ())),
        note=entry.get("note", ""),
    )


def _day(value: object) -> str:
    if not isinstance(value, date):
        raise TypeError(f"“{value}” as a date")
    return value.isoformat()


def _validate(file: str, source: Source) -> None:
    if source.role not in list(SourceRole):
        raise DataError(f"{file}, {source.id}: the role “{source.role}” is not one of {', '.join(SourceRole)}.")
    covered = [subject for coverage in source.coverage for subject in coverage.subjects]
    if not all(coverage.subjects for coverage in source.coverage):
        raise DataError(f"{file}, {source.id}: a coverage names neither instruments nor organizations.")
    if len(covered) != len(set(covered)):
        raise DataError(f"{file}, {source.id}: an instrument or organization is covered twice.")
    if any(bool(coverage.complete_as_of) == coverage.partial for coverage in source.coverage):
        raise DataError(f"{file}, {source.id}: coverage is either partial or complete as of a day.")
