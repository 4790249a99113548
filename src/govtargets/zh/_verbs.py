"""Verbs of change in front of a number, and what only looks like one."""

import re
from typing import Final

from govtargets.zh._scan import NOT_WORDS, Scan
from govtargets.zh._whole import behind_aside
from govtargets.zh.tokens import Figure, Token

__all__ = ["grows", "past_aside", "sign_of"]


def grows(scan: Scan, token: Token) -> bool:
    """A verb that says which way it changes."""
    # 负增长 alone is a number itself, and 加快 has to be told from 加快建设.
    first, follows = scan.text[token.start], scan.tokens[scan.at + 1]
    if first == "负" and follows.kind not in NOT_WORDS:
        return False
    works = first == "加" or (first == "提" and scan.text.endswith(_WORKS, 0, token.start))
    if works and not _changes(follows):
        return False
    scan.verb = sign_of(token)
    past_aside(scan)
    return True


def past_aside(scan: Scan) -> None:
    """Past the brackets behind the word, keeping what they say of base and prices: 下降(同口径)5%."""
    behind = scan.tokens[scan.at].end
    if not scan.text.startswith("(", behind) or _OTHERWISE.match(scan.text, behind) is not None:
        return
    end = behind_aside(scan, scan.at)
    for inner in scan.tokens[scan.at + 1 : end]:
        if inner.kind == "base":
            scan.base = str(inner.value)
        elif inner.kind == "price":
            scan.price = str(inner.value)
    scan.at = end


# 改造提升20万亩 is done to so many, no rise by them.
_WORKS: Final = (
    "改造",
    "整治",
    "优化",
    "打造",
    "扩建",
    "改建",
    "新建",
    "建设",
    "完善",
    "美化",
    "修缮",
    "升级",
    "培育",
)


# 上涨(降)5% and 增长(%)5
_OTHERWISE: Final = re.compile(r"\((?:%|[^()]{0,8}[升降增减涨跌]\))")


def sign_of(token: Token) -> int:
    """Which way the word goes."""
    assert isinstance(token.value, int)  # noqa: S101  the vocabulary says so
    return token.value


_RELATIVE: Final = frozenset({"%", "‰", "个百分点", "百分点", "倍", "成"})


def _changes(token: Token) -> bool:
    """Whether what follows is no amount: 加快2.1个百分点 is a change, 加快500千伏输变电工程建设 none."""
    return not isinstance(token.value, Figure) or token.value.unit in _RELATIVE
