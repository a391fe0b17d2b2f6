"""Read files to check into a store of their own, beside the ontology."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from iml_graph import resources
from iml_graph.errors import BadInputError, SourceFormatError
from iml_graph.namespaces import OWL, graph

if TYPE_CHECKING:
    from pyoxigraph import Store


def load(paths: Sequence[Path]) -> Store:
    """Read files, what they import from beside them, and the ontology.

    Raises:
        BadInputError: a file is not there, or its ending names no RDF format.
        SourceFormatError: a file is not well-formed; names the line.
    """
    from pyoxigraph import Store

    store = Store()
    load_ontology(store)
    waiting, seen = [path.resolve() for path in paths], set[Path]()
    while waiting:
        path = waiting.pop()
        if path not in seen:
            seen.add(path)
            _load(store, path)
            waiting += _imports(store, path)
    return store


def load_ontology(store: Store) -> None:
    """Add modules, vocabularies and alignments to the graph ``ontology`` of a store."""
    from pyoxigraph import NamedNode, RdfFormat

    name = NamedNode(graph("ontology"))
    for folder in ("modules", "vocabularies", "alignments"):
        for path in sorted((resources.ontology() / folder).glob("*.ttl")):
            store.bulk_load(path=str(path), format=RdfFormat.TURTLE, to_graph=name)


def _load(store: Store, path: Path) -> None:
    from pyoxigraph import RdfFormat

    if not path.is_file():
        raise BadInputError(f"There is no file {path}.")
    rdf = RdfFormat.from_extension(path.suffix.removeprefix("."))
    if rdf is None:
        raise BadInputError(f"{path.name} is not RDF: its name must end in .ttl, .trig, .nt, .nq or .rdf.")
    try:
        store.load(path=str(path), format=rdf, base_iri=path.as_uri())
    except SyntaxError as error:
        place = f"line {error.lineno}" if error.lineno else "document"  # the parser of XML counts no lines
        raise SourceFormatError(str(path), place, str(error.msg)) from error


def _imports(store: Store, path: Path) -> list[Path]:
    from pyoxigraph import NamedNode

    quads = store.quads_for_pattern(NamedNode(path.as_uri()), NamedNode(OWL + "imports"), None)
    targets = [urlsplit(quad.object.value) for quad in quads if isinstance(quad.object, NamedNode)]
    return [Path(unquote(target.path)) for target in targets if target.scheme == "file"]
