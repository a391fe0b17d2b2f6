"""Answers that take long to work out: the latest are kept, and only a few are worked out at once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import BoundedSemaphore, Lock
from typing import Any, TypeVar

from iml_graph.errors import ImlError
from iml_web import graph, language

T = TypeVar("T")

KEPT = 96
"""How many answers are kept for a release."""

AT_ONCE, WAITED = 2, 20.0
"""How many answers are worked out at once, and for how many seconds another waits for its turn."""


class BusyError(ImlError):
    """Too many long answers are being worked out: says to come back."""

    http_status = 503


class Recent:
    """The latest answers by what they are about."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock, self._turns = Lock(), BoundedSemaphore(AT_ONCE)

    def get(self, key: Hashable, work_out: Callable[[], T]) -> T:
        """Return the answer that is kept, or work it out when it is its turn.

        Raises:
            BusyError: its turn did not come.
        """
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                kept: T = self._kept[key]
                return kept
        if not self._turns.acquire(timeout=WAITED):
            raise BusyError(language.translate("errors.busy"))
        try:
            found = work_out()
        finally:
            self._turns.release()
        with self._lock:
            self._kept[key] = found
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return found


def recently(key: Hashable, work_out: Callable[[], T]) -> T:
    """Return an answer of this release that was worked out of late, or work it out.

    Args:
        key: all that the answer depends on but the release.
        work_out: works it out; must not ask for another one itself.
    """
    return graph.remember("recent", Recent).get(key, work_out)
