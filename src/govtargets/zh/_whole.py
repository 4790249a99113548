"""The whole of a share (占比): 占工业投资40%, 占全部投资的比重, 占农民收入的72%."""

from typing import Final

from govtargets.zh._scan import NOT_WORDS, Scan, comparator
from govtargets.zh.tokens import Figure, Token

__all__ = ["behind_aside", "other_whole", "share_of", "whole_before"]

_LOOK: Final = 8


def share_of(scan: Scan, token: Token) -> bool:
    """占 [whole] [的] 比重 | 占 [whole 的]"""
    scan.before = comparator(token) or scan.before
    start = scan.at + 1
    for index in range(start, start + _LOOK):
        ahead = scan.tokens[index]
        if index == start and ahead.kind in _RATED:
            scan.share = True
            return True
        if ahead.kind == "text" and scan.text.startswith(("比例", "份额"), ahead.end - 2):
            whole = scan.given(scan.tokens[start].start, ahead.end - 2).removesuffix("的")
            behind = index + _before_part(scan, index + 1)
            scan.scope, scan.share, scan.at = whole or scan.scope, True, behind
            return True
        if ahead.kind == "share" or (
            ahead.kind == "gen" and scan.tokens[index + 1].kind in NOT_WORDS | {"reach"}
        ):
            whole = scan.given(scan.tokens[start].start, ahead.start).removesuffix("的")
            # 占工业比重的58%
            behind = behind_aside(scan, index)
            behind += ahead.kind == "share" and _before_part(scan, behind + 1)
            scan.scope, scan.share, scan.at = whole or scan.scope, True, behind
            return True
        if ahead.kind in _CLAUSE or (
            ahead.kind == "before" and scan.tokens[index + 1].kind == "figure"
        ):
            return _right_before(scan, start, index)
        if ahead.kind == "from" and index > start:  # 占全国份额从14%提升到15.5%
            return _right_before(scan, start, index)
    return False


def behind_aside(scan: Scan, at: int) -> int:
    """The end of the brackets behind the token, 占人口比重(城镇化率)为65%; the token itself where none stand."""
    if scan.text[scan.tokens[at].end : scan.tokens[at + 1].end] != "(":
        return at
    for index in range(at + 2, min(at + _LONGEST, len(scan.tokens))):
        token = scan.tokens[index]
        if token.kind == "stop":
            return index if scan.text[token.start] == ")" else at
        if token.kind in _APART:
            return at
    return at


# An aside has fewer tokens.
_LONGEST: Final = 24
# A figure in brackets is one of its own.
_APART: Final = frozenset({"figure", "time", "end"})


def _before_part(scan: Scan, at: int) -> bool:
    return scan.tokens[at].kind == "gen" and _is_part(scan.tokens[at + 1])


def _right_before(scan: Scan, start: int, index: int) -> bool:
    """占工业投资40%: the whole stands right before a ratio."""
    token = scan.tokens[index + (scan.tokens[index].kind in _AHEAD)]
    if token.kind != "halves" and not _is_part(token):
        return False
    end = scan.tokens[index - 1 if scan.tokens[index - 1].kind == "reach" else index].start
    whole = scan.given(scan.tokens[start].start, end).removesuffix("的")
    scan.scope, scan.share, scan.at = whole, True, index - 1
    return True


def _is_part(token: Token) -> bool:
    figure = token.value
    return isinstance(figure, Figure) and (figure.unit in _RATIOS or figure.unit[:2] == "1/")


def whole_before(scan: Scan, at: int) -> int:
    """Where 占 whole 比重 begins before 分别, so that each share keeps its whole; the same place where it does not."""
    last = scan.tokens[at - 1]
    if last.kind != "share" and not scan.text.endswith(_PARTS, 0, last.end):
        return at
    for index in range(at - 1, max(-1, at - 1 - _LOOK), -1):
        kind = scan.tokens[index].kind
        if kind == "of":
            return index
        if kind in _CLAUSE:
            break
    return at


_PARTS: Final = ("比例", "份额")
_AHEAD: Final = frozenset({"before", "from"})
# What the ratio itself may begin with; 全部 and 人均 may begin the whole.
_RATED: Final = (NOT_WORDS | {"reach"}) - {"fill", "scope"}
_CLAUSE: Final = frozenset({"comma", "stop", "end", "figure", "halves"})
# 占全省的12%、全国的8%
_WORDS: Final = frozenset({"region", "text", "plain", "fill", "expected"})


def other_whole(scan: Scan) -> int | None:
    """The token of a share of another whole behind the present one, in 、全国交通投资的8%; `None` where none is."""
    first = at = scan.at + 1
    while scan.tokens[at].kind in _WORDS and at - first < _LOOK:
        at += 1
    figure = scan.tokens[at + 1].value
    if at == first or scan.tokens[at].kind != "gen" or not isinstance(figure, Figure):
        return None
    return at + 1 if figure.unit == "%" else None


_RATIOS: Final = frozenset({"%", "‰", "成", "倍"})
