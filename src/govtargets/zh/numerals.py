"""Numbers in Chinese and Arabic digits (数字), read exactly.

A number is digits and scale words. 万 and larger scale words belong to the unit (1亿2千万元 is 1.2 亿元), 十, 百 and 千
to the magnitude (3千户 is 3000户). 几, 数 and 若干 have no value and are refused.
"""

import re
from decimal import Context, Decimal, Inexact, InvalidOperation
from functools import lru_cache
from typing import Final

__all__ = ["DIGITS", "chinese", "mixed"]


def __dir__() -> list[str]:
    return __all__


# Wide enough for any numeral that is read; the caller's own context never matters.
_WIDE: Final = Context(prec=100, traps=[Inexact, InvalidOperation])
DIGITS: Final = {
    character: value
    for value, characters in enumerate(
        ("零", "一壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
    )
    for character in characters
}
_SMALL: Final = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_PAIR: Final = 2
_TEN: Final = 10
_LARGE: Final = {"万": 10**4, "亿": 10**8}
_CHARACTERS: Final = frozenset(DIGITS) | frozenset(_SMALL) | frozenset(_LARGE)
_FORMAL: Final = str.maketrans("廿卅", "二三")
_SCALES: Final = ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"))


@lru_cache(maxsize=4096)
def chinese(text: str) -> tuple[Decimal, str] | None:
    """Magnitude and scale word of a numeral in Chinese digits; `None` where it is none.

    Example:
        >>> from govtargets.zh.numerals import chinese
        >>> chinese("一亿二千万")
        (Decimal('1.2'), '亿')
        >>> chinese("二百三十五万")
        (Decimal('235'), '万')
        >>> chinese("三百五千") is None
        True
    """
    if text == "半" or not text:
        return (Decimal("0.5"), "") if text else None
    text = _tens(text)
    if "点" in text:
        return _with_point(text)
    if not _CHARACTERS.issuperset(text):
        return None
    if all(character in DIGITS for character in text):
        return _digit_by_digit(text)
    return _placed(text)


def _tens(text: str) -> str:
    """廿五 and 卅 are 二十五 and 三十."""
    if "廿" in text or "卅" in text:
        return re.sub("[廿卅]", lambda match: match[0].translate(_FORMAL) + "十", text)
    return text


def _digit_by_digit(text: str) -> tuple[Decimal, str] | None:
    if "两" in text and len(text) > 1:
        return None
    if len(text) == _PAIR and text[0] != "零" and text[1] != "零":
        return None  # 三五家 is three or five of them, 七八个 seven or eight
    return Decimal("".join(str(DIGITS[character]) for character in text)), ""


def _with_point(text: str) -> tuple[Decimal, str] | None:
    """digits 点 digits [scale]: 二点三亿."""
    whole, _, rest = text.partition("点")
    decimals = rest.rstrip("十百千万亿")
    scale = rest[len(decimals) :]
    head = chinese(whole)
    if (
        not decimals
        or head is None
        or head[1]
        or head[0] % 1
        or scale not in {"", "万", "亿", "万亿"}
    ):
        return None
    if any(character not in DIGITS for character in decimals):
        return None
    digits = "".join(str(DIGITS[character]) for character in decimals)
    return Decimal(f"{head[0]}.{digits}"), scale


def _placed(text: str) -> tuple[Decimal, str] | None:
    """[below 亿 亿] [below 亿]; a scale word alone counts one."""
    alone = _SCALE_WORDS.get(text)
    if alone is not None:
        return Decimal(10 ** alone[0]), alone[1]
    high, mark, low = text.rpartition("亿")
    if mark and len(low) > 1 and "万" not in low and low[0] != "零":
        return None  # 一亿五千 means 1.5 亿 to some
    above = _below(high, last=False) if mark else 0
    below = _below(low, last=True, unit=10**7 if mark else 0) if low else 0
    if above is None or below is None:
        return None
    return scaled(above * 10**8 + below)


def _below(text: str, *, last: bool, unit: int = 0) -> int | None:
    """[section 万] [section]: a number below 亿; `last` where nothing stands behind it."""
    high, mark, low = text.rpartition("万")
    if not mark:
        return _section(text, last=last, unit=unit)
    above = _section(high, last=False)
    below = _section(low, last=last, unit=1000) if low else 0
    return None if above is None or below is None else above * 10**4 + below


def _section(text: str, *, last: bool, unit: int = 0) -> int | None:
    """A number below ten thousand: digits with falling places, 零 over gaps.

    Where nothing stands behind it, the last place may be left out: 一千二 is 1200, 三万五 is 35000.
    """
    total, floor, pending = 0, 10**4, None
    for character in text:
        place = _SMALL.get(character)
        if place is None:
            if pending or character not in DIGITS:
                return None
            pending = DIGITS[character]
            continue
        if place >= floor or (pending is None and (total or place > _TEN)):
            return None
        total += (1 if pending is None else pending) * place
        floor, pending = place, None
    if not pending:
        return total or None
    if len(text) == 1:
        return pending if not unit else pending * unit if last else None
    if text[-2] == "零" or floor == _TEN:
        return total + pending
    return total + pending * floor // 10 if last else None


def scaled(value: int | Decimal) -> tuple[Decimal, str]:
    """A number with its largest scale word: 120000000 is 1.2 亿.

    Example:
        >>> from govtargets.zh.numerals import scaled
        >>> scaled(120000000)
        (Decimal('1.2'), '亿')
    """
    for size, word in _SCALES:
        if value >= size:
            number = _WIDE.divide(Decimal(value), size).normalize(_WIDE)
            return _moved(number, 0), word
    return Decimal(value), ""


_PART: Final = re.compile(r"([0-9]+(?:\.[0-9]+)?|[零一二两三四五六七八九])([十百千]?)")
_SECTION: Final = re.compile("([^万亿]+)(万亿|万|亿|$)")


def mixed(number: Decimal, tail: str) -> tuple[Decimal, str] | None:
    """A number in Arabic digits with scale words and further places: 1亿2千万, 3万5千; `None` where it is none.

    Example:
        >>> from decimal import Context, Decimal, Inexact, InvalidOperation
        >>> from govtargets.zh.numerals import mixed
        >>> mixed(Decimal(1), "亿2千万")
        (Decimal('1.2'), '亿')
        >>> mixed(Decimal("2.5"), "千亿")
        (Decimal('2500'), '亿')
    """
    one = _SCALE_WORDS.get(tail)
    if one is not None:
        return _moved(number, one[0]), one[1]
    total, ceiling, position = Decimal(0), 10**17, 0
    text = f"{number}{tail}"
    for match in _SECTION.finditer(text):
        section, size = _mixed_section(match[1]), _SIZES[match[2]]
        if match.start() != position or section is None or size >= ceiling:
            return None
        if position and (section * size >= ceiling or (size == 1 and ceiling > 10**4)):
            return None
        total, ceiling, position = total + section * size, size, match.end()
    return scaled(total) if position == len(text) else None


def _mixed_section(text: str) -> Decimal | None:
    """(digits place)* with falling places: 2千3百."""
    total, floor, position = Decimal(0), 10**5, 0
    while position < len(text):
        match = _PART.match(text, position)
        if match is None:
            return None
        place = _SMALL.get(match[2], 1)
        if place >= floor:
            return None
        digits = match[1]
        total += (
            Decimal(digits) if digits[0].isdigit() and digits[0] not in DIGITS else DIGITS[digits]
        ) * place
        floor, position = place, match.end()
    return total


def _moved(number: Decimal, places: int) -> Decimal:
    """Times a power of ten, the digits kept: 2.5 thousand is 2500, 8.00 hundred 800."""
    exponent = min(0, int(number.as_tuple().exponent) + places)
    return _WIDE.quantize(_WIDE.multiply(number, 10**places), Decimal((0, (1,), exponent)))


_SIZES: Final = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}
# What joins the magnitude, as a power of ten, and what joins the unit: 千亿 is 1000 and 亿.
_SCALE_WORDS: Final[dict[str, tuple[int, str]]] = {
    small + large: (places, large)
    for places, small in enumerate(("", "十", "百", "千"))
    for large in ("", "万", "亿", "万亿")
    if small + large and not (small and large == "万亿")
}
