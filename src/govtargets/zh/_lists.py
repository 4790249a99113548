"""Lists: 分别增长24.1%、9.6%, one figure each, the words in front shared."""

from collections.abc import Iterator
from typing import Final

import attrs

from govtargets.bounds import Bounds
from govtargets.vocabulary import Transformation
from govtargets.zh._numbers import borrowed
from govtargets.zh._scan import Scan, Stop
from govtargets.zh.read import expression, following
from govtargets.zh.reading import Reading
from govtargets.zh.tokens import Figure

__all__ = ["continued", "listed"]

_MOST: Final = 40
# Words before 分别 that hold for every member: 占比分别为, 同比分别增长.
_SHARED: Final = frozenset({"share", "noun", "span", "base", "status", "price", "commit", "new"})
_BETWEEN: Final = frozenset({"comma", "with"})


def listed(scan: Scan, at: int) -> tuple[list[tuple[int, int, Reading]], int]:
    """list := 分别 prefix* value ((、|和) value)*

    The spans are of the values alone; the other part is the token behind.
    """
    behind = at + 1
    _lend_units(scan, behind)
    token = scan.tokens[at]
    scan.tokens[at] = attrs.evolve(token, kind="fill")
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


def continued(scan: Scan, reading: Reading) -> Iterator[tuple[int, int, Reading]]:
    """((和|、) value)* behind a verb and its number: 增长7.2%和8.9%, as far as they are of one kind."""
    if (
        not (scan.verb or scan.growth)
        or reading.baseline is not None
        or reading.stretch is not None
    ):
        return
    for _ in range(_MOST):
        start = scan.at
        if scan.tokens[start].kind not in _BETWEEN or scan.text[scan.tokens[start].start] in ",，":
            return
        try:
            reading_ = following(scan)
        except Stop:
            reading_ = None
        if (
            reading_ is None
            or not _alike(reading_, reading)
            or scan.tokens[start + 1].kind not in {"figure", "before"}
        ):
            scan.at = start
            return
        yield scan.tokens[_first(scan)].start, scan.tokens[scan.at - 1].end, reading_


def _alike(one: Reading, two: Reading) -> bool:
    return (
        isinstance(one.value, Bounds)
        and isinstance(two.value, Bounds)
        and one.value.kind is two.value.kind
    )


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
        if (
            isinstance(token.value, Figure)
            and isinstance(last.value, Figure)
            and not token.value.unit
        ):
            figure, _ = borrowed(scan, token.value, token, last.value)
            scan.tokens[index] = attrs.evolve(token, value=figure)
