"""What stands behind a number and limits it: 以上, 左右, (含50家)以上, 的预期目标以内."""

import re
from typing import Final

from govtargets.comparator import Comparator
from govtargets.zh._scan import Scan

__all__ = ["joined", "suffixes", "trailing"]

# Two comparators that say one thing (约50个左右, 超过100家以上), and which of them says it.
_AGREE: Final = {
    frozenset(pair): pair[0]
    for pair in (
        (Comparator.ABOVE, Comparator.AT_LEAST),
        (Comparator.BELOW, Comparator.AT_MOST),
        (Comparator.NEARLY, Comparator.ABOUT),
        (Comparator.SOME_MORE, Comparator.AT_LEAST),
        (Comparator.SOME_MORE, Comparator.ABOVE),
    )
}


def joined(scan: Scan, one: Comparator | None, two: Comparator | None) -> Comparator | None:
    """Both comparators as one where they agree."""
    if one is None or one is two:
        return two
    if two is None:
        return one
    agreed = _AGREE.get(frozenset((one, two)))
    if agreed is None:
        raise scan.stop("comparators that agree")
    return agreed


def suffixes(scan: Scan, comparator: Comparator | None) -> Comparator | None:
    """[(含50家) | 的预期目标] after*"""
    token = scan.tokens[scan.at]
    if token.kind in _OPENING:
        comparator = _behind_words(scan, comparator)
    return trailing(scan, comparator)


def trailing(scan: Scan, comparator: Comparator | None) -> Comparator | None:
    """after* : 以上, 以内, 左右, each at most once, agreeing with what stands before the number."""
    token = scan.tokens[scan.at]
    last: object = None
    while token.kind == "after":
        value = token.value
        if value is last:
            raise scan.stop("each comparator once")
        last = value
        assert isinstance(value, Comparator)  # noqa: S101  the vocabulary says so
        comparator = joined(scan, comparator, value)
        scan.at += 1
        token = scan.tokens[scan.at]
    return comparator


_LIMITS: Final = {
    "上": Comparator.AT_LEAST,
    "内": Comparator.AT_MOST,
    "下": Comparator.AT_MOST,
    "右": Comparator.ABOUT,
}
_EXCLUDED: Final = {Comparator.AT_LEAST: Comparator.ABOVE, Comparator.AT_MOST: Comparator.BELOW}
# Tokens that may open such words.
_OPENING: Final = frozenset(
    {"gen", "stop", "text", "plain", "fill", "hold", "step", "day", "expected"}
)
_WORDS: Final = re.compile(
    r"(?:\((?P<not>不)?含[^()，。；]{0,8}\)(?:及|或)?"
    "|的?(?:预期|年度|全年|年初|控制|调控|考核|约束性|合理|省定|国家)*"
    "(?:目标|范围|水平|红线|警戒线|底线|区间|大关|关口|门槛)+值?)"
    "(?:以(?P<one>[上内下])|之(?P<two>[上内下])|(?P<three>内)(?![容部外需涝])|左(?P<four>右))"
)


def _behind_words(scan: Scan, comparator: Comparator | None) -> Comparator | None:
    """(含50家)以上 | 的目标以内: what limits the number, behind words that only name what it is."""
    match = _WORDS.match(scan.text, scan.tokens[scan.at].start)
    if match is None:
        return comparator
    said = _LIMITS[match[match.lastgroup or ""]]
    comparator = joined(scan, comparator, _EXCLUDED[said] if match["not"] else said)
    while scan.tokens[scan.at].start < match.end():
        scan.at += 1
    if scan.tokens[scan.at - 1].end > match.end():
        raise scan.stop("the end of the clause behind 目标范围内")
    return comparator
