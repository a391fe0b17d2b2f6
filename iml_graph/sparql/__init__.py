"""A public SPARQL endpoint: a visitor's query is read, run apart from the server, and written out, or refused."""
