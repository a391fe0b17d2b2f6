"""Statements of chapter V: a text of our own making in the form of the scraped ones."""

import pytest

from iml_graph.errors import SourceFormatError
from iml_graph.ingest import untc_declarations
from iml_graph.ingest.anchors import NO_ANCHORS, Anchors, digest
from iml_graph.ingest.untc_declarations import read_entries, read_statements

ACTS = {("AUT", "consent"): "1954-11-01", ("ISR", "consent"): "1954-10-01"}
TEXT = (
    "#Austria\nIt reserves its position:(1)Article 17, paragraph 2, is not binding.(2)Nor is article 34.\n\n"
    "#Bahamas\n\n\n"
    "#Israel\nIt understands article 28 so.\n"
)


@pytest.fixture
def path(write):
    return write("5-2.txt", TEXT) / "5-2.txt"


def rows(path, codes, anchors=NO_ANCHORS):
    return [(row.party, row.action, row.date, row.articles) for row in read_statements(path, codes, ACTS, anchors)]


def test_what_is_run_together_is_parted_and_dated_by_the_consent(path, codes):
    assert rows(path, codes) == [
        ("AUT", "reservation", "1954-11-01", "17.2;34"),
        ("ISR", "declaration", "1954-10-01", "28"),
    ]


def test_a_name_without_a_text_is_an_entry_and_no_row(path, codes):
    assert [(e.participant, e.line, bool(e.text)) for e in read_entries(path)] == [
        ("Austria", 1, True),
        ("Bahamas", 4, False),
        ("Israel", 7, True),
    ]
    assert "BHS" not in {party for party, *_ in rows(path, codes)}


def test_a_row_says_where_it_stands_and_nothing_of_the_text(path, codes):
    first, _ = read_statements(path, codes, ACTS, NO_ANCHORS)
    assert (first.source, first.locator) == ("untc-zmjones-2015-03", "declarations/5-2.txt line 1")
    assert (first.participant, first.as_shown) == ("Austria", "")


def told(text, *read):
    key = ("V-2", "ISR", digest((text,)))
    blank = {"territories": "", "responds_to": ""}
    return Anchors({key: tuple({"action": a, "date": d, "articles": p} | blank for a, d, p in read)})


def test_what_a_person_read_goes_before_the_rules(path, codes):
    anchors = told("It understands article 28 so.", ("reservation", "1951-08-01", "28.1"), ("declaration", "", "whole"))
    assert rows(path, codes, anchors)[1:] == [
        ("ISR", "reservation", "1951-08-01", "28.1"),
        ("ISR", "declaration", "1954-10-01", "whole"),
    ]


def test_a_statement_that_was_read_and_has_changed_is_named(path, codes):
    with pytest.raises(SourceFormatError, match=r"5-2\.txt.*ISR.*anchors\.csv"):
        rows(path, codes, told("It understands article 29 so.", ("reservation", "", "29")))


def test_articles_of_the_protocol_are_left_to_a_person(write, codes):
    path = (
        write("5-5.txt", "#Austria\nIt is not bound by article IV, nor by article 7 of the Convention.\n") / "5-5.txt"
    )
    assert rows(path, codes) == [("AUT", "declaration", "1954-11-01", "")]


def test_a_text_before_the_first_name_is_refused(write):
    with pytest.raises(SourceFormatError, match="line 1"):
        list(read_entries(write("5-2.txt", "Words.\n#Austria\n") / "5-2.txt"))


def test_the_four_treaties_of_chapter_v_have_their_numbers():
    assert dict(untc_declarations.TREATIES.values()) == {
        "V-2": "refugee-1951",
        "V-3": "statelessness-1954",
        "V-4": "statelessness-1961",
        "V-5": "refugee-1967",
    }
