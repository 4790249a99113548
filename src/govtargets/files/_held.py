"""What the formats have in common: one or more tables in a file, read and written in one way."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

import attrs

from govtargets.files._part import Part
from govtargets.files._records import RecordReader

__all__ = ["Format", "Held"]


class Held(Protocol):
    """One table as it was found in a file."""

    path: str

    def holds(self, table: str) -> bool:
        """Whether this is that table."""
        ...

    def part(self, reader: RecordReader) -> Part:
        """The good records, where each stands, and every problem."""
        ...

    @property
    def numbers(self) -> list[int]:
        """The number of every row that may hold a record."""
        ...


@attrs.frozen
class Format:
    """A way of keeping tables in a file.

    Attributes:
        name: What people call it.
        read: The tables in a file.
        parse: The tables in its bytes.
        write: The bytes of tables by name; those of one table where a file holds only one.
        several: Whether one file holds all tables.
    """

    name: str
    read: Callable[[Path], Sequence[Held]]
    parse: Callable[[bytes, str], Sequence[Held]]
    write: Callable[[Mapping[str, Sequence[Any]]], bytes]
    several: bool = False
