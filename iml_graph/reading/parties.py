"""Parties, and of which organizations they are members."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from iml_graph import namespaces as ns
from iml_graph.catalogue import query
from iml_graph.reading.rows import local, local_or_none, restriction, text
from iml_graph.records import Members, Membership, Pair, Party
from iml_graph.store import Iri, Store
from iml_graph.store.base import Row


def read_parties(store: Store, lang: str, code: str | None = None) -> dict[str, Party]:
    """Read the identity of all parties, or of one, keyed by code."""
    only = {"party": Iri(ns.party(code))} if code else {}
    rows = store.select(query("explorer/parties").text, lang=lang, **only)
    return {text(row, "code"): _party(row) for row in rows}


def _party(row: Row) -> Party:
    return Party(
        code=text(row, "code"),
        label=text(row, "label"),
        kind=local(text(row, "kind")),
        alpha2=row["alpha2"],
        exists_from=row["exists_from"],
        exists_until=row["exists_until"],
        un_member=row["un_member"],
        region=row["region"],
        territory_of=row["territory_of"],
    )


def read_members(store: Store, *, party: str | None = None, organizations: Iterable[str] = ()) -> Members:
    """Read who was a member of which organization when, and how far that is complete.

    Args:
        store: the graph.
        party: code of the one party that is asked about.
        organizations: identifiers of those asked about; all if empty.
    """
    of = [{"organization": Iri(ns.organization(each))} for each in organizations] or [{}]
    spans: dict[Pair, list[Membership]] = defaultdict(list)
    for only in of:
        for row in store.select(query("researcher/memberships").text, **restriction(party), **only):
            if local(text(row, "status")) == "member":
                spans[local(text(row, "actor")), local(text(row, "organization"))].append(_membership(row))
    return Members({pair: tuple(own) for pair, own in spans.items()}, _complete(store))


def _complete(store: Store) -> dict[str, str]:
    """Read up to which day all members of each organization are known."""
    found: dict[str, str] = {}
    for row in store.select(query("maintainer/membership-coverage").text):
        if row["complete"]:
            name = local(text(row, "organization"))
            found[name] = max(found.get(name, ""), text(row, "complete"))
    return found


def _membership(row: Row) -> Membership:
    return Membership(
        start=text(row, "start"),
        until=row["until"],
        possibly_from=row["possibly_from"],
        possibly_until=row["possibly_until"],
        begun_by=local_or_none(row["begun_by"]),
    )
