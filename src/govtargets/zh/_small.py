"""Small scale words said once for both ends of a range: 5—8千户, 3—5百万元, 三至五百人."""

import re
from decimal import Decimal
from typing import Final

import attrs

from govtargets.zh._patterns import CN
from govtargets.zh._scan import Scan
from govtargets.zh.numerals import DIGITS, mixed
from govtargets.zh.tokens import Figure, Token

__all__ = ["in_hundreds"]

# The number ends with the scale word: 三至五百二十人 shares none.
_SCALED: Final = re.compile(f"(?:([0-9]+(?:\\.[0-9]+)?)|([{CN}]))([百千])(?![0-9{CN}])")


def in_hundreds(scan: Scan, low: Figure, token: Token, high: Figure) -> Figure:
    """The lower end with the 百 or 千 of the higher one, where it is smaller without: 20—5千户 shares none."""
    scaled = _SCALED.match(scan.text, token.start, token.end)
    if scaled is None or low.unit or low.scale:
        return low
    lead = Decimal(scaled[1]) if scaled[1] is not None else Decimal(DIGITS[scaled[2]])
    # The 千 of 5千瓦 belongs to the unit.
    if low.number >= lead or high.number == lead:
        return low
    raised = mixed(low.number, scaled[3])
    assert raised is not None  # noqa: S101  both are scale words
    return attrs.evolve(low, number=raised[0])
