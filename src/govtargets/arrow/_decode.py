"""Columns to records: what is fine becomes a record, every other row a problem."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from govtargets.achievement import Achievement
from govtargets.arrow._bounds_in import bounds_in
from govtargets.arrow._build import bulk
from govtargets.arrow._gather import Faults, keyed
from govtargets.arrow._goals_in import goals_in
from govtargets.arrow._parts_in import (
    enums_in,
    indicators_in,
    periods_in,
    regions_in,
    words_in,
)
from govtargets.arrow._sources_in import sources_in
from govtargets.arrow._types import Columns
from govtargets.errors import Problem
from govtargets.indicator import Indicator
from govtargets.target import Target
from govtargets.vocabulary import Attribute, Commitment, Status, Transformation

__all__ = ["achievements_in", "indicator_records_in", "targets_in"]

Known = Mapping[str, Indicator]
_MISSING: Final = Problem(
    code="missing-value",
    message="the reached value is empty",
    hint="fill comparator, magnitude, digits and unit",
)


def indicator_records_in(columns: Columns, known: Known, faults: Faults) -> Sequence[Any]:
    """The indicators of a table of their own."""
    return indicators_in(columns, "", "id", known, faults)


def _shared(columns: Columns, known: Known, faults: Faults) -> dict[str, Sequence[Any]]:
    return {
        "indicator": indicators_in(columns, "indicator_", "indicator", known, faults),
        "period": periods_in(columns, faults),
        "region": regions_in(columns, "region", faults),
        "transformation": enums_in(columns, "transformation", Transformation, faults),
        "baseline": bounds_in(columns, "baseline_", faults),
        "scope": words_in(columns, "scope", faults),
        "price_basis": words_in(columns, "price_basis", faults),
        "base": words_in(columns, "base", faults),
        "source": sources_in(columns, faults),
        "note": words_in(columns, "note", faults),
    }


def achievements_in(columns: Columns, known: Known, faults: Faults) -> list[Any]:
    """The achievements of a table."""
    fields = _shared(columns, known, faults)
    values = bounds_in(columns, "", faults)
    empty = keyed(columns["comparator"]).codes < 0
    faults.where(empty & ~faults.bad, "comparator", _MISSING)
    fields["value"] = values
    fields["status"] = enums_in(columns, "status", Status, faults)
    fields["claim"] = words_in(columns, "claim", faults)
    return bulk(Achievement, len(values), fields)


def targets_in(columns: Columns, known: Known, faults: Faults) -> list[Any]:
    """The targets of a table."""
    fields = _shared(columns, known, faults)
    fields["goal"] = goals_in(columns, faults)
    fields["stretch"] = bounds_in(columns, "stretch_", faults)
    fields["attribute"] = enums_in(columns, "attribute", Attribute, faults)
    fields["commitment"] = enums_in(columns, "commitment", Commitment, faults)
    return bulk(Target, len(fields["goal"]), fields)
