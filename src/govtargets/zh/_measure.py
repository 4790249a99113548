"""A number with what stands behind its digits: scale words, 多, the unit, and what may belong to it."""

import re
from decimal import Decimal
from typing import Final

from govtargets.zh._patterns import CN
from govtargets.zh._token import Token, figure, token
from govtargets.zh._units import Lexicon
from govtargets.zh.numerals import DIGITS, mixed

__all__ = ["measured"]

_TAIL: Final = re.compile(
    f"[十百千万亿]+(?:(?:[0-9]+(?:\\.[0-9]+)?|[{CN}])[十百千万亿]+){{0,12}}(?:[{CN}](?![{CN}十百千万亿]))?"
)


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
_AND_MORE: Final = frozenset({"多", "余"})
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
            tailed = None if scale else _tailed(number, end, text)
            if tailed is None:
                return None
            number, scale, inner, end = tailed
            more = more or inner
    if not more and text[end : end + 1] in _AND_MORE:
        return _more(number, scale, end, text, lexicon)
    return number, scale, more, end


def _tailed(number: Decimal, end: int, text: str) -> tuple[Decimal, str, bool, int] | None:
    """Scale words and further places behind the digits, with 多 among them: 亿3千万, 亿3千多万."""
    tail = _TAIL.match(text, end)
    assert tail is not None  # noqa: S101  the caller saw a scale word
    words, end = tail[0], tail.end()
    more = text[end : end + 1] in _AND_MORE and text[end + 1 : end + 2] in _LARGE
    if more:
        words, end = words + text[end + 1], end + 2
    read = mixed(number, words)
    return None if read is None else (*read, more, end)


def _more(
    number: Decimal, scale: str, end: int, text: str, lexicon: Lexicon
) -> tuple[Decimal, str, bool, int] | None:
    """多 behind a scale word, and what may follow it: 4万多亿元, 3万多人."""
    if scale == "万" and text.startswith("亿", end + 1):
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
