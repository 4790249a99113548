"""An oracle for verdicts that shares no code with the judgement: it tries exact worlds one by one.

A world is a value that the result may have, with a number that the reference may have. A reading
is one way to take the words of the goal. It works on fractions of the base unit and knows nothing
of intervals.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product

from govtargets import Bare, Bounds, Comparator, Direction, Policy, Quantity, Rounding, Tolerance

Reading = Callable[[Fraction], bool]
FAR = Fraction(10**9)
NEAR = Fraction(1, 10**6)


def reach(about: Tolerance, written: Quantity, value: Fraction) -> Fraction | None:
    """How far 左右 reaches around the value."""
    if about.share is not None:
        return abs(value) * about.share if value else None
    if about.amount is not None:
        same = about.amount.unit.kind is written.unit.kind
        points = (about.amount.unit.kind.id, written.unit.kind.id) == ("points", "ratio")
        return about.amount.base if same or points else None
    return step(written) / 2


def step(written: Quantity) -> Fraction:
    """One unit of the last written digit."""
    decimals = f"{written.magnitude:f}".partition(".")[2]
    return written.unit.factor / int(f"1{'0' * len(decimals)}")


def may_be(x: Fraction, stated: Bounds, policy: Policy) -> bool:
    """Whether a result that is stated like this may be x."""
    value = stated.value.base
    equal = x == value
    plain = {
        Comparator.EXACT: equal,
        Comparator.AT_LEAST: x > value or (policy.bounds_inclusive and equal),
        Comparator.AT_MOST: x < value or (policy.bounds_inclusive and equal),
        Comparator.ABOVE: x > value,
        Comparator.BELOW: x < value,
    }
    if stated.comparator in plain:
        return plain[stated.comparator]
    if stated.comparator is Comparator.BETWEEN:
        return _in_range(x, stated)
    return _vaguely(x, stated, policy)


def _in_range(x: Fraction, stated: Bounds) -> bool:
    assert stated.low is not None
    assert stated.high is not None
    low, high = stated.low.base, stated.high.base
    return (
        low < x < high
        or (x == low and stated.low_inclusive)
        or (x == high and stated.high_inclusive)
    )


def _vaguely(x: Fraction, stated: Bounds, policy: Policy) -> bool:
    value: Fraction = stated.value.base
    sign = 1 if value > 0 else -1
    if stated.comparator is Comparator.SOME_MORE:
        digits = f"{abs(stated.value.magnitude):f}".replace(".", "").rstrip("0")
        shown = f"{abs(stated.value.magnitude):f}".replace(".", "")
        last = step(stated.value) * int(f"1{'0' * (len(shown) - len(digits))}")
        return 0 < sign * (x - value) < last
    width = reach(policy.about, stated.value, value)
    if width is None:
        return True
    if stated.comparator is Comparator.ABOUT:
        return abs(x - value) <= width
    return 0 < sign * (value - x) < width or (width == 0 and x == value)


def directions(
    direction: Direction | None, comparator: Comparator, policy: Policy
) -> list[Direction]:
    """Every direction that the words may be read in."""
    if policy.bare is Bare.EQUALITY and comparator in {Comparator.EXACT, Comparator.BETWEEN}:
        return [Direction.AT_TARGET]
    return list(Direction) if direction is None else [direction]


def readings(goal: Bounds, direction: Direction | None, policy: Policy) -> Iterator[Reading]:
    """Every way to take a stated goal, sampled where they are infinitely many."""
    if goal.unit.kind.id == "rank":
        direction = Direction.LOWER
    for way in directions(direction, goal.comparator, policy):
        if goal.comparator is Comparator.BETWEEN:
            yield _range_reading(goal, way)
        else:
            yield from at(goal.comparator, goal.value.base, goal.value, way, policy)


def at(
    comparator: Comparator, value: Fraction, written: Quantity, way: Direction, policy: Policy
) -> Iterator[Reading]:
    """Every way to take a comparator with that number."""
    inclusive = policy.bounds_inclusive
    if comparator is Comparator.EXACT:
        yield _near(value, Fraction(0), way)
    elif comparator in {Comparator.ABOUT, Comparator.NEARLY}:
        width = reach(policy.about, written, value)
        if width is None:
            yield from (_near(value, wide, way) for wide in (Fraction(0), FAR * FAR))
        else:
            narrow = width if policy.about.satisfies else Fraction(0)
            yield from (_near(value, wide, way) for wide in {narrow, width})
    else:
        yield _floor_or_ceiling(comparator, value, inclusive=inclusive)


def _floor_or_ceiling(comparator: Comparator, value: Fraction, *, inclusive: bool) -> Reading:
    if comparator is Comparator.AT_LEAST:
        return lambda x: x > value or (inclusive and x == value)
    if comparator is Comparator.AT_MOST:
        return lambda x: x < value or (inclusive and x == value)
    if comparator is Comparator.ABOVE or (comparator is Comparator.SOME_MORE and value > 0):
        return lambda x: x > value
    return lambda x: x < value


def _near(value: Fraction, width: Fraction, way: Direction) -> Reading:
    if way is Direction.HIGHER:
        return lambda x: x >= value - width
    if way is Direction.LOWER:
        return lambda x: x <= value + width
    return lambda x: abs(x - value) <= width


def _range_reading(goal: Bounds, way: Direction) -> Reading:
    assert goal.low is not None
    assert goal.high is not None
    low, high = goal.low.base, goal.high.base
    if way is Direction.HIGHER:
        return lambda x: x > low or (goal.low_inclusive and x == low)
    if way is Direction.LOWER:
        return lambda x: x < high or (goal.high_inclusive and x == high)
    return lambda x: _in_range(x, goal)


def worlds(stated: Bounds, policy: Policy, critical: set[Fraction]) -> list[Fraction]:
    """Sampled values that the result may have: around everything where a verdict could change."""
    points = set(critical)
    for end in (stated.low, stated.high):
        if end is not None:
            points |= around(end, policy)
    points |= {-FAR, FAR, Fraction(0)}
    points |= {(a + b) / 2 for a, b in product(points, repeat=2)}
    points |= {point + side * NEAR for point in points for side in (-1, 1)}
    return [point for point in points if may_be(point, stated, policy)]


def around(written: Quantity, policy: Policy) -> set[Fraction]:
    """The values around a number where something may change."""
    value = written.base
    width = reach(policy.about, written, value) or Fraction(0)
    return {value, value - width, value + width, value - step(written), value + step(written)}


def rounded(x: Fraction, goal: Bounds, policy: Policy) -> Fraction:
    """The value as it is compared: half to even at the goal's last digit, or as it is."""
    if policy.rounding is Rounding.FULL_VALUE:
        return x
    unit = min(step(end) for end in (goal.low, goal.high) if end is not None)
    whole, rest = divmod(x, unit)
    up = rest * 2 > unit or (rest * 2 == unit and whole % 2 == 1)
    return (whole + up) * unit
