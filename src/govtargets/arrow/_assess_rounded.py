"""修约值比较法 in columns: results rounded half to even to the last digit that their goals are written with."""

from typing import Final

import numpy as np

from govtargets.arrow._assess_columns import Ints, Mask, Numbers
from govtargets.arrow._assess_exact import Scaled
from govtargets.arrow._assess_gap import ratios_of
from govtargets.arrow._assess_stated import Stated

__all__ = ["rounded"]

# Twice a number below this fits 64 bits, whatever a float of it was rounded to.
_SAFE: Final = 2.0**61


def rounded(goals: Stated, at: Ints, results: Stated) -> tuple[Scaled, Mask]:
    """Exact results as they are compared with goals, and where 64 bits don't tell.

    Args:
        goals: The goals.
        at: Which goal each result meets; both units are of one kind and have weights.
        results: The results.
    """
    up, down = ratios_of(results.unit, results.unit.codes, goals.unit, goals.unit.codes[at])
    step = goals.last_digit(at)
    given = np.where(results.value.wide, 0, results.value.low)
    # Floats tell the sizes only, with bits to spare for their rounding.
    fits = ~results.value.wide & (step > 0) & (down * step.astype(np.float64) < _SAFE)
    fits &= (np.abs(given.astype(np.float64)) + step) * up < _SAFE
    divisor = np.where(fits, down * step, 1)
    whole, rest = np.divmod(given * up, divisor)
    over = 2 * rest
    whole += (over > divisor) | ((over == divisor) & (whole % 2 == 1))
    found = np.where(fits, whole * step, 0)
    weight = goals.unit.weight[goals.unit.codes[at]]
    return Scaled(Numbers(found, found >> 63, None), weight), ~fits
