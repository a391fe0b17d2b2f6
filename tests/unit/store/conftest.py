"""One small graph, as a store on disk and as the same store behind a real SPARQL server."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from iml_graph.store import Store, open_store

DATA = """
@prefix ex: <http://example.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
ex:first {
    ex:quai ex:label "Quai de l’Horloge"@fr , "Clock Quay"@en ; ex:opened "1998-05-26"^^xsd:date ; ex:rank 3 .
    ex:mole ex:label "Môle"@fr ; ex:opened "2004-01-01"^^xsd:date ; ex:next ex:quai .
}
ex:second {
    ex:dock ex:label "Dock \\"B\\" \\\\ C"@en ; ex:rank 7 ; ex:near [ ex:label "shed"@en ] .
    ex:quai ex:rank 3 .
}
"""


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("graph") / "store"
    store = ox.Store(str(path))
    store.bulk_load(DATA.encode(), ox.RdfFormat.TRIG)
    store.flush()
    return path


@pytest.fixture(scope="session")
def endpoint(folder: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    program = Path(sys.executable).with_name("oxigraph")
    command = [program, "serve-read-only", "--location", folder, "--bind", address, "--union-default-graph"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:
        _wait_for(f"http://{address}/", server)
        yield f"http://{address}/query"
        server.terminate()


def _wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        try:
            urllib.request.urlopen(url, timeout=5).close()  # noqa: S310 -- our own server on this machine
            return
        except OSError:
            assert server.poll() is None, "the SPARQL server ended"
            time.sleep(0.05)
    raise AssertionError("the SPARQL server does not answer")


@pytest.fixture(params=["embedded", "remote"])
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    where = request.getfixturevalue("folder" if request.param == "embedded" else "endpoint")
    opened = open_store(where)
    yield opened
    opened.close()
