"""All readers, each with the source it reads and the files it opens there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from iml_graph.errors import UnknownNameError
from iml_graph.ingest import (
    council_of_europe,
    diriwa,
    gcm_champions,
    icrc_ihl,
    income_groups,
    iscm,
    manytreaties,
    manytreaties_organizations,
    manytreaties_sea_air,
    memberships_cow,
    memberships_factbook,
    memberships_ilo,
    memberships_un,
    mtdsg_counts,
    normlex,
    ohchr_dashboard,
    ohchr_database,
    ohchr_juris,
    page_counts,
    rome_statute,
    sr_visits,
    transcribed,
    uk_treaties,
    un_charter,
    unclos,
    unga_votes,
    untc_crba,
    untc_declarations,
    untc_pages,
    untc_tables,
    upr_info,
)
from iml_graph.ingest.counts import PrintedCount
from iml_graph.ingest.names import Names
from iml_graph.ingest.rows import Row

PAGES = tuple(f"html/{number}.html" for number in untc_pages.INSTRUMENTS)


def no_rows(_folder: Path, _names: Names) -> Iterator[Row]:
    """Yield nothing: for a source that states counts only."""
    yield from ()


def no_counts(_folder: Path, _names: Names) -> Iterator[PrintedCount]:
    """Yield nothing: for a source that prints no counts."""
    yield from ()


def in_turn(*reads: Callable[[Path, Names], Iterator[Row]]) -> Callable[[Path, Names], Iterator[Row]]:
    """Read the files of a source by one function after the other."""

    def read(folder: Path, names: Names) -> Iterator[Row]:
        for one in reads:
            yield from one(folder, names)

    return read


@dataclass(frozen=True, slots=True)
class Reader:
    """How one source is read: its rows, its printed counts, and the files in its folder.

    ``folder`` is named where one folder holds the files of two publishers; else the folder has the source's id.
    """

    source: str
    files: tuple[str, ...]
    read: Callable[[Path, Names], Iterator[Row]] = no_rows
    read_counts: Callable[[Path, Names], Iterator[PrintedCount]] = no_counts
    folder: str = ""

    def files_below(self, root: Path) -> Path:
        """Return the folder of the source below the folder of all sources."""
        return root / (self.folder or self.source)


READERS = (
    Reader(untc_pages.SOURCE, PAGES, untc_pages.read, page_counts.read_counts),
    Reader(untc_crba.SOURCE, untc_crba.FILES, untc_crba.read),
    Reader(
        untc_tables.SOURCE,
        (*untc_tables.FILES, *untc_declarations.FILES),
        in_turn(untc_tables.read, untc_declarations.read),
    ),
    Reader(un_charter.SOURCE, un_charter.FILES, un_charter.read),
    Reader(rome_statute.SOURCE, rome_statute.FILES, rome_statute.read),
    Reader(normlex.SOURCE, normlex.FILES, normlex.read),
    Reader(transcribed.SOURCE_SWISS, transcribed.FILES, transcribed.read_swiss),
    Reader(transcribed.SOURCE, transcribed.FILES, transcribed.read),
    Reader(unclos.SOURCE, unclos.FILES, unclos.read),
    Reader(icrc_ihl.SOURCE, icrc_ihl.FILES, icrc_ihl.read),
    Reader(manytreaties_organizations.SOURCE, manytreaties_organizations.FILES, manytreaties_organizations.read),
    Reader(manytreaties_sea_air.SOURCE, manytreaties_sea_air.FILES, manytreaties_sea_air.read),
    Reader(
        council_of_europe.SOURCE,
        council_of_europe.FILES,
        council_of_europe.read,
        folder=council_of_europe.FOLDER,
    ),
    Reader(diriwa.SOURCE, diriwa.FILES, diriwa.read),
    Reader(ohchr_dashboard.SOURCE, ohchr_dashboard.FILES, ohchr_dashboard.read),
    Reader(ohchr_dashboard.SOURCE_ICESCR, ohchr_dashboard.FILES_ICESCR, ohchr_dashboard.read_icescr),
    Reader(ohchr_database.SOURCE, ohchr_database.FILES, ohchr_database.read),
    Reader(manytreaties.SOURCE, manytreaties.FILES, manytreaties.read),
    Reader(mtdsg_counts.SOURCE, mtdsg_counts.FILES, read_counts=mtdsg_counts.read_counts),
    Reader(memberships_un.SOURCE, memberships_un.FILES, memberships_un.read),
    Reader(uk_treaties.SOURCE, uk_treaties.FILES, uk_treaties.read),
    Reader(upr_info.SOURCE, upr_info.FILES, upr_info.read),
    Reader(iscm.SOURCE, iscm.FILES, iscm.read),
    Reader(sr_visits.SOURCE, sr_visits.FILES, sr_visits.read),
    Reader(ohchr_juris.SOURCE, ohchr_juris.FILES, ohchr_juris.read),
    Reader(unga_votes.SOURCE, unga_votes.FILES, unga_votes.read),
    Reader(gcm_champions.SOURCE, gcm_champions.FILES, gcm_champions.read),
    Reader(memberships_ilo.SOURCE, memberships_ilo.FILES, memberships_ilo.read),
    Reader(memberships_cow.SOURCE, memberships_cow.FILES, memberships_cow.read),
    Reader(memberships_factbook.SOURCE_2020, memberships_factbook.FILES_2020, memberships_factbook.read_2020),
    Reader(memberships_factbook.SOURCE_2026, memberships_factbook.FILES_2026, memberships_factbook.read_2026),
    Reader(income_groups.SOURCE, income_groups.FILES, income_groups.read),
)
"""Every reader, the most trusted source first."""


def choose(only: tuple[str, ...], readers: tuple[Reader, ...] = READERS) -> tuple[Reader, ...]:
    """Return the readers of the named sources, or all if none is named.

    Raises:
        UnknownNameError: a name is of no source that has a reader.
    """
    known = {reader.source: reader for reader in readers}
    for name in only:
        if name not in known:
            raise UnknownNameError("source", name, tuple(known))
    return tuple(reader for reader in readers if not only or reader.source in only)
