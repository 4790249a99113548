"""Judgements as columns of the shared schema."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, Final

import attrs
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from govtargets._unit import spelled
from govtargets.arrow._assess_beside import UNDEFINED, Beside
from govtargets.arrow._assess_columns import Codes, Ints, Mask, arrow_array
from govtargets.arrow._assess_forms import COMPARATORS
from govtargets.arrow._assess_gap import digits_of, shown
from govtargets.arrow._assess_rule import FIRST_PROBLEM, MET, MISSED, PROBLEMS, SIZE, Outcomes
from govtargets.arrow._assess_share import texts
from govtargets.arrow._policies import policy_definition
from govtargets.arrow._types import Array
from govtargets.arrow.schema import ASSESSMENTS, NUMBER, TEXT, WORD, Profile, in_profile
from govtargets.errors import InvalidValueError
from govtargets.policy import Policy
from govtargets.verdict import Reason, Verdict

__all__ = ["COLUMNS", "Judged", "judged_batch", "judgement_schema"]

_BESIDE: Final = "completion_reason"
_SIDE: Final = ("target_", "achievement_", "reference_")
_ROWS: Final = ("target_row", "achievement_row")
COLUMNS: Final = tuple(
    name
    for name in ASSESSMENTS.names
    if (name in _ROWS or not name.startswith(_SIDE)) and name != "as_of"
)
"""The columns of a judgement, without the records that it rests on."""
_VERDICTS: Final = tuple(Verdict)
_REASONS: Final = tuple(Reason)


@attrs.frozen
class Judged:
    """What the rows of a batch come to."""

    outcomes: Outcomes
    at: Codes | None
    first_row: int
    stretch: Outcomes | None
    beside: Beside | None


def judgement_schema(
    names: Sequence[str] | None, keep: Sequence[Any], profile: Profile
) -> pa.Schema:
    """The schema of the judgements: the columns asked for, then those kept of the achievements.

    Raises:
        InvalidValueError: A judgement has no such column.
    """
    wanted = COLUMNS if names is None else tuple(names)
    unknown = next((name for name in wanted if name not in COLUMNS), None)
    if unknown is not None:
        message = f"a judgement has no column {unknown!r}: choose among {', '.join(COLUMNS)}"
        raise InvalidValueError(message)
    fields = [ASSESSMENTS.field(name).with_nullable(nullable=True) for name in wanted]
    fields += [pa.field(f"achievement_{field.name}", field.type) for field in keep]
    return in_profile(pa.schema(fields).with_metadata(ASSESSMENTS.metadata), profile)


@lru_cache
def _words(kind: str) -> Array:
    """The words of a column's dictionary."""
    listed: dict[str, Sequence[Any]] = {
        "verdict": _VERDICTS,
        "reason": _REASONS,
        "undefined": UNDEFINED,
        "comparator": COMPARATORS,
    }
    found = [each.value for each in listed[kind]] if kind in listed else list(PROBLEMS)
    return pa.array(found, TEXT)


def _outcome_table(kind: str) -> Codes:
    """By outcome, the place of its verdict, its reason or its problem; -1 for none."""
    table = np.full(SIZE, -1, np.int32)
    if kind == "problem":
        table[FIRST_PROBLEM : FIRST_PROBLEM + len(PROBLEMS)] = np.arange(len(PROBLEMS))
        return table
    reasons = np.arange(MISSED + 1, MISSED + 1 + len(_REASONS))
    if kind == "reason":
        table[reasons] = np.arange(len(_REASONS))
        return table
    table[reasons] = _VERDICTS.index(Verdict.INDETERMINATE)
    for outcome, verdict in ((MET, Verdict.MET), (MISSED, Verdict.MISSED)):
        table[outcome] = _VERDICTS.index(verdict)
    return table


_TABLES: Final = {kind: _outcome_table(kind) for kind in ("verdict", "reason", "problem")}


def _coded(codes: npt.NDArray[Any], words: Array) -> Array:
    """A column of words from their places; -1 for none."""
    present = codes >= 0
    found = int(np.count_nonzero(present))
    if not found:
        return pa.nulls(len(codes), WORD)
    mask = None
    if found < len(codes):
        mask = pa.py_buffer(np.packbits(present, bitorder="little").tobytes())
    # With a mask pa.array would copy the codes; no place lies outside, each comes from a table of ours.
    own = arrow_array(codes.astype(np.int32, copy=False)).buffers()[1]
    places = pa.Array.from_buffers(pa.int32(), len(codes), [mask, own], len(codes) - found)
    return pa.DictionaryArray.from_arrays(places, words, safe=False)


def _by_outcome(kind: str, outcomes: Outcomes) -> Array:
    return _coded(np.take(_TABLES[kind], outcomes, mode="clip"), _words(kind))


def _constant(word: str | None, count: int) -> Array:
    if word is None:
        return pa.nulls(count, WORD)
    return _coded(np.zeros(count, np.int32), pa.array([word], TEXT))


def _decimals(numbers: Ints, present: Mask) -> Array:
    pairs = np.empty((len(numbers), 2), np.int64)
    pairs[:, 0] = numbers
    pairs[:, 1] = numbers >> 63
    mask = pa.py_buffer(np.packbits(present, bitorder="little").tobytes())
    return pa.Array.from_buffers(
        NUMBER, len(numbers), [mask, arrow_array(pairs.ravel()).buffers()[1]]
    )


def _gap_unit(found: Beside) -> Array:
    symbols = [None if unit is None else spelled(shown(unit)) for unit in found.units]
    if not symbols:
        return pa.nulls(len(found.unit), WORD)
    unique = list(dict.fromkeys(symbol for symbol in symbols if symbol is not None))
    places = np.array([-1 if each is None else unique.index(each) for each in symbols], np.int32)
    codes = np.where(found.comparator < 0, np.int32(-1), places[found.unit])
    return _coded(codes, pa.array(unique, TEXT))


def _beside_columns(found: Beside) -> dict[str, Callable[[], Array]]:
    stated = found.comparator >= 0
    return {
        "gap_comparator": lambda: _coded(found.comparator, _words("comparator")),
        "gap_magnitude": lambda: _decimals(found.number, stated),
        "gap_digits": lambda: pa.array(digits_of(found.number), mask=~stated),
        "gap_unit": lambda: _gap_unit(found),
        "gap_reason": lambda: _coded(found.gap_reason, _words("undefined")),
        "completion": lambda: texts(found.shares, found.shares.denominator > 0),
        "completion_reason": lambda: _coded(found.share_reason, _words("undefined")),
    }


def judged_batch(
    found: Judged, schema: pa.Schema, policy: Policy, kept: Sequence[Array]
) -> pa.RecordBatch:
    """The rows of a batch in the schema, before single records fill in what only they can tell."""
    count = len(found.outcomes)
    makers: dict[str, Callable[[], Array]] = {
        "verdict": lambda: _by_outcome("verdict", found.outcomes),
        "reason": lambda: _by_outcome("reason", found.outcomes),
        "problem": lambda: _by_outcome("problem", found.outcomes),
        "policy": lambda: _constant(policy.name, count),
        "policy_definition": lambda: _constant(policy_definition(policy), count),
        "achievement_row": lambda: pa.array(np.arange(found.first_row, found.first_row + count)),
    }
    if found.at is not None:
        at = found.at
        makers["target_row"] = lambda: pa.array(at.astype(np.int64), mask=at < 0)
    if found.stretch is not None:
        stretch = found.stretch
        makers["stretch"] = lambda: _by_outcome("verdict", stretch)
        makers["stretch_reason"] = lambda: _by_outcome("reason", stretch)
    if found.beside is not None:
        makers |= _beside_columns(found.beside)
    own = schema.names[: len(schema.names) - len(kept)]
    columns = [
        makers[name]() if name in makers else pa.nulls(count, ASSESSMENTS.field(name).type)
        for name in own
    ]
    arrays = [
        column if column.type == field.type else column.cast(field.type)
        for column, field in zip([*columns, *kept], schema, strict=True)
    ]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)
