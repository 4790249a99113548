"""The columns that a judgement looks at, as numpy sees them: codes for words, pairs of 64 bits for decimals."""

from collections.abc import Callable
from typing import Any, Final, TypeAlias

import attrs
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from govtargets.arrow._cast import cast_column
from govtargets.arrow._conform import doubled
from govtargets.arrow._types import Array, DataType
from govtargets.arrow.schema import NUMBER, WORD
from govtargets.errors import ProblemsError

__all__ = [
    "NEVER",
    "Codes",
    "Days",
    "Floats",
    "Ints",
    "Mask",
    "Numbers",
    "Rows",
    "Words",
    "among",
    "arrow_array",
    "column",
    "constant",
    "days",
    "flags",
    "numbers",
    "small",
    "words",
]

# Integers: of 64 bits, of whatever holds the codes, of 32 bits. What numpy's stubs say of sums of them is no help.
Ints: TypeAlias = npt.NDArray[Any]
Codes: TypeAlias = npt.NDArray[Any]
Days: TypeAlias = npt.NDArray[Any]
Floats: TypeAlias = npt.NDArray[np.float64]
Mask: TypeAlias = npt.NDArray[np.bool_]
# Some rows by their places, or all those of a stretch, which needs no copies.
Rows: TypeAlias = npt.NDArray[Any] | slice
# Before every calendar day; what stands for a day that is absent.
NEVER: Final = -(2**22)


@attrs.frozen
class Words:
    """A column of words: for every row the place of its word in `values`, whose last one stands for absence.

    `complete` says that every row has a word.
    """

    codes: Codes
    values: list[str | None]
    complete: bool

    def table(self, read: Callable[[str | None], int], dtype: npt.DTypeLike = np.int32) -> Codes:
        """What `read` says of each word, to be looked up by the codes."""
        return np.array([read(value) for value in self.values], dtype)

    def always(self, read: Callable[[str | None], int]) -> int | None:
        """What `read` says of every row, `None` where that differs."""
        said = {read(value) for value in self.values[: -1 if self.complete else None]}
        return said.pop() if len(said) == 1 else None

    def coded(self, read: Callable[[str | None], int], dtype: npt.DTypeLike = np.int32) -> Codes:
        """What `read` says of each row's word."""
        return np.take(self.table(read, dtype), self.codes)


@attrs.frozen
class Numbers:
    """A column of decimals, in billionths: the low and the high 64 bits of each, and which rows have one."""

    low: Ints
    high: Ints
    present: Mask | None

    def take(self, rows: Rows) -> "Numbers":
        """The numbers of some rows; absent ones are whatever the table holds."""
        return Numbers(self.low[rows], self.high[rows], None)

    def at(self, rows: Ints) -> "Numbers":
        """The numbers of some rows by their places, absent ones included."""
        present = None if self.present is None else self.present[rows]
        return Numbers(self.low[rows], self.high[rows], present)

    def part(self, rows: slice) -> "Numbers":
        """The numbers of some consecutive rows, without copies."""
        present = None if self.present is None else self.present[rows]
        return Numbers(self.low[rows], self.high[rows], present)

    @property
    def there(self) -> Mask:
        """The rows that have a number."""
        return np.ones(len(self.low), bool) if self.present is None else self.present

    @property
    def wide(self) -> Mask:
        """The rows whose number does not fit 64 bits."""
        found: Mask = self.high != self.low >> 63
        return found


def column(batch: pa.RecordBatch | pa.Table, name: str, type_: DataType) -> Array | None:
    """A column in the type of the schema; `None` where the table has none, or nothing in it.

    Raises:
        ProblemsError: The column holds floats, or something else that cannot be it, or is there twice.
    """
    count = batch.schema.names.count(name)
    if not count:
        return None
    if count > 1:
        raise ProblemsError([doubled(name)])
    found = batch.column(name)
    chunked = found if isinstance(found, pa.ChunkedArray) else pa.chunked_array([found])
    if chunked.null_count == len(chunked):
        return None
    cast = cast_column(chunked, type_)
    if cast.problem is not None:
        raise ProblemsError([cast.problem.at(column=name)])
    if cast.column.num_chunks == 1:
        return cast.column.chunk(0)
    return cast.column.unify_dictionaries().combine_chunks()


def words(batch: pa.RecordBatch | pa.Table, name: str) -> Words | None:
    """A column of words; `None` where no row has one."""
    found = column(batch, name, WORD)
    if found is None:
        return None
    known = found.dictionary.to_pylist()
    indices = found.indices
    if indices.null_count:
        indices = indices.fill_null(len(known))
    return Words(indices.to_numpy(), [*known, None], complete=not found.null_count)


def numbers(batch: pa.RecordBatch | pa.Table, name: str) -> Numbers | None:
    """A column of decimals; `None` where no row has one."""
    found = column(batch, name, NUMBER)
    if found is None:
        return None
    pairs = np.frombuffer(found.buffers()[1], np.int64)
    pairs = pairs[2 * found.offset : 2 * (found.offset + len(found))]
    present = np.asarray(found.is_valid()) if found.null_count else None
    return Numbers(pairs[0::2], pairs[1::2], present)


def days(batch: pa.RecordBatch | pa.Table, name: str) -> Days | None:
    """A column of days, counted from 1970; absent ones lie before every day there is."""
    found = column(batch, name, pa.date32())
    if found is None:
        return None
    counted = found.cast(pa.int32())
    days_counted: Days = (counted.fill_null(NEVER) if counted.null_count else counted).to_numpy()
    return days_counted


def flags(batch: pa.RecordBatch | pa.Table, name: str) -> npt.NDArray[np.int8]:
    """A column of yes and no: 1, 0, and -1 where it is absent."""
    found = column(batch, name, pa.bool_())
    return constant(batch, -1) if found is None else found.cast(pa.int8()).fill_null(-1).to_numpy()


def small(batch: pa.RecordBatch | pa.Table, name: str, absent: int) -> npt.NDArray[np.int8]:
    """A column of small integers."""
    found = column(batch, name, pa.int8())
    if found is None:
        return constant(batch, absent)
    small_ones: npt.NDArray[np.int8] = (
        found.fill_null(absent) if found.null_count else found
    ).to_numpy()
    return small_ones


def constant(batch: pa.RecordBatch | pa.Table, value: int) -> npt.NDArray[np.int8]:
    """The same for every row, without room for it."""
    return np.broadcast_to(np.int8(value), batch.num_rows)


def among(rows: Rows, places: Ints) -> Ints:
    """Some of the rows, given where they stand among them."""
    return places + (rows.start or 0) if isinstance(rows, slice) else rows[places]


def arrow_array(values: npt.NDArray[Any], mask: Mask | None = None) -> Array:
    """The values as an Arrow array, null where the mask says so."""
    return pa.array(values, mask=mask)
