"""What a briefing on an invented State says."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from iml_graph.brief.answers import Answers
from iml_graph.brief.document import Document, Figure, Items, Paragraph, Section, Table
from iml_graph.protection.advice import View

Look = Callable[..., View]
Write = Callable[[View], Document]


def section(document: Document, start: str) -> Section:
    return next(each for _, each in document.walk() if each.title.startswith(start))


def texts(document: Document) -> Iterator[str]:
    for _, each in document.walk():
        yield each.title
        for block in each.blocks:
            if isinstance(block, Paragraph):
                yield block.text
            elif isinstance(block, Items):
                yield from (f"{item.lead} {item.text}" for item in block.items)
            elif isinstance(block, Table):
                yield from (block.caption, *(column.title for column in block.columns))
                yield from (cell.text for row in block.rows for cell in row)
            elif isinstance(block, Figure):
                yield from (block.caption, block.alternative)


def rows(part: Section) -> list[tuple[str, ...]]:
    table = next(block for block in part.blocks if isinstance(block, Table))
    return [tuple(cell.text for cell in row) for row in table.rows]


def test_the_parts_stand_in_their_order(look: Look, write: Write) -> None:
    found = write(look())
    assert [each.title for depth, each in found.walk() if depth == 1] == [
        "Summary",
        "Rights, and what each rests on",
        "Candidate instruments, and what each adds",
        "The road to ratification",
        "Peers",
        "Complaint procedures open and not accepted",
        "Reservations of the State",
        "Recommendations of the universal periodic review",
        "Objectives of the Global Compact for Migration",
        "What is unknown, and what these judgements are",
        "Annex: instruments",
        "Annex: sources",
    ]


def test_no_section_is_empty_and_no_depth_is_skipped(briefing: Document) -> None:
    depths = [0]
    for depth, each in briefing.walk():
        assert each.blocks or each.sections, each.title
        assert depth <= depths[-1] + 1
        depths.append(depth)
        assert not any(isinstance(block, Items) and not block.items for block in each.blocks)
        assert not any(isinstance(block, Table) and not block.rows for block in each.blocks)


def test_rows_have_a_cell_for_each_column_and_widths_fill_the_page(briefing: Document) -> None:
    for _, each in briefing.walk():
        for table in (block for block in each.blocks if isinstance(block, Table)):
            assert {len(row) for row in table.rows} == {len(table.columns)}
            assert sum(column.width for column in table.columns) == 100, table.caption


def test_nothing_is_left_untold_in_any_language(briefing: Document) -> None:
    for text in texts(briefing):
        assert text.strip()
        assert "{" not in text


def test_the_summary_counts_what_binds_and_names_what_is_not_covered(look: Look, write: Write) -> None:
    found = write(look())
    (stands,) = section(found, "Where the State").blocks
    assert isinstance(stands, Paragraph)
    assert "Of the 2 binding instruments" in stands.text
    assert "bound by 1 on 1\u00a0January 2020" in stands.text
    listed = next(block for block in section(found, "How rights").blocks if isinstance(block, Items))
    leads = [item.lead for item in listed.items]
    assert leads == ["Covered: 5 –", "Custom asserted only: 1 –", "Not covered: 95 –"]
    assert listed.items[1].text == "prohibition of slavery, servitude and forced labour"
    assert listed.items[2].text.endswith("+65 more")


def test_the_chart_tells_in_words_what_it_shows(look: Look, write: Write) -> None:
    figure = next(block for block in section(write(look()), "How rights").blocks if isinstance(block, Figure))
    assert "Protection from removal: covered 3, not covered 3" in figure.alternative
    assert "<svg" in figure.svg


def test_each_right_stands_under_its_group_with_what_it_rests_on(look: Look, write: Write) -> None:
    part = section(write(look("AAA")), "Rights, and what")
    table = next(block for block in part.blocks if isinstance(block, Table))
    titles = [group.title for group in table.groups]
    assert titles == sorted(titles)
    found = {row[0]: row[1:] for row in rows(part)}
    assert found["non-refoulement"] == ("covered", "CT\u00a07", "–")
    limited = ("covered with limits", "CT\u00a022(5)", "CT\u00a022(5): reservation of 10\u00a0January 1984")
    assert found["safeguards in individual expulsion"] == limited


def test_a_candidate_says_what_it_would_add_and_which_step_is_open(look: Look, write: Write) -> None:
    found = write(look())
    listed = next(block for block in section(found, "Instruments open").blocks if isinstance(block, Items))
    (item,) = listed.items
    assert item.lead == "League Convention: Convention of the League."
    assert "it would add as new: 1; as new in part: 0; binding already through others: 1." in item.text
    assert "equal pay for work of equal value (not covered → covered)" in item.text
    assert "Step open: ratify." in item.text
    (row,) = rows(section(found, "Candidate instruments"))
    assert row[0] == "League Convention"
    assert row[3:] == ("1", "0", "43%", "50%", "1")


def test_articles_of_a_candidate_are_listed_or_named_with_what_binds_already(look: Look, write: Write) -> None:
    part = section(write(look()), "Candidate instruments").sections[0]
    ((article, _, share, nearest),) = rows(part)
    assert (article, share, nearest) == ("4", "100%", "none found")
    assert part.blocks[-1] == Paragraph("Binding already through others: 3 (CT\u00a07).", note=True)


def test_a_reservation_is_listed_until_it_is_withdrawn(look: Look, write: Write) -> None:
    (row,) = rows(section(write(look("AAA")), "Reservations of"))
    assert row == ("CT", "reservation", "22(5)", "10\u00a0January 1984", "not withdrawn")


def test_recommendations_are_counted_by_what_became_of_them(look: Look, write: Write) -> None:
    (row,) = rows(section(write(look()), "Recommendations"))
    assert row[1:] == ("1", "1", "0", "1", "5")


def test_objectives_say_how_many_of_their_provisions_bind(look: Look, write: Write) -> None:
    found = rows(section(write(look()), "Objectives"))
    assert [(row[0].partition(".")[0], *row[1:]) for row in found] == [("8", "0", "1", "+1"), ("21", "2", "2", "–")]


def test_what_is_unknown_is_named_with_the_last_known_status(look: Look, write: Write) -> None:
    late = write(look("BBB", "en", "2030-01-01"))
    notice = section(late, "What is unknown, and")
    listed = next(block for block in notice.blocks if isinstance(block, Items))
    assert [item.lead for item in listed.items]
    assert "last known" in listed.items[0].text


def test_a_hypothesis_is_named_on_top(look: Look, write: Write) -> None:
    found = write(look("BBB", "en", "2020-01-01", "league-convention"))
    assert found.subtitle.endswith("As if it had joined League Convention.")


def test_every_source_has_its_day_and_publisher(answered: Answers) -> None:
    assert answered.sources
    assert all(each.title and each.publisher and each.as_of for each in answered.sources)


@pytest.mark.parametrize(("lang", "words"), [("fr", "au 1er\u00a0janvier 2020"), ("es", "al 1\u00a0de enero de 2020")])
def test_days_are_written_in_the_language(look: Look, write: Write, lang: str, words: str) -> None:
    assert write(look("BBB", lang)).subtitle.endswith(words)
