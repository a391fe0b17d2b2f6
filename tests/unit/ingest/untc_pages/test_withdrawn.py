"""Statements of which a page tells the withdrawal alone."""

from iml_graph.ingest.rows import ActionRow
from iml_graph.ingest.untc_pages.end_notes import Note
from iml_graph.ingest.untc_pages.withdrawn import withdrawn_statements

ACTS = {("AUT", "signature"): "1973-12-10", ("AUT", "consent"): "1978-09-10", ("CHL", "signature"): "1969-09-16"}
PLACE = "IV-4.html end note 1"


def row(action: str, date: str, articles: str, **more: str) -> ActionRow:
    return ActionRow(
        **{"instrument": "iccpr", "party": "AUT", "locator": PLACE, **more}, action=action, date=date, articles=articles
    )


def made(
    *rows: ActionRow, text: str = "The reservation made upon ratification was withdrawn."
) -> list[tuple[str, ...]]:
    found = withdrawn_statements(rows, [Note("IV-4.html", "1", (text,))], ACTS)
    return [(row.party, row.action, row.date, row.articles, row.as_shown) for row in found]


WITHDRAWAL = row("reservation-withdrawal", "1994-05-01", "12.2;14")


def test_a_withdrawn_reservation_was_made_upon_the_consent() -> None:
    assert made(WITHDRAWAL) == [("AUT", "reservation", "1978-09-10", "12.2;14", "withdrawn")]


def test_one_that_the_page_still_has_is_not_told_twice() -> None:
    for articles in ("12", "14.3", "9;14"):
        assert made(row("reservation", "1978-09-10", articles), WITHDRAWAL) == []


def test_one_on_other_articles_or_made_later_is_another() -> None:
    for date, articles in (("1978-09-10", "1"), ("1995-01-01", "14")):
        assert len(made(row("reservation", date, articles), WITHDRAWAL)) == 1


def test_one_made_upon_signature_alone_bears_its_day() -> None:
    assert made(WITHDRAWAL, text="It withdrew the reservation made upon signature.")[0][2] == "1973-12-10"


def test_one_that_was_confirmed_bears_the_day_of_the_consent() -> None:
    text = "It withdrew the reservation made upon signature and confirmed upon ratification."
    assert made(WITHDRAWAL, text=text)[0][2] == "1978-09-10"


def test_one_withdrawn_upon_the_consent_was_made_upon_signature() -> None:
    assert made(row("reservation-withdrawal", "1978-09-10", ""))[0][2:4] == ("1973-12-10", "")


def test_without_a_day_of_an_act_there_is_none() -> None:
    assert made(row("declaration-withdrawal", "1994-05-01", "9", party="CHL"))[0] == (
        *("CHL", "declaration", "", "9"),
        "withdrawn",
    )


def test_what_concerned_a_territory_is_left_to_its_own_row() -> None:
    assert made(row("reservation-withdrawal", "1994-05-01", "9", territories="BMU")) == []
