"""Numbers compared exactly at the speed of floats: floats decide where they certainly can, integers the rest.

A float never has the last word. `Scaled.approximate` is wrong by less than 2^-47 of its size (see there), so two
approximations that lie farther apart than 2^-46 of their sizes are in the order of the numbers themselves. Where they
lie closer, the numbers differ by less than 2^-45 of their sizes. Where that is less than 2^63, the low 64 bits of the
difference are the whole of it, and where it is less than 2^127 its low 128 bits: integer arithmetic modulo 2^64 or
2^128 gives them exactly, however large the numbers are.
"""

from typing import Final

import attrs
import numpy as np
import numpy.typing as npt

from govtargets.arrow._assess_columns import Floats, Ints, Numbers, Rows

__all__ = ["LARGEST", "UNDECIDED", "Scaled", "order"]

Signs = npt.NDArray[np.int8]
# The sign of a comparison that nothing here can decide; the caller asks Python's integers.
UNDECIDED: Final = 2
# Weights stay below this, so that their products with the low half of a number are exact below.
LARGEST: Final = 2**62
_NEAR: Final = 2.0**-46
# Numbers of less than this size that lie as close as 2^-45 of it differ by less than 2^62, or by less than 2^126.
_SHORT: Final = 2.0**107
_BEYOND: Final = 2.0**171
_WORD: Final = 2.0**64
_HALF: Final = np.uint64(32)
_LOW: Final = np.uint64(0xFFFFFFFF)


@attrs.frozen
class Scaled:
    """Decimals in billionths times an integer weight each, plus steps times a weight each where there are any."""

    numbers: Numbers
    weight: Ints
    step: Ints | None = None
    step_weight: Ints | None = None

    def at(self, rows: Rows) -> "Scaled":
        """Some of the rows."""
        if self.step is None or self.step_weight is None:
            return Scaled(self.numbers.take(rows), self.weight[rows])
        return Scaled(
            self.numbers.take(rows), self.weight[rows], self.step[rows], self.step_weight[rows]
        )

    def approximate(self) -> Floats:
        """The values as floats, each wrong by less than 2^-47 of its size.

        The two halves of a decimal, the weight and the two products are rounded once each and added once: at most
        eight roundings of 2^-53. A step never cancels more than two thirds of a number (half a unit of the last
        written digit against a whole one), which trebles that: 24 * 2^-53 < 2^-48.
        """
        found = approximate(self.numbers) * self.weight
        if self.step is not None and self.step_weight is not None:
            found += self.step.astype(np.float64) * self.step_weight
        return found

    def low(self) -> Ints:
        """The values modulo 2^64."""
        found: Ints = self.numbers.low * self.weight
        if self.step is not None and self.step_weight is not None:
            found += self.step * self.step_weight
        return found

    def bits(self) -> tuple[Ints, Ints]:
        """The high and the low half of the values, modulo 2^128."""
        high, low = _product(self.numbers.high, self.numbers.low, self.weight)
        if self.step is None or self.step_weight is None:
            return high, low
        return _sum(high, low, *_product(self.step >> 63, self.step, self.step_weight))


def approximate(numbers: Numbers) -> Floats:
    """Decimals as floats, wrong by at most three roundings; nothing but a filter reads them."""
    found = numbers.low.astype(np.float64)
    wide = numbers.wide
    if wide.any():
        # |value| >= 2^63 here, so rounding the unsigned low half costs 2^-53 of it at most.
        low = numbers.low[wide].view(np.uint64).astype(np.float64)
        found[wide] = numbers.high[wide] * _WORD + low
    return found


def order(one: Scaled, other: Scaled) -> Signs:
    """Which is larger: -1, 0 or 1 a row; `UNDECIDED` where both are beyond every number that reports know."""
    first, second = one.approximate(), other.approximate()
    difference = first - second
    size = np.abs(first) + np.abs(second)
    signs = np.sign(difference).astype(np.int8)
    near = np.flatnonzero(~(np.abs(difference) > size * _NEAR))
    if len(near):
        signs[near] = _exactly(one.at(near), other.at(near), size[near])
    return signs


def _exactly(one: Scaled, other: Scaled, size: Floats) -> Signs:
    signs: Signs = np.sign(one.low() - other.low()).astype(np.int8)
    large = np.flatnonzero(~(size < _SHORT))
    if len(large):
        signs[large] = _sign(*_minus(one.at(large).bits(), other.at(large).bits()))
        signs[~(size < _BEYOND)] = UNDECIDED
    return signs


def _sign(high: Ints, low: Ints) -> Signs:
    found: Signs = ((high | low) != 0).view(np.int8) - ((high < 0).view(np.int8) << 1)
    return found


def _minus(one: tuple[Ints, Ints], other: tuple[Ints, Ints]) -> tuple[Ints, Ints]:
    low = one[1] - other[1]
    borrow = one[1].view(np.uint64) < other[1].view(np.uint64)
    return one[0] - other[0] - borrow, low


def _sum(high: Ints, low: Ints, more_high: Ints, more_low: Ints) -> tuple[Ints, Ints]:
    total = low + more_low
    carry = total.view(np.uint64) < low.view(np.uint64)
    return high + more_high + carry, total


def _product(high: Ints, low: Ints, weight: Ints) -> tuple[Ints, Ints]:
    """A signed number of 128 bits times a weight from 0 to 2^62, modulo 2^128."""
    unsigned, times = low.view(np.uint64), weight.view(np.uint64)
    low_low, low_high = unsigned & _LOW, unsigned >> _HALF
    times_low, times_high = times & _LOW, times >> _HALF
    middle = low_high * times_low + (low_low * times_low >> _HALF)
    other = low_low * times_high + (middle & _LOW)
    carry = low_high * times_high + (middle >> _HALF) + (other >> _HALF)
    return high * weight + carry.view(np.int64), low * weight
