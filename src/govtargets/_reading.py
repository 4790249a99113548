"""How a stated number becomes sets of exact values, on the integers behind quantities.

The rules are those of the table of comparators; `govtargets.policy` publishes them.
"""

from fractions import Fraction
from typing import Final, NamedTuple

from govtargets.bounds import Bounds
from govtargets.comparator import Comparator
from govtargets.quantity import Quantity
from govtargets.tolerance import Tolerance, last_nonzero_digit
from govtargets.vocabulary import Direction

__all__ = [
    "EVERYTHING",
    "NOTHING",
    "Edges",
    "Manner",
    "Read",
    "across",
    "apart",
    "inside",
    "known",
    "rounded",
    "wanted",
]

Key = int | Fraction


class Edges(NamedTuple):
    """A set of values by its two ends; `None` is unbounded."""

    low: Key | None
    high: Key | None
    low_open: bool = False
    high_open: bool = False

    def moved(self, by: Key) -> "Edges":
        """The same set, every value moved by that much."""
        return Edges(
            None if self.low is None else self.low + by,
            None if self.high is None else self.high + by,
            self.low_open,
            self.high_open,
        )

    def mirrored(self) -> "Edges":
        """The set of the negative values."""
        return Edges(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
            self.high_open,
            self.low_open,
        )


class Read(NamedTuple):
    """A goal as read: what certainly satisfies it, and what possibly does."""

    certain: Edges
    possible: Edges


EVERYTHING: Final = Edges(None, None, True, True)
NOTHING: Final = Edges(0, 0, True, True)
_C: Final = Comparator
APPROXIMATE: Final = frozenset({_C.ABOUT, _C.NEARLY})
SIDED: Final = APPROXIMATE | {_C.EXACT, _C.BETWEEN}


def _bound(comparator: Comparator, key: Key, inclusive: bool) -> Edges | None:
    """The set that a floor or ceiling states, `None` for every other comparator."""
    if comparator is _C.AT_LEAST:
        return Edges(key, None, not inclusive, True)
    if comparator is _C.AT_MOST:
        return Edges(None, key, True, not inclusive)
    if comparator is _C.ABOVE:
        return Edges(key, None, True, True)
    if comparator is _C.BELOW:
        return Edges(None, key, True, True)
    return None


def known(bounds: Bounds, about: Tolerance, inclusive: bool) -> Edges:
    """What is known of a value that is stated like this."""
    value = bounds.value
    key = value.key
    if bounds.comparator is _C.EXACT:
        return Edges(key, key)
    if bounds.comparator is _C.BETWEEN:
        return _range(bounds)
    found = _bound(bounds.comparator, key, inclusive)
    return found if found is not None else _vague(bounds.comparator, value, about)


def _range(bounds: Bounds) -> Edges:
    assert bounds.low is not None  # noqa: S101  a range has both ends
    assert bounds.high is not None  # noqa: S101  the same
    return Edges(
        bounds.low.key, bounds.high.key, not bounds.low_inclusive, not bounds.high_inclusive
    )


def _vague(comparator: Comparator, value: Quantity, about: Tolerance) -> Edges:
    key = value.key
    if comparator is _C.SOME_MORE:
        step = last_nonzero_digit(value)
        return _between_open(key, key + step if key > 0 else key - step)
    reach = about.reach_of(value, key)
    if reach is None:
        return EVERYTHING
    if comparator is _C.ABOUT:
        return Edges(key - reach, key + reach)
    return _between_open(key, key - reach if key > 0 else key + reach)


def _between_open(one: Key, two: Key) -> Edges:
    if one == two:  # no reach at all leaves the number itself
        return Edges(one, one)
    return Edges(min(one, two), max(one, two), True, True)


def _sided(ends: Edges, direction: Direction | None) -> Edges:
    """The ends with the good side added."""
    if direction is Direction.HIGHER:
        return Edges(ends.low, None, ends.low_open, True)
    if direction is Direction.LOWER:
        return Edges(None, ends.high, True, ends.high_open)
    return ends


class Manner(NamedTuple):
    """How goals of an indicator are read under a policy; `bare` says that the direction reads a bare number."""

    direction: Direction | None
    about: Tolerance
    bare: bool
    inclusive: bool


def wanted(bounds: Bounds, manner: Manner) -> Read:
    """What a goal that is stated like this asks for."""
    if bounds.comparator is _C.BETWEEN:
        ends = _range(bounds)
        return _open_ended(ends, ends, manner.direction) if manner.bare else Read(ends, ends)
    value = bounds.value
    return _at(bounds.comparator, value.key, value, manner)


def _open_ended(certain: Edges, possible: Edges, direction: Direction | None) -> Read:
    if direction is None:
        # The intersection of floor, ceiling and equality is equality; their union is everything.
        return Read(certain, EVERYTHING)
    return Read(_sided(certain, direction), _sided(possible, direction))


def _at(comparator: Comparator, key: Key, written: Quantity, manner: Manner) -> Read:
    """The reading at the number `key`, written like `written`."""
    if comparator is _C.EXACT:
        point = Edges(key, key)
        return _open_ended(point, point, manner.direction) if manner.bare else Read(point, point)
    if comparator in APPROXIMATE:
        return _approximate(key, manner.about.reach_of(written, key), manner)
    ends = _bound(comparator, key, manner.inclusive)
    if ends is None:  # 多 and 余: past the number, away from zero
        ends = Edges(key, None, True, True) if key > 0 else Edges(None, key, True, True)
    return Read(ends, ends)


def _approximate(key: Key, reach: Key | None, manner: Manner) -> Read:
    point = Edges(key, key)
    if reach is None:
        return Read(_sided(point, manner.direction), EVERYTHING)
    zone = Edges(key - reach, key + reach)
    return _open_ended(zone if manner.about.satisfies else point, zone, manner.direction)


def across(comparator: Comparator, values: Edges, written: Quantity, manner: Manner) -> Read:
    """The reading over every number that a reference may be: certain for all of them, possible for one of them.

    Every end of a reading moves up with the number, so the outermost numbers decide.
    """
    low = _at(comparator, values.low or 0, written, manner)
    high = _at(comparator, values.high or 0, written, manner)
    if comparator in APPROXIMATE and manner.about.share is not None and _holds_zero(values):
        return Read(_for_all(low.certain, high.certain, values), EVERYTHING)
    return Read(
        _for_all(low.certain, high.certain, values), _for_one(low.possible, high.possible, values)
    )


def _holds_zero(values: Edges) -> bool:
    return not (
        (values.low is not None and values.low > 0) or (values.high is not None and values.high < 0)
    )


def _for_all(low: Edges, high: Edges, values: Edges) -> Edges:
    """The intersection; an end that no number attains is closed, since each one asks for less."""
    if (values.high is None and high.low is not None) or (
        values.low is None and low.high is not None
    ):
        return NOTHING
    return Edges(
        high.low,
        low.high,
        high.low is None or (high.low_open and not values.high_open),
        low.high is None or (low.high_open and not values.low_open),
    )


def _for_one(low: Edges, high: Edges, values: Edges) -> Edges:
    """The union; an end that no number attains is open."""
    return Edges(
        None if values.low is None else low.low,
        None if values.high is None else high.high,
        low.low_open or values.low_open,
        high.high_open or values.high_open,
    )


def rounded(ends: Edges, step: Key) -> Edges:
    """The ends rounded half to even to multiples of `step`; a rounded end is closed."""
    low, high = (None if end is None else round(Fraction(end) / step) * step for end in ends[:2])
    return Edges(low, high, low is None, high is None)


def inside(one: Edges, other: Edges) -> bool:
    """Whether every value of the first, which has one, belongs to the second."""
    return (
        other.low is None
        or (
            one.low is not None and _reaches(one.low, other.low, one.low_open or not other.low_open)
        )
    ) and (
        other.high is None
        or (
            one.high is not None
            and _reaches(other.high, one.high, one.high_open or not other.high_open)
        )
    )


def _reaches(higher: Key, lower: Key, equal: bool) -> bool:
    return higher > lower or (equal and higher == lower)


def apart(one: Edges, other: Edges) -> bool:
    """Whether no value belongs to both."""
    return _before(one, other) or _before(other, one)


def _before(one: Edges, other: Edges) -> bool:
    if one.high is None or other.low is None:
        return False
    return one.high < other.low or (one.high == other.low and (one.high_open or other.low_open))
