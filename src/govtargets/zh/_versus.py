"""Lists of margins over several series: 分别高于全国、全省1.3和0.8个百分点."""

import re
from collections.abc import Iterator
from typing import Final

from govtargets.goals import Relation, Relative
from govtargets.vocabulary import Transformation
from govtargets.zh._against import SIDE, relative
from govtargets.zh._numbers import quantity
from govtargets.zh._prefix import SIDES
from govtargets.zh._scan import Scan, Stop
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
    """The names, the sign of the margins, and where they begin."""
    start, end = scan.tokens[at].start, scan.tokens[at].end
    behind = _BEHIND.match(scan.text, end)
    if behind is not None:
        words, side = behind["names"] or behind["others"], behind["side"] or behind["last"]
        return _names(words), SIDES[side], behind.end()
    side_match = _AFTER.match(scan.text, end)
    before = _BEFORE.search(scan.text, max(0, start - _REACH), start)
    if side_match is None or before is None:
        return None
    return _names(before[1]), SIDES[side_match[1]], side_match.end()


def further(scan: Scan, reading: Reading) -> Iterator[Item]:
    """((、|和) area margin)* behind 高于全国1.3个百分点."""
    first = reading.value
    while isinstance(first, Relative) and first.margin is not None:
        comma, area, token = scan.tokens[scan.at : scan.at + 3]
        if (
            comma.kind not in BETWEEN
            or area.kind != "region"
            or not isinstance(token.value, Figure)
        ):
            return
        try:
            margin = quantity(scan, token.value, token, -1 if first.margin.magnitude < 0 else 1)
            value = relative(scan, first.relation, scan.given(area.start, area.end), margin)
        except Stop:
            return
        if margin.unit.kind is not first.margin.unit.kind:
            return
        scan.at += 3
        yield area.start, token.end, Reading(value, transformation=reading.transformation)


def _names(words: str) -> list[str]:
    """The series; 平均水平 behind the last is everybody's."""
    average = _AVERAGE.search(words)
    names = _AND.split(_AVERAGE.sub("", words))
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


_GROWTH: Final = re.compile("(?:增速|增幅|涨幅)(?:[比较][^，。；]*|分别[^，。；]*)?$")


def _of_growth(scan: Scan, place: int) -> bool:
    return _GROWTH.search(scan.text, max(0, place - 2 * _REACH), place) is not None
