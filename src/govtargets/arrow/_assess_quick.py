"""The quick filter: most rows are decided by two short floats that stand for the ends of their goal.

Every target becomes one 64-bit word: its first threshold as a float of 32 bits, its second one cut to 24 bits, and
in the last byte the class of its goal, which says what lies below, between and above the two. One look-up a row
brings all three.

Nothing uncertain is decided here. A threshold in the word is wrong by less than 2^-14 of its size (2^-15 for the
eight bits cut off, 2^-24 for the rounding, and less than 2^-47 before, see `_assess_exact`), a result by less than
2^-22 of its own. Where the two differ by more than 2^-12 of the result, their order is that of the exact numbers: if
the threshold is at most twice the result in size, both errors together are less than 2^-12 of the result; if it is
larger, the difference is more than half of it. Every other row, and every row that a comparison with NaN marks as not
that simple, is left to the exact rule.
"""

from typing import Final

import attrs
import numpy as np
import numpy.typing as npt

from govtargets.arrow._assess_columns import Codes, Floats, Ints, Mask, Rows
from govtargets.arrow._assess_exact import approximate
from govtargets.arrow._assess_forms import UPPER, End, Form
from govtargets.arrow._assess_goals import Goals
from govtargets.arrow._assess_rule import OPEN, SIZE, SLOW, Outcomes, number_of
from govtargets.arrow._assess_stated import EXACT, Stated

__all__ = ["Quick", "Spares", "Values"]

Words = npt.NDArray[np.uint64]
Short = npt.NDArray[np.float32]
# Keeps every float of 32 bits in range: the largest value that can occur is below 2^190, the smallest but 0 is 1.
_SHRINK: Final = 2.0**-64
# Stands for a threshold that is not there: beyond every value, and no infinity, which the class would make a NaN.
_FAR: Final = 2.0**127
_NEAR: Final = np.float32(2.0**-12)
_CLASS: Final = np.uint64(0xFF)
_SECOND: Final = np.uint64(0xFFFFFF00)
_UPPER: Final = np.uint64(32)
# How many thresholds a word holds.
_MOST: Final = 2


class Spares:
    """Room for one block, used again for every block."""

    def __init__(self, size: int) -> None:
        self.values = np.empty(size, np.float64)
        self.weights = np.empty(size, np.float64)
        self.words = np.empty(size, np.uint64)
        self.short, self.apart, self.near = (np.empty(size, np.float32) for _ in range(3))
        self.first, self.second = (np.empty(size, np.bool_) for _ in range(2))
        self.classes = np.empty(size, np.intp)


class Quick:
    """The targets as words, in the order of `words`' places."""

    def __init__(self, goals: Goals, missing: int) -> None:
        """Make the words; one more in front stands for no target, which comes to `missing`."""
        self._classes: dict[tuple[int, ...], int] = {}
        count = len(goals.fixed)
        # Words without thresholds: a fixed outcome, or NaN for what only the exact rule decides.
        by_fixed = [self._class((outcome,) * 3) for outcome in range(SIZE)]
        classes = np.array(by_fixed, np.uint64)[np.append(missing, goals.fixed)]
        first, second = np.full(count + 1, _FAR), np.full(count + 1, _FAR)
        first[1:][goals.fixed >= SLOW] = np.nan
        rows = np.flatnonzero(goals.fixed == OPEN)
        if goals.stated is not None and len(rows):
            every = slice(0, count) if len(rows) == count else rows
            self._fill(
                goals, goals.stated, every, goals.codes[every], (first[1:], second[1:], classes[1:])
            )
        self.words = _packed(first, second, classes)
        self.undecided = _packed(np.full(1, np.nan), np.full(1, _FAR), classes[:1])[0]
        self.outcomes = self._outcomes()

    def _class(self, outcomes: tuple[int, ...]) -> int:
        return self._classes.setdefault(outcomes, len(self._classes))

    def _fill(
        self,
        goals: Goals,
        stated: Stated,
        rows: Rows,
        codes: Codes,
        into: tuple[Floats, Floats, Words],
    ) -> None:
        size = max(goals.forms) + 1
        classes, shares = np.zeros(size, np.uint64), np.full((2, size), np.nan)
        upper = np.zeros((2, size), bool)
        for code, form in goals.forms.items():
            if not _is_simple(form):
                continue
            gaps, ends = _outermost(form)
            classes[code] = self._class((*gaps, gaps[-1], gaps[-1])[:3])
            for place, end in enumerate(ends):
                shares[place, code], upper[place, code] = end.times, end.source == UPPER
            shares[len(ends) :, code] = np.inf
        into[2][rows] = classes[codes]
        value = stated.approximate(rows, upper=False)
        for place, thresholds in enumerate(into[:2]):
            share = shares[place, codes]
            none = share == np.inf
            found = value * np.where(none, 0, share)
            at_upper = np.flatnonzero(upper[place, codes])
            if len(at_upper):
                chosen = at_upper if isinstance(rows, slice) else rows[at_upper]
                found[at_upper] = stated.approximate(chosen, upper=True) * share[at_upper]
            found[none] = _FAR / _SHRINK
            thresholds[rows] = found * _SHRINK

    def _outcomes(self) -> Outcomes:
        """By four times the class plus how many thresholds lie below: what it comes to."""
        table = np.zeros(4 * len(self._classes), np.uint8)
        for outcomes, number in self._classes.items():
            table[4 * number : 4 * number + 3] = outcomes
        return table

    def into(
        self, words: Words, places: Codes | Ints, values: "Values", out: Outcomes, spares: Spares
    ) -> Ints:
        """Write the outcomes of a block and return the rows that only the exact rule decides.

        Args:
            words: The targets' words, in the order of `places`.
            places: Where each row's word stands.
            values: The results of the block.
            out: What they come to.
            spares: Room for the steps between.
        """
        size = len(out)
        found, short = spares.words[:size], spares.short[:size]
        np.take(words, places, out=found, mode="clip")
        values.into(spares.values[:size], spares.weights[:size], short)
        halves = found.view(np.float32).reshape(-1, 2)
        classes = spares.classes[:size]
        np.bitwise_and(found, _CLASS, out=classes, casting="unsafe")
        classes <<= 2
        reach = spares.near[:size]
        np.abs(short, out=reach)
        reach *= _NEAR
        certain = self._compare(short, halves[:, 1], classes, spares, spares.first[:size])
        # The class in the last byte changes the second threshold by less than the bits that were cut off.
        certain &= self._compare(short, halves[:, 0], classes, spares, spares.second[:size])
        np.take(self.outcomes, classes, out=out, mode="clip")
        certain &= out != OPEN
        return np.flatnonzero(~certain)

    @staticmethod
    def _compare(short: Short, threshold: Short, classes: Ints, spares: Spares, out: Mask) -> Mask:
        """Count the threshold where the value lies above it; where that is certain is returned."""
        apart = spares.apart[: len(out)]
        np.subtract(short, threshold, out=apart)
        np.greater(apart, 0, out=out)
        classes += out
        np.abs(apart, out=apart)
        # NaN is greater than nothing, so what has no such threshold is never certain.
        return np.greater(apart, spares.near[: len(out)], out=out)


def _is_simple(form: Form) -> bool:
    """Whether all its thresholds are shares of a stated number."""
    return form.ends is not None and not any(end.steps for end in form.thresholds)


def _outermost(form: Form) -> tuple[list[int], tuple[End, ...]]:
    """At most two thresholds and what lies around them; what lies between more of them is left open."""
    gaps = [number_of(outcome) for outcome in form.outcomes[::2]]
    if len(form.thresholds) <= _MOST:
        return gaps, form.thresholds
    return [gaps[0], OPEN, gaps[-1]], (form.thresholds[0], form.thresholds[-1])


def _packed(first: Floats, second: Floats, classes: Words) -> Words:
    high = first.astype(np.float32).view(np.uint32).astype(np.uint64) << _UPPER
    low = second.astype(np.float32).view(np.uint32).astype(np.uint64)
    return high | (low & _SECOND) | classes


@attrs.frozen
class Values:
    """The results of a batch as floats; NaN for those that are not simply exact numbers.

    Attributes:
        stated: The results.
        weight: What each unit weighs, as a float; NaN where it has no weight.
        odd: The rows that are no plain exact numbers; `None` where every row is one.
        rows: Which of them are asked.
    """

    stated: Stated
    weight: Floats
    odd: Mask | None
    rows: slice

    @classmethod
    def of(cls, stated: Stated, parts: int) -> "Values":
        """The results of a batch; `parts` as the forms split a number."""
        weight = stated.unit.weight.astype(np.float64) * parts * _SHRINK
        weight[stated.unit.weight == 0] = np.nan
        odd = None if stated.all_exact else stated.comparator != EXACT
        if stated.value.present is not None:
            absent = ~stated.value.present
            odd = absent if odd is None else odd | absent
        for more in (
            stated.upper and stated.upper.present,
            stated.closed >= 0 if stated.closed.strides[0] else None,
        ):
            if more is not None:
                odd = more if odd is None else odd | more
        return cls(stated, weight, odd, slice(0, 0))

    def at(self, rows: slice) -> "Values":
        """One block of them."""
        return attrs.evolve(self, rows=rows)

    def into(self, values: Floats, weights: Floats, out: Short) -> None:
        """Write the results as short floats."""
        low, high = self.stated.value.low[self.rows], self.stated.value.high[self.rows]
        values[:] = low
        wide = high != low >> 63
        if wide.any():
            values[:] = approximate(attrs.evolve(self.stated.value, low=low, high=high))
        np.take(self.weight, self.stated.unit.codes[self.rows], out=weights, mode="clip")
        values *= weights
        if self.odd is not None:
            values[self.odd[self.rows]] = np.nan
        out[:] = values
