"""The application over a small graph that is built, as any release is, from ``tests/web/data``."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from iml_web import create_app

from iml_graph import resources
from iml_graph.build.pipeline import build

ANSWERS = ("/", "/search?q=senegal")
DESCRIPTIONS = (
    "/parties",
    "/party/SEN",
    "/party/FRA/gaps?on=2026-02-03",
    "/instruments",
    "/instrument/icrmw",
    "/instrument/iccpr/statements",
    "/bodies",
    "/body/cmw",
    "/sources",
    "/source/small-depositary",
    "/vocabulary/",
    "/vocabulary/statuses",
    "/vocabulary/statuses/party",
    "/ontology",
)
"""Pages about things of the graph, which are RDF too."""

DATA = ANSWERS + DESCRIPTIONS
"""Pages that are JSON, CSV and Markdown too."""

PAGES = (*DATA, "/about", "/party/ABW", "/resource/action/iccpr/FRA/reservation/1980-11-04", "/sparql")
"""At least one page of each template."""


@pytest.fixture(params=PAGES)
def address(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=DATA)
def data_address(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=DESCRIPTIONS)
def rdf_address(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session")
def pages() -> tuple[str, ...]:
    return PAGES


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("home")
    build(resources.ontology(), Path(__file__).parent / "data", home)
    return home / "current"


@pytest.fixture(scope="session")
def app(published: Path) -> Flask:
    return create_app({"TESTING": True, "STORE_PATH": published / "store"})


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
