"""Hold the numbers of parties and signatories that depositaries print against our rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from iml_graph.ingest.counts import PrintedCount
from iml_graph.ingest.rows import CONSENTS, SIGNATURES, ActionRow
from iml_graph.sources import Source, primary_coverage


@dataclass(frozen=True, slots=True)
class CountCheck:
    """A printed count beside our own, and the participants that only one of the two lists has (codes)."""

    printed: PrintedCount
    signatories: int
    parties: int
    missing: tuple[str, ...]
    unprinted: tuple[str, ...]

    @property
    def agrees(self) -> bool:
        """Whether every number that is printed is ours too, and the lists are the same."""
        numbers = ((self.printed.signatories, self.signatories), (self.printed.parties, self.parties))
        return not self.missing and not self.unprinted and all(text in ("", str(own)) for text, own in numbers)


def check_all(
    rows: Iterable[ActionRow], counts: Iterable[PrintedCount], sources: Mapping[str, Source]
) -> tuple[CountCheck, ...]:
    """Hold each printed count against the rows of the primary source of its instrument."""
    own = tuple(rows)
    primary = {subject: source for source, subject in primary_coverage(sources)}
    return tuple(check for count in counts for check in check_counts(own, [count], primary.get(count.instrument, "")))


def check_counts(rows: Iterable[ActionRow], counts: Iterable[PrintedCount], source: str) -> tuple[CountCheck, ...]:
    """Hold printed counts against the rows of one source, as the depositary counts.

    It counts neither acts in square brackets nor those that it tells only in end notes: these are of former
    States, or came before the act that counts.
    """
    own = [row for row in rows if row.source == source and _is_counted(row)]
    return tuple(_check_count(printed, own) for printed in counts)


def _is_counted(row: ActionRow) -> bool:
    return row.action in CONSENTS | SIGNATURES and not row.bracketed and "end note" not in row.locator


def _check_count(printed: PrintedCount, rows: Iterable[ActionRow]) -> CountCheck:
    own = [row for row in rows if row.instrument == printed.instrument]
    listed = set(printed.participants.split(";")) if printed.participants else None
    ours = {row.party for row in own}
    return CountCheck(
        printed=printed,
        signatories=len({row.party for row in own if row.action in SIGNATURES}),
        parties=len({row.party for row in own if row.action in CONSENTS}),
        missing=() if listed is None else tuple(sorted(listed - ours)),
        unprinted=() if listed is None else tuple(sorted(ours - listed)),
    )
