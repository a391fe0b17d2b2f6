"""What a briefing cites: the sources in which articles were read."""

from __future__ import annotations

import pytest

from iml_graph.catalogue import query
from iml_graph.reading import local
from iml_graph.store import Store


@pytest.mark.answers("A26")
def test_articles_of_each_treaty_with_tags_were_read_in_a_source_that_is_registered(graph: Store) -> None:
    asked = query("adviser/texts-read")
    rows = graph.select(asked.text, **asked.bind(instrument="iccpr"))
    assert "open-treaties" in {local(row["source"] or "") for row in rows}
    known = {row["identifier"] for row in graph.select(query("explorer/sources").text)}
    assert {local(row["source"] or "") for row in graph.select(asked.text)} <= known
