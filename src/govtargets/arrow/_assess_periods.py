"""Periods of a table of targets as small numbers, and how the rows of another table find theirs."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Final

import attrs
import numpy as np
import pyarrow as pa

from govtargets.arrow._assess_blocks import blocks
from govtargets.arrow._assess_columns import NEVER, Codes, Days, Ints, arrow_array, days, words
from govtargets.arrow._assess_lookup import Lookup
from govtargets.arrow._assess_spans import Axes, Grid, Span
from govtargets.arrow._types import Array
from govtargets.period import PeriodKind

__all__ = ["Periods", "Spans"]

_EPOCH: Final = date(1970, 1, 1).toordinal()
_POINT: Final = PeriodKind.POINT.value
_KINDS: Final = {each.value: int(each is PeriodKind.POINT) for each in PeriodKind}
_UNKNOWN: Final = 2


@attrs.frozen
class Spans:
    """The periods of a batch: whether each is a point, its first and its last day."""

    kind: Lookup | None
    start: Days | None
    end: Days | None
    has_points: bool


class Periods:
    """The periods of the targets: alike are those with the same days, however they are called.

    The end of a year stands beside the year itself, since for a level the two are the same. The number 0 stands for a
    period that no target has.
    """

    def __init__(self, targets: pa.Table) -> None:
        self._numbers = {span: number for number, span in enumerate(_spans(targets), 1)}
        self._beside = {
            other: number
            for span, number in self._numbers.items()
            if (other := _other_name(span)) is not None
        }

    def __len__(self) -> int:
        return len(self._numbers) + 1

    @cached_property
    def _places(self) -> "Grid | Axes | None":
        known = [*self._numbers, *self._beside]
        return Grid.of(known) or Axes.of(known)

    @cached_property
    def _own(self) -> Codes | None:
        return None if self._places is None else self._places.table(self._numbers)

    @cached_property
    def _other(self) -> Codes | None:
        return None if self._places is None else self._places.table(self._beside)

    def numbers(self, batch: pa.RecordBatch | pa.Table) -> Spans:
        """The periods of the rows."""
        kinds = words(batch, "period_kind")
        start, end = days(batch, "period_start"), days(batch, "period_end")
        if kinds is None or start is None or end is None:
            return Spans(None, None, None, has_points=False)
        always = kinds.always(_kind)
        kind = Lookup(kinds.codes, kinds.table(_kind))
        if always is not None:
            kind = Lookup(None, np.array([always], np.int32))
        return Spans(kind, start, end, has_points=_POINT in kinds.values)

    def into(
        self, spans: Spans, rows: slice, out: Codes, spare: Codes, *, beside: bool = False
    ) -> None:
        """Write the numbers of some rows."""
        if spans.kind is None or spans.start is None or spans.end is None:
            out[:] = 0
            return
        table = self._other if beside else self._own
        if table is None or self._places is None:
            out[:] = self._one_by_one(spans, rows, self._beside if beside else self._numbers)
            return
        self._places.into(spans.start[rows], spans.end[rows], out, spare)
        step = self._places.size
        if spans.kind.codes is None and spans.kind.table is not None:
            table = table[step * int(spans.kind.table[0]) :][:step]
        else:
            spans.kind.into(rows, spare)
            spare *= step
            out += spare
        np.take(table, out, out=out, mode="clip")

    def _one_by_one(self, spans: Spans, rows: slice, numbers: Mapping[Span, int]) -> Codes:
        assert spans.kind is not None  # noqa: S101  the caller looked
        assert spans.start is not None  # noqa: S101  the same
        assert spans.end is not None  # noqa: S101  the same
        kind = np.empty(len(spans.start[rows]), np.int32)
        spans.kind.into(rows, kind)
        coded = arrow_array(_packed(spans.start[rows], spans.end[rows], kind)).dictionary_encode()
        table = [numbers.get(span, 0) for span in _unpacked(coded.dictionary)]
        numbered: Codes = np.array(table, np.int32)[coded.indices.to_numpy()]
        return numbered

    @property
    def has_points(self) -> bool:
        """Whether a target is for a point in time."""
        return any(span[2] for span in self._numbers)


def _spans(targets: pa.Table) -> list[Span]:
    """The different periods of the targets."""
    kinds = words(targets, "period_kind")
    start, end = days(targets, "period_start"), days(targets, "period_end")
    if kinds is None or start is None or end is None:
        return []
    sorts, found = kinds.table(_kind), dict[Span, None]()
    for block in blocks(len(start)):
        packed = _packed(start[block], end[block], np.take(sorts, kinds.codes[block]))
        found.update(dict.fromkeys(_unpacked(arrow_array(packed).unique())))
    return [span for span in found if span[2] != _UNKNOWN and NEVER < span[0] <= span[1]]


def _kind(word: str | None) -> int:
    return _KINDS.get(word or "", _UNKNOWN)


def _packed(start: Days, end: Days, kind: Codes) -> Ints:
    """A period as one number."""
    found = (start.astype(np.int64) - NEVER) << 32
    found |= (end.astype(np.int64) - NEVER) << 4
    return found | kind


def _unpacked(packed: Array) -> list[Span]:
    return [
        ((each >> 32) + NEVER, (each >> 4 & 2**28 - 1) + NEVER, each & 15)
        for each in packed.to_pylist()
    ]


def _other_name(span: Span) -> Span | None:
    """The end of that year for a year, the year for the end of one."""
    first, last = (date.fromordinal(day + _EPOCH) for day in span[:2])
    if (last.month, last.day) != (12, 31):
        return None
    if span[2]:
        return date(last.year, 1, 1).toordinal() - _EPOCH, span[1], 0
    return (
        (span[1], span[1], 1)
        if (first.month, first.day) == (1, 1) and first.year == last.year
        else None
    )
