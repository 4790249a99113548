"""The judgement itself: one target against one result, under a named policy, looking nothing up."""

import datetime as dt
from typing import Final

from govtargets._asking import Asked, ask, ask_against
from govtargets._beside import completion, gap
from govtargets._pairing import mismatch
from govtargets._reading import APPROXIMATE, EXACT, apart, inside
from govtargets._record import given
from govtargets.achievement import Achievement
from govtargets.assessment import Assessment, Numbers, Ruling, made
from govtargets.bounds import Bounds
from govtargets.comparator import Comparator
from govtargets.errors import InvalidValueError
from govtargets.goals import Delegated, NotStated, Qualitative, Relative
from govtargets.policy import Policy
from govtargets.target import Target
from govtargets.verdict import Reason, Undefined, Verdict

__all__ = ["assess"]


def __dir__() -> list[str]:
    return __all__


_DEFAULT: Final = Policy.default()
WORDS: Final = {
    NotStated: Reason.NOT_STATED,
    Qualitative: Reason.QUALITATIVE,
    Delegated: Reason.DELEGATED,
}
NUMBERLESS: Final = (*WORDS.values(), Reason.REFERENCE_MISSING)
_VAGUE: Final = (*APPROXIMATE, Comparator.SOME_MORE)


_INCOMPARABLE: Final[Numbers] = (Undefined.NOT_COMPARABLE, Undefined.NOT_COMPARABLE)
_NO_NUMBER: Final[Numbers] = (Undefined.NO_NUMBER, Undefined.NO_NUMBER)
_INDETERMINATE: Final = Verdict.INDETERMINATE
_MET: Final = (Verdict.MET, None)
_MISSED: Final = (Verdict.MISSED, None)


def assess(
    target: Target,
    achievement: Achievement | None,
    *,
    policy: Policy = _DEFAULT,
    as_of: dt.date | None = None,
    reference: Achievement | None = None,
) -> Assessment:
    """Judge a target by a result; three-valued, with the reason, the gap and the completion ratio.

    MET where every value that the result allows certainly satisfies the goal, MISSED where none
    possibly does. It looks nothing up: who judges a relative goal brings the result of the other
    series along.

    Args:
        target: The target.
        achievement: The result; `None` where there is none yet.
        policy: How the words are read; `Policy.default()` where nothing is said.
        as_of: The day from which it is judged; before the period's end the target is not due.
        reference: The result of the other series, for a relative goal.

    Raises:
        InvalidValueError: Something is of another type, such as a result in the target's place.

    Example:
        >>> import govtargets as gt
        >>> gdp = gt.Indicator("gdp", "地区生产总值", direction=gt.Direction.HIGHER)
        >>> year = gt.Period.year(2023)
        >>> target = gt.Target(indicator=gdp, goal=gt.Quantity("7", "%"), period=year)
        >>> floor = gt.Bounds.at_least(gt.Quantity("4.5", "%"))
        >>> found = gt.assess(target, gt.Achievement(indicator=gdp, value=floor, period=year))
        >>> (found.verdict.value, found.reason.value, str(found.gap))
        ('indeterminate', 'bounded_achievement', '不低于-2.5个百分点')
    """
    given(target, Target, "give the target first and the result second")
    given(policy, Policy, "give one, such as Policy.named('strict')")
    pending = _pending(target, achievement, as_of)
    stretch: Ruling | None = None
    if pending is not None or achievement is None:
        ruling, numbers = (Verdict.PENDING, pending), _INCOMPARABLE
        if target.stretch is not None:
            stretch = ruling
    else:
        ruling, numbers = _judged(target, achievement, reference, policy)
        if target.stretch is not None:
            stretch = _stretched(target, target.stretch, achievement, policy, ruling)
    return made((target, achievement, reference), ruling, numbers, stretch, (policy, as_of))


def _pending(
    target: Target, achievement: Achievement | None, as_of: dt.date | None
) -> Reason | None:
    if as_of is not None and _day(as_of) < target.period.end:
        return Reason.NOT_DUE
    if achievement is None:
        return Reason.NO_ACHIEVEMENT
    given(achievement, Achievement, "give the result, or None where there is none yet")
    return None


def _day(as_of: dt.date) -> dt.date:
    """The day itself; a moment has a time besides, and compares with no day."""
    given(as_of, dt.date, "give the day, such as date(2024, 1, 31)")
    if isinstance(as_of, dt.datetime):
        message = f"as_of is {as_of}, with a time of day: give the day alone, as_of.date()"
        raise InvalidValueError(message)
    return as_of


def _judged(
    target: Target, achievement: Achievement, reference: Achievement | None, policy: Policy
) -> tuple[Ruling, Numbers]:
    """The ruling on the goal, the gap and the completion ratio."""
    asked = (
        WORDS.get(type(target.goal))
        or mismatch(target, achievement)
        or _asked(target, achievement, reference, policy)
    )
    if isinstance(asked, Reason):
        missing = _NO_NUMBER if asked in NUMBERLESS else _INCOMPARABLE
        return (Verdict.INDETERMINATE, asked), missing
    stated, known, unit = asked.stated, asked.known, asked.unit
    if isinstance(stated, Undefined):
        return ruled(asked), (stated, stated)
    share = completion(known, stated, target.baseline, asked.direction, unit.kind)
    return ruled(asked), (gap(known, stated, unit), share)


def _asked(
    target: Target, achievement: Achievement, reference: Achievement | None, policy: Policy
) -> Asked | Reason:
    goal, direction = target.goal, target.indicator.direction
    if isinstance(goal, Bounds):
        return ask(goal, achievement.value, direction, policy)
    assert isinstance(goal, Relative)  # noqa: S101  the other goals are words, and gone by now
    return ask_against(goal, achievement.value, reference, direction, policy)


def ruled(asked: Asked) -> Ruling:
    """The verdict on a goal as read, with the reason where there is none."""
    certain, possible = asked.read
    if inside(asked.compared, certain):
        return _MET
    if apart(asked.compared, possible):
        return _MISSED
    return _INDETERMINATE, _why(asked)


def _why(asked: Asked) -> Reason:
    if asked.needs_direction:
        return Reason.DIRECTION_UNKNOWN
    inexact = [one for one in asked.stated_as if one is not EXACT]
    if not inexact:
        return Reason.APPROXIMATE_ZONE
    if all(one in _VAGUE for one in inexact):
        return Reason.APPROXIMATE_ACHIEVEMENT
    return Reason.BOUNDED_ACHIEVEMENT


def _stretched(
    target: Target, stretch: Bounds, achievement: Achievement, policy: Policy, goal: Ruling
) -> Ruling:
    """The verdict on the higher tier, which is met only where the goal is met too."""
    asked = mismatch(target, achievement) or ask(
        stretch, achievement.value, target.indicator.direction, policy
    )
    if isinstance(asked, Reason):
        return Verdict.INDETERMINATE, asked
    found = ruled(asked)
    return goal if found[0] is Verdict.MET else found
