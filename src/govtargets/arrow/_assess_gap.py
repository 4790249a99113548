"""Gaps as columns: achievement minus stated value, in integers only."""

from fractions import Fraction
from functools import lru_cache
from math import gcd
from typing import Final

import attrs
import numpy as np
import numpy.typing as npt

from govtargets._beside import points_of
from govtargets.arrow._assess_columns import Codes, Ints, Mask, Numbers
from govtargets.arrow._assess_forms import COMPARATORS
from govtargets.arrow._assess_units import Measured
from govtargets.comparator import Comparator
from govtargets.unit import Unit

__all__ = ["Gaps", "differences", "digits_of", "gap_comparators", "ratios_of", "shown"]

_SAFE: Final = 2.0**61
_NEVER: Final = (0, 0, 0)
# Which of the two units a difference is stated in.
NEITHER, TARGETS, RESULTS, OVERFLOWN = range(4)


@attrs.frozen
class Gaps:
    """Differences of exact numbers.

    Attributes:
        number: Each difference, in billionths of its unit.
        unit: In which of the two units it is: `TARGETS`, `RESULTS`, `NEITHER` where no finite decimal of either states
            it, `OVERFLOWN` where 64 bits don't hold what it takes to tell.
    """

    number: Ints
    unit: npt.NDArray[np.int8]


@lru_cache(maxsize=2**14)
def ratio(one: Unit, other: Unit) -> tuple[int, int]:
    """How many of the other unit one of the first is, in lowest terms; both have weights, so 64 bits hold it."""
    found = Fraction(one.grains) / Fraction(other.grains)
    return found.numerator, found.denominator


def ratios_of(
    result_unit: Measured, rows: Codes, target_unit: Measured, at: Codes
) -> tuple[Ints, Ints]:
    """The ratio of the two units of each pair as two integers; both units of a pair are of one kind."""
    width = len(target_unit.units)
    pair = rows.astype(np.int64) * width + at
    size = len(result_unit.units) * width
    up, down = np.ones(size, np.int64), np.ones(size, np.int64)
    for code in np.flatnonzero(np.bincount(pair, minlength=1)).tolist():
        one, other = result_unit.units[code // width], target_unit.units[code % width]
        assert one is not None  # noqa: S101  what is compared was found sound
        assert other is not None  # noqa: S101  the same
        up[code], down[code] = ratio(one, other)
    return np.take(up, pair), np.take(down, pair)


@lru_cache(maxsize=2**14)
def _in_points(result: Unit, target: Unit, stated: Unit) -> tuple[int, int, int]:
    """Of two rates, the weights of the result, the target and the points that differ by, in lowest terms."""
    grains = (result.grains, target.grains, points_of(stated)[0])
    if any(Fraction(each).denominator > 1 for each in grains):
        return _NEVER
    one, two, three = map(int, grains)
    shared = gcd(one, two, three)
    return one // shared, two // shared, three // shared


def shown(unit: Unit) -> Unit:
    """The unit in which a difference of such values is stated: points for rates."""
    return points_of(unit)[1]


def differences(
    result: Numbers,
    result_unit: Measured,
    rows: Codes,
    target: Numbers,
    target_unit: Measured,
    at: Codes,
) -> Gaps:
    """Result minus target, a row; both fit 64 bits, and both units are of one kind.

    Args:
        result: The results.
        result_unit: Their units.
        rows: The place of each result's unit.
        target: The targets.
        target_unit: Their units.
        at: The place of each target's unit.
    """
    width = len(target_unit.units)
    pair = rows.astype(np.int64) * width + at
    number, unit = np.zeros(len(pair), np.int64), np.full(len(pair), OVERFLOWN, np.int8)
    present = np.flatnonzero(np.bincount(pair, minlength=1))
    for code in present.tolist():
        of = result_unit.units[code // width], target_unit.units[code % width]
        assert of[0] is not None  # noqa: S101  what is compared was found sound
        assert of[1] is not None  # noqa: S101  the same
        chosen = slice(None) if len(present) == 1 else np.flatnonzero(pair == code)
        one, other = result.low[chosen], target.low[chosen]
        if of[0].kind.id == "ratio":
            number[chosen], unit[chosen] = _rates(one, other, of[0], of[1])
        else:
            number[chosen], unit[chosen] = _plain(one, other, *ratio(of[0], of[1]))
    return Gaps(number, unit)


def _plain(one: Ints, other: Ints, up: int, down: int) -> tuple[Ints, npt.NDArray[np.int8]]:
    """The difference in the second unit where that is a whole number of billionths, else in the first."""
    found, whole, fits = _scaled(one, up, down)
    unit = np.where(whole, TARGETS, RESULTS)
    # Sizes only: what they let through is subtracted in integers that hold it.
    fits &= np.abs(other.astype(np.float64)) < _SAFE
    number = found - other
    rest = np.flatnonzero(~whole)
    if len(rest):
        back, exact, small = _scaled(other[rest], down, up)
        number[rest] = one[rest] - back
        unit[rest] = np.where(exact, RESULTS, NEITHER)
        fits[rest] = small & (np.abs(one[rest].astype(np.float64)) < _SAFE)
    return number, np.where(fits, unit, OVERFLOWN).astype(np.int8)


def _scaled(values: Ints, up: int, down: int) -> tuple[Ints, Mask, Mask]:
    """The values times a ratio, where that is whole, and where it certainly fits."""
    if up == down:
        return values, np.ones(len(values), bool), np.abs(values.astype(np.float64)) < _SAFE
    divided, rest = np.divmod(values, down) if down > 1 else (values, np.zeros(1, np.int64))
    # A float tells the size only, with 4 bits to spare for its rounding.
    fits = np.abs(divided.astype(np.float64) * up) < _SAFE
    whole = np.broadcast_to(rest == 0, values.shape)
    return divided * up, whole, fits | ~whole


def _rates(one: Ints, other: Ints, result: Unit, target: Unit) -> tuple[Ints, npt.NDArray[np.int8]]:
    """The difference in the points of the second unit where that is whole, else in those of the first."""
    number, unit = _in(one, other, *_in_points(result, target, target))
    rest = np.flatnonzero(unit == NEITHER)
    number[rest], found = _in(one[rest], other[rest], *_in_points(result, target, result))
    unit[rest] = np.where(found == TARGETS, np.int8(RESULTS), found)
    return number, unit


def _in(one: Ints, other: Ints, up: int, less: int, down: int) -> tuple[Ints, npt.NDArray[np.int8]]:
    sizes = np.abs(one.astype(np.float64)) * up + np.abs(other.astype(np.float64)) * less
    number, rest = np.divmod(one * up - other * less, max(down, 1))
    unit = np.where(rest == 0, TARGETS, NEITHER)
    # The sizes are sums of floats, wrong by far less than the spare bits below the limit.
    return number, np.where((sizes < _SAFE) & (down > 0), unit, OVERFLOWN).astype(np.int8)


def digits_of(billionths: Ints) -> npt.NDArray[np.int8]:
    """How many decimals the numbers need."""
    rest, found = billionths.copy(), np.full(len(billionths), 9, np.int8)
    for places in (5, 2, 1, 1):
        step = 10**places
        whole = rest % step == 0
        rest = np.where(whole, rest // step, rest)
        found -= whole * np.int8(places)
    return found


def gap_comparators(*, inclusive: bool) -> npt.NDArray[np.int8]:
    """How a gap is stated, by how the result is; -1 where that is more than one number."""
    kept = {
        Comparator.EXACT: Comparator.EXACT,
        Comparator.ABOVE: Comparator.ABOVE,
        Comparator.BELOW: Comparator.BELOW,
    }
    kept[Comparator.AT_LEAST] = Comparator.AT_LEAST if inclusive else Comparator.ABOVE
    kept[Comparator.AT_MOST] = Comparator.AT_MOST if inclusive else Comparator.BELOW
    places = [COMPARATORS.index(kept[each]) if each in kept else -1 for each in COMPARATORS]
    return np.array([*places, -1, -1], np.int8)
