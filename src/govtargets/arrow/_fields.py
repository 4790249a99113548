"""The fields of many records, read part by part: only where each value lies is kept.

A part is small enough to stay in the processor's cache while every field of it is read, and the
lists and texts that reading makes are gone before they would need memory of their own.
"""

from collections.abc import Callable, Iterator, Sequence
from ctypes import c_int64
from typing import Any, Final, Protocol, TypeVar, overload

import numpy as np

from govtargets.arrow._types import Mask, Places

__all__ = ["Field", "Reader", "Seldom", "Taker", "addresses", "take", "whole"]

T = TypeVar("T")
Reader = Callable[[Sequence[Any]], list[Any]]
_PART: Final = 1024
_NONE: Final = id(None)


class Taker(Protocol):
    """Whatever wants to see the records."""

    def take(self, part: Sequence[Any], start: int) -> object:
        """See the records from `start` on."""
        ...


def take(records: Sequence[Any], *takers: Taker) -> None:
    """Show every taker the records, a part at a time."""
    for start in range(0, len(records), _PART):
        part = records[start : start + _PART]
        for taker in takers:
            taker.take(part, start)


def addresses(objects: Sequence[object]) -> Places:
    """What `id` says of each of some objects, read off an array of references, several times as fast."""
    held = np.fromiter(objects, object, len(objects))
    memory = (c_int64 * len(held)).from_address(held.ctypes.data)
    found: Places = np.ctypeslib.as_array(memory).copy()
    return found


class Field(Sequence[T]):
    """One field of many records: where its values lie, as long as the records keep them alive.

    Attributes:
        where: What `id` says of each value; that of `None` where the field was not read.
    """

    def __init__(self, records: Sequence[Any], read: Reader) -> None:
        self._records = records
        self._read = read
        self.where: Places = np.full(len(records), _NONE)

    def take(self, part: Sequence[Any], start: int) -> list[Any]:
        """Read the field of a part: the values that are there."""
        values = self._read(part)
        where = addresses(values)
        self.where[start : start + len(part)] = where
        return [each for each in values if each is not None] if (where == _NONE).any() else values

    @property
    def missing(self) -> Mask:
        """Which records have no value."""
        missing: Mask = self.where == _NONE
        return missing

    def __len__(self) -> int:
        return len(self._records)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> list[T]: ...
    def __getitem__(self, place: int | slice) -> Any:
        if isinstance(place, slice):
            return self._read(self._records[place])
        return self._read([self._records[place]])[0]

    def __iter__(self) -> Iterator[T]:
        for start in range(0, len(self._records), _PART):
            yield from self[start : start + _PART]


class Seldom:
    """Fields that most records leave empty: a part in which none is filled is looked at once."""

    def __init__(self, any_: Reader, takers: Sequence[Taker]) -> None:
        self._any = any_
        self._takers = takers

    def take(self, part: Sequence[Any], start: int) -> None:
        """Read the fields of a part, if any record of it has one."""
        if self._any(part):
            for taker in self._takers:
                taker.take(part, start)


def whole(records: Sequence[T]) -> Field[T]:
    """The records themselves as a field."""
    field: Field[T] = Field(records, list)
    take(records, field)
    return field
