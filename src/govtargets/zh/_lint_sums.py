"""Rules about figures side by side: amounts, differences and growth have to agree."""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final, NamedTuple

from govtargets._exact import rounded_decimal
from govtargets.comparator import Comparator
from govtargets.errors import Problem
from govtargets.quantity import Quantity
from govtargets.vocabulary import Transformation
from govtargets.zh._script import Script, exact
from govtargets.zh.find import Mention

__all__ = ["sums"]


class _Span(NamedTuple):
    """All values that would be written with these digits."""

    low: Fraction
    high: Fraction

    def meets(self, other: "_Span") -> bool:
        return self.low <= other.high and other.low <= self.high


def _written(quantity: Quantity) -> _Span:
    half = Fraction(1, 2) * Fraction(10) ** -quantity.digits * quantity.unit.factor
    return _Span(quantity.base - half, quantity.base + half)


def _growth(old: _Span, new: _Span) -> _Span | None:
    """Growth in per cent; `None` where it has no meaning."""
    if old.low <= 0 or new.low <= 0:
        return None
    return _Span((new.low / old.high - 1) * 100, (new.high / old.low - 1) * 100)


_BESIDE: Final = re.compile(r"[、，,（(]?\s*[至到]?")


def sums(script: Script) -> Iterator[Problem]:
    """由400亿元增加到500亿元、增长20%: the two amounts make 25 %."""
    figures = script.figures
    for index, mention in enumerate(figures):
        following = figures[index + 1 : index + 3]
        if not following or not _beside(script, mention, following[0]):
            continue
        yield from _from_to(script, mention, following[0])
        if len(following) > 1 and _beside(script, following[0], following[1]):
            yield from _level_difference_growth(script, mention, *following)
            yield from _grown_to(script, mention, *following)


def _beside(script: Script, one: Mention, other: Mention) -> bool:
    return _BESIDE.fullmatch(script.text, one.end, max(one.end, other.start)) is not None


def _percent(mention: Mention) -> Quantity | None:
    """A bare growth in per cent over the period that the neighbours speak of."""
    reading = mention.reading
    value = exact(mention)
    if value is None or reading.transformation is not Transformation.GROWTH:
        return None
    return value if value.unit.kind.id == "ratio" and reading.base is None else None


def _from_to(script: Script, mention: Mention, change: Mention) -> Iterator[Problem]:
    """由A增加到B、增长N%, or N个百分点 where A and B are percentages."""
    old, new = mention.reading.baseline, exact(mention)
    if old is None or new is None or old.comparator is not Comparator.EXACT:
        return
    first, last = _written(old.value), _written(new)
    stated = _percent(change)
    if stated is not None:
        made = _growth(first, last)
        yield from _compare(script, (mention, change), stated, made)
    points = _points(change)
    if points is not None and new.unit.kind.id == "ratio":
        yield from _compare(
            script, (mention, change), points, _Span(last.low - first.high, last.high - first.low)
        )


# 年均提高2个百分点 is no part of the whole change.
_YEARLY: Final = re.compile("年均|平均|每年")


def _points(mention: Mention) -> Quantity | None:
    """A difference in 个百分点 between the two amounts that the neighbours speak of."""
    value, reading = exact(mention), mention.reading
    plain = (
        reading.transformation is Transformation.DIFFERENCE
        and not reading.base
        and _YEARLY.search(mention.text) is None
    )
    return value if value is not None and plain and value.unit.kind.id == "points" else None


def _level_difference_growth(
    script: Script, level: Mention, change: Mention, growth: Mention
) -> Iterator[Problem]:
    """500亿元、增加100亿元、增长20%: the difference is a part of the level before it."""
    new, more = exact(level), exact(change)
    stated = exact(growth)
    if new is None or more is None or stated is None or new.unit.kind is not more.unit.kind:
        return
    if (
        level.reading.transformation
        or change.reading.transformation is not Transformation.DIFFERENCE
    ):
        return
    if growth.reading.transformation is not Transformation.GROWTH or stated.unit.kind.id != "ratio":
        return
    if growth.reading.base not in {None, change.reading.base}:
        return
    last, step = _written(new), _written(more)
    before = _Span(last.low - step.high, last.high - step.low)
    yield from _compare(script, (level, growth), stated, _growth(before, last))


def _grown_to(script: Script, old: Mention, growth: Mention, new: Mention) -> Iterator[Problem]:
    """由400亿元增长20%至500亿元."""
    first, stated, last = exact(old), _percent(growth), exact(new)
    if first is None or stated is None or last is None:
        return
    if script.before(old.start + 1, 2)[:1] not in {"由", "从"} and old.text[:1] not in {"由", "从"}:
        return
    if first.unit.kind is last.unit.kind and first.unit.kind.id != "ratio":
        made = _growth(_written(first), _written(last))
        yield from _compare(script, (old, new), stated, made)


def _compare(
    script: Script, ends: tuple[Mention, Mention], stated: Quantity, made: _Span | None
) -> Iterator[Problem]:
    if made is None or made.meets(_written(stated)):
        return
    middle = (made.low + made.high) / 2
    # One digit more than stated: the numbers themselves are rounded.
    number = f"{rounded_decimal(middle, stated.digits + 1):f}".rstrip("0").removesuffix(".")
    unit = "个百分点" if stated.unit.kind.id == "points" else "%"
    yield script.problem(
        "does-not-compute",
        (ends[0].start, ends[1].end),
        f"its own numbers make {number}{unit}, not {stated}",
        "ask which of the numbers is right, or what the change compares with",
    )
