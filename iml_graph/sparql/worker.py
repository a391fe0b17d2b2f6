"""A process that answers visitors' queries one after another, and may be killed at any moment.

It opens the store once, then gives up the right to open anything else, so that no query can reach a file or
the network even where the guard has overlooked something. Requests and replies are JSON, then bytes.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
from collections.abc import Mapping
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from iml_graph.errors import QuerySyntaxError, StoreError
from iml_graph.namespaces import BASE
from iml_graph.sparql.results import Written, write
from iml_graph.store.embedded import open_files
from iml_graph.store.syntax import syntax_error


def main() -> None:
    """Serve requests on the socket whose number is the first argument, until the other end closes it.

    Further arguments: the folder of the store, and the bytes of memory that a query may take.
    """
    connection = Connection(int(sys.argv[1]))
    try:
        store = open_files(Path(sys.argv[2]))
    except StoreError as error:
        _reply(connection, {"status": "no-store", "message": str(error)})
        return
    graphs = [graph.value for graph in store.named_graphs()]
    _give_up_rights(int(sys.argv[3]))
    _reply(connection, {"status": "ready", "graphs": graphs})
    while (request := _next(connection)) is not None:
        # Ends this process even if the server, who otherwise does so, is gone. The signal needs no handler.
        signal.alarm(request["seconds"])
        _reply(connection, *_answer(store, request))
        signal.alarm(0)


def _give_up_rights(memory: int) -> None:
    in_use = int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE") if _LINUX else 0
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
    if _LINUX:  # other systems do not enforce it
        resource.setrlimit(resource.RLIMIT_AS, (in_use + memory, in_use + memory))


_LINUX = sys.platform == "linux"


def _next(connection: Connection) -> dict[str, Any] | None:
    try:
        request: dict[str, Any] = json.loads(connection.recv_bytes())
    except EOFError:
        return None
    return request


def _reply(connection: Connection, head: Mapping[str, object], body: bytes = b"") -> None:
    connection.send_bytes(json.dumps(head).encode())
    connection.send_bytes(body)


def _answer(store: ox.Store, request: Mapping[str, Any]) -> tuple[dict[str, object], bytes]:
    try:
        written = _run(store, request)
    except QuerySyntaxError as error:
        message = str(error).partition(": ")[2]
        return {"status": "syntax", "message": message, "line": error.line, "column": error.column}, b""
    except MemoryError:
        return {"status": "memory"}, b""
    except (OSError, RuntimeError, ValueError) as error:
        if str(error).startswith("Corruption"):  # the status of RocksDB, which has no exception of its own
            message = f"The graph cannot be read ({error}). Run `iml build` to build it again."
            return {"status": "no-store", "message": message}, b""
        return {"status": "failed", "message": str(error)}, b""
    return {"status": "ok", "count": written.count, "truncated": written.truncated}, written.body


def _run(store: ox.Store, request: Mapping[str, Any]) -> Written:
    try:
        answer = store.query(request["query"], base_iri=BASE, **_dataset(request))
    except SyntaxError as error:
        raise syntax_error(request["query"], str(error)) from None
    return write(answer, request["format"], request["rows"], request["size"])


def _dataset(request: Mapping[str, Any]) -> dict[str, Any]:
    default, named = request["default_graphs"], request["named_graphs"]
    if not default and not named:
        return {"use_default_graph_as_union": True}
    # Given in full, because Oxigraph lets the union win over FROM without a word.
    return {
        "default_graph": [ox.NamedNode(graph) for graph in default],
        "named_graphs": [ox.NamedNode(graph) for graph in named],
    }
