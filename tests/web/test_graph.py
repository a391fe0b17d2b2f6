from __future__ import annotations

import shutil
from pathlib import Path

from iml_web import create_app

from iml_graph import resources
from iml_graph.build.pipeline import build

DATA = Path(__file__).parent / "data"


def test_pages_show_a_new_release_as_soon_as_it_is_published(tmp_path: Path) -> None:
    data = shutil.copytree(DATA, tmp_path / "data")
    home = tmp_path / "home"
    build(resources.ontology(), data, home)
    client = create_app({"STORE_PATH": home / "current" / "store"}).test_client()
    before = client.get("/instrument/icrmw?on=2026-02-03&format=json").get_json()
    rows = (data / "participation" / "icrmw.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (data / "participation" / "icrmw.csv").write_text("".join(rows[:-1]), encoding="utf-8")
    build(resources.ontology(), data, home)
    after = client.get("/instrument/icrmw?on=2026-02-03&format=json").get_json()
    assert (before["counts"]["party"], after["counts"]["party"]) == (2, 1)
    assert before["release"] != after["release"] == client.get("/health").get_json()["release"]


def test_a_damaged_store_is_503_and_says_how_to_rebuild_it(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "CURRENT").write_text("nothing\n", encoding="utf-8")
    answer = create_app({"STORE_PATH": tmp_path / "store"}).test_client().get("/party/SEN")
    assert answer.status_code == 503
    assert "iml build" in answer.text
