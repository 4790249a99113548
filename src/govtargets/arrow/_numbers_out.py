"""Stated numbers as columns."""

from collections.abc import Sequence
from decimal import Decimal
from operator import attrgetter
from typing import Final, cast

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from govtargets._unit import spelled
from govtargets.arrow._spread import array, dense, distinct, fields, spread, through
from govtargets.arrow._types import Array, Codes, Columns, pc
from govtargets.arrow._units import definition, definitions
from govtargets.arrow.schema import DIGITS, FLAG, NUMBER, TEXT, WORD
from govtargets.bounds import Bounds
from govtargets.comparator import Comparator
from govtargets.quantity import Quantity
from govtargets.unit import Unit

__all__ = ["Definitions", "bounds_columns", "quantity_columns"]

_DECIMALS: Final = 9


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
            return pa.nulls(self._count, WORD)
        rows = (self._rows.get(row) for row in range(self._count))
        return array([units and definitions(units) for units in rows], WORD)


def bounds_columns(values: Sequence[Bounds | None], prefix: str, custom: Definitions) -> Columns:
    """The columns of one stated number a row."""
    codes, present = dense(values)
    if not present:
        return {}
    comparators, low = fields(
        present,
        lambda part: [each.comparator for each in part],
        lambda part: [each.high if each.low is None else each.low for each in part],
    )
    stated = distinct(comparators)
    columns = {f"{prefix}comparator": stated.column(attrgetter("value"), WORD)}
    columns |= _quantities(low, prefix, custom, codes)
    if Comparator.BETWEEN in stated.values:
        columns |= _ranges(present, prefix, custom, codes)
    return {name: spread(column, codes) for name, column in columns.items()}


def _ranges(present: Sequence[Bounds], prefix: str, custom: Definitions, codes: Codes) -> Columns:
    ranges = [each if each.comparator is Comparator.BETWEEN else None for each in present]
    inner, between = dense(ranges)
    rows = through(codes, inner)
    high = cast("list[Quantity]", [each.high for each in between])
    columns = _quantities(high, f"{prefix}upper_", custom, rows)
    for side in ("low_inclusive", "high_inclusive"):
        columns[prefix + side] = array([getattr(each, side) for each in between], FLAG)
    return {name: spread(column, inner) for name, column in columns.items()}


def quantity_columns(
    values: Sequence[Quantity | None], prefix: str, custom: Definitions
) -> Columns:
    """The columns of one quantity a row."""
    codes, present = dense(values)
    if not present:
        return {}
    columns = _quantities(present, prefix, custom, codes)
    return {name: spread(column, codes) for name, column in columns.items()}


def _quantities(
    values: Sequence[Quantity], prefix: str, custom: Definitions, codes: Codes
) -> Columns:
    symbols, texts, magnitudes = fields(
        values,
        lambda part: [each.unit for each in part],
        lambda part: [str(each.magnitude) for each in part],
        lambda part: [each.magnitude for each in part],
    )
    units = distinct(symbols)
    custom.note(units.values, through(codes, units.codes))
    magnitude, digits = numbers(magnitudes, texts)
    return {
        f"{prefix}magnitude": magnitude,
        f"{prefix}digits": digits,
        f"{prefix}unit": units.column(spelled, WORD),
    }


def numbers(magnitudes: Sequence[Decimal], written: Sequence[str]) -> tuple[Array, Array]:
    """The numbers as decimal128(38, 9), and how many decimals each was written with."""
    texts = pa.array(written, TEXT)
    point = pc.find_substring(texts, ".").to_numpy()
    length = pc.binary_length(texts).to_numpy()
    digits: npt.NDArray[np.int32] = np.where(point < 0, 0, length - point - 1)
    odd = (pc.find_substring(texts, "E").to_numpy() >= 0) | (digits > _DECIMALS)
    if odd.any():
        plain = texts.to_pylist()
        for row in np.flatnonzero(odd).tolist():
            exponent = magnitudes[row].as_tuple().exponent
            digits[row] = -int(exponent)
            # Past nine places a magnitude has only zeros, or the quantity would have refused it.
            whole, _, places = format(magnitudes[row], "f").partition(".")
            plain[row] = f"{whole}.{places[:_DECIMALS]}"
        texts = pa.array(plain, TEXT)
    return texts.cast(NUMBER), pa.array(digits.astype(np.int8), DIGITS)
