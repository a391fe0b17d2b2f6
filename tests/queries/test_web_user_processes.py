"""What a visitor of the browser asks about consultation processes, courses and documents."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = list[dict[str, str]]
Ask = Callable[..., Rows]


@pytest.mark.answers("W16")
def test_courses_and_documents_on_a_topic_are_found(ask: Ask) -> None:
    rows = ask("explorer/courses-and-documents", lang="fr", topic="unclos")
    # Institute of Sanremo, catalogue of courses online: protection of refugees and migrants moving by sea.
    assert {"protection-at-sea", "sanremo"} <= {row["thing"] for row in rows if row["kind"] == "course"}
    assert all(row["subject"] == "unclos" for row in rows)
    compact = ask("explorer/courses-and-documents", lang="es", topic="gcm")
    assert "iom-strategic-vision-2019" in {row["thing"] for row in compact if row["kind"] == "document"}


@pytest.mark.answers("A25", "W16")
def test_courses_are_found_by_objective_of_the_global_compact(ask: Ask) -> None:
    rows = ask("explorer/courses-and-documents", lang="en", objective="23")
    # United Nations University, MiLAP: a week in Moshi for civil servants in Africa.
    (milap,) = [row for row in rows if row["thing"] == "milap"]
    assert (milap["place"], milap["length"]) == ("Moshi, United Republic of Tanzania", "P1W")
    assert {row["subject"] for row in rows} == {"23"}
    third = {row["thing"] for row in ask("explorer/courses-and-documents", lang="en", objective="3")}
    assert "milap" not in third


@pytest.mark.answers("W17")
def test_the_processes_of_a_party_are_told_with_their_tier(ask: Ask) -> None:
    # State Secretariat for Migration, "Regional dialogues on migration": Switzerland is in these four above all.
    rows = {row["process"]: row for row in ask("explorer/party-processes", party="CHE", lang="fr")}
    assert {"budapest", "prague", "rabat", "khartoum"} <= rows.keys()
    assert {rows[name]["capacity"] for name in ("budapest", "prague", "rabat", "khartoum")} == {"member"}
    assert rows["rabat"]["tier_name"] == "interrégional"


@pytest.mark.answers("W17")
def test_overlaps_of_processes_count_those_that_both_parties_are_in(ask: Ask) -> None:
    rows = {row["other"]: row for row in ask("explorer/process-overlaps", party="CHE")}
    # IOM, Overview of principal ISCMs, 2017: Norway and Switzerland in the Budapest Process, Senegal not.
    # Rabat Process, list of partners: all three.
    assert {"budapest", "rabat"} <= set(rows["NOR"]["processes"].split(";"))
    assert rows["SEN"]["processes"] == "rabat"
    assert all(int(row["shared"]) == len(row["processes"].split(";")) for row in rows.values())
    assert "CHE" not in rows


@pytest.mark.answers("W17")
def test_a_party_was_in_no_process_before_there_were_any(ask: Ask) -> None:
    dated = [row for row in ask("explorer/party-processes", party="CHE", lang="en", on="1990-01-01") if row["since"]]
    assert not dated
