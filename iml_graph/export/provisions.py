"""Provisions, rights and what bears on them, as objects and as rows."""

from __future__ import annotations

from collections.abc import Iterable

from iml_graph.export.forms import Object, Table
from iml_graph.labels import word
from iml_graph.provision_records import (
    Case,
    Claim,
    Comment,
    Grounding,
    Judgement,
    Named,
    Provision,
    Relation,
    ReservationOn,
    Tag,
)
from iml_graph.provisions import ObjectiveProfile, ProvisionProfile
from iml_graph.records import Release
from iml_graph.rights import HolderProfile, RightProfile

_JUDGED = ("confidence", "authors", "checked", "note")
_PLACED = ("id", "instrument", "reference", "provision", "heading")
TAG_COLUMNS = ("force", *_PLACED, "right", "holder", "modality", "principal", *_JUDGED)
PROVISION_COLUMNS = (*_PLACED, "role", "rights")
RELATION_COLUMNS = ("of", "relation", *_PLACED, "differs", *_JUDGED)
GROUNDING_COLUMNS = ("objective", "title", "role", *_PLACED, "norm", *_JUDGED)
CLAIM_COLUMNS = ("norm", "stance", "claimed_status", "claimant", "document", "date", "place", "sources", "confidence")
COMMENT_COLUMNS = ("symbol", "comment", "adopted", "instrument", "articles")
CASE_COLUMNS = ("date", "decision", "body", "respondents", "type_document", "articles")
RESERVATION_COLUMNS = ("code", "party", "act", "date", "articles", "withdrawn")

FORCES = ("binding-universal", "binding-regional", "non-binding")
"""How provisions are told apart, in the order of lists; what is neither universal nor non-binding is regional."""


def force_of(provision: Provision) -> str:
    """Tell whether a provision binds, and whether everywhere or in a region."""
    if not provision.binding:
        return "non-binding"
    return "binding-universal" if provision.reach == "universal" else "binding-regional"


def tag_rows(tags: Iterable[Tag], lang: str) -> Table:
    """One row a tag, those of binding universal provisions first, those that do not bind last."""
    ordered = sorted(tags, key=lambda tag: FORCES.index(force_of(tag.provision)))
    return [
        {"force": word(force_of(tag.provision), lang)}
        | _placed(tag.provision)
        | {
            "right": tag.right.label,
            "holder": tag.holder.label,
            "modality": tag.modality.label,
            "principal": "1" if tag.principal else "",
        }
        | _judged(tag.judgement, lang)
        for tag in ordered
    ]


def provision_rows(provisions: Iterable[Provision], tags: Iterable[Tag], lang: str) -> Table:
    """One row a provision, with the rights that its tags name."""
    rights: dict[str, list[str]] = {}
    for tag in tags:
        rights.setdefault(tag.provision.reference, []).append(f"{tag.right.label} ({tag.holder.label})")
    return [
        _placed(each)
        | {
            "role": each.role.label if each.role else "",
            "rights": word("list_mark", lang).join(rights.get(each.reference, ())),
        }
        for each in provisions
    ]


def relation_rows(relations: Iterable[Relation], lang: str) -> Table:
    """One row a relation: ``of`` is the reference of the provision that it is told of, the others place the other."""
    return [
        {"of": each.reference, "relation": each.kind.label, "differs": _labels(each.differs)}
        | _placed(each.other)
        | _judged(each.judgement, lang)
        for each in relations
    ]


def grounding_rows(groundings: Iterable[Grounding], lang: str) -> Table:
    """One row a grounding, in a provision or in a norm."""
    return [
        {"objective": each.objective.identifier, "title": each.objective.label, "role": each.role.label}
        | (_placed(each.provision) if each.provision else dict.fromkeys(_PLACED, ""))
        | {"norm": each.norm.label if each.norm else ""}
        | _judged(each.judgement, lang)
        for each in groundings
    ]


def claim_rows(claims: Iterable[Claim], lang: str) -> Table:
    """One row a claim."""
    return [
        {
            "norm": each.norm.label,
            "stance": each.stance.label,
            "claimed_status": each.status.label,
            "claimant": each.claimant,
            "document": each.document,
            "date": each.on or "",
            "place": each.place or "",
            "sources": each.source,
            "confidence": word(each.confidence, lang),
        }
        for each in claims
    ]


def comment_rows(comments: Iterable[Comment]) -> Table:
    """One row a comment and instrument."""
    return [
        {
            "symbol": each.symbol or "",
            "comment": each.comment.label,
            "adopted": each.adopted,
            "instrument": each.instrument.label,
            "articles": ", ".join(each.references),
        }
        for each in comments
    ]


def case_rows(cases: Iterable[Case], instrument: str | None = None) -> Table:
    """One row a decision; of provisions, those of the instrument that is asked about are named, or all."""
    return [
        {
            "date": each.on or "",
            "decision": each.label,
            "body": each.body.label,
            "respondents": _labels(each.respondents),
            "type_document": each.kind.label if each.kind else "",
            "articles": ", ".join(_cited(each.provisions, instrument)),
        }
        for each in cases
    ]


def _cited(provisions: Iterable[str], instrument: str | None) -> list[str]:
    if instrument is None:
        return list(provisions)
    return [each.partition(" ")[2] for each in provisions if each.startswith(f"{instrument} ")]


def reservation_rows(reservations: Iterable[ReservationOn]) -> Table:
    """One row a reservation or declaration."""
    return [
        {
            "code": each.party.identifier,
            "party": each.party.label,
            "act": each.kind.label,
            "date": each.on or "",
            "articles": ", ".join(each.articles),
            "withdrawn": each.withdrawn_on or "",
        }
        for each in reservations
    ]


def _placed(provision: Provision) -> dict[str, str]:
    return {
        "id": provision.instrument.identifier,
        "instrument": provision.instrument.label,
        "reference": provision.reference,
        "provision": provision.label,
        "heading": provision.heading or "",
    }


def _judged(judgement: Judgement, lang: str) -> dict[str, str]:
    return {
        "confidence": word(judgement.confidence, lang),
        "authors": _labels(judgement.authors),
        "checked": ", ".join(judgement.checked),
        "note": judgement.note or "",
    }


def _labels(things: Iterable[Named]) -> str:
    return ", ".join(each.label for each in things)


def right_object(profile: RightProfile) -> Object:
    """Everything that the profile of a right says."""
    return {
        "right": profile.right.identifier,
        "label": profile.right.label,
        **_release(profile.release),
        "definition": profile.definition,
        "scope_note": profile.scope_note,
        "broader": _named(profile.broader),
        "narrower": _named(profile.narrower),
        "tags": [_tag_object(tag) for tag in profile.tags],
        "claims": [_claim_object(each) for each in profile.claims],
        "comments": [_comment_object(each) for each in profile.comments],
        "cases": [_case_object(each) for each in profile.cases],
        "objectives": _named(profile.objectives),
        "targets": _named(profile.targets),
    }


def holder_object(profile: HolderProfile) -> Object:
    """Everything that the profile of a group of persons says."""
    return {
        "holder": profile.holder.identifier,
        "label": profile.holder.label,
        **_release(profile.release),
        "definition": profile.definition,
        "scope_note": profile.scope_note,
        "broader": _named(profile.broader),
        "narrower": _named(profile.narrower),
        "tags": [_tag_object(tag) for tag in profile.tags],
    }


def provision_object(profile: ProvisionProfile) -> Object:
    """Everything that the profile of a provision says."""
    return {
        **_provision_object(profile.provision),
        **_release(profile.release),
        "sources": list(profile.sources),
        "confidence": profile.confidence,
        "part_of": profile.part_of.reference if profile.part_of else None,
        "parts": [each.reference for each in profile.parts],
        "previous": profile.previous.reference if profile.previous else None,
        "next": profile.next.reference if profile.next else None,
        "tags": [_tag_object(tag) for tag in profile.tags],
        "relations": [_relation_object(each) for each in profile.relations],
        "groundings": [_grounding_object(each) for each in profile.groundings],
        "comments": [_comment_object(each) for each in profile.comments],
        "cases": [_case_object(each) for each in profile.cases],
        "reservations": [_reservation_object(each) for each in profile.reservations],
    }


def objective_object(profile: ObjectiveProfile) -> Object:
    """Everything that the profile of an objective says."""
    return {
        "objective": profile.number,
        "label": profile.objective.label,
        **_release(profile.release),
        "rights": _named(profile.rights),
        "groundings": [_grounding_object(each) for each in profile.groundings],
    }


def provisions_object(
    instrument: str, provisions: Iterable[Provision], tags: Iterable[Tag], release: Release
) -> Object:
    """The provisions of an instrument, each with its tags."""
    own: dict[str, list[Object]] = {}
    for tag in tags:
        own.setdefault(tag.provision.reference, []).append(_given(tag))
    listed = [{**_provision_object(each), "tags": own.get(each.reference, [])} for each in provisions]
    return {"instrument": instrument, **_release(release), "provisions": listed}


def _release(release: Release) -> Object:
    return {"release": release.release, "data_date": release.data_date}


def _named(things: Iterable[Named]) -> list[Object]:
    return [{"id": each.identifier, "label": each.label} for each in things]


def _provision_object(provision: Provision) -> Object:
    return {
        "instrument": provision.instrument.identifier,
        "reference": provision.reference,
        "citation": provision.citation,
        "heading": provision.heading,
        "role": provision.role.identifier if provision.role else None,
        "binding": provision.binding,
        "reach": provision.reach,
    }


def _judgement_object(judgement: Judgement) -> Object:
    return {
        "confidence": judgement.confidence,
        "authors": [each.identifier for each in judgement.authors],
        "checked": list(judgement.checked),
        "note": judgement.note,
    }


def _given(tag: Tag) -> Object:
    return {
        "right": tag.right.identifier,
        "holder": tag.holder.identifier,
        "modality": tag.modality.identifier,
        "principal": tag.principal,
        **_judgement_object(tag.judgement),
    }


def _tag_object(tag: Tag) -> Object:
    return {"provision": _provision_object(tag.provision), **_given(tag)}


def _relation_object(relation: Relation) -> Object:
    return {
        "reference": relation.reference,
        "relation": relation.kind.identifier,
        "other": _provision_object(relation.other),
        "differs": [each.identifier for each in relation.differs],
        **_judgement_object(relation.judgement),
    }


def _grounding_object(grounding: Grounding) -> Object:
    return {
        "objective": grounding.objective.identifier,
        "role": grounding.role.identifier,
        "provision": _provision_object(grounding.provision) if grounding.provision else None,
        "norm": grounding.norm.identifier if grounding.norm else None,
        **_judgement_object(grounding.judgement),
    }


def _claim_object(claim: Claim) -> Object:
    return {
        "norm": claim.norm.identifier,
        "stance": claim.stance.identifier,
        "status": claim.status.identifier,
        "claimant": claim.claimant,
        "document": claim.document,
        "on": claim.on,
        "place": claim.place,
        "sources": claim.source.split(";"),
        "confidence": claim.confidence,
    }


def _comment_object(comment: Comment) -> Object:
    return {
        "comment": comment.comment.identifier,
        "title": comment.comment.label,
        "symbol": comment.symbol,
        "adopted": comment.adopted,
        "instrument": comment.instrument.identifier,
        "articles": list(comment.references),
    }


def _case_object(case: Case) -> Object:
    return {
        "decision": case.label,
        "body": case.body.identifier,
        "kind": case.kind.identifier if case.kind else None,
        "on": case.on,
        "respondents": [each.identifier for each in case.respondents],
        "provisions": list(case.provisions),
        "iri": case.iri,
    }


def _reservation_object(reservation: ReservationOn) -> Object:
    return {
        "party": reservation.party.identifier,
        "kind": reservation.kind.identifier,
        "on": reservation.on,
        "articles": list(reservation.articles),
        "withdrawn_on": reservation.withdrawn_on,
        "iri": reservation.iri,
    }
