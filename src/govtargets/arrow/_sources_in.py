"""Sources from columns: documents are shared by many rows, quotes are not."""

from typing import Any

import numpy as np
import pyarrow as pa

from govtargets.arrow._build import bulk
from govtargets.arrow._gather import Faults, combine, keyed, problem_of
from govtargets.arrow._types import Array, Columns, Mask, Places, pc
from govtargets.errors import GovTargetsError, InvalidValueError
from govtargets.source import Source

__all__ = ["sources_in"]

_SHARED = ("document", "publisher", "date", "locator")
_OWN = ("quote", "start", "end")


def sources_in(columns: Columns, faults: Faults) -> list[Source | None]:
    """One source a row; the rows of one document without a quote share an object."""
    own = [columns[f"source_{name}"] for name in _OWN]
    shared = combine([keyed(columns[f"source_{name}"]) for name in _SHARED])
    bases = [_base(values) for values in shared.values]
    plain = np.array([not isinstance(base, GovTargetsError) for base in bases])[shared.codes]
    bare = np.logical_and.reduce([np.asarray(column.is_null()) for column in own])
    found = np.fromiter(
        (base if isinstance(base, Source) else None for base in bases), object, len(bases)
    )[shared.codes]
    quoted = ~bare & plain & np.array([isinstance(base, Source) for base in bases])[shared.codes]
    usual = quoted & _fits(*own)
    rows = np.flatnonzero(usual)
    if len(rows):
        found[rows] = np.fromiter(_bulk(found[rows].tolist(), own, rows), object, len(rows))
    for row in np.flatnonzero(~plain | (~bare & ~usual)).tolist():
        texts = (*shared.values[shared.codes[row]], *(column[row].as_py() for column in own))
        try:
            found[row] = _source(*texts)
        except GovTargetsError as error:
            faults.add([row], "source_document", problem_of(error, texts[0]))
    sources: list[Source | None] = found.tolist()
    return sources


def _base(values: tuple[Any, ...]) -> Source | GovTargetsError | None:
    """The source without its quote; `None` where there is none, an error where it is broken."""
    try:
        return _source(*values)
    except GovTargetsError as error:
        return error


def _source(*values: object) -> Source | None:
    if all(value is None for value in values):
        return None
    fields: dict[str, Any] = dict(zip((*_SHARED, *_OWN), values, strict=False))
    if fields["document"] is None:
        message = "a source needs its document: give the title, or empty the other source columns"
        raise InvalidValueError(message)
    return Source(**fields)


def _fits(quote: Array, start: Array, end: Array) -> Mask:
    """The rows whose quote is no empty text, and whose span is none or the quote's."""
    blank = pc.equal(pc.utf8_trim_whitespace(quote).fill_null("-"), "")
    no_span = np.asarray(start.is_null()) & np.asarray(end.is_null())
    length = pc.subtract(end, start)
    right = pc.equal(length, pc.coalesce(pc.utf8_length(quote).cast(pa.int64()), length))
    spans = pc.and_(pc.and_(pc.greater_equal(start, 0), pc.greater_equal(length, 0)), right)
    spans = pc.equal(spans.cast(pa.int8()).fill_null(0), 1).to_numpy(zero_copy_only=False)
    fits: Mask = ~blank.to_numpy(zero_copy_only=False) & (no_span | spans)
    return fits


def _bulk(bases: list[Source], own: list[Array], rows: Places) -> list[Source]:
    fields: dict[str, Any] = {name: [getattr(each, name) for each in bases] for name in _SHARED}
    taken = pa.array(rows)
    for name, column in zip(_OWN, own, strict=True):
        fields[name] = column.take(taken).to_pylist()
    return bulk(Source, len(rows), fields)
