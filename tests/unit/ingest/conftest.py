"""A resolver that knows the few names of the fixtures, by exact match."""

from collections.abc import Callable
from pathlib import Path

import pytest

from iml_graph.errors import UnknownNameError

CODES = {
    "Afghanistan": "AFG",
    "Albania": "ALB",
    "Austria": "AUT",
    "Bahamas": "BHS",
    "Burundi": "BDI",
    "Chad": "TCD",
    "European Union": "EUE",
    "Israel": "ISR",
    "Jamaica": "JAM",
    "Montenegro": "MNE",
    "Netherlands": "NLD",
    "Rwanda": "RWA",
    "Türkiye": "TUR",
    "Zimbabwe": "ZWE",
}


class Codes:
    """Knows the names above and their codes."""

    def resolve(self, name: str) -> str:
        if name in CODES.values() or (name.isupper() and len(name) == 3):
            return name
        if name not in CODES:
            raise UnknownNameError("party", name)
        return CODES[name]


@pytest.fixture
def codes() -> Codes:
    return Codes()


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    """Write a text below the temporary folder, and return that folder."""

    def _write(file: str, text: str) -> Path:
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return tmp_path

    return _write
