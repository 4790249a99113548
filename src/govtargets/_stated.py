"""A stated number as Chinese text, the one spelling that reading gives back unchanged."""

from typing import Final

from govtargets.comparator import Comparator
from govtargets.quantity import Quantity

__all__ = ["FORMS", "stated", "stated_range"]

FORMS: Final = {
    Comparator.EXACT: "{}",
    Comparator.AT_LEAST: "{}以上",
    Comparator.ABOVE: "超过{}",
    Comparator.BELOW: "低于{}",
    Comparator.AT_MOST: "{}以内",
    Comparator.ABOUT: "{}左右",
    Comparator.NEARLY: "近{}",
}
# 以上 and 以内 after a negative number read the wrong way round to a human eye.
_NEGATIVE_FORMS: Final = {Comparator.AT_LEAST: "不低于{}", Comparator.AT_MOST: "不高于{}"}
_SCALES: Final = ("万亿", "亿", "万")


def stated(comparator: Comparator, value: Quantity) -> str:
    """The text of a number with any comparator that takes one quantity."""
    if comparator is Comparator.SOME_MORE:
        return _some_more(value)
    forms = FORMS | _NEGATIVE_FORMS if value.magnitude < 0 else FORMS
    return forms[comparator].format(value)


def stated_range(low: str, high: str, *, low_inclusive: bool, high_inclusive: bool) -> str:
    """The text of a range between two written ends."""
    if low_inclusive and high_inclusive:
        return f"{low}—{high}"
    first = "不低于" if low_inclusive else "高于"
    last = "不超过" if high_inclusive else "低于"
    return f"{first}{low}且{last}{high}"


def _some_more(value: Quantity) -> str:
    number, symbol = f"{value.magnitude:f}", value.unit.symbol
    scale = next((word for word in _SCALES if symbol.startswith(word)), "")
    if number.endswith("0") and "." not in number:
        return f"{number}多{symbol}"
    # 3万多人, 3倍多: after a digit that is no round ten, 多 follows the scale word or the unit.
    return f"{number}{scale}多{symbol[len(scale) :]}" if scale else f"{number}{symbol}多"
