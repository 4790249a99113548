"""Which ends a stated number has, and whether they belong to it."""

from typing import Final, NamedTuple

from govtargets._amount import mismatch
from govtargets.comparator import Comparator
from govtargets.errors import InvalidValueError, UnitMismatchError
from govtargets.quantity import Quantity

__all__ = ["Ends", "check_ends", "ends_of"]


class Ends(NamedTuple):
    """The lower and the upper end, and whether each belongs to the set as stated."""

    low: Quantity | None
    high: Quantity | None
    low_inclusive: bool
    high_inclusive: bool


# Whether each comparator has a low and a high end, and whether they belong to the set.
_ENDS: Final = {
    Comparator.EXACT: (True, True, True),
    Comparator.AT_LEAST: (True, False, True),
    Comparator.ABOVE: (True, False, False),
    Comparator.BELOW: (False, True, False),
    Comparator.AT_MOST: (False, True, True),
    Comparator.ABOUT: (True, True, True),
    Comparator.NEARLY: (False, True, False),
    Comparator.SOME_MORE: (True, False, False),
}
_NEVER_ZERO: Final = {Comparator.NEARLY, Comparator.SOME_MORE}


def ends_of(comparator: Comparator, value: Quantity) -> Ends:
    """The ends that a comparator gives to one quantity; not for BETWEEN, which takes two."""
    has_low, has_high, inclusive = _ENDS[comparator]
    return Ends(
        value if has_low else None,
        value if has_high else None,
        has_low and inclusive,
        has_high and inclusive,
    )


def check_ends(comparator: Comparator, ends: Ends) -> None:
    """Refuse ends that the comparator does not have, or that leave nothing between them."""
    if comparator is Comparator.BETWEEN:
        _check_range(ends)
        return
    value = ends.low if ends.low is not None else ends.high
    if value is None or not _alike(ends, ends_of(comparator, value)):
        message = (
            f"{comparator.name} does not go with low={ends.low}, high={ends.high}, "
            f"low_inclusive={ends.low_inclusive}, high_inclusive={ends.high_inclusive}: "
            f"make it with Bounds.{comparator.value}(quantity)"
        )
        raise InvalidValueError(message)
    if comparator in _NEVER_ZERO and not value.magnitude:
        message = (
            f"{comparator.zh} of {value} says nothing, since zero has no side: "
            "state a bound such as Bounds.at_least(quantity) instead"
        )
        raise InvalidValueError(message)


def _alike(one: Ends, two: Ends) -> bool:
    """Whether both are the same, digits included: EXACT and ABOUT have one number, not two."""
    return one == two and all(
        left is None or right is None or left.is_written_as(right)
        for left, right in ((one.low, two.low), (one.high, two.high))
    )


def _check_range(ends: Ends) -> None:
    low, high = ends.low, ends.high
    if low is None or high is None:
        message = (
            f"a range needs both ends, got low={low} and high={high}: "
            "use Bounds.at_least or Bounds.at_most where there is one"
        )
        raise InvalidValueError(message)
    if low.unit.kind is not high.unit.kind:
        raise UnitMismatchError(mismatch(low, high, "pair"))
    if high < low or (low == high and not (ends.low_inclusive and ends.high_inclusive)):
        message = (
            f"the range {low} to {high} is empty: expected its lower end first, and open ends apart"
        )
        raise InvalidValueError(message)
