"""Figures found in a text as flat rows of words, for tables, lines of JSON and hover texts."""

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import TYPE_CHECKING, Final

from govtargets.bounds import Bounds
from govtargets.zh.write import write

if TYPE_CHECKING:
    from govtargets.goals import Goal
    from govtargets.zh.find import Mention
    from govtargets.zh.reading import Reading

__all__ = ["COLUMNS", "Row", "rows"]

Row = dict[str, "str | int | None"]

COLUMNS: Final = (
    "line",
    "start",
    "end",
    "text",
    "subject",
    "value",
    "comparator",
    "low",
    "high",
    "unit",
    "kind",
    "transformation",
    "baseline",
    "stretch",
    "period",
    "scope",
    "base",
    "price_basis",
    "status",
    "commitment",
)


def rows(text: str, mentions: Iterable["Mention"]) -> Iterator[Row]:
    """One row a figure, in order; `line` counts from 1, `start` and `end` from 0 in the text."""
    line, counted = 1, 0
    for mention in mentions:
        line += text.count("\n", counted, mention.start)
        counted = mention.start
        yield {
            "line": line,
            "start": mention.start,
            "end": mention.end,
            "text": mention.text,
            "subject": mention.subject or None,
            **_value(mention.reading.value),
            **_rest(mention.reading),
        }


def _value(value: "Goal") -> Row:
    """The value as canonical text, and taken apart where it is a number."""
    if not isinstance(value, Bounds):
        return {"value": write(value)} | dict.fromkeys(
            ("comparator", "low", "high", "unit", "kind")
        )
    return {
        "value": write(value),
        "comparator": value.comparator.value,
        "low": None if value.low is None else f"{value.low.magnitude:f}",
        "high": None if value.high is None else f"{value.high.magnitude:f}",
        "unit": value.unit.symbol,
        "kind": value.kind.id,
    }


_FIELDS: Final = COLUMNS[COLUMNS.index("transformation") :]


def _rest(reading: "Reading") -> Row:
    return {name: _word(getattr(reading, name)) for name in _FIELDS}


def _word(value: object) -> str | None:
    if value is None:
        return None
    return str(value.value) if isinstance(value, Enum) else str(value)
