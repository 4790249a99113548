"""What an expression states: a number, a rank, a multiple, words, or a goal against another series."""

from collections.abc import Callable
from decimal import Decimal
from typing import Final

from govtargets.bounds import Bounds
from govtargets.comparator import Comparator
from govtargets.goals import Delegated, Goal, NotStated, Qualitative, Relative
from govtargets.quantity import Quantity
from govtargets.vocabulary import Transformation
from govtargets.zh._against import against, index_base, over_order, than, together
from govtargets.zh._numbers import number, stated
from govtargets.zh._order import as_place
from govtargets.zh._reference import is_level
from govtargets.zh._scan import Scan, comparator
from govtargets.zh._suffixes import joined
from govtargets.zh._tail import tail
from govtargets.zh._token import changed
from govtargets.zh._worded import double, growth_word, positive, two_digits, unsigned, zero
from govtargets.zh.numerals import chinese
from govtargets.zh.tokens import Figure, Token

__all__ = ["Body", "body"]

Body = tuple[Goal, Transformation | None]


def body(scan: Scan) -> Body:
    """body := number | rank | multiple | relative | delegated | words | 由…到…; the prefixes are behind us."""
    token = scan.tokens[scan.at]
    parser = _PARSERS.get(token.kind)
    if parser is None:
        raise scan.stop("a number with its unit")
    return parser(scan, token)


def _number(scan: Scan, _token: Token) -> Body:
    """number [大关|台阶] [的增长]"""
    value = number(scan, scan.lift or scan.verb or scan.growth or 1)
    token = scan.tokens[scan.at]
    if token.kind == "step" and (scan.before is not None):
        scan.at += 1
    elif token.kind == "tail" or (token.kind == "noun" and _closes(scan, value)):
        value = tail(scan, token, value)
    return value, transformation(scan, value)


def _closes(scan: Scan, value: Bounds) -> bool:
    """Whether 增速 behind a ratio ends the clause: 保持6%以上增速."""
    ends = scan.tokens[scan.at + 1].kind in {"comma", "stop", "end"}
    return ends and value.kind.id == "ratio"


def transformation(scan: Scan, value: Bounds) -> Transformation | None:
    """How the figure is made from the series, by verb, noun and unit."""
    if not (scan.verb or scan.growth or scan.lift or scan.share or scan.total):
        return None
    kind = value.value.unit.kind.id
    if scan.lift:
        return Transformation.CONTRIBUTION
    if kind == "doubling":
        return None
    if scan.verb:
        return _of_verb(scan, kind)
    if scan.growth and kind == "ratio":
        return Transformation.AVERAGE_GROWTH if scan.average else Transformation.GROWTH
    if scan.share:
        return Transformation.SHARE if kind == "ratio" else None
    if scan.total and kind not in {"ratio", "points"}:
        return Transformation.CUMULATIVE
    return None


def _of_verb(scan: Scan, kind: str) -> Transformation:
    if kind != "ratio":
        return Transformation.DIFFERENCE
    return Transformation.AVERAGE_GROWTH if scan.average else Transformation.GROWTH


def _halves(scan: Scan, token: Token) -> Body:
    """一半, 半数, 过半, 近半: one in the unit 1/2; 减半 falls by it."""
    words = scan.text[token.start : token.end]
    first = {"过": Comparator.ABOVE, "超": Comparator.ABOVE, "逾": Comparator.ABOVE, "大": Comparator.ABOVE,
             "近": Comparator.NEARLY}.get(words[0])  # fmt: skip
    scan.before = joined(scan, scan.before, first)
    if words == "减半":
        scan.verb = -1
    half = Figure(Decimal(1), "", "1/2", more=False, bare=False)
    scan.tokens[scan.at] = changed(token, "figure", half)
    return _number(scan, token)


def _rank(scan: Scan, token: Token) -> Body:
    """rank := 第N[位|名] | 前N[位|名] | 首位 | 前列 | 第一方阵"""
    words = scan.text[token.start : token.end]
    if token.kind == "ahead":
        scan.at += 1
        return Qualitative(words), None
    place = 1 if token.kind in _FIRST else _place(scan, str(token.value))
    if scan.before is not None or scan.text.endswith("倒数", 0, token.start):
        raise scan.stop("a rank without a comparator, counted from above")
    scan.at += 1
    said = Comparator.AT_MOST if token.kind == "front" else Comparator.EXACT
    return stated(scan, said, Quantity(place, "位"), token, 1), Transformation.RANK


def _place(scan: Scan, words: str) -> int:
    """A whole number from 1."""
    digits = words.removesuffix("次").removesuffix("位").removesuffix("名")
    if digits.isascii():
        place = int(digits) if digits.isdigit() and len(digits) < _LONG else 0
    else:
        read = chinese(digits)
        place = 0 if read is None or read[1] else int(read[0])
    if place < 1:
        raise scan.stop("a place, which is whole and starts at 1")
    return place


_LONG: Final = 10
_FIRST: Final = frozenset({"top", "head"})
_PLACES: Final = _FIRST | {"ordinal", "front", "ahead"}
_LOOK: Final = 10


_SCOPES: Final = frozenset({"text", "region", "plain", "label", "scope", "rank"})
# How long a scope may be without 居 or 排名 in front.
_NEAR: Final = 8


def _between(scan: Scan, index: int) -> bool:
    """Whether the verb parts scope and place (全市排名第3), and no subject stands before it (我省排全国第7位)."""
    scope = scan.tokens[index - 1]
    ours = scan.text[scope.start] in "我本"
    return scope.kind != "text" and not ours and scan.tokens[index + 1].kind in _PLACES


_AREAS: Final = ("县", "市", "区", "省", "个")


def _group(scan: Scan, token: Token, first: Token) -> bool:
    """Whether it is areas counted, or each of them: 居全市6县市第1位, 居全县11个乡镇首位, 居各盟市首位."""
    if isinstance(token.value, Figure):
        return token.value.unit.startswith(_AREAS)
    sign = scan.text[token.start : token.end]
    if sign == "各":
        return True
    # 八县（市）, 88个县（市、区）
    opened = scan.text.rfind("(", first.start + 1, token.end) > first.start
    return opened and sign in _INSIDE


_INSIDE: Final = frozenset("()、")


def _placed(scan: Scan, _token: Token) -> Body:
    """[居 | 排名 | …] scope rank"""
    verbs = at = scan.at
    while scan.tokens[at].kind == "rank" and at - verbs < _LOOK:
        at += 1
    first, near = scan.tokens[at], at == verbs
    for index in range(at, min(at + _LOOK, len(scan.tokens))):
        ahead = as_place(scan, index)
        if ahead.kind in _PLACES:
            behind = scan.tokens[index - 1]
            stop = behind.start if near and behind.kind == "rank" else ahead.start
            if stop > first.start:
                scan.scope = scan.given(first.start, stop).removeprefix("在")
            scan.at = index
            return _rank(scan, ahead)
        if near and ahead.kind == "rank" and not _between(scan, index):
            break
        if ahead.kind not in _SCOPES and (near or not _group(scan, ahead, first)):
            break
        if near and ahead.end - first.start > _NEAR:
            break
    raise scan.stop("a rank such as 第4位")


def _words(scan: Scan, token: Token) -> Body:
    """words [closing quote]"""
    words = scan.given(token.start, token.end)
    scan.at += 1
    opened = scan.tokens[scan.at - 2].kind == "quote" if scan.at > 1 else False
    if opened and scan.tokens[scan.at].kind == "quote":
        scan.at += 1
    return Qualitative(words), None


def _none(scan: Scan, _token: Token) -> Body:
    scan.at += 1
    return NotStated(), None


def _delegated(scan: Scan, token: Token) -> Body:
    scan.at += 1
    return over_order(scan, token) or Delegated(str(token.value)), None


def _relative(scan: Scan, token: Token) -> Body:
    """relative [的增长], or an index: 是2020年的1.5倍"""
    if token.kind not in {"against", "than", "with"} and index_base(scan):
        said = scan.tokens[scan.at]
        if said.kind == "before":
            scan.at += 1
        else:
            said = token
        scan.before = comparator(said)
        return _part(scan)
    parser = _SERIES.get(token.kind, against)
    found = parser(scan) if parser is not None else None
    if found is None:
        raise scan.stop("a number with its unit, or another series")
    growth = scan.verb or scan.growth
    return found, Transformation.GROWTH if growth else None


def _part(scan: Scan) -> Body:
    """A multiple of the base, or a part of a whole: 不到全国平均水平的一半, 接近全省总数的三分之一."""
    token = scan.tokens[scan.at]
    value, _ = _halves(scan, token) if token.kind == "halves" else (number(scan, 1), None)
    assert isinstance(value, Bounds)  # noqa: S101  a half is a number
    whole = scan.base is None and value.unit.symbol != "倍" and not is_level(scan.scope or "")
    return value, Transformation.SHARE if whole else Transformation.INDEX


_SERIES: Final[dict[str, Callable[[Scan], Relative | None] | None]] = {
    "with": together,
    "than": than,
    "is": None,
}
_PARSERS: Final[dict[str, Callable[[Scan, Token], Body]]] = {
    "figure": _number,
    "dash": _number,
    "minus": _number,
    "plus": _number,
    "inexact": _number,
    "bad": _number,
    "list": _number,
    "grow": growth_word,
    "unsigned": unsigned,
    "halves": _halves,
    "double": double,
    "positive": positive,
    "zero": zero,
    "digits": two_digits,
    "ordinal": _rank,
    "front": _rank,
    "top": _rank,
    "ahead": _rank,
    "rank": _placed,
    "region": _placed,
    "plain": _placed,
    "text": _placed,
    "words": _words,
    "none": _none,
    "delegated": _delegated,
    "with": _relative,
    "than": _relative,
    "against": _relative,
    "before": _relative,
    "reach": _relative,
    "is": _relative,
}
