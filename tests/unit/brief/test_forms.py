"""The four forms of a briefing: that programs for them can read them, and that nothing is lost."""

from __future__ import annotations

import io
import re
import sys
from itertools import pairwise

import docx as python_docx
import pytest
from docx.oxml.ns import qn
from lxml import etree
from lxml import html as parser
from pypdf import PdfReader

from iml_graph.brief import docx, html, markdown, pdf
from iml_graph.brief.document import Document, Table
from iml_graph.errors import MissingLibraryError


def tables(document: Document) -> list[Table]:
    return [block for _, each in document.walk() for block in each.blocks if isinstance(block, Table)]


def plain(text: str) -> str:
    """Compare texts without regard to which space, or whether a line was broken."""
    return re.sub(r"[\s\u00a0\u202f\u00ad-]+", "", text)


# HTML


@pytest.fixture
def page(briefing: Document) -> etree._Element:
    return parser.document_fromstring(html.render(briefing))


def test_a_page_is_well_formed_and_names_its_language(briefing: Document) -> None:
    text = html.render(briefing)
    found = parser.document_fromstring(text, parser=parser.HTMLParser(recover=False))
    assert found.get("lang") == briefing.lang
    assert text.startswith("<!DOCTYPE html>")
    assert found.findtext(".//title") == f"{briefing.title}: {briefing.subtitle}"


def test_headings_of_a_page_skip_no_level(page: etree._Element) -> None:
    levels = [int(each.tag[1]) for each in page.iter("h1", "h2", "h3", "h4")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(other <= one + 1 for one, other in pairwise(levels))


def test_tables_of_a_page_have_captions_and_scoped_headings(page: etree._Element, briefing: Document) -> None:
    found = list(page.iter("table"))
    assert len(found) == len(tables(briefing))
    for table in found:
        assert table.findtext("caption")
        assert {each.get("scope") for each in table.iterfind(".//thead//th")} == {"col"}
        for row in table.iterfind(".//tbody/tr"):
            assert row[0].get("scope") in ("row", "rowgroup")


def test_pictures_of_a_page_are_told_in_words_and_identifiers_are_unique(page: etree._Element) -> None:
    drawn = page.findall(".//svg")
    assert drawn
    assert all(each.get("role") == "img" and each.findtext("desc") for each in drawn)
    names = page.xpath("//@id")
    assert len(names) == len(set(names))


def test_a_page_needs_nothing_from_elsewhere(page: etree._Element) -> None:
    assert not page.xpath("//script | //link | //img | //*[@src]")


# PDF


@pytest.fixture(scope="session")
def printed(briefing: Document) -> PdfReader:
    pytest.importorskip("weasyprint")
    return PdfReader(io.BytesIO(pdf.render(briefing)))


def test_a_pdf_is_tagged_and_names_title_and_language(printed: PdfReader, briefing: Document) -> None:
    root = printed.trailer["/Root"].get_object()
    assert root["/Lang"] == briefing.lang
    assert root["/MarkInfo"].get_object()["/Marked"]
    assert "/StructTreeRoot" in root
    assert printed.metadata
    assert printed.metadata.title == f"{briefing.title}: {briefing.subtitle}"


def test_the_summary_takes_two_pages_and_the_rights_begin_on_the_next(printed: PdfReader, briefing: Document) -> None:
    rights = plain(briefing.sections[1].title)
    pages = [plain(page.extract_text()) for page in printed.pages]
    assert next(place for place, text in enumerate(pages) if rights in text) in (1, 2)
    assert len(pages) > 6


def test_every_page_has_its_number_the_release_and_the_day_of_the_data(printed: PdfReader, briefing: Document) -> None:
    for place, page in enumerate(printed.pages, 1):
        text = plain(page.extract_text())
        assert plain(briefing.origin) in text
        assert plain(briefing.page_of.format(page=place, pages=len(printed.pages))) in text
        assert place == 1 or plain(briefing.running) in text


def test_a_system_without_pango_is_told_what_to_install(briefing: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    class Missing:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "weasyprint":
                raise OSError("cannot load library 'libpango-1.0-0'")

    for name in [each for each in sys.modules if each.partition(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Missing(), *sys.meta_path])
    with pytest.raises(MissingLibraryError, match=r"apt-get install libpango-1\.0-0 libpangoft2-1\.0-0"):
        pdf.render(briefing)


# DOCX


@pytest.fixture(scope="session")
def word_file(briefing: Document) -> python_docx.document.Document:
    return python_docx.Document(io.BytesIO(docx.render(briefing)))


def test_a_docx_has_real_headings_in_the_order_of_the_sections(
    word_file: python_docx.document.Document, briefing: Document
) -> None:
    found = [(each.style.name, each.text) for each in word_file.paragraphs if each.style.name.startswith("Heading")]
    assert found == [(f"Heading {depth}", each.title) for depth, each in briefing.walk()]


def test_tables_of_a_docx_repeat_their_heading_row(
    word_file: python_docx.document.Document, briefing: Document
) -> None:
    assert len(word_file.tables) == len(tables(briefing))
    for drawn, table in zip(word_file.tables, tables(briefing), strict=True):
        first = drawn.rows[0]
        assert [cell.text for cell in first.cells] == [column.title for column in table.columns]
        assert first._tr.trPr.find(qn("w:tblHeader")) is not None
        assert len(drawn.rows) == 1 + len(table.rows) + sum(bool(group.title) for group in table.groups)


def test_a_docx_names_its_language_and_its_pictures(
    word_file: python_docx.document.Document, briefing: Document
) -> None:
    assert word_file.core_properties.language.startswith(briefing.lang)
    language = word_file.styles["Normal"].element.rPr.find(qn("w:lang"))
    assert language.get(qn("w:val")).startswith(briefing.lang)
    assert word_file.inline_shapes
    assert all(each._inline.docPr.get("descr") for each in word_file.inline_shapes)


def test_a_docx_names_the_release_on_every_page(word_file: python_docx.document.Document, briefing: Document) -> None:
    (section,) = word_file.sections
    assert briefing.origin in section.footer.paragraphs[0].text
    assert section.header.paragraphs[0].text == briefing.running


# Markdown


def test_markdown_has_all_headings_and_tables_of_equal_width(briefing: Document) -> None:
    text = markdown.render(briefing)
    headings = re.findall(r"^(#+) (.*)$", text, re.MULTILINE)
    assert len(headings) == 1 + len(list(briefing.walk()))
    for block in re.findall(r"(?:^\|.*\|\n)+", text, re.MULTILINE):
        widths = {len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()}
        assert len(widths) == 1


def test_signs_of_markdown_in_texts_stay_signs() -> None:
    assert markdown._plain("a|b *c* [d] <e>") == r"a\|b \*c\* \[d\] \<e\>"
