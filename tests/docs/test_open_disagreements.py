"""Every disagreement between sources is adjudicated, or listed as open where readers look for it."""

from __future__ import annotations

import re
from pathlib import Path

from iml_graph import resources
from iml_graph.crosscheck import Difference, cross_check
from iml_graph.ingest.facts import MembershipRow

QUALITY = (Path(__file__).parents[2] / "docs" / "data-quality.md").read_text(encoding="utf-8")


def shown(difference: Difference) -> tuple[str, ...]:
    left, right = difference.left, difference.right
    assert isinstance(left, MembershipRow)
    assert right
    return (left.organization, left.party, left.date, left.source, right.date, right.source)


def test_open_disagreements_are_those_that_the_document_lists() -> None:
    section = QUALITY.partition("### Open disagreements\n")[2].partition("\n#")[0]
    rows = re.findall(r"^\| (.+) \|$", section, re.MULTILINE)[1:]
    listed = {tuple(row.split(" | ")) for row in rows}
    undecided = cross_check(resources.ontology(), resources.data()).undecided
    assert listed == {shown(difference) for difference in undecided}, "run `iml crosscheck` and mend the list"
