"""Records to Arrow tables and back, without loss and without a dict a row."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any, Final, Generic, TypeAlias, TypeVar, overload

import attrs
import pyarrow as pa

from govtargets._collector import collector_paused
from govtargets._record import given
from govtargets.achievement import Achievement
from govtargets.arrow._conform import as_reader, fit
from govtargets.arrow._gather import Faults, Objects
from govtargets.arrow._tables import (
    RECORDS,
    Known,
    decoded,
    encoded,
    listed_indicators,
    record_name,
)
from govtargets.arrow.schema import SCHEMAS, Profile, RecordName, in_profile
from govtargets.assessment import Assessment
from govtargets.errors import InvalidValueError, Problem
from govtargets.indicator import Indicator
from govtargets.target import Target

__all__ = ["Decoded", "Record", "decode", "decode_batches", "encode", "encode_batches"]


def __dir__() -> list[str]:
    return __all__


Record: TypeAlias = Indicator | Target | Achievement | Assessment
"""Whatever a table of the shared data model holds."""
ArrowStream: TypeAlias = Any
"""A table, a record batch, a reader, or anything with `__arrow_c_stream__`."""
R = TypeVar("R", bound=Record)
_BATCH: Final = 2**16
# Large enough that looking at a column once for all its rows pays, small enough for the cache.
_SLICE: Final = 2**17


@attrs.frozen
class Decoded(Generic[R]):
    """What a table holds: the records of its good rows, and what is wrong with the others.

    Attributes:
        records: The good rows, in order.
        problems: What is wrong; rows count from 1.

    Example:
        >>> from govtargets import arrow
        >>> import pyarrow as pa
        >>> found = arrow.decode(pa.table({"id": ["grain", "gdp"], "name": ["粮食产量", None]}))
        >>> [indicator.id for indicator in found.records]
        ['grain']
        >>> found.problems[0].row
        2
    """

    records: tuple[R, ...]
    problems: tuple[Problem, ...]


def encode(
    records: Iterable[Record], *, profile: Profile = "compact", record: type[Record] | None = None
) -> pa.Table:
    """The table of records of one type, in the schema of that type.

    Args:
        records: Indicators, targets or achievements, not mixed.
        profile: `compact` for int32 dictionaries, `plain` for strings (Spark, Daft).
        record: The type, needed only where there may be no records at all.

    Raises:
        InvalidValueError: The records are of several types, or there are none and no `record`; a single record, or
            something else that holds none.

    Example:
        >>> import govtargets as gt
        >>> from govtargets import arrow
        >>> grain = gt.Indicator("grain", "粮食产量")
        >>> year = gt.Period.year(2023)
        >>> value = gt.Quantity("204.80", "万吨")
        >>> table = arrow.encode([gt.Achievement(indicator=grain, value=value, period=year)])
        >>> table.select(["magnitude", "digits", "unit"]).to_pylist()
        [{'magnitude': Decimal('204.800000000'), 'digits': 2, 'unit': '万吨'}]
    """
    given(records, Iterable, "give a list of records, such as [record]")
    listed = records if isinstance(records, list) else list(records)
    return encoded(listed, _name_of(listed, record), profile)


def _name_of(records: Sequence[Record], record: type[Record] | None) -> RecordName:
    if records or record is None:
        found = record_name(records)
        if record is None or RECORDS[record] == found:
            return found
        message = (
            f"these are {found} records, but record={record.__name__} was asked for: "
            "give records of one type"
        )
        raise InvalidValueError(message)
    return RECORDS[record]


def encode_batches(
    records: Iterable[Record], record: type[Record], *, profile: Profile = "compact"
) -> pa.RecordBatchReader:
    """The same as a stream, for more records than should be in memory at once.

    Example:
        >>> import govtargets as gt
        >>> from govtargets import arrow
        >>> reader = arrow.encode_batches(iter(gt.indicators()), gt.Indicator)
        >>> reader.schema == arrow.INDICATORS
        True
    """
    rest = iter(records)

    def batches() -> Iterator[pa.RecordBatch]:
        while chunk := list(islice(rest, _BATCH)):
            yield from encode(chunk, profile=profile, record=record).to_batches()

    schema = in_profile(SCHEMAS[RECORDS[record]], profile)
    return pa.RecordBatchReader.from_batches(schema, batches())


@overload
def decode(
    data: ArrowStream,
    record: None = None,
    *,
    indicators: Iterable[Indicator] = ...,
    targets: Sequence[Target] = ...,
    achievements: Sequence[Achievement] = ...,
) -> Decoded[Any]: ...
@overload
def decode(
    data: ArrowStream,
    record: type[R],
    *,
    indicators: Iterable[Indicator] = ...,
    targets: Sequence[Target] = ...,
    achievements: Sequence[Achievement] = ...,
) -> Decoded[R]: ...
def decode(
    data: ArrowStream,
    record: type[R] | None = None,
    *,
    indicators: Iterable[Indicator] = (),
    targets: Sequence[Target] = (),
    achievements: Sequence[Achievement] = (),
) -> Decoded[Any]:
    """The records of a table, and what is wrong with the rows that give none; bad data never raise.

    The columns say what the table holds; `record` says what is expected, also to a type checker.

    Args:
        data: A table, a record batch, a reader, or anything with `__arrow_c_stream__`.
        record: `Target`, `Achievement`, `Indicator` or `Assessment`.
        indicators: For tables that give only the indicator's id.
        targets: The targets judged, for assessments that give only their rows.
        achievements: The achievements judged, likewise.

    Raises:
        InvalidValueError: The data have no Arrow stream.

    Example:
        >>> import govtargets as gt
        >>> from govtargets import arrow
        >>> grain = gt.Indicator("grain", "粮食产量")
        >>> value = gt.Quantity("204.80", "万吨")
        >>> one = gt.Achievement(indicator=grain, value=value, period=gt.Period.year(2023))
        >>> arrow.decode(arrow.encode([one]), gt.Achievement).records[0].is_written_as(one)
        True
    """
    with collector_paused():
        parts = decode_batches(
            data, record, indicators=indicators, targets=targets, achievements=achievements
        )
        found = list(parts)
        problems = dict.fromkeys(problem for part in found for problem in part.problems)
        if len(found) == 1:
            return Decoded(found[0].records, tuple(problems))
        records = tuple(chain.from_iterable(part.records for part in found))
        return Decoded(records, tuple(problems))


@overload
def decode_batches(
    data: ArrowStream,
    record: None = None,
    *,
    indicators: Iterable[Indicator] = ...,
    targets: Sequence[Target] = ...,
    achievements: Sequence[Achievement] = ...,
) -> Iterator[Decoded[Any]]: ...
@overload
def decode_batches(
    data: ArrowStream,
    record: type[R],
    *,
    indicators: Iterable[Indicator] = ...,
    targets: Sequence[Target] = ...,
    achievements: Sequence[Achievement] = ...,
) -> Iterator[Decoded[R]]: ...
def decode_batches(
    data: ArrowStream,
    record: type[R] | None = None,
    *,
    indicators: Iterable[Indicator] = (),
    targets: Sequence[Target] = (),
    achievements: Sequence[Achievement] = (),
) -> Iterator[Decoded[Any]]:
    """The same part by part, for tables larger than memory.

    Example:
        >>> from govtargets import arrow, indicators
        >>> parts = arrow.decode_batches(arrow.encode(indicators()))
        >>> sum(len(part.records) for part in parts) == len(indicators())
        True
    """
    listed = listed_indicators(indicators)
    known = Known({each.id: each for each in listed}, targets, achievements)
    row, made = 1, Objects()
    for table in _tables(data):
        name, problem = _table_name(table.schema, record)
        if problem is not None:
            yield Decoded((), (problem,))
            return
        with collector_paused():
            yield _part(table, name, known, Faults(len(table), row, made))
        row += len(table)


def _part(table: pa.Table, name: RecordName, known: Known, faults: Faults) -> Decoded[Any]:
    fitted = fit(table, SCHEMAS[name])
    if fitted.table is None:
        return Decoded((), fitted.problems)
    for place, column, problem in fitted.rows:
        faults.add([place], column, problem)
    records = decoded(name, fitted.table, known, faults) if len(table) else []
    return Decoded(tuple(records), (*fitted.problems, *faults.problems))


def _tables(data: ArrowStream) -> Iterator[pa.Table]:
    """The data part by part."""
    if isinstance(data, pa.Table):
        for start in range(0, max(1, len(data)), _SLICE):
            yield data.slice(start, _SLICE)
        return
    reader = as_reader(data)
    waiting: list[pa.RecordBatch] = []
    empty = True
    for batch in reader:
        empty = False
        waiting.append(batch)
        if sum(map(len, waiting)) >= _BATCH:
            yield pa.Table.from_batches(waiting, reader.schema)
            waiting = []
    # A stream without batches still has columns, which may be those of no table.
    if waiting or empty:
        yield pa.Table.from_batches(waiting, reader.schema)


_TELLING: Final[tuple[tuple[RecordName, set[str]], ...]] = (
    ("assessment", {"verdict"}),
    ("target", {"goal"}),
    ("achievement", {"indicator", "magnitude"}),
    ("indicator", {"id", "name"}),
)


def _table_name(schema: pa.Schema, record: type[Any] | None) -> tuple[RecordName, Problem | None]:
    """Which table it is, by its columns; a problem where it is none, or not the one expected."""
    names = set(schema.names)
    found = next((name for name, telling in _TELLING if telling <= names), None)
    wanted = None if record is None else RECORDS[record]
    if found is not None and wanted in {None, found}:
        return found, None
    expected = wanted or "indicator, target or achievement"
    problem = Problem(
        code="unknown-table",
        message=f"the columns are those of {found or 'no table'}, expected {expected}",
        hint="see the schema's page for the columns of each table",
        value=", ".join(schema.names[:8]),
    )
    return "indicator", problem
