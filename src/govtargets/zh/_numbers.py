"""Numbers with their comparators, made into stated numbers."""

from fractions import Fraction
from typing import Final

import attrs

from govtargets._amount import fill
from govtargets.bounds import Bounds, unchecked
from govtargets.comparator import Comparator
from govtargets.errors import GovTargetsError
from govtargets.quantity import Quantity
from govtargets.zh._scan import Scan, Stop
from govtargets.zh._small import in_hundreds
from govtargets.zh._suffixes import joined, suffixes, trailing
from govtargets.zh.tokens import Figure, Token

__all__ = ["borrowed", "number", "quantity", "shares_scale", "stated"]

_UPPER: Final = frozenset({Comparator.AT_MOST, Comparator.BELOW})
_TWO: Final = {
    Comparator.AT_LEAST: True,
    Comparator.AT_MOST: True,
    Comparator.ABOVE: False,
    Comparator.BELOW: False,
}


def quantity(scan: Scan, figure: Figure, token: Token, sign: int) -> Quantity:
    """The figure as a signed quantity."""
    number, scale, spelling = figure.number, figure.scale, figure.unit
    if scan.unit is not None and not spelling:
        unit = scan.lexicon.unit(scale, scan.unit.symbol) if scale else scan.unit
    else:
        # 位 counts persons, but places where a verb moves them.
        spelling = "位(人)" if spelling == "位" and not scan.verb else spelling
        unit = scan.lexicon.unit(scale, spelling)
    if unit is None:
        expected = f"a unit that {scale} goes with, not {figure.unit or 'none'}"
        raise Stop(token.start, token.end, expected)
    if sign < 0 and number:
        number = number.copy_negate()
    made = object.__new__(Quantity)
    try:
        fill(made, number, str(number), unit)
    except GovTargetsError as error:
        raise Stop(token.start, token.end, f"a number that can be held: {error}") from None
    return made


def number(scan: Scan, sign: int) -> Bounds:
    """number := figure after* | figure (dash|to) figure among? | figure after (、|且) before? figure after"""
    signed, figure, token = _figure(scan, sign)
    follows = scan.tokens[scan.at].kind
    found = _ranged(scan, figure, token, signed) if follows in _TO else None
    if found is not None:
        return found
    comparator = scan.before
    if figure.more:
        comparator = joined(scan, Comparator.SOME_MORE, comparator)
    comparator = suffixes(scan, comparator)
    if figure.bare and comparator is None and figure.number == 1:
        raise Stop(token.start, token.end, "a number: a scale word alone is none")
    value = quantity(scan, figure, token, signed)
    if comparator is Comparator.AT_LEAST or comparator is Comparator.ABOVE:
        found = _upper(scan, value, comparator, sign)
        if found is not None:
            return found
    return stated(scan, comparator or Comparator.EXACT, value, token, sign)


def stated(scan: Scan, comparator: Comparator, value: Quantity, token: Token, sign: int) -> Bounds:
    """The stated number; a falling verb turns the comparator round, a minus sign does not."""
    if comparator is Comparator.EXACT or comparator is Comparator.ABOUT:
        return unchecked(comparator, value, value, (True, True))
    if sign < 0:
        comparator = comparator.mirrored
    if comparator is Comparator.AT_LEAST or comparator is Comparator.ABOVE:
        return unchecked(comparator, value, None, (comparator is Comparator.AT_LEAST, False))
    if comparator is Comparator.AT_MOST or comparator is Comparator.BELOW:
        return unchecked(comparator, None, value, (False, comparator is Comparator.AT_MOST))
    if not value.magnitude:
        raise Stop(token.start, scan.tokens[scan.at].start, "another bound: zero has no side")
    if comparator is Comparator.NEARLY:
        return unchecked(comparator, None, value, (False, False))
    return unchecked(comparator, value, None, (False, False))


def _figure(scan: Scan, sign: int) -> tuple[int, Figure, Token]:
    """figure := (- | 负 | +)? number with unit"""
    token = scan.tokens[scan.at]
    if token.kind != "figure":
        sign = _signed(scan, token, sign)
        token = scan.tokens[scan.at]
    scan.at += 1
    figure = token.value
    assert isinstance(figure, Figure)  # noqa: S101  the lexer gives figures nothing else
    return sign, figure, token


def _signed(scan: Scan, token: Token, sign: int) -> int:
    """- | 负 | +, a number behind it."""
    if token.kind in {"dash", "minus", "plus"}:
        if token.kind == "minus" or scan.text[token.start : token.end] == "-":
            if sign < 0:
                raise scan.stop("a number without a minus sign: the word before it falls")
            sign = -1
        elif token.kind == "dash":
            raise scan.stop("a number")
        scan.at += 1
        token = scan.tokens[scan.at]
    if token.kind != "figure":
        raise scan.stop(_EXPECTED.get(token.kind, "a number with its unit"))
    return sign


_EXPECTED: Final = {
    "inexact": "an exact number: 几, 数, 若干 and two digits side by side have no value",
    "bad": "a number in digits, or in numerals whose places fall",
    "list": "one figure at a time; find reads lists",
}


_TO: Final = frozenset({"dash", "to"})


def _ranged(scan: Scan, figure: Figure, token: Token, sign: int) -> Bounds | None:
    """The range that begins with the figure, if one does."""
    second, behind = _second(scan), scan.at
    if second is None:
        return None
    try:
        return _range(scan, figure, token, second, sign)
    except Stop:
        # In running text 由400亿元增长20%至500亿元 holds three numbers and no range.
        if scan.whole or scan.tokens[behind].kind == "dash":
            raise
        scan.at = behind
    return None


def _second(scan: Scan) -> int | None:
    """Where the second number of a range stands, if there is one."""
    follows = scan.tokens[scan.at + 1]
    if follows.kind == "figure":
        return scan.at + 1
    signed = follows.kind in {"dash", "minus"} and scan.tokens[scan.at + 2].kind == "figure"
    return scan.at + 1 if signed else None


def _range(scan: Scan, low: Figure, token: Token, second: int, sign: int) -> Bounds:
    """Two ends, the unit given once or twice."""
    scan.at = second
    falls = (scan.verb or scan.growth) < 0
    high_sign, high, high_token = _figure(scan, -1 if falls else 1)
    low, high = borrowed(scan, in_hundreds(scan, low, high_token, high), token, high)
    comparator = trailing(scan, scan.before)
    while scan.tokens[scan.at].kind == "among":
        scan.at += 1
    if comparator is not None and comparator is not Comparator.ABOUT:
        raise Stop(token.start, high_token.end, "a range without a comparator")
    return between(
        quantity(scan, low, token, sign), quantity(scan, high, high_token, high_sign), token, high_token,
        turned=falls,
    )  # fmt: skip


def borrowed(scan: Scan, low: Figure, token: Token, high: Figure) -> tuple[Figure, Figure]:
    """Both figures with a unit: the one that has none takes the other's."""
    if not low.unit and (high.unit or high.scale):
        scale = high.scale if shares_scale(low, high) else low.scale
        low = attrs.evolve(low, unit=high.unit, scale=scale)
    elif not high.unit and "分之" in scan.text[token.start : token.end]:
        high = attrs.evolve(high, unit=low.unit)
    return low, high


def shares_scale(low: Figure, high: Figure) -> bool:
    """Whether 万 said once is meant twice: in 50—80万元 it is, in 8000至1万人 it is not."""
    if low.scale or low.unit:
        return False
    times = _NEARER.get(high.scale, 1)
    return not high.scale or Fraction(low.number) < times * Fraction(high.number)


# Which of two readings of the first number is nearer to the second parts at the square root of the scale.
_NEARER: Final = {"万": 10**2, "亿": 10**4, "万亿": 10**6}


def between(
    low: Quantity,
    high: Quantity,
    first: Token,
    last: Token,
    *,
    turned: bool = False,
    closed: tuple[bool, bool] = (True, True),
) -> Bounds:
    """A range of the two, exchanged where a fall turned them round."""
    if turned:
        low, high, closed = high, low, closed[::-1]
    if low.unit.kind is high.unit.kind and low.key < high.key:
        return unchecked(Comparator.BETWEEN, low, high, closed)
    try:
        return Bounds.between(low, high, low_inclusive=closed[0], high_inclusive=closed[1])
    except GovTargetsError as error:
        raise Stop(first.start, last.end, f"a range whose ends fit: {error}") from None


def _upper(scan: Scan, low: Quantity, comparator: Comparator, sign: int) -> Bounds | None:
    """The upper end of a range said in two parts: 5%以上、6%以下, 高于5%且低于6%; `None` where none follows."""
    start, before = scan.at, scan.before
    if scan.tokens[start].kind not in {"comma", "and"} or sign < 0:
        return None
    scan.at += 1
    try:
        return _upper_end(scan, low, comparator)
    except Stop:
        scan.at, scan.before = start, before
        if scan.tokens[start].kind == "and":
            raise
        return None


def _upper_end(scan: Scan, low: Quantity, comparator: Comparator) -> Bounds | None:
    start = scan.at - 1
    token = scan.tokens[scan.at]
    before = None
    if token.kind == "before" and token.value in _UPPER:
        before, scan.at = token.value, scan.at + 1
    sign, figure, figure_token = _figure(scan, 1)
    upper = suffixes(scan, before)
    if upper not in _UPPER or figure.more:
        scan.at = start
        return None
    high = quantity(scan, figure, figure_token, sign)
    if high.unit.kind is not low.unit.kind:
        raise Stop(figure_token.start, figure_token.end, "the same kind of unit twice")
    return between(
        low, high, scan.tokens[start], figure_token, closed=(_TWO[comparator], _TWO[upper])
    )
