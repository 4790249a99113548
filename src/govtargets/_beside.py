"""The numbers beside a verdict: gap and completion ratio, exact or `None` with the reason."""

from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from govtargets._exact import DECIMALS, FITS, ONE
from govtargets._reading import BETWEEN, EXACT, HIGHER, LOWER, Edges, Key, moved
from govtargets.bounds import Bounds, unchecked
from govtargets.comparator import Comparator
from govtargets.kind import Kind
from govtargets.quantity import Quantity, weighed
from govtargets.unit import Unit
from govtargets.verdict import Undefined
from govtargets.vocabulary import Direction

__all__ = [
    "Stated",
    "completion",
    "distance",
    "gap",
    "points_of",
    "stated_between",
    "totalled",
    "worded",
]

# As many billionths as no decimal128(38, 9) holds.
_TOO_MANY: Final = int(f"1{'0' * 38}")
# The differences of rates have units of their own, numerically those of the rates.
_POINTS: Final = {"%": Unit("个百分点"), "‰": Unit("个千分点"), "‱": Unit("个基点")}


class Stated(NamedTuple):
    """What a result is measured against: the number or numbers that the goal states, their unit.

    Inside a range that is to be hit there is no gap: its ends are not one number that is unknown.
    """

    values: Edges
    unit: Unit
    zero_inside: bool = False


def stated_between(goal: Bounds, direction: Direction | None) -> Stated | Undefined:
    """The number from which a gap counts: for a range its low end, its high end or both."""
    value = goal.value
    key = value.key
    if goal.comparator is not BETWEEN or direction is HIGHER:
        return Stated((key, key, False, False), value.unit)
    high = goal.high
    assert high is not None  # noqa: S101  a range has both ends
    if direction is LOWER:
        return Stated((high.key, high.key, False, False), high.unit)
    if direction is None:
        return Undefined.DIRECTION_UNKNOWN
    return Stated((key, high.key, False, False), value.unit, zero_inside=True)


def gap(known: Edges, stated: Stated, unit: Unit) -> Bounds | Undefined:
    """Achievement minus stated value, in the goal's unit or else in the achievement's, `unit`."""
    low, high = known[:2]
    first, last = stated.values[:2]
    if low == high and first == last and low is not None and first is not None:
        # Most pairs are two numbers, and need no set of differences.
        value = _in(low - first, *points_of(stated.unit))
        if value is not None:
            return unchecked(EXACT, value, value, (True, True))
    return worded(distance(known, stated), stated.unit, unit)


def distance(known: Edges, stated: Stated) -> Edges:
    """Every known value minus the stated one."""
    values = stated.values
    first, last, _, _ = values
    if stated.zero_inside:
        return _outside(known, values)
    if first is not None and first == last:
        return moved(known, -first)
    low, high, low_open, high_open = known
    return (
        None if low is None or last is None else low - last,
        None if high is None or first is None else high - first,
        low_open or values[3],
        high_open or values[2],
    )


def _outside(known: Edges, values: Edges) -> Edges:
    """How far the known values lie from the nearest end of a range, 0 inside it."""
    low, high, low_open, high_open = known
    first, last, _, _ = values
    assert first is not None  # noqa: S101  a stated range has both ends
    assert last is not None  # noqa: S101  the same
    # An open end that falls inside the range is at distance 0, which its neighbours have too.
    return (
        None if low is None else _beyond(low, first, last),
        None if high is None else _beyond(high, first, last),
        low_open and (low is None or not first <= low < last),
        high_open and (high is None or not first < high <= last),
    )


def _beyond(value: Key, first: Key, last: Key) -> Key:
    return value - first if value < first else max(value - last, 0)


def worded(edges: Edges, unit: Unit, other: Unit) -> Bounds | Undefined:
    """A set of differences as a stated number, in the first of two units that states it exactly."""
    low, high = edges[:2]
    if low is None and high is None:
        return Undefined.UNBOUNDED
    found = _stated(edges, points_of(unit))
    if found is None and other is not unit:
        found = _stated(edges, points_of(other))
    return Undefined.NO_FINITE_DECIMAL if found is None else found


def totalled(edges: Edges, unit: Unit) -> Bounds | None:
    """A set of values as a stated number in that unit, `None` without an end or finite digits."""
    if edges[0] is None and edges[1] is None:
        return None
    return _stated(edges, (unit.grains, unit))


def points_of(unit: Unit) -> tuple[Key, Unit]:
    """The grains and the unit of differences: rates differ by points."""
    if unit.kind.id != "ratio":
        return unit.grains, unit
    points = _POINTS.get(unit.symbol)
    return (unit.kind.grain, _POINTS["%"]) if points is None else (unit.grains, points)


def _stated(edges: Edges, shown: tuple[Key, Unit]) -> Bounds | None:
    first, last, low_open, high_open = edges
    low = None if first is None else _in(first, *shown)
    if first == last and low is not None:
        return unchecked(EXACT, low, low, (True, True))
    high = None if last is None else _in(last, *shown)
    if (low is None) != (first is None) or (high is None) != (last is None):
        return None
    if low is not None and high is not None:
        comparator = BETWEEN
    elif low is not None:
        comparator = Comparator.ABOVE if low_open else Comparator.AT_LEAST
    else:
        comparator = Comparator.BELOW if high_open else Comparator.AT_MOST
    return unchecked(comparator, low, high, (not low_open, not high_open))


def _in(key: Key, grains: Key, shown: Unit) -> Quantity | None:
    """That many grains in the unit; `None` where its digits do not fit."""
    billionths, rest = divmod(key, grains)
    if rest or abs(billionths) >= _TOO_MANY:
        return None
    units, rest = divmod(billionths, ONE)
    number = Decimal(units)
    if rest:
        number = FITS.normalize(FITS.scaleb(Decimal(billionths), -DECIMALS))
    return weighed(number, shown, billionths * shown.grains)


def completion(
    known: Edges, stated: Stated, baseline: Bounds | None, direction: Direction | None, kind: Kind
) -> Fraction | Undefined:
    """The share of the way that is done: (a - b) / (v - b) with a baseline, else a / v.

    Without a baseline that means something only for a rise where higher is better and for a fall
    where lower is.
    """
    reached, value = known[0], stated.values[0]
    if reached is None or reached != known[1]:
        return Undefined.INEXACT_ACHIEVEMENT
    if value is None or value != stated.values[1]:
        return Undefined.GOAL_IS_RANGE if stated.zero_inside else Undefined.INEXACT_REFERENCE
    if baseline is not None:
        return _from_baseline(reached, value, baseline, kind)
    if direction is HIGHER and value > 0:
        return Fraction(reached, value)
    if direction is LOWER and value < 0:
        return Fraction(reached, value)
    return _without_ratio(value, direction)


def _from_baseline(reached: Key, value: Key, baseline: Bounds, kind: Kind) -> Fraction | Undefined:
    if baseline.kind is not kind:
        return Undefined.BASELINE_UNIT
    if baseline.comparator is not EXACT:
        return Undefined.INEXACT_BASELINE
    start = baseline.value.key
    if start == value:
        return Undefined.BASELINE_IS_TARGET
    return Fraction(reached - start, value - start)


def _without_ratio(value: Key, direction: Direction | None) -> Undefined:
    if direction is None:
        return Undefined.DIRECTION_UNKNOWN
    if direction is Direction.AT_TARGET:
        return Undefined.LEVEL_TO_HIT
    if value == 0:
        return Undefined.ZERO_TARGET
    return Undefined.NEGATIVE_TARGET if direction is HIGHER else Undefined.NOT_A_FALL
