"""Run visitors' queries in a few warm processes that are killed when a query takes too long."""

from __future__ import annotations

import json
import math
import os
import queue
import subprocess
import sys
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from threading import BoundedSemaphore, Lock
from typing import Any

from iml_graph.errors import BadInputError, ImlError, QuerySyntaxError, QueryTimeoutError, StoreError
from iml_graph.sparql.guard import Query, check_graphs

_PACKAGE_ROOT = str(Path(__file__).parents[2])
_START = "from iml_graph.sparql.worker import main; main()"
_START_SECONDS = 30


class RunnerBusyError(ImlError):
    """As many queries are running and waiting as there is room for; ``retry_after`` is in seconds."""

    http_status = 503

    def __init__(self, retry_after: int) -> None:
        super().__init__(f"Too many queries are waiting. Ask again in {retry_after} seconds.")
        self.retry_after = retry_after


class QueryTooCostlyError(ImlError):
    """A query ended its process: it needed more memory than is given to one, or is nested too deeply."""

    http_status = 503


class QueryFailedError(BadInputError):
    """A query is SPARQL but cannot be evaluated or written in the format asked for; says why."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query, and all together, may take: seconds, bytes, rows or triples, and processes.

    Keep ``workers + waiting`` below the threads of the server: a visitor's query holds one of them while it runs
    or waits, and the other pages need the rest.
    """

    seconds: float = 20.0
    memory: int = 768 * 2**20
    rows: int = 50_000
    size: int = 16 * 2**20
    workers: int = 2
    waiting: int = 4


@dataclass(frozen=True, slots=True)
class Answer:
    """A document in the format asked for; ``truncated`` if a limit cut it after ``count`` rows or triples."""

    body: bytes
    count: int
    truncated: bool


class Runner:
    """Answers queries over the store in a folder, which a build may replace by a symbolic link at any time.

    Safe to share between threads. Close it, or use it as a context; it also ends with the interpreter.
    """

    def __init__(self, location: Path, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        workers = [_Worker(location, self.limits) for _ in range(self.limits.workers)]
        self._idle: queue.LifoQueue[_Worker] = queue.LifoQueue()
        for worker in workers:
            self._idle.put(worker)
        self._room = BoundedSemaphore(self.limits.workers + self.limits.waiting)
        self.close = weakref.finalize(self, _stop_all, workers)

    def __enter__(self) -> Runner:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def run(self, query: Query, format_: str, rows: int | None = None) -> Answer:
        """Answer a query that the guard has read, in a format of ``results.write``.

        ``rows`` lowers the limit on rows for this query.

        Raises:
            RunnerBusyError: there is no room to wait, or no process came free within the time of one query.
            QueryRefusedError: it names a graph that the store does not hold.
            QuerySyntaxError: it is not SPARQL.
            QueryFailedError: it cannot be evaluated, or not written in this format.
            QueryTimeoutError: it took longer than the limit, and was stopped.
            QueryTooCostlyError: it took more memory than the limit, and was stopped.
            StoreError: there is no store, or it cannot be read.
        """
        most = min(rows or self.limits.rows, self.limits.rows)
        with self._worker() as worker:
            check_graphs(query, worker.graphs())
            return worker.ask(query, format_, most)

    def graphs(self) -> frozenset[str]:
        """Return the names of the graphs in the store.

        Raises:
            RunnerBusyError, StoreError: as for ``run``.
        """
        with self._worker() as worker:
            return worker.graphs()

    @contextmanager
    def _worker(self) -> Iterator[_Worker]:
        retry_after = math.ceil(self.limits.seconds)
        if not self._room.acquire(blocking=False):
            raise RunnerBusyError(retry_after)
        try:
            worker = self._idle.get(timeout=self.limits.seconds)
        except queue.Empty:
            self._room.release()
            raise RunnerBusyError(retry_after) from None
        try:
            yield worker
        finally:
            self._idle.put(worker)
            self._room.release()


class _Worker:
    """One process and the socket to it; used by one thread at a time, stopped from any."""

    def __init__(self, location: Path, limits: Limits) -> None:
        self._location, self._limits = location, limits
        self._opened: Path | None = None
        self._graphs: frozenset[str] = frozenset()
        self._process: subprocess.Popen[bytes] | None = None
        self._connection: Connection | None = None
        self._stopping = Lock()
        self._closed = False

    def graphs(self) -> frozenset[str]:
        """Return the graphs of the store that is published now, starting the process anew if it has another."""
        published = self._location.resolve()
        if self._connection is None or published != self._opened:
            self.stop()
            self._start(published)
        return self._graphs

    def ask(self, query: Query, format_: str, rows: int) -> Answer:
        seconds = self._limits.seconds
        request = {
            "query": query.text,
            "default_graphs": query.default_graphs,
            "named_graphs": query.named_graphs,
            "format": format_,
            "rows": rows,
            "size": self._limits.size,
            "seconds": math.ceil(seconds) + 5,
        }
        try:
            head, body = self._exchange(json.dumps(request).encode(), seconds)
        except TimeoutError:
            self.stop()
            raise QueryTimeoutError(
                f"The query was stopped after {seconds:g} seconds. Ask for less: add LIMIT, or fix more variables."
            ) from None
        except (EOFError, OSError):
            self.stop()
            raise _too_costly() from None
        return _read(head, body)

    def stop(self) -> None:
        """Kill the process, wait for its end, and close the socket."""
        with self._stopping:
            if self._process is not None:
                self._process.kill()
                self._process.wait()
            if self._connection is not None:
                self._connection.close()
            self._process = self._connection = None

    def close(self) -> None:
        self._closed = True
        self.stop()

    def _start(self, published: Path) -> None:
        if self._closed:
            raise StoreError("The server is stopping.")
        self._process, self._connection = _spawn(published, self._limits.memory)
        self._opened = published
        try:
            head, _ = self._exchange(None, _START_SECONDS)
        except (TimeoutError, EOFError, OSError):
            self.stop()
            raise StoreError("The process for queries did not start. Is there enough memory on this machine?") from None
        if head["status"] == "no-store":
            self.stop()
            raise StoreError(head["message"])
        self._graphs = frozenset(head["graphs"])

    def _exchange(self, request: bytes | None, seconds: float) -> tuple[dict[str, Any], bytes]:
        connection = self._connection
        if connection is None:
            raise EOFError
        if request is not None:
            connection.send_bytes(request)
        if not connection.poll(seconds):
            raise TimeoutError
        return json.loads(connection.recv_bytes()), connection.recv_bytes()


def _spawn(store: Path, memory: int) -> tuple[subprocess.Popen[bytes], Connection]:
    # No fork: the server has threads. No multiprocessing either: it would import the server's main module again.
    ours, theirs = Pipe()
    with theirs:
        command = [sys.executable, "-P", "-c", _START, str(theirs.fileno()), str(store), str(memory)]
        process = subprocess.Popen(  # noqa: S603 -- this interpreter, and our own arguments
            command,
            pass_fds=[theirs.fileno()],
            env=os.environ | {"PYTHONPATH": _PACKAGE_ROOT},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # an interrupt at the keyboard is the server's to handle
        )
    return process, ours


def _read(head: dict[str, Any], body: bytes) -> Answer:
    match head["status"]:
        case "ok":
            return Answer(body, head["count"], head["truncated"])
        case "syntax":
            raise QuerySyntaxError(head["message"], head["line"], head["column"])
        case "memory":
            raise _too_costly()
        case "no-store":
            raise StoreError(head["message"])
        case _:
            raise QueryFailedError(f"The query cannot be answered: {head['message']}.")


def _too_costly() -> QueryTooCostlyError:
    return QueryTooCostlyError(
        "The query was stopped: it took more memory than one query may, or is nested too deeply. Ask for less."
    )


def _stop_all(workers: list[_Worker]) -> None:
    for worker in workers:
        worker.close()
