"""The briefing as a DOCX: styles for headings, rows of headings that repeat, the language set, words for pictures."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any

import docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from iml_graph.brief.document import Block, Cell, Column, Document, Figure, Items, Paragraph, Table

_LANGUAGES = {"en": "en-GB", "fr": "fr-FR", "es": "es-ES"}
_FONT = "Arial"
_INK, _QUIET = RGBColor(0x17, 0x45, 0x6B), RGBColor(0x4A, 0x4A, 0x4A)
_TEXT_WIDTH = 17.6
"""Of a page between its margins, in centimetres."""

_ZOOM = 3
"""How many pixels a picture has for one of its own units."""


def render(document: Document) -> bytes:
    """Write the file."""
    file = docx.Document()
    _set_up(file, document)
    file.add_paragraph(document.title, style="Title")
    file.add_paragraph(document.subtitle, style="Subtitle")
    for depth, section in document.walk():
        heading = file.add_heading(section.title, depth)
        heading.paragraph_format.page_break_before = section.page
        for block in section.blocks:
            _add(file, block)
    out = BytesIO()
    file.save(out)
    return out.getvalue()


def _set_up(file: Any, document: Document) -> None:
    """Set page, language, styles, header and footer."""
    properties = file.core_properties
    properties.title, properties.subject = f"{document.title}: {document.subtitle}", document.running
    properties.language, properties.author, properties.comments = (
        _LANGUAGES[document.lang],
        "IML Graph",
        document.origin,
    )
    page = file.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(1.7)
    page.top_margin, page.bottom_margin = Cm(2.1), Cm(1.9)
    styles = file.styles
    _font(styles["Normal"], 9.5)
    styles["Normal"].paragraph_format.space_after = Pt(4)
    _language(styles["Normal"], document.lang)
    for name, size in (("Title", 19), ("Subtitle", 12), ("Heading 1", 14), ("Heading 2", 11), ("Caption", 9)):
        _font(styles[name], size, bold=name != "Subtitle", colour=_INK)
        styles[name].paragraph_format.keep_with_next = True
    for name in ("Header", "Footer"):
        _font(styles[name], 8, colour=_QUIET)
    page.header.paragraphs[0].text = document.running
    _number(page.footer.paragraphs[0], document)


def _font(style: Any, size: float, bold: bool = False, colour: RGBColor | None = None) -> None:
    style.font.name, style.font.size, style.font.bold, style.font.italic = _FONT, Pt(size), bold, False
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):  # a theme’s font would win over the named one
        if name.endswith("Theme"):
            del fonts.attrib[name]
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), _FONT)
    if colour is not None:
        style.font.color.rgb = colour


def _language(run: Any, lang: str) -> None:
    """Set the language of a style or a run."""
    found = OxmlElement("w:lang")
    found.set(qn("w:val"), _LANGUAGES[lang])
    run.element.get_or_add_rPr().append(found)


def _number(paragraph: Any, document: Document) -> None:
    """Write where the data come from, and the number of the page."""
    before, rest = document.page_of.split("{page}")
    middle, after = rest.split("{pages}")
    paragraph.add_run(f"{document.origin}\t{before}")
    _field(paragraph, "PAGE")
    paragraph.add_run(middle)
    _field(paragraph, "NUMPAGES")
    paragraph.add_run(after)
    paragraph.style.paragraph_format.tab_stops.clear_all()
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(_TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)


def _field(paragraph: Any, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _add(file: Any, block: Block) -> None:
    if isinstance(block, Paragraph):
        _note(file.add_paragraph(block.text), block.note)
    elif isinstance(block, Items):
        for item in block.items:
            paragraph = file.add_paragraph(style="List Number" if block.numbered else "List Bullet")
            if item.lead:
                paragraph.add_run(f"{item.lead} ").bold = True
            paragraph.add_run(item.text)
    elif isinstance(block, Table):
        _add_table(file, block)
    elif isinstance(block, Figure):
        _add_figure(file, block)


def _note(paragraph: Any, note: bool) -> None:
    for run in paragraph.runs if note else ():
        run.font.size, run.font.color.rgb = Pt(8.5), _QUIET


def _add_table(file: Any, table: Table) -> None:
    file.add_paragraph(table.caption, style="Caption")
    drawn = file.add_table(rows=1, cols=len(table.columns), style="Normal Table")
    drawn.alignment, drawn.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for column, own in zip(drawn.columns, table.columns, strict=True):
        column.width = Cm(_TEXT_WIDTH * own.width / 100)
    _describe(drawn, table.caption)
    _fill(drawn.rows[0], table.columns, [Cell(column.title) for column in table.columns], bold=True)
    _repeat(drawn.rows[0])
    for own in drawn.rows[0].cells:
        _shade(own, "E4EDF2")
    for group in table.groups:
        if group.title:
            row = drawn.add_row()
            merged = row.cells[0].merge(row.cells[-1])
            _write(merged, Cell(group.title), bold=True)
            _shade(merged, "F2F2F2")
            merged.paragraphs[0].paragraph_format.keep_with_next = True
            _whole(row)
        for cells in group.rows:
            row = drawn.add_row()
            _fill(row, table.columns, cells)
            _whole(row)
    file.add_paragraph()


def _fill(row: Any, columns: tuple[Column, ...], cells: Iterable[Cell], bold: bool = False) -> None:
    for place, (cell, column) in enumerate(zip(cells, columns, strict=True)):
        own = row.cells[place]
        own.width = Cm(_TEXT_WIDTH * column.width / 100)
        _write(own, cell, bold, column.numeric)


def _write(own: Any, cell: Cell, bold: bool = False, numeric: bool = False) -> None:
    paragraph = own.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(1)
    run = paragraph.add_run(cell.text)
    run.font.size, run.bold = Pt(8), bold
    if cell.lang and cell.lang in _LANGUAGES:
        _language(run, cell.lang)
    if numeric:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if cell.address:
        _link(paragraph, run, cell.address)


def _link(paragraph: Any, run: Any, address: str) -> None:
    relation = paragraph.part.relate_to(
        address, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", is_external=True
    )
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    link.append(run._r)
    paragraph._p.append(link)


def _repeat(row: Any) -> None:
    """Let a row of headings stand on every page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    _whole(row)


def _whole(row: Any) -> None:
    """Keep a row on one page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _shade(cell: Any, colour: str) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", colour)):
        shade.set(qn(name), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _describe(table: Any, text: str) -> None:
    """Say in words what a table is, and that its first row and column are headings."""
    properties = table._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    if look is not None:
        for name, value in (("w:firstRow", "1"), ("w:firstColumn", "1"), ("w:noVBand", "1"), ("w:noHBand", "1")):
            look.set(qn(name), value)
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "B0B0B0")):
            line.set(qn(name), value)
        borders.append(line)
    properties.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook", "w:tblCaption")
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), text)
    properties.append(caption)


def _add_figure(file: Any, figure: Figure) -> None:
    from resvg_py import svg_to_bytes  # slow to import, and only this form needs it

    picture = BytesIO(bytes(svg_to_bytes(svg_string=figure.svg, width=figure.width * _ZOOM)))
    drawn = file.add_picture(picture, width=Cm(_TEXT_WIDTH))
    file.paragraphs[-1].paragraph_format.keep_with_next = True
    properties = drawn._inline.docPr
    properties.set("descr", figure.alternative)
    properties.set("title", figure.caption)
    file.add_paragraph(figure.caption, style="Caption").paragraph_format.keep_with_next = False
