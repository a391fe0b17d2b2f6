"""What an instrument would add, as objects and as rows."""

from __future__ import annotations

from collections.abc import Iterable

from iml_graph.export.cover import view_object
from iml_graph.export.forms import Object, Table
from iml_graph.labels import sentence, word
from iml_graph.protection.advice import View
from iml_graph.protection.law import Law
from iml_graph.protection.names import Names
from iml_graph.protection.newness import Addition, Additions, Overlap

_OVERLAP_COLUMNS = ("binding_by", "overlap", "relation", "differs", "through", "judged_by", "confidence")
ADDITION_COLUMNS = (
    *("added", "reference", "article", "heading", "rights_given", "weight", "newness"),
    *_OVERLAP_COLUMNS,
)

KINDS = ("new-whole", "new-part", "new-none")
"""How articles are told apart, in the order of lists: all new, new in part, binding already."""


def kind_of(addition: Addition) -> str:
    """Tell whether an article is all new, new in part, or binding already."""
    if addition.new >= 1:
        return "new-whole"
    return "new-part" if addition.new > 0 else "new-none"


def percent(share: float) -> str:
    """Write a share, 0 to 1, in whole hundredths."""
    return f"{share:.0%}"


def addition_rows(additions: Iterable[Addition], names: Names) -> Table:
    """One row an article with the greatest overlap, what is all new first, each kind in the order of the instrument."""
    ordered = sorted(additions, key=lambda each: KINDS.index(kind_of(each)))
    return [
        {
            "added": word(kind_of(each), names.lang),
            "reference": each.article.reference,
            "article": names.number(each.article.key),
            "heading": names.heading(each.article.key),
            "rights_given": word("list_mark", names.lang).join(_rights(each, names)),
            "weight": f"{each.weight:g}",
            "newness": percent(each.new),
        }
        | _overlap_row(each, names)
        for each in ordered
    ]


def _rights(addition: Addition, names: Names) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names.concept("rights", tag.right) for tag in addition.tags))


def _overlap_row(addition: Addition, names: Names) -> dict[str, str]:
    """Tell the greatest overlap; nothing where there is none."""
    if not addition.overlaps:
        return dict.fromkeys(_OVERLAP_COLUMNS, "")
    overlap, mark = addition.overlaps[0], word("list_mark", names.lang)
    relation, cited = overlap.relation, names.short(overlap.article)
    through = names.instrument(overlap.through) if overlap.through else ""
    return {
        "binding_by": sentence("via", names.lang, article=cited, through=through) if through else cited,
        "overlap": percent(overlap.share),
        "relation": say_relation(addition.article.key, overlap, names),
        "differs": mark.join(names.concepts("relation-aspects", relation.differs)) if relation else "",
        "through": through,
        "judged_by": mark.join(names.concepts("authors", relation.authors)) if relation else "",
        "confidence": word(relation.confidence, names.lang) if relation else "",
    }


def say_relation(article: str, overlap: Overlap, names: Names) -> str:
    """Say what an article is to the one that overlaps, or why they overlap without anybody having compared them."""
    if overlap.relation:
        said = names.concept("provision-relations", overlap.relation.kind)
    else:
        said = sentence("same_article" if overlap.article == article else "nobody_compared", names.lang)
    return f"{said} ({sentence('limited_there', names.lang)})" if overlap.limited else said


def untagged_lines(added: Additions, law: Law, names: Names) -> list[str]:
    """Account for the articles without a tag: a line for each role, those whose parts have tags apart."""
    tagged = {each.article.key for each in added.additions}
    roles: dict[tuple[str, bool], list[str]] = {}
    for article in added.untagged:
        whole = not tagged.isdisjoint(law.parts_of.get(article.key, ()))
        roles.setdefault((article.role, whole), []).append(names.number(article.key))
    return [
        sentence(
            "untagged_whole" if whole else "untagged_role",
            names.lang,
            role=names.concept("provision-roles", role),
            count=len(own),
            references=", ".join(own),
        )
        for (role, whole), own in sorted(roles.items(), key=lambda each: (not each[0][1], each[0][0]))
    ]


def additions_object(view: View, added: Additions, equal: Additions, names: Names, since: str | None) -> Object:
    """Everything that an answer says; ``equal`` is the same by equal weights, ``since`` is set if it binds already."""
    return view_object(view) | {
        "instrument": added.instrument,
        "binds_since": since,
        "weights": added.weights,
        "new": round(added.new, 4),
        "share": round(added.share, 4),
        "share_equal": round(equal.share, 4),
        "articles": [_addition_object(each, names) for each in added.additions],
        "untagged": [{"article": each.key, "role": each.role} for each in added.untagged],
    }


def _addition_object(addition: Addition, names: Names) -> Object:
    return {
        "article": addition.article.key,
        "citation": names.citation(addition.article.key),
        "heading": names.heading(addition.article.key),
        "role": addition.article.role,
        "tags": [
            {"right": tag.right, "holder": tag.holder, "modality": tag.modality, "confidence": tag.confidence}
            for tag in addition.tags
        ],
        "weight": addition.weight,
        "new": round(addition.new, 4),
        "overlaps": [
            {
                "article": each.article,
                "share": round(each.share, 4),
                "relation": each.relation.kind if each.relation else None,
                "differs": list(each.relation.differs) if each.relation else [],
                "authors": list(each.relation.authors) if each.relation else [],
                "confidence": each.relation.confidence if each.relation else None,
                "through": each.through,
                "limited": each.limited,
            }
            for each in addition.overlaps
        ],
    }
