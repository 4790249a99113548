"""The tables for those without Arrow: a JSON Schema of the rows, and the columns of SDMX."""

from collections.abc import Callable, Iterable
from typing import Any, Final

import attrs
import pyarrow as pa

from govtargets import _catalogue
from govtargets._record import given
from govtargets._unit import spelled
from govtargets.achievement import Achievement
from govtargets.arrow._types import DataType
from govtargets.arrow.schema import (
    COUNT,
    DAY,
    DIGITS,
    FLAG,
    NUMBER,
    TEXT,
    VERSION,
    WORD,
    Column,
    RecordName,
    columns,
)
from govtargets.comparator import Comparator
from govtargets.errors import Problem, Severity, UnknownUnitError
from govtargets.period import Period, PeriodKind
from govtargets.region import Region
from govtargets.unit import Unit
from govtargets.vocabulary import Status

__all__ = ["SDMX", "SDMX_CANNOT", "Sdmx", "json_schema", "to_sdmx"]


def __dir__() -> list[str]:
    return __all__


_JSON: Final[dict[DataType, dict[str, Any]]] = {
    WORD: {"type": "string"},
    TEXT: {"type": "string"},
    # As text, so that no reader turns it into a binary float.
    NUMBER: {"type": "string", "pattern": r"^-?[0-9]{1,29}(\.[0-9]{1,9})?$"},
    DAY: {"type": "string", "format": "date"},
    DIGITS: {"type": "integer", "minimum": -28, "maximum": 37},
    COUNT: {"type": "integer", "minimum": 0},
    FLAG: {"type": "boolean"},
}


def json_schema(record: RecordName) -> dict[str, Any]:
    """The JSON Schema of one row as `files.write` puts it into a JSON Lines file.

    Raises:
        InvalidValueError: There is no record of that name.

    Example:
        >>> from govtargets.arrow.interop import json_schema
        >>> json_schema("achievement")["properties"]["magnitude"]["type"]
        'string'
    """
    found = columns(record)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": record,
        "version": VERSION,
        "type": "object",
        "properties": {column.name: _property(column) for column in found},
        "required": [column.name for column in found if column.required],
        "additionalProperties": False,
    }


def _property(column: Column) -> dict[str, Any]:
    return {**_JSON[column.type], "description": column.meaning}


SDMX: Final = pa.schema(
    [
        pa.field("INDICATOR", TEXT, nullable=False),
        pa.field("REF_AREA", TEXT),
        pa.field("TIME_PERIOD", TEXT, nullable=False),
        pa.field("TRANSFORMATION", TEXT),
        pa.field("UNIT_MEASURE", TEXT, nullable=False),
        pa.field("UNIT_MULT", DIGITS, nullable=False),
        pa.field("OBS_VALUE", NUMBER, nullable=False),
        pa.field("DECIMALS", DIGITS, nullable=False),
        pa.field("OBS_STATUS", TEXT),
    ]
)
"""The columns that figures are exchanged with in SDMX."""

SDMX_CANNOT: Final = {
    "comparator": "a value stated as 以上, 左右 or a range is no observation; such rows are left out",
    "baseline": "the value that a figure starts from is another observation",
    "region": "an area is its code alone; its name, its edition and the areas above it have no place",
    "period.name": "“十四五” becomes the years that it spans",
    "unit.kind": "a unit is a word; that 人 and 户 never mix is not said",
    "status": "a revised figure is a normal one again (A)",
    "scope": "among whom a rank counts has no place",
    "price_basis": "不变价 and 现价 need a dimension of their own",
    "base": "what a change compares with needs a dimension of its own",
    "claim": "what the report says of the figure has no place",
    "source": "document, quote and span have no place",
    "note": "a remark has no place",
    "indicator": "an indicator is its id; name, aliases and direction belong to a code list",
}
"""What SDMX cannot carry, and what becomes of it; targets are not observations at all."""


@attrs.frozen
class Sdmx:
    """Figures in the columns of SDMX.

    Attributes:
        table: One row an observation, in the schema `SDMX`.
        problems: The rows that were left out, and what the others lost.
    """

    table: pa.Table
    problems: tuple[Problem, ...]


def to_sdmx(achievements: Iterable[Achievement]) -> Sdmx:
    """The exact figures among achievements as SDMX observations; what is lost is told row by row.

    Raises:
        InvalidValueError: A record is no achievement.

    Example:
        >>> import govtargets as gt
        >>> from govtargets.arrow.interop import to_sdmx
        >>> gdp = gt.Indicator("gdp", "地区生产总值")
        >>> value = gt.Quantity("204.80", "万吨")
        >>> one = gt.Achievement(indicator=gdp, value=value, period=gt.Period.quarter(2024, 1))
        >>> to_sdmx([one]).table.select(["TIME_PERIOD", "UNIT_MEASURE", "UNIT_MULT"]).to_pylist()
        [{'TIME_PERIOD': '2024-Q1', 'UNIT_MEASURE': '吨', 'UNIT_MULT': 4}]
    """
    rows: list[dict[str, Any]] = []
    problems: list[Problem] = []
    for number, one in enumerate(achievements, 1):
        given(one, Achievement, "give achievements; targets are no observations")
        lost = _lost(one)
        if lost:
            problems.append(_loss(lost).at(row=number))
        if one.value.comparator is Comparator.EXACT:
            rows.append(_observation(one))
    return Sdmx(pa.Table.from_pylist(rows, SDMX), tuple(problems))


def _observation(one: Achievement) -> dict[str, Any]:
    value = one.value.value
    unit, power = _unscaled(value.unit)
    return {
        "INDICATOR": one.indicator.id,
        "REF_AREA": None if one.region is None else one.region.code,
        "TIME_PERIOD": time_period(one.period),
        "TRANSFORMATION": None if one.transformation is None else one.transformation.value,
        "UNIT_MEASURE": unit,
        "UNIT_MULT": power,
        "OBS_VALUE": value.magnitude,
        "DECIMALS": max(0, value.digits),
        "OBS_STATUS": None if one.status is None else one.status.sdmx,
    }


def _unscaled(unit: Unit) -> tuple[str, int]:
    """The symbol without its scale word, and the power of ten that the word stands for."""
    for word, scale in _catalogue.SCALES:
        rest = unit.symbol.removeprefix(word)
        if rest != unit.symbol and _is_times(unit, scale, rest):
            return spelled(Unit(rest)), len(str(scale)) - 1
    return spelled(unit), 0


def _is_times(unit: Unit, scale: int, symbol: str) -> bool:
    """Whether it is so many of the unit of that symbol: 百合 may be a unit of one's own, and no hundred of any."""
    try:
        other = Unit(symbol)
    except UnknownUnitError:
        return False
    return unit.kind is other.kind and unit.factor == scale * other.factor


def _lost(one: Achievement) -> list[str]:
    """Which fields of a record have something that no column takes."""
    region = one.region
    no_place = {
        "comparator": one.value.comparator is not Comparator.EXACT,
        **{name: getattr(one, name) is not None for name in _NO_COLUMN},
        "region": region is not None and not _is_code_alone(region),
        "period.name": bool(one.period.name),
        "status": one.status is Status.REVISED,
    }
    return [name for name, is_lost in no_place.items() if is_lost]


def _is_code_alone(region: Region) -> bool:
    return region.code is not None and region.edition is None and region.parent is None


_NO_COLUMN: Final = ("baseline", "scope", "price_basis", "base", "claim", "source", "note")


def _loss(names: list[str]) -> Problem:
    return Problem(
        code="sdmx-loss",
        message=f"SDMX has no place for {', '.join(names)}",
        hint=SDMX_CANNOT[names[0]],
        severity=Severity.WARNING,
    )


def time_period(period: Period) -> str:
    """The period as SDMX writes it; what has no name there is its first day and its length.

    Example:
        >>> from govtargets import Period
        >>> from govtargets.arrow.interop import time_period
        >>> time_period(Period.parse("“十四五”"))
        '2021-01-01/P5Y'
    """
    return _TIMES.get(period.kind, _length)(period)


def _length(period: Period) -> str:
    start, end = period.start, period.end
    months = 12 * (end.year - start.year) + end.month - start.month + 1
    if period.iso.count("-") > 2:  # noqa: PLR2004  days are written out only where months are not whole
        return f"{start}/P{(end - start).days + 1}D"
    years, rest = divmod(months, 12)
    return f"{start}/P{years}Y" if not rest else f"{start}/P{months}M"


_TIMES: Final[dict[PeriodKind, Callable[[Period], str]]] = {
    PeriodKind.YEAR: lambda period: str(period.start.year),
    PeriodKind.HALF: lambda period: f"{period.start.year}-S{period.start.month // 6 + 1}",
    PeriodKind.QUARTER: lambda period: f"{period.start.year}-Q{period.start.month // 3 + 1}",
    PeriodKind.MONTH: lambda period: period.iso,
    PeriodKind.POINT: lambda period: period.iso,
}
