"""Indicators, areas, periods, sources and goals as columns."""

import json
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any, TypeVar

from govtargets._indicator_fields import attributes_text, joined
from govtargets._unit import spelled
from govtargets.arrow._numbers_out import Definitions, bounds_columns, quantity_columns
from govtargets.arrow._spread import array, dense, distinct, spread, through
from govtargets.arrow._types import Array, Columns, DataType
from govtargets.arrow.schema import COUNT, DAY, TEXT, WORD
from govtargets.bounds import Bounds
from govtargets.goals import Delegated, Goal, NotStated, Qualitative, Relative
from govtargets.indicator import Indicator
from govtargets.period import Period
from govtargets.region import Region
from govtargets.source import Source

__all__ = [
    "goal_columns",
    "indicator_columns",
    "period_columns",
    "region_columns",
    "source_columns",
    "text",
    "word",
]

T = TypeVar("T")
# How the column `goal` calls each member of the union.
_GOALS = {
    Bounds: "bounds",
    Relative: "relative",
    Delegated: "delegated",
    Qualitative: "qualitative",
    NotStated: "not_stated",
}


def word(values: Sequence[Any], read: Callable[[Any], str] = attrgetter("value")) -> Array:
    """A column of words, one a distinct object."""
    return distinct(values).column(read, WORD)


def text(values: Sequence[str | None], type_: DataType = WORD) -> Array:
    """A column of words as they stand."""
    return distinct(values).column(lambda each: each, type_)


def _value(name: str) -> Callable[[Any], str | None]:
    return lambda part: (found := getattr(part, name)) and found.value


def indicator_columns(
    values: Sequence[Indicator], prefix: str, first: str, custom: Definitions
) -> Columns:
    """The columns of one indicator a row."""
    found = distinct(values)
    units = distinct([each.unit for each in found.values])
    custom.note(units.values, through(found.codes, units.codes))
    readers: dict[str, Callable[[Indicator], str | None]] = {
        first: attrgetter("id"),
        f"{prefix}direction": _value("direction"),
        f"{prefix}aliases": lambda each: joined(each.aliases),
        f"{prefix}attributes": lambda each: attributes_text(each.attributes),
        f"{prefix}codes": lambda each: joined(each.codes),
        f"{prefix}unit": lambda each: None if each.unit is None else spelled(each.unit),
        f"{prefix}transformation": _value("transformation"),
    }
    for name in ("name", "name_en", "definition", "source", "kind"):
        readers[prefix + name] = attrgetter(name)
    return {name: found.column(read, WORD) for name, read in readers.items()}


def _region_values(prefix: str) -> dict[str, Callable[[Region], str | None]]:
    return {
        prefix: attrgetter("name"),
        f"{prefix}_code": attrgetter("code"),
        f"{prefix}_edition": attrgetter("edition"),
        f"{prefix}_parents": _parents,
    }


def _parents(region: Region) -> str | None:
    above = []
    parent = region.parent
    while parent is not None:
        fields = {"name": parent.name, "code": parent.code, "edition": parent.edition}
        above.append({name: value for name, value in fields.items() if value is not None})
        parent = parent.parent
    return json.dumps(above, ensure_ascii=False, separators=(",", ":")) if above else None


def region_columns(values: Sequence[Region | None], prefix: str = "region") -> Columns:
    """The columns of one area a row."""
    found = distinct(values)
    readers = _region_values(prefix)
    return {name: found.column(read, WORD) for name, read in readers.items() if found.values}


def period_columns(values: Sequence[Period | None], prefix: str = "period") -> Columns:
    """The columns of one period a row."""
    found = distinct(values)
    if not found.values:
        return {}
    return {
        prefix: found.column(str, WORD),
        f"{prefix}_kind": found.column(lambda each: each.kind.value, WORD),
        f"{prefix}_start": found.column(attrgetter("start"), DAY),
        f"{prefix}_end": found.column(attrgetter("end"), DAY),
        f"{prefix}_name": found.column(lambda each: each.name or None, WORD),
    }


def source_columns(values: Sequence[Source | None]) -> Columns:
    """The columns of one source a row."""
    found = distinct(values)
    if not found.values:
        return {}
    types: dict[str, DataType] = {"date": DAY, "quote": TEXT, "start": COUNT, "end": COUNT}
    names = ("document", "publisher", "date", "locator", "quote", "start", "end")
    return {
        f"source_{name}": found.column(attrgetter(name), types.get(name, WORD)) for name in names
    }


def goal_columns(values: Sequence[Goal], custom: Definitions) -> Columns:
    """The columns of one goal a row, whichever of the union it is."""
    kinds = array([_GOALS[type(goal)] for goal in values], WORD)
    columns = {"goal": kinds}
    columns |= bounds_columns(_only(values, Bounds), "", custom)
    columns |= _word_of(values, Qualitative, "words")
    columns |= _word_of(values, Delegated, "assigner")
    return columns | _relative_columns(_only(values, Relative), custom)


def _only(values: Sequence[Goal], kind: type[T]) -> list[T | None]:
    return [goal if isinstance(goal, kind) else None for goal in values]


def _word_of(values: Sequence[Goal], kind: type[Goal], name: str) -> Columns:
    found = distinct(_only(values, kind))
    return {name: found.column(attrgetter(name), WORD)} if found.values else {}


def _relative_columns(values: Sequence[Relative | None], custom: Definitions) -> Columns:
    codes, goals = dense(values)
    if not goals:
        return {}
    columns = {
        "relation": array([goal.relation.value for goal in goals], WORD),
        "reference": array([goal.reference for goal in goals], WORD),
        **region_columns([goal.region for goal in goals], "reference_region"),
        **_reference_periods(goals),
    }
    spreads = {name: spread(column, codes) for name, column in columns.items()}
    margins = [None if goal is None else goal.margin for goal in values]
    return spreads | quantity_columns(margins, "margin_", custom)


def _reference_periods(goals: Sequence[Relative]) -> Columns:
    """A period in all its columns, or the words as said (上年) in the text alone."""
    known = [goal.period if isinstance(goal.period, Period) else None for goal in goals]
    said = [goal.period and str(goal.period) for goal in goals]
    return period_columns(known, "reference_period") | {"reference_period": array(said, WORD)}
