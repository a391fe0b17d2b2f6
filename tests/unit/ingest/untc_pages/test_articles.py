import pytest

from iml_graph.ingest.untc_pages.articles import concerned_articles, find_articles, sort_articles


@pytest.mark.parametrize(
    ("text", "instrument", "articles"),
    [
        ("article 14 (3)", "iccpr", ["14.3"]),
        ("article 92.1", "icrmw", ["92.1"]),
        ("Article 12, paragraph 4, of the Covenant", "iccpr", ["12.4"]),
        ("paragraph 3 (d) of article 14", "iccpr", ["14.3.d"]),
        ("sub-paragraphs (b) and (c) of paragraph 1 of article 4", "icescr", ["4.1.b", "4.1.c"]),
        ("article 14, paragraph 3, sub-paragraphs (d) and (f)", "iccpr", ["14.3.d", "14.3.f"]),
        ("articles 2, 3 and 5 (e) (v)", "icerd", ["2", "3", "5.e.v"]),
        ("article 5 (d) (iv), (vi) and (vii)", "icerd", ["5.d.iv", "5.d.vi", "5.d.vii"]),
        ("Article (9), Paragraph (5)", "iccpr", ["9.5"]),
        ("article 3, (18) and (23)", "iccpr", ["3", "18", "23"]),
        ("articles 17 to 20", "cat", ["17", "18", "19", "20"]),
        ("paragraph (f) of article 2 and paragraph 2 of article 9", "cedaw", ["2.f", "9.2"]),
        ("article 40 paragraph 3 and 4, articles 44 and 45", "crc", ["40.3", "40.4", "44", "45"]),
        (
            "subparagraph (b) of paragraph 1 of article 11 and subparagraph (g) of paragraph 1 of article 16",
            "cedaw",
            ["11.1.b", "16.1.g"],
        ),
        ("paragraph 2 of Article 18, paragraphs 1(b) and (c) of Article 23", "crpd", ["18.2", "23.1.b", "23.1.c"]),
        ("article 12, paragraphs 1 and 3 (movement), article 21", "iccpr", ["12.1", "12.3", "21"]),
    ],
)
def test_articles_are_read_in_each_printed_form(text: str, instrument: str, articles: list[str]) -> None:
    assert find_articles(text, instrument) == articles


def test_a_paragraph_number_below_its_article_stays_with_it() -> None:
    assert find_articles("Articles 16, 1 (d) and (f)", "cedaw") == ["16", "16.1.d", "16.1.f"]


@pytest.mark.parametrize(
    "text",
    [
        "article 18 of the National Constitution",
        "article 10 of the Criminal Law",
        "article 19 of the Vienna Convention",
        "article 54",  # the ICCPR has 53
    ],
)
def test_articles_of_something_else_are_left_out(text: str) -> None:
    assert find_articles(text, "iccpr") == []


def test_the_articles_of_the_parent_are_not_those_of_the_protocol() -> None:
    assert find_articles("article 5, paragraph 2 (a), and article 6 of the Covenant", "iccpr-op1") == ["5.2.a"]


def test_articles_that_a_statement_rests_on_are_not_those_it_concerns() -> None:
    text = "In accordance with article 92, paragraph 2, it is not bound by article 92, paragraph 1"
    assert concerned_articles(text, "icrmw") == ["92.1"]
    assert concerned_articles("in accordance with article 76", "icrmw") == ["76"]


def test_articles_sort_by_number_not_by_text() -> None:
    assert sort_articles(["14", "9.1", "2.b", "2.a", "14"]) == "2.a;2.b;9.1;14"


@pytest.mark.parametrize(
    ("text", "instrument", "articles"),
    [
        (
            "In accordance with paragraph 2 of article 30, it is not bound by paragraph 1 of that article.",
            "cat",
            ["30.1"],
        ),
        ("With reference to article 30, it is not bound by paragraph 1 thereof.", "cat", ["30", "30.1"]),
        ("It is not bound by paragraph 1 of this article.", "cat", []),
        ("As provided for in article 92 (2), it is not bound by article 92 (1).", "icrmw", ["92.1"]),
        ("It does not recognize the competence as provided for in article 20.", "cat", ["20"]),
        ("Under article 28, it is not bound by article 20.", "cat", ["20"]),
    ],
)
def test_that_article_is_the_one_named_before(text: str, instrument: str, articles: list[str]) -> None:
    assert concerned_articles(text, instrument) == articles


@pytest.mark.parametrize(
    ("text", "instrument", "articles"),
    [
        ("article 26 of the International Covenant on Economic, Social and Cultural Rights", "iccpr", []),
        ("article 22 of the Covenant on Civil and Political Rights", "icescr", []),
        ("article 17 of the International Covenant on Civil and Political Rights", "cedaw", []),
        ("article 1 of the International Convention on the Elimination of All Forms of Discrimination", "iccpr", []),
        ("articles 3 and 40 of the Convention", "iccpr", ["3", "40"]),  # so one State calls the Covenant
    ],
)
def test_articles_of_the_other_covenant_are_left_out(text: str, instrument: str, articles: list[str]) -> None:
    assert find_articles(text, instrument) == articles
