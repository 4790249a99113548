"""The numbers beside a verdict: the gap and the completion ratio, exact or `None` with the reason."""

from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from govtargets._exact import DECIMALS, FITS, ONE
from govtargets._reading import Edges, Key
from govtargets.bounds import Bounds
from govtargets.comparator import Comparator
from govtargets.errors import InvalidValueError
from govtargets.quantity import Quantity
from govtargets.unit import Unit
from govtargets.verdict import Undefined
from govtargets.vocabulary import Direction

__all__ = ["Stated", "completion", "distance", "gap", "stated_between", "worded"]

_POINTS: Final = Unit("个百分点")


class Stated(NamedTuple):
    """What a result is measured against: the number or numbers that the goal states, and their unit."""

    values: Edges
    unit: Unit
    # Inside a range that is to be hit there is no gap, so its ends are two values and not one unknown one.
    zero_inside: bool = False


def stated_between(goal: Bounds, direction: Direction | None) -> Stated | Undefined:
    """The number of a goal from which a gap counts: for a range the end on the good side's far edge."""
    value = goal.value
    if goal.comparator is not Comparator.BETWEEN:
        return Stated(Edges(value.key, value.key), value.unit)
    high = goal.high
    assert high is not None  # noqa: S101  a range has both ends
    if direction is Direction.HIGHER:
        return Stated(Edges(value.key, value.key), value.unit)
    if direction is Direction.LOWER:
        return Stated(Edges(high.key, high.key), high.unit)
    if direction is None:
        return Undefined.DIRECTION_UNKNOWN
    return Stated(Edges(value.key, high.key), value.unit, zero_inside=True)


def gap(known: Edges, stated: Stated, unit: Unit) -> Bounds | Undefined:
    """Achievement minus stated value, in the goal's unit or else in the achievement's, `unit`."""
    return worded(distance(known, stated), (stated.unit, unit))


def distance(known: Edges, stated: Stated) -> Edges:
    """Every known value minus the stated one."""
    if stated.zero_inside:
        return _outside(known, stated.values)
    if stated.values.low == stated.values.high and stated.values.low is not None:
        return known.moved(-stated.values.low)
    return _difference(known, stated.values)


def _difference(known: Edges, values: Edges) -> Edges:
    """Every difference between one of the known values and one of the stated ones."""
    return Edges(
        None if known.low is None or values.high is None else known.low - values.high,
        None if known.high is None or values.low is None else known.high - values.low,
        known.low_open or values.high_open,
        known.high_open or values.low_open,
    )


def _outside(known: Edges, values: Edges) -> Edges:
    """How far the known values lie from the nearest end of a range, 0 inside it."""
    first, last = values.low, values.high
    assert first is not None  # noqa: S101  a stated range has both ends
    assert last is not None  # noqa: S101  the same
    low = None if known.low is None else _beyond(known.low, first, last)
    high = None if known.high is None else _beyond(known.high, first, last)
    # An open end that falls inside the range is at distance 0, which its neighbours have too.
    low_open = known.low_open and (known.low is None or not first <= known.low < last)
    high_open = known.high_open and (known.high is None or not first < known.high <= last)
    return Edges(low, high, low_open, high_open)


def _beyond(value: Key, first: Key, last: Key) -> Key:
    return value - first if value < first else max(value - last, 0)


def worded(ends: Edges, units: tuple[Unit, ...]) -> Bounds | Undefined:
    """The set as a stated number, in the first of the units that states every end exactly."""
    if ends.low is None and ends.high is None:
        return Undefined.UNBOUNDED
    for unit in units:
        low, high = (None if end is None else _in(end, unit) for end in ends[:2])
        if (low is None) == (ends.low is None) and (high is None) == (ends.high is None):
            return _bounds(low, high, ends)
    return Undefined.NO_FINITE_DECIMAL


def _bounds(low: Quantity | None, high: Quantity | None, ends: Edges) -> Bounds:
    if low is None:
        assert high is not None  # noqa: S101  the caller has an end
        return Bounds.below(high) if ends.high_open else Bounds.at_most(high)
    if high is None:
        return Bounds.above(low) if ends.low_open else Bounds.at_least(low)
    if ends.low == ends.high:
        return Bounds.exact(low)
    return Bounds.between(
        low, high, low_inclusive=not ends.low_open, high_inclusive=not ends.high_open
    )


def _in(key: Key, unit: Unit) -> Quantity | None:
    """A difference in that unit, percentages as 个百分点; `None` where its digits do not fit."""
    grains, shown = unit.grains, unit
    if unit.kind.id == "ratio":
        grains, shown = unit.kind.grain, _POINTS
    billionths, rest = divmod(key, grains)
    if rest:
        return None
    try:
        return Quantity(_decimal(int(billionths)), shown)
    except (InvalidValueError, ArithmeticError):
        return None


def _decimal(billionths: int) -> Decimal:
    units, rest = divmod(billionths, ONE)
    if not rest:
        return Decimal(units)
    return FITS.normalize(FITS.scaleb(Decimal(billionths), -DECIMALS))


def completion(
    known: Edges, stated: Stated, baseline: Bounds | None, direction: Direction | None, kind: object
) -> Fraction | Undefined:
    """The share of the way that is done: (a - b) / (v - b) with a baseline, else a / v where that means anything."""
    reached, value = known.low, stated.values.low
    if reached is None or reached != known.high:
        return Undefined.INEXACT_ACHIEVEMENT
    if value is None or value != stated.values.high:
        return Undefined.GOAL_IS_RANGE if stated.zero_inside else Undefined.INEXACT_REFERENCE
    if baseline is not None:
        return _from_baseline(reached, value, baseline, kind)
    undefined = _without_baseline(value, direction)
    return Fraction(reached, value) if undefined is None else undefined


def _from_baseline(
    reached: Key, value: Key, baseline: Bounds, kind: object
) -> Fraction | Undefined:
    if baseline.kind is not kind:
        return Undefined.BASELINE_UNIT
    if baseline.comparator is not Comparator.EXACT:
        return Undefined.INEXACT_BASELINE
    start = baseline.value.key
    if start == value:
        return Undefined.BASELINE_IS_TARGET
    return Fraction(reached - start, value - start)


def _without_baseline(value: Key, direction: Direction | None) -> Undefined | None:
    if direction is None:
        return Undefined.DIRECTION_UNKNOWN
    if direction is Direction.AT_TARGET:
        return Undefined.LEVEL_TO_HIT
    if value == 0:
        return Undefined.ZERO_TARGET
    if direction is Direction.HIGHER:
        return Undefined.NEGATIVE_TARGET if value < 0 else None
    return Undefined.NOT_A_FALL if value > 0 else None
