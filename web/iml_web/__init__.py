"""The browser: pages that a person reads and a program can read too, rendered on the server, no script needed."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Flask
from jinja2 import StrictUndefined

from iml_web import (
    bodies,
    dereference,
    errors,
    gaps,
    graph,
    headers,
    home,
    instruments,
    language,
    parties,
    shown,
    sources,
    sparql,
    statements,
    terms,
)


def create_app(config: Mapping[str, object] | None = None) -> Flask:
    """Make the application.

    Args:
        config: Flask settings and ``STORE_PATH``, the folder of the store; ``build/current/store`` of the
            project's home if not given. The manifest of the release lies beside it.
    """
    app = Flask(__name__)
    app.config.from_mapping(config or {})
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    for part in (graph, language, headers, shown, sparql):
        part.init_app(app)
    for page in (home, parties, gaps, instruments, statements, bodies, sources, terms, dereference, errors):
        app.register_blueprint(page.bp)
    return app
