"""Readers of source files, one module a source: each yields plain rows and writes nothing."""
