"""Where the figures stand on the way to a goal, and how that is said."""

import datetime as dt
from fractions import Fraction
from typing import Final, Literal

import attrs

from govtargets._path import Pace, Track, Way
from govtargets._wording import day_text, goal_text, subject
from govtargets.achievement import Achievement
from govtargets.bounds import Bounds
from govtargets.explain import percent
from govtargets.period import Period
from govtargets.quantity import Quantity
from govtargets.rates import yearly_rate
from govtargets.target import Target
from govtargets.verdict import Reason, Undefined
from govtargets.writing import text

__all__ = ["Progress"]


@attrs.frozen(kw_only=True, repr=False)
class Progress:
    """Where the figures stand on the way to a goal (进度).

    Attributes:
        target: The target.
        latest: The last figure known by then, `None` where there is none.
        as_of: The day from which it is judged.
        pace: How the path leads to the goal.
        track: Where the latest figure stands beside the path; without a path, whether it satisfies
            the goal as it is.
        reason: Why it stands nowhere.
        covered: Of a plan that yearly figures make, the time that they cover without a gap.
        missing: The years whose figures are missing before the last one known.
        total: What the yearly amounts add up to.
        factor: By how much the yearly growths compound, where they are exact.
        time_share: How much of the time has passed at the latest figure, `None` without a path.
        done_share: How much of the way is done, `None` where the figures are not exact.
        remaining: What has still to change, in the goal's unit.
        needed: The steps a month that the whole way takes, in the goal's unit.
        realised: The steps a month so far.
        required: The steps a month from here on.

    Example:
        >>> import datetime as dt, govtargets as gt
        >>> jobs = gt.Indicator("jobs", "城镇新增就业", direction=gt.Direction.HIGHER)
        >>> target = gt.Target(
        ...     indicator=jobs, goal=gt.Quantity("6", "万人"), period=gt.Period.year(2024)
        ... )
        >>> so_far = gt.Achievement(
        ...     indicator=jobs,
        ...     value=gt.Quantity("4.8", "万人"),
        ...     period=gt.Period.year_to_date(2024, 9),
        ... )
        >>> found = gt.progress(target, [so_far], dt.date(2024, 10, 15))
        >>> (found.track.value, found.time_share, found.done_share, str(found.remaining))
        ('ahead', Fraction(3, 4), Fraction(4, 5), '1.2万人')
    """

    target: Target
    latest: Achievement | None
    as_of: dt.date
    pace: Pace
    track: Track
    reason: Undefined | Reason | None = None
    covered: Period | None = None
    missing: tuple[int, ...] = ()
    total: Bounds | None = None
    factor: Fraction | None = None
    time_share: Fraction | None = None
    done_share: Fraction | None = None
    remaining: Bounds | None = None
    needed: Fraction | None = None
    realised: Fraction | None = None
    required: Fraction | None = None
    _way: Way | None = attrs.field(default=None, eq=False, repr=False, alias="way")

    def yearly_growth(
        self, which: Literal["needed", "realised", "required"], *, places: int = 2
    ) -> Quantity | None:
        """One of the three paces as growth a year, rounded half to even.

        `None` where the figures are not exact and above zero, or the months not whole.

        Example:
            >>> import datetime as dt, govtargets as gt
            >>> gdp = gt.Indicator("gdp", "地区生产总值", direction=gt.Direction.HIGHER)
            >>> plan = gt.Target(
            ...     indicator=gdp,
            ...     goal=gt.Quantity("140", "亿元"),
            ...     baseline=gt.Quantity("100", "亿元"),
            ...     period=gt.Period.parse("“十四五”"),
            ... )
            >>> now = gt.Achievement(
            ...     indicator=gdp, value=gt.Quantity("121", "亿元"), period=gt.Period.year(2022)
            ... )
            >>> found = gt.progress(plan, [now], dt.date(2023, 3, 1), pace=gt.Pace.COMPOUND)
            >>> (str(found.yearly_growth("needed")), str(found.yearly_growth("realised")))
            ('6.96%', '10%')
        """
        if self._way is None:
            return None
        first, last, months = self._way.leg(which)
        if min(first, last) <= 0 or months <= 0 or months.denominator != 1:
            return None
        return yearly_rate(Fraction(last, first) ** 12, int(months), places=places)

    def explanation(self, language: Literal["zh", "en"] = "zh") -> str:
        """Where the figures stand, in a sentence.

        Example:
            >>> import datetime as dt, govtargets as gt
            >>> jobs = gt.Indicator("jobs", "城镇新增就业", direction=gt.Direction.HIGHER)
            >>> target = gt.Target(
            ...     indicator=jobs, goal=gt.Quantity("6", "万人"), period=gt.Period.year(2024)
            ... )
            >>> print(gt.progress(target, [], dt.date(2024, 10, 15)).explanation())
            2024年 城镇新增就业：目标6万人，截至2024年10月15日没有数据。无法判断。
        """
        words = _WORDS[language]
        last = self._last(language)
        goal = goal_text(self.target.goal, language)
        day = day_text(self.as_of, language)
        sides = words["sides"].format(subject(self.target, language), goal, day, last)
        shares = ""
        if self.time_share is not None and self.done_share is not None:
            shares = words["shares"].format(percent(self.time_share), percent(self.done_share))
        track = self.track.zh if language == "zh" else self.track.value.replace("_", " ")
        why = ""
        if self.missing:
            why = words["missing"].format(words["and"].join(map(str, self.missing)))
        elif self.reason is not None and self.latest is not None:
            why = words["why"].format(getattr(self.reason, language))
        return words["verdict"].format(sides, shares, track, why)

    def __repr__(self) -> str:
        return f"<Progress: {self.explanation()}>"

    def _last(self, language: Literal["zh", "en"]) -> str:
        """The last figure, or what the figures make together."""
        words = _WORDS[language]
        if self.covered is not None and (self.total is not None or self.factor is not None):
            when = format(self.covered, language)
            if self.total is not None:
                return words["total"].format(text(self.total, language), when)
            return words["grown"].format(percent((self.factor or 1) - Fraction(1)), when)
        if self.latest is None:
            return words["none"]
        value = text(self.latest.value, language)
        return words["latest"].format(value, format(self.latest.period, language))


_WORDS: Final = {
    "zh": {
        "sides": "{}：{}，截至{}{}",
        "none": "没有数据",
        "latest": "最近值{}（{}）",
        "total": "合计{}（{}）",
        "grown": "累计增长{}（{}）",
        "shares": "，时间过去{}，任务完成{}",
        "missing": "：缺少{}年的数据",
        "why": "：{}",
        "and": "、",
        "verdict": "{}{}。{}{}。",
    },
    "en": {
        "sides": "{}: {}, by {} {}",
        "none": "no figure",
        "latest": "{} ({})",
        "total": "{} in all ({})",
        "grown": "growth of {} in all ({})",
        "shares": ", {} of the time gone and {} of the way done",
        "missing": " (no figure for {})",
        "why": " ({})",
        "and": ", ",
        "verdict": "{}{}: {}{}.",
    },
}
