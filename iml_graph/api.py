"""The answers for Python: ``open_graph`` gives a graph, a graph gives parties on a day, and these give answers.

Answers are the dataclasses and named tuples of ``iml_graph.protection`` and ``iml_graph.gaps``; what comes as a list
can be had as a frame of pandas or polars too. Names may be identifiers or names in English, French or Spanish.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from iml_graph.dates import parse_on, today
from iml_graph.errors import BadInputError, ImlError
from iml_graph.protection.advice import Adviser, View
from iml_graph.protection.cover import RightCover

if TYPE_CHECKING:
    from iml_graph.gaps import Gap
    from iml_graph.protection.minimum import Minimum
    from iml_graph.protection.newness import Addition, Additions, Weights
    from iml_graph.protection.ranking import Candidate
    from iml_graph.records import Release

T = TypeVar("T")
Cells = Mapping[str, Any]
Names = str | Iterable[str]

LIBRARIES = ("pandas", "polars")
"""What frames are made with: the first that is installed, if none is named."""


class NoFrameError(ImlError):
    """No library of frames is installed: says which to install."""


def open_graph(location: str | Path | None = None, lang: str = "en") -> Graph:
    """Open a graph.

    Args:
        location: a store on disk or the URL of a SPARQL endpoint; what ``iml build`` published if not given.
        lang: language of names (``en``, ``fr``, ``es``).
    """
    return Graph(Adviser.open(location, lang))


class Answers(Sequence[T], Generic[T]):
    """Answers in their order, as they are or as rows of a frame.

    Args:
        found: the answers.
        cells: makes the row of one.
    """

    def __init__(self, found: Iterable[T], cells: Callable[[T], Cells]) -> None:
        self._found, self._cells = tuple(found), cells

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        """Return one answer, or several."""
        return self._found[index]

    def __len__(self) -> int:
        return len(self._found)

    def __iter__(self) -> Iterator[T]:
        return iter(self._found)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Answers) and self._found == other._found

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Answers({list(self._found)!r})"

    def rows(self) -> list[dict[str, Any]]:
        """Return the answers as flat rows."""
        return [dict(self._cells(each)) for each in self._found]

    def frame(self, library: str | None = None) -> Any:
        """Return the answers as a frame of ``pandas`` or ``polars``.

        Raises:
            NoFrameError: the library is not installed, or neither is.
            BadInputError: the library is another.
        """
        return make_frame(self.rows(), library)


def make_frame(rows: list[dict[str, Any]], library: str | None = None) -> Any:
    """Make a frame of rows that all have the same cells; see ``Answers.frame``."""
    if library not in (None, *LIBRARIES):
        raise BadInputError(f"“{library}” is no library of frames that is known here. Write {' or '.join(LIBRARIES)}.")
    wanted = [library] if library else [*LIBRARIES]
    found = next((name for name in wanted if name and find_spec(name)), None)
    if found is None:
        missing = f"{library} is not" if library else "Neither pandas nor polars is"
        raise NoFrameError(f"{missing} installed. Install it beside iml-graph: pip install {library or 'pandas'}")
    return import_module(found).DataFrame(rows)


class Graph:
    """A release of the graph, to be closed after use, or used as a context.

    Args:
        adviser: who answers.
    """

    def __init__(self, adviser: Adviser) -> None:
        self.adviser = adviser

    def __enter__(self) -> Graph:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store."""
        self.adviser.close()

    @property
    def release(self) -> Release:
        """Which release answers, and the newest date of its sources."""
        return self.adviser.law.release

    def party(self, name: str, on: str | None = None, what_if: Names = ()) -> PartyOn:
        """Look at a party on a day (ISO; today if not given), as if it had joined some more instruments.

        Raises:
            UnknownNameError: no party or instrument is called so.
            BadInputError: instruments bind no such party on the day, or an instrument is not open to it: says why.
        """
        joined = [self.adviser.resolve_instrument(each) for each in _each(what_if)]
        return PartyOn(self.adviser.view(self.adviser.resolve_party(name), _day(on), joined))

    def everyone(self, on: str | None = None, holder: str | None = None) -> Answers[tuple[str, Mapping[str, str]]]:
        """Tell how each right is covered for each party on a day: pairs of a code and the class of each right."""
        found = self.adviser.everyone(_day(on), self.adviser.resolve_holder(holder) if holder else None)
        return Answers(found.items(), lambda pair: {"party": pair[0], **pair[1]})

    def query(self, identifier: str, **given: object) -> Answers[Cells]:
        """Ask a question of the query library (``adviser/peers``), parameters as a user writes them.

        Raises:
            UnknownNameError: the library has no such query.
            BadInputError: a parameter is unknown, missing, or not of its type.
        """
        from iml_graph.catalogue import query

        asked = query(identifier)
        return Answers(self.adviser.store.select(asked.text, **asked.bind(**given)), lambda row: row)


class PartyOn:
    """A party on a day, and the answers about it.

    Args:
        view: of the adviser.
    """

    def __init__(self, view: View) -> None:
        self.view = view

    @property
    def code(self) -> str:
        """The code of the party."""
        return self.view.party.code

    @property
    def label(self) -> str:
        """The name of the party."""
        return self.view.party.label

    @property
    def on(self) -> str:
        """The day (ISO)."""
        return self.view.on

    def __repr__(self) -> str:
        joined = f", what_if={list(self.view.joined)}" if self.view.joined else ""
        return f"<{self.label} ({self.code}) on {self.on}{joined}>"

    def gaps(self) -> Answers[Gap]:
        """List the instruments that are open to the party and do not bind it, and the next legal step of each."""
        from iml_graph.gaps import party_gaps

        found = party_gaps(self._adviser.store, self.code, self.on, self._adviser.lang)
        return Answers(found.gaps, _gap_cells)

    def cover(self, rights: Names = (), holder: str | None = None) -> Answers[RightCover]:
        """Tell how rights or groups of rights are covered, all if none is named; with a holder, for that group only."""
        named = [self._adviser.resolve_right(each) for each in _each(rights)]
        group = self._adviser.resolve_holder(holder) if holder else None
        return Answers(self.view.cover(named, group), self._cover_cells)

    def right(self, name: str, holder: str | None = None) -> RightCover:
        """Tell how one right is covered.

        Raises:
            BadInputError: the name is that of a group of rights.
        """
        found = self.cover(name, holder)
        if len(found) != 1:
            raise BadInputError(f"“{name}” is a group of {len(found)} rights. Ask for its cover.")
        return found[0]

    def adds(self, instrument: str, weights: Weights | None = None) -> AddedArticles:
        """Tell what an instrument would add, article by article.

        Raises:
            UnknownNameError: no instrument is called so.
        """
        name = self._adviser.resolve_instrument(instrument)
        return AddedArticles(self.view.adds(name, weights), self.view)

    def rank(self, weights: Weights | None = None) -> Answers[Candidate]:
        """Order the instruments that the party could join by what they would add, the most first."""
        from iml_graph.protection.ranking import rank

        return Answers(rank(self.view, weights), self._candidate_cells)

    def minimum(self, rights: Names = (), holder: str | None = None) -> Minimum:
        """Find the fewest instruments to join that cover every right that can still be covered."""
        from iml_graph.protection.minimum import minimum

        named = [self._adviser.resolve_right(each) for each in _each(rights)]
        return minimum(self.view, rights=named, holder=self._adviser.resolve_holder(holder) if holder else None)

    @cached_property
    def _adviser(self) -> Adviser:
        return self.view.adviser

    def _cover_cells(self, found: RightCover) -> Cells:
        return {
            "party": self.code,
            "on": self.on,
            "right": found.right,
            "label": self._adviser.names.concept("rights", found.right),
            "cover": found.cover.value,
            "articles": list(dict.fromkeys(basis.tag.article for basis in found.bases)),
            "limits": sorted({limit.kind.value for basis in found.bases for limit in basis.limits}),
            "excluded": list(dict.fromkeys(basis.tag.article for basis in found.excluded)),
            "unknown": [name for name, _ in found.unknown],
            "soft": list(dict.fromkeys(tag.article for tag in found.soft)),
            "asserted": found.asserted,
            "contested": found.contested,
        }

    def _candidate_cells(self, found: Candidate) -> Cells:
        return {
            "party": self.code,
            "on": self.on,
            "instrument": found.identifier,
            "name": self._adviser.names.instrument(found.identifier),
            "kind": found.gap.kind.value,
            "step": found.gap.step.value,
            "new": found.additions.new,
            "share": found.additions.share,
            "better": [change.right for change in found.better],
        }


class AddedArticles(Answers["Addition"]):
    """The tagged articles of an instrument, each with what is new in it; all of them together in ``additions``."""

    def __init__(self, additions: Additions, view: View) -> None:
        super().__init__(additions.additions, lambda each: _addition_cells(each, view))
        self.additions = additions

    @property
    def new(self) -> float:
        """The weight of what is new."""
        return self.additions.new

    @property
    def share(self) -> float:
        """The share of the instrument that is new, 0 to 1."""
        return self.additions.share


def _addition_cells(found: Addition, view: View) -> Cells:
    best = found.overlaps[0] if found.overlaps else None
    return {
        "party": view.party.code,
        "on": view.on,
        "article": found.article.key,
        "heading": view.adviser.names.heading(found.article.key),
        "rights": list(dict.fromkeys(tag.right for tag in found.tags)),
        "weight": found.weight,
        "new": found.new,
        "binding": best.article if best else None,
        "relation": best.relation.kind if best and best.relation else None,
        "through": best.through if best else None,
    }


def _gap_cells(found: Gap) -> Cells:
    standing = found.standing
    return {
        "party": standing.party.code,
        "on": standing.on,
        "instrument": standing.instrument.identifier,
        "name": standing.instrument.name,
        "kind": found.kind.value,
        "last_known": standing.last_known.value if standing.last_known else None,
        "step": found.step.value,
        "first": list(found.first),
        "signed": standing.signed,
        "complete_as_of": standing.complete_as_of,
    }


def _each(names: Names) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else tuple(names)


def _day(on: str | None) -> str:
    return (parse_on(on) if on else today()).isoformat()
