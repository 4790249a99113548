"""Lists: 分别增长24.1%、9.6%, one figure each, the words in front shared."""

from typing import Final

from govtargets.vocabulary import Transformation
from govtargets.zh._numbers import borrowed
from govtargets.zh._scan import Scan, Stop
from govtargets.zh.read import expression, following
from govtargets.zh.reading import Reading
from govtargets.zh.tokens import Figure

__all__ = ["listed"]

_MOST: Final = 40
# Words before 分别 that hold for every member: 占比分别为, 同比分别增长.
_SHARED: Final = frozenset({"share", "noun", "span", "base", "status", "price", "commit", "new"})
_BETWEEN: Final = frozenset({"comma", "with"})


def listed(scan: Scan, at: int) -> tuple[list[tuple[int, int, Reading]], int]:
    """list := 分别 prefix* value ((、|和) value)*; the spans are of the values alone, the other part is the token behind."""
    behind = at + 1
    _lend_units(scan, behind)
    token = scan.tokens[at]
    scan.tokens[at] = token._replace(kind="fill")
    while at and scan.tokens[at - 1].kind in _SHARED:
        at -= 1
    scan = scan.begin(at)
    found: list[tuple[int, int, Reading]] = []
    try:
        reading = expression(scan)
    except Stop:
        return [], behind
    while True:
        first = scan.at - 1 if reading.transformation is Transformation.RANK else _first(scan)
        found.append((scan.tokens[first].start, scan.tokens[scan.at - 1].end, reading))
        token = scan.tokens[scan.at]
        if token.kind not in _BETWEEN or len(found) == _MOST:
            return found, scan.at
        start = scan.at
        try:
            reading = following(scan)
        except Stop:
            return found, start


def _first(scan: Scan) -> int:
    """The first token of the value, its comparator included."""
    first = scan.stated_at
    while scan.tokens[first - 1].kind == "before":
        first -= 1
    return first


def _lend_units(scan: Scan, at: int) -> None:
    """0.4、2.7、3.0个百分点: the unit said once is everybody's."""
    places = []
    for index in range(at, min(at + _MOST, len(scan.tokens))):
        kind = scan.tokens[index].kind
        if kind == "figure":
            places.append(index)
        elif places and kind not in _BETWEEN:
            break
    if not places:
        return
    last = scan.tokens[places[-1]]
    for index in places[:-1]:
        token = scan.tokens[index]
        if isinstance(token.value, Figure) and isinstance(last.value, Figure) and not token.value.unit:
            figure, _ = borrowed(scan, token.value, token, last.value)
            scan.tokens[index] = token._replace(value=figure)
