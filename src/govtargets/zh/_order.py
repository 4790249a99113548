"""Places that do not look like one, and words that only look like one: 居全国35位, 居长江中上游港口首位."""

from typing import Final

from govtargets.zh._scan import Scan
from govtargets.zh._token import changed
from govtargets.zh.tokens import Figure, Token

__all__ = ["as_place"]

_ORDERS: Final = (
    "居 位居 位列 列 排名 排 名列 并列 位次 排在 居于 位居于 稳居 跃居 位次居 均居 均列 排位 "
    "综合排名 稳列 继续居 连续居"
)
_ORDERING: Final = frozenset(_ORDERS.split())
# 安排, 定居 and 系列 are other words.
_OTHERS: Final = ("安", "编", "选", "轮", "定", "移", "迁", "陈", "系", "序", "队")
_UNITS: Final = frozenset({"位", "名"})


def as_place(scan: Scan, index: int) -> Token:
    """The token as a scope or a place has it: a number of 位 behind a verb of order, 上游 before a noun."""
    token = scan.tokens[index]
    if token.kind == "ahead":
        # 长江中上游港口 is a scope.
        part = scan.text.endswith("上游", 0, token.end) and scan.tokens[index + 1].kind == "text"
        return changed(token, "text", None) if part else token
    if _is_counted(token) and _orders(scan, index) and scan.tokens[index + 1].kind != "text":
        return changed(token, "ordinal", scan.text[token.start : token.end])
    return token


def _is_counted(token: Token) -> bool:
    figure = token.value
    return (
        isinstance(figure, Figure) and figure.unit in _UNITS and not (figure.scale or figure.more)
    )


def _orders(scan: Scan, index: int) -> bool:
    """Whether a verb of order stands right before, or an area between."""
    verb = scan.tokens[index - 1 - (scan.tokens[index - 1].kind == "region")]
    said = scan.text[verb.start : verb.end]
    if verb.kind == "list":  # 分别居全省12位、8位
        return said.endswith(_DEALING)
    return said in _ORDERING and not scan.text.endswith(_OTHERS, 0, verb.start)


_DEALING: Final = ("居", "列", "排名")
