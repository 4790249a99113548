"""Records to columns, column by column; one Python object is never turned into a dict."""

from collections.abc import Sequence
from typing import Any

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
from govtargets.arrow._spread import array
from govtargets.arrow._types import Array, Columns
from govtargets.arrow.schema import TEXT, WORD
from govtargets.indicator import Indicator
from govtargets.target import Target

__all__ = ["achievement_columns", "indicator_table", "target_columns"]


def _words(values: Sequence[str | None]) -> Array:
    return array(values, WORD)


# The attributes are spelled out, since the interpreter reads those twice as fast as `getattr`.
def _shared(records: Sequence[Any], custom: Definitions) -> Columns:
    """The columns that targets and achievements have in common."""
    return {
        **indicator_columns(
            [each.indicator for each in records], "indicator_", "indicator", custom
        ),
        **region_columns([each.region for each in records]),
        **period_columns([each.period for each in records]),
        **bounds_columns([each.baseline for each in records], "baseline_", custom),
        "transformation": word([each.transformation for each in records]),
        "scope": _words([each.scope for each in records]),
        "price_basis": _words([each.price_basis for each in records]),
        "base": _words([each.base for each in records]),
        **source_columns([each.source for each in records]),
        "note": array([each.note for each in records], TEXT),
    }


def target_columns(records: Sequence[Target]) -> Columns:
    """The columns of targets."""
    custom = Definitions(len(records))
    columns = {
        **_shared(records, custom),
        **goal_columns([each.goal for each in records], custom),
        **bounds_columns([each.stretch for each in records], "stretch_", custom),
        "attribute": word([each.attribute for each in records]),
        "commitment": word([each.commitment for each in records]),
    }
    return columns | {"unit_definitions": custom.column()}


def achievement_columns(records: Sequence[Achievement]) -> Columns:
    """The columns of achievements."""
    custom = Definitions(len(records))
    columns = {
        **_shared(records, custom),
        **bounds_columns([each.value for each in records], "", custom),
        "status": word([each.status for each in records]),
        "claim": _words([each.claim for each in records]),
    }
    return columns | {"unit_definitions": custom.column()}


def indicator_table(records: Sequence[Indicator]) -> Columns:
    """The columns of indicators."""
    custom = Definitions(len(records))
    columns = indicator_columns(records, "", "id", custom)
    return columns | {"unit_definitions": custom.column()}
