"""Writing the index of a release: the same graph gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import fields
from pathlib import Path
from typing import Any

from iml_graph import namespaces as ns
from iml_graph import reading
from iml_graph.catalogue import query
from iml_graph.labels import LANGUAGES
from iml_graph.protection.dossier import Dossier
from iml_graph.protection.index import FOLDER, FORM
from iml_graph.protection.law import Law
from iml_graph.protection.names import Names
from iml_graph.protection.reading import concerned_instruments, read_dossiers, read_law
from iml_graph.protection.timeline import Timeline, timelines
from iml_graph.records import History, Instrument, Party
from iml_graph.store import Iri, Store, open_store

_OF_TEXT = ("identifier", "title", "acronym", "short_title", "branch_label", "kind")
"""Fields of an instrument that are its key, or in a language: these stand in the texts."""


def index_release(release: Path) -> None:
    """Write the index of a release from its own store."""
    with closing(open_store(release / "store")) as store:
        write_index(store, release)


def write_index(store: Store, release: Path) -> None:
    """Write the index of a release into its folder."""
    folder = release / FOLDER
    (folder / "parties").mkdir(parents=True)
    law = read_law(store)
    instruments = {lang: concerned_instruments(law, reading.read_instruments(store, lang)) for lang in LANGUAGES}
    concerned = instruments["en"]
    dossiers = read_dossiers(store, concerned)
    _write(folder / "law.json", _law(law))
    _write(folder / "instruments.json", _instruments(concerned, dossiers))
    for code, dossier in dossiers.items():
        _write(folder / "parties" / f"{code}.json", _dossier(dossier, timelines(dossier, concerned)))
    for lang, own in instruments.items():
        names = Names(store, lang)
        _write(folder / f"text-{lang}.json", _text(store, lang, names, own))
        _write(folder / f"articles-{lang}.json", names.all_articles)


def _write(path: Path, content: Any) -> None:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), default=_cells)
    path.write_text(text + "\n", encoding="utf-8")


def _cells(record: Any) -> Any:
    """Write a record as the list of its fields, and a set in order."""
    return sorted(record) if isinstance(record, frozenset) else [getattr(record, name) for name in record.__slots__]


def _law(law: Law) -> Any:
    return {
        "form": FORM,
        "release": law.release,
        "rights": law.rights.broader,
        "typical": {right: sorted(own) for right, own in law.typical.items()},
        "holders": law.holders.broader,
        "articles": {name: [each[2:] for each in law.of(name)] for name in law.instruments},
        "tags": law.tags,
        "relations": law.relations,
        "soft": dict(sorted(law.soft.items())),
        "taken_in": law.taken_in,
        "chosen": sorted(law.chosen),
        "claims": law.claims,
        "objectives": law.objectives,
    }


def _instruments(instruments: Mapping[str, Instrument], dossiers: Mapping[str, Dossier]) -> Any:
    complete = {name: day for each in dossiers.values() for name, day in each.members.complete.items()}
    return {
        "instruments": {name: _instrument(each) for name, each in instruments.items()},
        "complete": dict(sorted(complete.items())),
        "parties": list(dossiers),
    }


def _instrument(instrument: Instrument) -> Any:
    plain = [field.name for field in fields(instrument) if field.name not in _OF_TEXT]
    return {name: getattr(instrument, name) for name in plain}


def _dossier(dossier: Dossier, bearings: Mapping[str, Timeline]) -> Any:
    return {
        "party": _party(dossier.party),
        "bearings": {name: [(day, *bearing) for day, bearing in own] for name, own in bearings.items()},
        "statements": dossier.statements,
        "members": {name: own for (_, name), own in sorted(dossier.members.spans.items())},
        "histories": {name: _history(own) for (_, name), own in dossier.histories.items()},
    }


def _party(party: Party) -> Any:
    dates = (party.exists_from, party.exists_until, party.un_member)
    return (party.kind, party.alpha2, *dates, party.territory_of)


def _history(history: History) -> Any:
    return {
        "acts": history.acts,
        "spans": [
            (each.kind, each.start, each.until, each.subject, each.scope, each.through) for each in history.spans
        ],
        "exemptions": history.exemptions,
    }


def _text(store: Store, lang: str, names: Names, instruments: Mapping[str, Instrument]) -> Any:
    organizations = sorted({each.binds_members_of for each in instruments.values() if each.binds_members_of})
    return {
        "concepts": names.all_concepts,
        "names": names.all_instruments,
        "instruments": {name: _called(each) for name, each in instruments.items()},
        "organizations": dict(_shown(store, organizations, lang)),
        "parties": {code: (each.label, each.region) for code, each in reading.read_parties(store, lang).items()},
    }


def _called(instrument: Instrument) -> Any:
    return (
        *(instrument.title, instrument.acronym, instrument.short_title),
        *(instrument.branch_label, instrument.kind),
    )


def _shown(store: Store, organizations: Iterable[str], lang: str) -> Iterable[tuple[str, str]]:
    for name in organizations:
        rows = store.select(query("explorer/shown").text, thing=Iri(ns.organization(name)), lang=lang)
        if rows and rows[0]["label"]:
            yield name, rows[0]["label"]
