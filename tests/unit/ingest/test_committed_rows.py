import pytest

from iml_graph import resources
from iml_graph.ingest.facts import KINDS
from iml_graph.ingest.rows import read_csv, to_csv


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.FOLDER)
def test_committed_rows_are_written_as_the_ingest_writes_them(kind):
    paths = sorted((resources.data() / kind.FOLDER).glob("*.csv"))
    assert paths
    for path in paths:
        assert to_csv(kind, read_csv(kind, path)).encode() == path.read_bytes()
