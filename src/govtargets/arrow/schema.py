"""The columns of the shared data model: flat and plain, readable without this library.

Nothing of the contract lives only in metadata, in an extension name or in a not-null flag, since
most engines drop those; metadata is a hint. docs/reference/arrow-schema.md is generated from here.
"""

import json
from functools import lru_cache
from hashlib import sha256
from typing import Final, Literal, get_args

import attrs
import pyarrow as pa

from govtargets import _catalogue
from govtargets._record import given, one_of
from govtargets.arrow._types import DataType

__all__ = [
    "ACHIEVEMENTS",
    "ASSESSMENTS",
    "INDICATORS",
    "TARGETS",
    "VERSION",
    "Column",
    "columns",
    "in_profile",
]


def __dir__() -> list[str]:
    return __all__


VERSION: Final = 1
Profile = Literal["compact", "plain"]
RecordName = Literal["indicator", "target", "achievement", "assessment"]

WORD: Final[DataType] = pa.dictionary(pa.int32(), pa.string())
TEXT: Final[DataType] = pa.string()
NUMBER: Final[DataType] = pa.decimal128(38, 9)
DAY: Final[DataType] = pa.date32()
DIGITS: Final[DataType] = pa.int8()
COUNT: Final[DataType] = pa.int64()
FLAG: Final[DataType] = pa.bool_()


@attrs.frozen
class Column:
    """One column: its name, its Arrow type in the compact profile, and what it says.

    Attributes:
        name: The column's name.
        type: The Arrow type in the compact profile.
        meaning: What a value says.
        required: Whether every row has a value; elsewhere null or a missing column means absent.

    Example:
        >>> from govtargets.arrow.schema import columns
        >>> columns("indicator")[0].name
        'id'
    """

    name: str
    type: pa.DataType
    meaning: str
    required: bool = False


def _word(name: str, meaning: str, *, required: bool = False) -> Column:
    return Column(name, WORD, meaning, required)


def _text(name: str, meaning: str) -> Column:
    return Column(name, TEXT, meaning)


def _indicator(prefix: str, first: str, *, required: bool = True) -> tuple[Column, ...]:
    return (
        _word(first, "Id of the indicator (指标), stable and short.", required=required),
        _word(f"{prefix}name", "Its name as reports write it.", required=prefix == ""),
        _word(f"{prefix}direction", "Which way is better: higher, lower or at_target."),
        _word(f"{prefix}aliases", "Other names, joined by ；."),
        _word(f"{prefix}name_en", "Its English name."),
        _word(f"{prefix}unit", "Its usual unit; 1 for a plain number."),
        _word(f"{prefix}transformation", "How its figures are usually made from the series."),
        _word(f"{prefix}definition", "What exactly is measured."),
        _word(f"{prefix}source", "Where definition and direction come from."),
        _word(f"{prefix}kind", "What the series itself measures: the id of a kind (money:CNY)."),
        _word(
            f"{prefix}attributes", "binding or anticipatory by plan (十四五 binding), joined by ；."
        ),
        _word(f"{prefix}codes", "Its codes in other systems (SDG 8.1.1), joined by ；."),
    )


def _region(prefix: str) -> tuple[Column, ...]:
    return (
        _word(prefix, "Name of the area (行政区划)."),
        _word(f"{prefix}_code", "Its GB/T 2260 code, six digits."),
        _word(f"{prefix}_edition", "The date of that code table."),
        _word(f"{prefix}_parents", "The areas above it, nearest first, as JSON."),
    )


def _period(prefix: str, *, required: bool = True) -> tuple[Column, ...]:
    return (
        _word(prefix, "The period as text, for people (2024年1—9月)."),
        _word(
            f"{prefix}_kind",
            "year, half, quarter, month, year_to_date, span or point (a point in time).",
            required=required,
        ),
        Column(f"{prefix}_start", DAY, "Its first day.", required),
        Column(f"{prefix}_end", DAY, "Its last day; a point has both the same.", required),
        _word(f"{prefix}_name", "The name of a span, such as 十四五."),
    )


def _quantity(prefix: str, of: str) -> tuple[Column, ...]:
    return (
        Column(f"{prefix}magnitude", NUMBER, f"{of}: the number, exact."),
        Column(f"{prefix}digits", DIGITS, f"{of}: how many decimals were written (2 for 204.80)."),
        _word(f"{prefix}unit", f"{of}: its unit (万吨; 1 for a plain number)."),
    )


def _bounds(prefix: str, of: str) -> tuple[Column, ...]:
    return (
        _word(
            f"{prefix}comparator",
            f"{of}: how the number is stated: exact, at_least, above, below, at_most, about, "
            "nearly, some_more, between; null where there is none.",
        ),
        *_quantity(prefix, of),
        *_quantity(f"{prefix}upper_", f"{of}, the upper end of a range"),
        Column(f"{prefix}low_inclusive", FLAG, f"{of}: whether a range holds its lower end."),
        Column(f"{prefix}high_inclusive", FLAG, f"{of}: whether a range holds its upper end."),
    )


_SOURCE: Final = (
    _word("source_document", "Title of the document it was read in (出处)."),
    _word("source_publisher", "Who issued it."),
    Column("source_date", DAY, "The day it was issued."),
    _word("source_locator", "The place inside."),
    _text("source_quote", "The few words that state the figure, as printed."),
    Column("source_start", COUNT, "Where the quote begins in the text, in characters."),
    Column("source_end", COUNT, "Where it ends."),
)
_QUALIFIERS: Final = (
    _word(
        "transformation",
        "How the figure is made from the series: level, growth, difference, contribution, "
        "cumulative, average_growth, share, index or rank.",
    ),
    _word("scope", "Among whom a rank counts, or which part of the indicator is meant."),
    _word("price_basis", "不变价, 现价, 可比价."),
    _word("base", "What a change compares with: 同比, 环比, 比2020年."),
)
_LAST: Final = (
    *_SOURCE,
    _text("note", "Anything a reader should know."),
    _word(
        "unit_definitions",
        "Units of this row that the shipped catalogue does not have, as JSON; else null.",
    ),
)
_GOAL: Final = (
    _word(
        "goal",
        "What kind of goal (目标): bounds (a stated number), relative, delegated, qualitative or "
        "not_stated.",
        required=True,
    ),
    *_bounds("", "The goal"),
    _word("relation", "A relative goal: about (同步), exact, above, at_least, below, at_most."),
    _word("reference", "A relative goal: the other indicator as written."),
    *_region("reference_region"),
    *_period("reference_period", required=False),
    *_quantity("margin_", "The margin of a relative goal"),
    _word("words", "A qualitative goal: the words."),
    _word("assigner", "A delegated goal: who sets it."),
    *_bounds("stretch_", "The higher tier (力争)"),
)
_RESULT: Final = (
    _word(
        "verdict", "met, missed, indeterminate or pending (判定); null where there is a problem."
    ),
    _word("reason", "Why it is not met or missed."),
    _word(
        "problem",
        "Why the row could not be judged at all: no_target, several_targets, unreadable_target or "
        "unreadable_achievement.",
    ),
    *_bounds("gap_", "Achievement minus goal"),
    _word("gap_reason", "Why there is no gap."),
    _text("completion", "The completion ratio (完成率) as an exact fraction, such as 128/125."),
    _word("completion_reason", "Why there is no completion ratio."),
    _word("stretch", "The verdict on the higher tier."),
    _word("stretch_reason", "Why there is no verdict on it."),
    _word("policy", "Name of the policy that read the words (判定规则)."),
    _word("policy_definition", "That policy as JSON; null where it is the shipped one."),
    Column("as_of", DAY, "The day from which it was judged; null where that plays no part."),
    Column("target_row", COUNT, "The target's row in the table judged, from 0; null without one."),
    Column("achievement_row", COUNT, "The achievement's row in the table judged, from 0."),
    _LAST[-1],
)


@lru_cache
def columns(record: RecordName) -> tuple[Column, ...]:
    """Every column of a record's table, in order.

    Raises:
        InvalidValueError: There is no record of that name.

    Example:
        >>> from govtargets.arrow.schema import columns
        >>> [column.name for column in columns("achievement") if column.required][:4]
        ['indicator', 'period_kind', 'period_start', 'period_end']
    """
    one_of(get_args(RecordName), "record", record)
    if record == "indicator":
        return (*_indicator("", "id"), _LAST[-1])
    if record == "assessment":
        sides = (
            attrs.evolve(column, name=f"{side}_{column.name}", required=False)
            for side in ("target", "achievement", "reference")
            for column in columns("target" if side == "target" else "achievement")
        )
        return (*_RESULT, *sides)
    shared = (*_indicator("indicator_", "indicator"), *_region("region"), *_period("period"))
    baseline = _bounds("baseline_", "The value it starts from (由A增加到B)")
    if record == "target":
        own = (
            _word("attribute", "约束性 (binding) or 预期性 (anticipatory)."),
            _word("commitment", "must, ensure, strive, seek or endeavour (确保, 力争 …)."),
        )  # fmt: skip
        return (*shared, *_GOAL, *baseline, *_QUALIFIERS, *own, *_LAST)
    stated = {"comparator", "magnitude", "digits", "unit"}
    value = (
        attrs.evolve(column, required=column.name in stated)
        for column in _bounds("", "The reached value")
    )
    own = (
        _word("status", "forecast, estimated, preliminary, final or revised."),
        _word("claim", "What the report itself says of it (超额完成)."),
    )
    return (*shared, *value, *baseline, *_QUALIFIERS, *own, *_LAST)


@lru_cache
def catalogue_version() -> str:
    """A short digest of the shipped units: a hint which catalogue wrote a table."""
    table = repr((_catalogue.UNITS, _catalogue.CURRENCIES, _catalogue.CLASSIFIERS))
    return sha256(table.encode()).hexdigest()[:12]


def _schema(record: RecordName) -> pa.Schema:
    hint = {"record": record, "version": VERSION, "catalogue": catalogue_version()}
    fields = [
        pa.field(column.name, column.type, nullable=not column.required)
        for column in columns(record)
    ]
    return pa.schema(fields, metadata={"govtargets": json.dumps(hint)})


INDICATORS: Final = _schema("indicator")
"""The table of indicators (指标), compact profile."""
TARGETS: Final = _schema("target")
"""The table of targets (目标), compact profile."""
ACHIEVEMENTS: Final = _schema("achievement")
"""The table of achievements (完成值), compact profile."""
ASSESSMENTS: Final = _schema("assessment")
"""The table of assessments (评估), compact profile; first the judgement, then its records."""
SCHEMAS: Final[dict[RecordName, pa.Schema]] = {
    "indicator": INDICATORS,
    "target": TARGETS,
    "achievement": ACHIEVEMENTS,
    "assessment": ASSESSMENTS,
}


def in_profile(schema: pa.Schema, profile: Profile) -> pa.Schema:
    """The schema in a profile: compact (int32 dictionaries) or plain (strings, for Spark and Daft).

    Raises:
        InvalidValueError: There is no such profile.

    Example:
        >>> from govtargets import arrow
        >>> arrow.in_profile(arrow.TARGETS, "plain").field("unit").type
        DataType(string)
    """
    given(schema, pa.Schema, "give one, such as arrow.TARGETS")
    one_of(get_args(Profile), "profile", profile)
    kinds = {WORD: TEXT} if profile == "plain" else {}
    fields = [field.with_type(kinds.get(field.type, field.type)) for field in schema]
    return pa.schema(fields).with_metadata(schema.metadata)
