"""Records of one type, in order, that never change."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, Generic, NamedTuple, TypeVar, overload

import attrs

__all__ = ["Place", "Records"]


def __dir__() -> list[str]:
    return __all__


_T = TypeVar("_T")
_T_co = TypeVar("_T_co", covariant=True)


class Place(NamedTuple):
    """Where a record was read: the file, and the line of a text file or the row of a table.

    Example:
        >>> from govtargets.records import Place
        >>> Place("targets.csv", 3).row
        3
    """

    path: str | None = None
    row: int | None = None


NOWHERE: Final = Place()
# So many are shown as the call that makes them; more would flood a terminal.
_FEW: Final = 5

if TYPE_CHECKING:
    Rows = Sequence
else:

    class Rows(Generic[_T_co]):
        """A sequence but for the name: Polars makes rows of one before it asks for a stream."""

        __slots__ = ()
        __contains__ = Sequence.__contains__
        __reversed__ = Sequence.__reversed__
        index = Sequence.index
        count = Sequence.count


def _places(value: Iterable[Place]) -> tuple[Place, ...]:
    return tuple(value)


@attrs.frozen(repr=False)
class Records(Rows[_T_co], Generic[_T_co]):
    """Records of one type, in order, that never change; a table for every library that reads Arrow.

    `polars.DataFrame(records)` or `duckdb.sql("from records")` read it directly.

    Attributes:
        items: The records.
        places: Where each was read, as far as that is known; it plays no part in equality.
        of: The type of the records, so that none of them make a table too; likewise.

    Example:
        >>> from govtargets import Records
        >>> Records([3, 1])[-1]
        1
        >>> Records(range(1000))
        <Records: 1000 of int; list(...) shows all>
    """

    items: tuple[_T_co, ...] = attrs.field(default=(), converter=tuple)
    places: tuple[Place, ...] = attrs.field(default=(), converter=_places, eq=False)
    of: type[Any] | None = attrs.field(default=None, eq=False, kw_only=True)

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[_T_co]:
        return iter(self.items)

    @overload
    def __getitem__(self, index: int) -> _T_co: ...
    @overload
    def __getitem__(self, index: slice) -> "Records[_T_co]": ...
    def __getitem__(self, index: int | slice) -> "_T_co | Records[_T_co]":
        if isinstance(index, slice):
            return Records(self.items[index], self.places[index], of=self.of)
        return self.items[index]

    def __add__(self, other: "Records[_T]") -> "Records[_T_co | _T]":
        if not isinstance(other, Records):
            return NotImplemented
        places = (*self._every_place(), *other._every_place())
        of = self.of if self.of is other.of else None
        return Records((*self.items, *other.items), places, of=of)

    def __repr__(self) -> str:
        if len(self) <= _FEW:
            return f"Records({list(self.items)!r})"
        types = dict.fromkeys(type(one).__name__ for one in self.items)
        return f"<Records: {len(self)} of {', '.join(types)}; list(...) shows all>"

    def _every_place(self) -> tuple[Place, ...]:
        return self.places or (NOWHERE,) * len(self.items)

    def place(self, index: int) -> Place:
        """Where a record was read; without path and row where that is not known.

        Example:
            >>> from govtargets import Records
            >>> Records([3, 1]).place(0)
            Place(path=None, row=None)
        """
        return self.places[index] if self.places else NOWHERE

    def keep(self, indexes: Iterable[int]) -> "Records[_T_co]":
        """Only the records at these positions, in that order, with their places.

        Example:
            >>> from govtargets import Records
            >>> Records("abc").keep([2, 0])
            Records(['c', 'a'])
        """
        kept = list(indexes)
        places = [self.places[index] for index in kept] if self.places else ()
        return Records((self.items[index] for index in kept), places, of=self.of)

    def is_written_as(self, other: "Records[Any]") -> bool:
        """Whether both hold the same records to the letter, in the same order.

        Example:
            >>> from govtargets import Quantity, Records
            >>> Records([Quantity("8.0", "%")]).is_written_as(Records([Quantity("8", "%")]))
            False
        """
        pairs: Iterable[tuple[Any, Any]] = zip(self.items, other.items, strict=False)
        return len(self) == len(other) and all(one.is_written_as(two) for one, two in pairs)

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The records as an Arrow stream, for every library that takes one."""
        from govtargets import arrow

        records: Any = self.items
        table: Any = arrow.encode(records, record=self.of)
        return table.__arrow_c_stream__(requested_schema)
