"""Stated numbers as columns: which form each row has, what is wrong with it, and the ends that a policy gives it."""

from typing import Final

import attrs
import numpy as np
import numpy.typing as npt

from govtargets.arrow._assess_columns import (
    Codes,
    Floats,
    Ints,
    Mask,
    Numbers,
    Rows,
    among,
)
from govtargets.arrow._assess_exact import Scaled, approximate, order
from govtargets.arrow._assess_forms import BETWEEN, COMPARATORS, NOWHERE, UPPER, Forms, form_code
from govtargets.arrow._assess_units import Measured
from govtargets.comparator import Comparator

__all__ = ["EXACT", "NONE", "STRANGE", "Edge", "Stated"]

EXACT: Final = COMPARATORS.index(Comparator.EXACT)
# In place of a comparator: none is given, or one that nobody knows.
NONE: Final = len(COMPARATORS)
STRANGE: Final = NONE + 1
_SOME_MORE: Final = COMPARATORS.index(Comparator.SOME_MORE)
_NEVER_ZERO: Final = np.array(
    [*(each in {Comparator.NEARLY, Comparator.SOME_MORE} for each in COMPARATORS), False, False]
)
_DECIMALS: Final = 9
_BOTH_CLOSED: Final = 3
_TENS: Final = np.array([10**power for power in range(19)], np.int64)


@attrs.frozen
class Edge:
    """One end of a set, for some rows: where there is one, which number it is, and whether it is left out."""

    present: Mask
    number: Scaled
    open: Mask
    # Where the number needs the size of a last digit that 64 bits don't hold.
    lost: Mask | None = None


@attrs.frozen
class Stated:
    """One stated number a row, as columns.

    Attributes:
        comparator: The place of each row's comparator, `NONE` or `STRANGE`.
        value: The number, or the lower one of a range.
        upper: The upper number of a range; `None` where no row has one.
        unit: The units of the numbers.
        upper_unit: The units of the upper numbers.
        digits: How many decimals each number was written with; -128 where that is absent.
        upper_digits: The same of the upper numbers.
        all_exact: Whether every row states an exact number.
        closed: For a range, 1 where it holds its lower end plus 2 where it holds its upper end; -1
            where it is not said.
    """

    comparator: Codes
    value: Numbers
    unit: Measured
    digits: npt.NDArray[np.int8]
    closed: npt.NDArray[np.int8]
    upper: Numbers | None
    upper_unit: Measured | None
    upper_digits: npt.NDArray[np.int8]
    all_exact: bool

    def at(self, rows: Ints) -> "Stated":
        """Some rows by their places."""
        upper_unit = self.upper_unit
        if upper_unit is not None:
            upper_unit = attrs.evolve(upper_unit, codes=upper_unit.codes[rows])
        return attrs.evolve(
            self,
            comparator=_picked(self.comparator, rows),
            value=self.value.at(rows),
            unit=attrs.evolve(self.unit, codes=self.unit.codes[rows]),
            digits=_picked(self.digits, rows),
            closed=_picked(self.closed, rows),
            upper=None if self.upper is None else self.upper.at(rows),
            upper_unit=upper_unit,
            upper_digits=_picked(self.upper_digits, rows),
        )

    def scaled(self, rows: Rows) -> Scaled:
        """The numbers with the weights of their units."""
        return Scaled(self.value.take(rows), self.unit.weight[self.unit.codes[rows]])

    def sign(self, rows: Rows) -> npt.NDArray[np.int8]:
        """The sign of each number."""
        low, high = self.value.low[rows], self.value.high[rows]
        nonzero = (high | low) != 0
        found: npt.NDArray[np.int8] = nonzero.view(np.int8) - ((high < 0).view(np.int8) << 1)
        return found

    def codes(self, rows: Rows, direction: npt.NDArray[np.int8] | int = 0) -> Codes:
        """The form of some rows that are sound."""
        comparator = self.comparator[rows]
        closed = np.where(comparator == BETWEEN, self.closed[rows], np.int8(0))
        found: Codes = form_code(comparator.astype(np.int16), direction, self.sign(rows), closed)
        return found

    def approximate(self, rows: Rows, *, upper: bool) -> Floats:
        """The numbers in grains as floats, or the upper ones of ranges."""
        numbers, unit = (self.upper, self.upper_unit) if upper else (self.value, self.unit)
        assert numbers is not None  # noqa: S101  upper ones are asked of ranges only
        assert unit is not None  # noqa: S101  the same
        weight = np.take(unit.weight.astype(np.float64), unit.codes[rows])
        return approximate(numbers.take(rows)) * weight

    def sound(self, rows: Rows) -> Mask:
        """The rows that are complete and don't contradict themselves, as far as the judgement looks."""
        if self.all_exact and self.upper is None and not self.closed.strides[0]:
            return _whole(self.value, self.unit, rows)
        comparator = self.comparator[rows]
        ranges = comparator == BETWEEN
        found: Mask = (comparator < NONE) & _whole(self.value, self.unit, rows)
        found &= (self.closed[rows] >= 0) == ranges
        vague = np.flatnonzero(np.take(_NEVER_ZERO, comparator) & found)
        found[vague] = self.sign(among(rows, vague)) != 0
        if self.upper is None or self.upper_unit is None:
            found &= ~ranges
            return found
        found &= _whole(self.upper, self.upper_unit, rows) == ranges
        # A range without weights is left to the slow way, which reads it like any record.
        both = np.flatnonzero(found & ranges & self.weighed(rows))
        found[both] = self._in_order(among(rows, both))
        return found

    def _in_order(self, rows: Ints) -> Mask:
        """The ranges that hold anything."""
        low, high = self.ends_as_stated(rows)
        signs = order(low, high)
        alike = self.unit.kind[self.unit.codes[rows]] == self.upper_kind(rows)
        ordered: Mask = alike & (signs != 1) & ((signs != 0) | (self.closed[rows] == _BOTH_CLOSED))
        return ordered

    def upper_kind(self, rows: Rows) -> Codes:
        """The kinds of upper numbers."""
        assert self.upper_unit is not None  # noqa: S101  asked of ranges only
        return self.upper_unit.kind[self.upper_unit.codes[rows]]

    def ends_as_stated(self, rows: Rows) -> tuple[Scaled, Scaled]:
        """Both numbers of ranges."""
        assert self.upper is not None  # noqa: S101  asked of ranges only
        assert self.upper_unit is not None  # noqa: S101  the same
        upper = self.upper_unit.weight[self.upper_unit.codes[rows]]
        return self.scaled(rows), Scaled(self.upper.take(rows), upper)

    def weighed(self, rows: Rows) -> Mask:
        """The rows whose units have weights."""
        known = self.unit.weight > 0
        codes = self.unit.codes[rows]
        found: Mask = np.ones(len(codes), bool) if known.all() else known[codes]
        if self.upper is not None and self.upper_unit is not None:
            ranges = np.flatnonzero(self.comparator[rows] == BETWEEN)
            some = among(rows, ranges)
            narrow = ~self.value.take(some).wide & ~self.upper.take(some).wide
            found[ranges] &= narrow & (self.upper_unit.weight > 0)[self.upper_unit.codes[some]]
        return found

    def edge(self, rows: Rows, codes: Ints, forms: Forms, end: int) -> Edge:
        """One end of the sets that the forms give to some rows."""
        present = np.take(forms.source[:, end], codes) != NOWHERE
        number, lost = self.threshold(rows, codes, forms, end, self.scaled(rows))
        return Edge(present, number, np.take(forms.open[:, end], codes), lost)

    def threshold(
        self, rows: Rows, codes: Ints, forms: Forms, end: int, given: Scaled
    ) -> tuple[Scaled, Mask | None]:
        """Where that end lies, and where the size of a last digit that it needs fits no 64 bits.

        Args:
            rows: Some rows.
            codes: Their forms.
            forms: All forms.
            end: Which end.
            given: What the rows state, a range its lower number.
        """
        chosen, weight = given.numbers, given.weight
        if self.upper is not None and self.upper_unit is not None:
            at_upper = np.flatnonzero(np.take(forms.source[:, end], codes) == UPPER)
            if len(at_upper):
                some = among(rows, at_upper)
                low, high, weight = chosen.low.copy(), chosen.high.copy(), weight.copy()
                low[at_upper], high[at_upper] = self.upper.low[some], self.upper.high[some]
                weight[at_upper] = self.upper_unit.weight[self.upper_unit.codes[some]]
                chosen = Numbers(low, high, None)
        number = Scaled(chosen, weight * np.take(forms.times[:, end], codes))
        steps = np.take(forms.steps[:, end], codes)
        if not steps.any():
            return number, None
        step = self.step(rows)
        signed = np.where(steps < 0, -step, step)
        number = attrs.evolve(number, step=signed, step_weight=weight * np.abs(steps))
        return number, (steps != 0) & (step == 0)

    def last_digit(self, rows: Rows) -> Ints:
        """One unit of the last written digit, in billionths, of a range the smaller; 0 where 64 bits don't tell."""
        found = _last_digit(self.digits[rows])
        ranges = np.flatnonzero(self.comparator[rows] == BETWEEN)
        if self.upper is None or self.upper_unit is None or not len(ranges):
            return found
        some = among(rows, ranges)
        other = _last_digit(self.upper_digits[some])
        own, upper = (unit.weight[unit.codes[some]] for unit in (self.unit, self.upper_unit))
        # A row of which the upper number contradicts its digits is left to records, which refuse it.
        fits = (own == upper) & (other > 0)
        fits &= (self.upper.low[some] % np.maximum(other, 1) == 0) & ~self.upper.take(some).wide
        found[ranges] = np.where(fits, np.minimum(found[ranges], other), 0)
        return found

    def step(self, rows: Rows) -> Ints:
        """One unit of the last digit that counts, in billionths; 0 where no 64 bits hold it."""
        found = self.last_digit(rows)
        vague = self.comparator[rows] == _SOME_MORE
        if vague.any():
            found = np.where(vague, last_nonzero(self.value.take(rows)), found)
        return found


def _last_digit(digits: npt.NDArray[np.int8]) -> Ints:
    written = np.clip(_DECIMALS - digits.astype(np.int64), -1, len(_TENS))
    fits = (written >= 0) & (written < len(_TENS))
    return np.where(fits, np.take(_TENS, written, mode="clip"), 0)


def last_nonzero(values: Numbers) -> Ints:
    """One unit of the last digit that is not zero, in billionths; 0 for numbers beyond 64 bits, and for 0."""
    rest, found = values.low.copy(), np.ones(len(values.low), np.int64)
    for power in (16, 8, 4, 2, 1):
        whole = rest % _TENS[power] == 0
        rest[whole] //= _TENS[power]
        found[whole] *= _TENS[power]
    found[values.wide | (values.low == 0)] = 0
    return found


def _picked(values: npt.NDArray[np.int8], rows: Ints) -> npt.NDArray[np.int8]:
    """Some of the values; what is the same for every row stays so, without room."""
    return values[rows] if values.strides[0] else np.broadcast_to(values[:1], len(rows))


def _whole(values: Numbers, unit: Measured, rows: Rows) -> Mask:
    known: Mask = np.take(unit.kind >= 0, unit.codes[rows])
    return known if values.present is None else known & values.present[rows]
