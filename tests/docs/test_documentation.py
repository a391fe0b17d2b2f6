"""What the documents say exists, and what exists is documented."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import iml_graph
from iml_graph.cli import main

CHECKOUT = Path(__file__).parents[2]
DOCUMENTS = sorted([*CHECKOUT.glob("*.md"), *CHECKOUT.glob("docs/**/*.md")])
GUIDES = "\n".join(path.read_text(encoding="utf-8") for path in DOCUMENTS)
COMMAND_LINE = (CHECKOUT / "docs" / "command-line.md").read_text(encoding="utf-8")
MAKEFILE = (CHECKOUT / "Makefile").read_text(encoding="utf-8")
CONTEXT = click.Context(main)


def test_make_commands_in_the_documents_exist() -> None:
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", GUIDES, re.MULTILINE))
    assert {"serve", "test"} <= named
    assert named <= set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))


def test_make_variables_in_the_readme_exist() -> None:
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\b([A-Z]+)=", readme))
    assert {"PORT", "HOST"} <= named
    assert named <= set(re.findall(r"^([A-Z]+) \?=", MAKEFILE, re.MULTILINE))


def section(command: str) -> str:
    """The part of the reference that is about one command."""
    found = re.search(rf"^## `iml {command}\b.*?(?=^## |\Z)", COMMAND_LINE, re.MULTILINE | re.DOTALL)
    assert found, f"docs/command-line.md has no section on iml {command}"
    return found[0]


@pytest.mark.parametrize("command", main.list_commands(CONTEXT))
def test_command_is_documented_with_all_its_options(command: str) -> None:
    found = main.get_command(CONTEXT, command)
    assert found is not None
    long_names = {name for option in found.params for name in option.opts if name.startswith("--")}
    common = COMMAND_LINE.split("\n## ", 1)[0]
    text = section(command)
    assert not {name for name in long_names if f"`{name}" not in text and f"`{name}" not in common}


def test_documented_commands_and_options_exist() -> None:
    commands = {name: main.get_command(CONTEXT, name) for name in main.list_commands(CONTEXT)}
    assert set(re.findall(r"\biml ([a-z]+)\b", COMMAND_LINE)) <= set(commands)
    options = {name for each in commands.values() if each for option in each.params for name in option.opts}
    assert set(re.findall(r"`(--[a-z-]+)", COMMAND_LINE)) <= options | {"--help", "--version"}


def test_settings_are_documented() -> None:
    sources = [*CHECKOUT.glob("iml_graph/**/*.py"), *CHECKOUT.glob("web/iml_web/**/*.py")]
    code = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    settings = set(re.findall(r"\bIML_[A-Z_]+\b", code))
    assert "IML_HOME" in settings
    assert not {name for name in settings if f"`{name}`" not in GUIDES}


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
