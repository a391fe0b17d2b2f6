"""The application over a small graph that is built, as any release is, from ``tests/web/data``."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from iml_web import create_app

from iml_graph import resources
from iml_graph.build.pipeline import build

ANSWERS = ("/", "/search?q=senegal", "/coverage")
DESCRIPTIONS = (
    "/parties",
    "/party/SEN",
    "/party/FRA/gaps?on=2026-02-03",
    "/party/FRA/rights?on=2026-02-03",
    "/party/FRA/rights/right-to-life?on=2026-02-03",
    "/party/FRA/candidates?on=2026-02-03",
    "/party/FRA/adds/icrmw?on=2026-02-03",
    "/party/FRA/road/icrmw?on=2026-02-03",
    "/party/SEN/history?on=2026-02-03",
    "/compare?parties=SEN,FRA,CIV&on=2026-02-03",
    "/matrix?group=union&on=2026-02-03",
    "/corridor?from=SEN&to=FRA&on=2026-02-03",
    "/instruments",
    "/instruments?force=secondary-law",
    "/instrument/icrmw",
    "/instrument/iccpr/statements",
    "/instrument/union-convention",
    "/instrument/union-directive",
    "/instrument/gcm",
    "/instrument/cmw-gc-1",
    "/instrument/small-7",
    "/bilateral",
    "/party/SEN/recommendations",
    "/organizations",
    "/organization/union",
    "/processes",
    "/process/dialogue",
    "/bodies",
    "/body/cmw",
    "/body/rapporteur",
    "/body/assembly",
    "/global-compact",
    "/iom",
    "/unit/iml",
    "/line-of-work/training",
    "/course/sanremo",
    "/network/lawyers",
    "/sources",
    "/source/small-depositary",
    "/source/small-register",
    "/vocabulary/",
    "/vocabulary/statuses",
    "/vocabulary/statuses/party",
    "/vocabulary/gcm-objectives",
    "/vocabulary/gcm-objectives/13",
    "/vocabulary/rights",
    "/vocabulary/rights/collective-expulsion-prohibition",
    "/vocabulary/rights/protection-from-removal",
    "/vocabulary/holders",
    "/vocabulary/holders/migrants",
    "/vocabulary/customary-norms/no-collective-expulsion",
    "/vocabulary/gcm-objectives/21",
    "/instrument/icrmw/provisions",
    "/instrument/icrmw/art/22",
    "/instrument/icrmw/art/9",
    "/decisions",
    "/decision/s-25-2011",
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
