"""Rules about one figure: per cent or 个百分点, 完成 or 超额."""

import re
from collections.abc import Iterator
from typing import Final

from govtargets._naming import is_consumption, is_rate
from govtargets.bounds import Bounds
from govtargets.errors import Problem
from govtargets.quantity import Quantity
from govtargets.vocabulary import Transformation
from govtargets.zh._script import Script
from govtargets.zh.find import Mention

__all__ = [
    "doubled_signs",
    "excesses",
    "percent_or_points",
    "points_of_amount",
    "points_of_growth",
    "undirected",
]


def _number(mention: Mention) -> Quantity:
    value = mention.reading.value
    assert isinstance(value, Bounds)  # noqa: S101  the script has figures only
    return value.value


def _kind(mention: Mention) -> str:
    return _number(mention).unit.kind.id


_NOUN: Final = re.compile("占比|比重|所占比重|增速|增幅|降幅|涨幅|(?=占).*?(?:比重|比例|占比)")


def _name(mention: Mention) -> str:
    """What changes: the subject, with the noun that the figure's own words begin with (占比)."""
    noun = _NOUN.match(mention.text)
    return (mention.subject or "") + (noun[0] if noun is not None else "")


# An amount named right before its change: 增长7%，比上年提高2个百分点 speaks of the growth.
_AMOUNT: Final = re.compile("(?:增加值|产量|产值|用电量|用水量|发电量|收入|总额|消费价格)$")


def _is_amount(script: Script, mention: Mention) -> bool:
    if mention.reading.transformation is not Transformation.DIFFERENCE or "增长" in mention.text:
        return False
    named = _AMOUNT.search(script.before(mention.start)) is not None
    return named and _NOUN.match(mention.text) is None


def points_of_amount(script: Script) -> Iterator[Problem]:
    """能耗下降3.5个百分点, 粮食产量提高2个百分点: an amount changes by per cent."""
    for mention in script.figures:
        name = _name(mention)
        if _kind(mention) == "points" and (is_consumption(name) or _is_amount(script, mention)):
            yield script.problem(
                "points-of-amount",
                (mention.start, mention.end),
                f"{name} is an amount and changes by %, 个百分点 is for percentages",
                f"ask whether {mention.text.replace('个百分点', '%')} is meant",
            )


_CHANGES: Final = re.compile(
    "(?:提高|提升|上升|增加|增长|下降|降低|减少|回落|上涨|加快|扩大|缩小|收窄)(?!到|至|为)"
)
# Growth is a percentage too.
_GROWTH: Final = re.compile("(?:增速|增幅|涨幅|降幅|增长率)$")
_MAY_CHANGE: Final = frozenset({Transformation.GROWTH, Transformation.SHARE})


def percent_or_points(script: Script) -> Iterator[Problem]:
    """森林覆盖率提高0.4%: of the rate itself, or 个百分点?"""
    for mention in script.figures:
        name = _name(mention)
        if (
            mention.reading.transformation in _MAY_CHANGE
            and mention.reading.baseline is None
            and _CHANGES.search(mention.text)
            and _number(mention).unit.symbol == "%"
            and (is_rate(name) or _GROWTH.search(name))
        ):
            points = re.sub("[%％]", "个百分点", mention.text)
            yield script.problem(
                "percent-or-points",
                (mention.start, mention.end),
                f"{name} is a percentage, and % of it is not 个百分点",
                f"ask whether {points} is meant, or {mention.text} of the rate itself",
            )


_CAUSE: Final = re.compile("(?:拉动|贡献|带动|拉升)[^，。；]*$")


def points_of_growth(script: Script) -> Iterator[Problem]:
    """投资增长2个百分点: a growth is stated in per cent, unless it is a contribution (拉动)."""
    for mention in script.figures:
        if (
            _kind(mention) == "points"
            and "增长" in mention.text
            and mention.reading.transformation is not Transformation.CONTRIBUTION
            and not _CAUSE.search(script.before(mention.start))
        ):
            yield script.problem(
                "points-of-growth",
                (mention.start, mention.end),
                "a growth is stated in %, a difference in 个百分点",
                f"ask whether {mention.text.replace('个百分点', '%')} or 提高 is meant",
            )


_EXCESS: Final = re.compile("超额(?P<between>[^，。；、,;]*)$")
_WHOLE: Final = 100
_PLAN: Final = re.compile("目标|任务|计划|的$")


def excesses(script: Script) -> Iterator[Problem]:
    """超额完成103%: is 103 % the completion, or what is on top of it?"""
    for mention in script.figures:
        if _kind(mention) != "ratio" or mention.reading.transformation is not None:
            continue
        match = _EXCESS.search(script.before(mention.start))
        if match is None:
            continue
        if _number(mention).base >= _WHOLE or _PLAN.search(match["between"]):
            yield script.problem(
                "excess-or-completion",
                (mention.start - len(match[0]), mention.end),
                "超额 is what goes beyond the target, 完成 counts from zero",
                "ask whether the target was completed by that much, or exceeded by it",
            )


_FALL_SIGN: Final = re.compile("(?:下降|降低|减少|回落|负增长)(?:了|约)?[-－−](?=[0-9０-９])")


def doubled_signs(script: Script) -> Iterator[Problem]:
    """下降-3%: the verb and the sign both say that it falls."""
    for match in _FALL_SIGN.finditer(script.text):
        yield script.problem(
            "doubled-sign",
            match.span(),
            "the verb already says that it falls",
            "ask whether a fall of that size is meant",
        )


_UNDIRECTED: Final = re.compile(
    "(?:改善|好转|优化|变化|变动|波动)(?:了|约|近|超过?|达到?|不超过|不低于)?"
    "[0-9０-９]+(?:[.．][0-9０-９]+)?(?:%|％|个?百分点)(?:以上|以内|左右)?"
)


def undirected(script: Script) -> Iterator[Problem]:
    """PM2.5改善5%: a fall; 优良天数改善5%: a rise."""
    for match in _UNDIRECTED.finditer(script.text):
        yield script.problem(
            "change-without-direction",
            match.span(),
            "the word does not say whether the number rises or falls",
            "ask whether it went up or down by that much",
        )
