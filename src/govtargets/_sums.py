"""Sets of values added, multiplied and raised: what years make together, exactly."""

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Final

from govtargets._exact import ONE
from govtargets._reading import Edges, Key
from govtargets.kind import Kind

__all__ = ["factors", "grown", "mapped", "not_below_nothing", "product_of", "sum_of"]

NOUGHT: Final[Edges] = (0, 0, False, False)
UNIT: Final[Edges] = (Fraction(1), Fraction(1), False, False)


def sum_of(sets: Iterable[Edges]) -> Edges:
    """Every sum of one value of each."""
    return _combined(sets, NOUGHT, lambda one, two: one + two)


def product_of(sets: Iterable[Edges]) -> Edges:
    """Every product of one value of each; none of them is below zero."""
    return _combined(sets, UNIT, lambda one, two: one * two)


def _combined(sets: Iterable[Edges], start: Edges, join: Callable[[Key, Key], Key]) -> Edges:
    low, high, low_open, high_open = start
    for next_low, next_high, next_low_open, next_high_open in sets:
        low = None if low is None or next_low is None else join(low, next_low)
        high = None if high is None or next_high is None else join(high, next_high)
        low_open = low_open or next_low_open
        high_open = high_open or next_high_open
    return low, high, low_open, high_open


def mapped(edges: Edges, rising: Callable[[Key], Key]) -> Edges:
    """The set with every value put through a rising function."""
    low, high, low_open, high_open = edges
    return (
        None if low is None else rising(low),
        None if high is None else rising(high),
        low_open,
        high_open,
    )


def factors(edges: Edges, kind: Kind) -> Edges:
    """Growth rates as growth factors: 5 % is 21/20."""
    percent = 100 * ONE * kind.grain
    return mapped(edges, lambda key: 1 + Fraction(key) / percent)


def not_below_nothing(edges: Edges) -> Edges:
    """Growth factors of what cannot shrink below nothing."""
    low, high, _, high_open = edges
    return edges if low is not None and low >= 0 else (Fraction(0), high, False, high_open)


def grown(edges: Edges, years: int) -> Edges:
    """Yearly growth factors raised to the power of the years, keeping their order."""
    return mapped(edges, lambda factor: factor**years if factor > 0 else factor)
