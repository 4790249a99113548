"""Lists of moves: 分别由1.2万元、0.8万元增加到3.5万元、1.5万元, one figure each with where it came from."""

import re
from typing import Final

from govtargets.bounds import Bounds
from govtargets.vocabulary import Transformation
from govtargets.zh._numbers import borrowed
from govtargets.zh._scan import Scan, Stop
from govtargets.zh._token import changed
from govtargets.zh._versus import BETWEEN, Item
from govtargets.zh.read import ends, of_time
from govtargets.zh.reading import Reading
from govtargets.zh.tokens import Figure

__all__ = ["lend_units", "moved", "share_units"]

_MOST: Final = 40
_End = tuple[int, int, Bounds, Transformation | None]


def moved(scan: Scan, at: int) -> tuple[list[Item], int] | None:
    """moves := (由|从) [time 的] values [分别] reach [time 的] values; `None` where none stand here."""
    if scan.tokens[at].kind != "from":
        return None
    scan = scan.begin(at + 1)
    try:
        return _moves(scan)
    except Stop:
        return None


def _moves(scan: Scan) -> tuple[list[Item], int] | None:
    of_time(scan)
    former = _values(scan)
    scan.at += scan.tokens[scan.at].kind == "comma"
    scan.at += scan.tokens[scan.at].kind == "list"
    if len(former) == 1 or scan.tokens[scan.at].kind not in {"reach", "to"}:
        return None
    scan.at += 1
    of_time(scan)
    latter = _values(scan)
    if len(former) != len(latter):
        return None
    found: list[Item] = []
    for (_, _, baseline, _), (start, end, value, how) in zip(former, latter, strict=True):
        if baseline.kind is not value.kind:
            return None
        reading = Reading(value, baseline, transformation=how, period=scan.period)
        found.append((start, end, reading))
    return found, scan.at


def _values(scan: Scan) -> list[_End]:
    """value ((、|和) value)*"""
    lend_units(scan, scan.at)
    found: list[_End] = []
    while True:
        first = scan.tokens[scan.at]
        value, how = ends(scan)
        found.append((first.start, scan.tokens[scan.at - 1].end, value, how))
        between = scan.tokens[scan.at]
        goes_on = scan.tokens[scan.at + 1].kind in {first.kind, "figure"}
        if between.kind not in BETWEEN or not goes_on or len(found) == _MOST:
            return found
        if scan.text[between.start] in ",，":
            return found
        scan.at += 1


def lend_units(scan: Scan, at: int) -> None:
    """0.4、2.7、3.0个百分点: the unit said once is everybody's."""
    places = []
    for index in range(at, min(at + _MOST, len(scan.tokens))):
        kind = scan.tokens[index].kind
        if kind == "figure":
            places.append(index)
        elif places and kind not in BETWEEN:
            break
    if not places:
        return
    last = scan.tokens[places[-1]]
    for index in places[:-1]:
        token = scan.tokens[index]
        if (
            isinstance(token.value, Figure)
            and isinstance(last.value, Figure)
            and not token.value.unit
        ):
            figure, _ = borrowed(scan, token.value, token, last.value)
            scan.tokens[index] = changed(token, token.kind, figure)


_DECIMALS: Final = re.compile(r"[0-9]\.[0-9]+[、和与及同以]")


def share_units(scan: Scan) -> None:
    """提高0.4、2.7个百分点 without 分别: the first has the unit of the second."""
    if "." not in scan.text or _DECIMALS.search(scan.text) is None:
        return
    tokens = scan.tokens
    for at in range(len(tokens) - _PAIR, 0, -1):
        token = tokens[at]
        figure = token.value
        if not isinstance(figure, Figure) or figure.unit or figure.scale:
            continue
        second = tokens[at + 2].value
        if tokens[at + 1].kind not in BETWEEN or not isinstance(second, Figure):
            continue
        # 6、8% may be a slip for 6.8%, and 1、20家 begins a paragraph.
        listed = figure.number % 1 and scan.text[tokens[at + 1].start] not in ",，"
        if listed and _divides(scan, second):
            lent, _ = borrowed(scan, figure, token, second)
            tokens[at] = changed(token, token.kind, lent)


def _divides(scan: Scan, figure: Figure) -> bool:
    """Whether there may be 0.5 of the unit, as there is of 万个 and of 个百分点, but not of 家."""
    unit = scan.lexicon.unit(figure.scale, figure.unit) if figure.unit else None
    return unit is not None and (bool(figure.scale) or unit.kind.group not in {"count", "people"})


# A figure, what parts it from the next, and the end.
_PAIR: Final = 3
