"""Tokens of fractions: 百分之五, 三分之二, 10万分之58, 3:1, 2/3."""

from decimal import Decimal
from typing import Final

from govtargets.zh._token import Token, figure, token
from govtargets.zh._units import Lexicon
from govtargets.zh.numerals import chinese

__all__ = ["LONGEST", "fraction", "ratio"]

# No figure of a report has so many characters.
LONGEST: Final = 40


def fraction(word: str, start: int, text: str, _lexicon: Lexicon) -> Token:
    """whole 分之 part: 百分之五 is 5 %, 三分之二 is two in the unit 1/3."""
    whole, _, part = word.partition("分之")
    end = start + len(word)
    unit = {"百": "%", "千": "‰"}.get(whole) or _under(_plain(whole))
    number = _plain(part)
    if unit is None or number is None or (not number and unit[0] == "1"):
        return token("bad", None, start, end)
    return _whole(number, unit, start, end, text)


def _plain(word: str) -> Decimal | None:
    """A numeral without a scale that joins a unit."""
    if word[:1].isdigit():
        digits = word.removesuffix("万")
        number = Decimal(digits) if len(digits) <= LONGEST else None
        return number if number is None or digits == word else number * 10**4
    read = chinese(word) if 0 < len(word) <= LONGEST else None
    if read is None or read[1] not in {"", "万"}:
        return None
    return read[0] * 10**4 if read[1] else read[0]


def _under(whole: Decimal | None) -> str | None:
    return f"1/{whole:f}" if whole is not None and whole % 1 == 0 and 0 < whole < 10**9 else None


def ratio(word: str, start: int, text: str, _lexicon: Lexicon) -> Token:
    """a:b is a in the unit 1/b."""
    over, _, under = word.replace("/", ":").partition(":")
    end = start + len(word)
    plain = f"{under[:-1]}0000" if under.endswith("万") else under
    unit = ":1" if under == "1" and "/" not in word else _under(_plain(plain))
    if unit is None or len(over) > LONGEST:
        return token("bad", None, start, end)
    return _whole(Decimal(over), unit, start, end, text)


def _whole(number: Decimal, unit: str, start: int, end: int, text: str) -> Token:
    """A fraction, with 多 behind it."""
    more = text.startswith("多", end)
    return token("figure", figure(number, "", unit, more=more, bare=False), start, end + more)
