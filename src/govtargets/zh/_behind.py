"""What stands behind the last member of a list and holds for all: 5%、3%以内, 26.5%和32.4%的高速增长."""

from typing import Final

import attrs

from govtargets.bounds import Bounds
from govtargets.comparator import Comparator
from govtargets.goals import Goal, Relation, Relative
from govtargets.vocabulary import Transformation
from govtargets.zh._opposite import opposite
from govtargets.zh._scan import Scan
from govtargets.zh._versus import BETWEEN, Item
from govtargets.zh.reading import Reading

__all__ = ["alike", "limited", "tail_follows", "tailed"]


def limited(scan: Scan, found: list[Item]) -> list[Item]:
    """分别增长7%、8%左右: the comparator behind the last number holds for all that have none of their own."""
    found = tailed(scan, found)
    if not _is_limited(scan, found[-1][0]):
        return found
    last = found[-1][2].value
    return [(first, end, _under(reading, last)) for first, end, reading in found]


def _is_limited(scan: Scan, start: int) -> bool:
    """Whether a comparator stands behind the last number, and none before it: 约8%左右 shares nothing."""
    at = scan.at - 1
    at -= scan.tokens[at].kind == "tail"
    if scan.tokens[at].kind != "after":
        return False
    while scan.tokens[at].start > start:
        at -= 1
    return scan.tokens[at].kind != "before"


def tailed(scan: Scan, found: list[Item]) -> list[Item]:
    """保持26.5%和32.4%的高速增长: what stands behind the last ratio makes all of them growth."""
    last = found[-1][2]
    if scan.tokens[scan.at - 1].kind != "tail" or last.transformation not in _GROWN:
        return found
    falls = scan.tokens[scan.at - 1].value == -1
    return [
        (first, end, _grown(reading, last, falls=falls))
        if reading.transformation is None and alike(reading, last)
        else (first, end, reading)
        for first, end, reading in found
    ]


def _grown(reading: Reading, last: Reading, *, falls: bool) -> Reading:
    """The reading as growth, or as the fall that 的降幅 makes of it."""
    value = reading.value
    assert isinstance(value, Bounds)  # noqa: S101  it is like the last
    value = opposite(value) if falls else value
    return attrs.evolve(reading, value=value, transformation=last.transformation)


_GROWN: Final = frozenset({Transformation.GROWTH, Transformation.AVERAGE_GROWTH})


def _under(reading: Reading, last: Goal) -> Reading:
    """The reading with the comparator of the last, where it has none."""
    one = reading.value
    if isinstance(one, Relative) and isinstance(last, Relative) and one.relation is Relation.EXACT:
        return attrs.evolve(reading, value=attrs.evolve(one, relation=last.relation))
    if isinstance(one, Bounds) and isinstance(last, Bounds) and one.comparator is Comparator.EXACT:
        return attrs.evolve(reading, value=Bounds.of(last.comparator, one.value), capped=False)
    return reading


_MOST: Final = 3


def tail_follows(scan: Scan) -> bool:
    """Whether up to so many more figures follow, and 的增长 behind the last."""
    at = scan.at
    for _ in range(_MOST):
        if scan.tokens[at].kind not in BETWEEN or scan.tokens[at + 1].kind != "figure":
            return False
        at += 2
        if scan.tokens[at].kind == "tail":
            return True
    return False


def alike(one: Reading, two: Reading) -> bool:
    """Whether both are numbers of one kind."""
    return (
        isinstance(one.value, Bounds)
        and isinstance(two.value, Bounds)
        and one.value.kind is two.value.kind
    )
