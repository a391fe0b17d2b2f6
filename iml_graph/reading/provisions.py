"""Provisions of instruments: what they do, what they give to whom, and what they are to each other."""

from __future__ import annotations

import re
from collections.abc import Callable

from iml_graph import namespaces as ns
from iml_graph.catalogue import query
from iml_graph.errors import UnknownNameError
from iml_graph.identifiers import NameIndex, fold_text
from iml_graph.provision_records import Grounding, Judgement, Provision, ReadProvision, Relation, Tag
from iml_graph.reading.lexicon import Lexicon, read_lexicon
from iml_graph.reading.rows import local, text
from iml_graph.store import Iri, Store
from iml_graph.store.base import Row, Value

_LEFT_OUT = frozenset(
    {"art", "arts", "article", "articles", "articulo", "articulos", "paragraph", "paragraphe", "parrafo"}
)
_INVERSE = {"narrower": "broader", "broader": "narrower"}
"""What the second provision is to the first, where it is not the same."""


def read_provisions(store: Store, instrument: str, lang: str, lexicon: Lexicon | None = None) -> tuple[Provision, ...]:
    """Read the provisions of an instrument in its order; those that only an act or a decision names stand last."""
    return tuple(each.provision for each in read_provision_records(store, instrument, lang, lexicon))


def read_provision_records(
    store: Store, instrument: str, lang: str, lexicon: Lexicon | None = None
) -> tuple[ReadProvision, ...]:
    """Read the provisions of an instrument with where they were read and what each is part of."""
    known = lexicon or read_lexicon(store, lang)
    of = Iri(ns.instrument(instrument))
    rows = store.select(query("explorer/provisions").text, lang=lang, instrument=of)
    found = [
        ReadProvision(
            as_provision({**row, "instrument": of.value}, known), _cell(row, "sources"), row["confidence"], row["whole"]
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda each: _place(each.provision)))


def _place(provision: Provision) -> tuple[bool, int, list[tuple[int, str]]]:
    """Order provisions as the instrument does, and those without a place by their numbers."""
    return provision.order == 0, provision.order, number_key(provision.reference)


def number_key(reference: str) -> list[tuple[int, str]]:
    """Split a reference so that references sort by their numbers: ``9`` before ``22.5``."""
    return [(int(digits or 0), rest) for digits, rest in re.findall(r"(\d*)([^\d.]*)\.?", reference) if digits or rest]


def resolve_provision(store: Store, instrument: str, name: str, lang: str) -> str:
    """Find the reference of the provision that a person writes as ``22.5``, ``22(5)``, ``art. 22(5)`` or ``Annex II``.

    Raises:
        UnknownNameError: the instrument has no such provision here; carries the nearest references.
    """
    names = {each.reference: [each.reference, each.label] for each in read_provisions(store, instrument, lang)}
    if name in names:
        return name
    try:
        return NameIndex("provision", names, _citation_key, shared=True).resolve(name)
    except UnknownNameError as error:
        raise UnknownNameError(f"provision of {instrument}", name, error.suggestions) from None


def _citation_key(citation: str) -> str:
    """Fold a citation, without the words that lawyers leave out: ``Article 22(5)`` becomes ``22 5``."""
    return " ".join(word for word in fold_text(citation).split() if word not in _LEFT_OUT)


def read_tags(
    store: Store,
    lang: str,
    *,
    right: str | None = None,
    holder: str | None = None,
    instrument: str | None = None,
    reference: str | None = None,
    lexicon: Lexicon | None = None,
) -> tuple[Tag, ...]:
    """Read tags by instrument in the order of adoption; those of narrower rights and holders are included."""
    known = lexicon or read_lexicon(store, lang)
    rights = known.within("rights", right) if right else (None,)
    holders = known.within("holders", holder) if holder else (None,)
    where = _where(instrument, reference)
    rows = [
        row
        for one in rights
        for other in holders
        for row in store.select(query("explorer/tags").text, lang=lang, **where, **_given(right=one, holder=other))
    ]
    return tuple(sorted((_tag(row, known) for row in rows), key=_tag_place(known)))


def _tag_place(known: Lexicon) -> Callable[[Tag], tuple[int, int, bool, str, str]]:
    def place(tag: Tag) -> tuple[int, int, bool, str, str]:
        at = known.instrument(tag.provision.instrument.identifier).place
        return at, tag.provision.order, not tag.principal, tag.right.identifier, tag.holder.identifier

    return place


def _tag(row: Row, known: Lexicon) -> Tag:
    return Tag(
        provision=as_provision(row, known),
        right=known.concept("rights", text(row, "right")),
        holder=known.concept("holders", text(row, "holder")),
        modality=known.named(text(row, "modality")),
        principal=row["principal"] == "true",
        judgement=_judgement(row, known),
    )


def read_relations(
    store: Store, instrument: str, reference: str | None, lang: str, lexicon: Lexicon | None = None
) -> tuple[Relation, ...]:
    """Read what a provision, or each of an instrument, is to those of others, whichever of the two a row is for."""
    known = lexicon or read_lexicon(store, lang)
    rows = store.select(query("explorer/relations").text, lang=lang, **_where(instrument, reference))
    found = (_relation(row, known) for row in rows)
    return tuple(sorted(found, key=lambda each: _relation_place(each, known)))


def _relation_place(each: Relation, known: Lexicon) -> tuple[list[tuple[int, str]], int, int]:
    return number_key(each.reference), known.instrument(each.other.instrument.identifier).place, each.other.order


def _relation(row: Row, known: Lexicon) -> Relation:
    kind = local(text(row, "kind"))
    other = {**row, "instrument": row["other_instrument"], "reference": row["other"]}
    return Relation(
        kind=known.concept("provision-relations", _INVERSE.get(kind, kind) if row["side"] == "second" else kind),
        other=as_provision(other, known),
        differs=known.concepts("relation-aspects", row["differs"]),
        judgement=_judgement(row, known),
        reference=text(row, "reference"),
    )


def read_groundings(
    store: Store,
    lang: str,
    *,
    objective: str | None = None,
    instrument: str | None = None,
    reference: str | None = None,
    lexicon: Lexicon | None = None,
) -> tuple[Grounding, ...]:
    """Read on what objectives of the Global Compact rest, by number, what is at their core first, norms last."""
    known = lexicon or read_lexicon(store, lang)
    where = _where(instrument, reference)
    rows = store.select(query("explorer/groundings").text, lang=lang, **where, **_given(objective=objective))
    found = (_grounding(row, known) for row in rows if not (row["norm"] and instrument))
    return tuple(sorted(found, key=lambda each: _grounding_place(each, known)))


def _grounding_place(each: Grounding, known: Lexicon) -> tuple[list[tuple[int, str]], str, int, int, str]:
    if each.provision is None:
        return number_key(each.objective.identifier), "~", 0, 0, each.norm.identifier if each.norm else ""
    at = known.instrument(each.provision.instrument.identifier).place
    return number_key(each.objective.identifier), each.role.identifier, at, each.provision.order, ""


def _grounding(row: Row, known: Lexicon) -> Grounding:
    return Grounding(
        objective=known.concept("gcm-objectives", text(row, "objective")),
        role=known.named(text(row, "grounding_role")),
        provision=None if row["norm"] else as_provision(row, known),
        norm=known.named(row["norm"]) if row["norm"] else None,
        judgement=_judgement(row, known),
    )


def _where(instrument: str | None, reference: str | None) -> dict[str, Value]:
    """Bind the variables ``instrument`` and ``reference`` of a query where they are given."""
    return {"instrument": Iri(ns.instrument(instrument))} | _given(reference=reference) if instrument else {}


def _given(**values: str | None) -> dict[str, Value]:
    return {name: value for name, value in values.items() if value is not None}


def as_provision(row: Row, known: Lexicon) -> Provision:
    """Make a provision of a row with instrument, reference, label, heading, role and order."""
    instrument = known.instrument(local(text(row, "instrument")))
    return Provision(
        instrument=instrument.named,
        reference=text(row, "reference"),
        label=text(row, "label"),
        heading=row["heading"],
        role=known.named(row["role"]) if row["role"] else None,
        order=int(row["order"] or 0),
        binding=instrument.binding,
        reach=instrument.reach,
    )


def _judgement(row: Row, known: Lexicon) -> Judgement:
    authors = known.concepts("authors", row["authors"])
    return Judgement(authors, text(row, "confidence"), _cell(row, "checked"), row["note"])


def _cell(row: Row, name: str) -> tuple[str, ...]:
    """Read a list in a cell."""
    return tuple(sorted(filter(None, text(row, name).split(";"))))
