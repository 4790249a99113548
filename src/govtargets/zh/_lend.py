"""Units said once for figures with words of their own: 高于全国2.1个、全省1.3个百分点."""

import re
from typing import Final

import attrs

from govtargets.zh._numbers import borrowed
from govtargets.zh._prefix import SIDES
from govtargets.zh._scan import Scan
from govtargets.zh._token import changed
from govtargets.zh._versus import BETWEEN
from govtargets.zh.tokens import Figure, Token

__all__ = ["lend_across"]

# What a sentence holds where a unit is left out, or half of it.
_UNFINISHED: Final = re.compile("[0-9](?:个|[万亿])?[、和与及]")
_RATIOS: Final = frozenset({"%", "‰"})
# Verbs of how many: 增加2个、提高0.8个百分点 speaks of two things.
_COUNTING: Final = ("增加", "减少", "净增", "净减")
_AREAS: Final = frozenset({"region", "than"})
_WORDS: Final = _AREAS | {"span", "text", "before", "against"}
_LEVELS: Final = frozenset({"水平", "平均水平"}) | SIDES.keys()
_FAR: Final = 6
_CHANGING: Final = frozenset({"grow", "fill"})
_PERSONS: Final = frozenset({"人", "人次", "户"})


def lend_across(scan: Scan) -> None:
    """Give the figures before an area, a verb or nothing but 、 the unit that stands behind the last."""
    if _UNFINISHED.search(scan.text) is None:
        return
    behind = None
    for at in range(len(scan.tokens) - 1, -1, -1):
        token = scan.tokens[at]
        if not isinstance(token.value, Figure):
            continue
        if behind is not None and scan.tokens[at + 1].kind in BETWEEN and behind - at <= _FAR:
            _lend(scan, at, behind)
        behind = at


def _lend(scan: Scan, at: int, behind: int) -> None:
    token, follows = scan.tokens[at], scan.tokens[behind].value
    figure = token.value
    assert isinstance(figure, Figure)  # noqa: S101  just looked up
    assert isinstance(follows, Figure)  # noqa: S101  the same
    if scan.text[token.end] in ",，" or not _lacks(figure, follows):
        return
    words = scan.tokens[at + 2 : behind]
    if not words:
        # 脱贫25万、6万户 counts persons first.
        lends = figure.scale == follows.scale != "" and follows.unit not in _PERSONS
    elif words[0].kind == "grow":
        lends = _both_change(scan, at, words, figure, follows)
    else:
        lends = not figure.scale and _both_compare(scan, at, words)
    if not lends:
        return
    whole, _ = borrowed(scan, attrs.evolve(figure, unit=""), token, follows)
    scan.tokens[at] = changed(token, token.kind, whole)


def _lacks(figure: Figure, follows: Figure) -> bool:
    """Whether the first has no unit, or 个 of 个百分点, and the second has it whole."""
    if figure.unit == "个":
        return follows.unit.startswith("个") and follows.unit != "个"
    return not figure.unit and follows.unit != ""


def _both_change(scan: Scan, at: int, words: list[Token], figure: Figure, follows: Figure) -> bool:
    """Whether verbs of change alone stand before both: 提高1.2个、下降0.8个百分点."""
    at -= scan.tokens[at - 1].kind == "fill"  # 提高了
    verb = scan.tokens[at - 1]
    if verb.kind != "grow" or {word.kind for word in words} - _CHANGING or figure.scale:
        return False
    dealt = scan.tokens[at - 2].kind == "list" or figure.number % 1 != 0
    if figure.unit:
        return dealt or not scan.text.startswith(_COUNTING, verb.start)
    # 减少12、下降3.2% leaves out of what there are 12 fewer.
    return dealt or follows.unit not in _RATIOS


def _both_compare(scan: Scan, at: int, words: list[Token]) -> bool:
    """Whether another area stands before each: 高于全国2.1个、全省1.3个百分点, 比全国高2.1个、比全省高1.3个百分点."""
    if not all(_compares(scan, word) for word in words) or words[0].kind == "text":
        return False
    before = scan.tokens[max(0, at - _FAR) : at]
    kinds = {token.kind for token in before}
    return bool(before) and _compares(scan, before[-1]) and not kinds.isdisjoint(_AREAS)


def _compares(scan: Scan, token: Token) -> bool:
    if token.kind == "text":
        return scan.text[token.start : token.end] in _LEVELS
    return token.kind in _WORDS
