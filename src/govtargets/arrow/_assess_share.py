"""Completion ratios as columns: achievement over stated value, as fractions in lowest terms."""

from typing import Final

import attrs
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from govtargets.arrow._assess_columns import Codes, Ints, Mask, Numbers
from govtargets.arrow._assess_forms import DIRECTIONS
from govtargets.arrow._assess_gap import ratios_of
from govtargets.arrow._assess_units import Measured
from govtargets.arrow._types import Array, pc
from govtargets.arrow.schema import TEXT
from govtargets.verdict import Undefined
from govtargets.vocabulary import Direction

__all__ = ["Shares", "no_ratio", "ratios", "texts"]

_SAFE: Final = 2.0**61
_PLACE: Final = {each: place for place, each in enumerate(Undefined)}


@attrs.frozen
class Shares:
    """Fractions, and where 64 bits hold them."""

    numerator: Ints
    denominator: Ints
    fits: Mask


def no_ratio(
    direction: npt.NDArray[np.int8], sign: npt.NDArray[np.int8], exact: Mask
) -> npt.NDArray[np.int8]:
    """Why there is no ratio, as a place in `Undefined`; -1 where there is one.

    Args:
        direction: Which way is better.
        sign: The sign of the stated value.
        exact: Where the result is an exact number.
    """
    found = np.full(len(sign), -1, np.int8)
    higher, lower, target, unknown = (
        direction == DIRECTIONS.index(each)
        for each in (Direction.HIGHER, Direction.LOWER, Direction.AT_TARGET, None)
    )
    found[higher & (sign < 0)] = _PLACE[Undefined.NEGATIVE_TARGET]
    found[lower & (sign > 0)] = _PLACE[Undefined.NOT_A_FALL]
    found[sign == 0] = _PLACE[Undefined.ZERO_TARGET]
    found[target] = _PLACE[Undefined.LEVEL_TO_HIT]
    found[unknown] = _PLACE[Undefined.DIRECTION_UNKNOWN]
    found[~exact] = _PLACE[Undefined.INEXACT_ACHIEVEMENT]
    return found


def ratios(
    result: Numbers,
    result_unit: Measured,
    rows: Codes,
    target: Numbers,
    target_unit: Measured,
    at: Codes,
) -> Shares:
    """Result over target, a row; the arguments are those of `differences`, and no target is 0."""
    up, down = ratios_of(result_unit, rows, target_unit, at)
    return _lowest(result.low, target.low, up, down)


def _lowest(one: Ints, other: Ints, up: Ints, down: Ints) -> Shares:
    """`one * up / (other * down)` in lowest terms."""
    fits = (up > 0) & (other != 0) & (one != _MIN) & (other != _MIN)
    one, other = np.where(fits, one, 1), np.where(fits, other, 1)
    up, down = np.maximum(up, 1), np.maximum(down, 1)
    shared = np.gcd(one, other)
    one, other = one // shared, other // shared
    first, second = np.gcd(one, down), np.gcd(other, up)
    one, other, up, down = one // first, other // second, up // second, down // first
    # Floats tell the sizes only; the products themselves are of integers that hold them.
    for value, weight in ((one, up), (other, down)):
        fits &= np.abs(value.astype(np.float64) * weight) < _SAFE
    numerator, denominator = one * up, other * down
    flip = denominator < 0
    return Shares(np.where(flip, -numerator, numerator), np.abs(denominator), fits)


_MIN: Final = np.iinfo(np.int64).min


def texts(shares: Shares, present: Mask) -> Array:
    """The fractions as text, null where there is none."""
    mask = ~present
    parts = [
        pc.cast(pa.array(values, mask=mask), TEXT)
        for values in (shares.numerator, shares.denominator)
    ]
    return pc.binary_join_element_wise(*parts, "/")
