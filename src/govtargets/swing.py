"""Which verdicts hang on the policy (敏感性): the same pairs judged under another one."""

from collections.abc import Iterable

import attrs

from govtargets._wording import subject
from govtargets.assessment import Assessment
from govtargets.judge import assess
from govtargets.policy import Policy

__all__ = ["Swing", "sensitivity"]


def __dir__() -> list[str]:
    return __all__


@attrs.frozen(kw_only=True, repr=False)
class Swing:
    """A judgement that comes out otherwise under another policy.

    Attributes:
        before: The judgement as it was.
        after: The same pair under the other policy.

    Example:
        >>> import govtargets as gt
        >>> gdp = gt.Indicator("gdp", "GDP", direction=gt.Direction.HIGHER)
        >>> year = gt.Period.year(2014)
        >>> target = gt.Target(
        ...     indicator=gdp, goal=gt.Bounds.about(gt.Quantity("7.5", "%")), period=year
        ... )
        >>> reached = gt.Achievement(indicator=gdp, value=gt.Quantity("7.4", "%"), period=year)
        >>> [one] = gt.sensitivity([gt.assess(target, reached)], gt.Policy.named("lenient"))
        >>> (one.before.verdict.value, one.after.verdict.value)
        ('indeterminate', 'met')
    """

    before: Assessment
    after: Assessment

    def __repr__(self) -> str:
        one, other = (
            f"{side.policy.name} {side.verdict.value}"
            + ("" if side.stretch is None else f", stretch {side.stretch.value}")
            for side in (self.before, self.after)
        )
        return f"<Swing: {subject(self.before.target, 'zh')}: {one} → {other}>"


def sensitivity(assessments: Iterable[Assessment], policy: Policy) -> tuple[Swing, ...]:
    """The judgements whose verdict, or verdict on the stretch, another policy changes.

    Example:
        >>> import govtargets as gt
        >>> gdp = gt.Indicator("gdp", "GDP", direction=gt.Direction.HIGHER)
        >>> target = gt.Target(
        ...     indicator=gdp, goal=gt.Quantity("5", "%"), period=gt.Period.year(2024)
        ... )
        >>> gt.sensitivity([gt.assess(target, None)], gt.Policy.named("strict"))
        ()
    """
    again = ((one, _again(one, policy)) for one in assessments)
    return tuple(
        Swing(before=one, after=other)
        for one, other in again
        if (one.verdict, one.stretch) != (other.verdict, other.stretch)
    )


def _again(one: Assessment, policy: Policy) -> Assessment:
    return assess(
        one.target, one.achievement, policy=policy, as_of=one.as_of, reference=one.reference
    )
