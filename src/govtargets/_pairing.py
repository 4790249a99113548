"""Why a target and a result speak of different things."""

from typing import Final

from govtargets._bases import one_base
from govtargets.achievement import Achievement
from govtargets.indicator import Indicator
from govtargets.period import Period
from govtargets.target import Target
from govtargets.verdict import Reason
from govtargets.vocabulary import Transformation

__all__ = ["mismatch", "other_base", "same_indicator", "same_period"]

_STATES: Final = frozenset({Transformation.LEVEL, Transformation.SHARE})
_LEVELS: Final = (Transformation.LEVEL, Transformation.SHARE, None)


def mismatch(target: Target, achievement: Achievement) -> Reason | None:
    """The first thing in which the two differ; `None` where they speak of the same."""
    # Records of one data set share their indicators, regions and periods, so identity comes first.
    if target.indicator is not achievement.indicator and not same_indicator(
        target.indicator, achievement.indicator
    ):
        return Reason.INDICATOR_MISMATCH
    if target.region is not achievement.region and _other_region(target, achievement):
        return Reason.REGION_MISMATCH
    if target.period is not achievement.period and not _same_time(target, achievement):
        return Reason.PERIOD_MISMATCH
    return _other_making(target, achievement)


def _other_region(target: Target, achievement: Achievement) -> bool:
    one, other = target.region, achievement.region
    return one is not None and other is not None and one.differs_from(other)


def same_indicator(one: Indicator, other: Indicator) -> bool:
    """Whether both are the same thing: by id, or one answers to the other's name."""
    return one.id == other.id or one.answers_to(other.name) or other.answers_to(one.name)


def same_period(one: Period, other: Period, *, level: bool) -> bool:
    """Whether both are the same time; for a level the end of a year stands for the year."""
    return one == other or (level and (_is_end_of(one, other) or _is_end_of(other, one)))


def _is_end_of(one: Period, other: Period) -> bool:
    whole = other.start.year == other.end.year and (other.start.month, other.start.day) == (1, 1)
    return whole and (other.end.month, other.end.day) == (12, 31) and other.ends_with(one)


def _same_time(target: Target, achievement: Achievement) -> bool:
    one, other = target.transformation, achievement.transformation
    level = Transformation.LEVEL in (one, other) and one in _LEVELS and other in _LEVELS
    return same_period(target.period, achievement.period, level=level)


def _other_making(target: Target, achievement: Achievement) -> Reason | None:
    one, other = target.transformation, achievement.transformation
    # Rates are levels and 占…比重 are shares: the two never contradict each other.
    if _differ(one, other) and not (one in _LEVELS and other in _LEVELS):
        return Reason.TRANSFORMATION_MISMATCH
    if target.base != achievement.base and other_base(target, achievement):
        return Reason.TRANSFORMATION_MISMATCH
    if _differ(target.price_basis, achievement.price_basis):
        return Reason.PRICE_BASIS_MISMATCH
    if target.scope != achievement.scope and _other_scope(target, achievement):
        return Reason.SCOPE_MISMATCH
    return None


def other_base(one: Target | Achievement, other: Target | Achievement) -> bool:
    """Whether both state a comparison base and not the same: 同比 and 环比 transform a series differently.

    A level or a share is what it is, whatever it is compared with.
    """
    if one.base is None or other.base is None:
        return False
    if _STATES & {one.transformation, other.transformation}:
        return False
    return one_base(one.base, one.period.last_year) != one_base(other.base, other.period.last_year)


def _differ(one: object, other: object) -> bool:
    return one is not other and one is not None and other is not None and one != other


def _other_scope(target: Target, achievement: Achievement) -> bool:
    """第4位 of the province never compares with 第4位 of nobody knows whom."""
    stated = target.scope is not None and achievement.scope is not None
    return stated or achievement.value.kind.id == "rank"
