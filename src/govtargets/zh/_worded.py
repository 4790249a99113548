"""Numbers that are said in words alone: 正增长, 零增长, 两位数增长, 翻番."""

from typing import Final

from govtargets.bounds import Bounds
from govtargets.comparator import Comparator
from govtargets.quantity import Quantity
from govtargets.vocabulary import Transformation
from govtargets.zh._numbers import stated
from govtargets.zh._scan import Scan
from govtargets.zh._suffixes import suffixes
from govtargets.zh.tokens import Token

__all__ = ["double", "growth_word", "positive", "two_digits", "unsigned", "zero"]

Stated = tuple[Bounds, Transformation | None]


def _percent(scan: Scan, said: Comparator, digits: str, token: Token, sign: int = 1) -> Stated:
    value = stated(scan, said, Quantity(digits, "%"), token, sign)
    average = Transformation.AVERAGE_GROWTH if scan.average else Transformation.GROWTH
    return value, average


def positive(scan: Scan, token: Token) -> Stated:
    """正增长 is above 0 %."""
    scan.at += 1
    return _percent(scan, Comparator.ABOVE, "0", token)


def zero(scan: Scan, token: Token) -> Stated:
    """零增长 is 0 %."""
    scan.at += 1
    return _percent(scan, Comparator.EXACT, "0", token)


def two_digits(scan: Scan, token: Token) -> Stated:
    """两位数增长 is at least 10 %, 两位数下降 at most −10 %."""
    if scan.before not in _OF_TWO_DIGITS:
        raise scan.stop("two digits, which are at least 10 %, without another comparator")
    sign = scan.verb or scan.growth or 1
    scan.at += 1
    while (behind := scan.tokens[scan.at]).kind in {"after", "grow", "tail"}:
        sign = -1 if behind.value == -1 else sign
        scan.at += 1
    said = scan.before or Comparator.AT_LEAST
    return _percent(scan, said, "-10" if sign < 0 else "10", token, sign)


_OF_TWO_DIGITS: Final = frozenset({None, Comparator.AT_LEAST, Comparator.NEARLY, Comparator.BELOW})


def unsigned(scan: Scan, _token: Token) -> Stated:
    """改善 and the like do not say which way."""
    raise scan.stop("提高, 下降 or another word that says which way it changes")


def double(scan: Scan, token: Token) -> Stated:
    """翻番 is 1 番."""
    scan.at += 1
    said = suffixes(scan, scan.before)
    value = stated(scan, said or Comparator.EXACT, Quantity("1", "番"), token, 1)
    return value, None


def growth_word(scan: Scan, token: Token) -> Stated:
    """负增长 alone is below 0 %; any other verb needs its number."""
    if scan.text[token.start : token.end] != "负增长":
        raise scan.stop("a number behind the verb")
    scan.at += 1
    return _percent(scan, Comparator.BELOW, "0", token)
