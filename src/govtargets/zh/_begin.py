"""Where in running text an expression may begin."""

from typing import Final

from govtargets.zh._against import index_base
from govtargets.zh._cut import is_minus
from govtargets.zh._scan import Scan
from govtargets.zh.tokens import Figure, Token

__all__ = ["STARTS", "begins"]

_KINDS: Final = (
    "figure before reach hold grow noun commit status base price span share of new lift halves "
    "double turn positive zero digits ordinal front top rank region from with than against delegated is "
    "minus none scope"
)
STARTS: Final = frozenset(_KINDS.split())


def _opens(scan: Scan, before: Token) -> bool:
    """Whether a clause begins behind the token, as none does behind a bracket that closes."""
    return before.kind in {"comma", "stop"} and scan.text[before.start] not in ")]〕】"


def begins(scan: Scan, at: int) -> bool:
    """Whether an expression may begin at the token."""
    token = scan.tokens[at]
    if token.kind in {"fill", "hold"}:
        return _leads(scan, at)
    if token.kind == "reach" and _is_for(scan, scan.tokens[at + 1]):  # 共为5万人
        return not _served(scan, at + 2)
    if token.kind == "reach" and _is_for(scan, token):
        # 为2300户企业办理, 免费为60岁以上老人体检: a preposition
        opens = at == 0 or _opens(scan, scan.tokens[at - 1])
        # 为全省平均水平的1.5倍 is a verb even there.
        return index_base(scan.begin(at)) if opens else not _served(scan, at + 1)
    if token.kind == "dash":
        return scan.text[token.start] == "-" and _negative(scan, at)
    if token.kind == "figure" and at > 1:
        if is_minus(scan, at):
            return False
        # The second end of a range that could not be read is no figure of its own.
        return scan.tokens[at - 1].kind != "dash" or scan.tokens[at - 2].kind != "figure"
    return token.kind in STARTS


# Words that belong to no span before another one that begins it: 稳定突破百亿元, 实现翻番, 实现6%.
_OUTSIDE: Final = {
    "稳定": frozenset({"before", "reach", "rank", "grow"}),
    "实现": frozenset({"figure", "before", "turn", "double", "span"}),
}
_PLAIN: Final = frozenset({"figure", "before"})
_AGAIN: Final = frozenset({"首次", "再次"})


def _leads(scan: Scan, at: int) -> bool:
    """Whether a word of holding, or one that changes nothing, begins the span."""
    token, follows = scan.tokens[at], scan.tokens[at + 1]
    said = scan.text[token.start : token.end]
    if token.kind == "fill" and token.value is None:  # 首次跃居全国第一
        return follows.kind == "rank" and said in _AGAIN
    if said == "均" and scan.text.startswith("实现", token.end):  # 均实现翻一番
        return _leads(scan, at + 1)
    return follows.kind not in _OUTSIDE.get(said, _PLAIN if token.kind == "fill" else ())


def _negative(scan: Scan, at: int) -> bool:
    """Whether the dash is a minus: 增速-2.3%, but not 歼-35."""
    before = scan.tokens[at - 1].kind if at else ""
    figure = scan.tokens[at + 1].value
    named = before == "text" and isinstance(figure, Figure) and not (figure.unit or figure.scale)
    return before not in {"figure", "label", "time"} and not named


def _is_for(scan: Scan, token: Token) -> bool:
    return scan.text[token.start : token.end] == "为"


_PERSONS: Final = frozenset({"岁", "周岁", "人", "名", "户", "位"})


def _served(scan: Scan, at: int) -> bool:
    """Whether so many people follow, and who they are."""
    figure = scan.tokens[at].value
    if not isinstance(figure, Figure) or figure.unit not in _PERSONS:
        return False
    while scan.tokens[at + 1].kind in {"after", "figure"}:
        at += 1
    return scan.tokens[at + 1].kind == "text"
