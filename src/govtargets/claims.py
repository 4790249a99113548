"""What a report says of its own results (自评) beside what we compute."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final

import attrs

from govtargets.assessment import Assessment
from govtargets.bounds import Bounds
from govtargets.comparator import Comparator
from govtargets.errors import GovTargetsError, Problem, Severity
from govtargets.explain import percent
from govtargets.quantity import Quantity
from govtargets.verdict import Verdict

__all__ = ["Claim", "check_claim", "read_claim"]


def __dir__() -> list[str]:
    return __all__


@attrs.frozen(kw_only=True)
class Claim:
    """What the words of a report assert of a result (自评).

    Attributes:
        text: The words.
        verdict: MET or MISSED where they say so, whatever the direction.
        side: 1 where they put the result above the target, -1 below it, `None` where they do not.
        gap: How far from the target they put it, signed.
        completion: The 完成率 they name.
        exceeded: Whether they say that more than the goal was done (超额完成).

    Example:
        >>> from govtargets import read_claim
        >>> found = read_claim("低于预期目标0.7个百分点")
        >>> (found.side, str(found.gap))
        (-1, '-0.7个百分点')
    """

    text: str
    verdict: Verdict | None = None
    side: int | None = None
    gap: Quantity | None = None
    completion: Quantity | None = None
    exceeded: bool = False


_NUMBER: Final = r"[0-9]+(?:\.[0-9]+)?"
# The first that matches decides; what denies comes before what it denies.
_VERDICTS: Final = tuple(
    (re.compile(pattern), verdict)
    for pattern, verdict in (
        (r"未(?:能|曾)?超额", None),
        (r"未(?:能|曾)?(?:如期|全面|全部)?(?:完成|达|实现)|不及预期", Verdict.MISSED),
        (r"没有?(?:完成|达到|实现)", Verdict.MISSED),
        (r"不达标|未及|落后于(?:预期|目标|计划)", Verdict.MISSED),
        (r"基本(?:完成|实现|达到)", None),
        (r"完成|实现|达到|达成|达标|好于|优于|符合", Verdict.MET),
    )
)
_AIM: Final = r"[^，。；、]*?(?:预期|目标|计划|任务|规模)"
_ABOVE: Final = re.compile(rf"(?:高于|超过|超出|超(?!额)|快于|突破){_AIM}")
_BELOW: Final = re.compile(rf"(?:低于|慢于|少于){_AIM}")
_GAP: Final = re.compile(
    rf"(?:高于|超过|超出|超(?!额)|快于|低于|慢于|少于){_AIM}(?:目标|值|任务)*(?P<gap>{_NUMBER}\S+)$"
)
_SHARE: Final = re.compile(
    rf"完成[^，。；]*?(?:目标|任务|计划|预算)[^，。；]*?的?(?P<share>{_NUMBER})%"
)
_EXCESS: Final = re.compile(rf"超额完成(?P<excess>{_NUMBER})%")


def read_claim(text: str) -> Claim:
    """What the words assert; what they leave open stays `None`.

    Example:
        >>> from govtargets import read_claim
        >>> found = read_claim("完成年度目标的103%")
        >>> (str(found.completion), read_claim("圆满完成").verdict.value)
        ('103%', 'met')
    """
    side = 1 if _ABOVE.search(text) else -1 if _BELOW.search(text) else None
    share = _completion(text)
    said = next((said for words, said in _VERDICTS if words.search(text)), None)
    # 完成103% names a share, which says by itself whether the goal was met.
    named = share is not None and "超额" not in text
    return Claim(
        text=text,
        verdict=None if named else said,
        side=side,
        gap=_gap(text, side),
        completion=share,
        exceeded="超额" in text and said is Verdict.MET,
    )


def _completion(text: str) -> Quantity | None:
    excess = _EXCESS.search(text)
    if excess is not None:
        return Quantity(100 + Decimal(excess["excess"]), "%")
    # 超额完成年度任务的35% may be a share or an excess: it is left open.
    share = None if "超额" in text else _SHARE.search(text)
    return None if share is None else Quantity(share["share"], "%")


def _gap(text: str, side: int | None) -> Quantity | None:
    match = _GAP.search(text.rstrip("。；，"))
    if match is None or side is None:
        return None
    try:
        found = Quantity.parse(match["gap"])
    except GovTargetsError:
        return None
    return found if side > 0 else -found


def check_claim(assessment: Assessment) -> Problem | None:
    """What the report's own words contradict in the judgement; `None` where they do not.

    `claim-disagrees` is a finding about the report or about the reading of its goal, not a fault of
    the data.

    Example:
        >>> import govtargets as gt
        >>> m2 = gt.Indicator("m2", "广义货币", direction=gt.Direction.HIGHER)
        >>> year = gt.Period.year(2016)
        >>> found = gt.assess(
        ...     gt.Target(indicator=m2, goal=gt.Quantity("13", "%"), period=year),
        ...     gt.Achievement(
        ...         indicator=m2, value=gt.Quantity("11.3", "%"), period=year, claim="圆满完成"
        ...     ),
        ... )
        >>> print(gt.check_claim(found).message)
        2016年 广义货币: the report says 圆满完成, computed missed
    """
    reached = assessment.achievement
    if reached is None or reached.claim is None:
        return None
    claim = read_claim(reached.claim)
    wrong = _wrong_verdict(claim, assessment) or _wrong_numbers(claim, assessment)
    if wrong is None:
        return None
    return Problem(
        code="claim-disagrees",
        message=f"{assessment.target.period} {assessment.target.indicator}: "
        f"the report says {claim.text}, computed {wrong}",
        hint="check the goal, the result and the policy they were judged under",
        severity=Severity.WARNING,
        value=claim.text,
    )


def _wrong_verdict(claim: Claim, assessment: Assessment) -> str | None:
    decided = assessment.verdict in {Verdict.MET, Verdict.MISSED}
    if claim.verdict is None or not decided or claim.verdict is assessment.verdict:
        return None
    return assessment.verdict.value


def _wrong_numbers(claim: Claim, assessment: Assessment) -> str | None:
    gap, share = assessment.gap, assessment.completion
    if gap is not None and (_wrong_side(claim.side, gap) or _wrong_gap(claim.gap, gap)):
        return f"a gap of {gap}"
    if claim.exceeded and gap is not None and _is_nothing(gap):
        return f"a gap of {gap}"
    if claim.completion is None or share is None:
        return None
    off = abs(share * 100 - Fraction(claim.completion.magnitude))
    return percent(share) if off > _half_digit(claim.completion) else None


def _is_nothing(gap: Bounds) -> bool:
    return gap.comparator is Comparator.EXACT and gap.value.magnitude == 0


def _wrong_side(side: int | None, gap: Bounds) -> bool:
    """Whether no gap that is possible lies on the side that is claimed."""
    if side is None:
        return False
    end = gap.high if side > 0 else gap.low
    return end is not None and end.magnitude * side <= 0


def _wrong_gap(claimed: Quantity | None, gap: Bounds) -> bool:
    """Whether no gap that is possible rounds to the one that is claimed."""
    if claimed is None or claimed.unit.kind is not gap.kind:
        return False
    half = _half_digit(claimed) * claimed.unit.factor
    low, high = gap.low, gap.high
    return (low is not None and claimed.base + half < low.base) or (
        high is not None and claimed.base - half > high.base
    )


def _half_digit(written: Quantity) -> Fraction:
    """Half a unit of the last written digit, in the unit it is written in."""
    return Fraction(1, 2) / 10**written.digits if written.digits >= 0 else Fraction(1, 2)
