from collections.abc import Callable

import pytest

from iml_graph.errors import SourceFormatError
from iml_graph.ingest.anchors import NO_ANCHORS, Anchors, digest
from iml_graph.ingest.names import Names
from iml_graph.ingest.rows import ActionRow
from iml_graph.ingest.untc_pages import Page
from iml_graph.ingest.untc_pages.declarations import read_declarations

MakePage = Callable[..., Page]
ACTS = {("AUT", "signature"): "1973-12-10", ("AUT", "consent"): "1978-09-10"}


def read(
    make_page: MakePage, names: Names, body: str, number: str = "IV-4", anchors: Anchors = NO_ANCHORS
) -> list[ActionRow]:
    page = make_page(number, sections=(f'<table id="@dgDec"><tr><td>{entry(body)}</td></tr></table>',))
    return list(read_declarations(page, names, ACTS, anchors))


def entry(body: str) -> str:
    name = '<div id="@dgDec_ctl02_divParticipant">Austria <sup><a>3</a></sup></div>'
    return f'{name}<div id="@dgDec_ctl02_divText"><p>Austria&lt;superscript&gt;3&lt;/superscript&gt;</p>{body}</div>'


def test_headings_part_reservations_from_declarations(make_page: MakePage, names: Names) -> None:
    rows = read(
        make_page,
        names,
        "<p><i>Reservations:<br/></i></p> <i>Article 10</i><br/> Words.<br/> <i>Article 14, paragraph 3</i><br/> Words."
        "<p><i>Declaration:<br/></i></p> Words about nothing.<br/>",
    )
    assert [(row.action, row.articles, row.date, row.as_shown) for row in rows] == [
        ("reservation", "10;14.3", "1978-09-10", "Reservations:"),
        ("declaration", "", "1978-09-10", "Declaration:"),
    ]


def test_the_act_named_in_a_heading_gives_the_date(make_page: MakePage, names: Names) -> None:
    rows = read(
        make_page,
        names,
        "<p><i>Upon signature:<br/></i></p><p><i>Declaration:<br/></i></p>Words.<br/>"
        "<p><i>Upon ratification:<br/></i></p><p><i>Reservation:<br/></i></p>Words.<br/>"
        "<p><i>Declaration made upon signature and confirmed upon ratification:<br/></i></p>Words.<br/>",
    )
    assert [(row.action, row.date) for row in rows] == [
        ("declaration", "1973-12-10"),
        ("reservation", "1978-09-10"),
        ("declaration", "1978-09-10"),
    ]


def test_a_printed_date_goes_before_the_date_of_an_act(make_page: MakePage, names: Names) -> None:
    (row,) = read(make_page, names, "<p>2 April 2014</p>It reserves its position on article 20.<br/>")
    assert (row.action, row.date, row.articles) == ("reservation", "2014-04-02", "20")


def test_a_heading_that_names_both_leaves_it_to_the_words(make_page: MakePage, names: Names) -> None:
    rows = read(
        make_page,
        names,
        "<p><i>Declarations and reservations:<br/></i></p>1. It reserves the right not to apply article 13.<br/>"
        "2. It understands article 1 so.<br/>",
    )
    assert {row.action: row.articles for row in rows} == {"reservation": "13", "declaration": "1"}


def test_only_the_first_sentence_with_articles_anchors_a_line(make_page: MakePage, names: Names) -> None:
    (row,) = read(make_page, names, "Some words. It is not bound by article 9. Article 2 is another matter.<br/>")
    assert (row.action, row.articles) == ("reservation", "9")


def test_a_party_that_only_signed_and_says_not_when_has_no_date(make_page: MakePage, names: Names) -> None:
    page = make_page(
        "IV-4",
        sections=(
            '<table id="@dgDec"><tr><td><div id="@dgDec_ctl02_divParticipant">Chile</div>'
            '<div id="@dgDec_ctl02_divText"><p>Chile</p>Words.<br/></div></td></tr></table>',
        ),
    )
    (row,) = read_declarations(page, names, {("CHL", "signature"): "1969-09-16"})
    assert row.date == ""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "<p><i>Upon signature:<br/></i></p>It is not bound by article 12.<br/><p><i>4 May 2021</i></p>"
            "On 4 May 2021, Austria told that it withdraws its reservation to article 12 made upon signature.<br/>",
            [
                ("reservation", "1973-12-10", "12", "Upon signature:"),
                ("reservation-withdrawal", "2021-05-04", "12", ""),
            ],
        ),
        (
            "<p><i>Reservation:<br/></i></p>Words.<br/><p><i>Partial withdrawal of reservation<br/></i></p>On 5 June "
            "2013, it partially withdraws its reservation, which shall continue to apply in respect of article 7.<br/>",
            [
                ("reservation", "1978-09-10", "", "Reservation:"),
                ("reservation-withdrawal", "2013-06-05", "", "partial"),
            ],
        ),
        (
            "<p><i>Reservations:<br/></i></p>On 3 March 2015, it told of its decision to withdraw the reservation to "
            "article 2. The remaining reservation reads: “It is not bound by article 9.”<br/>",
            [
                ("reservation-withdrawal", "2015-03-03", "2", ""),
                ("reservation", "1978-09-10", "9", "Reservations:"),
            ],
        ),
        (
            "<p>29 April 2009</p>Whereas it made a reservation on article 3;<br/>Whereas it was decided to approve the "
            "withdrawal of the reservation;<br/>Now it declares the withdrawal of its declaration on article 4.<br/>",
            [("declaration-withdrawal", "2009-04-29", "4", "")],
        ),
        (
            "<p><i>Upon ratification:<br/></i></p>The reservations made at the time of signature on 10 December 1973 "
            "have been withdrawn.<br/>",
            [("reservation-withdrawal", "1978-09-10", "", "")],
        ),
    ],
)
def test_a_withdrawal_told_among_the_declarations_is_one(
    make_page: MakePage, names: Names, body: str, expected: list[tuple[str, str, str, str]]
) -> None:
    rows = read(make_page, names, body)
    assert [(row.action, row.date, row.articles, row.as_shown) for row in rows] == expected


def test_a_withdrawal_without_a_day_is_left_to_the_end_notes(make_page: MakePage, names: Names) -> None:
    (row,) = read(
        make_page, names, "<p><i>Reservations:<br/></i></p>It withdraws its reservation to articles 21 and 22.<br/>"
    )
    assert (row.action, row.date) == ("reservation", "1978-09-10")


def test_a_future_withdrawal_is_none(make_page: MakePage, names: Names) -> None:
    body = "<p>4 May 2021</p>It reserves article 9. Until the withdrawal of the reservation its law stands.<br/>"
    (row,) = read(make_page, names, body)
    assert (row.action, row.articles) == ("reservation", "9")


@pytest.mark.parametrize(
    ("text", "action", "article"),
    [
        ("It recognizes the competence of the Committee under article 12 (1).", "opt-in-declaration", "12"),
        ("It does not recognize the competence of the Committee under article 13, paragraph 7.", "declaration", "13.7"),
        ("With regard to the competence of the Committee, its declarations stand.", "declaration", ""),
    ],
)
def test_a_party_to_the_communications_procedure_opts_in_only_where_it_accepts(
    make_page: MakePage, names: Names, text: str, action: str, article: str
) -> None:
    (row,) = read(make_page, names, f"<p><i>Declaration:<br/></i></p>{text}<br/>", number="IV-11-d")
    assert (row.action, row.articles, row.date) == (action, article, "1978-09-10")


def test_an_entry_whose_text_is_in_an_end_note_gives_no_row(make_page: MakePage, names: Names) -> None:
    assert read(make_page, names, "<br/>") == []


def test_migrant_workers_convention_declarations_accept_procedures(make_page: MakePage, names: Names) -> None:
    rows = read(
        make_page,
        names,
        "<p>12 January 2018</p><p><i>Declaration under article 77:<br/></i></p>It recognizes the competence of the "
        "Committee for communications by individuals.<br/>"
        "<p><i>Declaration:<br/></i></p>It will recognize the competence under article 77 at a later time.<br/>",
        number="IV-13",
    )
    assert [(row.action, row.articles, row.date) for row in rows] == [
        ("opt-in-declaration", "77", "2018-01-12"),
        ("declaration", "77", "2018-01-12"),
    ]


def test_an_entry_without_body_names_file_and_element(make_page: MakePage, names: Names) -> None:
    section = '<table id="@dgDec"><tr><td><div id="@dgDec_ctl02_divParticipant">Chile</div></td></tr></table>'
    with pytest.raises(SourceFormatError, match=r"IV-4\.html, dgDec row 1"):
        list(read_declarations(make_page("IV-4", sections=(section,)), names, {}))


def test_headings_numbered_in_roman_figures_are_headings(make_page: MakePage, names: Names) -> None:
    (row,) = read(
        make_page,
        names,
        "<p><i>Reservations:<br/></i></p><i>(i) Article 21</i><br/>Words.<br/>"
        "<i>(ii) Article 37 (c)</i><br/>Words.<br/>",
        number="IV-11",
    )
    assert (row.action, row.articles) == ("reservation", "21;37.c")


def test_a_reservation_that_the_depositary_refused_is_a_communication(make_page: MakePage, names: Names) -> None:
    note = (
        '<table id="@dgNotesAll"><tr><td><div id="@dgNotesAll_ctl03_divNotesAll"><a>3</a>The reservation was lodged '
        "with the Secretary-General on 4 December 2006. The Secretary-General did not accept the reservation.<br/>"
        "</div></td></tr></table>"
    )
    body = "<p><i>Reservation:<br/></i></p>It is not bound by article 3.<br/>"
    page = make_page("IV-4", sections=(f'<table id="@dgDec"><tr><td>{entry(body)}</td></tr></table>', note))
    (row,) = read_declarations(page, names, ACTS)
    assert (row.action, row.date, row.articles) == ("communication", "2006-12-04", "3")


def test_the_lines_below_a_heading_say_which_paragraph_of_its_article_is_meant(
    make_page: MakePage, names: Names
) -> None:
    body = (
        "<p><i>Reservations:<br/></i></p> <i>Article 14</i><br/> It does not apply article 14 (3) (d).<br/>"
        " <i>Article 20</i><br/> Words.<br/>"
    )
    (row,) = read(make_page, names, body)
    assert row.articles == "14.3.d;20"


def read_by_hand(sha256: str) -> Anchors:
    blank = {"date": "", "territories": "", "responds_to": ""}
    rows = ({"action": "reservation", "articles": "whole"} | blank, {"action": "declaration", "articles": "9"} | blank)
    return Anchors({("IV-4", "AUT", sha256): rows})


def test_what_a_person_read_of_a_statement_goes_before_the_rules(make_page: MakePage, names: Names) -> None:
    anchors = read_by_hand(digest(["Declaration:", "It applies the Covenant so far as its law allows."]))
    body = "<p><i>Declaration:<br/></i></p>It applies the Covenant so far as its law allows.<br/>"
    rows = read(make_page, names, body, anchors=anchors)
    assert [(row.action, row.date, row.articles, row.as_shown) for row in rows] == [
        ("reservation", "1978-09-10", "whole", "Declaration:"),
        ("declaration", "1978-09-10", "9", "Declaration:"),
    ]


def test_a_statement_that_was_read_and_has_changed_is_named(make_page: MakePage, names: Names) -> None:
    with pytest.raises(SourceFormatError, match=r"IV-4\.html.*AUT.*anchors\.csv"):
        read(make_page, names, "It applies the Covenant.<br/>", anchors=read_by_hand(digest(["", "Other words."])))
