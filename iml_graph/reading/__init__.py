"""Reading the records of parties, instruments and provisions from a store: one reader for all that shows them."""

from iml_graph.reading.histories import read_histories
from iml_graph.reading.instruments import read_instrument, read_instruments
from iml_graph.reading.interpretation import (
    is_part,
    read_cases,
    read_cases_on,
    read_claims,
    read_comments,
    read_reservations,
)
from iml_graph.reading.lexicon import Lexicon, read_lexicon, resolve_holder, resolve_objective, resolve_right
from iml_graph.reading.names import read_concept_labels, resolve_instrument, resolve_party
from iml_graph.reading.parties import read_members, read_parties
from iml_graph.reading.provisions import (
    number_key,
    read_groundings,
    read_provision_records,
    read_provisions,
    read_relations,
    read_tags,
    resolve_provision,
)
from iml_graph.reading.rows import local, read_release

__all__ = [
    "Lexicon",
    "is_part",
    "local",
    "number_key",
    "read_cases",
    "read_cases_on",
    "read_claims",
    "read_comments",
    "read_concept_labels",
    "read_groundings",
    "read_histories",
    "read_instrument",
    "read_instruments",
    "read_lexicon",
    "read_members",
    "read_parties",
    "read_provision_records",
    "read_provisions",
    "read_relations",
    "read_release",
    "read_reservations",
    "read_tags",
    "resolve_holder",
    "resolve_instrument",
    "resolve_objective",
    "resolve_party",
    "resolve_provision",
    "resolve_right",
]
