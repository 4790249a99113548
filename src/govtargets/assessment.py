"""The result of a judgement (评估)."""

import datetime as dt
from fractions import Fraction
from typing import Final, Literal

import attrs

from govtargets.achievement import Achievement
from govtargets.bounds import Bounds
from govtargets.explain import explanation
from govtargets.policy import Policy
from govtargets.target import Target
from govtargets.verdict import Reason, Undefined, Verdict

__all__ = ["Assessment", "Reason", "Undefined", "Verdict"]


def __dir__() -> list[str]:
    return __all__


@attrs.frozen(kw_only=True)
class Assessment:
    """What a judgement found (评估), with everything it rests on.

    Attributes:
        target: The target judged.
        achievement: The result it was judged by, `None` where there was none.
        reference: The result of the other series, for a relative goal.
        verdict: Whether the goal is met.
        reason: Why there is no verdict; `None` for MET and MISSED only.
        gap: Achievement minus stated value, never flipped; a range where the achievement is one,
            个百分点 for percentages.
        gap_reason: Why there is no gap.
        completion: 完成率, the share of the way that is done, exactly; 1 is all of it.
        completion_reason: Why there is no such share.
        stretch: The verdict on the higher tier, MET only where the goal is; `None` without one.
        stretch_reason: Why there is no verdict on it.
        policy: How the words were read.
        as_of: The day from which it was judged, `None` where that plays no part.

    Example:
        >>> import govtargets as gt
        >>> jobs = gt.Indicator("jobs", "城镇新增就业", direction=gt.Direction.HIGHER)
        >>> year = gt.Period.year(2023)
        >>> found = gt.assess(
        ...     gt.Target(
        ...         indicator=jobs, goal=gt.Bounds.at_least(gt.Quantity("6", "万人")), period=year
        ...     ),
        ...     gt.Achievement(indicator=jobs, value=gt.Quantity("6.4", "万人"), period=year),
        ... )
        >>> (found.verdict.value, str(found.gap), found.completion)
        ('met', '0.4万人', Fraction(16, 15))
    """

    target: Target
    achievement: Achievement | None
    reference: Achievement | None = None
    verdict: Verdict
    reason: Reason | None
    gap: Bounds | None
    gap_reason: Undefined | None
    completion: Fraction | None
    completion_reason: Undefined | None
    stretch: Verdict | None
    stretch_reason: Reason | None
    policy: Policy
    as_of: dt.date | None = None

    @property
    def excess(self) -> Fraction | None:
        """超额幅度: how far past the goal, as a share of the way; negative short of it.

        Example:
            >>> import govtargets as gt
            >>> grain = gt.Indicator("grain", "粮食产量", direction=gt.Direction.HIGHER)
            >>> year = gt.Period.year(2023)
            >>> target = gt.Target(indicator=grain, goal=gt.Quantity("200", "万吨"), period=year)
            >>> reached = gt.Achievement(
            ...     indicator=grain, value=gt.Quantity("210", "万吨"), period=year
            ... )
            >>> gt.assess(target, reached).excess
            Fraction(1, 20)
        """
        return None if self.completion is None else self.completion - 1

    def explanation(self, language: Literal["zh", "en"] = "zh") -> str:
        """Why it came out so, in Chinese or English: both sides, both sources and the rule.

        Example:
            >>> import govtargets as gt
            >>> gdp = gt.Indicator("gdp", "地区生产总值", direction=gt.Direction.HIGHER)
            >>> year = gt.Period.year(2023)
            >>> target = gt.Target(indicator=gdp, goal=gt.Quantity("7", "%"), period=year)
            >>> reached = gt.Achievement(
            ...     indicator=gdp, value=gt.Bounds.at_least(gt.Quantity("4.5", "%")), period=year
            ... )
            >>> gt.assess(target, reached).explanation().split("。")[1]
            '无法判定：4.5%以上只给出界限，可能达到目标，也可能达不到'
        """
        return explanation(self, language)


_SETTERS: Final = tuple(vars(Assessment)[field.name].__set__ for field in attrs.fields(Assessment))


def made(*values: object) -> Assessment:
    """The assessment with these values in the order of its fields, in half the time."""
    assessment = object.__new__(Assessment)
    for put, value in zip(_SETTERS, values, strict=True):
        put(assessment, value)
    return assessment
