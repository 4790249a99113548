"""One table as it was found in a file, whatever the format."""

from collections.abc import Sequence
from typing import Protocol

from govtargets.files._part import Part, Place
from govtargets.files._records import RecordReader

__all__ = ["Held"]


class Held(Protocol):
    """One table as it was found in a file."""

    def holds(self, table: str) -> bool:
        """Whether this is that table."""
        ...

    def part(self, reader: RecordReader) -> Part:
        """The good records, where each stands, and every problem."""
        ...

    @property
    def rows(self) -> Sequence[Place]:
        """Where every row stands that may hold a record."""
        ...
