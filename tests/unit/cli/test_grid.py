"""Tables of text for terminals and for Markdown."""

from __future__ import annotations

from iml_graph.cli.grid import markdown, simple

BODY = [["Tidal", "a right that is told at length"], ["", "two\nlines"]]


def test_columns_stand_apart_under_a_rule() -> None:
    assert simple(BODY, ["Name", "Right"]).split("\n") == [
        "Name   Right",
        "-----  ------------------------------",
        "Tidal  a right that is told at length",
        "       two",
        "       lines",
    ]


def test_the_widest_column_is_narrowed_and_its_cells_wrapped_at_words() -> None:
    assert simple(BODY, ["Name", "Right"], 24).split("\n") == [
        "Name   Right",
        "-----  -----------------",
        "Tidal  a right that is",
        "       told at length",
        "       two",
        "       lines",
    ]


def test_no_column_becomes_narrower_than_twelve() -> None:
    assert simple(BODY, ["Name", "Right"], 1).split("\n")[1] == "-----  ------------"


def test_a_word_that_is_too_long_is_broken() -> None:
    assert simple([["abcdefghijklmnop", "x"]], ["A", "B"], 15).split("\n")[2:] == ["abcdefghijkl  x", "mnop"]


def test_without_rows_there_are_headings() -> None:
    assert simple([], ["Name", "Right"]) == "Name  Right\n----  -----"
    assert markdown([], ["Name"]) == "| Name |\n|------|"


def test_a_row_of_markdown_is_one_line_and_a_bar_no_column() -> None:
    assert markdown([["a|b", "two\nlines"]], ["Name", "Right"]).split("\n") == [
        "| Name | Right        |",
        "|------|--------------|",
        "| a\\|b | two<br>lines |",
    ]
