"""A table cut into blocks, which threads work on side by side."""

from collections.abc import Callable
from concurrent.futures import Executor
from typing import Final, TypeVar

import attrs

__all__ = ["BLOCK", "Blocks", "blocks"]

BLOCK: Final = 2**17
_Found = TypeVar("_Found")


def blocks(count: int) -> list[slice]:
    """The rows of a table, block by block."""
    return [slice(start, min(start + BLOCK, count)) for start in range(0, count, BLOCK)]


@attrs.frozen
class Blocks:
    """The blocks of a table of so many rows, and who works on them."""

    count: int
    pool: Executor

    def each(self, work: Callable[[slice], _Found]) -> list[_Found]:
        """What comes of every block, in their order."""
        return list(self.pool.map(work, blocks(self.count)))
