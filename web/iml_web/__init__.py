"""The browser: pages that a person reads and a program can read too, rendered on the server, no script needed."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Flask
from jinja2 import StrictUndefined

from iml_web import (
    adviser,
    analysis,
    bilateral,
    bodies,
    briefs,
    candidates,
    citations,
    compact,
    comparisons,
    coverage,
    decisions,
    dereference,
    errors,
    facets,
    gaps,
    graph,
    headers,
    histories,
    holders,
    home,
    instruments,
    iom,
    language,
    norms,
    objectives,
    organizations,
    parties,
    processes,
    protection,
    provisions,
    recommendations,
    rights,
    roads,
    shown,
    sources,
    sparql,
    statements,
    terms,
)

PARTS = (graph, language, headers, shown, citations, facets, analysis, adviser, sparql)
PAGES = (
    *(home, parties, gaps, recommendations, instruments, bilateral, statements, organizations, bodies, processes),
    *(rights, holders, norms, objectives, provisions, decisions),
    *(protection, candidates, roads, histories, comparisons, briefs),
    *(compact, iom, sources, coverage, terms, dereference, errors),
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
    for part in PARTS:
        part.init_app(app)
    for page in PAGES:
        app.register_blueprint(page.bp)
    return app
