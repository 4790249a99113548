"""Areas and periods of a table of targets as small numbers, and how the rows of another table find theirs."""

from collections.abc import Mapping
from datetime import date
from typing import Final

import attrs
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from govtargets.arrow._assess_columns import (
    NEVER,
    Codes,
    Days,
    Ints,
    Words,
    arrow_array,
    days,
    words,
)
from govtargets.arrow._types import Array
from govtargets.period import PeriodKind

__all__ = ["Periods", "Regions"]

_EPOCH: Final = date(1970, 1, 1).toordinal()
# How many combinations of first day, last day and sort of period a table may have.
_MOST: Final = 2**22
_POINT: Final = PeriodKind.POINT.value
_KINDS: Final = {each.value: int(each is PeriodKind.POINT) for each in PeriodKind}
_UNKNOWN: Final = 2


class Regions:
    """The areas of the targets, by code where there is one, else by name; a name with one code stands for it."""

    def __init__(self, targets: pa.Table) -> None:
        names, codes = words(targets, "region"), words(targets, "region_code")
        self._coded: dict[str, set[str]] = {}
        self._numbers: dict[tuple[str, str | None], int] = {}
        pairs = _pairs(names, codes)
        for name, code in pairs:
            if name is not None and code is not None:
                self._coded.setdefault(name, set()).add(code)
        for name, code in pairs:
            self._numbers.setdefault(self._key(name, code), len(self._numbers))
        self._numbers.setdefault(self._key(None, None), len(self._numbers))
        # Asked for every word of every batch.
        self._named = {
            name: self._number(self._key(name, None)) for name, _ in [*pairs, (None, None)]
        }

    def __len__(self) -> int:
        return len(self._numbers) + 1

    def _key(self, name: str | None, code: str | None) -> tuple[str, str | None]:
        if code is not None:
            return "code", code
        known = self._coded.get(name or "", set())
        return ("code", next(iter(known))) if len(known) == 1 else ("name", name)

    def _number(self, key: tuple[str, str | None]) -> int:
        return self._numbers.get(key, len(self._numbers))

    def numbers(self, batch: pa.RecordBatch | pa.Table) -> "Lookup":
        """The area of each row; the last number stands for one that no target has."""
        names, codes = words(batch, "region"), words(batch, "region_code")
        unknown = len(self._numbers)
        if names is None and codes is None:
            return Lookup(None, np.array([self._number(self._key(None, None))], np.int32))
        names = names or _nothing(batch)
        by_name = names.table(lambda name: self._named.get(name, unknown))
        if codes is None:
            return Lookup(names.codes, by_name)
        by_code = codes.coded(lambda code: self._number(("code", code)))
        # A code that no target has may still belong to an area that targets only name.
        otherwise = names.coded(lambda name: self._number(("name", name)))
        without = codes.codes == len(codes.values) - 1
        found = np.where(by_code == unknown, otherwise, by_code)
        return Lookup(np.where(without, by_name[names.codes], found), None)


def _nothing(batch: pa.RecordBatch | pa.Table) -> Words:
    return Words(np.zeros(batch.num_rows, np.int32), [None], complete=False)


def _pairs(names: Words | None, codes: Words | None) -> list[tuple[str | None, str | None]]:
    if names is None and codes is None:
        return []
    if names is None or codes is None:
        found = names or codes
        assert found is not None  # noqa: S101  the case before has none
        return [(each, None) if codes is None else (None, each) for each in found.values]
    width = len(codes.values)
    numbers: Ints = names.codes.astype(np.int64) * width + codes.codes
    return [
        (names.values[number // width], codes.values[number % width])
        for number in np.unique(numbers).tolist()
    ]


@attrs.frozen
class Lookup:
    """A number a row: `table[codes]`, `codes` itself without a table, or the same for all without codes."""

    codes: Codes | None
    table: Codes | None

    def times(self, factor: int, dtype: npt.DTypeLike) -> "Lookup":
        """The same with larger numbers, in a type that holds them."""
        if self.table is not None:
            return Lookup(self.codes, self.table.astype(dtype) * factor)
        assert self.codes is not None  # noqa: S101  one of the two is there
        return Lookup(self.codes.astype(dtype) * factor, None)

    def into(self, rows: slice, out: Codes) -> None:
        """Write the numbers of some rows."""
        if self.codes is None:
            assert self.table is not None  # noqa: S101  one of the two is there
            out[:] = self.table[0]
        elif self.table is None:
            out[:] = self.codes[rows]
        else:
            np.take(self.table, self.codes[rows], out=out, mode="clip")


class Periods:
    """The periods of the targets: alike are those with the same days, however they are called.

    The end of a year stands beside the year itself, since for a level the two are the same.
    """

    def __init__(self, targets: pa.Table) -> None:
        self._numbers = {span: number for number, span in enumerate(_spans(targets))}
        self._beside = {
            other: number
            for span, number in self._numbers.items()
            if (other := _other_name(span)) is not None
        }
        known = [*self._numbers, *self._beside]
        starts, ends = ({span[side] for span in known} for side in range(2))
        size = (len(starts) + 1) * (len(ends) + 1) * 3
        self._tables = None
        if size <= _MOST:
            # Days at either side are numbered so that both numbers and that of the sort add up to a place.
            self._starts, self._ends = _Axis(starts, (len(ends) + 1) * 3), _Axis(ends, 3)
            self._tables = self._table(self._numbers, size), self._table(self._beside, size)

    def __len__(self) -> int:
        return len(self._numbers) + 1

    def _table(self, numbers: Mapping[tuple[int, int, int], int], size: int) -> Codes:
        table = np.full(size, len(self._numbers), np.int32)
        for (start, end, kind), number in numbers.items():
            table[self._starts.place(start) + self._ends.place(end) + kind] = number
        return table

    def numbers(self, batch: pa.RecordBatch | pa.Table) -> "Spans":
        """The periods of the rows."""
        kinds = words(batch, "period_kind")
        start, end = days(batch, "period_start"), days(batch, "period_end")
        if kinds is None or start is None or end is None:
            return Spans(None, None, None, has_points=False)
        always = kinds.always(_kind)
        kind = Lookup(kinds.codes, kinds.table(_kind))
        if always is not None:
            kind = Lookup(None, np.array([always], np.int32))
        return Spans(kind, start, end, has_points=_POINT in kinds.values)

    def into(
        self, spans: "Spans", rows: slice, out: Codes, spare: Codes, *, beside: bool = False
    ) -> None:
        """Write the numbers of some rows; the last number stands for a period that no target has."""
        if spans.kind is None or spans.start is None or spans.end is None:
            out[:] = len(self._numbers)
            return
        if self._tables is None:
            out[:] = self._one_by_one(spans, rows, self._beside if beside else self._numbers)
            return
        self._starts.into(spans.start[rows], out)
        self._ends.into(spans.end[rows], spare)
        out += spare
        if spans.kind.codes is None and spans.kind.table is not None:
            out += spans.kind.table[0]
        else:
            spans.kind.into(rows, spare)
            out += spare
        np.take(self._tables[beside], out, out=out, mode="clip")

    def _one_by_one(
        self, spans: "Spans", rows: slice, numbers: Mapping[tuple[int, int, int], int]
    ) -> Codes:
        assert spans.kind is not None  # noqa: S101  the caller looked
        assert spans.start is not None  # noqa: S101  the same
        assert spans.end is not None  # noqa: S101  the same
        kind = np.empty(len(spans.start[rows]), np.int32)
        spans.kind.into(rows, kind)
        coded = arrow_array(_packed(spans.start[rows], spans.end[rows], kind)).dictionary_encode()
        unknown = len(self._numbers)
        table = [numbers.get(span, unknown) for span in _unpacked(coded.dictionary)]
        numbered: Codes = np.array(table, np.int32)[coded.indices.to_numpy()]
        return numbered

    @property
    def has_points(self) -> bool:
        """Whether a target is for a point in time."""
        return any(span[2] for span in self._numbers)


@attrs.frozen
class Spans:
    """The periods of a batch: whether each is a point, its first and its last day."""

    kind: Lookup | None
    start: Days | None
    end: Days | None
    has_points: bool


class _Axis:
    """The days at one side of the periods, numbered in steps; every other day has the last number."""

    def __init__(self, counted: set[int], step: int) -> None:
        known = sorted(counted)
        self._first = known[0] if known else 0
        self._places = {day: place * step for place, day in enumerate(known)}
        span = known[-1] - self._first if known else 0
        # One unknown day at either side, where days beyond are clipped to.
        self._table = np.full(span + 3, len(known) * step, np.int32)
        for day, place in self._places.items():
            self._table[day - self._first + 1] = place

    def place(self, day: int) -> int:
        return self._places[day]

    def into(self, counted: Days, out: Codes) -> None:
        np.subtract(counted, self._first - 1, out=out)
        np.take(self._table, out, out=out, mode="clip")


def _spans(targets: pa.Table) -> list[tuple[int, int, int]]:
    """The different periods of the targets."""
    kinds = words(targets, "period_kind")
    start, end = days(targets, "period_start"), days(targets, "period_end")
    if kinds is None or start is None or end is None:
        return []
    kind = kinds.coded(_kind)
    found = _unpacked(arrow_array(_packed(start, end, kind)).unique())
    return [span for span in found if span[2] != _UNKNOWN and NEVER < span[0] <= span[1]]


def _kind(word: str | None) -> int:
    return _KINDS.get(word or "", _UNKNOWN)


def _packed(start: Days, end: Days, kind: Codes) -> Ints:
    """A period as one number."""
    found = (start.astype(np.int64) - NEVER) << 32
    found |= (end.astype(np.int64) - NEVER) << 4
    return found | kind


def _unpacked(packed: Array) -> list[tuple[int, int, int]]:
    return [
        ((each >> 32) + NEVER, (each >> 4 & 2**28 - 1) + NEVER, each & 15)
        for each in packed.to_pylist()
    ]


def _other_name(span: tuple[int, int, int]) -> tuple[int, int, int] | None:
    """The end of that year for a year, the year for the end of one."""
    first, last = (date.fromordinal(day + _EPOCH) for day in span[:2])
    if (last.month, last.day) != (12, 31):
        return None
    if span[2]:
        return date(last.year, 1, 1).toordinal() - _EPOCH, span[1], 0
    return (
        (span[1], span[1], 1)
        if (first.month, first.day) == (1, 1) and first.year == last.year
        else None
    )
