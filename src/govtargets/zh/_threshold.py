"""A comparator in front of a number: 超过5%, 至少增长5%, and 比计划超过70亿元, where it is a verb."""

from typing import Final

from govtargets.zh._goal import over_goal
from govtargets.zh._limiting import ADVERBS, DONE
from govtargets.zh._scan import NOT_WORDS, Scan, comparator
from govtargets.zh._suffixes import joined
from govtargets.zh.tokens import Token

__all__ = ["before"]

_LOOK: Final = 8


def before(scan: Scan, token: Token) -> bool:
    """A comparator before a number, or an adverb such as 至少 before its verb."""
    word = scan.text[token.start : token.end]
    if scan.tokens[scan.at + 1].kind not in NOT_WORDS and not (
        word in ADVERBS and _limits_verb(scan)
    ):
        return False
    if over_goal(scan, scan.at + 1) is not None:
        return False
    if word in _EXCEEDS and _compares(scan):
        scan.verb = 1
        return True
    scan.before = joined(scan, scan.before, comparator(token))
    return True


_VERBS: Final = frozenset({"grow", "reach", "hold", "new", "noun", "span", "base", "lift"})


def _limits_verb(scan: Scan) -> bool:
    """Whether the verb of the number follows, as in 至少增长5%; moves onto 建成 in 至少建成3所."""
    follows = scan.tokens[scan.at + 1]
    if follows.kind in _VERBS:
        return True
    done = scan.text[follows.start : follows.end] in DONE
    if not done or scan.tokens[scan.at + 2].kind != "figure":
        return False
    scan.at += 1
    return True


# 比计划900亿元超过70亿元: by so much, not more than that.
_EXCEEDS: Final = frozenset({"超过", "超出", "高出", "超"})


def _compares(scan: Scan) -> bool:
    """Whether the clause has said with what it compares, and no verb yet, as 比上年增长超过5% has."""
    if scan.verb or scan.growth or scan.lift or scan.share:
        return False
    if scan.base is not None:
        return scan.base.startswith("比")
    for index in range(scan.at - 1, max(-1, scan.at - _LOOK), -1):
        kind = scan.tokens[index].kind
        if kind in {"than", "base"}:
            return True
        if kind in _CHANGED:
            return False
    return False


_CHANGED: Final = frozenset({"comma", "stop", "grow", "noun", "share", "reach"})
