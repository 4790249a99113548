"""Lists of margins over several series: 分别高于全国、全省1.3和0.8个百分点."""

import re
from collections.abc import Iterator
from typing import Final

from govtargets.goals import Relation, Relative
from govtargets.vocabulary import Transformation
from govtargets.zh._against import SIDE
from govtargets.zh._numbers import quantity
from govtargets.zh._prefix import SIDES
from govtargets.zh._reference import relative
from govtargets.zh._scan import Scan, Stop
from govtargets.zh._words import REGIONS
from govtargets.zh.reading import Reading
from govtargets.zh.tokens import Figure

__all__ = ["BETWEEN", "Item", "further", "versus"]

# 分别高于甲、乙 and 分别比甲、乙高, then 比甲、乙分别高.
_BEHIND: Final = re.compile(
    f"(?P<side>[高低快慢])于(?P<names>[^0-9，。；]{{2,30}}?)(?=[0-9])"
    f"|[比较](?P<others>[^0-9，。；]{{2,30}}?)(?P<last>{SIDE})(?=[0-9])"
)
_BEFORE: Final = re.compile("[比较]([^0-9，。；比较]{2,30})$")
_AFTER: Final = re.compile(f"({SIDE})(?=[0-9])")
_AND: Final = re.compile("[、和与及]")
# 高于全国全省
_AREA: Final = re.compile("|".join(sorted(REGIONS, key=len, reverse=True)))
_AREAS: Final = re.compile(f"(?:{_AREA.pattern}){{2,}}")
_AVERAGE: Final = re.compile("的?平均水平$|的?平均$|的?水平$")
_REACH: Final = 32
_MOST: Final = 8
BETWEEN: Final = frozenset({"comma", "with"})

Item = tuple[int, int, Reading]


def versus(scan: Scan, at: int) -> tuple[list[Item], int] | None:
    """The margins, one for each series that the words name, and the token behind; `None` where it is no such list."""
    found = _compared(scan, at)
    if found is None:
        return None
    names, sign, place = found
    while scan.tokens[at].start < place:
        at += 1
    figures = _figures(scan, at)
    if len(figures) != len(names) or len(names) == 1:
        return None
    growth = Transformation.GROWTH if _of_growth(scan, place) else None
    items: list[Item] = []
    for name, index in zip(names, figures, strict=True):
        token = scan.tokens[index]
        assert isinstance(token.value, Figure)  # noqa: S101  just looked up
        try:
            margin = quantity(scan, token.value, token, sign)
            value = relative(scan, Relation.EXACT, name, margin)
        except Stop:
            return None
        items.append((token.start, token.end, Reading(value, transformation=growth)))
    return items, figures[-1] + 1


def _compared(scan: Scan, at: int) -> tuple[list[str], int, int] | None:
    """The names, the sign of the margins, and where they begin; 高于 and 比 may stand without 分别."""
    token = scan.tokens[at]
    start, end = token.start, token.end
    dealt = token.kind == "list"
    behind = _BEHIND.match(scan.text, end if dealt else start)
    if behind is not None and (dealt or "分别" not in behind[0]):
        words, side = behind["names"] or behind["others"], behind["side"] or behind["last"]
        return _names(words), SIDES[side], behind.end()
    side_match = _AFTER.match(scan.text, end) if dealt else None
    before = _BEFORE.search(scan.text, max(0, start - _REACH), start)
    if side_match is None or before is None:
        return None
    return _names(before[1]), SIDES[side_match[1]], side_match.end()


def further(scan: Scan, reading: Reading) -> Iterator[Item]:
    """((、|和) area [高] margin)* behind 高于全国1.3个百分点."""
    first = reading.value
    while isinstance(first, Relative) and first.margin is not None:
        start = scan.at + 1
        at, side = _behind_area(scan, start)
        token = scan.tokens[at]
        if (
            scan.tokens[scan.at].kind not in BETWEEN
            or at == start
            or not isinstance(token.value, Figure)
        ):
            return
        sign = SIDES.get(side, -1 if first.margin.magnitude < 0 else 1)
        words = scan.given(scan.tokens[start].start, token.start).removesuffix(side)
        try:
            margin = quantity(scan, token.value, token, sign)
            value = relative(scan, first.relation, words, margin)
        except Stop:
            return
        if margin.unit.kind is not first.margin.unit.kind:
            return
        scan.at = at + 1
        yield (
            scan.tokens[start].start,
            token.end,
            Reading(value, transformation=reading.transformation),
        )


def _behind_area(scan: Scan, at: int) -> tuple[int, str]:
    """The token behind area [平均水平] [高], and the side that it names."""
    if scan.tokens[at].kind != "region":
        return at, ""
    at += 1 + (scan.tokens[at + 1].kind == "span")
    token = scan.tokens[at]
    said = scan.text[token.start : token.end].removeprefix("水平")
    if token.kind != "text" or (said and said not in SIDES):
        return at, ""
    return at + 1, said


def _names(words: str) -> list[str]:
    """The series; 平均水平 behind the last is everybody's."""
    average = _AVERAGE.search(words)
    words = _AVERAGE.sub("", words)
    run = _AREAS.fullmatch(words)
    names = _AND.split(words) if run is None else _AREA.findall(words)
    return [name + (average[0] if average is not None else "") for name in names]


def _figures(scan: Scan, at: int) -> list[int]:
    """The tokens of the figures with 、 or 和 between."""
    found: list[int] = []
    while scan.tokens[at].kind == "figure" and len(found) < _MOST:
        found.append(at)
        if scan.tokens[at + 1].kind not in BETWEEN:
            break
        at += 2
    return found


_GROWTH: Final = re.compile("(?:增速|增幅|涨幅)(?:(?:[比较]|分别|[高低快慢]于)[^，。；]*)?$")


def _of_growth(scan: Scan, place: int) -> bool:
    return _GROWTH.search(scan.text, max(0, place - 2 * _REACH), place) is not None
