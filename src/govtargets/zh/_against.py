"""Goals against another series: 与经济增长同步, 高于全省平均水平1个百分点, 是2020年的1.5倍."""

import re
from typing import Final

from govtargets.comparator import Comparator
from govtargets.goals import Relation, Relative
from govtargets.zh._goal import over_goal
from govtargets.zh._numbers import quantity
from govtargets.zh._prefix import SIDES
from govtargets.zh._reference import AVERAGE, is_level, relative
from govtargets.zh._scan import NOT_WORDS, Scan, comparator
from govtargets.zh._suffixes import joined
from govtargets.zh._times import MOMENT
from govtargets.zh.tokens import Figure, Token

__all__ = [
    "SIDE",
    "against",
    "index_base",
    "margins",
    "over_order",
    "than",
    "together",
]

_RELATIONS: Final = {
    Comparator.ABOVE: Relation.ABOVE,
    Comparator.AT_LEAST: Relation.AT_LEAST,
    Comparator.BELOW: Relation.BELOW,
    Comparator.AT_MOST: Relation.AT_MOST,
}
_MARGINS: Final = {
    Comparator.EXACT: Relation.EXACT,
    Comparator.ABOUT: Relation.ABOUT,
    Comparator.NEARLY: Relation.ABOUT,
    **_RELATIONS,
}
_SIGNS: Final = {Relation.ABOVE: 1, Relation.BELOW: -1}
_LONGEST: Final = 30
_LOOK: Final = 14
# On which side of another series it stands; 提高 and 减少 are verbs.
SIDE: Final = (
    "(?<![提升走调])高出?|(?<![降走压调拉])低|(?<!加)快|(?<![放减])慢|(?<![许增])多出?|(?<!减)少"
)
_SIDED: Final = re.compile(f"(.+?)偏?({SIDE})了?")
_SOFT: Final = re.compile("(?:基本|保持|总体|大体|增长保持基本)+$")


def against(scan: Scan) -> Relative | None:
    """against := (高于 | 快于 | 达到 …) reference [before? margin after*]; `None` where none stands here."""
    token = scan.tokens[scan.at]
    start = scan.at
    relation = _relation(token) if _COMPARES.search(scan.text, token.start, token.end) else None
    stop = _reference_end(scan, start + 1)
    goal = over_goal(scan, stop)
    stop = stop if goal is None else goal
    words = scan.given(token.end, scan.tokens[stop].start)
    numbered = goal is None and scan.tokens[start + 1].kind in NOT_WORDS
    if relation is None or numbered or not words.strip("的") or len(words) > _LONGEST:
        return None
    scan.at = stop
    sign = _SIGNS.get(relation, 0)
    figure = _margin(scan)
    if figure is not None and scan.tokens[scan.at].kind in {"gen", "tail"}:
        # 高于年初12%的目标, 快于批发业10.6%的增速: no margin over them.
        scan.at = start
        return None
    if figure is not None and sign:
        return _with_margin(scan, words, figure, sign)
    if figure is not None or (token.kind == "reach" and not AVERAGE.match(words)):
        scan.at = start
        return None
    if scan.before is not None:
        return _limited(scan, start, words)
    if token.kind == "reach" and scan.tokens[stop].value is Comparator.AT_LEAST:
        scan.at, relation = stop + 1, Relation.AT_LEAST
    return relative(scan, relation, words, None)


def _limited(scan: Scan, start: int, words: str) -> Relative | None:
    """至少达到全省平均水平; 约高于 says no more than 高于 and something less."""
    if scan.tokens[start].kind != "reach":
        scan.at = start
        return None
    assert scan.before is not None  # noqa: S101  just asked
    return relative(scan, _MARGINS[scan.before], words, None)


# 突破, 跨越 and 迈上 pass a number, never another series.
_COMPARES: Final = re.compile("[于出达到快好强为]|超|领[先跑]|跑赢")


def over_order(scan: Scan, token: Token) -> Relative | None:
    """高于省定目标, behind us, with a margin; `None` where none follows."""
    first, reference = (
        scan.given(token.start, token.end)[:2],
        scan.given(token.start + 2, token.end),
    )
    figure = _margin(scan) if first in _BEYOND else None
    return None if figure is None else _with_margin(scan, reference, figure, 1)


_BEYOND: Final = frozenset({"高于", "优于", "好于"})


def _relation(token: Token) -> Relation | None:
    if token.kind == "reach":
        return Relation.EXACT
    if isinstance(token.value, Relation):
        return token.value
    said = comparator(token)
    return None if said is None else _RELATIONS.get(said)


def _reference_end(scan: Scan, start: int) -> int:
    """The token behind the reference: a number, a comparator before one, or the end of the clause."""
    for at in range(start, min(start + _LOOK, len(scan.tokens))):
        kind = scan.tokens[at].kind
        if kind in _CLOSING or (kind == "before" and scan.tokens[at + 1].kind == "figure"):
            return at
    return min(start + _LOOK, len(scan.tokens) - 1)


_CLOSING: Final = frozenset(
    {
        "figure",
        "comma",
        "stop",
        "end",
        "after",
        "sync",
        "ordinal",
        "front",
        "inexact",
        "bad",
        "quote",
    }
)


def _margin(scan: Scan) -> tuple[Figure, Token, Comparator] | None:
    """before? figure after*"""
    start = scan.at
    said = scan.before
    token = scan.tokens[scan.at]
    if token.kind == "before":
        said = joined(scan, said, comparator(token))
        scan.at += 1
        token = scan.tokens[scan.at]
    figure = token.value
    if not isinstance(figure, Figure) or figure.more:
        scan.at = start
        return None
    scan.at += 1
    while scan.tokens[scan.at].kind == "after":
        said = joined(scan, said, comparator(scan.tokens[scan.at]))
        scan.at += 1
    return figure, token, said or Comparator.EXACT


def _with_margin(
    scan: Scan, words: str, found: tuple[Figure, Token, Comparator], sign: int
) -> Relative:
    figure, token, said = found
    relation = margins(said, falls=sign < 0)
    return relative(scan, relation, words, quantity(scan, figure, token, sign))


def margins(said: Comparator, *, falls: bool) -> Relation:
    """The relation to a series that a margin with the comparator makes, below it or above it."""
    return _MARGINS.get(said.mirrored if falls else said, Relation.EXACT)


def than(scan: Scan) -> Relative | None:
    """than := (比|较) reference (高|低|快|慢) margin; `None` where none stands here."""
    token = scan.tokens[scan.at]
    start = scan.at
    stop = _reference_end(scan, start + 1)
    # 高出 is a comparator where no reference stands before it.
    stop += scan.tokens[stop].value is Comparator.ABOVE
    words = scan.given(token.end, scan.tokens[stop].start)
    match = _SIDED.fullmatch(words)
    scan.at = stop
    figure = _margin(scan) if match is not None and len(words) <= _LONGEST else None
    if match is None or figure is None:
        scan.at = start
        return None
    return _with_margin(scan, match[1], figure, SIDES[match[2]])


def together(scan: Scan) -> Relative | None:
    """together := (与|和|同) reference (同步|持平|基本同步 … | 相比 (高|低) margin); `None` where none stands here."""
    token = scan.tokens[scan.at]
    for at in range(scan.at + 1, min(scan.at + _LOOK, len(scan.tokens))):
        ahead = scan.tokens[at]
        if ahead.kind == "sync":
            words = scan.given(token.end, ahead.start)
            if not words or len(words) > _LONGEST:
                return None
            said = scan.text[ahead.start : ahead.end]
            scan.at = at + 1
            if said.endswith("增长"):
                scan.verb = scan.verb or 1
            soft = _SOFT.search(words)
            exact = said == "持平" and (soft is None or "基本" not in soft[0])
            relation = Relation.EXACT if exact else Relation.ABOUT
            return relative(scan, relation, words[: soft.start()] if soft else words, None)
        if ahead.kind == "compared":
            return _beside(scan, at)
        # 城镇和农村居民收入与经济增长同步: 和 joins two names.
        if ahead.kind in _BREAKS or (ahead.kind == "with" and scan.text[ahead.start] == "与"):
            return None
    return None


_BREAKS: Final = frozenset({"comma", "stop", "end", "figure"})


def _beside(scan: Scan, compared: int) -> Relative | None:
    """与 reference 相比 (高|低) margin"""
    start = scan.at
    words = scan.given(scan.tokens[start].end, scan.tokens[compared].start)
    side = scan.tokens[compared + 1]
    sign = SIDES.get(scan.text[side.start : side.end])
    scan.at = compared + 2
    figure = _margin(scan) if sign is not None and words else None
    if sign is None or figure is None:
        scan.at = start
        return None
    return _with_margin(scan, words, figure, sign)


def index_base(scan: Scan) -> bool:
    """index := (是 | 为 | 达到 | 超过) base 的, before a multiple; moves behind 的 where one stands here."""
    start = scan.at
    for at in range(start + 1, min(start + _LOOK, len(scan.tokens) - 1)):
        ahead = scan.tokens[at]
        if ahead.kind == "gen":
            words = scan.given(scan.tokens[start].end, ahead.start)
            said = scan.text[scan.tokens[start].end : ahead.start]
            timed = MOMENT.fullmatch(said) is not None
            rated = timed or is_level(words)
            if not words or not _multiplies(scan, at + 1, rated=rated):
                return False
            scan.base, scan.scope = (f"比{said}", scan.scope) if timed else (scan.base, words)
            scan.at = at + 1
            return True
        if ahead.kind in {"comma", "stop", "end", "figure"}:
            return False
    return False


def _multiplies(scan: Scan, at: int, *, rated: bool) -> bool:
    """Whether a multiple stands there, or a part behind a comparator: 接近全省总数的三分之一."""
    at += scan.tokens[at].kind == "before"
    token = scan.tokens[at]
    compared = scan.tokens[scan.at].kind == "before"
    if token.kind == "halves":
        return rated or compared
    if not isinstance(token.value, Figure):
        return False
    unit = token.value.unit
    if unit == "倍":
        return True
    return (rated or compared) and (unit[:2] == "1/" or unit in {"%", "‰", "成"})
