"""Names of the few parties of the fixtures, by exact match."""

from collections.abc import Callable
from pathlib import Path

import pytest

from iml_graph.errors import UnknownNameError
from iml_graph.ingest.names import Names

CODES = {
    "Afghanistan": "AFG",
    "Albania": "ALB",
    "Austria": "AUT",
    "AUSTRIA": "AUT",
    "Bahamas": "BHS",
    "Burundi": "BDI",
    "CYPRUS": "CYP",
    "Chad": "TCD",
    "European Union": "EUE",
    "Israel": "ISR",
    "Jamaica": "JAM",
    "Montenegro": "MNE",
    "Netherlands": "NLD",
    "Rwanda": "RWA",
    "Serbia": "SRB",
    "Türkiye": "TUR",
    "UNITED KINGDOM": "GBR",
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
def codes() -> Names:
    return Names(Codes())


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    """Write a text below the temporary folder, and return that folder."""

    def _write(file: str, text: str) -> Path:
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return tmp_path

    return _write
