import pytest

from iml_graph import resources
from iml_graph.build.agreement import EffectCheck
from iml_graph.crosscheck import CrossCheck, EffectSum, cross_check


@pytest.fixture(scope="module")
def committed():
    return cross_check(resources.ontology(), resources.data())


def test_no_differing_day_of_a_treaty_action_is_left_undecided(committed):
    assert [found for found in committed.undecided if found.action_class != "admission"] == []


def test_sources_of_acts_and_of_memberships_are_compared(committed):
    classes = {total.action_class for pair in committed.comparisons for total in pair.sums()}
    assert {"consent", "signature", "admission", "withdrawal"} <= classes


def test_the_more_trusted_source_of_a_pair_is_left(committed):
    pairs = {(pair.left, pair.right) for pair in committed.comparisons}
    assert ("hcch-statute-status", "cow-igo-v3") in pairs
    assert not [pair for pair in pairs if pair[0] == "cow-igo-v3" and pair[1] == "sis-gov-eg-oic"]


def test_days_of_effect_are_counted_by_source_and_basis():
    effects = [
        EffectCheck("crc", party, "accession", "1990-01-01", "1990-01-31", basis, theirs, "a")
        for party, basis, theirs in (("ALB", "stated", "1990-01-31"), ("AUT", "stated", "x"), ("BEL", "other", "x"))
    ]
    found = CrossCheck((), (), (), (), tuple(effects))
    assert found.effect_sums == (EffectSum("a", "other", 0, 1), EffectSum("a", "stated", 1, 1))
