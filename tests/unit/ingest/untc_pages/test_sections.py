"""Opt-in declarations, objections, notifications and territorial application."""

from collections.abc import Callable

import pytest

from iml_graph.errors import SourceFormatError
from iml_graph.ingest.names import Names
from iml_graph.ingest.untc_pages import Page
from iml_graph.ingest.untc_pages.notifications import derogated, read_notifications
from iml_graph.ingest.untc_pages.objections import (
    Objection,
    find_reserving,
    follow_references,
    read_effect,
    read_objections,
)
from iml_graph.ingest.untc_pages.opt_ins import read_opt_ins
from iml_graph.ingest.untc_pages.territories import read_territories, split_names

MakePage = Callable[..., Page]


def section(grid: str, text: str, name: str = "Austria", body: str = "divText") -> str:
    return (
        f'<table id="@{grid}"><tr><td><div id="@{grid}_ctl02_divParticipant">{name}</div>'
        f'<div id="@{grid}_ctl02_{body}"><p>{name}</p>{text}</div></td></tr></table>'
    )


@pytest.mark.parametrize(
    ("number", "text", "articles"),
    [
        ("IV-9", "It accepts the competence of the Committee under articles 21 and 22.", "21;22"),
        ("IV-9", "<i>Article 22:</i><br/>It accepts the competence.", "22"),
        ("IV-9", "It recognizes communications from or on behalf of individuals.", "22"),
        ("IV-9", "It recognizes communications by which a party claims that another State fails.", "21"),
        ("IV-16", "<p><i>Declaration under article 32:<br/></i></p>Words.", "32"),
        ("IV-2", "It recognizes the competence.", "14"),
        ("IV-3-a", "It accepts the inquiry.", "11"),
        (
            "IV-9",
            "1. It recognizes, in accordance with article 21, the competence of the Committee.<br/>"
            "2. It recognizes the competence of the Committee to receive communications from individuals.",
            "21;22",
        ),
    ],
)
def test_an_opt_in_has_the_articles_that_it_names_or_means(
    make_page: MakePage, names: Names, number: str, text: str, articles: str
) -> None:
    page = make_page(number, sections=(section("dgDecUnderArticle", f"{text}<br/>"),))
    (row,) = read_opt_ins(page, names, {("AUT", "consent"): "1987-07-29"})
    assert (row.action, row.articles, row.date) == ("opt-in-declaration", articles, "1987-07-29")


def test_an_opt_in_limited_in_time_says_so(make_page: MakePage, names: Names) -> None:
    text = "<p>25 April 1997</p>It recognizes for a further period of five years what article 41 says.<br/>"
    (row,) = read_opt_ins(make_page("IV-4", sections=(section("dgDecUnderArticle", text),)), names, {})
    assert (row.date, row.as_shown) == ("1997-04-25", "for five years")


def test_an_opt_in_told_in_a_note_alone_has_no_date(make_page: MakePage, names: Names) -> None:
    page = make_page("IV-4", sections=(section("dgDecUnderArticle", "<br/>"),))
    (row,) = read_opt_ins(page, names, {("AUT", "consent"): "1978-09-10"})
    assert (row.date, row.articles) == ("", "41")


def test_objections_are_cut_at_dates_and_headings(make_page: MakePage, names: Names) -> None:
    text = (
        "<p>18 September 2007</p><p><i>With regard to the reservation made by the "
        "Lao People's Democratic Republic upon ratification:<br/></i></p>Words on article 22.<br/>"
        "This objection shall not preclude the entry into force.<br/>"
        "<p></p><p>3 May 2010</p>Chile objects to the reservations made by Pakistan and Qatar.<br/>"
    )
    rows = list(read_objections(make_page("IV-4", sections=(section("dgObj", text),)), names, {}))
    assert [(r.date, r.responds_to, r.articles, r.as_shown) for r in rows] == [
        ("2007-09-18", "LAO", "22", "does-not-preclude"),
        ("2010-05-03", "PAK", "", ""),
        ("2010-05-03", "QAT", "", ""),
    ]


def objections(make_page: MakePage, names: Names, text: str) -> list[tuple[str, str, str, str]]:
    page = make_page("IV-4", sections=(section("dgObj", text),))
    return [
        (row.action, row.date, row.responds_to, row.articles)
        for row in read_objections(page, names, {("AUT", "consent"): "1978-09-10"})
    ]


def test_each_objection_of_a_dated_list_is_one_of_its_own(make_page: MakePage, names: Names) -> None:
    text = (
        "<p>20 September 1991</p>It objects to the reservation made by Chile.<br/>It then objected to others:<br/>"
        "- 26 August 1992: with regard to the reservations made by Qatar concerning article 14;<br/>"
        "iv) 1 September 1995: In respect of the reservation by Pakistan.<br/>"
    )
    assert sorted(objections(make_page, names, text)) == [
        ("objection", "1991-09-20", "CHL", ""),
        ("objection", "1992-08-26", "QAT", "14"),
        ("objection", "1995-09-01", "PAK", ""),
    ]


def test_parties_named_in_one_sentence_have_each_their_articles(make_page: MakePage, names: Names) -> None:
    text = (
        "<p>23 July 1990</p>The reservations made by Chile regarding article 2, by Jamaica regarding "
        "article 9, paragraph 2, and by Qatar regarding article 16 cannot stand. Article 28 says so.<br/>"
    )
    assert objections(make_page, names, text) == [
        ("objection", "1990-07-23", "CHL", "2"),
        ("objection", "1990-07-23", "JAM", "9.2"),
        ("objection", "1990-07-23", "QAT", "16"),
    ]


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("It objects to the reservation to art. 6 which the Lao People's Democratic Republic included.", ["LAO"]),
        ("It objects to the [reservation (i) by the Government of Chile].", ["CHL"]),
        ("It objects to Qatar' reservation.", ["QAT"]),
        ("With regard to those made by Chile upon accession and Jamaica upon ratification:", ["CHL", "JAM"]),
    ],
)
def test_the_party_answered_is_read_in_rarer_words_too(names: Names, text: str, answered: list[str]) -> None:
    assert find_reserving(Objection(lines=[text]), "AUT", names) == answered


def test_an_objection_told_elsewhere_is_not_dated_by_the_consent(make_page: MakePage, names: Names) -> None:
    text = '[See under "Objections" in chapter IV.3.]<br/>'
    assert objections(make_page, names, text) == [("objection", "", "", "")]


@pytest.mark.parametrize(
    ("date", "answered"), [("21 May 1990", "YAR"), ("22 May 1990", "YEM"), ("8 August l989", "YAR")]
)
def test_yemen_is_the_yemen_arab_republic_until_the_two_united(
    make_page: MakePage, names: Names, date: str, answered: str
) -> None:
    text = f"<p>{date}</p><p><i>With regard to reservations made by Yemen:<br/></i></p>Words.<br/>"
    assert [row[2] for row in objections(make_page, names, text)] == [answered]


@pytest.mark.parametrize(
    "text",
    [
        'The ratification by the so-called "Government of Democratic Kampuchea"-the clique - is unlawful.',
        "Only another has authority.<br/>It rejects as null and void the ratification by the so-called `Government "
        "of Democratic Kampuchea' of the Convention.",
    ],
)
def test_an_objection_to_a_ratification_answers_the_party_that_ratified(
    make_page: MakePage, names: Names, text: str
) -> None:
    assert objections(make_page, names, f"<p>1 May 1984</p>{text}<br/>") == [("objection", "1984-05-01", "KHM", "")]


def test_words_as_short_as_a_code_are_no_party(names: Names) -> None:
    assert names.known("at [the]") is None
    assert find_reserving(Objection(lines=["The reservation made by Chile at [the] time."]), "", names) == ["CHL"]


@pytest.mark.parametrize(("printed", "date"), [("<p>12 January 1981</p>", "1981-01-12"), ("", "")])
def test_an_objection_told_in_another_chapter_answers_the_party_answered_there(
    make_page: MakePage, names: Names, printed: str, date: str
) -> None:
    there = (
        "<p>12 January 1981</p>It objects to the reservation made by Chile.<br/>"
        "<p>3 May 2010</p>It objects to the reservation made by Qatar.<br/>"
    )
    rows = [
        row
        for number, text in (("IV-3", there), ("IV-4", f'{printed}[See under "Objections" in chapter IV.3.]<br/>'))
        for row in read_objections(make_page(number, sections=(section("dgObj", text),)), names, {})
    ]
    *_, row = follow_references(rows)
    assert (row.instrument, row.date, row.responds_to, row.as_shown) == ("iccpr", date, "CHL", "see chapter IV.3")


def test_a_derogation_printed_among_the_objections_is_a_derogation(make_page: MakePage, names: Names) -> None:
    text = "<p>10 March 2025</p>It declared a state of emergency.<br/>It suspends article 9 for a time.<br/>"
    assert objections(make_page, names, text) == [("derogation-notification", "2025-03-10", "", "9")]


def test_an_undated_objection_was_made_upon_consent(make_page: MakePage, names: Names) -> None:
    page = make_page("IV-4", sections=(section("dgObj", "It objects to the reservation made by Chile.<br/>"),))
    (row,) = read_objections(page, names, {("AUT", "consent"): "1978-09-10"})
    assert (row.date, row.responds_to) == ("1978-09-10", "CHL")


def test_the_objecting_party_is_not_the_one_that_it_answers(names: Names) -> None:
    text = "The declaration of Austria concerns the reservation made by Chile."
    assert find_reserving(Objection(lines=[text]), "AUT", names) == ["CHL"]


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("This objection shall not preclude the entry into force of the Covenant between them.", "does-not-preclude"),
        ("It does not constitute an obstacle to the entry into force of the Convention.", "does-not-preclude"),
        ("It opposes the entry into force of the Convention between them.", "precludes"),
        ("It objects to the reservation.", ""),
    ],
)
def test_the_effect_of_an_objection_is_read_only_where_it_is_said(text: str, effect: str) -> None:
    assert read_effect(text) == effect


def test_articles_of_a_constitution_are_not_those_derogated_from() -> None:
    assert derogated(["The Constitution, articles 24", "and 33, is suspended."], "iccpr") == []
    assert derogated(["Derogation from article 19 of the ICCPR and the Constitution."], "iccpr") == ["19"]


def test_each_date_of_derogation_is_a_row_with_its_articles(make_page: MakePage, names: Names) -> None:
    text = (
        "<p>18 March 1991</p>Notified under article 4 (3). Derogation from articles 12, 21 and 22.<br/>"
        "<p>30 May 1991 (Dated 29 May 1991)</p>Termination of the derogation from article 12.<br/>"
    )
    page = make_page("IV-4", sections=(section("dgNotifications", text, body="divNotificationText"),))
    assert [(r.action, r.date, r.articles, r.as_shown) for r in read_notifications(page, names)] == [
        ("derogation-notification", "1991-03-18", "12;21;22", ""),
        ("derogation-notification", "1991-05-30", "12", "end"),
    ]


def test_other_notifications_have_the_article_of_their_section(make_page: MakePage, names: Names) -> None:
    title = '<div id="@divParentNotification">Notifications made under article 17 (Unless)</div>'
    page = make_page("IV-9-b", sections=(title, section("dgNotifications", "Words.<br/>", body="divNotificationText")))
    (row,) = read_notifications(page, names)
    assert (row.action, row.articles, row.date) == ("notification", "17", "")


def territories(*rows: str) -> str:
    head = "<tr><td>Participant</td><td>Date</td><td>Territories</td></tr>"
    return f'<div id="@divAppTitle">Territorial Application</div><table id="@tblDec">{head}{"".join(rows)}</table>'


def test_territories_are_resolved_and_an_empty_cell_repeats_the_party(make_page: MakePage, names: Names) -> None:
    table = territories(
        "<tr><td>Netherlands (Kingdom of the) <sup><a>9</a></sup></td>"
        "<td>17 Dec 1997</td><td>Nowhere and Aruba</td></tr>",
        "<tr><td></td><td>18 Dec 2000</td><td>Turks and Caicos Islands, Aruba</td></tr>",
    )
    rows = list(read_territories(make_page("IV-11", sections=(table,)), names))
    assert [(r.party, r.date, r.territories) for r in rows] == [
        ("NLD", "1997-12-17", "Nowhere;ABW"),
        ("NLD", "2000-12-18", "TCA;ABW"),
    ]


def test_a_territorial_row_without_date_names_file_and_element(make_page: MakePage, names: Names) -> None:
    table = territories("<tr><td>Austria</td><td></td><td>Aruba</td></tr>")
    with pytest.raises(SourceFormatError, match=r"IV-11\.html, tblDec row 1"):
        list(read_territories(make_page("IV-11", sections=(table,)), names))


def test_names_that_hold_and_stay_whole() -> None:
    assert split_names("Aruba, Falkland Islands (Malvinas) and Dependencies, Guernsey and Tuvalu") == [
        "Aruba",
        "Falkland Islands (Malvinas) and Dependencies",
        "Guernsey",
        "Tuvalu",
    ]
