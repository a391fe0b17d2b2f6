"""Where the project's files are: the same whether run from a checkout or from an installed wheel."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parent


def in_checkout() -> bool:
    """Tell whether the package runs from a source checkout rather than from an installed wheel."""
    return (_CHECKOUT / "pyproject.toml").is_file() and (_CHECKOUT / "ontology").is_dir()


def root() -> Path:
    """Folder that holds ``ontology``, ``data`` and ``queries``."""
    return _CHECKOUT if in_checkout() else _PACKAGE / "bundled"


def ontology() -> Path:
    """Folder of the ontology."""
    return root() / "ontology"


def data() -> Path:
    """Folder of the committed data."""
    return root() / "data"


def queries() -> Path:
    """Folder of the query library."""
    return root() / "queries"


def home() -> Path:
    """Folder that ``iml build`` publishes to.

    ``IML_HOME`` if set; else ``build/`` of the checkout; else ``iml-graph`` in the user's data folder
    (XDG base directory specification).
    """
    if chosen := os.environ.get("IML_HOME"):
        return Path(chosen)
    if in_checkout():
        return _CHECKOUT / "build"
    base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / "iml-graph"
