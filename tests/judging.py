"""Short ways to write the records of a judgement."""

from typing import Any

import govtargets as gt
from govtargets import Bounds, Direction, Quantity

HIGHER, LOWER, AT_TARGET = Direction.HIGHER, Direction.LOWER, Direction.AT_TARGET
YEAR = gt.Period.year(2023)


def q(text: str) -> Quantity:
    return Quantity.parse(text)


def indicator(direction: Direction | None = HIGHER, name: str = "粮食产量") -> gt.Indicator:
    return gt.Indicator(f"{name}-id", name, direction=direction)


def target(goal: Any, direction: Direction | None = HIGHER, **more: Any) -> gt.Target:
    fields = {"indicator": indicator(direction), "period": YEAR, **more}
    return gt.Target(goal=q(goal) if isinstance(goal, str) else goal, **fields)


def achievement(value: Any, direction: Direction | None = HIGHER, **more: Any) -> gt.Achievement:
    fields = {"indicator": indicator(direction), "period": YEAR, **more}
    return gt.Achievement(value=q(value) if isinstance(value, str) else value, **fields)


def judge(
    goal: Any, value: Any, direction: Direction | None = HIGHER, **more: Any
) -> gt.Assessment:
    """A judgement; `more` holds policy, as_of, reference, baseline and stretch, values as text."""
    asked = {name: _number(more.pop(name, None)) for name in ("baseline", "stretch")}
    reference = more.pop("reference", None)
    if reference is not None:
        more["reference"] = achievement(reference, indicator=indicator(name="地区生产总值"))
    return gt.assess(target(goal, direction, **asked), achievement(value, direction), **more)


def _number(value: Any) -> Any:
    return q(value) if isinstance(value, str) else value


def at_least(text: str) -> Bounds:
    return Bounds.at_least(q(text))


def at_most(text: str) -> Bounds:
    return Bounds.at_most(q(text))


def above(text: str) -> Bounds:
    return Bounds.above(q(text))


def below(text: str) -> Bounds:
    return Bounds.below(q(text))


def about(text: str) -> Bounds:
    return Bounds.about(q(text))


def nearly(text: str) -> Bounds:
    return Bounds.nearly(q(text))


def some_more(text: str) -> Bounds:
    return Bounds.some_more(q(text))


def between(low: str, high: str, **more: Any) -> Bounds:
    return Bounds.between(q(low), q(high), **more)
