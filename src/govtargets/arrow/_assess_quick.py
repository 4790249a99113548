"""The quick filter: most rows are decided by two short floats that stand for the ends of their goal.

Every target becomes one 64-bit word: its first threshold as a float of 32 bits, its second one cut to 24 bits, and
in the last byte the class of its goal, which says what lies below, between and above the two. One look-up a row
brings all three.

Nothing uncertain is decided here. A threshold in the word is wrong by less than 2^-14 of its size (2^-15 for the
eight bits that the class overwrites, 2^-24 for the rounding, and less than 2^-47 before, see `_assess_exact`), a result
by less than 2^-22 of its own, which are three roundings. The result is moved by 2^-13 of its size and a little more,
once down and once up: farther than both errors together, and never nowhere, not even from 0. What is still above the
threshold after the one, or still not above it after the other, is so exactly too. Every other row, and every row that
is not that simple, is left to the exact rule.
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
_NEAR: Final = np.float32(2.0**-13)
# Less than 2^-13 of the smallest value, and more than what the class in its last bits makes of a threshold at 0.
_LITTLE: Final = np.float32(2.0**-80)
# How many thresholds a word holds.
_MOST: Final = 2
# Below, near or above each of two thresholds: nine places, of which three are certain.
_PLACES: Final = 9
_CERTAIN: Final = (0, 2, 8)
# How many classes one byte can number.
_CLASSES: Final = 256 // _PLACES


class Spares:
    """Room for one block, used again for every block."""

    def __init__(self, size: int) -> None:
        self.words = np.empty(size, np.uint64)
        self.short, self.spare, self.lower, self.upper = (
            np.empty(size, np.float32) for _ in range(4)
        )
        self.passed, self.reached = (np.empty(size, np.bool_) for _ in range(2))


class Quick:
    """The targets as words, in the order of `words`' places."""

    def __init__(self, goals: Goals, missing: int) -> None:
        """Make the words; one more in front stands for no target, which comes to `missing`."""
        # What is left open comes first; a class for which no number is left joins it.
        self._classes: dict[tuple[int, ...], int] = {(OPEN,) * 3: 0}
        self.words = self._fixed(np.append(np.uint8(missing), goals.fixed))
        rows = np.flatnonzero(goals.fixed == OPEN)
        if goals.stated is not None and len(rows):
            every = slice(0, len(goals.fixed)) if len(rows) == len(goals.fixed) else rows
            self.words[1:][every] = self._open(goals, goals.stated, every, goals.codes[every])
        self.undecided = self._fixed(np.full(1, OPEN, np.uint8))[0]
        self.outcomes = self._outcomes()

    def _class(self, outcomes: tuple[int, ...]) -> int:
        """Nine times the number of a class, so that a place among the nine may be added."""
        if outcomes not in self._classes and len(self._classes) == _CLASSES:
            return 0
        return self._classes.setdefault(outcomes, len(self._classes)) * _PLACES

    def _fixed(self, outcomes: Outcomes) -> Words:
        """The words of what comes to the same whatever is reached."""
        table = np.zeros(SIZE, np.uint8)
        for outcome in np.flatnonzero(np.bincount(outcomes)).tolist():
            # What is slow is left open here: other things are looked at before the records are.
            table[outcome] = 0 if outcome == SLOW else self._class((outcome,) * 3)
        far = np.full(SIZE, _FAR)
        return _packed(far, far, table)[outcomes]

    def _open(self, goals: Goals, stated: Stated, rows: Rows, codes: Codes) -> Words:
        """The words of goals that have thresholds."""
        size = max(goals.forms) + 1
        classes = np.zeros(size, np.uint8)
        shares, far = np.zeros((2, size)), np.full((2, size), _FAR)
        upper = np.zeros((2, size), bool)
        for code, form in goals.forms.items():
            # What is rounded first is not where it is compared.
            if goals.rounded or not _is_simple(form):
                continue
            gaps, ends = _outermost(form)
            classes[code] = self._class((*gaps, gaps[-1], gaps[-1])[:3])
            for place, end in enumerate(ends):
                shares[place, code], far[place, code] = end.times * _SHRINK, 0
                upper[place, code] = end.source == UPPER
        value, codes = stated.approximate(rows, upper=False), codes.astype(np.intp)
        thresholds = []
        for place in range(_MOST):
            found = value * np.take(shares[place], codes)
            at_upper = np.flatnonzero(np.take(upper[place], codes))
            if len(at_upper):
                chosen = at_upper if isinstance(rows, slice) else rows[at_upper]
                share = shares[place, codes[at_upper]]
                found[at_upper] = stated.approximate(chosen, upper=True) * share
            found += np.take(far[place], codes)
            thresholds.append(found)
        return _packed(thresholds[0], thresholds[1], np.take(classes, codes))

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
        found, short, spare = spares.words[:size], spares.short[:size], spares.spare[:size]
        np.take(words, places, out=found, mode="clip")
        values.into(short, spare)
        np.abs(short, out=spare)
        spare *= _NEAR
        spare += _LITTLE
        np.subtract(short, spare, out=spares.lower[:size])
        np.add(short, spare, out=spares.upper[:size])
        halves = found.view(np.float32).reshape(-1, 2)
        # The class in its last byte changes the second threshold by less than the bits that it took.
        spare[:] = halves[:, 0]
        out[:] = _passed(spare, spares)
        out *= 3
        spare[:] = halves[:, 1]
        out += _passed(spare, spares)
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

    def into(self, out: Short, spare: Short) -> None:
        """Write the results as short floats."""
        numbers = self.stated.value.part(self.rows)
        out[:] = numbers.low
        # Most tables hold small numbers that are not negative, and that is quickly seen.
        plain = not np.bitwise_or.reduce(numbers.high) and out.min() >= 0
        if not plain and numbers.wide.any():
            out[:] = approximate(numbers)
        np.take(self.weight, self.stated.unit.codes[self.rows], out=spare, mode="clip")
        out *= spare
