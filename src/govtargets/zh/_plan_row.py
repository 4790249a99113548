"""One row of a plan table: its name, unit and attribute."""

import re
from collections.abc import Mapping
from typing import Final

import attrs

from govtargets.errors import Problem, ReadError, UnknownUnitError
from govtargets.indicator import Indicator
from govtargets.unit import Unit
from govtargets.vocabulary import Attribute
from govtargets.zh._place import ABSENT
from govtargets.zh.cells import read_attribute

__all__ = ["Row", "read_row", "unread"]


@attrs.frozen
class Row:
    """One row of the table, its name, unit and attribute read."""

    number: int
    name: str
    indicator: Indicator
    unit: Unit | None
    attribute: Attribute | None
    cells: Mapping[str, str]


_NAMES: Final = ("指标", "指标名称")
_UNIT_BEHIND: Final = re.compile(r"(.+)[（(]([^（()）]+)[)）]")


def read_row(
    number: int, cells: Mapping[str, str], known: Mapping[str, Indicator], problems: list[Problem]
) -> Row | None:
    """The row with its name and unit read; `None` and a problem where they cannot be."""
    group = next((cells[name].strip() for name in _NAMES if cells.get(name)), "")
    part = (cells.get("分项") or "").strip()
    symbol = (cells.get("单位") or "").strip()
    if not symbol:
        group, symbol = _unit_behind(group)
    if not group:
        message = f"the row has no name under {' or '.join(_NAMES)}"
        hint = "name the indicator of the row"
        problems.append(Problem(code="missing-name", message=message, hint=hint, row=number))
        return None
    try:
        unit = None if ABSENT.fullmatch(symbol) else Unit(symbol)
    except UnknownUnitError as error:
        problem = Problem(code="unknown-unit", message=f"unknown unit {symbol!r}", hint=error.hint)
        problems.append(attrs.evolve(problem, row=number, column="单位", value=symbol))
        return None
    attribute = _attribute(number, (cells.get("属性") or "").strip(), problems)
    indicator = _indicator(group, part, known)
    return Row(number, f"{group}{part}", indicator, unit, attribute, cells)


def _unit_behind(name: str) -> tuple[str, str]:
    """The name, and the unit that stands in brackets behind it: 城镇化率（%）."""
    match = _UNIT_BEHIND.fullmatch(name)
    if match is None:
        return name, ""
    try:
        Unit(match[2])
    except UnknownUnitError:
        return name, ""
    return match[1], match[2]


def _attribute(number: int, text: str, problems: list[Problem]) -> Attribute | None:
    if ABSENT.fullmatch(text):
        return None
    try:
        return read_attribute(text)
    except ReadError as error:
        problems.append(unread(error, number, "属性"))
        return None


def _indicator(group: str, part: str, known: Mapping[str, Indicator]) -> Indicator:
    for name in (part, f"{group}{part}"):
        if name in known:
            return known[name]
    name = f"{group}·{part}" if part else group
    return Indicator(name, name)


def unread(error: ReadError, row: int, column: str) -> Problem:
    return Problem(
        code="unread-cell",
        message=f"cannot read {error.text!r}",
        hint=f"expected {error.expected}",
        row=row,
        column=column,
        value=error.text,
        start=error.start,
        end=error.end,
    )
