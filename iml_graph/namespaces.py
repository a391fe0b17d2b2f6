"""The only module that holds IRI strings.

Everything the project names lives under one persistent base. In a running browser the same paths
dereference below its own root, so ``BASE + "id/party/SEN"`` is answered at ``/id/party/SEN``.
"""

from __future__ import annotations

BASE = "https://w3id.org/iml-graph/"
IML = BASE + "ontology#"
ID = BASE + "id/"
VOCABULARY = BASE + "vocabulary/"
GRAPH = BASE + "graph/"

CDM_COUNTRY = "http://publications.europa.eu/resource/authority/country/"
DCT = "http://purl.org/dc/terms/"
ELI = "http://data.europa.eu/eli/ontology#"
ORG = "http://www.w3.org/ns/org#"
OWL = "http://www.w3.org/2002/07/owl#"
PROV = "http://www.w3.org/ns/prov#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SCHEMA = "https://schema.org/"
SH = "http://www.w3.org/ns/shacl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
VOID = "http://rdfs.org/ns/void#"
WIKIDATA = "http://www.wikidata.org/entity/"
XSD = "http://www.w3.org/2001/XMLSchema#"

PREFIXES: dict[str, str] = {
    "dct": DCT,
    "eli": ELI,
    "iml": IML,
    "org": ORG,
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "sh": SH,
    "skos": SKOS,
    "void": VOID,
    "wd": WIKIDATA,
    "xsd": XSD,
}


def party(code: str) -> str:
    """IRI of a party by its code (``SEN``, ``EUE``, ``SUN``)."""
    return f"{ID}party/{code}"


def instrument(identifier: str) -> str:
    """IRI of an instrument by its identifier (``icrmw``)."""
    return f"{ID}instrument/{identifier}"


def provision(identifier: str, reference: str) -> str:
    """IRI of a provision: ``provision("icrmw", "22.5")`` is ``…/instrument/icrmw/art/22.5``."""
    return f"{ID}instrument/{identifier}/art/{reference}"


def body(identifier: str) -> str:
    """IRI of a monitoring body or court (``cmw``)."""
    return f"{ID}body/{identifier}"


def decision(identifier: str) -> str:
    """IRI of a decision or judgment (``cat-c-51-d-426-2010``)."""
    return f"{ID}decision/{identifier}"


def organization(identifier: str) -> str:
    """IRI of an international organization (``ilo``)."""
    return f"{ID}organization/{identifier}"


def process(identifier: str) -> str:
    """IRI of a consultation process or initiative of States (``rcm``)."""
    return f"{ID}process/{identifier}"


def source(identifier: str) -> str:
    """IRI of a source dataset (``untc-ch4-2026-02``)."""
    return f"{ID}source/{identifier}"


def concept(scheme: str, identifier: str) -> str:
    """IRI of a concept in one of the project's own schemes (``concept("action-types", "accession")``)."""
    return f"{VOCABULARY}{scheme}/{identifier}"


def scheme(identifier: str) -> str:
    """IRI of one of the project's own concept schemes."""
    return f"{VOCABULARY}{identifier}"


def graph(name: str) -> str:
    """IRI of a named graph: a source identifier, ``editorial``, ``derived`` or ``ontology``."""
    return f"{GRAPH}{name}"
