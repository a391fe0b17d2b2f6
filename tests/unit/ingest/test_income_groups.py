import zipfile

import pytest

from iml_graph.errors import SourceFormatError
from iml_graph.ingest import income_groups, workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def save(path, rows, sheet="Country Analytical History"):
    """Write a workbook with one sheet: numbers as they are, texts shared."""
    texts = list(dict.fromkeys(cell for row in rows for cell in row if not cell.isdecimal()))
    lines = []
    for number, row in enumerate(rows, 1):
        cells = "".join(
            f'<c r="{"ABCDEFG"[place]}{number}"><v>{cell}</v></c>'
            if cell.isdecimal()
            else f'<c r="{"ABCDEFG"[place]}{number}" t="s"><v>{texts.index(cell)}</v></c>'
            for place, cell in enumerate(row)
            if cell
        )
        lines.append(f'<row r="{number}">{cells}</row>')
    with zipfile.ZipFile(path, "w") as book:
        book.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>'
            f'<sheet name="{sheet}" r:id="rId1"/></sheets></workbook>',
        )
        book.writestr(
            "xl/_rels/workbook.xml.rels",
            '<Relationships><Relationship Id="rId1" Target="worksheets/one.xml"/></Relationships>',
        )
        shared = "".join(f"<si><t>{text}</t></si>" for text in texts)
        book.writestr("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">{shared}</sst>')
        book.writestr(
            "xl/worksheets/one.xml", f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'
        )


@pytest.fixture
def groups(codes, tmp_path):
    def _groups(*rows):
        save(tmp_path / "OGHIST.xlsx", [["", "Bank's fiscal year:", "FY89", "FY90", "FY91"], *rows])
        return list(income_groups.read(tmp_path, codes))

    return _groups


def test_years_in_one_group_are_one_interval_from_july_to_july(groups):
    rows = groups(["ISR", "Israel", "UM", "UM", "H"])
    assert [(row.party, row.group, row.start, row.until) for row in rows] == [
        ("ISR", "upper-middle", "1988-07-01", "1990-07-01"),
        ("ISR", "high", "1990-07-01", "1991-07-01"),
    ]
    assert rows[0].locator == "OGHIST.xlsx, Country Analytical History, row 2"


def test_a_year_without_a_group_is_no_interval_and_parts_two(groups):
    rows = groups(["ISR", "Israel", "H", "..", "H"])
    assert [(row.start, row.until) for row in rows] == [("1988-07-01", "1989-07-01"), ("1990-07-01", "1991-07-01")]


def test_a_group_with_a_note_is_that_group(groups):
    [row] = groups(["ISR", "Israel", "LM*", "LM", "LM"])
    assert row.group == "lower-middle"


def test_codes_of_the_bank_for_former_states_are_ours(groups):
    assert {row.party for row in groups(["YUG", "Serbia and Montenegro (former)", "LM"])} == {"SCG"}
    assert {row.party for row in groups(["YUGf", "Yugoslavia (former)", "UM"])} == {"YUG"}


def test_notes_and_the_channel_islands_are_left_out(groups):
    assert groups(["CHI", "Channel Islands", "H"], ["", "Note: set each year on July 1", "x"]) == []


def test_another_group_is_refused(groups):
    with pytest.raises(SourceFormatError, match="no income group"):
        groups(["ISR", "Israel", "X"])


def test_what_is_no_workbook_is_refused(tmp_path, codes):
    (tmp_path / "OGHIST.xlsx").write_bytes(b"no zip")
    with pytest.raises(SourceFormatError, match="workbook"):
        list(income_groups.read(tmp_path, codes))


def test_a_sheet_that_is_missing_is_named(tmp_path):
    save(tmp_path / "a.xlsx", [["x"]], sheet="One")
    with pytest.raises(SourceFormatError, match="Two"):
        list(workbook.read_sheet(tmp_path / "a.xlsx", "Two"))
    [line] = workbook.read_sheet(tmp_path / "a.xlsx", "One")
    assert (line.cells, line.number) == ({"A": "x"}, 1)
