"""``iml brief``: a briefing on one State, as HTML, PDF, DOCX or Markdown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from iml_graph.brief.document import Document
from iml_graph.cli import asking, options
from iml_graph.errors import BadInputError

TEXT, FILES = ("html", "md"), ("docx", "pdf")
FORMS = (*TEXT, *FILES)
_ENDINGS = {".htm": "html", ".markdown": "md"} | {f".{form}": form for form in FORMS}

_Written = tuple[str, str]
"""A file, or ``-`` for standard output, and its form."""


@click.command("brief")
@click.argument("name")
@asking.what_if
@click.option(
    "--output",
    "-o",
    "outputs",
    metavar="FILE",
    multiple=True,
    help="Where to; its ending tells the form. May be repeated.",
)
@click.option("--format", "format_", type=click.Choice(FORMS), help="Form of what has no telling ending.")
@options.store
@options.language
@options.on
def command(
    name: str, joined: str, outputs: tuple[str, ...], format_: str | None, on: str, lang: str, location: str | None
) -> None:
    """Write a briefing on a State: what binds it, what is missing by right, and which instruments would add what.

    Without -o, or with -o -, HTML or Markdown goes to standard output.
    """
    wanted = tuple(_form(each, format_) for each in outputs or ("-",))
    document = _document(location, name, on, lang, joined)
    for path, form in wanted:
        written = _renderer(form)(document)
        if path == "-":
            click.echo(written, nl=False)
        elif isinstance(written, bytes):
            Path(path).write_bytes(written)
        else:
            Path(path).write_text(written, encoding="utf-8")


def _form(path: str, given: str | None) -> _Written:
    """Tell in which form a file is written: by its ending, else as asked.

    Raises:
        BadInputError: nothing tells, or a form that is no text is to go to standard output.
    """
    if path == "-":
        form = given or "html"
        if form not in TEXT:
            raise BadInputError(
                f"A {form} does not go to standard output: name a file with -o, such as -o brief.{form}."
            )
        return path, form
    known = _ENDINGS.get(Path(path).suffix.lower()) or given
    if not known:
        raise BadInputError(f"“{path}” does not tell its form: let it end in .{', .'.join(FORMS)}, or add --format.")
    return path, known


def _document(location: str | None, name: str, on: str, lang: str, joined: str) -> Document:
    from iml_graph.brief import answers, content, shapes, words

    with asking.asking(location, name, on, lang, joined) as asked:
        party = asked.view.party
        if party.kind != "State":
            raise BadInputError(words.say("only_states", lang, label=party.label, code=party.code))
        found = answers.read(asked.view, asked.names)
        return content.write(found, asked.names, shapes.read_shapes(), asked.view.joined)


def _renderer(form: str) -> Callable[[Document], str | bytes]:
    """Import what writes a form: each needs libraries of its own."""
    if form == "pdf":
        from iml_graph.brief import pdf

        return pdf.render
    if form == "docx":
        from iml_graph.brief import docx

        return docx.render
    if form == "md":
        from iml_graph.brief import markdown

        return markdown.render
    from iml_graph.brief import html

    return html.render
