"""The rows that only single records can tell, put into the columns of all the others."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pyarrow as pa

from govtargets.arrow._assess_columns import Ints, Mask, arrow_array
from govtargets.arrow._assess_out import Judged, judged_batch
from govtargets.arrow._assess_prepared import NOTHING, Prepared
from govtargets.arrow._assess_rule import SLOW, number_of
from govtargets.arrow._assess_slow import one_by_one
from govtargets.arrow._numbers_out import Definitions, bounds_columns
from govtargets.arrow._parts_out import word
from govtargets.arrow._spread import array
from govtargets.arrow._types import Array, Columns
from govtargets.arrow.schema import TEXT
from govtargets.assessment import Assessment
from govtargets.verdict import Reason, Verdict

__all__ = ["BESIDE", "filled"]

# What the columns of numbers beside a verdict begin with.
BESIDE: Final = ("gap_", "completion", "unit_definitions")


def filled(
    prepared: Prepared, found: Judged, batch: pa.RecordBatch, schema: pa.Schema, keep: Sequence[str]
) -> pa.RecordBatch:
    """The judgements of a batch in the schema.

    Args:
        prepared: The targets.
        found: What columns tell.
        batch: The achievements.
        schema: The schema of the judgements.
        keep: Which columns of the achievements to repeat.
    """
    kept = [batch.column(name) for name in keep]
    slow = np.flatnonzero(_slow(found))
    if not len(slow):
        return judged_batch(found, schema, prepared.policy, kept)
    assert found.at is not None  # noqa: S101  asked for wherever a row can be slow
    at = found.at[slow].astype(np.int64)
    whole = pa.Table.from_batches([batch])
    known = prepared.indicators, prepared.policy, prepared.references
    records = one_by_one(prepared.targets, at, whole, slow, *known)
    found.outcomes[slow] = [_goal_of(each) for each in records]
    if found.stretch is not None:
        found.stretch[slow] = [_stretch_of(each) for each in records]
    columns = judged_batch(found, schema, prepared.policy, kept)
    return columns if found.beside is None else _merged(columns, slow, records)


def _slow(found: Judged) -> Mask:
    slow: Mask = found.outcomes == SLOW
    if found.stretch is not None:
        slow |= found.stretch == SLOW
    if found.beside is not None:
        slow |= found.beside.slow
    return slow


def _goal_of(found: Assessment | str) -> int:
    return number_of(found) if isinstance(found, str) else _number(found.verdict, found.reason)


def _stretch_of(found: Assessment | str) -> int:
    if isinstance(found, str) or found.stretch is None:
        return NOTHING
    return _number(found.stretch, found.stretch_reason)


def _number(verdict: Verdict, reason: Reason | None) -> int:
    return number_of(verdict if reason is None else reason)


def _merged(
    columns: pa.RecordBatch, slow: Ints, records: Sequence[Assessment | str]
) -> pa.RecordBatch:
    """The numbers beside the verdicts, those of the records in place of what columns could not tell."""
    places = np.arange(columns.num_rows)
    places[slow] = columns.num_rows + np.arange(len(slow))
    own = _columns([each if isinstance(each, Assessment) else None for each in records])
    arrays = []
    for field in columns.schema:
        column = columns.column(field.name)
        if field.name.startswith(BESIDE):
            more = own.get(field.name, pa.nulls(len(slow), field.type))
            column = _joined(column, more.cast(field.type)).take(arrow_array(places))
        arrays.append(column)
    return pa.RecordBatch.from_arrays(arrays, schema=columns.schema)


def _joined(one: Array, other: Array) -> Array:
    """One array after the other, their words in one dictionary."""
    return pa.chunked_array([one, other]).unify_dictionaries().combine_chunks()


def _columns(records: Sequence[Assessment | None]) -> Columns:
    """The columns beside the verdicts, of records."""
    custom = Definitions(len(records))
    gaps = [None if each is None else each.gap for each in records]
    shares = [None if each is None else each.completion for each in records]
    return {
        **bounds_columns(gaps, "gap_", custom),
        "gap_reason": word([None if each is None else each.gap_reason for each in records]),
        "completion": array(
            [None if each is None else f"{each.numerator}/{each.denominator}" for each in shares],
            TEXT,
        ),
        "completion_reason": word(
            [None if each is None else each.completion_reason for each in records]
        ),
        "unit_definitions": custom.column(),
    }
