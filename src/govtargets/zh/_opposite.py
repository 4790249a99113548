"""The stated number with its sign turned: a fall of 13.5 以上 is a change of at most −13.5."""

from govtargets.bounds import Bounds
from govtargets.comparator import Comparator

__all__ = ["opposite"]


def opposite(bounds: Bounds) -> Bounds:
    """The same statement of the number with the other sign."""
    if bounds.comparator is Comparator.BETWEEN:
        assert bounds.low is not None  # noqa: S101  a range has both ends
        assert bounds.high is not None  # noqa: S101  the same
        return Bounds.between(
            -bounds.high,
            -bounds.low,
            low_inclusive=bounds.high_inclusive,
            high_inclusive=bounds.low_inclusive,
        )
    return Bounds.of(bounds.comparator.mirrored, -bounds.value)
