"""Chains of explanation as indented lists, as data, and as RDF."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping, Sequence

import click

from iml_graph.cli import asking, tables
from iml_graph.cli.asking import WIDTH
from iml_graph.export import chains, cover
from iml_graph.labels import sentence
from iml_graph.protection.asking import Asked
from iml_graph.protection.cover import RightCover
from iml_graph.protection.explain import Explainer
from iml_graph.protection.newness import Additions

COLUMNS = ("id", *chains.CHAIN_COLUMNS)


def show_covers(asked: Asked, covers: Iterable[RightCover], most: int | None, format_: str) -> None:
    """Print the chain of each right, by ``most`` articles at the most."""
    explainer = Explainer(asked.view)
    found = [explainer.cover(each, most) for each in covers]
    if format_ == "turtle":
        click.echo(chains.to_turtle(chains.cover_graph(found, asked.view.party.code)), nl=False)
        return
    told = {each.answer.right: chains.cover_lines(each, asked.names) for each in found}
    if _show_data(asked, told, format_):
        return
    for each in found:
        _show_lines(asked, told[each.answer.right], format_)
        if each.left_out:
            values = {"right": each.answer.right, "code": asked.view.party.code}
            click.echo(f"  {sentence('explain_more', asked.lang, count=each.left_out, **values)}")
        click.echo()
    asking.footer(asked)


def show_additions(asked: Asked, added: Additions, format_: str) -> None:
    """Print for each article why it is new or not, by the article that gives most of it."""
    explainer = Explainer(asked.view)
    found = []
    for each in added.additions:
        grounds = [(overlap, explainer.overlap(each, overlap)) for overlap in each.overlaps[:1]]
        found.append((each, explainer.tags(each), grounds))
    if format_ == "turtle":
        parts = ((each, tags, [ground for _, ground in grounds]) for each, tags, grounds in found)
        click.echo(chains.to_turtle(chains.addition_graph(parts, asked.view.party.code)), nl=False)
        return
    told = {each.article.key: chains.addition_lines(each, tags, own, asked.names) for each, tags, own in found}
    if _show_data(asked, told, format_):
        return
    for lines in told.values():
        _show_lines(asked, lines, format_)
        click.echo()
    asking.footer(asked)


def _show_lines(asked: Asked, lines: Iterable[chains.Line], format_: str) -> None:
    width = min(shutil.get_terminal_size((WIDTH, 40)).columns, WIDTH)
    click.echo(chains.chain_text(lines, asked.names, width, bullets=format_ == "md"))


def _show_data(asked: Asked, told: Mapping[str, Sequence[chains.Line]], format_: str) -> bool:
    """Print chains by what they explain, if a form for programs is asked for, and tell whether it was."""
    answer = cover.view_object(asked.view) | {"chains": {key: chains.chain_object(own) for key, own in told.items()}}
    rows = [{"id": key} | row for key, own in told.items() for row in chains.chain_rows(own, asked.names)]
    return tables.show_data(answer, rows, COLUMNS, format_)
