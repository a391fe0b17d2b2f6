"""What is known of a provision of an instrument, and on what an objective of the Global Compact rests."""

from __future__ import annotations

from dataclasses import dataclass

from iml_graph import reading
from iml_graph.errors import UnknownNameError
from iml_graph.provision_records import (
    Case,
    Comment,
    Grounding,
    Named,
    Provision,
    ReadProvision,
    Relation,
    ReservationOn,
    Tag,
)
from iml_graph.records import Release
from iml_graph.rights import read_concept
from iml_graph.store import Store


@dataclass(frozen=True, slots=True)
class ProvisionProfile:
    """A provision with everything that bears on it.

    Tags, relations and groundings are its own and those of its parts; comments, cases and reservations may also be on
    what it is part of. ``previous`` and ``next`` are its neighbours in the order of the instrument.
    """

    provision: Provision
    sources: tuple[str, ...]
    confidence: str | None
    part_of: Provision | None
    parts: tuple[Provision, ...]
    tags: tuple[Tag, ...]
    relations: tuple[Relation, ...]
    groundings: tuple[Grounding, ...]
    comments: tuple[Comment, ...]
    cases: tuple[Case, ...]
    reservations: tuple[ReservationOn, ...]
    previous: Provision | None
    next: Provision | None
    release: Release


@dataclass(frozen=True, slots=True)
class ObjectiveProfile:
    """An objective of the Global Compact: the provisions and norms that it rests on, and the rights close to it."""

    objective: Named
    number: str
    groundings: tuple[Grounding, ...]
    rights: tuple[Named, ...]
    release: Release


def provision_profile(store: Store, instrument: str, reference: str, lang: str) -> ProvisionProfile:
    """Read what is known of a provision.

    Raises:
        UnknownNameError: the instrument has no provision with this reference here.
    """
    lexicon = reading.read_lexicon(store, lang)
    records = reading.read_provision_records(store, instrument, lang, lexicon)
    by_reference = {each.provision.reference: each for each in records}
    if reference not in by_reference:
        raise UnknownNameError(f"provision of {instrument}", reference)
    record = by_reference[reference]
    before, after = _neighbours(records, reference)
    tags = reading.read_tags(store, lang, instrument=instrument, lexicon=lexicon)
    relations = reading.read_relations(store, instrument, None, lang, lexicon)
    groundings = reading.read_groundings(store, lang, instrument=instrument, lexicon=lexicon)
    return ProvisionProfile(
        provision=record.provision,
        sources=record.sources,
        confidence=record.confidence,
        part_of=by_reference[record.part_of].provision if record.part_of in by_reference else None,
        parts=tuple(each.provision for each in records if each.part_of == reference),
        tags=tuple(each for each in tags if within(each.provision.reference, reference)),
        relations=tuple(each for each in relations if within(each.reference, reference)),
        groundings=tuple(each for each in groundings if each.provision and within(each.provision.reference, reference)),
        comments=reading.read_comments(store, lang, instrument=instrument, reference=reference, lexicon=lexicon),
        cases=reading.read_cases_on(store, lang, instrument, reference, lexicon),
        reservations=reading.read_reservations(store, instrument, reference, lang, lexicon),
        previous=before,
        next=after,
        release=reading.read_release(store),
    )


def within(part: str, whole: str) -> bool:
    """Tell whether a reference is that of a provision or of a part of it."""
    return f"{part}.".startswith(f"{whole}.")


def _neighbours(records: tuple[ReadProvision, ...], reference: str) -> tuple[Provision | None, Provision | None]:
    """Find the provisions before and after one, among those that are described."""
    described = [each.provision for each in records if each.provision.order]
    at = next((place for place, each in enumerate(described) if each.reference == reference), None)
    if at is None:
        return None, None
    return (described[at - 1] if at else None), (described[at + 1] if at + 1 < len(described) else None)


def objective_profile(store: Store, number: str, lang: str) -> ObjectiveProfile:
    """Read on which provisions and norms an objective of the Global Compact rests.

    Raises:
        UnknownNameError: no objective has the number.
    """
    lexicon = reading.read_lexicon(store, lang)
    found = read_concept(store, "gcm-objectives", number, lang, lexicon)
    return ObjectiveProfile(
        objective=found.named,
        number=number,
        groundings=reading.read_groundings(store, lang, objective=number, lexicon=lexicon),
        rights=found.rights,
        release=reading.read_release(store),
    )
