"""The result of a judgement (评估)."""

import datetime as dt
from fractions import Fraction
from typing import Final, Literal

import attrs

from govtargets._record import drafts
from govtargets._wording import subject
from govtargets.achievement import Achievement
from govtargets.bounds import Bounds
from govtargets.explain import explanation, ground
from govtargets.policy import Policy
from govtargets.target import Target
from govtargets.verdict import Reason, Undefined, Verdict

__all__ = ["Assessment", "Reason", "Undefined", "Verdict"]


def __dir__() -> list[str]:
    return __all__


@attrs.frozen(kw_only=True, repr=False)
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

    def __repr__(self) -> str:
        what = subject(self.target, "zh")
        return f"<Assessment of {what}: {self.verdict.value}, {ground(self, 'zh')}>"

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
            '无法判定：4.5%以上只给出界限，可能满足“7%”，也可能不满足'
        """
        return explanation(self, language)


# A verdict, and the reason where there is none.
Ruling = tuple[Verdict, Reason | None]
Numbers = tuple[Bounds | Undefined, Fraction | Undefined]

_draft: Final = drafts(Assessment)


def made(
    sides: tuple[Target, Achievement | None, Achievement | None],
    ruling: Ruling,
    numbers: Numbers,
    stretch: Ruling | None,
    rule: tuple[Policy, dt.date | None],
) -> Assessment:
    """The assessment of these findings, in a quarter of the time that its constructor takes."""
    draft = _draft()
    draft.target, draft.achievement, draft.reference = sides
    draft.verdict, draft.reason = ruling
    gap, share = numbers
    no_gap, no_share = gap.__class__ is Undefined, share.__class__ is Undefined
    draft.gap = None if no_gap else gap
    draft.gap_reason = gap if no_gap else None
    draft.completion = None if no_share else share
    draft.completion_reason = share if no_share else None
    draft.stretch, draft.stretch_reason = (None, None) if stretch is None else stretch
    draft.policy, draft.as_of = rule
    draft.__class__ = Assessment
    found: Assessment = draft
    return found
