"""The endpoint over the graphs that the protocol tests of the W3C ask about, under their names."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox
import pytest
from flask.testing import FlaskClient
from iml_web import create_app

DATA = "http://kasei.us/2009/09/sparql/data/"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    path = tmp_path_factory.mktemp("protocol") / "store"
    store = ox.Store(str(path))
    rdf_type = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    document = ox.NamedNode("http://xmlns.com/foaf/0.1/Document")
    for number in range(4):
        name = ox.NamedNode(f"{DATA}data{number}.rdf")
        store.add(ox.Quad(name, rdf_type, document, name))
    store.flush()
    app = create_app({"TESTING": True, "STORE_PATH": path})
    yield app.test_client()
    app.extensions["iml_runner"].close()
