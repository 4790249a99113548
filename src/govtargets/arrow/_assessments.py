"""Assessments as columns and back: the judgement first, then the records that it rests on."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from operator import attrgetter
from typing import Any, Final

import numpy as np

from govtargets.arrow._bounds_in import bounds_in
from govtargets.arrow._build import bulk
from govtargets.arrow._encode import achievement_columns, target_columns
from govtargets.arrow._gather import Faults, combine, keyed, made
from govtargets.arrow._numbers_out import Definitions, bounds_columns
from govtargets.arrow._parts_in import enums_in
from govtargets.arrow._parts_out import word
from govtargets.arrow._policies import policy_definition, read_policy
from govtargets.arrow._spread import array, dense, distinct, spread
from govtargets.arrow._types import Columns
from govtargets.arrow.schema import DAY, TEXT, WORD
from govtargets.assessment import Assessment
from govtargets.errors import InvalidValueError, Problem
from govtargets.verdict import Reason, Undefined, Verdict

__all__ = ["SIDES", "assessment_columns", "assessments_in"]

SIDES: Final = ("target", "achievement", "reference")


def assessment_columns(records: Sequence[Assessment]) -> Columns:
    """The columns of assessments."""
    custom = Definitions(len(records))
    policies = distinct([each.policy for each in records])
    columns = {
        "verdict": word([each.verdict for each in records]),
        "reason": word([each.reason for each in records]),
        **bounds_columns([each.gap for each in records], "gap_", custom),
        "gap_reason": word([each.gap_reason for each in records]),
        "completion": array([_fraction(each.completion) for each in records], TEXT),
        "completion_reason": word([each.completion_reason for each in records]),
        "stretch": word([each.stretch for each in records]),
        "stretch_reason": word([each.stretch_reason for each in records]),
        "policy": policies.column(attrgetter("name"), WORD),
        "policy_definition": policies.column(policy_definition, WORD),
        "as_of": array([each.as_of for each in records], DAY),
        "unit_definitions": custom.column(),
    }
    for side in SIDES:
        columns |= _side_columns([getattr(each, side) for each in records], side)
    return columns


def _fraction(value: Fraction | None) -> str | None:
    return None if value is None else f"{value.numerator}/{value.denominator}"


def _side_columns(records: Sequence[Any], side: str) -> Columns:
    codes, present = dense(records)
    if not present:
        return {}
    write: Callable[[Sequence[Any]], Columns]
    write = target_columns if side == "target" else achievement_columns
    return {f"{side}_{name}": spread(column, codes) for name, column in write(present).items()}


def assessments_in(
    columns: Columns, sides: dict[str, list[Any]], faults: Faults
) -> list[Assessment]:
    """One assessment a row; the records of its sides are given."""
    for row in np.flatnonzero([record is None for record in sides["target"]]).tolist():
        faults.add([row], "target_indicator", _NO_TARGET)
    for row in np.flatnonzero(np.asarray(columns["verdict"].is_null())).tolist():
        faults.add([row], "verdict", _NO_VERDICT)
    texts = keyed(columns["completion"])
    policies = [keyed(columns[name]) for name in ("policy", "policy_definition")]
    fields: dict[str, Sequence[Any]] = {
        **sides,
        "verdict": enums_in(columns, "verdict", Verdict, faults),
        "reason": enums_in(columns, "reason", Reason, faults),
        "gap": bounds_in(columns, "gap_", faults),
        "gap_reason": enums_in(columns, "gap_reason", Undefined, faults),
        "completion": made(combine([texts]), _read_fraction, faults, "completion"),
        "completion_reason": enums_in(columns, "completion_reason", Undefined, faults),
        "stretch": enums_in(columns, "stretch", Verdict, faults),
        "stretch_reason": enums_in(columns, "stretch_reason", Reason, faults),
        "policy": made(combine(policies), read_policy, faults, "policy"),
        "as_of": columns["as_of"].to_pylist(),
    }
    return bulk(Assessment, len(texts.codes), fields)


_NO_VERDICT: Final = Problem(
    code="missing-value",
    message="the row could not be judged, so it holds no assessment",
    hint="its column problem says why: give the target, or mend the row",
)
_NO_TARGET: Final = Problem(
    code="missing-value",
    message="the row holds a judgement, but not the target that was judged",
    hint="give targets= and achievements=, the records whose tables were judged",
)


def _read_fraction(text: str | None) -> Fraction | None:
    try:
        return None if text is None else Fraction(text)
    except (ValueError, ZeroDivisionError):
        message = f"the completion ratio {text!r} is no fraction: expected one such as 128/125"
        raise InvalidValueError(message) from None
