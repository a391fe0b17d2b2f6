"""The chain from an answer to the records it rests on."""

from __future__ import annotations

import pytest

from iml_graph.protection.advice import Adviser
from iml_graph.protection.explain import Explainer, Explanation, Link, best_first
from iml_graph.protection.position import LimitKind
from iml_graph.store import Store


def explain(store: Store, code: str, on: str, right: str) -> Explanation:
    view = Adviser(store).view(code, on)
    (answer,) = view.cover((right,))
    return Explainer(view).cover(answer)


def kinds(link: Link) -> list[str]:
    """The way down the first branch of a chain."""
    return [link.kind, *(kinds(link.rests_on[0]) if link.rests_on else [])]


def test_an_article_binds_by_an_interval_that_an_act_began_which_a_source_records(tiny_graph: Store) -> None:
    (ground,) = explain(tiny_graph, "AAA", "2020-12-31", "collective-expulsion-prohibition").grounds
    (interval,) = ground.binding
    assert kinds(interval) == ["PartyInterval", "TreatyAction", "SourceRecord", "Source"]
    act = interval.rests_on[0]
    assert (act.value("depositedOn"), act.value("effectiveOn")) == ("1984-01-10", "1985-06-01")
    record = act.rests_on[0]
    assert (record.value("locator"), record.value("asShown")) == ("I-1 Ardenia", "10 Jan 1984")
    assert (interval.sure, act.sure) == ("computed", "recorded-once")


def test_a_tag_tells_its_author_how_sure_and_against_which_text(tiny_graph: Store) -> None:
    (ground,) = explain(tiny_graph, "AAA", "2020-12-31", "expulsion-safeguards").grounds
    (tag,) = ground.judgements
    assert [each.rpartition("/")[2] for each in tag.values("author")] == ["first-coder"]
    assert tag.sure == "medium"
    assert [each.kind for each in tag.rests_on] == ["Source"]


def test_a_limit_leads_to_the_reservation(tiny_graph: Store) -> None:
    (ground,) = explain(tiny_graph, "AAA", "2020-12-31", "expulsion-safeguards").grounds
    ((limit, cause),) = ground.limits
    assert limit.kind is LimitKind.RESERVATION
    assert cause is not None
    assert cause.iri == limit.subject
    assert kinds(cause) == ["TreatyAction", "SourceRecord", "Source"]


def test_what_differs_from_an_act_is_told_with_it(tiny_graph: Store) -> None:
    """The check list has other days than the depositary for two acts; one of the two was decided."""
    differing = {}
    for code in ("AAA", "BBB"):
        (ground,) = explain(tiny_graph, code, "2010-01-01", "collective-expulsion-prohibition").grounds
        act = ground.binding[0].rests_on[0]
        differing[code] = [each.kind for each in act.against]
        assert all(each.value("fromSource") != "tiny-check" for each in act.rests_on)
    assert differing == {"AAA": ["Adjudication"], "BBB": ["SourceRecord"]}


def test_an_entry_in_brackets_is_so_told(tiny_graph: Store) -> None:
    """The accession of Borealia to the protocol, which has no articles here, stands in brackets."""
    view = Adviser(tiny_graph).view("BBB", "2000-01-01")
    link = Explainer(view)._link("https://w3id.org/iml-graph/id/action/tidal-op/BBB/accession/1994-10-01")
    assert link is not None
    assert link.sure == "printed-in-brackets"


def test_an_unknown_instrument_leads_to_the_sources_that_end_before(tiny_graph: Store) -> None:
    found = explain(tiny_graph, "CCC", "2021-06-01", "equal-pay")
    assert all(doubt.instrument == "league-convention" for doubt in found.doubts)
    found = explain(tiny_graph, "XXX", "2021-06-01", "collective-expulsion-prohibition")
    (doubt,) = found.doubts
    assert {each.kind for each in doubt.links} == {"CoverageStatement"}
    assert max(each.value("completeAsOf") or "" for each in doubt.links) == "2020-12-31"


def test_fewer_grounds_may_be_asked_for_and_the_rest_is_counted(graph: Store) -> None:
    view = Adviser(graph).view("SEN", "2026-02-03")
    (answer,) = view.cover(("non-refoulement",))
    found = Explainer(view).cover(answer, 2)
    articles = {basis.tag.article for basis in answer.bases}
    assert (len(found.grounds), found.left_out) == (2, len(articles) - 2)


def test_of_equal_articles_that_for_all_who_are_asked_about_comes_first(graph: Store) -> None:
    view = Adviser(graph).view("USA", "2026-02-03")
    (answer,) = view.cover(("no-punishment-without-law",))
    assert best_first(answer.bases)[0].tag.article == "iccpr/15.1"  # reserved, but everyone’s; others are for few


@pytest.mark.parametrize("code", ["USA", "CPV", "VEN"])
def test_what_binds_through_another_treaty_follows_that_one(graph: Store, code: str) -> None:
    # Treaty Collection, copy of April 2012: on list V-5 and not on list V-2.
    found = explain(graph, code, "2012-04-30", "non-penalization-of-irregular-entry")
    (ground,) = [each for each in found.grounds if each.article == "refugee-1951/31.1"]
    assert ground.through == "refugee-1967"
    assert ground.binding[0].iri.rpartition("/id/interval/")[2].startswith(f"refugee-1967/{code}/party/")
