"""Explanations of a judgement in Chinese and English: both sides, both sources and the rule."""

import datetime as dt
from fractions import Fraction
from typing import Final, Literal, Protocol

from govtargets._bases import base_en
from govtargets._exact import exact_decimal
from govtargets._sentences import BOUNDS, FRAME, REASONS, RULED, VERDICTS
from govtargets.achievement import Achievement
from govtargets.bounds import Bounds
from govtargets.comparator import Comparator
from govtargets.goals import Goal
from govtargets.interval import Interval
from govtargets.policy import Policy
from govtargets.source import Source
from govtargets.target import Target
from govtargets.unit import Unit
from govtargets.verdict import Reason, Verdict

__all__ = ["explanation", "ground", "making_text", "percent", "value_text"]


def __dir__() -> list[str]:
    return __all__


Language = Literal["zh", "en"]
_PARTS: Final = ("indicator", "region", "period", "transformation", "price_basis", "scope")
_NONE: Final = {"zh": "（未说明）", "en": "(not stated)"}


class Judged(Protocol):
    """What an explanation needs of an assessment."""

    @property
    def target(self) -> Target: ...
    @property
    def achievement(self) -> Achievement | None: ...
    @property
    def reference(self) -> Achievement | None: ...
    @property
    def verdict(self) -> Verdict: ...
    @property
    def reason(self) -> Reason | None: ...
    @property
    def gap(self) -> Bounds | None: ...
    @property
    def completion(self) -> Fraction | None: ...
    @property
    def stretch(self) -> Verdict | None: ...
    @property
    def policy(self) -> Policy: ...
    @property
    def as_of(self) -> dt.date | None: ...


def explanation(judged: Judged, language: Language) -> str:
    """Both sides, both sources, the verdict with its ground, the numbers beside it, the rule.

    Example:
        >>> import govtargets as gt
        >>> gdp = gt.Indicator("gdp", "GDP", direction=gt.Direction.HIGHER)
        >>> goal = gt.Target(indicator=gdp, goal=gt.Quantity("7", "%"), period=gt.Period.year(2023))
        >>> gt.assess(goal, None).explanation("en").split(". ")[:2]
        ['2023年 GDP: target 7%, no result yet', 'Pending: there is no result for 2023年 yet']
    """
    frame = FRAME[language]
    fields = _fields(judged, language)
    sentences = [
        frame["sides"].format(**fields),
        VERDICTS[language][judged.verdict] + frame["colon"] + _ground(judged, language, fields),
        *_numbers(judged, language),
        frame["rule"].format(policy=judged.policy.text(language)),
    ]
    return frame["stop"].join(sentences) + frame["stop"].strip()


def ground(judged: Judged, language: Language) -> str:
    """Why the verdict came out so, in one clause that names the values: for a line of a table.

    Example:
        >>> import govtargets as gt
        >>> jobs = gt.Indicator("jobs", "城镇新增就业", direction=gt.Direction.HIGHER)
        >>> year = gt.Period.year(2023)
        >>> goal = gt.Target(indicator=jobs, goal=gt.Quantity("6", "万人"), period=year)
        >>> reached = gt.Achievement(indicator=jobs, value=gt.Quantity("6.4", "万人"), period=year)
        >>> ground(gt.assess(goal, reached), "zh")
        '6.4万人满足“6万人”，目标读作[6, ∞) 万人'
    """
    return _ground(judged, language, _fields(judged, language))


def value_text(value: Goal, language: Language) -> str:
    """A goal or a result as text."""
    if language == "zh" or not isinstance(value, Bounds):
        return str(value)
    if value.comparator is Comparator.BETWEEN:
        return f"{value.low} to {value.high}"
    return BOUNDS[value.comparator].format(value.value)


def percent(share: Fraction, places: int = 2) -> str:
    """A share as a percentage, rounded half to even, for display only."""
    sign = "-" if share < 0 else ""
    units, rest = divmod(round(abs(share) * 100 * 10**places), 10**places)
    decimals = f"{rest:0{places}d}".rstrip("0")
    return f"{sign}{units}{'.' if decimals else ''}{decimals}%"


def _fields(judged: Judged, language: Language) -> dict[str, str]:
    target, achievement = judged.target, judged.achievement
    place = f"{target.region} " if target.region is not None else ""
    fields = {
        "subject": f"{place}{target.period} {target.indicator}",
        "goal": value_text(target.goal, language),
        "goal_source": _source(target.source, language),
        "as_of": str(judged.as_of),
        "result": FRAME[language]["no_result"],
        "value": "",
        **{name: _part(target, name, language) for name in _PARTS},
    }
    if achievement is None:
        return fields
    fields |= {f"other_{name}": _part(achievement, name, language) for name in _PARTS}
    fields["value"] = value_text(achievement.value, language)
    fields["value_source"] = _source(achievement.source, language)
    fields["result"] = FRAME[language]["result"].format(**fields)
    return _with_reference(judged.reference, language, fields)


def _with_reference(
    reference: Achievement | None, language: Language, fields: dict[str, str]
) -> dict[str, str]:
    fields["inexact"] = fields["value"]
    if reference is not None:
        fields["reference"] = f"{reference.indicator} {value_text(reference.value, language)}"
        fields["reference_source"] = _source(reference.source, language)
        fields["result"] += FRAME[language]["reference"].format(**fields)
        if reference.value.comparator is not Comparator.EXACT:
            fields["inexact"] += f" / {fields['reference']}"
    return fields


def _part(record: Target | Achievement, name: str, language: Language) -> str:
    value = getattr(record, name)
    if name == "transformation":
        return making_text(record, language) or _NONE[language]
    return _NONE[language] if value is None else str(value)


def making_text(record: Target | Achievement, language: Language) -> str:
    """How a figure is made from the series and what it compares with; empty where nothing is said."""
    how, base = record.transformation, record.base
    if language == "zh":
        if how is None:
            return base or ""
        return how.zh if base is None else f"{how.zh}（{base}）"
    words = [
        "" if how is None else how.value.replace("_", " "),
        "" if base is None else base_en(base),
    ]
    return " ".join(filter(None, words))


def _source(source: Source | None, language: Language) -> str:
    if source is None:
        return ""
    words = source.document if source.quote is None else f"{source.document}：“{source.quote}”"
    return FRAME[language]["source"].format(words)


def _ground(judged: Judged, language: Language, fields: dict[str, str]) -> str:
    fields = fields | {"reading": _reading(judged, language)}
    if judged.reason is not None:
        return REASONS[language][judged.reason].format(**fields)
    return RULED[language][judged.verdict.value].format(**fields)


def _reading(judged: Judged, language: Language) -> str:
    goal, policy = judged.target.goal, judged.policy
    if not isinstance(goal, Bounds):
        return ""
    direction = judged.target.indicator.direction
    certain, possible = policy.certain(goal, direction), policy.possible(goal, direction)
    form = "reading" if certain == possible else "wider"
    return RULED[language][form].format(
        certain=_span(certain, goal.unit), possible=_span(possible, goal.unit)
    )


def _span(values: Interval, unit: Unit) -> str:
    """The set in the goal's own unit, as its base unit makes long numbers."""
    left, right = "(" if values.low_open else "[", ")" if values.high_open else "]"
    low, high = _end(values.low, unit, "-∞"), _end(values.high, unit, "∞")
    return f"{left}{low}, {high}{right} {unit}".rstrip()


def _end(value: Fraction | None, unit: Unit, infinity: str) -> str:
    if value is None:
        return infinity
    number = exact_decimal(value / unit.factor)
    return str(value / unit.factor) if number is None else f"{number:f}"


def _numbers(judged: Judged, language: Language) -> list[str]:
    frame, found = FRAME[language], []
    if judged.gap is not None:
        found.append(frame["gap"].format(gap=value_text(judged.gap, language)))
    if judged.completion is not None:
        found.append(frame["completion"].format(completion=percent(judged.completion)))
    if judged.stretch is not None and judged.target.stretch is not None:
        stretch = value_text(judged.target.stretch, language)
        verdict = VERDICTS[language][judged.stretch]
        found.append(frame["stretch"].format(stretch=stretch, verdict=verdict))
    return found
