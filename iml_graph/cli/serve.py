"""``iml serve``: the browser over the published graph, in the foreground until interrupted."""

from __future__ import annotations

import click


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port to listen on.")
@click.option("--threads", type=click.IntRange(1, 64), default=8, show_default=True, help="Requests answered at once.")
def command(host: str, port: int, threads: int) -> None:
    """Serve the browser and the SPARQL endpoint."""
    import waitress
    from iml_web import create_app

    from iml_graph.errors import ImlError
    from iml_graph.store import open_store

    open_store().close()  # says now, not at the first visit, that there is no graph
    application = create_app()
    try:
        server = waitress.create_server(application, host=host, port=port, threads=threads, ident="iml-graph")
    except OSError as error:
        raise ImlError(f"Cannot listen on {host}:{port} ({error.strerror}). Choose another with --port.") from None
    click.echo(f"IML Graph is at http://{host}:{port}/ (Ctrl+C stops it).", err=True)
    server.run()
