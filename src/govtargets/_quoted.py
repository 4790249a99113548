"""Whether quoted words state a number."""

import re
from decimal import Decimal
from typing import Final
from unicodedata import normalize

from govtargets.quantity import Quantity

__all__ = ["states_number"]

_DIGITS: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?", re.ASCII)
_GROUPS: Final = re.compile(r"(?<=[0-9]),(?=[0-9]{3})")
# Numbers in words (三家, 半天, 超百亿元, 翻一番) are not compared here.
_IN_WORDS: Final = re.compile("[〇零一二三四五六七八九十百千半两双]")


def states_number(quote: str, value: Quantity) -> bool:
    """Whether the quote holds the number, its sign aside; numbers in words may be it."""
    plain = _GROUPS.sub("", normalize("NFKC", quote))
    wanted = abs(value.magnitude)
    if any(Decimal(number) == wanted for number in _DIGITS.findall(plain)):
        return True
    return _IN_WORDS.search(plain) is not None
