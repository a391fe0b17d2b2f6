"""Pages of our own making, with the element ids and the quirks of the depositary's."""

from collections.abc import Callable
from pathlib import Path

import pytest

from iml_graph.errors import UnknownNameError
from iml_graph.ingest.names import Names
from iml_graph.ingest.untc_pages import Page, open_page
from iml_graph.ingest.untc_pages.page import PREFIX

TEMPLATE = Path(__file__).parents[1] / "fixtures" / "untc_page.html"

CODES = {
    "Austria": "AUT",
    "Aruba": "ABW",
    "Belarus": "BLR",
    "Chile": "CHL",
    "Czechoslovakia": "CSK",
    "European Union": "EUE",
    "German Democratic Republic": "DDR",
    "Democratic Kampuchea": "KHM",
    "Germany": "DEU",
    "Guatemala": "GTM",
    "Jamaica": "JAM",
    "Lao People's Democratic Republic": "LAO",
    "Mexico": "MEX",
    "Netherlands (Kingdom of the)": "NLD",
    "Pakistan": "PAK",
    "Qatar": "QAT",
    "Serbia": "SRB",
    "Turks and Caicos Islands": "TCA",
    "Yemen": "YEM",
    "at [the]": "AUT",
    "former Yugoslavia": "YUG",
}


class Resolver:
    """Knows the names above, exactly as written."""

    def resolve(self, name: str) -> str:
        if name not in CODES:
            raise UnknownNameError("party", name)
        return CODES[name]


MakePage = Callable[..., Page]


@pytest.fixture
def names() -> Names:
    return Names(Resolver())


@pytest.fixture
def make_page(tmp_path: Path) -> MakePage:
    """Write a page with the given lines of the grid and the given sections, and open it."""

    def make(number: str = "IV-5", grid: tuple[str, ...] = (), sections: tuple[str, ...] = ()) -> Page:
        text = TEMPLATE.read_text(encoding="utf-8")
        text = text.replace("<!--grid-->", "".join(grid)).replace("<!--sections-->", "".join(sections))
        folder = tmp_path / "html"
        folder.mkdir(exist_ok=True)
        path = folder / f"{number}.html"
        path.write_text(text.replace('id="@', f'id="{PREFIX}'), encoding="utf-8")
        return open_page(path)

    return make
