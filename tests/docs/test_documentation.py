"""What the documents say exists, and what exists is documented."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from iml_web import create_app

import iml_graph
from iml_graph.cli import group

CHECKOUT = Path(__file__).parents[2]
DOCUMENTS = sorted([*CHECKOUT.glob("*.md"), *CHECKOUT.glob("docs/**/*.md")])
GUIDES = "\n".join(path.read_text(encoding="utf-8") for path in DOCUMENTS)
COMMAND_LINE = (CHECKOUT / "docs" / "command-line.md").read_text(encoding="utf-8")
MAKEFILE = (CHECKOUT / "Makefile").read_text(encoding="utf-8")
CONTEXT = click.Context(group)


def test_make_commands_in_the_documents_exist() -> None:
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", GUIDES, re.MULTILINE))
    assert {"serve", "test"} <= named
    assert named <= set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))


def test_make_variables_in_the_readme_exist() -> None:
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\b([A-Z]+)=", readme))
    assert {"PORT", "HOST"} <= named
    assert named <= set(re.findall(r"^([A-Z]+) \?=", MAKEFILE, re.MULTILINE))


def documented_options(command: str) -> set[str]:
    """The options that the reference gives to a command, with those that it shares by a link."""
    sections = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", COMMAND_LINE, re.MULTILINE | re.DOTALL))
    (text,) = (text for title, text in sections.items() if re.match(rf"`iml {command}\b", title))
    if "(#options-of-the-reading-commands)" in text:
        text += sections["Options of the reading commands"]
    return set(re.findall(r"^\| `(--[a-z-]+)", text, re.MULTILINE))


@pytest.mark.parametrize("name", group.list_commands(CONTEXT))
def test_options_of_a_command_are_those_documented(name: str) -> None:
    command = group.get_command(CONTEXT, name)
    assert command is not None
    assert documented_options(name) == {
        option for each in command.params for option in each.opts if option.startswith("--")
    }


def test_documented_commands_exist() -> None:
    assert set(re.findall(r"`(?:[^`\n]*/)?iml ([a-z]+)", GUIDES)) <= set(group.list_commands(CONTEXT))


def test_settings_are_documented() -> None:
    sources = [*CHECKOUT.glob("iml_graph/**/*.py"), *CHECKOUT.glob("web/iml_web/**/*.py")]
    code = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    settings = set(re.findall(r"\bIML_[A-Z_]+\b", code))
    assert "IML_HOME" in settings
    assert not {name for name in settings if f"`{name}`" not in GUIDES}


def test_addresses_of_the_browser_are_documented() -> None:
    guide = (CHECKOUT / "docs" / "for-web-users.md").read_text(encoding="utf-8")
    routes = {re.sub(r"<\w+:", "<", rule.rule) for rule in create_app().url_map.iter_rules()}
    assert not {route for route in routes - {"/static/<filename>"} if f"`{route}`" not in guide}


def anchors(document: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-") for heading in headings}


def links(document: Path) -> Iterator[tuple[Path, str]]:
    """Yield the file and the anchor of each link that stays within the repository."""
    for target in re.findall(r"\]\(([^)\s]+)\)", document.read_text(encoding="utf-8")):
        if not re.match(r"[a-z]+:", target):
            path, _, anchor = target.partition("#")
            yield (document.parent / path if path else document).resolve(), anchor


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(CHECKOUT).as_posix())
def test_links_resolve(document: Path) -> None:
    for target, anchor in links(document):
        assert target.exists(), target
        assert not anchor or anchor in anchors(target), anchor


def test_every_guide_and_decision_is_listed() -> None:
    for folder in ("docs", "docs/decisions"):
        index = CHECKOUT / folder / "README.md"
        listed = {target for target, _ in links(index)}
        assert {path.resolve() for path in index.parent.glob("*.md") if path != index} <= listed


@pytest.mark.parametrize("note", sorted(CHECKOUT.glob("docs/decisions/0*.md")), ids=lambda path: path.stem)
def test_decision_has_number_date_reason_and_cost(note: Path) -> None:
    text = note.read_text(encoding="utf-8")
    assert re.match(rf"# {note.stem[:4]} .+\n\n\d{{4}}-\d\d-\d\d\n\n\*\*Decided\.\*\* ", text)
    assert "**Why.**" in text
    assert "**Costs.**" in text


def test_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    citation = (CHECKOUT / "CITATION.cff").read_text(encoding="utf-8")
    assert project["version"] == iml_graph.__version__
    assert f"\nversion: {iml_graph.__version__}\n" in citation
