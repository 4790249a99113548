"""Parts of a number that the text breaks, as 34⏎0亿元, 6·5%, 256，3亿元, 1O% and —3.2%: none is certain."""

import re
from typing import Final

from govtargets.zh._scan import Scan
from govtargets.zh.tokens import Figure, Token

__all__ = ["is_cut", "is_minus"]

# What stands right before the second part.
_BEFORE: Final = re.compile(
    r"[0-9]\n$|(?<![0-9])[0-9] $|[0-9][·•。]$|±$|[0-9][万亿]$|[0-9][×xX*]$|\^$"
)
# 256，3亿元, but neither 2023，3家 nor 0.5，3家
_COMMA: Final = re.compile(
    "(?<![.0-9])(?!(?:19|20)[0-9]{2}，)[0-9]{1,4}，(?=[0-9]{1,2}(?![0-9年月日]))"
)
# 5分/千瓦时 and 6公里/百平方公里, in units that are not known
_OVER: Final = re.compile("/[十百千]")
# What stands right behind the first part, or a unit that is not known.
_BEHIND: Final = re.compile(
    "(?<![0-9]{2}) [0-9](?![0-9])|[一-鿿]{1,3}/|/[十百千]|[·•。×*][0-9]|[A-Za-z℅0-9]"
    "|，[0-9]{1,2}(?![0-9年月日])|分(?![别钟之])"
)
_REACH: Final = 3
_FAR: Final = 5


def is_cut(scan: Scan, at: int, token: Token, figure: Figure) -> bool:
    """Whether the figure of the expression at the token may be a part of a number."""
    start = token.start
    if _BEFORE.search(scan.text, max(0, start - _REACH), start) is not None:
        return True
    if scan.text.endswith("，", 0, start) and _COMMA.search(
        scan.text, max(0, start - _FAR), start + _REACH
    ):
        return True
    if (_OVER if figure.unit else _BEHIND).match(scan.text, token.end) is not None:
        return True
    return _breaks(scan, figure) or (scan.stated_at == at and _broken(scan, at))


_ENDS: Final = frozenset({"comma", "stop", "end", "with"})


def _breaks(scan: Scan, figure: Figure) -> bool:
    """Whether a bare number behind a verb does not end its clause, as in 增长6、5%."""
    if not scan.verb or not _is_bare(figure):
        return False
    goes_on = scan.tokens[scan.at].kind not in _ENDS
    return goes_on or scan.tokens[scan.at + 1].kind == "figure"


def _is_bare(figure: object) -> bool:
    """Whether it is a whole number without a unit."""
    return isinstance(figure, Figure) and not (figure.unit or figure.scale or figure.number % 1)


def _broken(scan: Scan, at: int) -> bool:
    """Whether it stands behind such a number and its 、."""
    if at < _REACH or scan.tokens[at - 1].kind not in _ENDS:
        return False
    return _is_bare(scan.tokens[at - 2].value) and scan.tokens[at - 3].kind in {"grow", "noun"}


# A list has fewer tokens; adversarial repetition stays linear.
_MOST: Final = 16
_JOINS: Final = frozenset({"comma", "with"})


def is_minus(scan: Scan, at: int) -> bool:
    """Whether a long dash stands before the figure, or the first of its list, and may be a minus: 增速为—6.5%."""
    least = max(2, at - _MOST)
    while (
        at > least and scan.tokens[at - 1].kind in _JOINS and scan.tokens[at - 2].kind == "figure"
    ):
        at -= 2
    dash, before = scan.tokens[at - 1], scan.tokens[at - 2]
    if at < least or dash.kind != "dash" or scan.text[dash.start : dash.end] not in _LONG:
        return False
    # Behind a full stop or a comma it begins a paragraph.
    return before.kind not in {"stop", "figure"} and scan.text[before.start] not in ",，"


_LONG: Final = frozenset("—–─━―")
