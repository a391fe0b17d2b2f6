"""The cover of rights as text: a table for each group, or one right whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import click

from iml_graph.cli import asking, tables
from iml_graph.cli.asking import say
from iml_graph.errors import BadInputError
from iml_graph.export import cover
from iml_graph.labels import sentence, word
from iml_graph.protection.advice import View
from iml_graph.protection.asking import Asked, find_holder, find_rights
from iml_graph.protection.cover import Cover, RightCover

TABLE_COLUMNS = ("right", "cover_before", "cover", "rests_on", "limits", "perhaps")
DETAIL_COLUMNS = ("article", "heading", "holder", "modality", "cover", "through", "limits", "confidence")
_MOST = 3
"""How many articles, limits and instruments a cell of a table names."""

_GROUNDS = 2
"""How many articles an explanation of many rights follows for each."""


def show_rights(
    asked: Asked, branch: str | None, holder: str | None, everything: bool, explain: bool, format_: str
) -> None:
    """Print how rights are covered: those not in full unless ``everything`` is asked for.

    Where the party is taken to have joined instruments, those whose cover that changes, with what it was before.
    """
    check_turtle(explain, format_, asked.lang)
    view, group = asked.view, find_holder(asked.adviser, holder)
    covers = view.cover(find_rights(asked, branch), group)
    before = _before(view, covers, group)
    listed = _listed(covers, before, everything)
    if explain:
        from iml_graph.cli import explained  # with all that following a chain needs

        explained.show_covers(asked, listed, None if everything else _GROUNDS, format_)
        return
    if format_ == "json":
        tables.show_json(cover.cover_object(view, covers, asked.names, group, before))
        return
    if format_ == "csv":
        rows = cover.cover_rows(covers, asked.adviser.law, asked.names, before)
        tables.show(rows, cover.COVER_COLUMNS, format_, asked.lang)
        return
    _show_title(asked, covers, before, group)
    shown = cover.cover_rows(listed, asked.adviser.law, asked.names, before, _MOST)
    tables.show_by("group", shown, TABLE_COLUMNS, format_, asked.lang)
    if left := len(covers) - len(listed):
        click.echo(sentence("unchanged" if before else "folded", asked.lang, count=left))
    elif not covers:
        click.echo(sentence("no_such_rights", asked.lang))
    say(sentence("cover_note", asked.lang))
    asking.footer(asked)


def _before(view: View, covers: Iterable[RightCover], holder: str | None) -> dict[str, RightCover] | None:
    """Tell how the rights are covered without what is taken as joined; ``None`` if nothing is."""
    if not view.joined:
        return None
    plain = View(view.adviser, view.dossier, view.on)
    return {each.right: each for each in plain.cover([each.right for each in covers], holder)}


def _listed(
    covers: Sequence[RightCover], before: dict[str, RightCover] | None, everything: bool
) -> tuple[RightCover, ...]:
    if everything:
        return tuple(covers)
    if before is not None:
        changed = _changed(before, covers)
        return tuple(each for each in covers if each.right in changed)
    return tuple(each for each in covers if each.cover is not Cover.FULL)


def _changed(before: Mapping[str, RightCover], covers: Sequence[RightCover]) -> set[str]:
    """Name the rights whose class of cover differs."""
    return {each.right for each in covers if each.cover is not before[each.right].cover}


def _show_title(
    asked: Asked, covers: Sequence[RightCover], before: dict[str, RightCover] | None, holder: str | None
) -> None:
    lang, names = asked.lang, asked.names
    if before is None:
        click.echo(asked.title("rights_title", count=len(covers)) + "\n")
    else:
        joined = word("list_mark", lang).join(map(names.instrument, asked.view.joined))
        click.echo(asked.title("what_if_title", instruments=joined) + "\n")
        plain = View(asked.adviser, asked.view.dossier, asked.view.on).position
        for each in asked.view.joined:
            if each in plain.bound:
                said = {"instrument": names.instrument(each), "since": plain.bound[each] or "?"}
                click.echo(sentence("joined_already", lang, **said) + "\n")
    asking.about(asked)
    if holder:
        click.echo(sentence("for_holder", lang, holder=names.concept("holders", holder)))
    now = cover.cover_counts(covers)
    was = cover.cover_counts(before[each.right] for each in covers) if before is not None else now
    for each in now:
        label = names.concept("cover-classes", each)
        if now[each] != was[each]:
            click.echo(sentence("counts_change", lang, label=label, before=was[each], after=now[each]))
        elif now[each]:
            click.echo(sentence("count", lang, label=label, count=now[each]))
    if before is not None and not _changed(before, covers):
        click.echo("\n" + sentence("no_change", lang))
    click.echo()


def show_right(asked: Asked, right: str, definition: str, holder: str | None, explain: bool, format_: str) -> None:
    """Print how one right is covered, whole: every article, limit, unknown instrument, text and claim."""
    check_turtle(explain, format_, asked.lang)
    lang, names = asked.lang, asked.names
    group = find_holder(asked.adviser, holder)
    covers = asked.view.cover([right], group)
    before = _before(asked.view, covers, group)
    if explain:
        from iml_graph.cli import explained

        explained.show_covers(asked, covers, None, format_)
        return
    (found,) = covers
    rows = cover.basis_rows((*found.bases, *found.excluded), names)
    if tables.show_data(
        cover.cover_object(asked.view, covers, names, group, before), rows, cover.BASIS_COLUMNS, format_
    ):
        return
    tables.heading(names.concept("rights", right), format_)
    click.echo(definition + "\n")
    _show_title(asked, covers, before, group)
    if rows:
        tables.show(rows, DETAIL_COLUMNS, format_, lang)
        click.echo()
    tables.fact("perhaps", (cover.perhaps(*each, names) for each in found.unknown), lang)
    tables.fact("soft", dict.fromkeys(names.short(tag.article) for tag in found.soft), lang)
    if found.asserted or found.contested:
        click.echo(sentence("asserted-note", lang, asserted=found.asserted, contested=found.contested))
    say(sentence("cover_note", lang))
    asking.footer(asked)


def check_turtle(explain: bool, format_: str, lang: str) -> None:
    """Refuse RDF of what is no chain.

    Raises:
        BadInputError: says what to add.
    """
    if format_ == "turtle" and not explain:
        raise BadInputError(sentence("needs_explain", lang))
