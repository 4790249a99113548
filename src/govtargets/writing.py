"""Goals and values as text, in Chinese and in English; `govtargets.zh` reads the Chinese back unchanged."""

import re
from collections.abc import Callable
from typing import Final, Literal

from govtargets._stated import FORMS, stated, stated_range
from govtargets.bounds import Bounds
from govtargets.comparator import Comparator
from govtargets.errors import InvalidValueError
from govtargets.goals import Delegated, Goal, NotStated, Qualitative, Relation, Relative
from govtargets.period import Period
from govtargets.quantity import Quantity
from govtargets.region import Region

__all__ = ["QUALITATIVE", "difference", "text"]


def __dir__() -> list[str]:
    return __all__


# The words that are a goal without saying so; all others need 定性： in front.
_QUALITATIVE: Final = (
    "平稳增长 稳定增长 较快增长 持续增长 稳步增长 恢复性增长 适度增长 合理增长 快速增长 "
    "稳增长 合理区间 合理水平 合理充裕 "
    "基本稳定 总体稳定 持续稳定 基本平衡 大体平衡 总体平稳 基本平稳 平稳运行 "
    "平稳健康发展 总体可控 有效控制 稳定发展 平稳发展 "
    "较快发展 持续下降 继续下降 稳步下降 有所下降 持续减少 持续增加 持续扩大 稳步扩大 "
    "稳步上升 稳步提高 稳步提升 持续提高 "
    "持续提升 明显提高 明显提升 显著提高 显著提升 有所提高 持续改善 进一步改善 明显改善 "
    "有所改善 持续向好 稳中向好 稳中有进 "
    "稳中有升 稳中有降 促稳提质 只增不减 双下降 双降 双提升 倍增 全覆盖 动态清零 "
    "更好结果 更好成绩 更好成效 前列 最前列 上游 "
    "中上游 第一方阵 第一梯队 第一阵营 第二方阵"
)
QUALITATIVE: Final = frozenset(_QUALITATIVE.split())
_FORMS: Final = FORMS | {Comparator.SOME_MORE: "{}多"}
_ENGLISH: Final = {
    Comparator.EXACT: "{}",
    Comparator.AT_LEAST: "at least {}",
    Comparator.ABOVE: "more than {}",
    Comparator.BELOW: "less than {}",
    Comparator.AT_MOST: "at most {}",
    Comparator.ABOUT: "about {}",
    Comparator.NEARLY: "nearly {}",
    Comparator.SOME_MORE: "somewhat more than {}",
}
_SIDES: Final = {
    Relation.ABOUT: "in step with",
    Relation.EXACT: "level with",
    Relation.ABOVE: "above",
    Relation.AT_LEAST: "not below",
    Relation.BELOW: "below",
    Relation.AT_MOST: "not above",
}


def text(value: Goal | Quantity, language: Literal["zh", "en"] = "zh") -> str:
    """A goal or value as text.

    Args:
        value: Any goal, or a quantity for the exact statement of it.
        language: `zh`, which `govtargets.zh.read` reads back, or `en`.

    Raises:
        InvalidValueError: The value is none of them.

    Example:
        >>> from govtargets import Bounds, Quantity, Unit
        >>> from govtargets.writing import text
        >>> text(Bounds.at_least(Quantity("200", "万吨")))
        '200万吨以上'
        >>> text(Bounds.at_least(Quantity("200", "万吨")), "en")
        'at least 2 million t'
        >>> text(Bounds.at_most(Quantity("3", "位")))
        '前3位'
    """
    goal = Bounds.exact(value) if isinstance(value, Quantity) else value
    _check(goal)
    if language == "en":
        return _in_english(goal)
    if isinstance(goal, Bounds):
        return _number(goal)
    if isinstance(goal, Qualitative) and goal.words in QUALITATIVE:
        return goal.words
    return str(goal)


def _check(value: object) -> None:
    if not isinstance(value, Goal):
        message = (
            f"{value!r} ({type(value).__name__}) is no goal: give a quantity, a goal or a reading"
        )
        raise InvalidValueError(message)


def difference(value: Bounds, language: Literal["zh", "en"] = "zh") -> str:
    """A gap or a change as text: three places fewer are no third place.

    Example:
        >>> from govtargets import Bounds, Quantity
        >>> from govtargets.writing import difference, text
        >>> three = Bounds.exact(Quantity("3", "位"))
        >>> (text(three), difference(three), text(three, "en"), difference(three, "en"))
        ('第3位', '3位', 'place 3', '3 places')
    """
    return (
        _stated_in_english(value, lambda one: format(one, "en")) if language == "en" else str(value)
    )


def _number(bounds: Bounds) -> str:
    """The stated number; places and fractions have words of their own."""
    write = _WRITERS.get(bounds.kind.id if bounds.unit.symbol[:2] != "1/" else "1/")
    if write is None or (write is _months and not _clashes(bounds)):
        return str(bounds)
    if bounds.comparator is Comparator.BETWEEN:
        assert bounds.low is not None  # noqa: S101  a range has both ends
        assert bounds.high is not None  # noqa: S101  the same
        return stated_range(
            write(bounds.low, Comparator.BETWEEN),
            write(bounds.high, Comparator.BETWEEN),
            low_inclusive=bounds.low_inclusive,
            high_inclusive=bounds.high_inclusive,
        )
    value = bounds.value
    words = write(value, bounds.comparator)
    if words.startswith("前"):
        return words
    if value.magnitude < 0 and bounds.comparator is not Comparator.SOME_MORE:
        return stated(bounds.comparator, value).replace(str(value), words)
    return _FORMS[bounds.comparator].format(words)


def _place(value: Quantity, comparator: Comparator) -> str:
    """第4位, 前10位; what is no natural number counts in 位次."""
    number = f"{value.magnitude:f}"
    if (
        number.isdigit()
        and number[0] != "0"
        and value.unit.symbol == "位"
        and len(number) < _DIGITS
    ):
        if comparator is Comparator.EXACT:
            return f"第{number}位"
        if comparator is Comparator.AT_MOST:
            return f"前{number}位"
    return f"{value}次"


def _fraction(value: Quantity, _comparator: Comparator) -> str:
    """三分之二 is 2 in the unit 1/3."""
    below, above = value.unit.symbol[2:], f"{value.magnitude:f}"
    if above.isdigit() and len(above) == 1 and above != "0" and 1 < int(below) <= _LAST:
        return f"{_CHINESE[int(below)]}分之{_CHINESE[int(above)]}"
    return str(value)


def _clashes(bounds: Bounds) -> bool:
    """Whether a number of years or months reads as a year or a month: 2000年, 3月."""
    return any(end is not None and _DATE.fullmatch(str(end)) for end in (bounds.low, bounds.high))


def _months(value: Quantity, _comparator: Comparator) -> str:
    """2,000年 and 003月, which are no dates."""
    if _DATE.fullmatch(str(value)) is None:
        return str(value)
    number = format(
        value.magnitude,
        ",f" if value.unit.symbol == "年" else "04f" if value.magnitude < 0 else "03f",
    )
    return f"{number}{value.unit.symbol}"


_DATE: Final = re.compile("-?(?:[0-9]{4}年|[0-9]{1,2}月)", re.ASCII)
_DIGITS: Final = 9
_LAST: Final = 10
_CHINESE: Final = "零一二三四五六七八九十"
_WRITERS: Final[dict[str, Callable[[Quantity, Comparator], str]]] = {
    "months": _months,
    "rank": _place,
    "1/": _fraction,
}


def _in_english(goal: Goal) -> str:
    if isinstance(goal, Bounds):
        better = goal.comparator is Comparator.AT_MOST and goal.unit.symbol == "位"
        words = _stated_in_english(goal, _amount)
        return f"{words.removeprefix('at most ')} or better" if better else words
    if isinstance(goal, Relative):
        return _against(goal)
    if isinstance(goal, Delegated):
        return f"the target set by {_WHO.get(goal.assigner, goal.assigner)}"
    return f"“{goal.words}”" if isinstance(goal, Qualitative) else _none(goal)


def _stated_in_english(bounds: Bounds, write: Callable[[Quantity], str]) -> str:
    low, high = bounds.low, bounds.high
    if bounds.comparator is not Comparator.BETWEEN or low is None or high is None:
        return _ENGLISH[bounds.comparator].format(write(bounds.value))
    if bounds.low_inclusive and bounds.high_inclusive:
        return f"{write(low)} to {write(high)}"
    floor = _ENGLISH[Comparator.AT_LEAST if bounds.low_inclusive else Comparator.ABOVE]
    ceiling = _ENGLISH[Comparator.AT_MOST if bounds.high_inclusive else Comparator.BELOW]
    return f"{floor.format(write(low))} and {ceiling.format(write(high))}"


def _amount(value: Quantity) -> str:
    """A quantity; a rank is the name of a place."""
    if value.unit.symbol == "位" and value.magnitude > 0:
        return f"place {value.magnitude:f}"
    return format(value, "en")


def _none(_goal: NotStated) -> str:
    return "no target set"


_WHO: Final = {
    "国家": "the state",
    "省": "the province",
    "市": "the city",
    "上级": "the level above",
    "全国": "the whole country",
    "全省": "the whole province",
    "全市": "the whole city",
    "上年": "the year before",
    "去年": "the year before",
    "上年同期": "the same period of the year before",
}


def _reference(part: str | Region | Period) -> str:
    return f"{part:en}" if isinstance(part, Period) else _WHO.get(str(part), str(part))


def _against(goal: Relative) -> str:
    parts = (goal.reference, goal.region, goal.period)
    reference = ", ".join(_reference(part) for part in parts if part is not None)
    if goal.margin is None:
        return f"{_SIDES[goal.relation]} {reference}"
    less = goal.margin.magnitude < 0
    said = Comparator(goal.relation.value)
    amount = format(abs(goal.margin), "en")
    stated_ = _ENGLISH[said.mirrored if less else said].format(amount)
    return f"{stated_} {'below' if less else 'above'} {reference}"
