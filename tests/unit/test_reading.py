"""Reading records from a store: names, identities, clauses, coverage and histories."""

from __future__ import annotations

import pytest

from iml_graph.errors import UnknownNameError
from iml_graph.reading import (
    local,
    read_concept_labels,
    read_histories,
    read_instruments,
    read_parties,
    read_release,
    resolve_instrument,
    resolve_party,
)
from iml_graph.records import Coverage, Release, Span, Way
from iml_graph.store import Store
from iml_graph.terms import GapKind, NextStep, Status


@pytest.mark.parametrize(
    ("iri", "last"),
    [("https://w3id.org/iml-graph/id/party/SEN", "SEN"), ("https://w3id.org/iml-graph/ontology#State", "State")],
)
def test_the_last_part_of_an_iri_is_the_name(iri: str, last: str) -> None:
    assert local(iri) == last


def test_the_release_is_read_with_its_date(tiny_graph: Store) -> None:
    found = read_release(tiny_graph)
    assert found.data_date == "2020-12-31"
    assert found.release.count("+") == 1


def test_a_store_without_a_release_says_unknown() -> None:
    class Empty:
        def select(self, query: str, /, **_: object) -> list[dict[str, str | None]]:
            return []

    assert read_release(Empty()) == Release("unknown", "unknown")  # type: ignore[arg-type]


@pytest.mark.parametrize(("lang", "label"), [("en", "Ardenia"), ("fr", "Ardénie"), ("es", "Ardeña")])
def test_parties_are_named_in_the_language_asked_for(tiny_graph: Store, lang: str, label: str) -> None:
    assert read_parties(tiny_graph, lang)["AAA"].label == label


def test_a_party_is_read_in_full(tiny_graph: Store) -> None:
    parties = read_parties(tiny_graph, "en")
    assert len(parties) == 8
    former = parties["FFF"]
    assert (former.kind, former.exists_from, former.exists_until) == ("State", "1922-12-30", "1993-01-01")
    assert (parties["AAA"].alpha2, parties["AAA"].un_member) == ("AA", "1950-01-01")
    assert (parties["TTT"].kind, parties["OOO"].kind) == ("Territory", "RegionalIntegrationOrganization")


def test_an_instrument_is_read_with_its_ways_parents_and_coverage(tiny_graph: Store) -> None:
    found = read_instruments(tiny_graph, "fr", ("Treaty", "Protocol"))
    # By branch and adoption.
    assert list(found) == ["league-convention", "league-revised", "tidal", "tidal-op", "harbour"]
    tidal, protocol, harbour = (found[name] for name in ("tidal", "tidal-op", "harbour"))
    assert (tidal.title, tidal.acronym, tidal.mtdsg) == ("Convention sur les marées", "CM", "I-1")
    assert (tidal.adopted, tidal.in_force, harbour.in_force) == ("1980-01-01", "1985-06-01", None)
    assert Way("all-states", "signature", "1980-01-01", "1981-12-31") in tidal.ways
    assert {(way.mode, way.gates) for way in protocol.ways} == {
        (mode, ("tidal",)) for mode in ("signature", "ratification", "accession")
    }
    assert (tidal.parents, protocol.parents) == ((), ("tidal",))


def test_coverage_is_the_newest_complete_statement(tiny_graph: Store) -> None:
    found = read_instruments(tiny_graph, "en")
    for instrument in ("tidal", "tidal-op"):  # of the latter another source is complete too, to an earlier day
        assert found[instrument].coverage.complete_as_of == "2020-12-31"
        assert found[instrument].coverage.terminations_recorded
    assert set(found["tidal"].coverage.sources) == {"tiny-list", "tiny-check"}
    assert found["harbour"].coverage == Coverage(None, False, ("tiny-list",), ("Signatures are missing.",))


def test_histories_of_one_party_hold_its_acts_and_spans_in_order(tiny_graph: Store) -> None:
    histories = read_histories(tiny_graph, "en", party="NNN")
    assert set(histories) == {("NNN", "tidal")}
    history = histories["NNN", "tidal"]
    assert [(act.action, act.deposited, act.basis) for act in history.acts] == [
        ("accession", "1990-01-01", "computed-from-clause"),
        ("denunciation", "1999-05-05", "computed-from-clause"),
        ("accession", "2005-07-01", "computed-from-clause"),
    ]
    assert history.spans == (
        Span("PartyInterval", "1990-01-31", "2000-05-05", None),
        Span("PartyInterval", "2005-07-31", None, None),
    )


def test_reading_by_party_by_instrument_or_by_pair_gives_the_same(tiny_graph: Store) -> None:
    whole = read_histories(tiny_graph, "en")
    assert read_histories(tiny_graph, "en", party="AAA") == {k: v for k, v in whole.items() if k[0] == "AAA"}
    assert read_histories(tiny_graph, "en", instrument="tidal") == {k: v for k, v in whole.items() if k[1] == "tidal"}
    pair = ("AAA", "tidal")
    assert read_histories(tiny_graph, "en", party="AAA", instrument="tidal") == {pair: whole[pair]}


def test_evidence_shows_what_each_source_shows(tiny_graph: Store) -> None:
    (confirmed,) = read_histories(tiny_graph, "en", party="OOO")["OOO", "tidal"].acts
    assert confirmed.action == "formal-confirmation"
    assert {(e.source, e.shown, e.locator) for e in confirmed.evidence} == {
        ("tiny-list", "1 Feb 2010 c", "I-1 Austral Union"),
        ("tiny-check", "2010-02-01", "line 4"),
    }


def test_brackets_are_read(tiny_graph: Store) -> None:
    (act,) = read_histories(tiny_graph, "en", party="BBB", instrument="tidal-op")["BBB", "tidal-op"].acts
    assert act.bracketed


def test_the_territory_of_a_span_is_its_subject(tiny_graph: Store) -> None:
    history = read_histories(tiny_graph, "en", party="BBB", instrument="tidal")["BBB", "tidal"]
    assert history.spans_of("TerritorialInterval") == (Span("TerritorialInterval", "1990-01-01", None, "TTT"),)


@pytest.mark.parametrize(("lang", "reason"), [("en", "a day late"), ("fr", "retarde d’un jour"), ("es", "día de")])
def test_an_adjudicated_dispute_has_its_reason(tiny_graph: Store, lang: str, reason: str) -> None:
    (dispute,) = read_histories(tiny_graph, lang, party="AAA")["AAA", "tidal"].disputes
    assert (dispute.adopted, dispute.stated, dispute.decided) == ("1984-01-10", "1984-01-11", "2021-01-15")
    assert reason in str(dispute.reason)


def test_an_open_dispute_has_none(tiny_graph: Store) -> None:
    (dispute,) = read_histories(tiny_graph, "en", party="BBB")["BBB", "tidal"].disputes
    assert (dispute.adopted, dispute.stated, dispute.reason) == ("1985-03-01", "1985-03-02", None)
    assert dispute.evidence.source == "tiny-check"


@pytest.mark.parametrize("lang", ["en", "fr", "es"])
def test_every_word_of_an_answer_has_a_label(graph: Store, lang: str) -> None:
    labels = read_concept_labels(graph, lang)
    words = {term.value for terms in (Status, GapKind, NextStep) for term in terms}
    assert words <= set(labels)
    assert labels["party"] == {"en": "party", "fr": "partie", "es": "parte"}[lang]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("SEN", "SEN"),
        ("sn", "SEN"),
        ("Sénégal", "SEN"),
        ("senegal", "SEN"),
        ("Etats-Unis d'Amérique", "USA"),
        ("ESTADOS UNIDOS DE AMÉRICA", "USA"),
        ("The Gambia", "GMB"),
        ("Türkiye", "TUR"),
        ("Turkey", "TUR"),
        ("Swaziland", "SWZ"),
        ("Côte d’Ivoire", "CIV"),
        ("Ivory Coast", "CIV"),
        ("Kosovo", "XKX"),
        ("Holy See", "VAT"),
        ("Unión Europea", "EUE"),
        ("Niger", "NER"),
        ("Nigeria", "NGA"),
    ],
)
def test_parties_are_found_by_code_and_name(graph: Store, name: str, code: str) -> None:
    assert resolve_party(graph, name) == code


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("icrmw", "icrmw"),
        ("CIDTM", "icrmw"),
        ("CTMF", "icrmw"),
        ("IV-13", "icrmw"),
        ("iv-13", "icrmw"),
        ("Pacte international relatif aux droits civils et politiques", "iccpr"),
        ("Convención sobre los Derechos del Niño", "crc"),
        ("PIDCP", "iccpr"),
        ("refugee-1951", "refugee-1951"),
        ("refugee-1967", "refugee-1967"),
        ("XVIII-12-a", "palermo-trafficking"),
    ],
)
def test_instruments_are_found_by_acronym_number_and_title(graph: Store, name: str, identifier: str) -> None:
    assert resolve_instrument(graph, name) == identifier


def test_names_are_never_guessed_but_suggested(graph: Store) -> None:
    with pytest.raises(UnknownNameError, match="Did you mean Senegal") as caught:
        resolve_party(graph, "Senegall")
    assert caught.value.suggestions[0] == "Senegal"
    with pytest.raises(UnknownNameError, match="Did you mean icrmw"):
        resolve_instrument(graph, "ICRMV")


def test_a_party_is_no_instrument(graph: Store) -> None:
    with pytest.raises(UnknownNameError):
        resolve_instrument(graph, "Senegal")
