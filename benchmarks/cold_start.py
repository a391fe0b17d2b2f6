"""Time one whole answer of the command line, from a new process, beside a bare import of its store.

    python benchmarks/cold_start.py [ROUNDS]

The two are run in turn, so that a busy machine slows both alike, and the medians are comparable. The
first round warms the file cache and is not counted. The graph must have been built (``make bench`` does so).
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

BIN = Path(sys.executable).parent
PROGRAMS = {
    "iml party SEN --format json": (str(BIN / "iml"), "party", "SEN", "--format", "json"),
    'python -c "import pyoxigraph"': (sys.executable, "-c", "import pyoxigraph"),
}


def run(program: tuple[str, ...]) -> float:
    """Run a program to its end and give the time it took, in milliseconds."""
    start = perf_counter()
    subprocess.run(program, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - both programs are named above
    return (perf_counter() - start) * 1000


def measure(rounds: int) -> dict[str, float]:
    """Run all programs in turn and give the median time of each, in milliseconds."""
    times = [[run(program) for program in PROGRAMS.values()] for _ in range(rounds + 1)][1:]
    return dict(zip(PROGRAMS, map(median, zip(*times, strict=True)), strict=True))


def main() -> None:
    """Print the medians and their ratio."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 31
    medians = measure(rounds)
    for name, milliseconds in medians.items():
        print(f"{name:32} median {milliseconds:6.1f} ms of {rounds}")
    answer, bare = medians.values()
    print(f"{'ratio':32} {answer / bare:13.2f}")


if __name__ == "__main__":
    main()
