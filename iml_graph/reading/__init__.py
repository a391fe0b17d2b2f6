"""Reading the records of parties and instruments from a store: one reader for everything that speaks of status."""

from iml_graph.reading.histories import read_histories
from iml_graph.reading.instruments import read_instrument, read_instruments
from iml_graph.reading.names import read_concept_labels, resolve_instrument, resolve_party
from iml_graph.reading.parties import read_members, read_parties
from iml_graph.reading.rows import local, read_release

__all__ = [
    "local",
    "read_concept_labels",
    "read_histories",
    "read_instrument",
    "read_instruments",
    "read_members",
    "read_parties",
    "read_release",
    "resolve_instrument",
    "resolve_party",
]
