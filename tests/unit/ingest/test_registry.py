from iml_graph import resources
from iml_graph.ingest.registry import READERS, choose, no_counts, no_rows
from iml_graph.sources import load_sources


def test_every_reader_has_a_registered_source_with_the_digests_of_its_files():
    register = load_sources(resources.data() / "sources")
    files: dict[str, set[str]] = {}
    for reader in READERS:  # several readers may share the files of one source between them
        files.setdefault(reader.source, set()).update(reader.files)
    assert files == {source: set(register[source].sha256) for source in files}


def test_the_most_trusted_source_comes_first_in_readers_and_register():
    register = list(load_sources(resources.data() / "sources"))
    order = [register.index(reader.source) for reader in READERS]
    assert order == sorted(order)


def test_no_name_means_all_and_a_name_means_one():
    assert choose(()) == READERS
    assert [reader.source for reader in choose(("manytreaties-2025-10",))] == ["manytreaties-2025-10"]


def test_a_source_that_states_counts_only_has_no_rows(tmp_path, codes):
    assert [*no_rows(tmp_path, codes), *no_counts(tmp_path, codes)] == []
