"""Places in a table for pairs of days: by first day and length, or by the days that occur at either side."""

from collections.abc import Iterable, Mapping
from typing import Final, Protocol, TypeAlias

import attrs
import numpy as np

from govtargets.arrow._assess_columns import Codes, Days

__all__ = ["Axes", "Grid", "Span"]

# First day, last day, sort of period.
Span: TypeAlias = tuple[int, int, int]
_SORTS: Final = 3
# How many places a table may have for each sort of period.
_MOST: Final = 2**22


class _Placed(Protocol):
    @property
    def size(self) -> int: ...

    def place(self, start: int, end: int) -> int: ...


def _table(placed: _Placed, numbers: Mapping[Span, int]) -> Codes:
    """The numbers of spans by their places; 0 everywhere else."""
    table = np.zeros(placed.size * _SORTS, np.int32)
    for (start, end, sort), number in numbers.items():
        table[placed.place(start, end) + sort * placed.size] = number
    return table


@attrs.frozen
class Grid:
    """Every first day by every length, which takes one look-up a row; days and lengths beyond share the rim."""

    first: int
    days: int
    longest: int

    @classmethod
    def of(cls, known: Iterable[Span]) -> "Grid | None":
        """One that has room for the known spans; `None` where it would be too large."""
        starts = [span[0] for span in known]
        longest = max((span[1] - span[0] for span in known), default=0)
        first = min(starts, default=0)
        found = cls(first, max(starts, default=0) - first + 1, longest)
        return found if found.size <= _MOST else None

    @property
    def _width(self) -> int:
        # One more column for every other length: a length of -1 lands in that of the row before.
        return self.longest + 2

    @property
    def size(self) -> int:
        """How many places there are for each sort of period."""
        return (self.days + 2) * self._width

    def place(self, start: int, end: int) -> int:
        """The place of a known span."""
        return (start - self.first + 1) * self._width + end - start

    def table(self, numbers: Mapping[Span, int]) -> Codes:
        """The numbers of spans by their places."""
        return _table(self, numbers)

    def into(self, start: Days, end: Days, out: Codes, spare: Codes) -> None:
        """Write the places of some rows."""
        np.subtract(end, start, out=out)
        np.clip(out, -1, self.longest + 1, out=out)
        # Rows for one unknown day at either side, where days beyond are clipped to.
        np.subtract(start, self.first - 1, out=spare)
        np.clip(spare, 0, self.days + 1, out=spare)
        spare *= self._width
        out += spare


@attrs.frozen
class Axes:
    """The first days that occur by the last days that occur; every other day has the last number of its side."""

    starts: "_Axis"
    ends: "_Axis"

    @classmethod
    def of(cls, known: Iterable[Span]) -> "Axes | None":
        """Those of the known spans; `None` where they would be too many."""
        starts, ends = ({span[side] for span in known} for side in range(2))
        # No span at all fits a grid.
        if (len(starts) + 1) * (len(ends) + 1) > _MOST:
            return None
        return cls(_Axis.of(starts, len(ends) + 1), _Axis.of(ends, 1))

    @property
    def size(self) -> int:
        """How many places there are for each sort of period."""
        return (len(self.starts.places) + 1) * (len(self.ends.places) + 1)

    def place(self, start: int, end: int) -> int:
        """The place of a known span."""
        return self.starts.places[start] + self.ends.places[end]

    def table(self, numbers: Mapping[Span, int]) -> Codes:
        """The numbers of spans by their places."""
        return _table(self, numbers)

    def into(self, start: Days, end: Days, out: Codes, spare: Codes) -> None:
        """Write the places of some rows."""
        self.starts.into(start, out)
        self.ends.into(end, spare)
        out += spare


@attrs.frozen
class _Axis:
    """The days at one side of the periods, numbered in steps; every other day has the last number."""

    first: int
    places: Mapping[int, int]
    table: Codes

    @classmethod
    def of(cls, counted: set[int], step: int) -> "_Axis":
        known = sorted(counted)
        first = known[0]
        places = {day: place * step for place, day in enumerate(known)}
        # One unknown day at either side, where days beyond are clipped to.
        table = np.full(known[-1] - first + 3, len(known) * step, np.int32)
        for day, place in places.items():
            table[day - first + 1] = place
        return cls(first, places, table)

    def into(self, counted: Days, out: Codes) -> None:
        np.subtract(counted, self.first - 1, out=out)
        np.take(self.table, out, out=out, mode="clip")
