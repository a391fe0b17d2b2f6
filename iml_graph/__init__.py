"""IML Graph: the knowledge graph of international migration law."""

__version__ = "0.1.0"
