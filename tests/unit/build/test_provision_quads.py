"""Provisions, tags, relations, groundings and claims as RDF."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from iml_graph import namespaces as ns
from iml_graph.build.provision_quads import part_of, write
from iml_graph.build.provisions import (
    Analysis,
    ClaimRow,
    CustomGroundingRow,
    GroundingRow,
    PartRow,
    ProvisionRow,
    RelationRow,
    TagRow,
)

ARTICLE = ProvisionRow("a", "22", "Removal", "Éloignement", "Expulsión", "guarantee", "page", "high")
PARAGRAPH = ProvisionRow("a", "22.5.b", "Effect", "Effet", "Efecto", "scope", "", "medium")
ROWS = frozenset({("a", "22"), ("a", "22.5.b")})
TAG = TagRow("a", "22", "housing", "women", "fulfil", "first-coder;reviewer", "low", "page", "unclear", principal=True)

Said = dict[str, dict[str, list[str]]]


def said(analysis: Analysis, described: frozenset[str] = frozenset(), **actors: str) -> Said:
    """Values by subject below ``id/`` and local name of the property."""
    found: Said = defaultdict(lambda: defaultdict(list))
    for quad in write(analysis, described, actors):
        assert quad.graph_name.value == ns.graph("editorial")
        name = quad.predicate.value.replace("#", "/").rpartition("/")[2]
        found[quad.subject.value.removeprefix(ns.ID)][name].append(getattr(quad.object, "value", ""))
    return found


def test_a_provision_has_its_place_its_words_and_its_source() -> None:
    found = said(Analysis(provisions=(ARTICLE, PARAGRAPH), described=ROWS))
    article, paragraph = found["instrument/a/art/22"], found["instrument/a/art/22.5.b"]
    assert article["heading"] == ["Removal", "Éloignement", "Expulsión"]
    assert article["label"][0] == "article 22"
    assert article["provisionOrder"] == ["1"]
    assert article["wasDerivedFrom"] == [ns.source("page")]
    assert "assertedBy" not in article
    assert paragraph["provisionOrder"] == ["2"]
    assert paragraph["assertedBy"] == ["editorial"]
    assert paragraph["partOfProvision"] == [ns.provision("a", "22")]


def test_the_label_that_people_gave_a_provision_stands() -> None:
    found = said(Analysis(provisions=(ARTICLE,), described=ROWS), frozenset({ns.provision("a", "22")}))
    assert "label" not in found["instrument/a/art/22"]


def test_a_part_belongs_to_the_next_larger_one_that_has_a_row() -> None:
    assert part_of("a", "22.5.b", ROWS) == "22"
    assert part_of("a", "22.5.b", ROWS | {("a", "22.5")}) == "22.5"
    assert part_of("a", "22", ROWS) is None
    assert part_of("b", "22.5", ROWS) is None


def test_an_article_is_part_of_the_part_that_holds_it() -> None:
    part = replace(ARTICLE, reference="part-2")
    rows = ROWS | {("a", "part-2")}
    found = said(Analysis(provisions=(part, ARTICLE), described=rows, parts=(PartRow("a", "part-2", "22"),)))
    assert found["instrument/a/art/22"]["partOfProvision"] == [ns.provision("a", "part-2")]


def test_a_tag_says_who_gives_what_to_whom_and_how_sure_that_is() -> None:
    tag = said(Analysis(tags=(TAG,)))["tag/a/22/housing/women"]
    assert tag["ofProvision"] == [ns.provision("a", "22")]
    assert tag["right"] == [ns.concept("rights", "housing")]
    assert tag["principal"] == ["true"]
    assert tag["author"] == [ns.concept("authors", "first-coder"), ns.concept("authors", "reviewer")]
    assert tag["checkedAgainst"] == [ns.source("page")]
    assert (tag["confidence"], tag["editorialNote"]) == (["low"], ["unclear"])


def test_a_relation_points_from_the_first_provision_to_the_second() -> None:
    row = RelationRow("a", "22", "narrower", "b", "7", "holder;strength", "first-coder", "high", "page;other", "")
    relation = said(Analysis(relations=(row,)))["relation/a/22/b/7"]
    assert relation["firstProvision"] == [ns.provision("a", "22")]
    assert relation["secondProvision"] == [ns.provision("b", "7")]
    assert relation["provisionRelation"] == [ns.concept("provision-relations", "narrower")]
    assert len(relation["differsIn"]) == len(relation["checkedAgainst"]) == 2


def test_an_objective_rests_on_provisions_and_on_custom() -> None:
    ground = GroundingRow("21", "a", "22", "core", "first-coder", "medium", "", "")
    custom = CustomGroundingRow("21", "non-refoulement", "first-coder", "medium")
    found = said(Analysis(groundings=(ground,), custom_groundings=(custom,)))
    assert found["grounding/21/a/22"]["groundedIn"] == [ns.provision("a", "22")]
    norm = found["grounding/21/custom/non-refoulement"]
    assert norm["groundedIn"] == [ns.concept("customary-norms", "non-refoulement")]
    assert norm["objective"] == [ns.concept("gcm-objectives", "21")]


def test_claims_of_one_claimant_on_one_norm_are_numbered() -> None:
    row = ClaimRow("n", "hrc", "Committee", "asserts", "custom", "Paper", "1994-11", "para. 8", "page", "high", "")
    other = ClaimRow("n", "", "Court of Appeal", "contests", "custom", "Case", "", "", "page", "high", "")
    found = said(Analysis(claims=(row, row, other)), hrc=ns.body("hrc"))
    assert found["claim/n/hrc"]["claimant"] == found["claim/n/hrc/2"]["claimant"] == [ns.body("hrc")]
    assert found["claim/n/hrc"]["claimedOn"] == ["1994-11"]
    assert "claimant" not in found["claim/n/court-of-appeal"]
    assert found["claim/n/court-of-appeal"]["claimantName"] == ["Court of Appeal"]
