"""Records to columns, column by column; one Python object is never turned into a dict."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from govtargets.achievement import Achievement
from govtargets.arrow._numbers_out import Definitions, bounds_columns
from govtargets.arrow._parts_out import (
    goal_columns,
    indicator_columns,
    period_columns,
    region_columns,
    source_columns,
    word,
)
from govtargets.arrow._spread import array, fields
from govtargets.arrow._types import Array, Columns
from govtargets.arrow.schema import TEXT, WORD
from govtargets.indicator import Indicator
from govtargets.target import Target

__all__ = ["achievement_columns", "indicator_table", "target_columns"]


def _words(values: Sequence[str | None]) -> Array:
    return array(values, WORD)


# The attributes are spelled out, since the interpreter reads those twice as fast as `getattr`.
_SHARED: Final[tuple[Callable[[Sequence[Any]], list[Any]], ...]] = (
    lambda part: [each.indicator for each in part],
    lambda part: [each.region for each in part],
    lambda part: [each.period for each in part],
    lambda part: [each.baseline for each in part],
    lambda part: [each.transformation for each in part],
    lambda part: [each.scope for each in part],
    lambda part: [each.price_basis for each in part],
    lambda part: [each.base for each in part],
    lambda part: [each.source for each in part],
    lambda part: [each.note for each in part],
)
_TARGET: Final[tuple[Callable[[Sequence[Any]], list[Any]], ...]] = (
    *_SHARED,
    lambda part: [each.goal for each in part],
    lambda part: [each.stretch for each in part],
    lambda part: [each.attribute for each in part],
    lambda part: [each.commitment for each in part],
)
_ACHIEVEMENT: Final[tuple[Callable[[Sequence[Any]], list[Any]], ...]] = (
    *_SHARED,
    lambda part: [each.value for each in part],
    lambda part: [each.status for each in part],
    lambda part: [each.claim for each in part],
)


def _shared(read: Sequence[list[Any]], custom: Definitions) -> Columns:
    """The columns that targets and achievements have in common."""
    indicator, region, period, baseline, transformation, scope, basis, base, source, note = read
    return {
        **indicator_columns(indicator, "indicator_", "indicator", custom),
        **region_columns(region),
        **period_columns(period),
        **bounds_columns(baseline, "baseline_", custom),
        "transformation": word(transformation),
        "scope": _words(scope),
        "price_basis": _words(basis),
        "base": _words(base),
        **source_columns(source),
        "note": array(note, TEXT),
    }


def target_columns(records: Sequence[Target]) -> Columns:
    """The columns of targets."""
    custom = Definitions(len(records))
    *shared, goal, stretch, attribute, commitment = fields(records, *_TARGET)
    columns = {
        **_shared(shared, custom),
        **goal_columns(goal, custom),
        **bounds_columns(stretch, "stretch_", custom),
        "attribute": word(attribute),
        "commitment": word(commitment),
    }
    return columns | {"unit_definitions": custom.column()}


def achievement_columns(records: Sequence[Achievement]) -> Columns:
    """The columns of achievements."""
    custom = Definitions(len(records))
    *shared, value, status, claim = fields(records, *_ACHIEVEMENT)
    columns = {
        **_shared(shared, custom),
        **bounds_columns(value, "", custom),
        "status": word(status),
        "claim": _words(claim),
    }
    return columns | {"unit_definitions": custom.column()}


def indicator_table(records: Sequence[Indicator]) -> Columns:
    """The columns of indicators."""
    custom = Definitions(len(records))
    columns = indicator_columns(records, "", "id", custom)
    return columns | {"unit_definitions": custom.column()}
