"""One column of any engine as the type that the schema asks for, exactly or not at all."""

from typing import Final

import attrs
import numpy as np
import pyarrow as pa

from govtargets.arrow._types import Array, Chunked, DataType, pc
from govtargets.arrow.schema import DAY, FLAG, NUMBER, TEXT, WORD
from govtargets.errors import Problem

__all__ = ["Cast", "cast_column", "takeable"]

types = pa.types
_WHOLE: Final = NUMBER.precision - NUMBER.scale
_EARLIEST: Final = -719162  # 0001-01-01, the first day that a Python date knows
_LATEST: Final = 2932896  # 9999-12-31


@attrs.frozen
class Cast:
    """What became of a column.

    Attributes:
        column: The values; null in the rows that did not fit.
        problem: Why no value of the column fits, the type being wrong.
        rows: The rows that did not fit, each with its problem.
    """

    column: Chunked
    problem: Problem | None = None
    rows: tuple[tuple[int, Problem], ...] = ()


def cast_column(column: Chunked, type_: DataType) -> Cast:
    """The column as `type_`; floats are refused, since they are not the digits as written."""
    try:
        _check(column)
    except pa.ArrowInvalid as error:
        return _none(column, type_, _broken(str(error)))
    if column.type == type_ and not types.is_date32(type_) and not _holds_null_words(column):
        return Cast(column)
    plain = pa.chunked_array([_storage(chunk) for chunk in column.chunks], _plain_type(column.type))
    if types.is_null(plain.type):
        return _none(column, type_)
    wanted = TEXT if type_ == WORD else type_
    if not _takes(wanted, plain.type):
        return _none(column, type_, _wrong(plain.type, type_))
    try:
        plain = _on_the_wall(plain)
    except pa.ArrowInvalid as error:
        return _none(column, type_, _wrong(plain.type, type_, f": {error}"))
    try:
        return Cast(_words(_checked(plain, wanted), type_))
    except pa.ArrowInvalid:
        return _cell_by_cell(plain, wanted, type_)


def _none(column: Chunked, type_: DataType, problem: Problem | None = None) -> Cast:
    """No value in any row."""
    return Cast(pa.chunked_array([pa.nulls(len(column), type_)]), problem)


def _check(column: Chunked) -> None:
    """Only words can lead out of their column, by an index or by bytes that are no text.

    Raises:
        pyarrow.ArrowInvalid: They do.
    """
    if not types.is_dictionary(column.type):
        column.validate(full=_plain_type(column.type) == TEXT)
        return
    for chunk in column.chunks:
        whole = _points_inside(chunk)
        (chunk.dictionary if whole else chunk).validate(full=True)


def _points_inside(chunk: Array) -> bool:
    """Whether all indices are certainly those of words, seen several times as fast as Arrow sees it."""
    indices = chunk.indices
    if indices.type != pa.int32() or indices.null_count or not len(indices):
        return False
    # Below zero they are the largest of all.
    return int(indices.to_numpy().view(np.uint32).max()) < len(chunk.dictionary)


def _holds_null_words(column: Chunked) -> bool:
    """Whether a dictionary has a null among its words, which may stand for a row that has none."""
    return types.is_dictionary(column.type) and any(
        chunk.dictionary.null_count for chunk in column.chunks
    )


def takeable(column: Chunked) -> Chunked:
    """The column in a type of which Arrow can take single rows, if it is one of texts: it cannot of views."""
    if types.is_dictionary(column.type) or _plain_type(column.type) != TEXT:
        return column
    return pa.chunked_array([_storage(chunk) for chunk in column.chunks], TEXT)


def _plain_type(type_: DataType) -> DataType:
    if isinstance(type_, pa.BaseExtensionType):
        return _plain_type(type_.storage_type)
    if types.is_dictionary(type_):
        value = _plain_type(type_.value_type)
        return pa.dictionary(pa.int32(), value) if value == TEXT else value
    if types.is_large_string(type_) or types.is_string_view(type_):
        return TEXT
    return type_


def _storage(chunk: Array) -> Array:
    """Without extension type or string views; words stay coded, the rest is looked up."""
    if isinstance(chunk, pa.ExtensionArray):
        return _storage(chunk.storage)
    if types.is_dictionary(chunk.type):
        values = _storage(chunk.dictionary)
        if values.type == TEXT and not values.null_count:
            return pa.DictionaryArray.from_arrays(chunk.indices.cast(pa.int32()), values)
        found = values.take(chunk.indices)
        # Absent is a row without an index, never one whose index leads to a null.
        return found.dictionary_encode() if values.type == TEXT else found
    return chunk.cast(TEXT) if _plain_type(chunk.type) == TEXT else chunk


def _takes(wanted: DataType, given: DataType) -> bool:
    """Whether values of that type may become the wanted one without guessing."""
    if given in {TEXT, WORD}:
        return True
    if wanted == NUMBER:
        return types.is_decimal(given) or types.is_integer(given)
    if wanted == DAY:
        return types.is_date(given) or types.is_timestamp(given)
    if wanted == FLAG:
        return types.is_boolean(given)
    # pandas turns whole numbers beside nulls into floats; a safe cast takes back only whole ones.
    return wanted != TEXT and any(
        is_(given) for is_ in (types.is_integer, types.is_floating, types.is_decimal)
    )


def _checked(column: Chunked, wanted: DataType) -> Chunked:
    if column.type == WORD:
        if wanted == TEXT:
            return column
        column = column.cast(TEXT)
    if types.is_integer(wanted) and column.type == TEXT:
        # What pandas writes for whole numbers beside nulls; to JSON, too, 1.0 is an integer.
        column = pc.replace_substring_regex(column, r"^(-?[0-9]+)\.0+$", r"\1")
    if wanted == NUMBER:
        _check_size(column)
    found = column.cast(wanted)
    if wanted == DAY:
        _check_days(column, found)
    return found


def _on_the_wall(column: Chunked) -> Chunked:
    """Moments of a time zone by the clock on the wall there, which tells the day.

    Raises:
        pyarrow.ArrowInvalid: This machine knows no such zone.
    """
    has_zone = types.is_timestamp(column.type) and column.type.tz is not None
    return pc.local_timestamp(column) if has_zone else column


def _check_size(column: Chunked) -> None:
    """Arrow multiplies first, modulo 2^128, and counts the digits then: too late for the largest decimals.

    Raises:
        pyarrow.ArrowInvalid: One has too many digits before the point.
    """
    given = column.type
    if not types.is_decimal(given) or given.precision - given.scale <= _WHOLE:
        return
    low, high = (end.as_py() for end in pc.min_max(column).values())
    if low is not None and not -(10**_WHOLE) < low <= high < 10**_WHOLE:
        message = f"more than {_WHOLE} digits before the point"
        raise pa.ArrowInvalid(message)


def _check_days(column: Chunked, found: Chunked) -> None:
    ends = pc.min_max(found.cast(pa.int32()))
    low, high = ends["min"].as_py(), ends["max"].as_py()
    if low is not None and not _EARLIEST <= low <= high <= _LATEST:
        message = "a day before the year 1 or after 9999"
        raise pa.ArrowInvalid(message)
    if (
        types.is_timestamp(column.type)
        and pc.any(pc.not_equal(found.cast(column.type), column)).as_py()
    ):
        message = "a time of day where a day is expected"
        raise pa.ArrowInvalid(message)


def _words(column: Chunked, type_: DataType) -> Chunked:
    if column.type == type_:
        return column
    return column.cast(TEXT) if type_ == TEXT else column.dictionary_encode().cast(type_)


def _cell_by_cell(column: Chunked, wanted: DataType, type_: DataType) -> Cast:
    """The same, where a value does not fit: every value by itself, those that fail being null."""
    if types.is_decimal(column.type) and column.type.bit_width < NUMBER.bit_width:
        # Arrow finds the distinct values of wider ones only.
        column = column.cast(pa.decimal128(column.type.precision, column.type.scale))
    coded = column.combine_chunks().dictionary_encode()
    kept, faults = [], {}
    for place in range(len(coded.dictionary)):
        value = coded.dictionary.slice(place, 1)
        one = pa.chunked_array([value])
        try:
            kept.append(_checked(one, wanted).chunk(0))
        except pa.ArrowInvalid as error:
            kept.append(pa.nulls(1, wanted))
            faults[place] = _misfit(value.cast(TEXT)[0].as_py(), type_, str(error))
    values = pa.concat_arrays(kept)
    found = pa.chunked_array([values.take(coded.indices)])
    codes = coded.indices.fill_null(-1).to_numpy()
    rows = tuple(
        (row, problem)
        for place, problem in faults.items()
        for row in np.flatnonzero(codes == place).tolist()
    )
    return Cast(_words(found, type_), None, rows)


def _misfit(value: str, type_: DataType, why: str) -> Problem:
    return Problem(
        code="wrong-value",
        message=f"{value} does not fit {type_}: {why}",
        hint="write the value as the schema's page says; nothing is rounded or guessed",
        value=value,
    )


def _broken(why: str) -> Problem:
    return Problem(
        code="wrong-value",
        message=f"the column is not what its type says: {why}",
        hint="write the data again: whatever made them left them broken",
    )


def _wrong(given: DataType, type_: DataType, why: str = "") -> Problem:
    if types.is_floating(given):
        message = f"the column holds floats ({given}), which are not the digits that were written"
        hint = "read it as text or decimal where the data come from, such as dtype=str in pandas"
        return Problem(code="float", message=message, hint=hint)
    return Problem(
        code="wrong-type",
        message=f"the column is {given}, which cannot become {type_}{why}",
        hint=f"cast it to {TEXT if type_ == WORD else type_}",
    )
