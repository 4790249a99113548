"""Tokens made of what the pattern found: numbers with their units above all."""

import re
from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise
from typing import Final

from govtargets.comparator import Comparator
from govtargets.zh._fractions import LONGEST, fraction, ratio
from govtargets.zh._measure import measured
from govtargets.zh._patterns import WHO
from govtargets.zh._token import Token, token
from govtargets.zh._units import Lexicon
from govtargets.zh.numerals import DIGITS, chinese

__all__ = ["READERS"]

_GROUPED: Final = re.compile(r"[0-9]{1,3}(?:([,， ])[0-9]{3})(?:\1[0-9]{3})*(?:\.[0-9]+)?")
_NARROW_WORDS: Final[dict[str, tuple[str, object]]] = {
    "上": ("before", Comparator.AT_LEAST),
    "超": ("before", Comparator.ABOVE),
    "破": ("before", Comparator.ABOVE),
    "过": ("before", Comparator.ABOVE),
    "近": ("before", Comparator.NEARLY),
    "约": ("before", Comparator.ABOUT),
    "达": ("reach", None),
    "仅": ("reach", None),
    "内": ("after", Comparator.AT_MOST),
    **dict.fromkeys(("增", "升", "涨", "比增"), ("grow", 1)),
    **dict.fromkeys(("减", "跌", "比降", "比减"), ("grow", -1)),
}


def _time(word: str, start: int, _text: str, _lexicon: Lexicon) -> Token:
    return token("time", word, start, start + len(word))


def _base(word: str, start: int, _text: str, _lexicon: Lexicon) -> Token:
    return token("base", "比" + word[1:], start, start + len(word))


def _per(word: str, start: int, _text: str, _lexicon: Lexicon) -> Token:
    return token("scope", None, start, start + len(word))


def _than(word: str, start: int, _text: str, _lexicon: Lexicon) -> Token:
    return token("than", None, start, start + len(word))


def _label(word: str, start: int, _text: str, _lexicon: Lexicon) -> Token:
    return token("label", None, start, start + len(word))


_ASSIGNER: Final = re.compile(f"(?:完成|达到|按照?|以|控制在|落实|高于|不低于|优于|好于)好?({WHO})")


def _delegated(word: str, start: int, _text: str, _lexicon: Lexicon) -> Token:
    match = _ASSIGNER.match(word)
    return token(
        "delegated",
        "省" if match is None or match[1] == "省级" else match[1],
        start,
        start + len(word),
    )


def _narrow(word: str, start: int, _text: str, _lexicon: Lexicon) -> Token:
    kind, value = _NARROW_WORDS[word]
    return token(kind, value, start, start + len(word))


def _quote(word: str, start: int, _text: str, _lexicon: Lexicon) -> Token:
    return token("quote", None, start, start + len(word))


def _inexact(word: str, start: int, _text: str, _lexicon: Lexicon) -> Token:
    return token("inexact", None, start, start + len(word))


def _ordinal(word: str, start: int, _text: str, _lexicon: Lexicon) -> Token:
    return token("ordinal" if word[0] == "第" else "front", word[1:], start, start + len(word))


def _digits(word: str, start: int, text: str, lexicon: Lexicon) -> Token:
    """Digits, with separators in groups of three."""
    end = start + len(word)
    if not word.isdigit() and (word.count(".") > 1 or "," in word or "，" in word or " " in word):
        if _GROUPED.fullmatch(word) is None:
            head, comma, _ = word.partition("，")
            if not comma:
                return token("bad", None, start, end)
            return _digits(head, start, text, lexicon)
        word = word.replace(",", "").replace("，", "").replace(" ", "")
    if len(word) > LONGEST:
        return token("bad", None, start, end)
    return measured(Decimal(word), start, end, text, lexicon)


def _chinese(word: str, start: int, text: str, lexicon: Lexicon) -> Token:
    """A numeral in Chinese digits; the 千 of 千瓦 belongs to the unit."""
    end = start + len(word)
    read = chinese(word) if len(word) <= LONGEST else None
    if read is None and word[-1:] in {"千", "百"} and len(word) > 1:
        read, end = chinese(word[:-1]), end - 1
        read = read if lexicon.end(text, end) > end else None
    if read is None:
        return token("inexact" if _vague(word) else "bad", None, start, start + len(word))
    bare = text[start:end] in {"万", "亿"} or word[0] in "百千"
    return measured(read[0], start, end, text, lexicon, read[1], bare=bare)


def _vague(word: str) -> bool:
    """Whether two digits stand side by side as in 三五 and 七八百: about so many."""
    return any(one in DIGITS and two in DIGITS for one, two in pairwise(word))


READERS: Final[dict[str, Callable[[str, int, str, Lexicon], Token]]] = {
    "time": _time,
    "base": _base,
    "label": _label,
    "recent": _label,
    "delegated": _delegated,
    "narrow": _narrow,
    "per": _per,
    "fraction": fraction,
    "quote": _quote,
    "ratio": ratio,
    "very": _label,
    "than": _than,
    "slash": ratio,
    "digits": _digits,
    "ordinal": _ordinal,
    "inexact": _inexact,
    "formal": _chinese,
    "chinese": _chinese,
}
