"""Before there is a result: what has still to change from the last known value (展望)."""

from fractions import Fraction
from typing import Final, Literal

import attrs

from govtargets._asking import Asked, ask, ask_against
from govtargets._beside import distance, worded
from govtargets._reading import EVERYTHING, Edges, mirrored
from govtargets._wording import goal_text, subject
from govtargets.achievement import Achievement
from govtargets.bounds import Bounds
from govtargets.explain import percent
from govtargets.goals import Relative
from govtargets.judge import NUMBERLESS, WORDS, ruled
from govtargets.policy import Policy
from govtargets.quantity import Quantity
from govtargets.target import Target
from govtargets.verdict import Reason, Undefined, Verdict
from govtargets.writing import difference, text

__all__ = ["Outlook", "outlook"]


def __dir__() -> list[str]:
    return __all__


_DEFAULT: Final = Policy.default()


@attrs.frozen(kw_only=True, repr=False)
class Outlook:
    """What has still to change (展望): the way from the last known value to the goal.

    Attributes:
        target: The target.
        baseline: The last known value, `None` where there is none.
        verdict: What the verdict would be if that value were the result; PENDING without one.
        reason: Why there is none.
        change: Stated value minus last value, in the goal's unit, 个百分点 for percentages; a range
            where the value is one.
        change_reason: Why there is no change to name.
        share: The change as a share of the last value, exactly; `None` where that is not an exact
            number above zero.
        policy: How the words were read.

    Example:
        >>> import govtargets as gt
        >>> forest = gt.Indicator("forest", "森林资源培育", direction=gt.Direction.HIGHER)
        >>> target = gt.Target(
        ...     indicator=forest, goal=gt.Quantity("10.1", "万亩"), period=gt.Period.year(2024)
        ... )
        >>> found = gt.outlook(target, gt.Quantity("8.3", "万亩"))
        >>> (str(found.change), found.verdict.value)
        ('1.8万亩', 'missed')
    """

    target: Target
    baseline: Bounds | None
    verdict: Verdict
    reason: Reason | None
    change: Bounds | None
    change_reason: Undefined | None
    share: Fraction | None
    policy: Policy

    def explanation(self, language: Literal["zh", "en"] = "zh") -> str:
        """What has still to change, in a sentence.

        Example:
            >>> import govtargets as gt
            >>> jobs = gt.Indicator("jobs", "城镇新增就业", direction=gt.Direction.HIGHER)
            >>> target = gt.Target(
            ...     indicator=jobs, goal=gt.Quantity("6", "万人"), period=gt.Period.year(2024)
            ... )
            >>> print(gt.outlook(target, gt.Quantity("5", "万人")).explanation("en"))
            城镇新增就业, 2024: target 60,000 persons, last known 50,000 persons; still to change: 10,000 persons (20%).
        """
        words = _WORDS[language]
        sides = (subject(self.target, language), goal_text(self.target.goal, language))
        if self.baseline is None:
            return words["nothing"].format(*sides)
        last = text(self.baseline, language)
        return words["sides"].format(*sides, last, self._change(language))

    def _change(self, language: Literal["zh", "en"]) -> str:
        words = _WORDS[language]
        if self.change is None:
            why = self.change_reason
            return words["unknown"].format("" if why is None else getattr(why, language))
        share = "" if self.share is None else words["share"].format(percent(self.share))
        form = words["met" if self.verdict is Verdict.MET else "change"]
        return form.format(difference(self.change, language), share)

    def __repr__(self) -> str:
        return f"<Outlook: {self.explanation()}>"


_WORDS: Final = {
    "zh": {
        "sides": "{}：{}，最近值{}；{}。",
        "nothing": "{}：{}；没有可比的前值，还需变化多少无从得知。",
        "change": "还需变化{}{}",
        "met": "已满足目标，目标与最近值之差{}{}",
        "unknown": "还需变化多少无法得出（{}）",
        "share": "（{}）",
    },
    "en": {
        "sides": "{}: {}, last known {}; {}.",
        "nothing": "{}: {}; no earlier value is known, so what has still to change is not either.",
        "change": "still to change: {}{}",
        "met": "the target is satisfied by it, target minus last value: {}{}",
        "unknown": "what has still to change is unknown ({})",
        "share": " ({})",
    },
}


def outlook(
    target: Target,
    baseline: Achievement | Bounds | Quantity | None = None,
    *,
    policy: Policy = _DEFAULT,
    reference: Achievement | None = None,
) -> Outlook:
    """What has still to change from the last known value, like with like, whatever the period.

    Args:
        target: The target.
        baseline: The last known value of the same series; the target's own where none is given.
        policy: How the words are read.
        reference: The result of the other series, for a relative goal.

    Example:
        >>> import govtargets as gt
        >>> rate = gt.Indicator("rate", "城镇调查失业率", direction=gt.Direction.LOWER)
        >>> ceiling = gt.Bounds.at_most(gt.Quantity("5.5", "%"))
        >>> target = gt.Target(indicator=rate, goal=ceiling, period=gt.Period.year(2024))
        >>> found = gt.outlook(target, gt.Quantity("5.2", "%"))
        >>> (found.verdict.value, str(found.change))
        ('met', '0.3个百分点')
    """
    last = _last(target, baseline)
    if last is None:
        return _without(target, None, policy, Verdict.PENDING, Reason.NO_ACHIEVEMENT)
    asked = _asked(target, last, reference, policy)
    if isinstance(asked, Reason):
        return _without(target, last, policy, Verdict.INDETERMINATE, asked)
    verdict, why = ruled(asked)
    edges, change = _change(asked, last)
    return Outlook(
        target=target,
        baseline=last,
        verdict=verdict,
        reason=why,
        change=change if isinstance(change, Bounds) else None,
        change_reason=change if isinstance(change, Undefined) else None,
        share=_share(edges, asked.known) if isinstance(change, Bounds) else None,
        policy=policy,
    )


def _change(asked: Asked, last: Bounds) -> tuple[Edges, Bounds | Undefined]:
    if isinstance(asked.stated, Undefined):
        return EVERYTHING, asked.stated
    edges = mirrored(distance(asked.known, asked.stated))
    return edges, worded(edges, asked.stated.unit, last.unit)


def _last(target: Target, baseline: Achievement | Bounds | Quantity | None) -> Bounds | None:
    if isinstance(baseline, Achievement):
        return baseline.value
    if isinstance(baseline, Quantity):
        return Bounds.exact(baseline)
    return target.baseline if baseline is None else baseline


def _asked(
    target: Target, last: Bounds, reference: Achievement | None, policy: Policy
) -> Asked | Reason:
    goal, direction = target.goal, target.indicator.direction
    if isinstance(goal, Bounds):
        return ask(goal, last, direction, policy)
    if isinstance(goal, Relative):
        return ask_against(goal, last, reference, direction, policy)
    return WORDS[type(goal)]


def _without(
    target: Target, last: Bounds | None, policy: Policy, verdict: Verdict, reason: Reason
) -> Outlook:
    words = reason in NUMBERLESS
    return Outlook(
        target=target,
        baseline=last,
        verdict=verdict,
        reason=reason,
        change=None,
        change_reason=Undefined.NO_NUMBER if words else Undefined.NOT_COMPARABLE,
        share=None,
        policy=policy,
    )


def _share(change: Edges, last: Edges) -> Fraction | None:
    """The change as a share of an exact last value above zero."""
    value, step = last[0], change[0]
    if value is None or value != last[1] or value <= 0 or step != change[1]:
        return None
    return None if step is None else Fraction(step, value)
