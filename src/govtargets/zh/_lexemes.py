"""Tokens made of what the pattern found: numbers with their units above all."""

import re
from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise
from typing import Final

from govtargets.comparator import Comparator
from govtargets.zh._fractions import LONGEST, fraction, ratio
from govtargets.zh._patterns import CN, WHO
from govtargets.zh._token import Token, figure, token
from govtargets.zh._units import Lexicon
from govtargets.zh.numerals import DIGITS, chinese, mixed

__all__ = ["READERS", "measured"]

_GROUPED: Final = re.compile(r"[0-9]{1,3}(?:([,， ])[0-9]{3})(?:\1[0-9]{3})*(?:\.[0-9]+)?")
_TAIL: Final = re.compile(
    f"[十百千万亿]+(?:(?:[0-9]+(?:\\.[0-9]+)?|[{CN}])[十百千万亿]+){{0,12}}(?:[{CN}](?![{CN}十百千万亿]))?"
)
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


def measured(
    number: Decimal,
    start: int,
    end: int,
    text: str,
    lexicon: Lexicon,
    scale: str = "",
    *,
    bare: bool = False,
) -> Token:
    """number [多] [scale] [多] [unit] [多 | 半], the unit being the longest known."""
    # Straight to the unit behind 万 or 亿, where it follows at once.
    behind = end + 1 if not scale and text.startswith(_LARGE, end) else end
    unit_end = lexicon.end(text, behind)
    more = False
    if unit_end == behind:
        unit_end = end
    elif behind > end:
        scale, end = text[end], behind
    if unit_end == end and end < len(text):
        found = _scaled(number, scale, end, text, lexicon)
        if found is None:
            return token("bad", None, start, end)
        number, scale, more, end = found
        unit_end = lexicon.end(text, end)
    unit = text[end:unit_end]
    if text[unit_end : unit_end + 1] in _FOLLOWING and unit:
        number, unit, more, unit_end = _behind((number, unit, more), unit_end, text, lexicon)
    return token("figure", figure(number, scale, unit, more=more, bare=bare), start, unit_end)


_LARGE: Final = ("万", "亿")
# Words that only begin like a unit, and what of them is one.
_WHOLE_WORDS: Final = {
    "折算": "",
    "折合": "",
    "台阶": "",
    "张床位": "张",
    "人年度": "人",
    "个次级": "个",
    # 2023、2024两年
    **dict.fromkeys(
        ("两年", "两个", "两大", "两项", "两级", "两地", "两省", "两市", "两县", "两区"), ""
    ),
    **dict.fromkeys(("连续", "连冠", "连丰", "连增", "连涨", "连降", "连跌", "连快"), ""),
}
# 900多万个体工商户, but 3个体系
_SELF_EMPLOYED: Final = ("工商", "经营", "私营", "经济", "户", "劳动")
# What behind a unit may belong to it, or make it no unit.
_FOLLOWING: Final = frozenset("多半体亿一二两三四五六七八九、和与及") | {
    word[-1] for word in _WHOLE_WORDS
}
# 0.5个和2.0个百分点 leaves half of its unit out.
_SHARED: Final = re.compile(
    "(?:[、和与及][0-9.]{1,8}个){0,8}?[、和与及][0-9.]{1,8}(个百分点|个工作日|个月)"
)


# 9万亿三个大台阶
_STEPS: Final = re.compile("[两三四五六七八九十](?:个?大?(?:台阶|关|门槛)|个整数)")


def _scaled(
    number: Decimal, scale: str, end: int, text: str, lexicon: Lexicon
) -> tuple[Decimal, str, bool, int] | None:
    """[多] [scale words] [多] behind the digits."""
    more = text[end] in "多余"
    if more:
        end += 1
    first = text[end : end + 1]
    # The 千 of 1050多千克 belongs to the unit.
    if first and first in "十百千万亿" and not (more and lexicon.end(text, end) > end):
        word = "万亿" if text.startswith("万亿", end) else first
        after = end + len(word)
        goes_on = (
            text[after : after + 1] in _PLACES
            and lexicon.end(text, after) == after
            and _STEPS.match(text, after) is None
        )
        if not scale and first in "万亿" and not goes_on:
            scale, end = word, after
        else:
            tail = _TAIL.match(text, end)
            read = mixed(number, tail[0]) if tail is not None and not scale else None
            if read is None or tail is None:
                return None
            number, scale, end = *read, tail.end()
    if not more and text[end : end + 1] in {"多", "余"}:
        return _more(number, scale, end, text, lexicon)
    return number, scale, more, end


def _more(
    number: Decimal, scale: str, end: int, text: str, lexicon: Lexicon
) -> tuple[Decimal, str, bool, int] | None:
    """多 behind a scale word, and what may follow it: 3百多亿元, 4万多亿元, 3万多人."""
    following = text[end + 1 : end + 2]
    if not scale and following in _LARGE:
        return _scaled(number, scale, end, text, lexicon)
    if scale + following == "万亿":
        return number, "万亿", True, end + 2
    more = _goes_on(text, end + 1, lexicon)
    return number, scale, more, end + more


_TEN: Final = 10
_PLACES: Final = frozenset(f"0123456789十百千万亿{CN}")


def _goes_on(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a unit follows 多, or nothing that would make it the beginning of a word: 12万多城乡居民, but 多样."""
    following = text[end : end + 1]
    return following not in _MANY or lexicon.end(text, end) > end


_MANY: Final = frozenset("样功媒边方维点式党渠能彩肽晶糖云动发于少头孔核元产收支增重极向学语端")
_HALVES: Final = frozenset({"年", "天", "番", "个月", "个小时", "小时", "周", "倍", "岁"})


def _behind(
    said: tuple[Decimal, str, bool], end: int, text: str, lexicon: Lexicon
) -> tuple[Decimal, str, bool, int]:
    """What may stand behind a unit: 3倍多, 2个多月, 一年半, 两个半小时, 八成五."""
    number, unit, more = said
    sign, rest = text[end], text[end + 1 : end + 6]
    if unit + sign in _WHOLE_WORDS:
        whole = _WHOLE_WORDS[unit + sign]
        return number, whole, more, end - len(unit) + len(whole)
    found = _behind_piece(said, end, text, lexicon) if unit == "个" else None
    if found is not None:
        return found
    if sign == "多" and (rest[:1] == "的" or not "一" <= rest[:1] <= "鿿"):
        return number, unit, True, end + 1
    if sign == "半" and unit in _HALVES and number % 1 == 0:
        return number + Decimal("0.5"), unit, more, end + 1
    if unit == "成" and sign in DIGITS and (not rest or rest[0] not in _PLACES) and number < _TEN:
        return number + Decimal(DIGITS[sign]) / 10, unit, more, end + 1
    return number, unit, more, end


def _behind_piece(
    said: tuple[Decimal, str, bool], end: int, text: str, lexicon: Lexicon
) -> tuple[Decimal, str, bool, int] | None:
    """What may stand behind 个: 900万个体工商户, 13.6个亿, 0.5个和2.0个百分点, 2个多月, 两个半小时."""
    number, _, more = said
    sign, rest = text[end], text[end + 1 : end + 6]
    if sign == "体" and rest.startswith(_SELF_EMPLOYED):
        return number, "", more, end - 1
    if sign == "亿" and rest[:1] != "级" and lexicon.end(text, end + 1) == end + 1:
        return number, "亿", more, end + 1
    if sign in "、和与及":
        shared = _SHARED.match(text, end)
        return number, "个" if shared is None else shared[1], more, end
    joined = lexicon.end("个" + rest, 0) if sign in "多半" else 0
    if joined > 1:
        half = Decimal("0.5") if sign == "半" else 0
        return number + half, ("个" + rest)[:joined], more or sign == "多", end + joined
    return None


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
