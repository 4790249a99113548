"""Records to columns, column by column; one Python object is never turned into a dict."""

from collections.abc import Sequence
from typing import Any, Final

from govtargets.achievement import Achievement
from govtargets.arrow._fields import Field, Reader, Seldom, Taker, take
from govtargets.arrow._numbers_out import Definitions, Stated
from govtargets.arrow._parts_out import (
    goal_columns,
    indicator_columns,
    period_columns,
    region_columns,
    source_columns,
    text,
    word,
)
from govtargets.arrow._types import Columns
from govtargets.arrow.schema import TEXT
from govtargets.indicator import Indicator
from govtargets.target import Target

__all__ = ["achievement_columns", "indicator_table", "target_columns"]


# The attributes are spelled out, since the interpreter reads those twice as fast as `getattr`.
_READERS: Final[dict[str, Reader]] = {
    "indicator": lambda part: [each.indicator for each in part],
    "region": lambda part: [each.region for each in part],
    "period": lambda part: [each.period for each in part],
    "transformation": lambda part: [each.transformation for each in part],
    "source": lambda part: [each.source for each in part],
    "scope": lambda part: [each.scope for each in part],
    "price_basis": lambda part: [each.price_basis for each in part],
    "base": lambda part: [each.base for each in part],
    "note": lambda part: [each.note for each in part],
    "goal": lambda part: [each.goal for each in part],
    "attribute": lambda part: [each.attribute for each in part],
    "commitment": lambda part: [each.commitment for each in part],
    "status": lambda part: [each.status for each in part],
    "claim": lambda part: [each.claim for each in part],
}
_USUAL: Final = ("indicator", "region", "period", "transformation", "source")
_SELDOM: Final = ("scope", "price_basis", "base", "note")


def _with_seldom(part: Sequence[Target | Achievement]) -> list[Any]:
    """The records that fill a field which most records leave empty."""
    return [
        each
        for each in part
        if each.baseline is not None
        or each.scope is not None
        or each.price_basis is not None
        or each.base is not None
        or each.note is not None
    ]


class _Records:
    """The fields of targets or of achievements, read in one pass."""

    def __init__(self, records: Sequence[Any], own: Sequence[str], *stated: Taker) -> None:
        self.custom = Definitions(len(records))
        self.fields: dict[str, Field[Any]] = {
            name: Field(records, _READERS[name]) for name in (*_USUAL, *_SELDOM, *own)
        }
        self._baseline = Stated(records, lambda part: [each.baseline for each in part])
        seldom: list[Taker] = [self._baseline, *(self.fields[name] for name in _SELDOM)]
        usual = [self.fields[name] for name in (*_USUAL, *own)]
        take(records, *usual, *stated, Seldom(_with_seldom, seldom))

    def shared(self) -> Columns:
        """The columns that targets and achievements have in common."""
        fields = self.fields
        return {
            **indicator_columns(fields["indicator"], "indicator_", "indicator", self.custom),
            **region_columns(fields["region"]),
            **period_columns(fields["period"]),
            **self._baseline.columns("baseline_", self.custom),
            "transformation": word(fields["transformation"]),
            "scope": text(fields["scope"]),
            "price_basis": text(fields["price_basis"]),
            "base": text(fields["base"]),
            **source_columns(fields["source"]),
            "note": text(fields["note"], TEXT),
        }


def target_columns(records: Sequence[Target]) -> Columns:
    """The columns of targets."""
    stretch = Stated(records, lambda part: [each.stretch for each in part])
    found = _Records(records, ("goal", "attribute", "commitment"), stretch)
    columns = {
        **found.shared(),
        **goal_columns(list(found.fields["goal"]), found.custom),
        **stretch.columns("stretch_", found.custom),
        "attribute": word(found.fields["attribute"]),
        "commitment": word(found.fields["commitment"]),
    }
    return columns | {"unit_definitions": found.custom.column()}


def achievement_columns(records: Sequence[Achievement]) -> Columns:
    """The columns of achievements."""
    value = Stated(records, lambda part: [each.value for each in part])
    found = _Records(records, ("status", "claim"), value)
    columns = {
        **found.shared(),
        **value.columns("", found.custom),
        "status": word(found.fields["status"]),
        "claim": text(found.fields["claim"]),
    }
    return columns | {"unit_definitions": found.custom.column()}


def indicator_table(records: Sequence[Indicator]) -> Columns:
    """The columns of indicators."""
    custom = Definitions(len(records))
    columns = indicator_columns(records, "", "id", custom)
    return columns | {"unit_definitions": custom.column()}
