"""Progress bars for work that takes more than a moment, on standard error."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from tqdm import tqdm


@contextmanager
def steps(names: Sequence[str], *, quiet: bool = False) -> Iterator[Callable[[str], None]]:
    """Show a bar over known steps; the value is called with the name of each step as it begins."""
    with tqdm(total=len(names), disable=quiet or None, bar_format="{l_bar}{bar}| {n}/{total} {elapsed}") as bar:
        begun: list[str] = []

        def begin(name: str) -> None:
            if begun:
                bar.update()
            begun.append(name)
            bar.set_description(f"{name:<20}")

        yield begin
        bar.update(len(names) - bar.n)
