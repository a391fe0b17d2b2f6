"""Words and sentences exist in all three languages and take the same values."""

from __future__ import annotations

import string

import pytest

from iml_graph import export, labels
from iml_graph.cli import (
    adds,
    by_right,
    changes,
    corridor,
    explained,
    gaps,
    holder,
    instrument,
    minimum,
    objective,
    party,
    peers,
    provision,
    rank,
    right,
)
from iml_graph.export import additions, candidates, chains, contexts, cover, roads
from iml_graph.labels import LANGUAGES, sentence, word

READ = (
    export.TAG_COLUMNS,
    export.RELATION_COLUMNS,
    export.GROUNDING_COLUMNS,
    export.CLAIM_COLUMNS,
    export.COMMENT_COLUMNS,
    export.CASE_COLUMNS,
    export.RESERVATION_COLUMNS,
    export.PROVISION_COLUMNS,
    right.TABLE_COLUMNS,
    holder.TABLE_COLUMNS,
    objective.TABLE_COLUMNS,
    provision.TAG_COLUMNS,
    provision.PART_COLUMNS,
    export.WAY_COLUMNS,
    export.COUNT_COLUMNS,
    export.UNTAGGED_COLUMNS,
    export.LISTED_COLUMNS,
    export.MEASURE_COLUMNS,
    export.DIFFERING_COLUMNS,
    cover.COVER_COLUMNS,
    cover.BASIS_COLUMNS,
    additions.ADDITION_COLUMNS,
    candidates.CANDIDATE_COLUMNS,
    candidates.CHOSEN_COLUMNS,
    candidates.PERIOD_COLUMNS,
    chains.CHAIN_COLUMNS,
    by_right.TABLE_COLUMNS,
    by_right.DETAIL_COLUMNS,
    explained.COLUMNS,
    adds.TABLE_COLUMNS,
    rank.TABLE_COLUMNS,
    minimum.TABLE_COLUMNS,
    minimum.REMAINING_COLUMNS,
    changes.ACT_COLUMNS,
    changes.TURN_COLUMNS,
    changes.CHANGE_COLUMNS,
    roads.ROAD_COLUMNS,
    roads.WAY_COLUMNS,
    roads.RULE_COLUMNS,
    roads.USE_COLUMNS,
    roads.PROCEDURE_COLUMNS,
    roads.REPORT_COLUMNS,
    roads.AREA_COLUMNS,
    contexts.PEER_COLUMNS,
    contexts.CORRIDOR_COLUMNS,
    contexts.CONTEXT_COLUMNS,
    contexts.RECOMMENDATION_COLUMNS,
    contexts.SERVED_COLUMNS,
    contexts.COURSE_COLUMNS,
    contexts.PROCESS_COLUMNS,
    contexts.SUPPORT_COLUMNS,
    peers.TABLE_COLUMNS,
    corridor.TABLE_COLUMNS,
    corridor.DETAIL_COLUMNS,
)
COLUMNS = {
    *export.PARTY_COLUMNS,
    *export.GAP_COLUMNS,
    *export.STANDING_COLUMNS,
    *party.TABLE_COLUMNS,
    *gaps.TABLE_COLUMNS,
    *instrument.TABLE_COLUMNS,
    *instrument.PROVISION_COLUMNS,
    *(column for columns in READ for column in columns),
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_column_has_a_heading(lang: str) -> None:
    assert [column for column in sorted(COLUMNS) if word(column, lang) == column] == []


def test_headings_are_translated() -> None:
    assert [word("deposited", lang) for lang in LANGUAGES] == ["Deposited", "Déposé le", "Depositado el"]
    assert [word("party", lang) for lang in LANGUAGES] == ["Party", "Partie", "Parte"]


def test_no_two_columns_of_a_table_have_one_heading() -> None:
    for columns in (export.PARTY_COLUMNS, export.GAP_COLUMNS, export.STANDING_COLUMNS, *READ):
        for lang in LANGUAGES:
            assert len({word(column, lang) for column in columns}) == len(columns)


def test_what_is_no_heading_stays_as_it_is() -> None:
    assert word("left says", "fr") == "left says"


@pytest.mark.parametrize("key", sorted(labels._SENTENCES))
def test_a_sentence_takes_the_same_values_in_every_language(key: str) -> None:
    fields = [{name for _, name, *_ in string.Formatter().parse(text) if name} for text in labels._SENTENCES[key]]
    assert fields[0] == fields[1] == fields[2]
    wordless = not any(
        char.isalpha() for text, *_ in string.Formatter().parse(labels._SENTENCES[key][0]) for char in text
    )
    assert len(set(labels._SENTENCES[key])) == len(LANGUAGES) or wordless or key == "profile"
    values = dict.fromkeys(fields[0], "X")
    assert all("{" not in sentence(key, lang, **values) for lang in LANGUAGES)
