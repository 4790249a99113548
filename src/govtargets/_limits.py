"""One end of a set of values, as a key with whether it is left out; comparing, reading, writing."""

import re
from fractions import Fraction
from typing import Final, TypeAlias

from govtargets._exact import ONE, exact_decimal
from govtargets.errors import ReadError
from govtargets.kind import Kind
from govtargets.unit import Unit

__all__ = [
    "End",
    "Key",
    "apart",
    "base",
    "ends_after",
    "read",
    "settled",
    "starts_before",
    "write",
]

# As `Quantity.key` counts; `None` is the one spelling of infinity.
Key: TypeAlias = int | Fraction | None
End: TypeAlias = tuple[Key, bool]


def settled(low: End, high: End) -> tuple[End, End]:
    """The one spelling of those ends: a missing end is open, the empty set lies open at zero."""
    if apart(high, low):
        return (0, True), (0, True)
    return (low[0], low[1] or low[0] is None), (high[0], high[1] or high[0] is None)


def starts_before(one: End, two: End) -> bool:
    if one[0] is None or two[0] is None:
        return one[0] is None and two[0] is not None
    return one[0] < two[0] or (one[0] == two[0] and two[1] and not one[1])


def ends_after(one: End, two: End) -> bool:
    if one[0] is None or two[0] is None:
        return one[0] is None and two[0] is not None
    return one[0] > two[0] or (one[0] == two[0] and two[1] and not one[1])


def apart(high: End, low: End) -> bool:
    """Whether everything up to `high` lies before everything from `low` on."""
    if high[0] is None or low[0] is None:
        return False
    return high[0] < low[0] or (high[0] == low[0] and (high[1] or low[1]))


def base(key: Key, kind: Kind) -> Fraction | None:
    """The end in the kind's base unit."""
    return None if key is None else Fraction(key) / (ONE * kind.grain)


def write(kind: Kind, low: End, high: End) -> str:
    """The text that `read` takes, in the kind's base unit."""
    left, right = "(" if low[1] else "[", ")" if high[1] else "]"
    first, last = _number(base(low[0], kind), "-∞"), _number(base(high[0], kind), "∞")
    text = "∅" if apart(high, low) else f"{left}{first}, {last}{right}"
    return f"{text} {kind.base}".rstrip()


def _number(value: Fraction | None, infinity: str) -> str:
    if value is None:
        return infinity
    number = exact_decimal(value)
    return str(value) if number is None else f"{number:f}"


_ENDED: Final = re.compile(
    r"""
    (?P<left>[\[(])   \s* (?P<low>-∞|-?[0-9]+(?:\.[0-9]+|/[1-9][0-9]*)?)
    \s*,\s*          (?P<high>∞|-?[0-9]+(?:\.[0-9]+|/[1-9][0-9]*)?) \s* (?P<right>[\])])
    \s* (?P<unit>.*)
    """,
    re.VERBOSE,
)


def read(text: str) -> tuple[Kind, End, End]:
    """The interval that a text such as [6.5, ∞) % or ∅ % names."""
    if text.startswith("∅"):
        return Unit(text[1:].strip()).kind, (0, True), (0, True)
    match = _ENDED.fullmatch(text)
    if match is None:
        raise ReadError(text, 0, len(text), "an interval such as [6.5, ∞) %, (1/3, 2] 亩 or ∅ 吨")
    unit = Unit(match["unit"])
    low = _key_of(match["low"], unit), match["left"] == "("
    high = _key_of(match["high"], unit), match["right"] == ")"
    return unit.kind, *settled(low, high)


def _key_of(number: str, unit: Unit) -> Key:
    if number.endswith("∞"):
        return None
    key = Fraction(number) * unit.grains * ONE
    return key.numerator if key.denominator == 1 else key
