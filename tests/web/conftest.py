"""The application over a small graph that is built, as any release is, from ``tests/web/data``."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from iml_web import create_app

from iml_graph import resources
from iml_graph.build.pipeline import build


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
