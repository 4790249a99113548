"""Why a target and a result speak of different things."""

from typing import Final

from govtargets.achievement import Achievement
from govtargets.indicator import Indicator
from govtargets.period import Period
from govtargets.target import Target
from govtargets.verdict import Reason
from govtargets.vocabulary import Transformation

__all__ = ["mismatch", "same_indicator", "same_period"]

_LEVELS: Final = frozenset({Transformation.LEVEL, Transformation.SHARE, None})


def mismatch(target: Target, achievement: Achievement) -> Reason | None:
    """The first thing in which the two differ; `None` where they speak of the same."""
    if not same_indicator(target.indicator, achievement.indicator):
        return Reason.INDICATOR_MISMATCH
    if (
        target.region is not None
        and achievement.region is not None
        and target.region.differs_from(achievement.region)
    ):
        return Reason.REGION_MISMATCH
    if target.period != achievement.period and not _year_end(target, achievement):
        return Reason.PERIOD_MISMATCH
    return _other_making(target, achievement)


def same_indicator(one: Indicator, other: Indicator) -> bool:
    """Whether both are the same thing: by id, or one answers to the other's name."""
    return (
        one is other
        or one.id == other.id
        or one.answers_to(other.name)
        or other.answers_to(one.name)
    )


def same_period(one: Period, other: Period, *, level: bool) -> bool:
    """Whether both are the same time; for a level the end of a year stands for the year."""
    return one == other or (level and (_is_end_of(one, other) or _is_end_of(other, one)))


def _is_end_of(one: Period, other: Period) -> bool:
    whole = other.start.year == other.end.year and (other.start.month, other.start.day) == (1, 1)
    return whole and (other.end.month, other.end.day) == (12, 31) and other.ends_with(one)


def _year_end(target: Target, achievement: Achievement) -> bool:
    made = {target.transformation, achievement.transformation}
    level = Transformation.LEVEL in made and made <= _LEVELS
    return same_period(target.period, achievement.period, level=level)


def _other_making(target: Target, achievement: Achievement) -> Reason | None:
    one, other = target.transformation, achievement.transformation
    # Rates are levels and 占…比重 are shares: the two never contradict each other.
    if _differ(one, other) and not {one, other} <= _LEVELS:
        return Reason.TRANSFORMATION_MISMATCH
    if _differ(target.price_basis, achievement.price_basis):
        return Reason.PRICE_BASIS_MISMATCH
    if _differ(target.scope, achievement.scope) or _one_scope_missing(target, achievement):
        return Reason.SCOPE_MISMATCH
    return None


def _differ(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other


def _one_scope_missing(target: Target, achievement: Achievement) -> bool:
    """第4位 of the province never compares with 第4位 of nobody knows whom."""
    if (target.scope is None) == (achievement.scope is None):
        return False
    return achievement.value.kind.id == "rank"
