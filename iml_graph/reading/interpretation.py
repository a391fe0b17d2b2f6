"""How provisions are read and by what they are limited: claims about custom, comments, decisions, reservations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from iml_graph import namespaces as ns
from iml_graph.catalogue import query
from iml_graph.provision_records import Case, Claim, Comment, Named, ReservationOn
from iml_graph.reading.lexicon import Lexicon, read_lexicon
from iml_graph.reading.provisions import number_key, read_provisions
from iml_graph.reading.rows import local, text
from iml_graph.store import Iri, Store
from iml_graph.store.base import Row


def read_claims(
    store: Store, lang: str, *, right: str | None = None, norm: str | None = None, lexicon: Lexicon | None = None
) -> tuple[Claim, ...]:
    """Read who asserts, denies or contests that a norm, or one about a right or a narrower one, binds."""
    known = lexicon or read_lexicon(store, lang)
    rights = set(known.within("rights", right)) if right else set()
    found: dict[Claim, list[str]] = defaultdict(list)
    for row in store.select(query("researcher/custom").text, lang=lang, **({"norm": norm} if norm else {})):
        if not rights or rights.intersection(_list(row, "rights")):
            found[_claim(row, known)].append(local(text(row, "source")))
    return tuple(replace(claim, source=";".join(sorted(sources))) for claim, sources in found.items())


def _claim(row: Row, known: Lexicon) -> Claim:
    """Make a claim of a row, one of several if it was read in several sources."""
    return Claim(
        norm=Named(text(row, "norm"), text(row, "label")),
        stance=known.named(text(row, "stance")),
        status=known.named(text(row, "status")),
        claimant=text(row, "claimant_name"),
        document=text(row, "document"),
        on=row["on"],
        place=row["place"],
        source="",
        confidence=text(row, "confidence"),
    )


def read_comments(
    store: Store,
    lang: str,
    *,
    right: str | None = None,
    instrument: str | None = None,
    reference: str | None = None,
    lexicon: Lexicon | None = None,
) -> tuple[Comment, ...]:
    """Read the general comments that elaborate articles tagged with a right, an instrument, or a provision of it.

    A comment elaborates a provision too where it elaborates a part of it, or what it is part of. ``references`` are
    empty where it elaborates the instrument as a whole.
    """
    if right:
        found = _comments_on_right(store, lang, right, lexicon)
        return tuple(each for each in found if instrument in (None, each.instrument.identifier))
    known = lexicon or read_lexicon(store, lang)
    only = {"instrument": Iri(ns.instrument(instrument))} if instrument else {}
    rows: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in store.select(query("explorer/comments").text, lang=lang, **only):
        rows[text(row, "comment"), instrument or local(text(row, "instrument"))].append(row)
    comments = (_comment(own, key[1], known) for key, own in rows.items())
    return tuple(
        each for each in comments if reference is None or any(is_part(reference, other) for other in each.references)
    )


def _comments_on_right(store: Store, lang: str, right: str, lexicon: Lexicon | None) -> tuple[Comment, ...]:
    """Read the articles that make a comment one on a right; labels come from the comments."""
    articles: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in store.select(query("researcher/comments-on-right").text, lang=lang, right=right):
        articles[local(text(row, "comment")), local(text(row, "instrument"))].update(_list(row, "articles"))
    found = []
    for each in read_comments(store, lang, lexicon=lexicon) if articles else ():
        if own := articles.get((each.comment.identifier, each.instrument.identifier)):
            references = tuple(sorted(own, key=number_key))
            found.append(Comment(each.comment, each.symbol, each.adopted, each.instrument, references))
    return tuple(found)


def _comment(rows: list[Row], instrument: str, known: Lexicon) -> Comment:
    first = rows[0]
    references = {row["reference"] for row in rows if row["reference"]}
    return Comment(
        comment=Named(local(text(first, "comment")), text(first, "title")),
        symbol=min((row["symbol"] for row in rows if row["symbol"]), default=None),
        adopted=text(first, "adopted"),
        instrument=known.instrument(instrument).named,
        references=tuple(sorted(references, key=number_key)),
    )


def is_part(one: str, other: str) -> bool:
    """Tell whether one provision of an instrument is the other, a part of it, or what it is part of."""
    return f"{one}.".startswith(f"{other}.") or f"{other}.".startswith(f"{one}.")


def read_cases(
    store: Store,
    lang: str,
    *,
    right: str | None = None,
    instrument: str | None = None,
    reference: str | None = None,
    respondent: str | None = None,
    lexicon: Lexicon | None = None,
) -> tuple[Case, ...]:
    """Read the decisions on a right or a narrower one, an instrument or just a provision, a party: on all given.

    They come latest first. Nothing is read if nothing is given.
    """
    known = lexicon or read_lexicon(store, lang)
    asked: list[list[str]] = []
    if right:
        asked.append([ns.concept("rights", each) for each in known.within("rights", right)])
    if instrument:
        of = [reference] if reference else [each.reference for each in read_provisions(store, instrument, lang, known)]
        asked.append([ns.provision(instrument, each) for each in of])
    if respondent:
        asked.append([ns.party(respondent)])
    found = [_cases_about(store, lang, iris, known) for iris in asked]
    shared = set.intersection(*map(set, found)) if found else set()
    return tuple(sorted((found[0][iri] for iri in shared), key=lambda case: (case.on or "", case.iri), reverse=True))


def read_cases_on(
    store: Store, lang: str, instrument: str, reference: str, lexicon: Lexicon | None = None
) -> tuple[Case, ...]:
    """Read the decisions on a provision, a part of it, or what it is part of, latest first."""
    known = lexicon or read_lexicon(store, lang)
    of = Iri(ns.instrument(instrument))
    rows = store.select(query("explorer/cases-on").text, lang=lang, instrument=of, reference=reference)
    return tuple(_case(row, known) for row in rows)


def _cases_about(store: Store, lang: str, iris: Iterable[str], known: Lexicon) -> dict[str, Case]:
    """Read the decisions about any of several things, by IRI."""
    asked = query("explorer/cases").text
    rows = (row for iri in iris for row in store.select(asked, lang=lang, about=Iri(iri)))
    return {text(row, "decision"): _case(row, known) for row in rows}


def _case(row: Row, known: Lexicon) -> Case:
    return Case(
        iri=text(row, "decision"),
        label=text(row, "label"),
        body=Named(local(text(row, "body")), text(row, "body_label")),
        on=row["on"],
        respondents=tuple(Named(*each.split(" ", 1)) for each in _list(row, "respondents")),
        provisions=tuple(sorted(_list(row, "provisions"), key=_cited)),
        kind=known.named(row["kind"]) if row["kind"] else None,
    )


def _cited(citation: str) -> tuple[str, list[tuple[int, str]]]:
    instrument, _, reference = citation.partition(" ")
    return instrument, number_key(reference)


def read_reservations(
    store: Store, instrument: str, reference: str, lang: str, lexicon: Lexicon | None = None
) -> tuple[ReservationOn, ...]:
    """Read the reservations and declarations that name a provision, a part of it, or what it is part of, by date."""
    known = lexicon or read_lexicon(store, lang)
    of = Iri(ns.instrument(instrument))
    rows = store.select(query("explorer/reservations-on").text, lang=lang, instrument=of, reference=reference)
    return tuple(
        ReservationOn(
            party=Named(text(row, "code"), text(row, "party")),
            kind=known.named(text(row, "type")),
            on=row["on"],
            articles=tuple(sorted(_list(row, "articles"), key=number_key)),
            iri=text(row, "action"),
            withdrawn_on=row["withdrawn"],
        )
        for row in rows
    )


def _list(row: Row, name: str) -> list[str]:
    return [each for each in text(row, name).split(";") if each]
