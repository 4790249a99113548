"""Stated numbers as columns."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from operator import attrgetter
from typing import Any, Final, cast

import numpy as np
import pyarrow as pa

from govtargets._unit import spelled
from govtargets.arrow._fields import Field, Reader, addresses, take
from govtargets.arrow._spread import array, by_address, dense, dense_codes, nulls, spread, through
from govtargets.arrow._types import Array, Codes, Columns, Places
from govtargets.arrow._units import definition, definitions
from govtargets.arrow.schema import DIGITS, FLAG, NUMBER, TEXT, WORD
from govtargets.bounds import Bounds
from govtargets.comparator import Comparator
from govtargets.quantity import Quantity
from govtargets.unit import Unit

__all__ = ["Definitions", "Stated", "bounds_columns", "quantity_columns"]

# How many numbers are turned from text to decimals at once.
_BLOCK: Final = 2**16
_E, _POINT = b"E."


class Definitions:
    """The units of every row that the shipped catalogue does not have; almost always none."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._rows: dict[int, set[Unit]] = {}

    def note(self, units: Sequence[Unit], codes: Codes) -> None:
        """Remember the rows whose unit is one of an embedder's own."""
        for code, unit in enumerate(units):
            if definition(unit) is None:
                continue
            for row in np.flatnonzero(codes == code).tolist():
                self._rows.setdefault(row, set()).add(unit)

    def column(self) -> Array:
        """One definition text a row, null where nothing needs one."""
        if not self._rows:
            return nulls(self._count, WORD)
        rows = (self._rows.get(row) for row in range(self._count))
        return array([units and definitions(units) for units in rows], WORD)


class Numbers:
    """Quantities, seen part by part; the text of a number is gone once it is a decimal."""

    def __init__(self) -> None:
        self._units: list[Places] = []
        self._texts: list[Array] = []
        self._waiting = 0
        self._blocks: list[tuple[Array, Array]] = []

    def see(self, values: Sequence[Quantity]) -> None:
        """The next quantities."""
        self._units.append(addresses([each.unit for each in values]))
        self._texts.append(pa.array([str(each.magnitude) for each in values], TEXT))
        self._waiting += len(values)
        if self._waiting >= _BLOCK:
            self._settle()

    def _settle(self) -> None:
        self._blocks.append(decimals(pa.concat_arrays(self._texts)))
        self._texts, self._waiting = [], 0

    def columns(
        self, prefix: str, custom: Definitions, codes: Codes, unit: Callable[[int], Unit]
    ) -> Columns:
        """The columns of all that were seen.

        `codes` says which of them each row of the table has, and `unit` the unit of each of them.
        """
        if self._waiting:
            self._settle()
        units = by_address(np.concatenate(self._units), unit)
        custom.note(units.values, through(codes, units.codes))
        magnitudes, digits = zip(*self._blocks, strict=True)
        return {
            f"{prefix}magnitude": pa.concat_arrays(magnitudes),
            f"{prefix}digits": pa.concat_arrays(digits),
            f"{prefix}unit": units.column(spelled, WORD),
        }


def decimals(texts: Array) -> tuple[Array, Array]:
    """The numbers as decimal128(38, 9), and how many decimals each was written with."""
    ends = np.frombuffer(texts.buffers()[1], np.int32, len(texts) + 1)
    letters = np.frombuffer(texts.buffers()[2], np.uint8, ends[-1])
    if (letters == _E).any():
        # 1E-7 is a number with seven decimals; no quantity has a power of ten otherwise.
        return decimals(pa.array([format(Decimal(each), "f") for each in texts.to_pylist()], TEXT))
    points = np.flatnonzero(letters == _POINT)
    rows = np.searchsorted(ends, points, "right") - 1
    digits = np.zeros(len(texts), np.int8)
    digits[rows] = ends[rows + 1] - points - 1
    return texts.cast(NUMBER), pa.array(digits, DIGITS)


class Stated:
    """The stated numbers in one field of many records, seen part by part."""

    def __init__(self, records: Sequence[Any], read: Reader) -> None:
        self._field: Field[Bounds | None] = Field(records, read)
        self._comparators: list[Places] = []
        self._numbers = Numbers()

    def take(self, part: Sequence[Any], start: int) -> None:
        """The stated numbers of the next records."""
        values = self._field.take(part, start)
        if values:
            self._comparators.append(addresses([each.comparator for each in values]))
            self._numbers.see([each.high if each.low is None else each.low for each in values])

    def columns(self, prefix: str, custom: Definitions) -> Columns:
        """The columns of one stated number a row; none where no row has one."""
        if not self._comparators:
            return {}
        missing = self._field.missing
        codes, rows = dense_codes(missing), np.flatnonzero(~missing)

        def at(place: int) -> Bounds:
            return cast("Bounds", self._field[int(rows[place])])

        stated = by_address(np.concatenate(self._comparators), lambda place: at(place).comparator)
        columns = {f"{prefix}comparator": stated.column(attrgetter("value"), WORD)}
        columns |= self._numbers.columns(prefix, custom, codes, lambda place: at(place).unit)
        if Comparator.BETWEEN in stated.values:
            ranges = stated.codes == stated.values.index(Comparator.BETWEEN)
            inner = dense_codes(~ranges)
            found = [at(place) for place in np.flatnonzero(ranges).tolist()]
            high = _range_columns(found, prefix, custom, through(codes, inner))
            columns |= {name: spread(column, inner) for name, column in high.items()}
        return {name: spread(column, codes) for name, column in columns.items()}


def _range_columns(
    ranges: Sequence[Bounds], prefix: str, custom: Definitions, codes: Codes
) -> Columns:
    high = cast("list[Quantity]", [each.high for each in ranges])
    found = Numbers()
    found.see(high)
    columns = found.columns(f"{prefix}upper_", custom, codes, lambda place: high[place].unit)
    for side in ("low_inclusive", "high_inclusive"):
        columns[prefix + side] = array([getattr(each, side) for each in ranges], FLAG)
    return columns


def bounds_columns(values: Sequence[Bounds | None], prefix: str, custom: Definitions) -> Columns:
    """The columns of one stated number a row."""
    stated = Stated(values, list)
    take(values, stated)
    return stated.columns(prefix, custom)


def quantity_columns(
    values: Sequence[Quantity | None], prefix: str, custom: Definitions
) -> Columns:
    """The columns of one quantity a row."""
    codes, present = dense(values)
    if not present:
        return {}
    found = Numbers()
    found.see(present)
    columns = found.columns(prefix, custom, codes, lambda place: present[place].unit)
    return {name: spread(column, codes) for name, column in columns.items()}
