"""``iml serve``: in the foreground until interrupted; what it says when it cannot listen."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Iml = Callable[..., Any]
HEARS = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"  # a shell’s background job does not
SERVE = (sys.executable, "-c", f"{HEARS}; from iml_graph.cli import main; main()", "serve", "--port")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_it_serves_until_interrupted(tiny_release: Path) -> None:
    port = free_port()
    environment = {"PATH": os.environ["PATH"], "IML_HOME": str(tiny_release.parent)}
    with subprocess.Popen([*SERVE, str(port)], env=environment, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr
        assert f"http://127.0.0.1:{port}/" in server.stderr.readline()  # it listens before it says so
        page = urllib.request.urlopen(f"http://127.0.0.1:{port}/id/party/AAA", timeout=20)
        with page:
            assert "Ardenia" in page.read().decode()
        server.send_signal(signal.SIGINT)
        rest = server.stderr.read()
    assert "Traceback" not in rest


def test_a_port_in_use_is_named(tiny_release: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "IML_HOME": str(tiny_release.parent)}
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run([*SERVE, str(port)], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"Cannot listen on 127.0.0.1:{port}" in done.stderr
    assert "--port" in done.stderr


@pytest.mark.parametrize("port", ["0", "65536", "http"])
def test_a_port_that_is_none_is_refused(run: Iml, port: str) -> None:
    assert run("serve", "--port", port).code == 2
