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


@contextmanager
def counted(*, quiet: bool = False) -> Iterator[Callable[[str, int, int], None]]:
    """Show a bar that is told the name of a step, how many steps are done, and how many there are."""
    with tqdm(disable=quiet or None, bar_format="{l_bar}{bar}| {n}/{total} {elapsed}") as bar:

        def tell(name: str, done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)
            bar.set_description(f"{name:<36}")

        yield tell
        bar.update((bar.total or 0) - bar.n)
