"""Figures whose verb stands before its object: 压减一般性支出15%, 提高森林覆盖率1.2个百分点."""

import re
from typing import Final

from govtargets.zh._prefix import prefixes
from govtargets.zh._scan import Scan
from govtargets.zh.tokens import Figure, Token

__all__ = ["governed"]

# An object has fewer tokens and characters.
_FAR: Final = 12
_LONGEST: Final = 32
_LEAST: Final = 2
# What takes an object, and is not as 增长 and 上升 are.
_VERBS: Final = (
    "提高 提升 增加 扩大 上调 延长 降低 减少 压减 压缩 缩短 缩小 收窄 下调 压降 削减 减轻 精简 精减 "
    "缩减 调减 控减 降"
)
_TRANSITIVE: Final = frozenset(_VERBS.split())
# Words that rate: their percentage may be where they arrive.
_RATING: Final = frozenset({"share", "noun"})
_WORDS: Final = (
    frozenset(
        {"text", "plain", "label", "quote", "gen", "scope", "time", "day", "region", "span", "step"}
    )
    | _RATING
)
_JOINING: Final = frozenset({"comma", "with"})
_AROUND: Final = frozenset({"span", "base", "price", "status", "commit", "fill"})
_VALUE: Final = frozenset({"figure", "halves", "dash", "to", "after"})
_ENDING: Final = frozenset({"comma", "stop", "end", "with"})
_RATIOS: Final = frozenset({"%", "‰", "成", "倍"})
_POINTS: Final = frozenset({"个百分点", "百分点"})
_OPENING: Final = frozenset({"grow", "quote"})
_JOINED: Final = re.compile("[、和与及]")
# 增加值, 减少量 and 下降率 are nouns; a verb inside has a number of its own.
_NO_OBJECT: Final = re.compile(
    "[值量率额数幅度的后至到]|部分|.*?(?:完成|推动|推进|实施|建成|带动|促进|确保|用于|涉及|惠及|突破|覆盖(?![率面])|使(?!用)|[让并])"
)
_RATE: Final = re.compile(
    "(?:(?<![效功频])率|(?<![强浓温难力])度|比重|比例|占比|份额|面|[增涨降升]幅|增速)$"
)


def governed(scan: Scan) -> None:
    """Let the verb before the object say how the number behind it changes, where one does.

    A rate with a percentage is left out: 提高参保率95% may rise by it or to it.
    """
    at = scan.at
    if scan.tokens[at - 1].kind not in _WORDS:
        return
    rating = scan.tokens[at].kind in _RATING
    unit = _unit(scan, at + rating)
    verb = _verb(scan, at) if unit is not None else None
    if verb is None:
        return
    words = scan.text[scan.tokens[verb].end : scan.tokens[at + rating].start]
    if unit not in _POINTS and _RATE.search(words) is not None:
        # 减少排放、优良率90%: a rate that stands beside the object has no verb.
        if _JOINED.search(words) is None and scan.tokens[verb + 1].kind != "figure":
            raise scan.stop("a rate that says whether it changes by so much or to it")
        return
    if rating:
        raise scan.stop("the number alone")
    _take(scan, verb, at)


def _take(scan: Scan, verb: int, at: int) -> None:
    """Say what the verb and the words around it say."""
    first = verb
    while first > max(0, verb - _FAR) and scan.tokens[first - 1].kind in _AROUND:
        first -= 1
    scan.at = first
    prefixes(scan)
    # 降低平均浓度5% speaks of no years.
    scan.average = any(token.value == "average" for token in scan.tokens[first:verb])
    scan.at = at
    scan.object_at = scan.tokens[verb].end


def _unit(scan: Scan, at: int) -> str | None:
    """The unit of a change that ends its clause there; `None` where none stands."""
    at += scan.tokens[at].kind == "before"
    token = scan.tokens[at]
    figure = token.value
    unit = "1/2" if token.kind == "halves" else figure.unit if isinstance(figure, Figure) else ""
    if not _is_change(unit):
        return None
    while scan.tokens[at].kind in _VALUE:
        at += 1
    behind = scan.tokens[at]
    ends = behind.kind in _ENDING or scan.text.startswith(_PURPOSES, behind.start)
    return unit if ends else None


_PURPOSES: Final = ("用于", "用以", "用来")


def _verb(scan: Scan, at: int) -> int | None:
    """The verb that takes the words before the token as its object."""
    tokens = scan.tokens
    for index in range(at - 1, max(-1, at - _FAR), -1):
        token = tokens[index]
        if token.kind == "grow":
            return index if _takes(scan, token, at) else None
        joins = _joins(scan, token)
        # 降低320家企业用电成本10%, 压减“三公”经费12%
        counted = token.kind == "figure" and tokens[index - 1].kind in _OPENING
        # 提高服务水平全省满意度: an area begins another thing, but not right behind the verb.
        placed = token.kind == "region" and tokens[index - 1].kind != "grow"
        # 降低能耗3.2%、水耗4%: one verb for both
        shared = token.kind in _VALUE and _parts(scan, index)
        if placed or not (token.kind in _WORDS or joins or counted or shared):
            return None
    return None


def _joins(scan: Scan, token: Token) -> bool:
    return token.kind in _JOINING and scan.text[token.start] not in ",，"


def _parts(scan: Scan, index: int) -> bool:
    """Whether a change of an object before ends there."""
    figure, behind = scan.tokens[index].value, scan.tokens[index + 1]
    changes = not isinstance(figure, Figure) or _is_change(figure.unit)
    return changes and (behind.kind in _VALUE or _joins(scan, behind))


def _is_change(unit: str) -> bool:
    return unit[:2] == "1/" or unit in _RATIOS or unit in _POINTS


def _takes(scan: Scan, verb: Token, at: int) -> bool:
    """Whether the verb has what follows as its object."""
    words = scan.text[verb.end : scan.tokens[at].start].removeprefix("了")
    return (
        scan.text[verb.start : verb.end] in _TRANSITIVE
        and _LEAST <= len(words) <= _LONGEST
        and _NO_OBJECT.match(words) is None
    )
