from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iml_graph.errors import SourceFormatError
from iml_graph.ingest.cells import ANY_CONSENT, SIGNATURE, UNSTATED
from iml_graph.ingest.names import UnknownNamesError
from iml_graph.ingest.tables import Line, read_lines


def acts(codes, shown, markers):
    line = Line("a.csv", 7, {"Act": shown})
    return list(line.acts(codes, "crc", "Albania", [("Act", markers)], "source"))


@pytest.mark.parametrize(
    ("shown", "action"),
    [
        ("27 Feb 1992", "ratification"),
        ("27 Feb 1992 a", "accession"),
        ("27 Feb 1992 A", "acceptance"),
        ("27 Feb 1992 AA", "approval"),
        ("27 Feb 1992 d", "succession"),
        ("27 Feb 1992 c", "formal-confirmation"),
        ("27 Feb 1992 s", "definitive-signature"),
    ],
)
def test_the_letter_tells_the_mode_and_its_case_matters(codes, shown, action):
    [row] = acts(codes, shown, ANY_CONSENT)
    assert (row.action, row.date, row.as_shown) == (action, "1992-02-27", shown)


def test_the_same_letter_means_another_thing_below_signatures(codes):
    assert acts(codes, "23 Oct 2006 d", SIGNATURE)[0].action == "succession-to-signature"


def test_participation_by_other_acts_does_not_state_the_mode(codes):
    assert {acts(codes, shown, UNSTATED)[0].action for shown in ("16 Jul 1954", "25 Oct 1988 P")} == {"consent"}


def test_brackets_mark_an_act_no_longer_in_effect(codes):
    assert acts(codes, "[ 3 Oct 1975 ]", ANY_CONSENT)[0].bracketed == "yes"
    assert acts(codes, "3 Oct 1975", ANY_CONSENT)[0].bracketed == ""


def test_a_row_says_where_it_stands(codes):
    assert acts(codes, "27 Feb 1992", ANY_CONSENT)[0].locator == "a.csv line 7"


@pytest.mark.parametrize("shown", ["27 Feb", "27 Feb 1992 x", "31 Feb 1992", "[27 Feb 1992", "soon"])
def test_a_cell_of_another_form_names_file_line_and_cell(codes, shown):
    with pytest.raises(SourceFormatError) as error:
        acts(codes, shown, ANY_CONSENT)
    assert str(error.value).startswith("a.csv, line 7:")
    assert shown in str(error.value)


@given(st.dates(min_value=date(1900, 1, 1)))
def test_iso_dates_are_kept_as_they_are(day):
    assert Line("a.csv", 2, {}).iso(day.isoformat()) == day.isoformat()


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from((".", "/")))
def test_days_written_day_first_become_iso_dates(day, between):
    shown = between.join((str(day.day), f"{day.month:02}", str(day.year)))
    assert Line("a.csv", 2, {}).day_first(shown) == day.isoformat()


@pytest.mark.parametrize("shown", ["", "1994", "1994-04-02", "31.06.1994", "4.10.94"])
def test_what_is_no_day_written_day_first_is_named_with_its_line(shown):
    with pytest.raises(SourceFormatError, match=r"a\.csv, line 2"):
        Line("a.csv", 2, {}).day_first(shown)


def test_a_missing_heading_is_named(write):
    folder = write("a.csv", "Participant,Signature\nAlbania,\n")
    with pytest.raises(SourceFormatError, match=r"a\.csv, line 1: lacks the headings Ratification"):
        list(read_lines(folder / "a.csv", ("Participant", "Ratification")))


@pytest.mark.parametrize("line", ["Albania", "Albania,1,2"])
def test_a_line_with_too_many_or_too_few_cells_is_named(write, line):
    folder = write("a.csv", f"Participant,Signature\nAustria,\n{line}\n")
    with pytest.raises(SourceFormatError, match=r"a\.csv, line 3"):
        list(read_lines(folder / "a.csv"))


@pytest.mark.parametrize(("content", "line"), [(b"", 1), (b"Participant\nC\xf4te\n", 2)])
def test_a_file_that_is_no_table_in_utf8_is_named_with_the_line(tmp_path, content, line):
    (tmp_path / "a.csv").write_bytes(content)
    with pytest.raises(SourceFormatError, match=rf"a\.csv, line {line}: "):
        list(read_lines(tmp_path / "a.csv"))


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(SourceFormatError, match=r"gone\.csv"):
        list(read_lines(tmp_path / "gone.csv"))


def test_all_unknown_names_are_listed_with_their_lines(codes):
    lines = [Line("a.csv", number, {"Act": "27 Feb 1992"}) for number in (2, 3)]
    for line, name in zip(lines, ("Ruritania", "Syldavia"), strict=True):
        list(line.acts(codes, "crc", name, [("Act", ANY_CONSENT)], "source"))
    with pytest.raises(UnknownNamesError) as error:
        codes.raise_unknown()
    assert [str(name) for name in error.value.unknown] == ["a.csv, line 2: Ruritania", "a.csv, line 3: Syldavia"]
