"""The parts of a sentence in Chinese or English: what a record speaks of, and sets of values."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal

from govtargets._bases import base_en
from govtargets._exact import exact_decimal
from govtargets.achievement import Achievement
from govtargets.bounds import Bounds
from govtargets.comparator import Comparator
from govtargets.errors import InvalidValueError
from govtargets.goals import Delegated, Goal, NotStated, Qualitative
from govtargets.indicator import Indicator
from govtargets.interval import Interval
from govtargets.quantity import Quantity
from govtargets.target import Target
from govtargets.unit import Unit
from govtargets.writing import difference, text

__all__ = [
    "Language",
    "beyond",
    "day_text",
    "goal_text",
    "making",
    "named",
    "part",
    "signed",
    "span",
    "subject",
]

Language = Literal["zh", "en"]
_NONE: Final = {"zh": "未说明", "en": "not stated"}
_ENGLISH: Final = {
    "不变价": "constant prices",
    "可比价": "comparable prices",
    "现价": "current prices",
    "当年价": "current prices",
    "全国": "the whole country",
    "全省": "the whole province",
    "全市": "the whole city",
    "城镇": "towns",
    "农村": "the countryside",
}


def named(indicator: Indicator, language: Language) -> str:
    """The indicator's name, in English where it has one."""
    return indicator.name_en or indicator.name if language == "en" else indicator.name


def subject(record: Target | Achievement, language: Language) -> str:
    """What a record speaks of: 焦作市 2023年 粮食产量; Grain output, 焦作市, 2023."""
    parts = [] if record.region is None else [str(record.region)]
    parts.append(format(record.period, language))
    if language == "en":
        return ", ".join([named(record.indicator, language), *parts])
    return " ".join([*parts, named(record.indicator, language)])


def day_text(day: dt.date, language: Language) -> str:
    """A day, in Chinese as reports write it."""
    return day.isoformat() if language == "en" else f"{day.year}年{day.month}月{day.day}日"


def part(record: Target | Achievement, name: str, language: Language) -> str:
    """One field of a record in words."""
    value = getattr(record, name)
    if name == "transformation":
        return making(record, language) or _NONE[language]
    if name == "indicator":
        return named(record.indicator, language)
    if name == "period":
        return format(record.period, language)
    if value is None:
        return _NONE[language]
    return _ENGLISH.get(str(value), str(value)) if language == "en" else str(value)


def making(record: Target | Achievement, language: Language) -> str:
    """How a figure is made from the series and what it compares with; empty where nothing is said."""
    how, base = record.transformation, record.base
    if language == "en":
        words = ("" if how is None else how.value.replace("_", " "), base and base_en(base))
        return " ".join(filter(None, words))
    if how is None:
        return base or ""
    return how.zh if base is None else f"{how.zh}（{base}）"


def goal_text(goal: Goal, language: Language) -> str:
    """The goal after the word for target: 目标7%, 目标“平稳增长”, 未设目标."""
    if isinstance(goal, NotStated):
        return text(goal, language)
    if language == "en":
        bare = text(goal, "en").removeprefix("the target ")
        return f"target {bare}"
    words = goal.words if isinstance(goal, Qualitative) else text(goal)
    quoted = isinstance(goal, Qualitative | Delegated)
    return f"目标“{words}”" if quoted else f"目标{words}"


def signed(value: Bounds, language: Language) -> str:
    """A gap or a change, with its sign where it is one exact number above zero."""
    rises = value.comparator is Comparator.EXACT and value.value.magnitude > 0
    return f"{'+' if rises else ''}{difference(value, language)}"


def span(values: Interval, unit: Unit, language: Language) -> str:
    """A set in the goal's own unit: ≥7%, ≥6万吨且≤7万吨."""
    low, high = values.low, values.high
    if values.is_empty:
        return {"zh": "没有数", "en": "no number"}[language]
    if low is None and high is None:
        return {"zh": "任何数", "en": "any number"}[language]
    if low == high:
        return _end("=", low, unit, language)
    return _sides(
        (
            _end(">" if values.low_open else "≥", low, unit, language),
            _end("<" if values.high_open else "≤", high, unit, language),
        ),
        {"zh": "且", "en": " and "}[language],
    )


def beyond(values: Interval, unit: Unit, language: Language) -> str:
    """What lies outside a set; empty where nothing does."""
    return _sides(
        (
            _end("≤" if values.low_open else "<", values.low, unit, language),
            _end("≥" if values.high_open else ">", values.high, unit, language),
        ),
        {"zh": "或", "en": " or "}[language],
    )


def _sides(sides: tuple[str, str], joint: str) -> str:
    return joint.join(filter(None, sides))


def _end(sign: str, value: Fraction | None, unit: Unit, language: Language) -> str:
    """A sign and a number in the unit; empty without a number."""
    if value is None:
        return ""
    number = exact_decimal(value / unit.factor)
    share = f"{value / unit.factor}{unit}"
    amount = share if number is None else _amount(number, unit, language)
    return f"{sign} {amount}" if language == "en" else f"{sign}{amount}"


def _amount(number: Decimal, unit: Unit, language: Language) -> str:
    try:
        quantity = Quantity(number, unit)
    except InvalidValueError:  # a tenth of a number can have a digit too many
        return f"{number:f}{unit}"
    return text(quantity, "en") if language == "en" else str(quantity)
