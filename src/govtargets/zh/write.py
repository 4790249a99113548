"""Goals, values and readings as canonical Chinese, the inverse of `read`."""

from collections.abc import Iterator
from typing import Final

from govtargets import writing
from govtargets.bounds import Bounds
from govtargets.comparator import Comparator
from govtargets.errors import GovTargetsError
from govtargets.goals import Delegated, Goal, Qualitative, Relative
from govtargets.quantity import Quantity
from govtargets.vocabulary import Transformation
from govtargets.zh._notes import noted, said, unnamed
from govtargets.zh.read import read
from govtargets.zh.reading import Reading

__all__ = ["write"]


def __dir__() -> list[str]:
    return __all__


def write(value: Reading | Goal | Quantity) -> str:
    """Write a reading, goal or value as canonical Chinese; `read` gives the same back.

    What no report has words for stands behind, in 【】.

    Example:
        >>> from govtargets import zh
        >>> zh.write(zh.read("控制在5.5%之内"))
        '5.5%以内'
        >>> zh.write(zh.read("较2020年降低18%以上"))
        '比2020年下降18%以上'
        >>> zh.write(zh.read("2024年居全省第四"))
        '2024年居全省第4位'
    """
    if isinstance(value, Reading):
        text = "".join(_parts(value))
        for words in (text, unnamed(text)):
            if _reads_as(words, value):
                return words
        return noted(value, plain=_is_plain(value.value))
    if isinstance(value, Relative | Delegated | Qualitative) and not _is_plain(value):
        return noted(Reading(value), plain=False)
    return said(value)


def _is_plain(goal: Goal) -> bool:
    """Whether the words of the goal alone read as the goal."""
    if isinstance(goal, Qualitative):
        return "【" not in goal.words and "】" not in goal.words
    return not isinstance(goal, Relative | Delegated) or _reads_as(
        writing.text(goal), Reading(goal)
    )


def _reads_as(text: str, reading: Reading) -> bool:
    """Whether the words say all of it."""
    try:
        return read(text).is_written_as(reading)
    except GovTargetsError:
        return False


_STATUS_WORDS: Final = {"不变价": "按不变价计算", "可比价": "按可比价计算", "现价": "按现价计算"}


def _parts(reading: Reading) -> Iterator[str]:
    """[status] [period] [commitment] [price basis] [base] what is stated [、力争 stretch]"""
    if reading.status is not None:
        yield reading.status.zh
    if reading.period is not None:
        yield str(reading.period)
    if reading.commitment is not None:
        yield reading.commitment.zh
    if reading.price_basis is not None:
        yield _STATUS_WORDS.get(reading.price_basis, reading.price_basis)
    if reading.base is not None and reading.transformation is not Transformation.INDEX:
        yield reading.base
    yield from _stated(reading)
    if reading.stretch is not None:
        falls = _falls(reading.value) and reading.transformation in _VERBS
        yield f"、力争{_value(reading.stretch, falls=falls)}"


def _stated(reading: Reading) -> Iterator[str]:
    value, how = reading.value, reading.transformation
    if not isinstance(value, Bounds):
        yield from _words(reading)
        return
    falls = _falls(value) and how in _VERBS
    if how in {Transformation.RANK, Transformation.SHARE, Transformation.INDEX}:
        yield _among(reading)
    elif reading.scope is not None:
        yield reading.scope
    if how is Transformation.CUMULATIVE:
        yield "累计"
    if reading.baseline is not None:
        among = reading.scope if how is Transformation.RANK and reading.scope else ""
        yield f"由{among}{_value(reading.baseline)}{_goes(reading.baseline, value)}"
    elif how in _VERBS:
        yield _verb(how, value, falls=falls)
    if reading.capped:
        yield "控制在"
    yield (
        str(value) if how is Transformation.DIFFERENCE and not falls else _value(value, falls=falls)
    )


def _words(reading: Reading) -> Iterator[str]:
    """Words: 居全省前列, 增长与经济增长同步."""
    if reading.scope is not None:
        yield f"居{reading.scope}"
    elif reading.transformation is Transformation.GROWTH:
        yield "增速"
    yield _value(reading.value)


def _among(reading: Reading) -> str:
    """居 scope, 占 scope 比重, 为 base 的."""
    scope = reading.scope or ""
    if reading.transformation is Transformation.RANK:
        return f"居{scope}" if scope and reading.baseline is None else ""
    if reading.transformation is Transformation.SHARE:
        return f"占{scope}比重" if scope else "占比"
    return f"为{(reading.base or '').removeprefix('比') or scope}的"


def _goes(baseline: Bounds, value: Bounds) -> str:
    return "增加到" if baseline.value.key <= value.value.key else "下降到"


_VERBS: Final = {
    Transformation.GROWTH: ("增长", "下降"),
    Transformation.AVERAGE_GROWTH: ("年均增长", "年均下降"),
    Transformation.DIFFERENCE: ("增加", "减少"),
    Transformation.CONTRIBUTION: ("拉动", "拉低"),
}
_POINTS: Final = {"points": ("提高", "下降"), "rank": ("上升", "后移")}


def _verb(how: Transformation | None, value: Bounds, *, falls: bool) -> str:
    words = _VERBS[how] if how is not None else ("", "")
    if how is Transformation.DIFFERENCE:
        words = _POINTS.get(value.kind.id, words)
    return words[falls]


def _falls(value: Goal) -> bool:
    if not isinstance(value, Bounds):
        return False
    ends = [end for end in (value.low, value.high) if end is not None]
    return all(end.magnitude < 0 for end in ends)


def _value(value: Goal, *, falls: bool = False) -> str:
    if isinstance(value, Bounds) and falls:
        return _fallen(value)
    if isinstance(value, Qualitative):
        return writing.text(value).removeprefix("定性：")
    return writing.text(value)


def _fallen(value: Bounds) -> str:
    """A fall as the verb wants it: at most −3 % is 下降3%以上."""
    if value.comparator is Comparator.BETWEEN:
        assert value.low is not None  # noqa: S101  a range has both ends
        assert value.high is not None  # noqa: S101  the same
        mirrored = Bounds.between(
            -value.high,
            -value.low,
            low_inclusive=value.high_inclusive,
            high_inclusive=value.low_inclusive,
        )
        return writing.text(mirrored)
    comparator = value.comparator.mirrored
    positive = Bounds.of(comparator, -value.value)
    if positive.kind.id == "rank":
        return str(positive)
    return writing.text(positive)
