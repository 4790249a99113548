"""From one Python object a row to columns: every distinct object is looked at once."""

from collections.abc import Callable, Sequence
from typing import Any, Final, Generic, TypeVar, cast

import attrs
import numpy as np
import pyarrow as pa

from govtargets.arrow._fields import Field, whole
from govtargets.arrow._types import Array, Codes, DataType, Mask, Places
from govtargets.errors import InvalidValueError

__all__ = [
    "Distinct",
    "array",
    "by_address",
    "dense",
    "dense_codes",
    "distinct",
    "nulls",
    "spread",
    "through",
]

T = TypeVar("T")
_SAMPLE = 4096


@attrs.frozen
class Distinct(Generic[T]):
    """The distinct objects of a column and, for every row, which of them it has; -1 for none."""

    values: list[T]
    codes: Codes

    def column(self, read: Callable[[T], Any], type_: DataType) -> Array:
        """The column of what `read` says of each object."""
        return spread(array([read(value) for value in self.values], type_), self.codes)


def distinct(objects: Sequence[T | None]) -> Distinct[T]:
    """The distinct objects by identity; where nearly all differ, the column as it is."""
    field = objects if isinstance(objects, Field) else whole(objects)
    missing = field.missing
    if missing.all():
        return Distinct([], np.full(len(missing), -1, np.int32))
    if _seldom_twice(field.where):
        return Distinct(_present(field, missing), dense_codes(missing))
    return by_address(field.where, field.__getitem__)


def by_address(where: Places, at: Callable[[int], T | None]) -> Distinct[T]:
    """The distinct objects that lie there; `at` gives the one of a row."""
    coded = pa.array(where).dictionary_encode()
    codes = coded.indices.to_numpy()
    values = [at(row) for row in _first(codes, len(coded.dictionary)).tolist()]
    if None not in values:
        return Distinct(cast("list[T]", values), codes)
    # None was coded like any object: it leaves the list, and the codes above move down.
    none = values.index(None)
    shifted = np.where(codes == none, -1, codes - (codes > none)).astype(np.int32)
    return Distinct([value for value in values if value is not None], shifted)


def _first(codes: Codes, count: int) -> Places:
    """Where each code appears first, the codes being given in that order."""
    until = _SAMPLE
    while until < len(codes) and codes[:until].max() < count - 1:
        until *= 8
    # The largest code so far tells which have appeared.
    return np.searchsorted(np.maximum.accumulate(codes[:until]), np.arange(count))


def dense(objects: Sequence[T | None]) -> tuple[Codes, Sequence[T]]:
    """What is there, and for every row its place among that; -1 for none."""
    missing = whole(objects).missing
    return dense_codes(missing), _present(objects, missing)


def dense_codes(missing: Mask) -> Codes:
    """For every row its place among those that are there; -1 for none."""
    if not missing.any():
        return np.arange(len(missing), dtype=np.int32)
    return np.where(missing, -1, np.cumsum(~missing) - 1).astype(np.int32)


def _present(objects: Sequence[T | None], missing: Mask) -> list[T]:
    return [] if missing.all() else [each for each in objects if each is not None]


def _seldom_twice(where: Places) -> bool:
    sample = where[:_SAMPLE]
    return len(np.unique(sample)) * 20 > len(sample) * 19


def through(outer: Codes, inner: Codes) -> Codes:
    """The codes of `inner` at the places of `outer`, -1 where that has none."""
    return np.where(outer < 0, np.int32(-1), inner[outer]).astype(np.int32, copy=False)


def array(values: Sequence[Any], type_: DataType) -> Array:
    """The values as an Arrow array; what no table can hold is refused with its value."""
    try:
        return pa.array(values, type_)
    except (pa.ArrowInvalid, OverflowError, UnicodeEncodeError, pa.ArrowTypeError) as error:
        culprit = next(value for value in values if not _fits(value, type_))
        message = f"{culprit!r} does not fit an Arrow {type_}: {error}"
        raise InvalidValueError(message) from None


def _fits(value: object, type_: DataType) -> bool:
    try:
        pa.array([value], type_)
    except (pa.ArrowInvalid, OverflowError, UnicodeEncodeError, pa.ArrowTypeError):
        return False
    return True


def spread(values: Array, codes: Codes) -> Array:
    """One value a row from the distinct values; words become a dictionary without repeats."""
    if len(values) == len(codes) and _is_identity(codes):
        return values
    if values.null_count == len(values):
        return nulls(len(codes), values.type)
    if not pa.types.is_dictionary(values.type):
        return values.take(_indices(codes))
    words = values.indices.fill_null(-1).to_numpy()
    rows = codes if _is_identity(words) else through(codes, words)
    return pa.DictionaryArray.from_arrays(_indices(rows), values.dictionary, safe=False)


def nulls(count: int, type_: DataType) -> Array:
    """Nothing in every row, in memory that is not even asked for until somebody reads it."""
    if pa.types.is_dictionary(type_):
        return pa.DictionaryArray.from_arrays(nulls(count, type_.index_type), _NO_WORDS)
    # Zeros say that every row is null, and are offsets and values of any type up to 16 bytes.
    words: Any = np.zeros(2 * count + 2, np.int64)
    zeros = pa.py_buffer(words)
    buffers: list[Any] = [zeros, zeros, zeros] if pa.types.is_string(type_) else [zeros, zeros]
    return pa.Array.from_buffers(type_, count, buffers, count)


_NO_WORDS: Final[Array] = pa.array([], pa.string())


def _indices(codes: Codes) -> Array:
    missing = codes < 0
    return pa.array(codes, mask=missing) if missing.any() else pa.array(codes)


def _is_identity(codes: Codes) -> bool:
    count = len(codes)
    return count == 0 or (
        codes[0] == 0 and codes[-1] == count - 1 and bool((np.diff(codes) == 1).all())
    )
