"""This year's goals beside last year's (目标调整): raised, lowered, reworded, new or dropped."""

from collections.abc import Iterable
from enum import Enum
from typing import Final, Literal

import attrs

from govtargets._beside import worded
from govtargets._figures import same_series
from govtargets._pairing import other_base
from govtargets._reading import Key
from govtargets._wording import named, signed
from govtargets.bounds import Bounds
from govtargets.comparator import Comparator
from govtargets.goals import NotStated, Qualitative
from govtargets.policy import better
from govtargets.target import Target
from govtargets.vocabulary import Direction
from govtargets.writing import text

__all__ = ["Ambition", "Change", "ambitions", "compare_goals"]


def __dir__() -> list[str]:
    return __all__


class Change(Enum):
    """How a goal changed from one year to the next.

    Example:
        >>> from govtargets import Change
        >>> Change("softer").zh
        '措辞放宽'
    """

    # Asked for more or less: a lower ceiling is raised ambition.
    RAISED = "raised"
    LOWERED = "lowered"
    SOFTER = "softer"
    FIRMER = "firmer"
    UNCHANGED = "unchanged"
    OTHER = "other"
    NEW = "new"
    DROPPED = "dropped"

    @property
    def zh(self) -> str:
        """The Chinese term."""
        return _CHANGE_ZH[self.value]


_CHANGE_ZH: Final = {
    "raised": "要求提高",
    "lowered": "要求降低",
    "softer": "措辞放宽",
    "firmer": "措辞收紧",
    "unchanged": "不变",
    "other": "有变化，高低难定",
    "new": "新设",
    "dropped": "取消",
}
# How firmly a comparator binds: 超过 before 以上 before a bare number before 左右.
_FIRMNESS: Final = {
    Comparator.ABOVE: 4,
    Comparator.BELOW: 4,
    Comparator.SOME_MORE: 4,
    Comparator.AT_LEAST: 3,
    Comparator.AT_MOST: 3,
    Comparator.EXACT: 2,
    Comparator.BETWEEN: 2,
    Comparator.ABOUT: 1,
    Comparator.NEARLY: 1,
}
_FLOORS: Final = (Comparator.ABOVE, Comparator.AT_LEAST)
_CEILINGS: Final = (Comparator.BELOW, Comparator.AT_MOST)


@attrs.frozen(kw_only=True, repr=False)
class Ambition:
    """How a goal changed (目标调整).

    Attributes:
        before: The earlier goal, `None` where the later one is new.
        after: The later goal, `None` where the earlier one was dropped.
        change: What became of it.
        step: Later minus earlier number, never flipped, 个百分点 for percentages; `None` where one
            has no single number or they do not compare.

    Example:
        >>> import govtargets as gt
        >>> gdp = gt.Indicator("gdp", "地区生产总值", direction=gt.Direction.HIGHER)
        >>> def goal(year, value):
        ...     return gt.Target(
        ...         indicator=gdp, goal=gt.Quantity(value, "%"), period=gt.Period.year(year)
        ...     )
        >>> found = gt.compare_goals(goal(2023, "7"), goal(2024, "6.5"))
        >>> (found.change.value, str(found.step))
        ('lowered', '-0.5个百分点')
    """

    before: Target | None
    after: Target | None
    change: Change
    step: Bounds | None = None

    def explanation(self, language: Literal["zh", "en"] = "zh") -> str:
        """The change in a sentence.

        Example:
            >>> import govtargets as gt
            >>> gdp = gt.Indicator("gdp", "地区生产总值")
            >>> target = gt.Target(
            ...     indicator=gdp, goal=gt.Quantity("6.5", "%"), period=gt.Period.year(2024)
            ... )
            >>> [one.explanation() for one in gt.ambitions([], [target])]
            ['地区生产总值：无 → 6.5%，新设。']
        """
        found = self.after or self.before
        nothing = "无" if language == "zh" else "nothing"
        sides = [
            nothing if one is None else text(one.goal, language)
            for one in (self.before, self.after)
        ]
        name = "" if found is None else named(found.indicator, language)
        step = ""
        if self.step is not None and self.step.value.magnitude:
            step = signed(self.step, language)
        if language == "zh":
            return f"{name}：{sides[0]} → {sides[1]}，{self.change.zh}{step and f'（{step}）'}。"
        return f"{name}: {sides[0]} → {sides[1]}, {self.change.value}{step and f' ({step})'}."

    def __repr__(self) -> str:
        return f"<Ambition: {self.explanation()}>"


def ambitions(before: Iterable[Target], after: Iterable[Target]) -> tuple[Ambition, ...]:
    """The goals of two years, paired by series and transformation, new and dropped ones last.

    Example:
        >>> import govtargets as gt
        >>> retail = gt.Indicator("retail", "社会消费品零售总额", direction=gt.Direction.HIGHER)
        >>> eight = gt.Quantity("8", "%")
        >>> last_year = gt.Target(
        ...     indicator=retail, goal=gt.Bounds.at_least(eight), period=gt.Period.year(2023)
        ... )
        >>> this_year = gt.Target(indicator=retail, goal=eight, period=gt.Period.year(2024))
        >>> [one.change.value for one in gt.ambitions([last_year], [this_year])]
        ['softer']
    """
    left, found = list(after), []
    dropped = []
    for one in before:
        other = next((other for other in left if _same_goal(one, other)), None)
        if other is None:
            dropped.append(Ambition(before=one, after=None, change=Change.DROPPED))
        else:
            left.remove(other)
            found.append(compare_goals(one, other))
    new = [Ambition(before=None, after=one, change=Change.NEW) for one in left]
    return (*found, *new, *dropped)


def _same_goal(one: Target, other: Target) -> bool:
    made = (one.transformation, other.transformation)
    alike = (None in made or made[0] is made[1]) and not other_base(one, other)
    return alike and same_series(one, other)


def compare_goals(before: Target, after: Target) -> Ambition:
    """How one goal changed to another of the same series.

    A number counts before its wording; without a direction a moved bare number is OTHER.

    Example:
        >>> import govtargets as gt
        >>> rate = gt.Indicator("rate", "城镇调查失业率", direction=gt.Direction.LOWER)
        >>> def goal(year, bounds):
        ...     return gt.Target(indicator=rate, goal=bounds, period=gt.Period.year(year))
        >>> five = gt.Quantity("5.5", "%")
        >>> one, two = goal(2023, gt.Bounds.at_most(five)), goal(2024, gt.Bounds.about(five))
        >>> gt.compare_goals(one, two).change.value
        'softer'
    """
    one, other = before.goal, after.goal
    step = _step(before, after)
    if step is None or not (isinstance(one, Bounds) and isinstance(other, Bounds)):
        return Ambition(before=before, after=after, change=_in_words(before, after))
    direction = after.indicator.direction
    change = _moved(step, one, other, direction) if step else _reworded(one, other, direction)
    found = worded((step, step, False, False), other.unit, one.unit)
    return Ambition(
        before=before, after=after, change=change, step=found if isinstance(found, Bounds) else None
    )


def _step(before: Target, after: Target) -> Key | None:
    """Later minus earlier number; for a range the end that is asked for."""
    one, other = before.goal, after.goal
    if not (isinstance(one, Bounds) and isinstance(other, Bounds) and one.kind is other.kind):
        return None
    way = better(one.kind, after.indicator.direction)
    return _number(other, way) - _number(one, way)


def _number(goal: Bounds, way: Direction | None) -> Key:
    high = goal.high
    ceiling = goal.comparator is Comparator.BETWEEN and way is Direction.LOWER
    return high.key if ceiling and high is not None else goal.value.key


def _moved(step: Key, before: Bounds, after: Bounds, direction: Direction | None) -> Change:
    """A floor that rises or a ceiling that falls asks for more."""
    ways = {_way(goal, direction) for goal in (before, after)}
    if ways == {Direction.HIGHER}:
        return Change.RAISED if step > 0 else Change.LOWERED
    if ways == {Direction.LOWER}:
        return Change.RAISED if step < 0 else Change.LOWERED
    return Change.OTHER


def _way(goal: Bounds, direction: Direction | None) -> Direction | None:
    if goal.comparator in _FLOORS:
        return Direction.HIGHER
    return Direction.LOWER if goal.comparator in _CEILINGS else better(goal.kind, direction)


def _reworded(before: Bounds, after: Bounds, direction: Direction | None) -> Change:
    """The same number in other words."""
    if len({_way(goal, direction) for goal in (before, after)}) > 1 and direction is not None:
        return Change.OTHER
    firmer = _FIRMNESS[after.comparator] - _FIRMNESS[before.comparator]
    if firmer:
        return Change.FIRMER if firmer > 0 else Change.SOFTER
    return Change.UNCHANGED if before == after else Change.OTHER


def _in_words(before: Target, after: Target) -> Change:
    """Goals that have no two numbers to compare."""
    one, other = before.goal, after.goal
    if one == other:
        return Change.UNCHANGED
    if isinstance(other, NotStated):
        return Change.DROPPED
    if isinstance(one, NotStated):
        return Change.NEW
    numbers = (isinstance(one, Bounds), isinstance(other, Bounds))
    if numbers == (True, False) and isinstance(other, Qualitative):
        return Change.SOFTER
    if numbers == (False, True) and isinstance(one, Qualitative):
        return Change.FIRMER
    return Change.OTHER
