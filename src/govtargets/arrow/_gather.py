"""From columns to one Python object a row: every distinct combination is made once."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, TypeVar

import attrs
import numpy as np
import pyarrow as pa

from govtargets.arrow._build import Same
from govtargets.arrow._types import Array, Codes, Mask, Places
from govtargets.errors import (
    GovTargetsError,
    Problem,
    ReadError,
    UnitMismatchError,
    UnknownUnitError,
)

__all__ = [
    "Faults",
    "Keyed",
    "combine",
    "compact",
    "keyed",
    "made",
    "pick",
    "problem_of",
]

T = TypeVar("T")
# Objects made before, by the column that names them and the words that they were made of.
Objects = dict[str, dict[tuple[Any, ...], Any]]
_WIDE = 2**40
_SMALL = 2**16
# How many of them are kept: a stream may bring ever new ones.
_KEPT = 2**16


class Faults:
    """What is wrong with the rows of one table; a row with a fault gives no record."""

    def __init__(self, count: int, first_row: int, known: "Objects | None" = None) -> None:
        self.bad: Mask = np.zeros(count, bool)
        self.problems: list[Problem] = []
        self.known: Objects = {} if known is None else known
        self._first = first_row

    def add(self, rows: Iterable[int], column: str, problem: Problem) -> None:
        """The same fault in several rows."""
        for row in rows:
            self.bad[row] = True
            self.problems.append(problem.at(row=self._first + row, column=column))

    def where(self, mask: Mask, column: str, problem: Problem) -> None:
        """The same fault wherever the mask says so."""
        if mask.any():
            self.add(np.flatnonzero(mask).tolist(), column, problem)


_CODES = {
    UnknownUnitError: "unknown-unit",
    UnitMismatchError: "unit-mismatch",
    ReadError: "unreadable",
}


def problem_of(error: GovTargetsError, value: object = None) -> Problem:
    """The complaint that a refused value makes."""
    what, _, hint = str(error).partition(": ")
    shown = None if value is None else str(value)
    code = _CODES.get(type(error), "invalid-value")
    return Problem(code=code, message=what, hint=hint, value=shown)


@attrs.frozen
class Keyed(Generic[T]):
    """The distinct values of a column and, for every row, which of them it has; -1 for none."""

    values: list[T]
    codes: Codes

    @property
    def present(self) -> Mask:
        """Which rows have one."""
        return self.codes >= 0


def keyed(column: Array) -> Keyed[Any]:
    """The distinct values of a column."""
    if column.null_count == len(column):
        return Keyed([], np.full(len(column), -1, np.int32))
    if pa.types.is_dictionary(column.type) and len(column.dictionary) > len(column):
        # A part of a long table whose words are mostly those of other parts.
        column = column.dictionary_decode()
    coded: Array = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
    codes = coded.indices.fill_null(-1) if coded.indices.null_count else coded.indices
    return Keyed(coded.dictionary.to_pylist(), codes.to_numpy())


def combine(columns: Sequence[Keyed[Any]]) -> Keyed[tuple[Any, ...]]:
    """The distinct combinations of several columns; a missing value is `None` in them."""
    rows: Places = np.zeros(len(columns[0].codes), np.int64)
    known: list[tuple[Any, ...]] = [()]
    waiting: list[list[Any]] = []
    span = 1
    for column in columns:
        options = [None, *column.values]
        if span * len(options) > _WIDE:
            rows, known = _settle(rows, span, known, waiting)
            span, waiting = len(known), []
        if len(options) > 1:
            rows = rows * len(options) + (column.codes + 1)
        span *= len(options)
        waiting.append(options)
    rows, known = _settle(rows, span, known, waiting)
    return Keyed(known, rows.astype(np.int32, copy=False))


def _settle(
    rows: Places, span: int, known: list[tuple[Any, ...]], waiting: list[list[Any]]
) -> tuple[Places, list[tuple[Any, ...]]]:
    """The combinations that occur, and which of them each row has."""
    found, codes = compact(rows, span)
    combinations = []
    for number in found.tolist():
        rest, parts = number, []
        for options in reversed(waiting):
            rest, place = divmod(rest, len(options))
            parts.append(options[place])
        combinations.append((*known[rest], *reversed(parts)))
    return codes, combinations


def compact(numbers: Places, span: int) -> tuple[Places, Places]:
    """The numbers below `span` that occur, and the place of each row's number among them."""
    if span > max(4 * len(numbers), _SMALL):
        coded = pa.array(numbers).dictionary_encode()
        return coded.dictionary.to_numpy(), coded.indices.to_numpy()
    occurs = np.zeros(span, bool)
    occurs[numbers] = True
    found = np.flatnonzero(occurs)
    places = np.empty(span, np.int64)
    places[found] = np.arange(len(found))
    return found, places[numbers]


def made(
    combinations: Keyed[tuple[Any, ...]],
    make: Callable[..., T | None],
    faults: Faults,
    column: str,
) -> Sequence[T | None]:
    """One object a row, made once a combination; what cannot be made is a fault of its rows."""
    objects: list[T | None] = []
    known = faults.known.setdefault(column, {})
    if len(known) > _KEPT:
        known.clear()
    for place, values in enumerate(combinations.values):
        try:
            if values not in known:
                known[values] = make(*values)
            objects.append(known[values])
        except GovTargetsError as error:
            objects.append(None)
            shown = next((value for value in values if value is not None), None)
            faults.where(combinations.codes == place, column, problem_of(error, shown))
    return pick(objects, combinations.codes)


def pick(objects: Sequence[T], codes: Codes) -> Sequence[T]:
    """The objects at these places."""
    if len(objects) == 1:
        return Same(objects[0], len(codes))
    held = np.fromiter(objects, object, len(objects))
    picked: list[T] = held[codes].tolist()
    return picked
