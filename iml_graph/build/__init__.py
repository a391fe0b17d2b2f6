"""How the graph comes to be: committed data in, one validated and published dataset out."""
