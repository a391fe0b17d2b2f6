"""Events, records and disputes as RDF: who, what, when, and who says so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from iml_graph import namespaces as ns
from iml_graph.adjudications import Adjudication
from iml_graph.build.event_quads import name, record_iri, write
from iml_graph.build.events import Dispute, Event, Record, collect
from iml_graph.ingest.rows import ActionRow

ROW = ActionRow(
    instrument="t",
    party="AAA",
    action="accession",
    date="1998-05-26",
    articles="22.5",
    territories="TTT",
    responds_to="BBB",
    as_shown="26 May 1998 a",
    source="primary",
    locator="page line 3",
)


def rank(own: ActionRow) -> tuple[int, int, str]:
    return (0 if own.source == "primary" else 1, 0, own.source)


def event(*rows: ActionRow) -> Event:
    (found,) = collect(rows, [], rank).events
    return found


def quads(record: Record) -> list[Quad]:
    return list(write(record, name(record.events), rank))


def said(found: list[Quad], subject: str) -> dict[str, list[str]]:
    """What is said of one subject: the last part of each property, with its values as N-Triples write them."""
    values: dict[str, list[str]] = {}
    for quad in found:
        if quad.subject.value == subject:
            values.setdefault(quad.predicate.value.replace("#", "/").rpartition("/")[2], []).append(str(quad.object))
    return values


def test_an_act_says_who_did_what_to_which_instrument_and_when() -> None:
    one = event(ROW)
    values = said(quads(Record((one,), ())), f"{ns.ID}action/t/AAA/accession/1998-05-26")
    assert values["actor"] == [f"<{ns.party('AAA')}>"]
    assert values["onInstrument"] == [f"<{ns.instrument('t')}>"]
    assert values["actionType"] == [f"<{ns.concept('action-types', 'accession')}>"]
    assert values["depositedOn"] == [f'"1998-05-26"^^<{ns.XSD}date>']
    assert values["concernsProvision"] == [f"<{ns.provision('t', '22.5')}>"]
    assert values["concernsTerritory"] == [f"<{ns.party('TTT')}>"]
    assert values["respondsTo"] == [f"<{ns.party('BBB')}>"]
    assert values["wasDerivedFrom"] == [f"<{record_iri(ROW)}>"]


@pytest.mark.parametrize(
    ("date", "datatype", "word"),
    [("1998-05-26", "date", "day"), ("1998-05", "gYearMonth", "month"), ("1998", "gYear", "year")],
)
def test_a_date_has_the_type_of_its_precision(date: str, datatype: str, word: str) -> None:
    one = event(replace(ROW, date=date))
    values = said(quads(Record((one,), ())), f"{ns.ID}action/t/AAA/accession/{date}")
    assert values["depositedOn"] == [f'"{date}"^^<{ns.XSD}{datatype}>']
    assert values["datePrecision"] == [f"<{ns.concept('date-precisions', word)}>"]


def test_an_undated_act_has_no_date_and_says_so() -> None:
    one = event(replace(ROW, date=""))
    values = said(quads(Record((one,), ())), f"{ns.ID}action/t/AAA/accession/undated")
    assert "depositedOn" not in values
    assert values["datePrecision"] == [f"<{ns.concept('date-precisions', 'unknown')}>"]


def test_what_a_source_shows_is_in_the_graph_of_that_source() -> None:
    other = replace(ROW, source="other", as_shown="1998-05-26", action="consent")
    found = quads(Record((event(ROW, other),), ()))
    for row in (ROW, other):
        own = [quad for quad in found if quad.subject.value == record_iri(row)]
        assert {quad.graph_name for quad in own} == {NamedNode(ns.graph(row.source))}
        assert said(own, record_iri(row))["asShown"] == [f'"{row.as_shown}"']
    act = [q for q in found if q.predicate.value == ns.IML + "actor"]
    assert [q.graph_name.value for q in act] == [ns.graph("primary")]


@pytest.mark.parametrize(
    ("basis", "graph"), [("stated", "primary"), ("computed-from-clause", "derived"), ("succession-rule", "derived")]
)
def test_only_a_stated_effect_is_in_the_graph_of_its_source(basis: str, graph: str) -> None:
    one = replace(event(replace(ROW, effect="1998-08-26")), effect_basis=basis)
    (effect,) = [q for q in quads(Record((one,), ())) if q.predicate.value == ns.IML + "effectiveOn"]
    assert effect.graph_name == NamedNode(ns.graph(graph))


def test_brackets_stand_on_the_record() -> None:
    one = event(replace(ROW, bracketed="yes"))
    (quad,) = [q for q in quads(Record((one,), ())) if q.predicate.value == ns.IML + "bracketed"]
    assert quad.subject.value == record_iri(one.rows[0])
    assert quad.object == Literal(True)


def test_acts_of_one_day_that_differ_get_numbers() -> None:
    rows = [replace(ROW, action="reservation", articles=articles) for articles in ("1", "2", "3")]
    record = collect(rows, [], rank)
    base = f"{ns.ID}action/t/AAA/reservation/1998-05-26"
    assert list(name(record.events).values()) == [base, f"{base}/2", f"{base}/3"]


def test_no_two_rows_share_a_record() -> None:
    changes: tuple[dict[str, str], ...] = ({}, {"locator": "line 4"}, {"as_shown": "26-05-1998"}, {"effect": "1999"})
    assert len({record_iri(replace(ROW, **change)) for change in changes}) == 4


def test_an_open_dispute_is_derived_and_points_at_the_act() -> None:
    rival = replace(ROW, date="1998-05-27", source="other")
    record = collect([ROW, rival], [], rank)
    (quad,) = [q for q in quads(record) if q.predicate.value == ns.IML + "disputes"]
    assert quad.subject.value == record_iri(rival)
    assert quad.object.value == f"{ns.ID}action/t/AAA/accession/1998-05-26"
    assert quad.graph_name.value == ns.graph("derived")


def test_an_adjudication_names_what_it_adopts_and_rejects_and_why() -> None:
    rival = replace(ROW, date="1998-05-27", source="other")
    ruling = Adjudication(
        *("t", "AAA", "consent", "1998-05-26", "accession", "primary", "1998-05-27", "other"),
        *("late", "tardif", "tarde", "2021-01-15"),
    )
    record = Record((event(ROW),), (Dispute(event(ROW), rival, ruling),))
    found = quads(record)
    values = said(found, f"{ns.ID}adjudication/t/AAA/consent/1998-05-27/other")
    assert values["adopts"] == [f"<{ns.ID}action/t/AAA/accession/1998-05-26>"]
    assert values["rejects"] == [f"<{record_iri(rival)}>"]
    assert sorted(values["reason"]) == ['"late"@en', '"tarde"@es', '"tardif"@fr']
    assert values["decidedOn"] == [f'"2021-01-15"^^<{ns.XSD}date>']
    assert not [q for q in found if q.predicate.value == ns.IML + "disputes"]
    evidence = [q.object.value for q in found if q.predicate.value == ns.PROV + "wasDerivedFrom"]
    assert record_iri(rival) not in evidence


def test_a_general_statement_has_a_scope_and_the_provisions_that_it_names_beside() -> None:
    one = event(replace(ROW, action="reservation", articles="whole;9.2"))
    values = said(quads(Record((one,), ())), f"{ns.ID}action/t/AAA/reservation/1998-05-26")
    assert values["statementScope"] == [f"<{ns.concept('statement-scopes', 'whole-instrument')}>"]
    assert values["concernsProvision"] == [f"<{ns.provision('t', '9.2')}>"]


def test_a_statement_on_no_provision_says_so() -> None:
    one = event(replace(ROW, action="declaration", articles="none"))
    found = quads(Record((one,), ()))
    values = said(found, f"{ns.ID}action/t/AAA/declaration/1998-05-26")
    assert values["statementScope"] == [f"<{ns.concept('statement-scopes', 'no-provision')}>"]
    assert "concernsProvision" not in values
    assert not [quad for quad in found if str(quad.object) == f"<{ns.IML}Provision>"]


def test_a_statement_may_concern_provisions_of_the_parent_instrument() -> None:
    one = event(replace(ROW, action="reservation", articles="4;parent:7"))
    found = quads(Record((one,), ()))
    values = said(found, f"{ns.ID}action/t/AAA/reservation/1998-05-26")
    assert values["concernsProvision"] == [f"<{ns.provision('t', '4')}>", f"<{ns.provision('parent', '7')}>"]
    assert said(found, ns.provision("parent", "7"))["inInstrument"] == [f"<{ns.instrument('parent')}>"]


def test_an_objection_and_a_withdrawal_point_at_the_reservation_in_the_derived_graph() -> None:
    reservation = replace(ROW, action="reservation", responds_to="")
    objection = replace(ROW, party="CCC", action="objection", date="1999-01-02", responds_to="AAA")
    withdrawal = replace(ROW, action="reservation-withdrawal", date="2001-02-03", responds_to="")
    found = quads(collect([reservation, objection, withdrawal], [], rank))
    links = [q for q in found if q.predicate.value in (ns.IML + "objectsTo", ns.IML + "withdraws")]
    assert {q.object.value for q in links} == {f"{ns.ID}action/t/AAA/reservation/1998-05-26"}
    assert {q.graph_name.value for q in links} == {ns.graph("derived")}
    assert [q.subject.value.rpartition("action/")[2] for q in links] == [
        "t/CCC/objection/1999-01-02",
        "t/AAA/reservation-withdrawal/2001-02-03",
    ]
