"""For which members of a list the noun of growth is: 失业率、物价涨幅分别为5%和2% has one of each."""

import re
from typing import Final

import attrs

from govtargets.bounds import Bounds
from govtargets.vocabulary import Transformation
from govtargets.zh._opposite import opposite
from govtargets.zh._scan import Scan
from govtargets.zh._versus import Item
from govtargets.zh.reading import Reading

__all__ = ["by_their_names"]

_CLAUSE: Final = re.compile("[，,：:（）()“”]")
_AND: Final = re.compile("[、和与及]")
_RATE: Final = re.compile("(?<!增长)(?:率|比重|占比|比例)$")
_GROWTH: Final = re.compile("(?:增速|涨幅|增幅|升幅|增长率|增长速度)$")
_REACH: Final = 60


def by_their_names(scan: Scan, start: int, items: list[Item]) -> list[Item]:
    """The members, each a level or a growth as its own name before 分别 says."""
    words = _CLAUSE.split(scan.text[max(0, start - _REACH) : start])[-1]
    names = _AND.split(words)
    if len(names) != len(items):
        return items
    return [
        (first, end, _named(reading, name))
        for (first, end, reading), name in zip(items, names, strict=True)
    ]


def _named(reading: Reading, name: str) -> Reading:
    value = reading.value
    if not isinstance(value, Bounds) or value.kind.id != "ratio":
        return reading
    if reading.transformation is Transformation.GROWTH and _RATE.search(name) is not None:
        end = value.high if value.low is None else value.low
        falls = end is not None and end.magnitude < 0
        return attrs.evolve(reading, value=opposite(value) if falls else value, transformation=None)
    if reading.transformation is None and _GROWTH.search(name) is not None:
        return attrs.evolve(reading, transformation=Transformation.GROWTH)
    return reading
