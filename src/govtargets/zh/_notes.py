"""What no report has words for, said behind the value in 【key：text；…】."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any, Final

import attrs

from govtargets import writing
from govtargets.bounds import Bounds
from govtargets.goals import Delegated, Goal, Qualitative, Relative
from govtargets.period import Period, PeriodKind
from govtargets.quantity import Quantity
from govtargets.region import Region
from govtargets.vocabulary import Commitment, Status, Transformation
from govtargets.zh.reading import Reading

__all__ = ["noted", "said", "split", "unnamed", "with_notes"]

_KEYS: Final = {
    "baseline": "基数",
    "stretch": "力争",
    "transformation": "类型",
    "scope": "范围",
    "period": "时期",
    "base": "比较",
    "price_basis": "价格",
    "status": "状态",
    "commitment": "承诺",
    "capped": "上限",
}
# Parts of a goal; the text in front then holds a stand-in for them.
_PARTS: Final = {
    "reference": "参照",
    "region": "参照地区",
    "period": "参照时期",
    "assigner": "下达",
    "words": "原文",
}
_FIELDS: Final = {word: field for field, word in _KEYS.items()}
_PART_OF: Final = {word: part for part, word in _PARTS.items()}
_STAND_IN: Final = "参照"
_ENUMS: Final[dict[str, type[Transformation] | type[Status] | type[Commitment]]] = {
    "transformation": Transformation,
    "status": Status,
    "commitment": Commitment,
}
_ESCAPED: Final = re.compile(r"[\\：；【】/>|\s]")
_UNESCAPED: Final = re.compile(r"\\([0-9a-f]+);")
_NOTES: Final = re.compile("([^【]*)【([^【】]*)】")


def noted(reading: Reading, *, plain: bool) -> str:
    """The value alone, and everything else behind it; `plain` where the value reads back by itself."""
    value = reading.value
    parts = [
        f"{word}：{_text(getattr(reading, field))}"
        for field, word in _KEYS.items()
        if getattr(reading, field) not in {None, False}
    ]
    if plain or not isinstance(value, Relative | Delegated | Qualitative):
        return f"{said(value)}【{'；'.join(parts)}】"
    value, own = _stand_in(value)
    return f"{unnamed(writing.text(value))}【{'；'.join([*parts, *own])}】"


# 5G is a name, so a number of G has a nought before it.
_NAME: Final = re.compile("(?<![0-9A-Za-z.])(?=[2-6]G(?![A-Za-z]))")


def unnamed(text: str) -> str:
    """The text of a number, told from names such as 5G."""
    return _NAME.sub("0", text)


def said(value: Goal | Quantity) -> str:
    """The canonical words; those of other goals may hold the name 5G."""
    text = writing.text(value)
    return unnamed(text) if isinstance(value, Bounds | Quantity) else text


def _stand_in(goal: Relative | Delegated | Qualitative) -> tuple[Goal, list[str]]:
    """The goal with plain words in place of its own, and its own words as notes."""
    parts = [
        f"{word}：{_text(getattr(goal, part))}"
        for part, word in _PARTS.items()
        if getattr(goal, part, None) is not None
    ]
    if isinstance(goal, Delegated):
        return Delegated("上级"), parts
    if isinstance(goal, Qualitative):
        return Qualitative(_STAND_IN), parts
    return Relative(goal.relation, _STAND_IN, margin=goal.margin), parts


def _text(value: Any) -> str:  # noqa: ANN401  any field of a reading
    if isinstance(value, Transformation | Status | Commitment):
        return value.zh
    if isinstance(value, Period):
        return f"{value.kind.value}/{value.start}/{value.end}/{_escape(value.name)}"
    if isinstance(value, Region):
        return ">".join(_region_text(value))
    return _escape(value if isinstance(value, str) else "是" if value is True else said(value))


def _region_text(region: Region | None) -> list[str]:
    if region is None:
        return []
    own = "|".join(_escape(str(part or "")) for part in (region.name, region.code, region.edition))
    return [own, *_region_text(region.parent)]


def _escape(text: str) -> str:
    return _ESCAPED.sub(lambda match: f"\\{ord(match[0]):x};", text)


def _plain(text: str) -> str:
    return _UNESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def split(text: str) -> tuple[str, str] | None:
    """The text before the notes, and the notes; `None` where there are none."""
    match = _NOTES.fullmatch(text) if text.endswith("】") else None
    return (match[1], match[2]) if match is not None else None


def with_notes(reading: Reading, notes: str, parse: Callable[[str], Reading]) -> Reading | None:
    """The reading with its notes; `None` where they cannot be read."""
    fields: dict[str, Any] = dict.fromkeys(_KEYS)
    fields["capped"] = False
    parts: dict[str, Any] = {}
    try:
        for note in filter(None, notes.split("；")):
            word, _, said = note.partition("：")
            if word in _PART_OF:
                parts[_PART_OF[word]] = _part(_PART_OF[word], said)
            else:
                fields[_FIELDS[word]] = _value(_FIELDS[word], said, parse)
        value = _with_parts(reading.value, parts) if parts else reading.value
        return attrs.evolve(reading, value=value, **fields)
    except (KeyError, TypeError, ValueError, OverflowError):
        return None


def _with_parts(goal: Goal, parts: dict[str, Any]) -> Goal:
    """The goal with its own words back in place."""
    if isinstance(goal, Relative):
        return Relative(goal.relation, margin=goal.margin, **parts)
    return Qualitative(**parts) if isinstance(goal, Qualitative) else Delegated(**parts)


def _part(part: str, said: str) -> Any:  # noqa: ANN401  any field of a goal
    if part == "region":
        return _region(said.split(">"))
    # Words such as 上年 are no period of the calendar; the written one has three strokes.
    return _period(said) if part == "period" and said.count("/") == _STROKES else _plain(said)


_STROKES: Final = 3


def _region(said: list[str]) -> Region | None:
    if not said:
        return None
    name, code, edition = map(_plain, said[0].split("|"))
    made = attrs.fields(Region)
    return Region(
        name, code or made.code.default, edition or made.edition.default, _region(said[1:])
    )


def _value(field: str, said: str, parse: Callable[[str], Reading]) -> Any:  # noqa: ANN401  any field of a reading
    if field == "period":
        return _period(said)
    if field in _ENUMS:
        return {member.zh: member for member in _ENUMS[field]}[said]
    if field in {"baseline", "stretch"}:
        return parse(_plain(said)).value
    return True if field == "capped" else _plain(said)


def _period(said: str) -> Period:
    kind, start, end, name = said.split("/")
    return Period(
        PeriodKind(kind), date.fromisoformat(start), date.fromisoformat(end), _plain(name)
    )
