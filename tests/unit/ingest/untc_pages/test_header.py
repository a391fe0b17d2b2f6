from collections.abc import Callable
from pathlib import Path

import pytest

from iml_graph.errors import SourceFormatError
from iml_graph.ingest.untc_pages import Page, PageHeader, open_page, read_header

MakePage = Callable[..., Page]


def test_header_gives_counts_dates_and_numbers(make_page: MakePage) -> None:
    assert read_header(make_page()) == PageHeader(
        mtdsg_no="IV-5",
        status_as_at="2026-02-03",
        signatories=2,
        parties=3,
        concluded_at="New York",
        concluded_on="1966-12-16",
        entered_into_force_on="1976-03-23",
        registered_on="1976-04-12",
        unts_registration="14668",
        unts_volume=999,
    )


@pytest.mark.parametrize(
    ("printed", "instead", "element"),
    [
        ("Parties :", "Partys", "rptStatus_ctl00_tcText"),
        ("STATUS AS AT", "AS AT", "div3"),
        ("23 March 1976, in", "soon, in", "rptEIF_ctl00_tcText"),
        ("rptRegistration_", "rptOther_", "rptRegistration_ctl00_tcText"),
    ],
)
def test_a_malformed_head_names_file_and_element(
    make_page: MakePage, tmp_path: Path, printed: str, instead: str, element: str
) -> None:
    make_page()
    path = tmp_path / "html" / "IV-5.html"
    path.write_text(path.read_text(encoding="utf-8").replace(printed, instead), encoding="utf-8")
    with pytest.raises(SourceFormatError) as error:
        read_header(open_page(path))
    assert (error.value.file, error.value.place) == ("IV-5.html", element)


def test_a_page_cut_short_is_refused(make_page: MakePage, tmp_path: Path) -> None:
    make_page()
    path = tmp_path / "html" / "IV-5.html"
    content = path.read_bytes()
    path.write_bytes(content[: len(content) * 9 // 10])
    with pytest.raises(SourceFormatError, match=r"IV-5\.html, </html>: "):
        open_page(path)


def test_a_file_that_is_no_page_is_refused(tmp_path: Path) -> None:
    empty = tmp_path / "IV-5.html"
    empty.write_text("", encoding="utf-8")
    with pytest.raises(SourceFormatError, match=r"IV-5\.html"):
        open_page(empty)
    with pytest.raises(SourceFormatError, match="chapter IV"):
        open_page(tmp_path / "V-2.html")
