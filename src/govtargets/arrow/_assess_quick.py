"""The quick filter: most rows are decided by two short floats that stand for the ends of their goal.

Every target becomes one 64-bit word: its first threshold as a float of 32 bits, its second one cut to 24 bits, and
in the last byte the class of its goal, which says what lies below, between and above the two. One look-up a row
brings all three.

Nothing uncertain is decided here. A threshold in the word is wrong by less than 2^-14 of its size (2^-15 for the
eight bits that the class overwrites, 2^-24 for the rounding, and less than 2^-47 before, see `_assess_exact`), a result
by less than 2^-22 of its own, which are three roundings. The result is moved by 2^-13 of its size, once down and once
up, and by a little more where not all results of a block are above 0: farther than both errors together, and never
nowhere, not even from 0. What is still above the
threshold after the one, or still not above it after the other, is so exactly too. Every other row, and every row that
is not that simple, is left to the exact rule.
"""

from functools import partial
from typing import Final

import attrs
import numpy as np
import numpy.typing as npt

from govtargets.arrow._assess_blocks import Blocks
from govtargets.arrow._assess_columns import Codes, Floats, Ints, Mask, Rows, among
from govtargets.arrow._assess_exact import approximate
from govtargets.arrow._assess_forms import UPPER, End, Form
from govtargets.arrow._assess_goals import Goals, among_open
from govtargets.arrow._assess_rule import OPEN, SIZE, SLOW, Outcomes, number_of
from govtargets.arrow._assess_stated import EXACT, Stated

__all__ = ["Quick", "Spares", "Values"]

Words = npt.NDArray[np.uint64]
Short = npt.NDArray[np.float32]
# Keeps every float of 32 bits in range: the largest value that can occur is below 2^190, the smallest but 0 is 1.
_SHRINK: Final = 2.0**-64
# Stands for a threshold that is not there: beyond every value, and no infinity, which the class would make a NaN.
_FAR: Final = 2.0**127
_NEAR: Final = np.float32(2.0**-13)
_DOWN, _UP = np.float32(1 - 2.0**-13), np.float32(1 + 2.0**-13)
# Less than 2^-13 of the smallest value, and more than what the class in its last bits makes of a threshold at 0.
_LITTLE: Final = np.float32(2.0**-80)
# How many thresholds a word holds, and how much the place of the first one counts.
_MOST: Final = 2
_FIRST: Final = np.uint8(3)
# Below, near or above each of two thresholds: nine places, of which three are certain.
_PLACES: Final = 9
_CERTAIN: Final = (0, 2, 8)
# How many classes one byte can number.
_CLASSES: Final = 256 // _PLACES


class Spares:
    """Room for one block, used again for every block."""

    def __init__(self, size: int) -> None:
        self.words = np.empty(size, np.uint64)
        self.lower, self.upper, self.threshold = (np.empty(size, np.float32) for _ in range(3))
        self.passed, self.reached = (np.empty(size, np.bool_) for _ in range(2))


@attrs.frozen
class _Shares:
    """By form: its class, and of each threshold which share of the stated number it is, or how far away."""

    classes: npt.NDArray[np.uint8]
    share: Floats
    far: Floats
    upper: Mask

    @classmethod
    def empty(cls, size: int) -> "_Shares":
        """Of so many forms, none of which has a threshold."""
        shape = (_MOST, size)
        return cls(
            np.zeros(size, np.uint8), np.zeros(shape), np.full(shape, _FAR), np.zeros(shape, bool)
        )

    def words(self, stated: Stated, rows: Rows, codes: Codes) -> Words:
        """The words of goals that have thresholds."""
        value, codes = stated.approximate(rows, upper=False), codes.astype(np.intp)
        thresholds = []
        for place in range(_MOST):
            found = value * np.take(self.share[place], codes)
            at_upper = np.flatnonzero(np.take(self.upper[place], codes))
            if len(at_upper):
                share = self.share[place, codes[at_upper]]
                found[at_upper] = stated.approximate(among(rows, at_upper), upper=True) * share
            found += np.take(self.far[place], codes)
            thresholds.append(found)
        return _packed(thresholds[0], thresholds[1], np.take(self.classes, codes))


class Quick:
    """The targets as words, in the order of `words`' places."""

    def __init__(self, goals: Goals, missing: int, blocks: Blocks) -> None:
        """Make the words; two more in front stand for what is undecided and for no target, which comes to `missing`."""
        # What is left open comes first; a class for which no number is left joins it.
        self._classes: dict[tuple[int, ...], int] = {(OPEN,) * 3: 0}
        fixed = self._fixed(set(np.flatnonzero(np.bincount(goals.fixed)).tolist()) | {missing})
        shares = self._shares(goals)
        self.words = np.empty(len(goals.fixed) + 2, np.uint64)
        self.words[:2] = fixed[[OPEN, missing]]
        blocks.each(partial(self._into, self.words[2:], fixed, shares, goals))
        self.outcomes = self._outcomes()

    def _class(self, outcomes: tuple[int, ...]) -> int:
        """Nine times the number of a class, so that a place among the nine may be added."""
        if outcomes not in self._classes and len(self._classes) == _CLASSES:
            return 0
        return self._classes.setdefault(outcomes, len(self._classes)) * _PLACES

    def _fixed(self, present: set[int]) -> Words:
        """By outcome, the word of what comes to it whatever is reached."""
        table = np.zeros(SIZE, np.uint8)
        for outcome in present - {OPEN, SLOW}:
            # What is slow is left open here: other things are looked at before the records are.
            table[outcome] = self._class((outcome,) * 3)
        far = np.full(SIZE, _FAR)
        return _packed(far, far, table)

    def _shares(self, goals: Goals) -> "_Shares":
        """By form, its class and its thresholds."""
        size = max(goals.forms, default=0) + 1
        found = _Shares.empty(size)
        for code, form in goals.forms.items():
            # What is rounded first is not where it is compared.
            if goals.rounded or not _is_simple(form):
                continue
            gaps, ends = _outermost(form)
            found.classes[code] = self._class((*gaps, gaps[-1], gaps[-1])[:3])
            for place, end in enumerate(ends):
                found.share[place, code], found.far[place, code] = end.times * _SHRINK, 0
                found.upper[place, code] = end.source == UPPER
        return found

    @staticmethod
    def _into(words: Words, fixed: Words, shares: "_Shares", goals: Goals, block: slice) -> None:
        """Write the words of a block of goals."""
        words[block] = np.take(fixed, goals.fixed[block])
        rows = among_open(goals.fixed, block)
        if goals.stated is not None:
            words[rows] = shares.words(goals.stated, rows, goals.codes[rows])

    def _outcomes(self) -> Outcomes:
        """By nine times the class plus the place among its thresholds: what it comes to."""
        table = np.full(_CLASSES * _PLACES, OPEN, np.uint8)
        for outcomes, number in self._classes.items():
            for place, outcome in zip(_CERTAIN, outcomes, strict=True):
                table[number * _PLACES + place] = outcome
        return table

    def into(
        self, words: Words, places: Codes | Ints, values: "Values", out: Outcomes, spares: Spares
    ) -> None:
        """Write the outcomes of a block, `OPEN` for the rows that only the exact rule decides.

        Args:
            words: The targets' words, in the order of `places`.
            places: Where each row's word stands.
            values: The results of the block.
            out: What they come to.
            spares: Room for the steps between.
        """
        size = len(out)
        found, threshold = spares.words[:size], spares.threshold[:size]
        np.take(words, places, out=found, mode="clip")
        values.into(spares.lower[:size], spares.upper[:size])
        halves = found.view(np.float32).reshape(-1, 2)
        threshold[:] = halves[:, 0]
        np.multiply(_passed(threshold, spares), _FIRST, out=out)
        # The class in its last byte changes the second threshold by less than the bits that it took.
        threshold[:] = halves[:, 1]
        out += _passed(threshold, spares)
        out += found.view(np.uint8)[::8]
        np.take(self.outcomes, out, out=out, mode="clip")
        if values.odd is not None:
            out[values.odd[values.rows]] = OPEN


def _passed(threshold: Short, spares: Spares) -> npt.NDArray[np.uint8]:
    """By row: 0 where the value is certainly below the threshold, 2 where it is certainly above."""
    size = len(threshold)
    passed, reached = spares.passed[:size], spares.reached[:size]
    np.greater(spares.lower[:size], threshold, out=passed)
    np.greater(spares.upper[:size], threshold, out=reached)
    found = passed.view(np.uint8)
    found += reached.view(np.uint8)
    return found


def _is_simple(form: Form) -> bool:
    """Whether all its thresholds are shares of a stated number."""
    return form.ends is not None and not any(end.steps for end in form.thresholds)


def _outermost(form: Form) -> tuple[list[int], tuple[End, ...]]:
    """At most two thresholds and what lies around them; what lies between more of them is left open."""
    gaps = [number_of(outcome) for outcome in form.outcomes[::2]]
    if len(form.thresholds) <= _MOST:
        return gaps, form.thresholds
    return [gaps[0], OPEN, gaps[-1]], (form.thresholds[0], form.thresholds[-1])


def _packed(first: Floats, second: Floats, classes: npt.NDArray[np.uint8]) -> Words:
    words = np.empty(len(classes), np.uint64)
    halves = words.view(np.float32).reshape(-1, 2)
    halves[:, 1], halves[:, 0] = first, second
    words.view(np.uint8)[::8] = classes
    return words


@attrs.frozen
class Values:
    """The results of a batch as floats.

    Attributes:
        stated: The results.
        weight: What each unit weighs, as a short float.
        odd: The rows that are no plain exact numbers in units that weigh something; `None` where every row is one.
        rows: Which of them are asked.
    """

    stated: Stated
    weight: Short
    odd: Mask | None
    rows: slice

    @classmethod
    def of(cls, stated: Stated, parts: int) -> "Values":
        """The results of a batch; `parts` as the forms split a number."""
        weight = stated.unit.weight.astype(np.float64) * (parts * _SHRINK)
        reasons = (
            None if stated.all_exact else stated.comparator != EXACT,
            None if stated.value.present is None else ~stated.value.present,
            None if stated.upper is None else stated.upper.there,
            stated.closed >= 0 if stated.closed.strides[0] else None,
            (stated.unit.weight == 0)[stated.unit.codes] if (weight == 0).any() else None,
        )
        odd: Mask | None = None
        for more in reasons:
            if more is not None:
                odd = more if odd is None else odd | more
        return cls(stated, weight.astype(np.float32), odd, slice(0, 0))

    def at(self, rows: slice) -> "Values":
        """One block of them."""
        return attrs.evolve(self, rows=rows)

    def into(self, lower: Short, upper: Short) -> None:
        """Write the results as short floats, each moved down and up."""
        numbers = self.stated.value.part(self.rows)
        lower[:] = numbers.low
        # Most tables hold small numbers above 0, and that is quickly seen.
        plain = not np.bitwise_or.reduce(numbers.high) and lower.min() > 0
        if not plain and numbers.wide.any():
            lower[:] = approximate(numbers)
        np.take(self.weight, self.stated.unit.codes[self.rows], out=upper, mode="clip")
        lower *= upper
        if plain:
            np.multiply(lower, _UP, out=upper)
            lower *= _DOWN
            return
        moved = np.abs(lower) * _NEAR + _LITTLE
        np.add(lower, moved, out=upper)
        lower -= moved
