"""Answers that take long to work out: the latest are kept, and only a few are worked out at once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import BoundedSemaphore, Lock
from typing import Any, TypeVar, cast

from iml_graph.errors import ImlError
from iml_web import graph, language

T = TypeVar("T")

KEPT, KEPT_FILES, KEPT_DRAFTS = 96, 12, 4
"""How many answers are kept for a release, how many files, and how many drafts that files are written from."""

AT_ONCE, WAITING = 2, 2
"""How many answers are worked out at once, and how many others may wait for their turn."""

WAITED = 8.0
"""For how many seconds they wait."""


class BusyError(ImlError):
    """Too many long answers are being worked out: says to come back."""

    http_status = 503


class Recent:
    """The latest answers by what they are about.

    Args:
        kept: how many.
        at_once: how many are worked out at once.
    """

    def __init__(self, kept: int = KEPT, at_once: int = AT_ONCE) -> None:
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._most, self._lock = kept, Lock()
        self._turns, self._places = BoundedSemaphore(at_once), BoundedSemaphore(at_once + WAITING)

    def get(self, key: Hashable, work_out: Callable[[], T]) -> T:
        """Return the answer that is kept, or work it out when it is its turn.

        Raises:
            BusyError: too many wait, or its turn did not come.
        """
        known, found = self._find(key)
        if known:
            return cast(T, found)
        if not self._places.acquire(blocking=False):
            raise BusyError(language.translate("errors.busy"))
        try:
            return self._in_turn(key, work_out)
        finally:
            self._places.release()

    def _in_turn(self, key: Hashable, work_out: Callable[[], T]) -> T:
        if not self._turns.acquire(timeout=WAITED):
            raise BusyError(language.translate("errors.busy"))
        try:
            known, found = self._find(key)  # another may have asked the same meanwhile
            if not known:
                found = work_out()
                self._keep(key, found)
        finally:
            self._turns.release()
        return cast(T, found)

    def _find(self, key: Hashable) -> tuple[bool, Any]:
        with self._lock:
            if key not in self._kept:
                return False, None
            self._kept.move_to_end(key)
            return True, self._kept[key]

    def _keep(self, key: Hashable, found: object) -> None:
        with self._lock:
            self._kept[key] = found
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)


def recently(key: Hashable, work_out: Callable[[], T]) -> T:
    """Return an answer of this release that was worked out of late, or work it out.

    Args:
        key: all that the answer depends on but the release.
        work_out: works it out; must not ask for another one itself.

    Raises:
        BusyError: too many others are being worked out.
    """
    return graph.remember("recent", Recent).get(key, work_out)


def recent_file(key: Hashable, form: str, draft: Callable[[], T], write: Callable[[T], bytes]) -> bytes:
    """Return a file that was written of late, or write it: one at a time, for that takes long.

    Args:
        key: all that the file depends on but the release and its form.
        form: its form.
        draft: makes what the file is written from, whatever its form.
        write: writes the file.

    Raises:
        BusyError: too many others are being written.
    """
    drafts = graph.remember("drafts", lambda: Recent(KEPT_DRAFTS, 1))
    files = graph.remember("files", lambda: Recent(KEPT_FILES, 1))
    return files.get((key, form), lambda: write(drafts.get(key, draft)))
