import hashlib
from pathlib import Path

import pytest

from iml_graph.errors import SourceFormatError, UnknownNameError
from iml_graph.ingest import run
from iml_graph.ingest.cells import ANY_CONSENT
from iml_graph.ingest.counts import PrintedCount
from iml_graph.ingest.names import UnknownNamesError
from iml_graph.ingest.registry import Reader
from iml_graph.ingest.rows import ActionRow, read_csv
from iml_graph.ingest.run import ingest
from iml_graph.ingest.tables import read_lines

REGISTER = """
[{source}]
title = "A list"
publisher = "Nobody"
retrieved_from = "nowhere"
licence = "none"
as_of = 2020-01-01
role = "primary"
sha256 = {{ "list.csv" = "{digest}" }}
"""


class Codes:
    """Knows two parties."""

    @classmethod
    def load(cls, _folder: Path) -> "Codes":
        return cls()

    def find(self, name: str) -> str | None:
        return name[:3].upper() if name in ("Albania", "Austria") else None


def reader(source: str) -> Reader:
    def read(folder, names):
        for line in read_lines(folder / "list.csv", ("Participant",)):
            name = line.cells["Participant"]
            yield from line.acts(names, line.cells["Treaty"], name, [("Act", ANY_CONSENT)], source)

    def counts(_folder, _names):
        yield PrintedCount("crc", source, "2020-01-01", "", "2", "", "list.csv")

    return Reader(source, ("list.csv",), read, counts)


READERS = (reader("one"), reader("two"))


class Place:
    """A folder of sources and a folder of data."""

    def __init__(self, root: Path) -> None:
        self.sources, self.data = root / "sources", root / "data"
        self.data.mkdir()
        self.texts: dict[str, str] = {}

    def put(self, source: str, *lines: str) -> None:
        self.texts[source] = "Participant,Treaty,Act\n" + "".join(f"{line}\n" for line in lines)
        (self.sources / source).mkdir(parents=True, exist_ok=True)
        (self.sources / source / "list.csv").write_text(self.texts[source])
        digests = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in self.texts.items()}
        register = "".join(REGISTER.format(source=name, digest=digest) for name, digest in digests.items())
        (self.data / "sources").mkdir(exist_ok=True)
        (self.data / "sources" / "registers.toml").write_text(register)

    def ingest(self, *only: str, dry_run: bool = False) -> run.IngestReport:
        return ingest(self.sources, self.data, only, dry_run=dry_run, readers=READERS)

    def files(self) -> dict[str, bytes]:
        return {
            path.name: path.read_bytes() for path in self.data.rglob("*") if path.suffix != ".toml" and path.is_file()
        }

    def rows(self, instrument: str) -> list[ActionRow]:
        return list(read_csv(ActionRow, self.data / "participation" / f"{instrument}.csv"))


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.setattr(run, "PartyNames", Codes)
    place = Place(tmp_path)
    place.put("one", "Albania,crc,27 Feb 1992", "Austria,crc,6 Aug 1992")
    place.put("two", "Albania,crc,27 Feb 1992", "Albania,cat,11 May 1994 a")
    return place


def test_one_file_an_instrument_holds_the_rows_of_all_sources(place):
    report = place.ingest()
    assert {(row.party, row.source) for row in place.rows("crc")} == {("ALB", "one"), ("AUS", "one"), ("ALB", "two")}
    crc, cat = "participation/crc.csv", "participation/cat.csv"
    assert report.rows == {("one", crc): 2, ("two", crc): 1, ("two", cat): 1}


def test_the_same_sources_give_the_same_bytes(place):
    place.ingest()
    first = place.files()
    place.ingest()
    assert place.files() == first
    assert sorted(first) == ["cat.csv", "crc.csv", "printed-counts.csv"]


def test_the_order_of_lines_in_a_source_does_not_move_the_other_rows(place):
    place.ingest()
    before = [(row.party, row.source) for row in place.rows("crc")]
    place.put("one", "Austria,crc,6 Aug 1992", "Albania,crc,27 Feb 1992")
    place.ingest()
    assert [(row.party, row.source) for row in place.rows("crc")] == before


def test_reading_one_source_again_keeps_the_rows_and_counts_of_the_others(place):
    place.ingest()
    place.put("two", "Austria,crc,6 Aug 1992")
    report = place.ingest("two")
    assert {(row.party, row.source) for row in place.rows("crc")} == {("ALB", "one"), ("AUS", "one"), ("AUS", "two")}
    assert (place.data / "printed-counts.csv").read_text().count("\ncrc,") == 2
    assert set(report.rows) == {("two", "participation/crc.csv")}


def test_an_instrument_that_no_source_has_any_more_loses_its_file(place):
    place.ingest()
    place.put("two", "Albania,crc,27 Feb 1992")
    report = place.ingest()
    assert "cat.csv" not in place.files()
    assert [(change.file, len(change.removed)) for change in report.changes] == [("participation/cat.csv", 1)]


def test_a_dry_run_reports_the_changes_and_writes_nothing(place):
    place.ingest()
    before = place.files()
    place.put("one", "Albania,crc,28 Feb 1992", "Austria,crc,6 Aug 1992")
    report = place.ingest(dry_run=True)
    [change] = report.changes
    assert ([row.date for row in change.added], [row.date for row in change.removed]) == (
        ["1992-02-28"],
        ["1992-02-27"],
    )
    assert place.files() == before
    assert not report.written


def test_all_unknown_names_of_all_sources_are_listed_and_nothing_is_written(place):
    place.ingest()
    before = place.files()
    place.put("one", "Ruritania,crc,27 Feb 1992", "Austria,crc,7 Aug 1992", "Syldavia,crc,27 Feb 1992")
    place.put("two", "Borduria,cat,27 Feb 1992")
    with pytest.raises(UnknownNamesError) as error:
        place.ingest()
    assert [str(name) for name in error.value.unknown] == [
        "list.csv, line 2: Ruritania",
        "list.csv, line 4: Syldavia",
        "list.csv, line 2: Borduria",
    ]
    assert place.files() == before


def test_a_malformed_source_leaves_the_old_files(place):
    place.ingest()
    before = place.files()
    place.put("one", "Albania,crc,28 Feb 1992")
    place.put("two", "Albania,crc,some day")
    with pytest.raises(SourceFormatError, match="some day"):
        place.ingest()
    assert place.files() == before


def test_a_failing_write_leaves_the_old_files(place, monkeypatch):
    place.ingest()
    before = place.files()
    place.put("one", "Albania,crc,28 Feb 1992", "Albania,cped,8 Nov 2007")

    write = run._write

    def fail(path, text):
        if path.name == "crc.csv":
            raise OSError("no space left")
        return write(path, text)

    monkeypatch.setattr(run, "_write", fail)
    with pytest.raises(OSError, match="no space"):
        place.ingest()
    assert place.files() == before
    assert {path.name for path in place.data.iterdir()} == {"participation", "printed-counts.csv", "sources"}


def test_a_file_that_is_not_the_registered_one_is_refused(place):
    (place.sources / "one" / "list.csv").write_text("Participant,Treaty,Act\nAlbania,crc,1 Jan 1999\n")
    with pytest.raises(SourceFormatError, match=r"one/list\.csv, sha256"):
        place.ingest()
    assert place.files() == {}


def test_a_missing_source_is_named(place):
    (place.sources / "two" / "list.csv").unlink()
    with pytest.raises(SourceFormatError, match=r"two/list\.csv.*missing"):
        place.ingest()


def test_a_source_without_a_reader_is_unknown(place):
    with pytest.raises(UnknownNameError, match="three"):
        place.ingest("three")
