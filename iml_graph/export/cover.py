"""How rights are covered, as objects and as rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from iml_graph.export.forms import Object, Table
from iml_graph.labels import sentence, word
from iml_graph.protection.advice import View
from iml_graph.protection.cover import Basis, Cover, RightCover, best_first
from iml_graph.protection.law import Law
from iml_graph.protection.names import Names
from iml_graph.protection.position import Limit, LimitKind

COVER_COLUMNS = (
    *("group", "id", "right", "cover_before", "cover", "rests_on", "limits", "perhaps", "soft", "asserted"),
    "contested",
)
BASIS_COLUMNS = ("id", "article", "heading", "holder", "modality", "cover", "through", "limits", "confidence")


def cover_counts(covers: Iterable[RightCover]) -> dict[str, int]:
    """Number of rights of each class, every class named, the best first."""
    found = Counter(each.cover for each in covers)
    return {cover.value: found[cover] for cover in Cover}


def cover_rows(
    covers: Iterable[RightCover],
    law: Law,
    names: Names,
    before: Mapping[str, RightCover] | None = None,
    most: int | None = None,
) -> Table:
    """One row a right, by group; ``before`` has the cover to compare with, ``most`` cuts long lists of articles."""
    rows = [
        {
            "group": names.concept("rights", law.rights.group(each.right)),
            "id": each.right,
            "right": names.concept("rights", each.right),
            "cover_before": names.concept("cover-classes", before[each.right].cover) if before else "",
            "cover": names.concept("cover-classes", each.cover),
            "rests_on": _cut(rests_on(each, names, most), most, names.lang),
            "limits": _cut(limits_of(each, names, most), most, names.lang),
            "perhaps": _cut([perhaps(*own, names) for own in each.unknown], most, names.lang),
            "soft": _cut(list(dict.fromkeys(names.short(tag.article) for tag in each.soft)), most, names.lang),
            "asserted": str(each.asserted) if each.asserted else "",
            "contested": str(each.contested) if each.contested else "",
        }
        for each in covers
    ]
    return sorted(rows, key=lambda row: row["group"])


def _cut(values: Sequence[str], most: int | None, lang: str) -> str:
    shown = list(values[:most])
    if left := len(values) - len(shown):
        shown.append(sentence("and_more", lang, count=left))
    return word("list_mark", lang).join(shown)


def rests_on(cover: RightCover, names: Names, most: int | None = None) -> list[str]:
    """Cite the articles that cover a right as well as it is covered, the best first, each with what it binds through.

    The other articles that bind give the right less well and are told by ``basis_rows``. Where none binds: the
    non-binding texts, or the claims of custom, that the class is due to. ``most`` cuts the articles of an instrument.
    """
    if cover.cover is Cover.SOFT:
        return _together((tag.article for tag in cover.soft), names, most)
    if cover.cover is Cover.CUSTOMARY:
        return [sentence("asserted-note", names.lang, asserted=cover.asserted, contested=cover.contested)]
    groups: dict[str | None, list[str]] = {}
    for basis in best_first(cover.bases):
        if basis.cover is cover.cover:
            groups.setdefault(basis.through, []).append(basis.tag.article)
    return [
        sentence("via", names.lang, article=article, through=names.instrument(through)) if through else article
        for through, own in groups.items()
        for article in _together(own, names, most)
    ]


def _together(keys: Iterable[str], names: Names, most: int | None = None) -> list[str]:
    """Cite articles, those of an instrument together; beyond ``most`` of one, only how many more."""
    groups: dict[str, dict[str, None]] = {}
    for key in keys:
        groups.setdefault(key.partition("/")[0], {})[names.number(key)] = None
    found = []
    for instrument, own in groups.items():
        numbers = list(own)
        if most and len(numbers) > most:
            numbers = [*numbers[:most], f"+{len(numbers) - most}"]
        found.append(f"{names.instrument(instrument)} {', '.join(numbers)}")
    return found


def limits_of(cover: RightCover, names: Names, most: int | None = None) -> list[str]:
    """Say the limits of what covers a right, articles with the same ones together; of what has none, nothing."""
    own: dict[str, dict[Limit, None]] = {}
    for basis in (*(each for each in best_first(cover.bases) if each.cover is cover.cover), *cover.excluded):
        own.setdefault(basis.tag.article, {}).update(dict.fromkeys(basis.limits))
    groups: dict[tuple[str, tuple[Limit, ...]], list[str]] = {}
    for article, limits in own.items():
        if limits:
            groups.setdefault((article.partition("/")[0], tuple(limits)), []).append(article)
    return [
        sentence("limit-of", names.lang, article=cited, limits=", ".join(say_limits(limits, names)))
        for (_, limits), articles in groups.items()
        for cited in _together(articles, names, most)
    ]


def say_limits(limits: Iterable[Limit], names: Names) -> list[str]:
    """Say limits in words; those of the same kind and day together."""
    groups: dict[tuple[LimitKind, str | None], dict[str, None]] = {}
    for limit in limits:
        groups.setdefault((limit.kind, limit.since), {})[_subject(limit, names)] = None
    return [
        sentence(f"limit-{kind.value}", names.lang, subject=", ".join(own), since=since or "?")
        for (kind, since), own in groups.items()
    ]


def _subject(limit: Limit, names: Names) -> str:
    if limit.kind is LimitKind.HOLDER:
        return names.concept("holders", limit.subject)
    return names.party(limit.subject) if limit.kind is LimitKind.TERRITORY else limit.subject


def perhaps(instrument: str, last: str | None, names: Names) -> str:
    """Say which instrument may bind without the record saying so, and what was known last."""
    if last == "party":
        return sentence("perhaps-choice", names.lang, instrument=names.instrument(instrument))
    if last is None:
        return sentence("perhaps-silent", names.lang, instrument=names.instrument(instrument))
    status = names.concept("statuses", last)
    return sentence("perhaps-known", names.lang, instrument=names.instrument(instrument), status=status)


def basis_rows(bases: Iterable[Basis], names: Names) -> Table:
    """One row for each article that binds and gives the right, the best first."""
    return [
        {
            "id": basis.tag.article,
            "article": names.short(basis.tag.article),
            "heading": names.heading(basis.tag.article),
            "holder": names.concept("holders", basis.tag.holder),
            "modality": names.concept("modalities", basis.tag.modality),
            "cover": names.concept("cover-classes", basis.cover),
            "through": names.instrument(basis.through) if basis.through else "",
            "limits": word("list_mark", names.lang).join(say_limits(basis.limits, names)),
            "confidence": word(basis.tag.confidence, names.lang),
        }
        for basis in best_first(bases)
    ]


def view_object(view: View) -> Object:
    """Who is asked about, on which day, with which instruments taken as joined, and which release answers."""
    return {
        "party": view.party.code,
        "label": view.party.label,
        "kind": view.party.kind,
        "on": view.on,
        "joined": list(view.joined),
        "release": view.adviser.law.release.release,
        "data_date": view.adviser.law.release.data_date,
    }


def cover_object(
    view: View,
    covers: Sequence[RightCover],
    names: Names,
    holder: str | None = None,
    before: Mapping[str, RightCover] | None = None,
) -> Object:
    """Everything that an answer on the cover of rights says."""
    found: Object = view_object(view) | {"holder": holder, "counts": cover_counts(covers)}
    if before is not None:
        found["counts_before"] = cover_counts(before[each.right] for each in covers)
    rights = [right_cover_object(each, view.adviser.law, names) for each in covers]
    if before is not None:
        rights = [
            own | {"cover_before": before[each.right].cover.value} for own, each in zip(rights, covers, strict=True)
        ]
    return found | {"rights": rights}


def right_cover_object(cover: RightCover, law: Law, names: Names) -> Object:
    """Everything that is said of the cover of one right."""
    return {
        "right": cover.right,
        "label": names.concept("rights", cover.right),
        "group": law.rights.group(cover.right),
        "cover": cover.cover.value,
        "bases": [_basis_object(basis, names) for basis in best_first(cover.bases)],
        "excluded": [_basis_object(basis, names) for basis in cover.excluded],
        "unknown": [{"instrument": name, "last_known": last} for name, last in cover.unknown],
        "soft": list(dict.fromkeys(tag.article for tag in cover.soft)),
        "asserted": cover.asserted,
        "contested": cover.contested,
    }


def _basis_object(basis: Basis, names: Names) -> Object:
    return {
        "article": basis.tag.article,
        "citation": names.citation(basis.tag.article),
        "heading": names.heading(basis.tag.article),
        "holder": basis.tag.holder,
        "modality": basis.tag.modality,
        "confidence": basis.tag.confidence,
        "cover": basis.cover.value,
        "through": basis.through,
        "limits": [
            {"kind": limit.kind.value, "subject": limit.subject, "since": limit.since, "text": text}
            for limit in basis.limits
            for text in say_limits((limit,), names)
        ],
    }
