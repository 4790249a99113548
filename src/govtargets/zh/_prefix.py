"""The words before a number, in any order: what each of them says."""

from collections.abc import Callable
from typing import Final

from govtargets.vocabulary import Commitment, Status
from govtargets.zh._compared import compared_with
from govtargets.zh._scan import NOT_WORDS, Scan
from govtargets.zh._threshold import before
from govtargets.zh._times import period_of
from govtargets.zh._verbs import grows, past_aside, sign_of
from govtargets.zh._whole import behind_aside, share_of
from govtargets.zh.tokens import Figure, Token

__all__ = ["SIDES", "prefixes"]

# An expression has fewer words before its number; adversarial repetition stays linear.
_MOST: Final = 16
_LOOK: Final = 8


def prefixes(scan: Scan) -> None:
    """prefix* : commitment, status, time, base, price basis, span, verb, noun, comparator, scope, 占…比重"""
    for _ in range(_MOST):
        token = scan.tokens[scan.at]
        handler = _HANDLERS.get(token.kind)
        if handler is None or not handler(scan, token):
            return
        scan.at += 1


def _next(scan: Scan) -> Token:
    return scan.tokens[scan.at + 1]


def _commit(scan: Scan, token: Token) -> bool:
    if scan.commitment is None and isinstance(token.value, Commitment):
        scan.commitment = token.value
    return True


def _status(scan: Scan, token: Token) -> bool:
    scan.status = token.value if isinstance(token.value, Status) else None
    if _next(scan).kind == "comma":
        scan.at += 1
    return True


def _price(scan: Scan, token: Token) -> bool:
    scan.price = str(token.value)
    if _next(scan).kind == "comma":
        scan.at += 1
    return True


def _time(scan: Scan, token: Token) -> bool:
    """[到|至|在] time"""
    if _next(scan).kind == "gen":
        return False
    scan.period = period_of(scan.text[token.start : token.end], scan.year) or scan.period
    return True


def _to(scan: Scan, _token: Token) -> bool:
    follows = _next(scan)
    if follows.kind not in {"time", "day"}:
        return False
    scan.at += 1
    return _time(scan, follows)


def _base(scan: Scan, token: Token) -> bool:
    """同比 | 比上年 [高|低]"""
    scan.base = str(token.value)
    return _sided(scan)


def _with(scan: Scan, _token: Token) -> bool:
    """与2020年相比 [高|低]"""
    found = compared_with(scan)
    if found is None:
        return False
    scan.base, scan.at = found
    return _sided(scan)


def _sided(scan: Scan) -> bool:
    """[高|低] behind a base"""
    side = _next(scan)
    sign = SIDES.get(scan.text[side.start : side.end]) if side.kind == "text" else None
    if sign is not None and scan.tokens[scan.at + 2].kind in NOT_WORDS:
        scan.verb, scan.at = sign, scan.at + 1
    return True


# 比上年高2个百分点, 比全省低1个百分点, 比上年多5家
SIDES: Final = {
    **dict.fromkeys(("高", "高出", "快", "多", "多出", "略高", "略快", "略多", "稍高", "稍快"), 1),
    **dict.fromkeys(("低", "慢", "少", "略低", "略慢", "略少", "稍低", "稍慢"), -1),
}


def _noun(scan: Scan, token: Token) -> bool:
    scan.growth = sign_of(token)
    past_aside(scan)
    if scan.base is not None:  # 比“十二五”年均增速高2个百分点
        return _sided(scan)
    return True


def _hold(scan: Scan, token: Token) -> bool:
    if token.value == "cap":
        scan.capped = True
    return True


def _reach(scan: Scan, token: Token) -> bool:
    """A verb of arriving counts before a number; before words it is relative or an index."""
    if _places(scan):
        return True
    if scan.text.startswith("增长为", token.start) and _is_ratio(_next(scan)):
        # 增长为5% may be where it arrives, 同比增长为5% is not.
        scan.verb = int(scan.base is not None or scan.average)
        return scan.verb == 1
    return _next(scan).kind not in {"text", "day", "time", "region", "label", "noun", "plain"}


def _is_ratio(token: Token) -> bool:
    return isinstance(token.value, Figure) and token.value.unit in {"%", "‰"}


_PLACES: Final = frozenset({"ordinal", "front", "top", "ahead", "head"})
_AREAS: Final = frozenset({"region", "plain"})


def _places(scan: Scan) -> bool:
    """Whether a place within an area follows: 上升至全国第5位, 上升至国内城市第三位."""
    at = scan.at + 1
    if scan.tokens[at].kind not in _AREAS:
        return False
    return scan.tokens[at + 1 + (scan.tokens[at + 1].kind == "text")].kind in _PLACES


def _average(scan: Scan, token: Token) -> bool:
    if token.value == "average":
        # 平均降价53%: an average of prices, not of years
        scan.average = not scan.text.startswith(_PRICED, token.end)
    else:
        scan.total = True
    return True


_PRICED: Final = ("降价", "涨价", "提价")


def _scope(scan: Scan, token: Token) -> bool:
    scan.scope = scan.given(token.start, token.end)
    return True


def _share(scan: Scan, _token: Token) -> bool:
    scan.share, scan.at = True, behind_aside(scan, scan.at)
    return True


def _quote(scan: Scan, _token: Token) -> bool:
    return scan.whole


def _skip(_scan: Scan, _token: Token) -> bool:
    return True


# 新增3岁以下托位: no new years.
_AGES: Final = frozenset({"岁", "周岁", "千伏"})


def _new(scan: Scan, _token: Token) -> bool:
    figure = _next(scan).value
    return not isinstance(figure, Figure) or figure.unit not in _AGES


def _turn(scan: Scan, _token: Token) -> bool:
    scan.turn = True
    return True


def _span(scan: Scan, token: Token) -> bool:
    """五年翻一番, 两年平均增长: the years say how long, not how much."""
    if scan.tokens[scan.at + 1].kind not in _SPANNED:
        return False
    figure = token.value
    return isinstance(figure, Figure) and figure.unit == "年"


_SPANNED: Final = frozenset({"span", "turn", "double"})


def _lift(scan: Scan, token: Token) -> bool:
    """拉动 [another series] [增长] … 个百分点"""
    for index in range(scan.at + 1, scan.at + _LOOK):
        ahead = scan.tokens[index]
        if ahead.kind == "figure":
            points = isinstance(ahead.value, Figure) and ahead.value.unit.endswith("点")
            return _lifted(scan, token, index) if points else False
        if ahead.kind in {"comma", "stop", "end"}:
            return False
    return False


def _lifted(scan: Scan, token: Token, index: int) -> bool:
    while scan.tokens[index - 1].kind in {"before", "reach"}:
        index -= 1
    scan.lift = sign_of(token)
    scan.at = index - 1
    return True


_HANDLERS: Final[dict[str, Callable[[Scan, Token], bool]]] = {
    "base": _base,
    "before": before,
    "commit": _commit,
    "day": _time,
    "expected": _skip,
    "figure": _span,
    "fill": _skip,
    "grow": grows,
    "hold": _hold,
    "lift": _lift,
    "new": _new,
    "noun": _noun,
    "of": share_of,
    "price": _price,
    "quote": _quote,
    "reach": _reach,
    "scope": _scope,
    "share": _share,
    "span": _average,
    "status": _status,
    "time": _time,
    "to": _to,
    "turn": _turn,
    "with": _with,
}
