"""How a stated number becomes sets of exact values, on the integers behind quantities.

The rules are those of the table of comparators; `govtargets.policy` publishes them. A set is a
plain tuple of its two ends and whether they are left out, since a judgement makes many of them.
"""

from fractions import Fraction
from typing import Final, NamedTuple

from govtargets.bounds import Bounds
from govtargets.comparator import Comparator
from govtargets.quantity import Quantity
from govtargets.tolerance import Tolerance, last_nonzero_digit
from govtargets.vocabulary import Direction

__all__ = [
    "APPROXIMATE",
    "BETWEEN",
    "EVERYTHING",
    "EXACT",
    "HIGHER",
    "LOWER",
    "NOTHING",
    "Edges",
    "Key",
    "Manner",
    "Read",
    "across",
    "apart",
    "inside",
    "known",
    "mirrored",
    "moved",
    "rounded",
    "wanted",
]

Key = int | Fraction
# Low end, high end, low end left out, high end left out; `None` is unbounded, and then left out.
Edges = tuple[Key | None, Key | None, bool, bool]
# What certainly satisfies a goal, and what possibly does.
Read = tuple[Edges, Edges]

EVERYTHING: Final[Edges] = (None, None, True, True)
NOTHING: Final[Edges] = (0, 0, True, True)
# Tuples, because looking an enumeration up in a set hashes it in Python.
# Names of their own: every judgement asks for some, and an enumeration finds its members slowly.
EXACT: Final = Comparator.EXACT
BETWEEN: Final = Comparator.BETWEEN
AT_LEAST: Final = Comparator.AT_LEAST
ABOVE: Final = Comparator.ABOVE
BELOW: Final = Comparator.BELOW
AT_MOST: Final = Comparator.AT_MOST
ABOUT: Final = Comparator.ABOUT
SOME_MORE: Final = Comparator.SOME_MORE
HIGHER: Final = Direction.HIGHER
LOWER: Final = Direction.LOWER
APPROXIMATE: Final = (ABOUT, Comparator.NEARLY)


class Manner(NamedTuple):
    """How goals are read under a policy; `bare` says that the direction reads a bare number."""

    direction: Direction | None
    about: Tolerance
    bare: bool
    inclusive: bool


def moved(edges: Edges, by: Key) -> Edges:
    """The set with every value moved by that much."""
    low, high, low_open, high_open = edges
    return (
        None if low is None else low + by,
        None if high is None else high + by,
        low_open,
        high_open,
    )


def mirrored(edges: Edges) -> Edges:
    """The set of the negative values."""
    low, high, low_open, high_open = edges
    return (None if high is None else -high, None if low is None else -low, high_open, low_open)


def _bound(comparator: Comparator, key: Key, *, inclusive: bool) -> Edges | None:
    """The set that a floor or ceiling states, `None` for every other comparator."""
    if comparator is AT_LEAST:
        return key, None, not inclusive, True
    if comparator is AT_MOST:
        return None, key, True, not inclusive
    if comparator is ABOVE:
        return key, None, True, True
    if comparator is BELOW:
        return None, key, True, True
    return None


def known(bounds: Bounds, about: Tolerance, *, inclusive: bool) -> Edges:
    """What is known of a value that is stated like this."""
    comparator = bounds.comparator
    if comparator is BETWEEN:
        return _range(bounds)
    value = bounds.value
    key = value.key
    if comparator is EXACT:
        return key, key, False, False
    found = _bound(comparator, key, inclusive=inclusive)
    return found if found is not None else _vague(comparator, value, about)


def _range(bounds: Bounds) -> Edges:
    assert bounds.low is not None  # noqa: S101  a range has both ends
    assert bounds.high is not None  # noqa: S101  the same
    return bounds.low.key, bounds.high.key, not bounds.low_inclusive, not bounds.high_inclusive


def _vague(comparator: Comparator, value: Quantity, about: Tolerance) -> Edges:
    key = value.key
    if comparator is SOME_MORE:
        step = last_nonzero_digit(value)
        return _between_open(key, key + step if key > 0 else key - step)
    reach = about.reach_of(value, key)
    if reach is None:
        return EVERYTHING
    if comparator is ABOUT:
        return key - reach, key + reach, False, False
    return _between_open(key, key - reach if key > 0 else key + reach)


def _between_open(one: Key, two: Key) -> Edges:
    if one == two:  # no reach at all leaves the number itself
        return one, one, False, False
    return min(one, two), max(one, two), True, True


def wanted(bounds: Bounds, manner: Manner) -> Read:
    """What a goal that is stated like this asks for."""
    comparator = bounds.comparator
    if comparator is BETWEEN:
        edges = _range(bounds)
        return _open_ended(edges, edges, manner.direction) if manner.bare else (edges, edges)
    value = bounds.value
    return _at(comparator, value.key, value, manner)


def _at(comparator: Comparator, key: Key, written: Quantity, manner: Manner) -> Read:
    """The reading at the number `key`, written like `written`."""
    if comparator is EXACT:
        point = (key, key, False, False)
        return _open_ended(point, point, manner.direction) if manner.bare else (point, point)
    if comparator in APPROXIMATE:
        return _approximate(key, manner.about.reach_of(written, key), manner)
    edges = _bound(comparator, key, inclusive=manner.inclusive)
    if edges is None:  # 多 and 余: past the number, away from zero
        edges = (key, None, True, True) if key > 0 else (None, key, True, True)
    return edges, edges


def _approximate(key: Key, reach: Key | None, manner: Manner) -> Read:
    point = (key, key, False, False)
    if reach is None:
        return _sided(point, manner.direction), EVERYTHING
    zone = (key - reach, key + reach, False, False)
    return _open_ended(zone if manner.about.satisfies else point, zone, manner.direction)


def _open_ended(certain: Edges, possible: Edges, direction: Direction | None) -> Read:
    if direction is None:
        # The intersection of floor, ceiling and equality is equality; their union is everything.
        return certain, EVERYTHING
    one = _sided(certain, direction)
    return one, (one if certain is possible else _sided(possible, direction))


def _sided(edges: Edges, direction: Direction | None) -> Edges:
    """The set with its good side added."""
    low, high, low_open, high_open = edges
    if direction is HIGHER:
        return low, None, low_open, True
    if direction is LOWER:
        return None, high, True, high_open
    return edges


def across(comparator: Comparator, values: Edges, written: Quantity, manner: Manner) -> Read:
    """The reading over every number that a reference may be.

    Certain is what satisfies it for all of them, possible what does for one of them. Every end of
    a reading moves up with the number, so the outermost numbers decide.
    """
    first, last = values[:2]
    low = _at(comparator, first or 0, written, manner)
    high = _at(comparator, last or 0, written, manner)
    certain = _for_all(low[0], high[0], values)
    if comparator in APPROXIMATE and manner.about.share is not None and _holds_zero(first, last):
        return certain, EVERYTHING
    return certain, _for_one(low[1], high[1], values)


def _holds_zero(first: Key | None, last: Key | None) -> bool:
    return not ((first is not None and first > 0) or (last is not None and last < 0))


def _for_all(at_low: Edges, at_high: Edges, values: Edges) -> Edges:
    """The intersection; an end that no number attains is closed, since each one asks for less."""
    first, last, first_open, last_open = values
    low, low_open = at_high[0], at_high[2]
    high, high_open = at_low[1], at_low[3]
    if (last is None and low is not None) or (first is None and high is not None):
        return NOTHING
    return (
        low,
        high,
        low is None or (low_open and not last_open),
        high is None or (high_open and not first_open),
    )


def _for_one(at_low: Edges, at_high: Edges, values: Edges) -> Edges:
    """The union; an end that no number attains is open."""
    first, last, first_open, last_open = values
    return (
        None if first is None else at_low[0],
        None if last is None else at_high[1],
        at_low[2] or first_open,
        at_high[3] or last_open,
    )


def rounded(edges: Edges, step: Key) -> Edges:
    """The ends rounded half to even to multiples of `step`; a rounded end is closed."""
    low, high = (None if end is None else round(Fraction(end) / step) * step for end in edges[:2])
    return low, high, low is None, high is None


def inside(one: Edges, other: Edges) -> bool:
    """Whether every value of the first, which has one, belongs to the second."""
    low, high, low_open, high_open = one
    floor, ceiling, floor_open, ceiling_open = other
    if floor is not None and not (
        low is not None and (low > floor or (low == floor and (low_open or not floor_open)))
    ):
        return False
    return ceiling is None or (
        high is not None
        and (high < ceiling or (high == ceiling and (high_open or not ceiling_open)))
    )


def apart(one: Edges, other: Edges) -> bool:
    """Whether no value belongs to both."""
    return _before(one, other) or _before(other, one)


def _before(one: Edges, other: Edges) -> bool:
    high, low = one[1], other[0]
    if high is None or low is None:
        return False
    return high < low or (high == low and (one[3] or other[2]))
