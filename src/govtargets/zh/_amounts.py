"""Changes and multiples of a base whose amount is said: 比1949年的374万吨增长69.7%, 是1949年374万吨的5.3倍."""

from typing import Final

import attrs

from govtargets.bounds import Bounds
from govtargets.vocabulary import Transformation
from govtargets.zh._scan import Scan
from govtargets.zh.reading import Reading

__all__ = ["upon_amount"]

_CHANGES: Final = frozenset({Transformation.GROWTH, Transformation.DIFFERENCE})
_TIMES: Final = frozenset({"time", "day"})
_EQUALS: Final = frozenset({"is", "reach", "before"})


def upon_amount(scan: Scan, at: int, reading: Reading) -> Reading:
    """The reading with the base before the amount that stands in front of it, where one does."""
    if reading.base is not None or at < _LEAST:
        return reading
    if reading.transformation in _CHANGES:
        return _changed(scan, at, reading)
    if reading.transformation is None and scan.tokens[at - 1].kind == "gen":
        return _multiplied(scan, at - 1, reading)
    return reading


# The base and its amount.
_LEAST: Final = 2


def _changed(scan: Scan, at: int, reading: Reading) -> Reading:
    """base [的] amount, before the change"""
    if scan.tokens[at - 1].kind in _TIMES:
        return _since(scan, at - 1, reading)
    if scan.tokens[at - 1].kind != "figure":
        return reading
    before = scan.tokens[at - 2 - (scan.tokens[at - 2].kind == "gen")]
    return attrs.evolve(reading, base=str(before.value)) if before.kind == "base" else reading


def _since(scan: Scan, time: int, reading: Reading) -> Reading:
    """than words 的 time, before the change: 比抗日战争前的1936年下降20%"""
    if scan.tokens[time - 1].kind != "gen":
        return reading
    for at in range(time - 2, max(-1, time - _FAR), -1):
        token = scan.tokens[at]
        if token.kind == "than":
            said = scan.tokens[time]
            return attrs.evolve(reading, base=f"比{scan.text[said.start : said.end]}")
        if token.kind not in _NAMES:
            return reading
    return reading


def _multiplied(scan: Scan, gen: int, reading: Reading) -> Reading:
    """(是 | 为) time [的] amount 的, before the multiple"""
    value = reading.value
    if scan.tokens[gen - 1].kind != "figure" or not isinstance(value, Bounds):
        return reading
    if value.unit.symbol == "%":
        return _shared(scan, gen, reading)
    if value.unit.symbol != "倍":
        return reading
    at = gen - 2 - (scan.tokens[gen - 2].kind == "gen")
    time = scan.tokens[at]
    if time.kind not in _TIMES or scan.tokens[at - 1].kind not in _EQUALS:
        return reading
    base = f"比{scan.text[time.start : time.end]}"
    return attrs.evolve(reading, transformation=Transformation.INDEX, base=base)


def _shared(scan: Scan, gen: int, reading: Reading) -> Reading:
    """占 whole amount 的, before the share: 占任务90万亩的115.8%"""
    for at in range(gen - 2, max(-1, gen - _FAR), -1):
        kind = scan.tokens[at].kind
        if kind == "of":
            scope = scan.given(scan.tokens[at].end, scan.tokens[gen - 1].start)
            return attrs.evolve(reading, transformation=Transformation.SHARE, scope=scope or None)
        if kind not in _NAMES:
            return reading
    return reading


_FAR: Final = 6
_NAMES: Final = frozenset({"text", "plain", "region", "fill", "day", "time", "expected"})
