import pytest

from iml_graph.errors import SourceFormatError
from iml_graph.ingest import page_counts
from iml_graph.ingest.untc_pages.page import PREFIX

PARTS = {
    "rptStatus_ctl00_tcText": "Signatories : 40. Parties : 60",
    "div3": "STATUS AS AT : 03-02-2026 10:16:18 EDT",
    "rptTreaty_ctl00_tcText": "New York, 18 December 1990",
    "rptRegistration_ctl00_tcText": "1 July 2003, No. 39481",
    "rptEIF_ctl00_tcText": "1 July 2003, in accordance with article 87(1).",
    "rptText_ctl00_tcText": "United Nations, Treaty Series, vol. 2220, p. 3",
}


@pytest.fixture
def folder(write, monkeypatch):
    monkeypatch.setattr(page_counts, "INSTRUMENTS", {"IV-13": "icrmw"})
    body = "".join(f'<div id="{PREFIX}{name}">{text}</div>' for name, text in PARTS.items())
    return write("html/IV-13.html", f"<html><body>{body}</body></html>")


def test_the_head_of_a_page_gives_numbers_and_day(folder, codes):
    [count] = page_counts.read_counts(folder, codes)
    assert (count.instrument, count.signatories, count.parties) == ("icrmw", "40", "60")
    assert count.as_of == "2026-02-03"


def test_participants_are_left_to_the_grid(folder, codes):
    assert [count.participants for count in page_counts.read_counts(folder, codes)] == [""]


def test_a_page_without_its_numbers_is_named(folder, codes):
    (folder / "html" / "IV-13.html").write_text("<html><body>nothing</body></html>")
    with pytest.raises(SourceFormatError, match=r"IV-13\.html"):
        list(page_counts.read_counts(folder, codes))
