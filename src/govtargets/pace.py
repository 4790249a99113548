"""On the way to a goal: where the path would be by now, and where the figures are (进度)."""

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction
from typing import Final, Literal

import attrs

from govtargets._asking import Asked, ask
from govtargets._beside import distance, worded
from govtargets._exact import ONE
from govtargets._figures import Start, known_by, start_of
from govtargets._path import Pace, Path, Track, elapsed
from govtargets._reading import Key, mirrored
from govtargets._wording import goal_text, subject
from govtargets.achievement import Achievement
from govtargets.bounds import Bounds
from govtargets.explain import percent
from govtargets.judge import ruled
from govtargets.policy import Policy
from govtargets.quantity import Quantity
from govtargets.rates import yearly_rate
from govtargets.target import Target
from govtargets.verdict import Reason, Undefined, Verdict
from govtargets.writing import text

__all__ = ["Pace", "Progress", "Track", "progress"]


def __dir__() -> list[str]:
    return __all__


_DEFAULT: Final = Policy.default()
_STANDING: Final = {Verdict.MET: Track.ON_TRACK, Verdict.MISSED: Track.BEHIND}


@attrs.frozen(kw_only=True)
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
    time_share: Fraction | None = None
    done_share: Fraction | None = None
    remaining: Bounds | None = None
    needed: Fraction | None = None
    realised: Fraction | None = None
    required: Fraction | None = None
    _way: "_Way | None" = attrs.field(default=None, eq=False, repr=False, alias="way")

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
            2024年 城镇新增就业：目标6万人，截至2024-10-15没有数据。无法判断。
        """
        words = _WORDS[language]
        last = words["none"]
        if self.latest is not None:
            value = text(self.latest.value, language)
            last = words["latest"].format(value, format(self.latest.period, language))
        goal = goal_text(self.target.goal, language)
        sides = words["sides"].format(subject(self.target, language), goal, self.as_of, last)
        shares = ""
        if self.time_share is not None and self.done_share is not None:
            shares = words["shares"].format(percent(self.time_share), percent(self.done_share))
        track = self.track.zh if language == "zh" else self.track.value.replace("_", " ")
        return words["verdict"].format(sides, shares, track)


_WORDS: Final = {
    "zh": {
        "sides": "{}：{}，截至{}{}",
        "none": "没有数据",
        "latest": "最近值{}（{}）",
        "shares": "，时间过去{}，任务完成{}",
        "verdict": "{}{}。{}。",
    },
    "en": {
        "sides": "{}: {}, by {} {}",
        "none": "no figure",
        "latest": "{} ({})",
        "shares": ", {} of the time gone and {} of the way done",
        "verdict": "{}{}: {}.",
    },
}


@attrs.frozen
class _Way:
    """The exact figures of a way: where it starts, where it is, where it ends, and the months."""

    start: Key
    now: Key
    goal: Key
    gone: Fraction
    whole: Fraction

    def leg(self, which: str) -> tuple[Key, Key, Fraction]:
        legs = {
            "needed": (self.start, self.goal, self.whole),
            "realised": (self.start, self.now, self.gone),
            "required": (self.now, self.goal, self.whole - self.gone),
        }
        return legs[which]

    def step(self, which: str, grains: Key) -> Fraction | None:
        first, last, months = self.leg(which)
        return Fraction(last - first) / grains / months if months > 0 else None


def progress(
    target: Target,
    achievements: Iterable[Achievement],
    as_of: dt.date,
    *,
    pace: Pace = Pace.LINEAR,
    policy: Policy = _DEFAULT,
) -> Progress:
    """Where the figures known by a day stand on the way to a goal.

    The path starts at the target's baseline, at zero for a total that runs within the period, else
    at the earliest figure. Rates without a stated baseline have no path: they are compared as they
    are. Time counts in months; growth compounds exactly.

    Args:
        target: The target.
        achievements: Figures of any series and time; those of this one known by then count.
        as_of: The day from which it is judged.
        pace: Whether the path takes equal steps or equal growth.
        policy: How the words are read.

    Example:
        >>> import datetime as dt, govtargets as gt
        >>> rate = gt.Indicator("rate", "城镇化率", direction=gt.Direction.HIGHER)
        >>> plan = gt.Target(
        ...     indicator=rate,
        ...     goal=gt.Quantity("65", "%"),
        ...     baseline=gt.Quantity("60", "%"),
        ...     period=gt.Period.parse("“十四五”"),
        ... )
        >>> now = gt.Achievement(
        ...     indicator=rate, value=gt.Quantity("62", "%"), period=gt.Period.year(2023)
        ... )
        >>> found = gt.progress(plan, [now], dt.date(2024, 3, 1))
        >>> (found.track.value, str(found.remaining), found.needed)
        ('behind', '3个百分点', Fraction(1, 12))
    """
    figures = known_by(target, achievements, as_of)
    latest = figures[-1] if figures else None
    found = Progress(target=target, latest=latest, as_of=as_of, pace=pace, track=Track.UNKNOWN)
    if latest is None:
        return attrs.evolve(found, reason=Reason.NO_ACHIEVEMENT)
    if not isinstance(target.goal, Bounds):
        return attrs.evolve(found, reason=Undefined.NO_NUMBER)
    asked = ask(target.goal, latest.value, target.indicator.direction, policy)
    if isinstance(asked, Reason):
        return attrs.evolve(found, reason=asked)
    return _placed(found, asked, start_of(target, figures))


def _placed(found: Progress, asked: Asked, start: Start | None) -> Progress:
    stated = asked.stated
    if isinstance(stated, Undefined):
        return attrs.evolve(found, reason=stated)
    assert found.latest is not None  # noqa: S101  the caller has a figure
    unit = found.latest.value.unit
    remaining = worded(mirrored(distance(asked.known, stated)), stated.unit, unit)
    found = attrs.evolve(found, remaining=remaining if isinstance(remaining, Bounds) else None)
    verdict, _ = ruled(asked)
    goal = stated.values[0]
    if start is None or goal is None or stated.zero_inside or goal == start.value:
        return attrs.evolve(found, track=_STANDING.get(verdict, Track.UNKNOWN))
    return _on_path(found, asked, start, goal, verdict)


def _on_path(found: Progress, asked: Asked, start: Start, goal: Key, verdict: Verdict) -> Progress:
    latest = found.latest
    assert latest is not None  # noqa: S101  the caller has a figure
    gone = elapsed(start.day, latest.period.end)
    whole = elapsed(start.day, found.target.period.end)
    if found.pace is Pace.COMPOUND and min(start.value, goal) <= 0:
        return attrs.evolve(found, reason=Undefined.NEGATIVE_TARGET)
    rising = _rising_is_good(asked, start.value, goal)
    path = Path(
        start=start.value, goal=goal, at=gone / whole, rising_is_good=rising, pace=found.pace
    )
    reached = verdict is Verdict.MET and rising == (goal > start.value)
    track = Track.ACHIEVED if reached else path.track(asked.known)
    now = asked.known[0]
    if now is None or now != asked.known[1]:
        return attrs.evolve(found, track=track, time_share=path.at)
    way = _Way(start.value, now, goal, gone, whole)
    unit = latest.value.unit if isinstance(asked.stated, Undefined) else asked.stated.unit
    grains = unit.grains * ONE
    return attrs.evolve(
        found,
        track=track,
        time_share=path.at,
        done_share=Fraction(now - start.value, goal - start.value),
        needed=way.step("needed", grains),
        realised=way.step("realised", grains),
        required=way.step("required", grains),
        way=way,
    )


def _rising_is_good(asked: Asked, start: Key, goal: Key) -> bool:
    """The side on which the goal is open; towards it where it is open on neither."""
    low, high = asked.read[0][:2]
    if (low is None) != (high is None):
        return high is None
    return goal > start
