from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import ClassVar

import pytest

from iml_graph.errors import StoreError
from iml_graph.store import open_store


class _Cut(BaseHTTPRequestHandler):
    """An endpoint that answers 200 and then breaks off, as the Oxigraph server does at its time limit."""

    bodies: ClassVar = {
        "application/sparql-results+json": b'{"head":{"vars":["s"]},"results":{"bindings":[{"s":',
        "application/rdf+xml": b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Descr',
    }

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        media_type = next(each for each in self.bodies if each in self.headers["Accept"])
        self.send_response(200)
        self.send_header("Content-Type", media_type)
        self.end_headers()
        self.wfile.write(self.bodies[media_type])

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def cut() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), _Cut) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def test_an_answer_cut_short_is_an_error_and_never_a_short_answer(cut: str) -> None:
    store = open_store(cut)
    with pytest.raises(StoreError, match="broke off"):
        store.select("SELECT ?s { ?s ?p ?o }")
    with pytest.raises(StoreError, match="broke off"):
        list(store.construct("CONSTRUCT WHERE { ?s ?p ?o }"))


def test_an_endpoint_that_is_not_there_is_named() -> None:
    with pytest.raises(StoreError, match=r"http://127\.0\.0\.1:9/ does not answer"):
        open_store("http://127.0.0.1:9/").ask("ASK {}")
