"""The numbers beside a verdict as columns: the gap, the completion ratio, or why there is none."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import attrs
import numpy as np
import numpy.typing as npt

from govtargets.arrow._assess_columns import Codes, Ints, Mask, Numbers
from govtargets.arrow._assess_forms import BETWEEN, DIRECTIONS
from govtargets.arrow._assess_gap import NEITHER, OVERFLOWN, RESULTS, differences, gap_comparators
from govtargets.arrow._assess_goals import Goals
from govtargets.arrow._assess_rule import FIRST_PROBLEM, Outcomes, number_of
from govtargets.arrow._assess_share import Shares, no_ratio, ratios
from govtargets.arrow._assess_stated import EXACT, Stated
from govtargets.arrow._assess_units import Measured
from govtargets.arrow._units import definition
from govtargets.policy import Bare, Policy
from govtargets.unit import Unit
from govtargets.verdict import Reason, Undefined, Verdict
from govtargets.vocabulary import Direction

__all__ = ["Beside", "beside"]

UNDEFINED: Final = tuple(Undefined)
_NUMBERLESS: Final = [
    number_of(each)
    for each in (Reason.NOT_STATED, Reason.QUALITATIVE, Reason.DELEGATED, Reason.REFERENCE_MISSING)
]
_JUDGED: Final = [
    number_of(each)
    for each in (
        Verdict.MET,
        Verdict.MISSED,
        Reason.DIRECTION_UNKNOWN,
        Reason.BOUNDED_ACHIEVEMENT,
        Reason.APPROXIMATE_ACHIEVEMENT,
        Reason.APPROXIMATE_ZONE,
    )
]
_UNKNOWN: Final = DIRECTIONS.index(None)
_TO_HIT: Final = DIRECTIONS.index(Direction.AT_TARGET)
_LOWER: Final = DIRECTIONS.index(Direction.LOWER)
_DIRECTION_UNKNOWN: Final = UNDEFINED.index(Undefined.DIRECTION_UNKNOWN)
_NO_FINITE: Final = UNDEFINED.index(Undefined.NO_FINITE_DECIMAL)


@attrs.frozen
class Beside:
    """What stands beside the verdicts of some rows.

    Attributes:
        comparator: How each gap is stated, -1 without one.
        number: The gaps, in billionths.
        unit: The place of each gap's unit in `units`.
        units: The units, before percentages become 个百分点.
        gap_reason: Why there is no gap, as a place in `UNDEFINED`; -1 where there is one.
        shares: The completion ratios.
        share_reason: Why there is no ratio; -1 where there is one.
        slow: The rows that only records can tell.
    """

    comparator: npt.NDArray[np.int8]
    number: Ints
    unit: Codes
    units: Sequence[Unit | None]
    gap_reason: npt.NDArray[np.int8]
    shares: Shares
    share_reason: npt.NDArray[np.int8]
    slow: Mask


@lru_cache(maxsize=4096)
def _own(unit: Unit | None) -> bool:
    """Whether the unit needs its definition beside it."""
    return unit is not None and definition(unit) is not None


class _Sides:
    """The two numbers of each pair of which the difference is asked, with their units."""

    def __init__(self, goals: Stated, at: Ints, upper: Mask, results: Stated, rows: Ints) -> None:
        self.wanted, self.wanted_unit = goals.value.take(at), goals.unit
        self.at = goals.unit.codes[at]
        if goals.upper is not None and goals.upper_unit is not None and upper.any():
            other, units = goals.upper.take(at), [*goals.unit.units, *goals.upper_unit.units]
            self.wanted = Numbers(
                np.where(upper, other.low, self.wanted.low),
                np.where(upper, other.high, self.wanted.high),
                None,
            )
            places = goals.upper_unit.codes[at] + np.int32(len(goals.unit.units))
            self.at = np.where(upper, places, self.at)
            self.wanted_unit = attrs.evolve(goals.unit, units=units)
        self.reached, self.reached_unit = results.value.take(rows), results.unit
        self.rows = results.unit.codes[rows]

    def slow(self) -> Mask:
        """The pairs with a number beyond 64 bits, or a unit that the shipped catalogue does not have."""
        found = self.wanted.wide | self.reached.wide
        for unit, codes in ((self.wanted_unit, self.at), (self.reached_unit, self.rows)):
            own = np.array([_own(each) for each in unit.units])
            if own.any():
                found |= own[codes]
        return found

    def only(self, rows: Ints) -> tuple[Numbers, Measured, Codes, Numbers, Measured, Codes]:
        """The arguments of what compares them, for some pairs."""
        reached, wanted = self.reached.take(rows), self.wanted.take(rows)
        return reached, self.reached_unit, self.rows[rows], wanted, self.wanted_unit, self.at[rows]


def beside(
    outcomes: Outcomes,
    at: Ints,
    goals: Goals,
    results: Stated | None,
    baseline: Mask,
    policy: Policy,
) -> Beside:
    """The gaps and ratios of some rows of a batch.

    Args:
        outcomes: What the rows come to.
        at: The target of each row, -1 without one.
        goals: The goals.
        results: The results, row for row.
        baseline: Which targets have a baseline.
        policy: How the words are read.
    """
    count = len(outcomes)
    reason = np.full(count, UNDEFINED.index(Undefined.NOT_COMPARABLE), np.int8)
    reason[outcomes >= FIRST_PROBLEM] = -1
    reason[np.isin(outcomes, _NUMBERLESS)] = UNDEFINED.index(Undefined.NO_NUMBER)
    nothing = np.zeros(count, np.int64)
    found = Beside(
        np.full(count, -1, np.int8),
        nothing,
        np.zeros(count, np.int32),
        [],
        reason,
        # No denominator is 0, so that one says that there is no ratio.
        Shares(nothing.copy(), nothing.copy(), np.zeros(count, bool)),
        reason.copy(),
        np.zeros(count, bool),
    )
    rows = np.flatnonzero(np.isin(outcomes, _JUDGED))
    if results is None or goals.stated is None or not len(rows):
        return found
    return _filled(found, rows, at[rows], goals, goals.stated, results, baseline, policy)


def _filled(
    found: Beside,
    rows: Ints,
    at: Ints,
    goals: Goals,
    stated: Stated,
    results: Stated,
    baseline: Mask,
    policy: Policy,
) -> Beside:
    way = goals.direction[at]
    ranges = stated.comparator[at] == BETWEEN
    aim = np.full(len(at), _TO_HIT, np.int8) if policy.bare is Bare.EQUALITY else way
    asks_direction = ranges & (aim == _UNKNOWN)
    for reasons in (found.gap_reason, found.share_reason):
        reasons[rows[asks_direction]] = _DIRECTION_UNKNOWN
    stated_as = gap_comparators(inclusive=policy.bounds_inclusive)[results.comparator[rows]]
    sides = _Sides(stated, at, ranges & (aim == _LOWER), results, rows)
    slow = ~asks_direction & (
        (ranges & (aim == _TO_HIT)) | (stated_as < 0) | sides.slow() | baseline[at]
    )
    left = np.flatnonzero(~asks_direction & ~slow)
    slow[left] |= _gaps(found, sides, rows, left, stated_as)
    slow[left] |= _ratios(found, sides, rows, left, way, results.comparator[rows] == EXACT)
    found.slow[rows[slow]] = True
    return attrs.evolve(found, units=[*sides.wanted_unit.units, *sides.reached_unit.units])


def _gaps(
    found: Beside, sides: _Sides, rows: Ints, left: Ints, stated_as: npt.NDArray[np.int8]
) -> Mask:
    """Fill in the gaps; where 64 bits don't hold them is returned."""
    gaps = differences(*sides.only(left))
    states = (gaps.unit != NEITHER) & (gaps.unit != OVERFLOWN)
    found.gap_reason[rows[left]] = np.where(states, np.int8(-1), np.int8(_NO_FINITE))
    found.comparator[rows[left]] = np.where(states, stated_as[left], np.int8(-1))
    found.number[rows[left]] = gaps.number
    own = sides.rows[left] + np.int32(len(sides.wanted_unit.units))
    found.unit[rows[left]] = np.where(gaps.unit == RESULTS, own, sides.at[left])
    overflown: Mask = gaps.unit == OVERFLOWN
    return overflown


def _ratios(
    found: Beside, sides: _Sides, rows: Ints, left: Ints, way: npt.NDArray[np.int8], exact: Mask
) -> Mask:
    """Fill in the completion ratios; where 64 bits don't hold them is returned."""
    wanted = sides.wanted.take(left)
    sign = np.sign(wanted.low).astype(np.int8)
    reason = no_ratio(way[left], sign, exact[left])
    found.share_reason[rows[left]] = reason
    there = left[reason < 0]
    shares = ratios(*sides.only(there))
    for into, values in (
        (found.shares.numerator, shares.numerator),
        (found.shares.denominator, shares.denominator),
        (found.shares.fits, shares.fits),
    ):
        into[rows[there]] = values
    overflown = np.zeros(len(left), bool)
    overflown[reason < 0] = ~shares.fits
    return overflown
