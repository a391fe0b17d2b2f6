"""What a user gets from a wheel: built here, installed into an environment of its own, run outside the checkout."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.packaging

CHECKOUT = Path(__file__).parents[1]
Iml = Callable[..., str]


def run(*command: str | Path, cwd: Path, env: dict[str, str] | None = None) -> str:
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr or done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    dist = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", dist, cwd=CHECKOUT)
    (built,) = dist.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def iml(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Iml:
    """Run the installed command in an empty folder, with a home of its own where the graph has been built.

    The dependencies are those of the environment that runs the tests. They are added only after the
    wheel was installed, and without their ``.pth`` files, so that the checkout is not among them.
    """
    place = tmp_path_factory.mktemp("elsewhere")
    environment = place / "venv"
    venv.create(environment, with_pip=False, symlinks=True)
    pip = (sys.executable, "-m", "pip", "--python", environment / "bin" / "python")
    run(*pip, "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=place)
    (site_packages,) = environment.glob("lib/python*/site-packages")
    (site_packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    env = {"PATH": os.environ["PATH"], "HOME": str(place), "IML_HOME": str(place / "home")}

    def command(*arguments: str) -> str:
        return run(environment / "bin" / "iml", *arguments, cwd=place, env=env)

    command("build")
    return command


def test_wheel_carries_what_a_build_starts_from(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for folder in ("ontology", "data", "queries"):
        committed = {
            f"iml_graph/bundled/{path.relative_to(CHECKOUT).as_posix()}"
            for path in (CHECKOUT / folder).rglob("*")
            if path.is_file()
        }
        assert committed
        assert committed <= set(names)


def test_wheel_carries_both_licences(wheel: Path) -> None:
    names = {Path(name).name for name in zipfile.ZipFile(wheel).namelist()}
    assert {"LICENSE", "LICENSE-DATA"} <= names


def test_wheel_carries_the_browser_but_no_tests(wheel: Path) -> None:
    folders = {Path(name).parts[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {"iml_graph", "iml_web"} <= folders
    assert "tests" not in folders


def test_installed_command_answers_outside_the_checkout(iml: Iml) -> None:
    answer = json.loads(iml("party", "SEN", "--on", "2026-02-03", "--format", "json"))
    statuses = {line["instrument"]: line["status"] for line in answer["instruments"]}
    assert statuses["icrmw"] == "party"  # accession of 9 June 1999


def test_installed_command_names_the_release_that_it_built(iml: Iml) -> None:
    answer = json.loads(iml("party", "SEN", "--format", "json"))
    assert answer["release"]


def readme_examples() -> list[tuple[str, str]]:
    """Each command that the README shows in a console, with what it shows as printed."""
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    consoles = "".join(re.findall(r"^```console\n(.*?)^```", readme, re.MULTILINE | re.DOTALL))
    return re.findall(r"^\$ iml (.+)\n((?:(?!\$ ).*\n)*)", consoles, re.MULTILINE)


def squeeze(text: str) -> str:
    """Make the widths of columns alike, because they depend on rows that the README leaves out."""
    return re.sub(r" *\n", "\n", re.sub(r"(?<=[ -]{2})[ -]+", "", text))


def pattern(shown: str) -> str:
    """Turn what is shown into a pattern, in which a line of dots stands for any lines."""
    lines = squeeze(shown).splitlines()
    return "".join(r"(?:.*\n)*?" if line == "…" else rf"{re.escape(line)}\n" for line in lines)


@pytest.mark.parametrize(("arguments", "shown"), readme_examples(), ids=lambda text: text.split("\n")[0])
def test_readme_shows_what_the_command_prints(iml: Iml, arguments: str, shown: str) -> None:
    printed = iml(*shlex.split(arguments))
    assert shown
    assert re.fullmatch(pattern(shown), squeeze(printed)), printed
