"""From one Python object a row to columns: every distinct object is looked at once."""

from collections.abc import Callable, Sequence
from ctypes import c_int64
from typing import Any, Generic, TypeVar, cast

import attrs
import numpy as np
import pyarrow as pa

from govtargets.arrow._types import Array, Codes, DataType, Places
from govtargets.errors import InvalidValueError

__all__ = ["Distinct", "array", "dense", "distinct", "fields", "spread", "through"]

T = TypeVar("T")
_SAMPLE = 4096
_PART = 2048


@attrs.frozen
class Distinct(Generic[T]):
    """The distinct objects of a column and, for every row, which of them it has; -1 for none."""

    values: list[T]
    codes: Codes

    def column(self, read: Callable[[T], Any], type_: DataType) -> Array:
        """The column of what `read` says of each object."""
        return spread(array([read(value) for value in self.values], type_), self.codes)


def fields(objects: Sequence[T], *readers: Callable[[Sequence[T]], list[Any]]) -> list[list[Any]]:
    """What each reader says of the objects, a part at a time, so that a part stays in the cache."""
    found: list[list[Any]] = [[] for _ in readers]
    for start in range(0, len(objects), _PART):
        part = objects[start : start + _PART]
        for column, read in zip(found, readers, strict=True):
            column.extend(read(part))
    return found


def distinct(objects: Sequence[T | None]) -> Distinct[T]:
    """The distinct objects by identity; where nearly all differ, the column as it is."""
    where = _addresses(objects)
    places, present = _dense(objects, where)
    if not present or _seldom_twice(where):
        return Distinct(list(present), places)
    coded = pa.array(where).dictionary_encode()
    codes = coded.indices.to_numpy()
    first = np.empty(len(coded.dictionary), np.int64)
    first[codes[::-1]] = np.arange(len(objects) - 1, -1, -1)
    values = [objects[row] for row in first.tolist()]
    if len(present) == len(objects):
        return Distinct(cast("list[T]", values), codes)
    # None was coded like any object: it leaves the list, and the codes above move down.
    none = values.index(None)
    shifted = np.where(codes == none, -1, codes - (codes > none)).astype(np.int32)
    return Distinct([value for value in values if value is not None], shifted)


def dense(objects: Sequence[T | None]) -> tuple[Codes, Sequence[T]]:
    """What is there, and for every row its place among that; -1 for none."""
    return _dense(objects, _addresses(objects))


def _dense(objects: Sequence[T | None], where: Places) -> tuple[Codes, Sequence[T]]:
    missing = where == id(None)
    if not missing.any():
        return np.arange(len(objects), dtype=np.int32), cast("Sequence[T]", objects)
    places = np.where(missing, -1, np.cumsum(~missing) - 1).astype(np.int32)
    return places, [each for each in objects if each is not None]


def _seldom_twice(where: Places) -> bool:
    sample = where[:_SAMPLE]
    return len(np.unique(sample)) * 20 > len(sample) * 19


def _addresses(objects: Sequence[object]) -> Places:
    """What `id` says of each, read off the array of references, several times as fast."""
    held = np.fromiter(objects, object, len(objects))
    if not len(held):
        return np.empty(0, np.int64)
    memory = (c_int64 * len(held)).from_address(held.ctypes.data)
    found: Places = np.ctypeslib.as_array(memory).copy()
    return found


def through(outer: Codes, inner: Codes) -> Codes:
    """The codes of `inner` at the places of `outer`, -1 where that has none."""
    if not len(inner):
        return outer
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
    if not pa.types.is_dictionary(values.type):
        return values.take(pa.array(codes, mask=codes < 0))
    if not len(values):
        return pa.nulls(len(codes), values.type)
    words = values.dictionary
    rows = through(codes, values.indices.fill_null(-1).to_numpy())
    missing = rows < 0
    indices: Array = pa.array(rows, mask=missing) if missing.any() else pa.array(rows)
    return pa.DictionaryArray.from_arrays(indices, words)


def _is_identity(codes: Codes) -> bool:
    count = len(codes)
    return count == 0 or (
        codes[0] == 0 and codes[-1] == count - 1 and bool((np.diff(codes) == 1).all())
    )
