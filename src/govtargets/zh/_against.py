"""Goals against another series: 与经济增长同步, 高于全省平均水平1个百分点, 是2020年的1.5倍."""

import re
from typing import Final

from govtargets.comparator import Comparator
from govtargets.errors import GovTargetsError
from govtargets.goals import Relation, Relative
from govtargets.period import Period
from govtargets.quantity import Quantity
from govtargets.region import Region
from govtargets.zh import _words
from govtargets.zh._numbers import joined, quantity
from govtargets.zh._prefix import SIDES
from govtargets.zh._scan import NOT_WORDS, Scan, comparator
from govtargets.zh._times import MOMENT, period_of
from govtargets.zh.tokens import Figure, Token

__all__ = ["SIDE", "against", "index_base", "is_level", "margins", "relative", "than", "together"]

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
_REGION: Final = re.compile("|".join(sorted(_words.REGIONS, key=len, reverse=True)))
_NAMED: Final = re.compile("[一-鿿]{1,8}?(?:省|市|县|区|州|盟|旗|地区)(?=$|平均)")
_LEVEL: Final = re.compile("(?:的?平均(?:水平|值|数|线|增速|增幅)?|的?水平|的?同期)?的?")
_AVERAGE: Final = re.compile(f"(?:{_REGION.pattern}|{_NAMED.pattern})平均[一-鿿]{{0,6}}")
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
    words = scan.given(token.end, scan.tokens[stop].start)
    follows = scan.tokens[start + 1].kind
    if relation is None or follows in NOT_WORDS or not words.strip("的") or len(words) > _LONGEST:
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
    if figure is not None or (token.kind == "reach" and not _AVERAGE.match(words)):
        scan.at = start
        return None
    if token.kind == "reach" and scan.tokens[stop].value is Comparator.AT_LEAST:
        scan.at, relation = stop + 1, Relation.AT_LEAST
    return relative(scan, relation, words, None)


# 突破, 跨越 and 迈上 pass a number, never another series.
_COMPARES: Final = re.compile("[于出达到快好强为]|超过|领[先跑]|跑赢")


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
    said: Comparator | None = None
    token = scan.tokens[scan.at]
    if token.kind == "before":
        said = comparator(token)
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


def relative(scan: Scan, relation: Relation, words: str, margin: Quantity | None) -> Relative:
    """A goal against the series, the area and the time that the words name."""
    region, rest = _region(words.removesuffix("的"))
    period, rest = _period(rest, scan.year)
    try:
        return Relative(relation, rest or None, region, period, margin)
    except GovTargetsError as error:
        raise scan.stop(f"a reference: {error}") from None


def _region(words: str) -> tuple[Region | None, str]:
    match = _REGION.match(words) or _NAMED.match(words)
    if match is None:
        return None, words
    rest = words[match.end() :]
    level = _LEVEL.match(rest)
    return Region(match[0]), rest[level.end() :] if level is not None else rest


def _period(words: str, year: int | None) -> tuple[Period | str | None, str]:
    match = MOMENT.match(words)
    if match is None:
        return None, words
    said = match[0].removesuffix("水平")
    period = (
        period_of(said.removesuffix("同期"), year)
        if said[:1].isdigit() or said[:1] in "“十二一"
        else None
    )
    return period or said, words[match.end() :]


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


def is_level(words: str) -> bool:
    """Whether the words name a level, of which a ratio is no share: the average of an area, or the former one."""
    return words in _ONCE or _AVERAGE.fullmatch(words) is not None


# 下降到原来的三分之一
_ONCE: Final = frozenset({"原来", "原先", "原有", "过去", "以前"})


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
